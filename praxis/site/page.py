"""A generated page: front matter with a template and prepared data, and a Markdown body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, as Markdown that any MkDocs-compatible tool renders with our theme.

    ``path`` is relative to ``docs/`` and ends in ``.md``; ``data`` is plain JSON data that the template finds in
    ``page.meta.p``; ``source`` is the file an editor changes, relative to the root, or None for computed pages.
    """

    path: str
    template: str
    title: str
    description: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    source: str | None = None

    @property
    def address(self) -> str:
        """Address of the page, relative to the site."""
        return self.path.removesuffix(".md") + ".html"

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter, without what is empty."""
        meta = {
            "template": self.template,
            "title": self.title,
            "description": self.description,
            "quelldatei": self.source,
            "p": self.data,
        }
        return {key: value for key, value in meta.items() if value not in (None, "")}

    def render(self) -> bytes:
        """The Markdown file. Front matter is JSON, which every YAML reader takes and none misreads."""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body]).encode()
