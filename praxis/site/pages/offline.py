"""„Offline lesen“: the copy of the whole site for places without a network, and the handbook to print."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.bundling import FILE_NAME
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.rows import trail


def pages(model: SiteModel) -> Iterator[Page]:
    """``offline/index``; size and date of the copy are filled in once it is made."""
    yield Page(
        path="offline/index.md",
        template="offline.html",
        title="Offline lesen",
        description="Die ganze Website als Datei zum Mitnehmen: für Sitzungen, unterwegs und Räume ohne Netz.",
        data={"trail": trail(), "download": f"{model.settings.repository}/releases/latest/download/{FILE_NAME}"},
    )
