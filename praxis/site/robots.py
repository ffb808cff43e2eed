"""``robots.txt``: everything may be read; where the list of pages is."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.site.model import SiteModel


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    lines = ["User-agent: *", "Allow: /", "", f"Sitemap: {model.settings.absolute('sitemap.xml')}", ""]
    yield "robots.txt", "\n".join(lines).encode()
