// SPDX-License-Identifier: MIT
/**
 * Builds one classic script for each file in src/entries: modules do not load from disk. `--check` writes nothing and
 * fails where a committed script is not what its sources give, or has no source any more.
 */

import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HERE = import.meta.dirname;
const SOURCES = join(HERE, "src", "entries");
const OUT = join(HERE, "..", "praxis", "theme", "assets", "js");
const check = process.argv.includes("--check");

const names = readdirSync(SOURCES).filter((name) => name.endsWith(".ts")).map((name) => name.slice(0, -3)).sort();
const { outputFiles } = await build({
  entryPoints: names.map((name) => join(SOURCES, `${name}.ts`)),
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  minify: true,
  legalComments: "inline",
  outdir: OUT,
  write: false,
  logLevel: "error",
});
const wanted = new Map(outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)]));
const there = existsSync(OUT) ? readdirSync(OUT).map((name) => join(OUT, name)) : [];
const surplus = there.filter((path) => !wanted.has(path));
const stale = [...wanted].filter(([path, content]) => !existsSync(path) || !content.equals(readFileSync(path)));

if (check) {
  for (const path of [...surplus, ...stale.map(([path]) => path)]) console.error(`not built from its sources: ${path}`);
  process.exitCode = surplus.length + stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(OUT, { recursive: true });
  for (const [path, content] of stale) writeFileSync(path, content);
  for (const path of surplus) rmSync(path);
}
