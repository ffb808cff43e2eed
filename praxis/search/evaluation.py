"""Evaluation: run judged searches over any corpus with the engine as it is, in the format of retrieval campaigns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log2
from pathlib import Path
from typing import Any, Final

from praxis.search.building import build_index
from praxis.search.model import TEXT, Document, Synonym
from praxis.search.ranking import SCORE_UNIT
from praxis.search.searching import Searcher

_IDS: Final = ("id", "_id", "doc_id", "docid", "query_id", "qid")
_TITLES: Final = ("title", "titel")
_TEXTS: Final = ("text", "contents", "body")
_QUERIES: Final = ("text", "query", "title", "question", "frage")


def evaluate(
    corpus_path: Path | str,
    queries_path: Path | str,
    run_path: Path | str,
    depth: int = 100,
    synonyms: Iterable[Synonym] = (),
) -> int:
    """Index a corpus, run all queries and write a run; return the number of queries.

    Corpus and queries are JSON lines: ``id``, ``title``, ``text`` and ``id``, ``text`` (or ``query``, ``title``); other
    keys and empty lines are ignored, and of lines with the same id the first one counts. A line of the run is query id,
    document id, rank (from 1) and score, separated by tabs. Raises ``ValueError`` with file and line for a line that is
    no such object, ``OSError`` for files that cannot be read or written.
    """
    searcher = Searcher(build_index(read_corpus(Path(corpus_path)), synonyms))
    queries = list(read_queries(Path(queries_path)))
    with Path(run_path).open("w", encoding="utf-8", errors="replace", newline="\n") as run:
        for query_id, text in queries:
            for rank, hit in enumerate(searcher.order(text)[:depth], 1):
                document = searcher.index.entries[hit.document].id
                run.write(f"{query_id}\t{document}\t{rank}\t{hit.score / SCORE_UNIT:.6f}\n")
    return len(queries)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged search: its kind, its text, and the grades (1 to 3) of its targets; what is not named is 0."""

    kind: str
    text: str
    grades: Mapping[str, int]


def read_judged(path: Path) -> Iterator[Judged]:
    """Yield the searches of a file of lines ``kind<TAB>text<TAB>target:grade target:grade``; ``#`` begins a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text, targets = line.split("\t")
            named = (target.rpartition(":") for target in targets.split())
            yield Judged(kind, text, {target: int(grade) for target, _, grade in named})


def page_of(url: str) -> str:
    """Return how judgements name the page of an address: without ``.html`` and place, glossary terms by their id."""
    page, _, anchor = url.partition("#")
    return f"glossar/{anchor}" if page == "glossar/index.html" and anchor else page.removesuffix(".html")


def ndcg(ranked: Iterable[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Return nDCG of a ranked list of targets, repeated ones counted once.

    K. Järvelin and J. Kekäläinen, *Cumulated gain-based evaluation of IR techniques* (2002), with gains 2^grade − 1.
    """

    def gain(values: Iterable[int]) -> float:
        return sum(((1 << grade) - 1) / log2(place + 2) for place, grade in enumerate(values))

    shown = islice(dict.fromkeys(ranked), depth)
    best = sorted(grades.values(), reverse=True)[:depth]
    return gain(grades.get(target, 0) for target in shown) / gain(best) if best else 0.0


def read_corpus(path: Path) -> Iterator[Document]:
    """Yield the documents of a corpus file."""
    for key, record in _records(path):
        yield Document(key, "seite", _text(record, _TITLES), "", {TEXT: _text(record, _TEXTS)})


def read_queries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of the queries of a file."""
    for key, record in _records(path):
        yield key, _text(record, _QUERIES)


def _records(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the records of a file with their ids, each id once."""
    seen: set[str] = set()
    for place, record in _objects(path):
        key = _id(record, place)
        if key not in seen:
            seen.add(key)
            yield key, record


def _objects(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ValueError(f"{place}: kein JSON ({error})") from error
            if not isinstance(record, dict):
                raise ValueError(f"{place}: kein JSON-Objekt")
            yield place, record


def _id(record: Mapping[str, Any], place: str) -> str:
    for key in _IDS:
        value = record.get(key)
        if isinstance(value, str | int):
            # Tabs and line breaks separate the columns and lines of a run.
            return " ".join(str(value).split())
    raise ValueError(f"{place}: keine Kennung (id)")


def _text(record: Mapping[str, Any], keys: Sequence[str]) -> str:
    """Return the first of the keys that has a text (lists are joined), else nothing."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = "\n".join(map(str, value))
        if isinstance(value, str | int | float) and str(value).strip():
            return str(value)
    return ""
