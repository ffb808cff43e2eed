"""The page of the form; the form itself is drawn in the browser (``web/src/form/``)."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.editing.web_form import FORM_TYPES
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.reference import address

FORM = "mitmachen/formular/index.html"
"""Address of the form; ``?art=praxis`` begins a record, ``?datei=praxis/name`` opens one."""


def pages(model: SiteModel) -> Iterator[Page]:
    """The one page."""
    yield Page(
        path=FORM.replace(".html", ".md"),
        template="formular.html",
        title="Formular",
        description="Ein Praxisbeispiel, eine Lücke, eine Nachnutzung oder eine Kommune eintragen oder ändern, ohne Konto.",
        data={
            "trail": [{"title": "Mitmachen", "url": "mitmachen/index.html"}],
            "types": [{"title": record_type.label, "url": address(record_type)} for record_type in FORM_TYPES],
        },
    )
