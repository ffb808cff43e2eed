"""Links in texts to files that have another path by now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_TARGET = re.compile(r"(?<=\]\()(\s*<?)([^\s()<>#]+\.md)|^( {0,3}\[[^\]]+\]:\s*<?)([^\s<>#]+\.md)", re.MULTILINE)


def rewrite(text: str, source: str, moved: Mapping[str, str]) -> str:
    """The Markdown ``text`` of the file ``source`` (below ``docs/``), with links to moved files going to their pages."""
    if ".md" not in text or not moved:
        return text
    folder = posixpath.dirname(source)

    def target(found: re.Match[str]) -> str:
        before, link = (found[1], found[2]) if found[2] else (found[3], found[4])
        page = moved.get(posixpath.normpath(posixpath.join(folder, link)))
        return found[0] if page is None else before + posixpath.relpath(page, folder or ".")

    return _TARGET.sub(target, text)
