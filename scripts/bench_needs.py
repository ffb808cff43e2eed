"""Measures one stated need in the browser: question words and matching over many invented cases, in Chromium from disk.

A page with nothing but the data files, the search index and the logic of „Ich habe eine Lücke“: what is measured is what
happens after loading, from the words to the list with its reasons.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from bench_cases import ROOT, write_contents
from bench_finder import chromium_path, p95
from bench_measure import Budget, german, table, verdict
from playwright.sync_api import sync_playwright

from praxis.library import Library
from praxis.settings import Settings
from praxis.site import app_data, search_files
from praxis.site.model import SiteModel

NEEDS = 60
MOST = 100.0
"""Milliseconds that one need may take, for 95 of 100 needs."""

_ENTRY = """
import { loadCollection } from "%(web)s/relations/loading";
import { statedContext } from "%(web)s/relations/context";
import { match } from "%(web)s/relations/matching";
import { questionWords } from "%(web)s/relations/question";
import { finish } from "%(web)s/search/searching";
import { siteSearch } from "%(web)s/search/site";

globalThis.measureNeeds = async (needs) => {
  const started = performance.now();
  const [collection, searcher] = await Promise.all([loadCollection(), siteSearch().ready()]);
  const loaded = performance.now() - started;
  const times = [];
  let found = 0;
  for (const { values, ...need } of needs) {
    const begun = performance.now();
    const context = statedContext(collection.model, values);
    const words = finish(questionWords(searcher, need.question));
    found += match(collection, { ...need, context }, words).matches.length;
    times.push(performance.now() - begun);
  }
  return { loaded, times, found };
};
"""


def main() -> int:
    """Measure and print; 0 within the budget, 1 beyond."""
    parser = argparse.ArgumentParser(prog="scripts/bench needs", description="Misst den Abgleich im Browser.")
    parser.add_argument("count", nargs="?", type=int, default=10_000, metavar="N", help="Zahl der Fälle (sonst 10000)")
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        measured = _measured(Path(temporary), count)
    times: list[float] = measured["times"]
    rows = [("Abgleich einer Lücke, ms", german(statistics.median(times)), german(p95(times)), german(max(times)))]
    print(f"{count} Fälle; geladen nach {german(measured['loaded'])} ms; {measured['found']} Treffer.")
    print(table(("", "Median", "p95", "höchstens"), rows))
    return verdict([Budget("Abgleich einer Lücke, p95", p95(times), MOST, " ms")])


def _measured(folder: Path, count: int) -> dict[str, Any]:
    write_contents(folder / "inhalte", count)
    library = Library.load(folder / "inhalte").public
    page = _page(folder, library)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto(page.as_uri())
        result: dict[str, Any] = opened.evaluate("(needs) => measureNeeds(needs)", _needs(library))
        browser.close()
    return result


def _page(folder: Path, library: Library) -> Path:
    """A page with the data of a site and the logic as one script."""
    model = SiteModel(library, Settings.load(ROOT))
    for path, content in (*app_data.files(model), *search_files.files(model)):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    entry = folder / "needs.ts"
    entry.write_text(_ENTRY % {"web": ROOT / "web" / "src"}, encoding="utf-8")
    esbuild = ROOT / "web" / "node_modules" / ".bin" / "esbuild"
    options = ["--bundle", "--format=iife", "--target=es2022", f"--outfile={folder / 'needs.js'}"]
    subprocess.run([esbuild, entry, *options], check=True, capture_output=True)
    page = folder / "index.html"
    page.write_text(
        '<!doctype html><html lang="de" data-root="./"><script src="needs.js"></script></html>', encoding="utf-8"
    )
    return page


def _needs(library: Library) -> list[dict[str, Any]]:
    """Needs as readers state them: the questions and terms of gaps, and every condition of a place of one's own."""
    rnd = random.Random(1)
    conditions = library.vocabulary.context_model.conditions
    gaps = rnd.choices(list(library.gaps.values()), k=NEEDS)
    return [
        {
            "standards": gap.standards,
            "topics": gap.topics,
            "ages": "altersuebergreifend" if isinstance(gap.ages, str) else list(gap.ages.bounds),
            "question": gap.question,
            "decisive": gap.decisive,
            "values": {key: [rnd.choice(list(each.options))] for key, each in conditions.items()},
        }
        for gap in gaps
    ]


if __name__ == "__main__":
    raise SystemExit(main())
