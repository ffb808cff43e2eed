"""What a release carries: gathered in an untrusted build, attached by a run that builds nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path
from urllib.parse import quote

from praxis.bundling import FILE_NAME
from praxis.editing.service.client import Service
from praxis.editing.service.context import EventError, Run

SITE, BOOK = "praxis-website.zip", "praxis-handbuch.pdf"
RELEASED = (SITE, BOOK, FILE_NAME)
"""The site, the book and the copy for reading offline."""
_MIDNIGHT = (1980, 1, 1, 0, 0, 0)


def collect(root: Path) -> str:
    """Put the built site and its book beside the offline copy in ``dist/``; returns what was done."""
    site, dist = root / "site", root / "dist"
    book = site / "pdf" / "handbuch.pdf"
    if not (site / "index.html").is_file() or not book.is_file():
        raise EventError("Unter „site“ liegt keine Website mit dem Buch. Bauen Sie sie mit scripts/build.")
    dist.mkdir(exist_ok=True)
    (dist / BOOK).write_bytes(book.read_bytes())
    with zipfile.ZipFile(dist / SITE, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file() and not path.is_symlink()):
            entry = zipfile.ZipInfo(path.relative_to(site).as_posix(), _MIDNIGHT)
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return f"{SITE} und {BOOK} liegen in „{dist}“."


def attach(run: Run, service: Service, dist: Path) -> str:
    """Attach the files of ``dist`` to the release of the event; returns what was done. Raises :class:`EventError`."""
    upload = run.text("release", "upload_url").partition("{")[0]
    if run.number("release", "id") is None or not upload.startswith("https://"):
        raise EventError("Das Ereignis nennt keine Veröffentlichung.")
    missing = [name for name in RELEASED if not (dist / name).is_file() or (dist / name).is_symlink()]
    if missing:
        raise EventError(f"Es fehlen: {', '.join(missing)}.")
    for name in RELEASED:
        service.upload(f"{upload}?name={quote(name)}", (dist / name).read_bytes())
    return f"{len(RELEASED)} Dateien angehängt."
