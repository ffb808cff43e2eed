// SPDX-License-Identifier: MIT
/** All cases with what matching needs at hand: their contexts, and who has which topic and standard. */

import { caseContext, type CaseData, type Places } from "./cases";
import type { Facts } from "./context";
import type { ContextModel } from "./model";

/** A topic with its other words; `broader` is the id of the topic above it. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly synonyms?: readonly string[];
  readonly broader?: string;
}

/** The shape of `daten/abgleich.js`: where the cases are, and what is common to them. */
export interface Overview {
  /** First case of each file `daten/abgleich-….js`; cases are sorted by id. */
  readonly starts: readonly string[];
  /** Condition → what municipalities changed when it was different, over all reuse records. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
  /** Id and title, in the order of the vocabulary. */
  readonly standards: readonly (readonly [string, string])[];
  readonly topics: readonly Topic[];
  /** Title, and the span of years as it stands in addresses (`schwangerschaft-3`). */
  readonly ageGroups: readonly (readonly [string, string])[];
}

/** What a case says of one condition, as far as the order of matches needs it; each distinct one is kept once. */
export interface Told {
  readonly values: readonly string[];
  readonly isIndispensable: boolean;
}

/** A case with its context. */
export interface KnownCase extends CaseData {
  readonly facts: Facts;
  /** Place in {@link Collection.told} for each condition of the model; -1 where nothing is told. */
  readonly codes: Int32Array;
  /** Last day that its date may mean, as text that sorts. */
  readonly latest: string;
}

export class Collection {
  readonly cases: ReadonlyMap<string, KnownCase>;
  readonly standards: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Condition → the distinct things that cases tell about it: few, so that ten thousand cases are compared at once. */
  readonly told: ReadonlyMap<string, readonly Told[]>;
  private readonly byTopic = new Map<string, string[]>();
  private readonly byStandard = new Map<string, string[]>();
  private withNarrower: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly model: ContextModel,
    readonly places: Places,
    readonly overview: Overview,
    cases: readonly CaseData[],
  ) {
    this.standards = new Map(overview.standards);
    this.topics = new Map(overview.topics.map((topic) => [topic.id, topic]));
    const known = new Map<string, KnownCase>();
    const coder = new Coder(model);
    this.told = coder.told;
    for (const each of cases) {
      const facts = caseContext(model, places, each);
      known.set(each.id, { ...each, facts, codes: coder.codes(facts), latest: latestDay(each.asOf) });
      for (const topic of each.topics ?? []) listed(this.byTopic, topic).push(each.id);
      for (const standard of each.standards ?? []) listed(this.byStandard, standard).push(each.id);
    }
    this.cases = known;
  }

  /** Name of a municipality; its id where it has no record. */
  placeName(id: string): string {
    return this.places.get(id)?.name ?? id;
  }

  casesWithTopic(topic: string): readonly string[] {
    return this.byTopic.get(topic) ?? [];
  }

  casesWithStandard(standard: string): readonly string[] {
    return this.byStandard.get(standard) ?? [];
  }

  /** Topics above a topic, nearest first; a circle ends where it began. */
  broaderTopics(topic: string): string[] {
    const path = [topic];
    for (;;) {
      const broader = this.topics.get(path.at(-1)!)?.broader;
      if (broader === undefined || path.includes(broader)) return path.slice(1);
      path.push(broader);
    }
  }

  /** All topics below a topic, in the vocabulary's order. */
  narrowerTopics(topic: string): string[] {
    return [...this.topics.keys()].filter((each) => this.broaderTopics(each).includes(topic));
  }

  /** Number of cases with a topic or one below it. */
  countWithNarrower(topic: string): number {
    this.withNarrower ??= this.countAll();
    return this.withNarrower.get(topic) ?? 0;
  }

  private countAll(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { topics = [] } of this.cases.values()) {
      for (const topic of new Set(topics.flatMap((each) => [each, ...this.broaderTopics(each)]))) {
        counts.set(topic, (counts.get(topic) ?? 0) + 1);
      }
    }
    return counts;
  }
}

/** Gives every distinct thing that is told about a condition a number. */
class Coder {
  readonly told = new Map<string, Told[]>();
  private readonly numbers = new Map<string, number>();
  private readonly conditions: readonly string[];

  constructor(model: ContextModel) {
    this.conditions = [...model.conditions.keys()];
    for (const condition of this.conditions) this.told.set(condition, []);
  }

  codes(facts: Facts): Int32Array {
    return Int32Array.from(this.conditions, (condition) => {
      const fact = facts.get(condition);
      if (!fact) return -1;
      const isIndispensable = fact.importance === "unverzichtbar";
      const key = `${condition} ${isIndispensable} ${fact.values.join()}`;
      let number = this.numbers.get(key);
      if (number === undefined) {
        number = this.told.get(condition)!.push({ values: fact.values, isIndispensable }) - 1;
        this.numbers.set(key, number);
      }
      return number;
    });
  }
}

function listed(lists: Map<string, string[]>, key: string): string[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

/** The last day that a date as precise as it is known may mean: `2015-02` → `2015-02-28`. */
export function latestDay(iso: string): string {
  const [year, month] = iso.split("-").map(Number);
  if (iso.length === 10) return iso;
  if (month === undefined) return `${iso}-12-31`;
  return `${iso}-${new Date(Date.UTC(year!, month, 0)).getUTCDate()}`;
}
