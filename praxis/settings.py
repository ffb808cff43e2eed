"""The settings that more than the site generator needs, read from ``mkdocs.yml`` without importing MkDocs.

The site's address and the repository's address stand in that file and nowhere else; feeds, schemas, redirects, edit
and citation links derive from them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import yaml

CONFIGURATION = "mkdocs.yml"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PDF_LINKS = "PRAXIS_PDF"
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Name and addresses of the site; both addresses are absolute, the site's ends with a slash.

    ``search_index``: the site has a search index (``extra.search_index``); measurements leave it out.
    ``pdf_links``: the pages link their PDFs, which whoever builds puts beside them (``PRAXIS_PDF=1`` in the environment).
    """

    site_name: str
    site_url: str
    repository: str
    description: str = ""
    search_index: bool = True
    pdf_links: bool = False

    @classmethod
    def load(cls, root: Path) -> Self:
        """The settings of ``root/mkdocs.yml``; what it leaves out comes from the project's own file."""
        own = read_configuration(PROJECT)
        config = {**own, **read_configuration(root)}
        extra = {**own.get("extra", {}), **(config.get("extra") or {})}
        return cls(
            site_name=str(config["site_name"]),
            site_url=str(config["site_url"]).rstrip("/") + "/",
            repository=str(extra["repository"]).rstrip("/"),
            description=str(config.get("site_description") or ""),
            pdf_links=os.environ.get(PDF_LINKS) == "1",
            search_index=extra.get("search_index", True) is not False,
        )

    def absolute(self, address: str) -> str:
        """Absolute address of a page or file given relative to the site (``praxis/x.html``)."""
        return self.site_url + address

    @property
    def base_path(self) -> str:
        """Path of the site on its host: ``/`` or ``/praxis/``."""
        return urlsplit(self.site_url).path or "/"


def read_configuration(root: Path) -> Mapping[str, Any]:
    """``root/mkdocs.yml`` as a mapping; empty if there is none."""
    path = root / CONFIGURATION
    return yaml.load(path.read_bytes(), _Loader) or {} if path.is_file() else {}
