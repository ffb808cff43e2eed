"""Measures the Praxisfinder in Chromium with many invented cases, opened from disk: bytes, start, changes, scrolling.

The page is the built one of a small site; columns, texts and the list without script are those of N cases. For
comparison the finder also starts on a page whose own list has all N cases instead of a first part. A change of filters
counts from the click to the frame that shows its result, by the browser's own clock; beside it stands what it costs the
browser's main thread, which other work on the same machine does not change.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench_build import build_site, prepare
from bench_cases import write_contents
from bench_measure import Budget, german, table, verdict
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

from praxis.library import Library
from praxis.settings import Settings
from praxis.site.finder import finder
from praxis.site.model import SiteModel
from praxis.site.paging import LONGEST

ROOT = Path(__file__).resolve().parent.parent
SMALL = 20
BYTES_A_CASE = 60
READY = 1500
"""Milliseconds of the main thread until the finder can be used: what the search has for as many records."""
REPAINT = 50
FRAME = 50
"""Milliseconds: a frame that takes longer is felt as a jerk."""
CHANGES = 80
PAUSE = 100
"""Milliseconds between two changes."""
_WINDOW: ViewportSize = {"width": 1440, "height": 900}
_WHOLE = "ganze-liste.html"
_ROW = re.compile(r'<li class="row" data-row="praxis".*?</li>', re.DOTALL)

_CHANGE = """async (number) => {
  const boxes = [...document.querySelectorAll('.finder__filters .choice input')].filter((box) => !box.hasAttribute('aria-disabled'));
  const reset = document.querySelector('.chip--reset');
  const target = reset && number % 5 === 4 ? reset : boxes[(number * 7919) % boxes.length];
  const start = performance.now();
  target.click();
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  return performance.now() - start;
}"""
_SCROLL = """async () => {
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 150; step++) {
    scrollBy(0, 200);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}"""


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond."""
    parser = argparse.ArgumentParser(prog="scripts/bench finder", description="Misst den Praxisfinder im Browser.")
    parser.add_argument("count", nargs="?", type=int, default=10_000, metavar="N", help="Zahl der Fälle (sonst 10000)")
    parser.add_argument("--keep", type=Path, metavar="ORDNER", help="Arbeitsordner behalten und wieder verwenden")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        return _measure(options.keep or Path(temporary), options.count)


def _measure(folder: Path, count: int) -> int:
    site, packed = _site(folder, count)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        starts = [_start(browser, site / "praxis" / name) for name in (_WHOLE, "index.html")]
        page = browser.new_page(viewport=_WINDOW)
        page.goto((site / "praxis" / "index.html").as_uri())
        page.wait_for_selector("[data-finder=bereit]")
        page.wait_for_timeout(3000)
        usual = _changes(page)
        frames = _scrolled(page)
        page.evaluate("for (const fold of document.querySelectorAll('.finder__filters details')) fold.open = true")
        page.wait_for_timeout(1000)
        unfolded = _changes(page)
        browser.close()
    measured = {
        "Rechenzeit bis zum Bild, ms": usual[0],
        "Änderung bis zum Bild, ms": usual[1],
        "Rechenzeit bis zum Bild, alle Filter aufgeklappt, ms": unfolded[0],
        "… bis zum Bild, ms": unfolded[1],
        "Bild beim Blättern, ms": frames,
    }
    print(f"{count} Fälle\n")
    lists = ("alle Fälle", f"höchstens {LONGEST['cases']}, der Rest in weiteren Seiten")
    ready = [(name, *map(german, start)) for name, start in zip(lists, starts, strict=True)]
    print(
        table(("Liste ohne Skript", "Seite, kB", "gepackt, kB", "Rechenzeit, ms", "bereit nach, ms"), ready), end="\n\n"
    )
    rows = [(name, german(statistics.median(values)), german(p95(values))) for name, values in measured.items()]
    print(table(("", "Median", "p95"), rows))
    budgets = [
        Budget("Spalten gepackt, Byte je Fall", packed / count, BYTES_A_CASE),
        Budget("bereit, Rechenzeit", starts[1][2], READY, " ms"),
        Budget("Änderung bis zum Bild, p95", p95(usual[1]), REPAINT, " ms"),
        Budget("… mit allen Filtern aufgeklappt, p95", p95(unfolded[1]), REPAINT, " ms"),
        Budget("Bild beim Blättern, p95", p95(frames), FRAME, " ms"),
    ]
    return verdict(budgets)


def _start(browser: Browser, file: Path) -> tuple[float, float, float, float]:
    """A page and the start of its finder: kB, kB packed, milliseconds of the main thread, milliseconds until it is ready."""
    page = browser.new_page(viewport=_WINDOW)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(file.as_uri())
    page.wait_for_selector("[data-finder=bereit]")
    own, waited = _task_time(session), page.evaluate("performance.now()")
    page.close()
    content = file.read_bytes()
    return len(content) / 1000, len(gzip.compress(content)) / 1000, own, waited


def _changes(page: Page) -> tuple[Sequence[float], Sequence[float]]:
    """Milliseconds of many changes of the filters up to the frame with the result: the main thread's own, and all.

    The first is what the change costs whatever else the machine does; the second is what a reader waits.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    own, repaints = [], []
    for number in range(CHANGES):
        # Nobody chooses twenty filters a second: what a change leaves for later is done before the next one.
        page.wait_for_timeout(PAUSE)
        before = _task_time(session)
        repaints.append(page.evaluate(_CHANGE, number))
        own.append(_task_time(session) - before)
    session.detach()
    return own, repaints


def _task_time(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def _scrolled(page: Page) -> Sequence[float]:
    """Milliseconds a frame while scrolling over 330 rows."""
    if page.locator(".chip--reset").count():
        page.locator(".chip--reset").click()
    for _ in range(10):
        page.locator(".finder__results > .button").click()
    page.evaluate("scrollTo(0, 0)")
    frames: list[float] = page.evaluate(_SCROLL)
    return frames


def _site(folder: Path, count: int) -> tuple[Path, int]:
    """A built site whose finder has ``count`` cases; and the packed size of its columns in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    small = prepare(folder / "klein", SMALL)
    build_site(small)
    if not (folder / "gross").exists():
        write_contents(folder / "gross", count)
    library = Library.load(folder / "gross").public
    made = finder(SiteModel(library, Settings.load(ROOT)), "praxis")
    site = small / "site"
    for path, content in made.files.items():
        (site / path).write_bytes(content)
    page = site / "praxis" / "index.html"
    text = re.sub(r'data-datei="[^"]*"', f'data-datei="{made.address}"', page.read_text(encoding="utf-8"))
    row = _ROW.search(text)
    if row is None:
        raise RuntimeError("the index has no rows")
    for name, shown in (("index.html", LONGEST["cases"]), (_WHOLE, count)):
        page.with_name(name).write_text(text.replace(row[0], row[0] * min(shown, count), 1), encoding="utf-8")
    return site, len(gzip.compress(made.files[made.address]))


def chromium_path() -> str | None:
    """Where Chromium is; None leaves it to Playwright."""
    names: tuple[Any, ...] = (os.environ.get("PRAXIS_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 values do not exceed."""
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    raise SystemExit(main())
