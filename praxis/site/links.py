"""From the files editors write to the pages of the site: the one place that knows where a file's page is.

Only chapters move: ``handbuch/05-ziele.md`` becomes ``handbuch/ziele.md``. Links in texts name the files, as editors
see them, so they are rewritten once, before rendering.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from praxis.library import Library

_TARGET = re.compile(r"(?<=\]\()(\s*<?)([^\s()<>#]+\.md)|^( {0,3}\[[^\]]+\]:\s*<?)([^\s<>#]+\.md)", re.MULTILINE)


def moved_files(library: Library) -> dict[str, str]:
    """File below ``docs/`` -> page below ``docs/``, for files whose page has another path."""
    return {
        path: page
        for chapter in library.chapters.values()
        if (path := chapter.path.removeprefix("docs/")) != (page := f"{chapter.folder}/{chapter.id}.md")
    }


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


def moved_links(library: Library, moved: Mapping[str, str]) -> dict[str, bytes]:
    """Pages that editors wrote by hand and that link to moved files, with these links rewritten."""
    pages: dict[str, bytes] = {}
    for path in library.files.pages:
        file = library.root / path
        if not file.is_file() or file.is_symlink():
            continue
        text, name = file.read_text(encoding="utf-8"), path.removeprefix("docs/")
        if (rewritten := rewrite(text, name, moved)) != text:
            pages[name] = rewritten.encode()
    return pages
