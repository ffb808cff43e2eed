"""Measures matching: how good the first five are on the judged needs, beside two baselines, and how long it takes.

The judged needs stand in ``tests/golden/luecken.tsv``; the time is that of many made-up gaps and cases.
"""

from __future__ import annotations

import argparse
import math
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench_cases import ROOT, write_contents
from bench_measure import Budget, german, table, verdict

from praxis.commands.match import ages_of
from praxis.library import Library
from praxis.relations.context import municipality_context
from praxis.relations.matching import Need, match
from praxis.relations.site_search import site_searcher

GOLDEN = ROOT / "tests" / "golden" / "luecken.tsv"
SHOWN = 5
CASES, GAPS = 10_000, 1_000
CPU_SECONDS, MEMORY_MB = 60.0, 600.0
LEAD = 0.1
"""What nDCG@5 must be above both baselines."""

_K1, _B = 1.2, 0.75
Ranking = Callable[[Need], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A need, and the grades of the cases that help: 3 answers it, 2 helps clearly, 1 at the margin."""

    need: Need
    grades: dict[str, int]


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond. The budget of time shrinks with the number of pairs."""
    parser = argparse.ArgumentParser(prog="scripts/bench match", description="Misst Güte und Dauer des Abgleichs.")
    parser.add_argument(
        "cases", nargs="?", type=int, default=CASES, metavar="N", help=f"Zahl der Fälle (sonst {CASES})"
    )
    parser.add_argument("gaps", nargs="?", type=int, default=GAPS, metavar="M", help=f"Zahl der Lücken (sonst {GAPS})")
    options = parser.parse_args()
    quality = _quality()
    seconds, memory = _speed(options.cases, options.gaps)
    share = max(options.cases * options.gaps / (CASES * GAPS), 0.02)
    time_and_memory = [
        Budget("CPU-Zeit", seconds, CPU_SECONDS * share, " s"),
        Budget("Speicher", memory, MEMORY_MB, " MB"),
    ]
    return verdict([quality, *time_and_memory])


def _quality() -> Budget:
    library = Library.load(ROOT).public
    judged = list(_judged(library))
    rankings: dict[str, Ranking] = {
        "Abgleich": lambda need: [found.case.id for found in match(library, need, SHOWN).matches],
        "nur gleiche Standards und Themen": lambda need: [
            found.case.id for found in match(library, replace(need, question=""), SHOWN).matches
        ],
        "nur BM25 über die Texte": _bm25(library),
    }
    means = {
        name: sum(_ndcg(rank(each.need), each.grades) for each in judged) / len(judged)
        for name, rank in rankings.items()
    }
    rows = [(name, f"{mean:.3f}".replace(".", ",")) for name, mean in means.items()]
    print(table((f"nDCG@{SHOWN}, {len(judged)} Lücken", ""), rows))
    ours, *others = means.values()
    return Budget(f"Rückstand auf die beste Grundlinie und {german(LEAD)}", max(others) + LEAD - ours, 0.0)


def _judged(library: Library) -> Iterator[Judged]:
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        question, standards, topics, ages, place, grades = line.split("\t")
        need = Need(
            standards=tuple(filter(None, standards.split(","))),
            topics=tuple(filter(None, topics.split(","))),
            ages=ages_of(ages),
            question=question,
            context=municipality_context(library, place) if place else {},
        )
        yield Judged(need, {case: int(grade) for case, grade in (each.split(":") for each in grades.split())})


def _ndcg(ranked: Sequence[str], grades: dict[str, int]) -> float:
    """K. Järvelin and J. Kekäläinen, *Cumulated gain-based evaluation of IR techniques* (2002), gains 2^grade − 1."""

    def gain(values: Sequence[int]) -> float:
        return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(values[:SHOWN]))

    return gain([grades.get(case, 0) for case in ranked]) / gain(sorted(grades.values(), reverse=True))


def _bm25(library: Library) -> Ranking:
    """Plain BM25 (Robertson and Walker 1994) of the question over title, short text and body, words as written."""
    words = {case.id: Counter(_words(f"{case.title} {case.short} {case.body}")) for case in library.cases.values()}
    holders = Counter(word for counts in words.values() for word in counts)
    mean = sum(counts.total() for counts in words.values()) / len(words)

    def score(case: str, question: Sequence[str]) -> float:
        counts = words[case]
        length = 1 - _B + _B * counts.total() / mean
        return sum(
            math.log(1 + (len(words) - holders[word] + 0.5) / (holders[word] + 0.5))
            * counts[word] * (_K1 + 1) / (counts[word] + _K1 * length)
            for word in question
        )  # fmt: skip

    def rank(need: Need) -> list[str]:
        question = _words(need.question)
        return sorted(words, key=lambda case: (-score(case, question), case))

    return rank


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _speed(cases: int, gaps: int) -> tuple[float, float]:
    """CPU seconds for matching all gaps once the search index is there, and the peak memory in MB."""
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        write_contents(Path(temporary), cases)
        library = Library.load(Path(temporary)).public
    started = time.process_time()
    site_searcher(library)
    indexed = time.process_time()
    known = list(library.gaps.values())
    found = sum(len(match(library, Need.of_gap(library, known[at % len(known)])).matches) for at in range(gaps))
    seconds = time.process_time() - indexed
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    row = (f"{gaps} Lücken × {cases} Fälle", german(seconds), german(indexed - started), german(memory), str(found))
    print(table(("Abgleich", "CPU s", "Index CPU s", "Speicher MB", "Treffer"), [row]))
    return seconds, memory


if __name__ == "__main__":
    raise SystemExit(main())
