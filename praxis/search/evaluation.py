"""Evaluation: run judged searches over any corpus with the engine as it is, in the format of retrieval campaigns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    keys are ignored. A line of the run is query id, document id, rank (from 1) and score, separated by tabs. Raises
    ``ValueError`` with file and line for a line that is no such object, ``OSError`` for files that cannot be read or written.
    """
    searcher = Searcher(build_index(read_corpus(Path(corpus_path)), synonyms))
    queries = list(read_queries(Path(queries_path)))
    with Path(run_path).open("w", encoding="utf-8", newline="\n") as run:
        for query_id, text in queries:
            for rank, hit in enumerate(searcher.order(text)[:depth], 1):
                document = searcher.index.entries[hit.document].id
                run.write(f"{query_id}\t{document}\t{rank}\t{hit.score / SCORE_UNIT:.6f}\n")
    return len(queries)


def read_corpus(path: Path) -> Iterator[Document]:
    """Yield the documents of a corpus file."""
    for place, record in _records(path):
        title = _text(record, _TITLES)
        yield Document(_id(record, place), "seite", title, "", {TEXT: _text(record, _TEXTS)})


def read_queries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of the queries of a file."""
    for place, record in _records(path):
        yield _id(record, place), _text(record, _QUERIES)


def _records(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
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
            return str(value)
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
