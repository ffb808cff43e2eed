// SPDX-License-Identifier: MIT
/** A complaint about one field. Twin of `Problem` in `praxis/schema.py`. */

import { type Data, type DataGroup, isGroup, isList, type Path } from "../data";
import { pathText } from "./words";

export interface Problem {
  readonly path: Path;
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
}

/** A finding as `praxis check` names it; `path` says where it belongs in the form. */
export interface Finding extends Problem {
  /** `quellen[0].url`, or null for the text and for the file as a whole. */
  readonly field: string | null;
  /** Where in the text below the front matter, counted in characters. */
  readonly at?: number;
}

/** The problem with its field named as the editor wrote it. */
export function placed(problem: Problem, data: DataGroup): Finding {
  return { ...problem, field: pathText(written(problem.path, data)) || null };
}

/** A text may stand for a group or for a list with one entry, a list for a group. Twin of `Positions.written`. */
function written(path: Path, data: DataGroup): Path {
  let current: Data = data;
  const there: (string | number)[] = [];
  for (const [index, part] of path.entries()) {
    const entry: number = isList(current) ? current.findIndex((item) => item === part) : -1;
    const below: Data | undefined = inside(current, part);
    if (below !== undefined) {
      current = below;
      there.push(part);
    } else if (entry >= 0 && typeof part === "string") {
      current = part;
      there.push(entry);
    } else if (!isGroup(current) && !isList(current)) {
      return there;
    } else if (part !== 0 || !isGroup(current)) {
      return [...there, ...path.slice(index)];
    }
  }
  return there;
}

function inside(value: Data, part: string | number): Data | undefined {
  if (isList(value)) return typeof part === "number" ? value[part] : undefined;
  return isGroup(value) && typeof part === "string" && Object.hasOwn(value, part) ? value[part] : undefined;
}
