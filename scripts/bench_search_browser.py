"""The part of ``scripts/bench search`` that needs Chromium: typing into our dialog from disk, and Pagefind over HTTP."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench_cases import ROOT
from playwright.sync_api import Browser, sync_playwright

from praxis.site.search_files import named_index_files

THEME = ROOT / "praxis" / "theme"
TYPED = 12
"""Searches typed letter by letter."""
_PAGE = """<!doctype html><html lang="de" data-root="./"><head><meta charset="utf-8"><title>Messung</title>
<script src="assets/js/seite.js" defer></script></head><body><button data-search-open>Suchen</button></body></html>"""


_ASK = """async (queries) => {
  const times = queries.map(() => Infinity);
  for (let round = 0; round < 3; round++) {
    for (const [at, text] of queries.entries()) {
      const start = performance.now();
      await praxisSuche.search(text);
      times[at] = Math.min(times[at], performance.now() - start);
    }
  }
  return times;
}"""


@dataclass(frozen=True, slots=True)
class Typed:
    """Milliseconds: from opening the dialog until the index is ready, of a query (half, 95 of 100), of the longest task while typing (CPU)."""

    ready: float
    p50: float
    p95: float
    longest: float


@dataclass(frozen=True, slots=True)
class Found:
    """What Pagefind gives: document numbers for each query, milliseconds of each, bytes, seconds of CPU."""

    lists: list[list[int]]
    times: list[float]
    raw: int
    build: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium that measures itself."""
    names = (os.environ.get("PRAXIS_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def typing(folder: Path, files: Mapping[str, bytes], queries: Sequence[str]) -> Typed:
    """Open the dialog from disk, wait for the index, ask every query, and type some of them letter by letter."""
    site = folder / "site"
    for path, content in named_index_files(files):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    shutil.copytree(THEME / "assets", site / "assets")
    (site / "index.html").write_text(_PAGE, encoding="utf-8")
    with chromium() as browser:
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        page.evaluate("() => { globalThis.opened = performance.now(); }")
        page.keyboard.press("Control+k")
        page.wait_for_function("globalThis.praxisSuche !== undefined")
        ready = page.evaluate("async () => { await praxisSuche.ready(); return performance.now() - opened; }")
        times = page.evaluate(_ASK, list(queries))
        browser.start_tracing(page=page, categories=["toplevel"])
        for text in queries[:: max(1, len(queries) // TYPED)]:
            page.locator("dialog input").fill("")
            page.keyboard.type(text, delay=60)
            page.wait_for_timeout(150)
        longest = _longest_task(browser.stop_tracing())
    times.sort()
    return Typed(ready, times[len(times) // 2], times[int(len(times) * 0.95)], longest)


def _longest_task(trace: bytes) -> float:
    """Milliseconds of CPU of the longest task on a page's main thread: what else the machine does is not counted."""
    events = json.loads(trace)["traceEvents"]
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event.get("name") == "thread_name" and event["args"].get("name") == "CrRendererMain"
    }
    tasks = [
        event.get("tdur", event["dur"]) / 1000
        for event in events
        if event.get("ph") == "X" and (event["pid"], event["tid"]) in main and event["name"].endswith("RunTask")
    ]
    if not tasks:
        raise RuntimeError("the trace has no tasks")
    return max(tasks)


def pagefind(site: Path, program: Path, pages: Sequence[tuple[str, str]], queries: Sequence[str]) -> Found:
    """Index pages with Pagefind and ask every query in Chromium, from a server: it cannot run from disk."""
    for number, (title, text) in enumerate(pages):
        content = f'<!doctype html><html lang="de"><head><title>{escape(title)}</title></head><body><main><h1>{escape(title)}</h1><p>{escape(text)}</p></main></body></html>'
        (site / f"{number}.html").write_text(content, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "--site", site], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    build = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    output = site / "pagefind"
    raw = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    with _served(site) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}/0.html")
        lists, times = page.evaluate(
            """async (queries) => {
              const pagefind = await import("/pagefind/pagefind.js");
              await pagefind.init();
              const lists = [], times = [];
              for (const text of queries) {
                const start = performance.now();
                const found = await pagefind.search(text);
                const data = await Promise.all(found.results.slice(0, 20).map((each) => each.data()));
                times.push(performance.now() - start);
                lists.push(data.map((each) => Number(/([0-9]+)[.]html/.exec(each.url)[1])));
              }
              return [lists, times];
            }""",
            list(queries),
        )
    return Found(lists, times, raw, build)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
