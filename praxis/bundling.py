"""The offline copy: the built site as one ZIP file that opens by double click.

The same site and date give the same bytes: names are sorted, times fixed. The site's page about the copy names its size,
so inside the copy that page cannot: there it says that the reader is in the copy already.
"""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from praxis.file_names import is_portable
from praxis.wording import german_date, german_number

FILE_NAME = "praxis-offline.zip"
PAGE = "offline/index.html"
"""The site's page about the copy."""
FOLDER = "praxis-offline"
"""The folder that unpacking makes."""
README = "LIESMICH.txt"
BOOK = "pdf/handbuch.pdf"
"""The whole handbook, if the site was built with its PDFs."""
_START, _END = b"<!-- offline-kopie -->", b"<!-- /offline-kopie -->"


class BundleError(Exception):
    """Why there is no copy, as a German sentence."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A finished copy; ``size`` in bytes."""

    path: Path
    size: int


def bundle(site: Path, out: Path, today: dt.date) -> Bundle:
    """Write the copy of the built site ``site`` to ``out``, aside first, then moved; raises :class:`BundleError`."""
    names = sorted(_names(site))
    if "index.html" not in names:
        raise BundleError(f"Unter „{site}“ liegt keine gebaute Website. Bauen Sie sie mit scripts/build.")
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = out.with_name(f".{out.name}.neu-{os.getpid()}")
    try:
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            _add(archive, README, _readme(today, BOOK in names), today)
            for name in names:
                content = (site / name).read_bytes()
                _add(archive, name, _inside(content, today) if name == PAGE else content, today)
        aside.replace(out)
    finally:
        aside.unlink(missing_ok=True)
    return Bundle(out, out.stat().st_size)


def name_size(site: Path, made: Bundle, today: dt.date) -> None:
    """Let the site's page about the copy name size and date of the copy that was made from it, if there is one."""
    page = site / PAGE
    if not page.is_file():
        return
    size = german_number(made.size / 1e6, 1)
    text = f"<p><strong>{made.path.name}</strong>, {size}\u00a0MB, Stand {german_date(today)}.</p>"
    page.write_bytes(_replaced(page.read_bytes(), text))


def _inside(content: bytes, today: dt.date) -> bytes:
    return _replaced(content, f"<p>Sie lesen gerade in der Offline-Kopie, Stand {german_date(today)}.</p>")


def _replaced(content: bytes, text: str) -> bytes:
    before, found, rest = content.partition(_START)
    _, _, after = rest.partition(_END)
    return before + _START + text.encode() + _END + after if found else content


def _names(site: Path) -> Iterator[str]:
    """Paths of all files; raises where a name could lead out of the folder or cannot be unpacked everywhere."""
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_symlink():
            raise BundleError(f"„{name}“ ist eine Verknüpfung. In die Offline-Kopie kommen nur Dateien.")
        if not path.is_file():
            continue
        if not is_portable(name):
            raise BundleError(
                f"Der Dateiname „{name}“ lässt sich nicht auf jedem Rechner auspacken. Benutzen Sie nur Buchstaben ohne Umlaute, Ziffern, Punkt, Bindestrich und Unterstrich."
            )
        yield name


def _add(archive: zipfile.ZipFile, name: str, content: bytes, today: dt.date) -> None:
    item = zipfile.ZipInfo(f"{FOLDER}/{name}", (max(today.year, 1980), today.month, today.day, 0, 0, 0))
    item.external_attr, item.create_system = 0o100644 << 16, 3
    archive.writestr(item, content, zipfile.ZIP_DEFLATED, 9)


def _readme(today: dt.date, has_book: bool) -> bytes:
    """For every editor of plain text, those of Windows included."""
    lines = [
        "PRAXIS: OFFLINE-KOPIE",
        f"Stand: {german_date(today)}".replace("\u00a0", " "),
        "",
        "So lesen Sie die Website ohne Netz:",
        "1. Entpacken Sie die ZIP-Datei ganz. Unter Windows: Rechtsklick, „Alle extrahieren“.",
        "2. Öffnen Sie im neuen Ordner „praxis-offline“ die Datei index.html mit einem Doppelklick.",
        "   Sie erscheint in Ihrem Browser, zum Beispiel Firefox, Edge, Chrome oder Safari.",
        *(["", "Das ganze Handbuch zum Drucken: " + BOOK] if has_book else []),
        "",
        "Suche, Filter, Vergleich und Vordrucke arbeiten auf Ihrem Gerät. Nichts wird übertragen.",
        "Was Sie sich merken lassen, liegt im Speicher Ihres Browsers, nicht in diesem Ordner:",
        "Wer den Ordner von Ihnen bekommt, sieht nichts davon.",
        "",
        "Neuere Fassungen: siehe die Seite „Offline lesen“ in der Kopie.",
        "Texte: CC BY 4.0. Programm: MIT. Schrift Source Sans 3: SIL Open Font License 1.1.",
    ]
    return "\r\n".join(lines).encode("utf-8-sig") + b"\r\n"
