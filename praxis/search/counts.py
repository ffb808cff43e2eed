"""The words of single documents, counted: what building needs of a document whatever the others say, kept on disk.

One line a document – key, checksum, counts as JSON – so that unchanged lines are copied and a damaged one costs only
its own document. Plain data, as in :mod:`praxis.search.cache`.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias
from zlib import crc32

from praxis.search.model import DEFAULT_FIELDS, Document, Field
from praxis.search.tokens import tokens

Counts: TypeAlias = Sequence[Mapping[str, int]]
"""Token → number of occurrences for each field, in the order of the fields; tokens in the order of the text."""

NAME: Final = "woerter.tsv"
"""The file of the kept counts."""


def count_tokens(document: Document, fields: Sequence[Field] = DEFAULT_FIELDS) -> Counts:
    """Return the tokens of a document, counted for each of the fields."""
    return [Counter(tokens(document.text_of(item.name))) for item in fields]


def kept_counts(documents: Iterable[tuple[str, Document]], folder: Path) -> Iterator[Counts]:
    """Yield the counts of the documents, each given with a key made of all it contains and of the program.

    One after the other, as those of ten thousand documents fill hundreds of megabytes. Counts kept in ``folder`` are
    used; after the last one those of just these documents are kept there. A file that is missing, damaged or cannot
    be written makes no difference but in time.
    """
    path = folder / NAME
    kept = _read(path)
    lines: list[bytes] = []
    for key, document in documents:
        line = kept.get(key.encode())
        counts = None if line is None else _counts(line)
        if line is None or counts is None:
            counts = count_tokens(document)
            line = _line(key, counts)
        lines.append(line)
        yield counts
    if lines != list(kept.values()):
        write_aside(path, (line + b"\n" for line in lines))


def write_aside(path: Path, parts: Iterable[bytes]) -> bool:
    """Write a file beside, part after part, and rename it, as another process may read at the same time.

    Tells whether that went well.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(f".neu-{os.getpid()}")
        with aside.open("wb") as file:
            file.writelines(parts)
        aside.replace(path)
    except OSError:
        return False
    return True


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return {}
    return {line.partition(b"\t")[0]: line for line in lines}


def _line(key: str, counts: Counts) -> bytes:
    content = json.dumps(counts, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\t".join((key.encode(), _sum(key.encode(), content), content))


def _counts(line: bytes) -> Counts | None:
    """Return the counts of a kept line, or nothing if it is damaged."""
    key, _, rest = line.partition(b"\t")
    written, _, content = rest.partition(b"\t")
    if written != _sum(key, content):
        return None
    counts: Counts = json.loads(content)
    return counts


def _sum(key: bytes, content: bytes) -> bytes:
    return f"{crc32(content, crc32(key)):08x}".encode()
