"""Which files are content: the tree below ``docs/``, listed without following links."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from praxis.findings import Finding
from praxis.records import RECORD_TYPES, Chapter, Record
from praxis.records.values import ID_PATTERN
from praxis.suggestions import fold

DOCS = "docs"
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"}
_TEXT = {".md", ".yml"}
_CHAPTER = re.compile(r"(\d{2})-(.+)")
RESERVED = {"index"}
"""File stems that generated pages use inside record folders."""
INTERNAL = ("entscheidungen",)
"""Folders below ``docs/`` that are about the project itself: neither checked nor published."""
UNPUBLISHED = ("vokabular", *INTERNAL)
"""Folders below ``docs/`` that do not become pages; ``exclude_docs`` in ``mkdocs.yml`` names the same."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A Markdown file in a record folder."""

    path: str
    type: type[Record]
    id: str


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """All files below ``docs/``, relative to the root, with forward slashes, sorted."""

    records: tuple[RecordFile, ...] = ()
    pages: tuple[str, ...] = ()
    """Markdown files that are no records (``docs/index.md``, ``docs/mitmachen/…``)."""
    images: tuple[str, ...] = ()
    all: frozenset[str] = field(default_factory=frozenset)


def list_content(root: Path) -> tuple[ContentFiles, list[Finding]]:
    """The content files below ``root``, and findings for what must not be there."""
    types = {f"{DOCS}/{record_type.folder}": record_type for record_type in RECORD_TYPES}
    records: list[RecordFile] = []
    pages: list[str] = []
    images: list[str] = []
    findings: list[Finding] = []
    everything = sorted(_walk(root, findings))
    for path in everything:
        pure = PurePosixPath(path)
        folder = next((name for name in types if path.startswith(f"{name}/")), None)
        if pure.suffix.lower() in IMAGES:
            images.append(path)
        elif pure.suffix == ".md" and folder and pure.stem != "index":
            record_type = types[folder]
            if str(pure.parent) != folder:
                findings.append(_subfolder(path, folder))
                continue
            record_id = _record_id(pure.stem, record_type)
            findings.extend(_name_findings(path, record_id, record_type, pure.stem))
            records.append(RecordFile(path, record_type, record_id))
        elif pure.suffix == ".md":
            pages.append(path)
        elif pure.suffix not in _TEXT and not path.startswith(f"{DOCS}/assets/"):
            findings.append(
                Finding(
                    path,
                    1,
                    1,
                    None,
                    "datei-art",
                    f"Dateien der Art „{pure.suffix or pure.name}“ werden nicht veröffentlicht.",
                    "Nehmen Sie die Datei heraus; Bilder gehören als PNG, JPEG, WebP oder SVG nach docs/assets/.",
                )
            )
    return ContentFiles(tuple(records), tuple(pages), tuple(images), frozenset(everything)), findings


def _walk(root: Path, findings: list[Finding]) -> Iterator[str]:
    for folder, folders, names in os.walk(root / DOCS, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = Path(folder).relative_to(root)
        if base.as_posix() == DOCS:
            folders[:] = [name for name in folders if name not in INTERNAL]
        for name in list(folders):
            if (Path(folder) / name).is_symlink():
                folders.remove(name)
                findings.append(
                    Finding(
                        (base / name).as_posix(),
                        1,
                        1,
                        None,
                        "datei-verweis",
                        "Der Ordner ist eine Verknüpfung (Symlink) auf eine andere Stelle.",
                        "Legen Sie die Dateien im Ordner selbst ab.",
                    )
                )
        for name in names:
            if not name.startswith("."):
                yield (base / name).as_posix()


def _record_id(stem: str, record_type: type[Record]) -> str:
    numbered = _CHAPTER.fullmatch(stem) if record_type is Chapter else None
    return numbered[2] if numbered else stem


def _name_findings(path: str, record_id: str, record_type: type[Record], stem: str) -> Iterator[Finding]:
    if record_type is Chapter and not _CHAPTER.fullmatch(stem):
        yield Finding(
            path,
            1,
            1,
            None,
            "datei-name",
            f"Dem Dateinamen „{stem}“ fehlt die zweistellige Nummer des Kapitels.",
            f"Nennen Sie die Datei zum Beispiel „01-{stem}.md“.",
        )
    if not ID_PATTERN.fullmatch(record_id):
        proposal = "-".join(re.findall(r"[a-z0-9]+", fold(record_id))) or "name-ort"
        yield Finding(
            path,
            1,
            1,
            None,
            "datei-name",
            f"Der Dateiname „{record_id}“ taugt nicht als Kennung.",
            f"Nennen Sie die Datei „{proposal}.md“: Kleinbuchstaben a–z, Ziffern und Bindestriche, Umlaute ausgeschrieben.",
        )
    if record_id in RESERVED:
        yield Finding(
            path,
            1,
            1,
            None,
            "kennung-vergeben",
            f"Der Name „{record_id}“ ist für eine erzeugte Seite vergeben.",
            "Wählen Sie einen anderen Dateinamen.",
        )


def _subfolder(path: str, folder: str) -> Finding:
    return Finding(
        path,
        1,
        1,
        None,
        "datei-ordner",
        f"Die Datei liegt in einem Unterordner von „{folder}“.",
        f"Legen Sie sie direkt in „{folder}“ ab.",
    )
