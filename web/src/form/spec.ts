// SPDX-License-Identifier: MIT
/** What Python tells the form about record types and vocabularies (`praxis/reference/field_types.py`, `praxis/editing/web_form.py`). */

import type { Kind } from "../shared/record_file";

export type FormKind = Extract<Kind, "praxis" | "luecke" | "nachnutzung" | "kommune">;

export interface Field {
  readonly key: string;
  readonly label: string;
  /** What the field means, as messages say it. */
  readonly help: string;
  /** What stands beside it in the form, where that is something else. */
  readonly hint?: string;
  readonly example?: string;
  readonly required?: boolean;
  readonly default?: string;
  /** The kind of entry or term that the field names by its id. */
  readonly names?: string;
  readonly type: Type;
}

interface Common {
  readonly none?: boolean;
  readonly unless?: string;
  readonly short?: string;
  readonly any?: boolean;
}
export interface TextType extends Common {
  readonly t: "text" | "url";
  readonly max: number;
}
export interface PlainType extends Common {
  readonly t: "plain" | "id" | "date" | "day" | "year" | "age";
}
export interface IntType extends Common {
  readonly t: "int";
  readonly min?: number;
}
export interface ChoiceType extends Common {
  readonly t: "choice";
  /** Value → what it means; in the form a pair of label and meaning. */
  readonly values: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}
export interface ListType extends Common {
  readonly t: "list";
  readonly of: Type;
  readonly min?: number;
  readonly single?: boolean;
}
export interface MapType extends Common {
  readonly t: "map";
  readonly of: Type;
  readonly min?: number;
  readonly list?: boolean;
}
export interface GroupType extends Common {
  readonly t: "group";
  readonly fields: readonly Field[];
}
export interface WordsType extends Common {
  readonly t: "words";
  readonly of: ChoiceType;
  readonly group: GroupType;
}
export type Type = TextType | PlainType | IntType | ChoiceType | ListType | MapType | GroupType | WordsType;

export interface Term {
  readonly titel: string;
  readonly kurz?: string;
  /** Other words that lead to the term. */
  readonly auch?: readonly string[];
}
export interface Condition extends Term {
  readonly dimension: string;
  readonly mehrfach?: boolean;
  readonly optionen: Readonly<Record<string, string>>;
}

export interface Section {
  /** The heading in the text; empty where the text has none. */
  readonly title: string;
  readonly label: string;
  readonly help: string;
}
export interface FoldedGroup {
  readonly title: string;
  readonly help?: string;
  readonly keys: readonly string[];
}
export interface KindSpec {
  readonly label: string;
  readonly needsBody: boolean;
  readonly fields: readonly Field[];
  readonly required: readonly string[];
  readonly groups: readonly FoldedGroup[];
  readonly sections: readonly Section[];
}

export interface Spec {
  readonly kinds: Readonly<Record<FormKind, KindSpec>>;
  readonly terms: Readonly<Record<"standard" | "thema" | "uebergang", Readonly<Record<string, Term>>>>;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly dimensions: Readonly<Record<string, Term>>;
  /** What somebody declares by sending. */
  readonly consents: readonly string[];
  readonly givenNames: readonly string[];
  readonly tags: readonly string[];
  readonly schemes: readonly string[];
  /** Ids of the parts of a page, which no heading of a text gets. */
  readonly anchors: readonly string[];
}

export interface Entry {
  readonly title: string;
  /** True for a record that is a draft on this device: its file is sent along. */
  readonly isDraft?: boolean;
  readonly place?: string;
  readonly core?: Readonly<Record<string, string>>;
  readonly origins?: readonly string[];
}

/** What the collection holds: the ids that a record may name and must not repeat. */
export interface Known {
  /** Record kind → id → what is known of it. */
  readonly entries: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  /** Record kind → former id → the file that names it. */
  readonly former: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Files below `docs/` that are no record of these kinds: chapters, pages, images. */
  readonly files: readonly string[];
}
