"""Measures the search beside lunr (in the query form of Material for MkDocs) and Pagefind: quality, bytes, build, latency.

The judged searches stand in ``tests/golden/suche.tsv``; the corpus is our own contents, filled up with made-up cases
to the sizes asked for. Everything is measured in one run on the same documents.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench_cases import ROOT, write_contents
from bench_measure import Budget, german, table, verdict
from bench_search_browser import pagefind, typing

from praxis.library import Library
from praxis.relations.site_search import site_documents
from praxis.search import Document, build_index, index_files
from praxis.search.cache import cached_index
from praxis.search.documents import documents, synonyms
from praxis.search.evaluation import Judged, ndcg, page_of, read_judged
from praxis.search.tokens import word

GOLDEN = ROOT / "tests" / "golden" / "suche.tsv"
WEB = ROOT / "web"
SIZES = (0, 1_000, 10_000)
SMALL, LARGE = 1_000, 10_000


@dataclass(slots=True)
class Row:
    """The figures of one system on one corpus; None where something cannot be measured."""

    name: str
    quality: float
    raw: int
    gzip: int | None
    build: float
    load: float | None
    times: Sequence[float] = field(repr=False)

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the queries was answered."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        sizes = (f"{self.raw / 1000:.0f}", "–" if self.gzip is None else f"{self.gzip / 1000:.0f}")
        load = "–" if self.load is None else f"{self.load:.0f}"
        times = (german(self.percentile(0.5)), german(self.percentile(0.95)))
        return (self.name, f"{self.quality:.3f}".replace(".", ","), *sizes, german(self.build), load, *times)


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond."""
    parser = argparse.ArgumentParser(prog="scripts/bench search", description="Misst die Suche.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="N", help="Zahl der Dokumente (0: nur eigene)")  # fmt: skip
    parser.add_argument("--without-browser", action="store_true", help="ohne Chromium und Pagefind")
    options = parser.parse_args()
    library = Library.load(ROOT).public
    judged = list(read_judged(GOLDEN))
    own = list(site_documents(library))
    budgets: list[Budget] = []
    for size in options.sizes:
        corpus = [*own, *_made_up(max(size - len(own), 0))]
        budgets += _measured(corpus, library, judged, size, browser=not options.without_browser)
    return verdict(budgets)


def _made_up(count: int) -> list[Document]:
    """Made-up cases as documents, with ids of their own."""
    if not count:
        return []
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        write_contents(Path(temporary), count)
        library = Library.load(Path(temporary)).public
    cases = [each for each in documents(library) if each.kind == "praxis"][:count]
    return [Document(f"erfunden/{at}", each.kind, each.title, f"erfunden/{at}.html", each.fields) for at, each in enumerate(cases)]  # fmt: skip


def _measured(
    corpus: Sequence[Document], library: Library, judged: Sequence[Judged], size: int, *, browser: bool
) -> list[Budget]:
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        folder = Path(temporary)
        start = time.process_time()
        index = build_index(corpus, synonyms(library))
        files = index_files(index)
        build = time.process_time() - start
        _write(folder, files)
        figures = _in_node(folder, corpus, judged)
        score = _scorer(corpus, judged)
        rows = [_ours(files, figures["ours"], build, score), *_lunr(figures, score)]
        typed = None
        if browser:
            rows.append(_pagefind(folder, corpus, judged, score))
            typed = typing(folder, files, [each.text for each in judged])
    text = sum(len(_text(each).encode()) + len(each.title.encode()) for each in corpus)
    print(f"\n{len(corpus)} Dokumente, {german(text / 1e6)} MB Text, {len(judged)} beurteilte Suchen")
    print(table(("", "nDCG@10", "kB", "kB gzip", "Bau CPU s", "bereit CPU ms", "ms p50", "ms p95"), [row.cells() for row in rows]))  # fmt: skip
    print("Bau mit Zwischenspeicher: leer {} s CPU, ein Dokument geändert {} s CPU".format(*map(german, _rebuilt(corpus, library))))  # fmt: skip
    if typed:
        print(f"Tippen in Chromium: bereit nach {typed.ready:.0f} ms, Anfrage p50 {german(typed.p50)} ms, p95 {german(typed.p95)} ms, längste Arbeit am Stück {typed.longest:.0f} ms")  # fmt: skip
    return _budgets(rows, text, size, typed)


def _budgets(rows: Sequence[Row], text: int, size: int, typed: Any) -> list[Budget]:
    ours, lunr, *others = rows
    name = f"{size or 'eigene'} Dokumente: "
    best = max(row.quality for row in (lunr, *others))
    budgets = [Budget(f"{name}Rückstand der Güte auf den besten anderen", best - ours.quality, 0.0)]
    budgets.append(Budget(f"{name}Index mit Titeln gzip", ours.gzip / 1000, lunr.gzip / 2000, " kB"))  # type: ignore[operator]
    if size >= SMALL:
        share = size / LARGE
        budgets.append(Budget(f"{name}Bau", ours.build, max(6.0, 60 * share), " s CPU"))
        budgets.append(Budget(f"{name}Anfrage p95 (Node)", ours.percentile(0.95), max(10.0, 40 * share), " ms CPU"))
        budgets.append(Budget(f"{name}bereit (Node)", ours.load or 0.0, max(300.0, 1500 * share), " ms CPU"))
        limit = 0.5 * text / 1000 if size < LARGE else 8000
        budgets.append(Budget(f"{name}Index roh", ours.raw / 1000, limit, " kB"))
    if typed:
        budgets.append(Budget(f"{name}Anfrage p95 (Chromium)", typed.p95, max(10.0, 40 * size / LARGE), " ms"))
        budgets.append(Budget(f"{name}längste Arbeit am Stück beim Tippen", typed.longest, 50.0, " ms CPU"))
    return budgets


def _rebuilt(corpus: Sequence[Document], library: Library) -> tuple[float, float]:
    """Return the seconds of CPU of building through an empty cache, and again after one document has changed."""
    first = corpus[0]
    changed = [Document(first.id, first.kind, f"{first.title} neu", first.url, first.fields), *corpus[1:]]
    times = []
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        for listed in (corpus, changed):
            word.cache_clear()
            start = time.process_time()
            cached_index(listed, synonyms(library), Path(temporary))
            times.append(time.process_time() - start)
    return times[0], times[1]


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    esbuild = WEB / "node_modules" / ".bin" / "esbuild"
    source = WEB / "src" / "search" / "index.ts"
    subprocess.run([esbuild, source, "--bundle", "--format=esm", f"--outfile={folder / 'search.mjs'}"], check=True, capture_output=True)  # fmt: skip


def _in_node(folder: Path, corpus: Sequence[Document], judged: Sequence[Judged]) -> dict[str, Any]:
    asked = {
        "documents": [[each.id, each.title, _text(each)] for each in corpus],
        "queries": [each.text for each in judged],
    }
    command = ["node", "--max-old-space-size=4096", str(WEB / "bench" / "search.mjs"), str(folder)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _text(document: Document) -> str:
    """Everything but the title, for systems that know only one text."""
    return "\n".join(document.text_of(name) for name in ("orte", "themen", "ueberschriften", "text"))


def _scorer(corpus: Sequence[Document], judged: Sequence[Judged]) -> Callable[[Sequence[Sequence[str]]], float]:
    pages = {each.id: page_of(each.url) for each in corpus}

    def score(lists: Sequence[Sequence[str]]) -> float:
        values = [ndcg((pages[key] for key in found), each.grades) for found, each in zip(lists, judged, strict=True)]
        return sum(values) / len(values)

    return score


Score = Callable[[Sequence[Sequence[str]]], float]


def _ours(files: Mapping[str, bytes], figures: Mapping[str, Any], build: float, score: Score) -> Row:
    searched = [content for name, content in files.items() if not name.startswith("stellen-")]
    packed = sum(len(gzip.compress(content, 9)) for content in searched)
    return Row("Praxis", score(figures["lists"]), sum(map(len, searched)), packed, build, figures["load"], figures["times"])  # fmt: skip


def _lunr(figures: Mapping[str, Any], score: Score) -> Iterator[Row]:
    for key, name in (("material", "lunr, Anfrage wie Material"), ("plain", "lunr, einfache Anfrage")):
        each = figures[key]
        yield Row(name, score(each["lists"]), each["raw"], each["gzip"], each["build"], each["load"], each["times"])


def _pagefind(folder: Path, corpus: Sequence[Document], judged: Sequence[Judged], score: Score) -> Row:
    site = folder / "seiten"
    site.mkdir()
    program = WEB / "node_modules" / ".bin" / "pagefind"
    found = pagefind(site, program, [(each.title, _text(each)) for each in corpus], [each.text for each in judged])
    lists = [[corpus[number].id for number in numbers] for numbers in found.lists]
    shutil.rmtree(site)
    return Row("Pagefind", score(lists), found.raw, None, found.build, None, found.times)


if __name__ == "__main__":
    raise SystemExit(main())
