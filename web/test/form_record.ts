// SPDX-License-Identifier: MIT
/** Drafts, addresses and ids of the form; called by tests/web/test_form_record.py. */

import { recordId, idProblem } from "../src/form/record";
import { readRequest } from "../src/form/request";
import { formPath } from "../src/form/shape";

const KNOWN = { entries: { praxis: { besuche: { title: "Besuche" }, "besuche-hamm": { title: "Besuche" } } }, former: { praxis: { alt: "docs/praxis/besuche.md" } }, files: [] };

export function request(query: string): unknown {
  return readRequest(query);
}

export function id(values: never): string {
  return recordId({ key: "", kind: "praxis", saved: "", values, parts: [] }, KNOWN as never);
}

export function problem(fileId: string): string {
  return idProblem({ key: "", kind: "praxis", saved: "", values: {}, parts: [] }, fileId, KNOWN as never);
}

export function place(path: never, values: never): unknown {
  return formPath(path, values);
}
