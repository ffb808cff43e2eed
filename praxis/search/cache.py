"""Keeping an index on disk under a name made of everything that goes into it, and the counts of its documents.

Where nothing changed the index is read; where something did, unchanged documents need not be counted again.

Plain data in our own format, never pickled objects: what lies in a folder of contents must not be able to run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from praxis.search.building import build_index
from praxis.search.counts import kept_counts, write_aside
from praxis.search.files import index_files, index_from_files
from praxis.search.index import Index
from praxis.search.model import Document, Synonym

KEPT: Final = 3
"""Indexes kept in a folder; older ones are removed."""


def cached_index(documents: Iterable[Document], synonyms: Iterable[Synonym], folder: Path) -> Index:
    """Return the index of the documents, from ``folder`` where nothing changed since it was built.

    A cache that is missing, damaged or cannot be written makes no difference but in time.
    """
    documents, synonyms = list(documents), list(synonyms)
    keys = [_key(document) for document in documents]
    path = folder / f"{_name(keys, synonyms)}.json"
    index = _read(path)
    if index is None:
        counted = kept_counts(zip(keys, documents, strict=True), folder)
        index = build_index(documents, synonyms, counted=counted)
        _write(path, index)
    return index


def _key(part: Document | Synonym) -> str:
    digest = sha256(_program())
    digest.update(json.dumps(asdict(part), default=list).encode())
    return digest.hexdigest()


def _name(keys: Iterable[str], synonyms: Iterable[Synonym]) -> str:
    return sha256(" ".join((*keys, "", *map(_key, synonyms))).encode()).hexdigest()


@cache
def _program() -> bytes:
    """A mark of the search's own sources: another program makes another index."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def _read(path: Path) -> Index | None:
    try:
        files = json.loads(path.read_text(encoding="utf-8"))
        return index_from_files({name: text.encode() for name, text in files.items()})
    except (OSError, ValueError, AttributeError, RecursionError):
        return None


def _write(path: Path, index: Index) -> None:
    if not write_aside(path, _as_json(index_files(index))):
        return
    try:
        for old in sorted(path.parent.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _as_json(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Files as one JSON object, name after name: at once they would stand in memory three times."""
    separator = "{"
    for name, content in files.items():
        yield f"{separator}{json.dumps(name)}:{json.dumps(content.decode(), ensure_ascii=False)}".encode()
        separator = ","
    yield b"}"
