"""Images of texts: copied under names of our own, so that no path of a record reaches the typesetter."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from praxis.book.literals import Code
from praxis.book.places import Place
from praxis.library import Library


@dataclass
class Pictures:
    """The images that one PDF shows: name in the typesetter's folder -> content.

    Only images below ``docs/`` that the library has checked are read.
    """

    library: Library
    site_url: str
    files: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """Name -> file, relative to the root."""

    def name_of(self, place: Place, alternative: str) -> Code | str:
        """The image's name in the folder, ``none`` where there is no such image."""
        path = f"docs/{place.address.removeprefix(self.site_url)}"
        if path not in self.library.files.images:
            return Code("none")
        content = Path(self.library.root, path).read_bytes()
        name = hashlib.sha256(content).hexdigest()[:24] + PurePosixPath(path).suffix.lower()
        self.files[name], self.sources[name] = content, path
        return name
