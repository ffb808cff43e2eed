// SPDX-License-Identifier: MIT
/** What an address asks for: cases, a gap, a municipality. What makes no sense is named and left out. */

import { isId } from "../shared/checks";
import { germanNumber, named } from "../shared/german";
import { MOST_COMPARED } from "../shared/shortlist";

/** Parameters that the pages know, in the order of their addresses. */
const PARAMETERS = ["faelle", "luecke", "frage", "praxis", "kommune", "kern"] as const;
type Parameter = (typeof PARAMETERS)[number];
const LONGEST_QUESTION = 2_000;

export interface Asked {
  /** Cases to stand side by side, each once, at most {@link MOST_COMPARED}; undefined where the address names none. */
  readonly cases: readonly string[] | undefined;
  readonly gap: string | undefined;
  /** A need in the reader's own words. */
  readonly question: string | undefined;
  readonly practice: string | undefined;
  readonly municipality: string | undefined;
  /** Core elements of the case. */
  readonly core: readonly string[];
  /** What was left out and why, each a German sentence. */
  readonly hints: readonly string[];
}

/** What cases are compared for: a gap of the collection, or a need in own words. */
export interface Need {
  readonly luecke: string | undefined;
  readonly frage: string | undefined;
}

/** Read the query of an address (`?faelle=a,b&luecke=c`); `known` are the parameters this page understands. */
export function asked(search: string, known: readonly Parameter[]): Asked {
  const query = new URLSearchParams(search);
  const hints: string[] = [];
  for (const name of new Set(query.keys())) {
    if (!known.some((each) => each === name)) hints.push(`Die Angabe ${named(name)} in der Adresse kennt diese Seite nicht. Sie wurde weggelassen.`);
  }
  const ids = (name: Parameter): string[] => {
    if (!known.includes(name)) return [];
    const all = (query.get(name) ?? "").split(",").map((each) => each.trim()).filter(Boolean);
    for (const each of new Set(all)) if (!isId(each)) hints.push(`${named(each)} ist keine Kennung. Die Angabe wurde weggelassen.`);
    return [...new Set(all.filter(isId))];
  };
  const cases = ids("faelle");
  if (cases.length > MOST_COMPARED) {
    hints.push(`Nebeneinander stehen höchstens ${MOST_COMPARED} Praxisbeispiele. Weggelassen: ${cases.slice(MOST_COMPARED).map(named).join(", ")}.`);
  }
  const question = known.includes("frage") ? (query.get("frage") ?? "").trim() : "";
  if (question.length > LONGEST_QUESTION) hints.push(`Die Frage in der Adresse ist zu lang. Sie wurde nach ${germanNumber(LONGEST_QUESTION)} Zeichen gekürzt.`);
  const [gap] = ids("luecke");
  const [practice] = ids("praxis");
  const [municipality] = ids("kommune");
  return {
    cases: cases.length > 0 ? cases.slice(0, MOST_COMPARED) : undefined,
    gap,
    question: question.slice(0, LONGEST_QUESTION) || undefined,
    practice,
    municipality,
    core: ids("kern"),
    hints,
  };
}

/** The query that {@link asked} reads. */
export function query(values: Partial<Record<Parameter, readonly string[] | string | undefined>>): string {
  const parts = PARAMETERS.filter((name) => values[name]?.length).map((name) => `${name}=${[values[name] ?? []].flat().map(encodeURIComponent).join(",")}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** A hint that a record is not there. */
export function unknownRecord(kind: string, id: string): string {
  return `${kind} ${named(id)} gibt es in dieser Sammlung nicht. Die Angabe wurde weggelassen.`;
}
