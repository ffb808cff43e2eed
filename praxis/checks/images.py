"""Images: what the ending says must be inside, and SVG must be inert."""

from __future__ import annotations

import re
import stat
from pathlib import Path, PurePosixPath

from praxis.findings import Finding
from praxis.source import MAX_BYTES

_SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
_ACTIVE_SVG = re.compile(
    rb"<\s*(?:script|foreignobject|iframe|embed|object|animate|set)\b|\son\w+\s*=|(?:xlink:)?href\s*=\s*[\"']?\s*(?!#)|<!entity|@import|url\(\s*[\"']?\s*(?!#)|javascript:",
    re.IGNORECASE,
)


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
        content = path.read_bytes()
    except OSError:
        return [
            _finding(
                relative,
                "datei-lesbar",
                "Das Bild lässt sich nicht öffnen.",
                "Prüfen Sie, ob es eine gewöhnliche, lesbare Datei ist.",
            )
        ]
    suffix = PurePosixPath(relative).suffix.lower()
    if suffix == ".svg":
        if b"<svg" not in content[:4096].lower() or _ACTIVE_SVG.search(content):
            return [
                _finding(
                    relative,
                    "bild-inhalt",
                    "Das SVG enthält aktive Teile oder Verweise nach außen, oder es ist keines.",
                    "Speichern Sie das Bild als „einfaches SVG“ ohne Skripte und Verweise, oder als PNG.",
                )
            ]
    elif not content.startswith(_SIGNATURES[suffix]):
        return [
            _finding(
                relative,
                "bild-inhalt",
                f"Die Datei endet auf „{suffix}“, enthält aber kein solches Bild.",
                "Speichern Sie das Bild in einem Bildprogramm neu.",
            )
        ]
    return []


def _finding(relative: str, rule: str, message: str, remedy: str) -> Finding:
    return Finding(relative, 1, 1, None, rule, message, remedy)
