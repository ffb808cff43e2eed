// SPDX-License-Identifier: MIT
// Makes the calls that tests/web/test_describe_gap.py asks for, and leaves the results beside them.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const web = await import(pathToFileURL(process.env.PRAXIS_BUNDLE).href);
const { data, calls } = JSON.parse(readFileSync(process.env.PRAXIS_EXPECTED, "utf8"));
const model = web.readContextModel(data.kontextmodell);
const collection = new web.Collection(model, web.readPlaces(data.kommunen), data.abgleich, data["abgleich-0"]);

const does = {
  readStated: (query) => web.readStated(query, collection),
  readPlace: (hash) => web.readPlace(hash, collection),
  writeStated: web.writeStated,
  writePlace: (place) => web.writePlace(model, place),
  gapFile: (stated, place, submission) => web.gapFile(collection, stated, place, submission),
  missingParts: web.missingParts,
  topicsOf: (stated) => web.needOf(collection, stated, undefined).topics,
};

test("calls are made", () => {
  const results = calls.map(([name, ...given]) => does[name](...given));
  writeFileSync(join(dirname(process.env.PRAXIS_EXPECTED), "results.json"), JSON.stringify(results));
});
