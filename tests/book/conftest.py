"""A miniature book, set once: chapters with everything a text can have, a case with every field, one with the minimum."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from praxis.book.making import job, made
from praxis.book.selection import whole
from praxis.book.volume import Shelf, Volume
from praxis.library import Library
from praxis.settings import Settings
from tests.book.samples import CHAPTERS, FULL, MINIMAL
from tests.builders import load_site


def png(width: int = 4, height: int = 4) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The miniature collection."""
    root: Path = tmp_path_factory.mktemp("buch")
    (root / "docs" / "assets").mkdir(parents=True)
    (root / "docs" / "assets" / "kreislauf.png").write_bytes(png())
    return load_site(
        root,
        cases=[FULL, MINIMAL],
        chapters=CHAPTERS,
        gaps=[{"id": "einjaehrige", "titel": "Einjährige erreichen", "frage": "Wie erreichen wir Einjährige?", "themen": ["begruessungsbesuch"]}],
        reuses=[{"id": "uebernahme", "praxis": "besuche", "anpassungen": [{"was": "nur beim ersten Kind", "art": "gekuerzt"}]}],
        municipalities=[{"id": "musterstadt", "titel": "Musterstadt", "land": "Nordrhein-Westfalen"}],
    )  # fmt: skip


@pytest.fixture(scope="session")
def shelf(library: Library) -> Shelf:
    return Shelf(library, Settings.load(library.root))


@pytest.fixture(scope="session")
def book(shelf: Shelf) -> bytes:
    """The whole miniature book."""
    return made(job(Volume(shelf, whole(shelf.library))))
