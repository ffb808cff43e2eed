"""Which files are content: the tree below ``docs/``, listed without following links."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from praxis.file_names import name_findings
from praxis.findings import Finding
from praxis.lookalikes import foreign_letter
from praxis.places import clip
from praxis.records import RECORD_TYPES, Chapter, Record
from praxis.records.values import ID_PATTERN
from praxis.suggestions import as_id

DOCS = "docs"
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"}
_NEARLY_MARKDOWN = {"", ".markdown", ".mkd", ".md", ".txt", ".docx", ".doc", ".odt", ".rtf", ".pdf"}
_UNREADABLE_NAME = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_CHAPTER = re.compile(r"([0-9]{2})-(.+)")
_OF_PROGRAMS = re.compile(r"\.(?:DS_Store|git(?:keep|ignore|attributes)|~lock\..*#|.*\.sw[a-p]|_.*)")
"""Hidden files that systems and editors leave behind by themselves."""
RESERVED = {"index"}
"""File stems that generated pages use inside record folders."""
INTERNAL = ("entscheidungen", "betrieb")
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
        parts = path.split("/")
        folder = "/".join(parts[:2])
        record_type = types.get(folder)
        if not path.endswith(".md"):
            pure = PurePosixPath(path)
            if pure.suffix.lower() in IMAGES:
                images.append(path)
            else:
                findings.extend(_kind_findings(path, pure, record_type))
            continue
        stem = parts[-1].removesuffix(".md")
        if record_type is None or stem == "index":
            pages.append(path)
        elif len(parts) > 3:
            findings.append(_subfolder(path, folder))
        else:
            record_id = _record_id(stem, record_type)
            findings.extend(_name_findings(path, record_id, record_type, stem))
            records.append(RecordFile(path, record_type, record_id))
    findings.extend(name_findings(_published(everything, findings)))
    return ContentFiles(tuple(records), tuple(pages), tuple(images), frozenset(everything)), findings


def _published(paths: list[str], findings: list[Finding]) -> list[str]:
    """What the site will hold under these names: nothing that has a finding already, nothing of the vocabulary."""
    named = {finding.file for finding in findings}
    return [path for path in paths if path not in named and not path.startswith(f"{DOCS}/vokabular/")]


def _kind_findings(path: str, pure: PurePosixPath, record_type: type[Record] | None) -> Iterator[Finding]:
    """Files that are neither Markdown nor images: only the vocabularies are wanted."""
    if pure.suffix == ".yml" and str(pure.parent) == f"{DOCS}/vokabular":
        return
    remedy = "Nehmen Sie die Datei heraus; Bilder gehören als PNG, JPEG, WebP oder SVG nach docs/assets/."
    if record_type and pure.suffix.lower() in _NEARLY_MARKDOWN:
        remedy = f"Speichern Sie den Text als reine Textdatei mit dem Namen „{pure.stem}.md“."
    yield _whole(
        path, "datei-art", f"Dateien der Art „{pure.suffix or pure.name}“ werden nicht veröffentlicht.", remedy
    )


def _walk(root: Path, findings: list[Finding]) -> Iterator[str]:
    """Paths of all files; links are not followed, what has no readable name is not listed."""
    for folder, folders, names in os.walk(root / DOCS, followlinks=False):
        folders.sort()
        base = Path(folder).relative_to(root).as_posix()
        if base == DOCS:
            folders[:] = [name for name in folders if name not in INTERNAL]
        for name in [*folders, *names]:
            path = f"{base}/{name}"
            if name.startswith("."):
                if not _OF_PROGRAMS.fullmatch(name):
                    findings.append(_hidden(path, "Der Ordner" if name in folders else "Die Datei"))
                folders[:] = [kept for kept in folders if kept != name]
            elif _UNREADABLE_NAME.search(name):
                findings.append(_unreadable_name(path))
                folders[:] = [kept for kept in folders if kept != name]
            elif os.path.islink(os.path.join(folder, name)):  # noqa: PTH114, PTH118 - for every file; ten times faster
                is_folder = name in folders
                findings.append(_link(path, "Der Ordner" if is_folder else "Die Datei"))
                folders[:] = [kept for kept in folders if kept != name]
                if not is_folder:
                    yield path  # its id stays known, so that references to it cause no second finding
            elif name not in folders:
                yield path


def _link(path: str, what: str) -> Finding:
    return _whole(
        path,
        "datei-verweis",
        f"{what} ist eine Verknüpfung (Symlink) auf eine andere Stelle.",
        "Legen Sie die Datei selbst hier ab." if what == "Die Datei" else "Legen Sie die Dateien im Ordner selbst ab.",
    )


def _hidden(path: str, what: str) -> Finding:
    """Hidden files are published nowhere, and nobody sees them in a review."""
    return _whole(
        _UNREADABLE_NAME.sub("\ufffd", path),
        "datei-versteckt",
        f"{what} ist versteckt: Der Name beginnt mit einem Punkt.",
        "Nehmen Sie sie heraus, oder nennen Sie sie ohne den Punkt am Anfang."
        if what == "Die Datei"
        else "Nehmen Sie ihn heraus, oder nennen Sie ihn ohne den Punkt am Anfang.",
    )


def _unreadable_name(path: str) -> Finding:
    return _whole(
        _UNREADABLE_NAME.sub("\ufffd", path),
        "datei-name",
        "Der Dateiname enthält Steuerzeichen oder ist nicht in UTF-8 geschrieben.",
        "Geben Sie der Datei einen Namen aus Kleinbuchstaben, Ziffern und Bindestrichen.",
    )


def _record_id(stem: str, record_type: type[Record]) -> str:
    numbered = _CHAPTER.fullmatch(stem) if record_type is Chapter else None
    return numbered[2] if numbered else stem


def _name_findings(path: str, record_id: str, record_type: type[Record], stem: str) -> Iterator[Finding]:
    if record_type is Chapter and not _CHAPTER.fullmatch(stem):
        yield _whole(
            path,
            "datei-name",
            f"Dem Dateinamen „{clip(stem)}“ fehlt die zweistellige Nummer des Kapitels.",
            f"Nennen Sie die Datei zum Beispiel „01-{_proposal(stem)}.md“.",
        )
    elif not ID_PATTERN.fullmatch(record_id):
        proposal = stem.removesuffix(record_id) + _proposal(record_id)
        hint = foreign_letter(record_id)
        yield _whole(
            path,
            "datei-name",
            f"Der Dateiname „{clip(record_id)}“ taugt nicht als Kennung.{f' {hint}' if hint else ''}",
            f"Nennen Sie die Datei „{proposal}.md“: Kleinbuchstaben a–z, Ziffern und Bindestriche, Umlaute ausgeschrieben.",
        )
    if record_id in RESERVED:
        yield _whole(
            path,
            "kennung-vergeben",
            f"Der Name „{record_id}“ ist für eine erzeugte Seite vergeben.",
            "Wählen Sie einen anderen Dateinamen.",
        )


def _proposal(name: str) -> str:
    return clip(as_id(name) or "name-ort")


def _subfolder(path: str, folder: str) -> Finding:
    return _whole(
        path,
        "datei-ordner",
        f"Die Datei liegt in einem Unterordner von „{folder}“.",
        f"Legen Sie sie direkt in „{folder}“ ab.",
    )


def _whole(path: str, rule: str, message: str, remedy: str) -> Finding:
    return Finding(path, 1, 1, None, rule, message, remedy)
