"""Images: what the ending says must be inside, and SVG must be inert."""

from __future__ import annotations

import stat
from pathlib import Path, PurePosixPath

from praxis.checks.svg import is_inert_svg
from praxis.findings import Finding
from praxis.source import MAX_BYTES

_SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}


def check_image(root: Path, relative: str) -> list[Finding]:
    """Findings for one image file."""
    path = root / relative
    try:
        info = path.lstat()
        if stat.S_ISLNK(info.st_mode):
            return [
                _finding(
                    relative,
                    "datei-verweis",
                    "Die Datei ist eine Verknüpfung (Symlink) auf eine andere Stelle.",
                    "Legen Sie die Datei selbst hier ab.",
                )
            ]
        if info.st_size > MAX_BYTES:
            return [
                _finding(
                    relative,
                    "datei-zu-gross",
                    "Das Bild ist größer als 1 MiB.",
                    "Verkleinern Sie das Bild, und speichern Sie es neu.",
                )
            ]
        if stat.S_ISREG(info.st_mode):
            return _check_content(relative, path.read_bytes())
    except OSError:
        pass
    return [
        _finding(
            relative,
            "datei-lesbar",
            "Das Bild lässt sich nicht öffnen.",
            "Prüfen Sie, ob es eine gewöhnliche, lesbare Datei ist.",
        )
    ]


def _check_content(relative: str, content: bytes) -> list[Finding]:
    suffix = PurePosixPath(relative).suffix.lower()
    if suffix == ".svg":
        if is_inert_svg(content):
            return []
        return [
            _finding(
                relative,
                "bild-inhalt",
                "Das SVG enthält aktive Teile oder Verweise nach außen, oder es ist keines.",
                "Speichern Sie das Bild als „einfaches SVG“ ohne Skripte und Verweise, oder als PNG.",
            )
        ]
    if content.startswith(_SIGNATURES[suffix]) and (suffix != ".webp" or content[8:12] == b"WEBP"):
        return []
    return [
        _finding(
            relative,
            "bild-inhalt",
            f"Die Datei endet auf „{suffix}“, enthält aber kein solches Bild.",
            "Speichern Sie das Bild in einem Bildprogramm neu.",
        )
    ]


def _finding(relative: str, rule: str, message: str, remedy: str) -> Finding:
    return Finding(relative, 1, 1, None, rule, message, remedy)
