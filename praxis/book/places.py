"""Where links lead: to a place in the same PDF, to the website, or elsewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from praxis.html_policy import SCHEMES

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

_LISTS = ("kommunen", "standards", "themen", "alter", "uebergaenge")


@dataclass(frozen=True, slots=True)
class Place:
    """A target: ``label`` within the PDF, or an absolute ``address``; both empty where a link leads nowhere."""

    label: str = ""
    address: str = ""


@dataclass
class Places:
    """The places of one PDF.

    ``labels`` are site addresses (``praxis/x.html``, ``praxis/x.html#quelle-1``) that the PDF has a label for.
    """

    site_url: str
    labels: set[str] = field(default_factory=set)

    @property
    def lists(self) -> tuple[str, ...]:
        """How addresses of the site begin that only list what else is there: too little for a note."""
        return tuple(f"{self.site_url}{folder}/" for folder in _LISTS)

    def of_address(self, address: str) -> Place:
        """The place of a site address or an absolute one."""
        if scheme := _SCHEME.match(address):
            return Place(address=address) if scheme[1].lower() in SCHEMES else Place()
        for label in (address, address.partition("#")[0]):
            if label in self.labels:
                return Place(label=label)
        return Place(address=self.site_url + address)

    def of_link(self, link: str, page: str) -> Place:
        """The place of a link as it stands in the text of the page with the site address ``page``."""
        if _SCHEME.match(link):
            return self.of_address(link)
        path, _, anchor = link.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
        if target.startswith(".."):
            return Place()
        if target.endswith(".md"):
            target = target.removesuffix(".md") + ".html"
        return self.of_address(f"{target}#{anchor}" if anchor else target)
