"""Links within a PDF: the typesetter writes them as addresses of a scheme of our own, here they get their place.

Typst knows the places of labels only after its first pass and leaves every link to them empty until then, so that it
would set each paragraph with such a link twice and keep both in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from praxis.book.typesetter import Place, SettingError
from praxis.wording import quoted

_SCHEME = b"ort:"
"""As in ``text.typ``; no link of a record can have it."""
_ABOVE = 10
"""Points that a reader sees above a place, as Typst has them above a heading."""


def lead_inner_links(document: Pdf, places: Mapping[str, Place]) -> None:
    """Let every link within the PDF lead to its place, and name the place for readers who do not see it.

    ``places`` are those of the typesetter by label. Raises :class:`SettingError` for a label that has none.
    """
    for link, label in _inner_links(document):
        if label not in places:
            raise SettingError(f"label does not exist: {label}")
        place = places[label]
        page = document.pages[place.page - 1]
        del link.A
        link.Dest = Array([page.obj, Name.XYZ, place.left, _height(page, place), 0])
        link.Contents = String(f"{quoted(place.words)}, Seite {place.page}" if place.words else f"Seite {place.page}")


def _inner_links(document: Pdf) -> Iterator[tuple[Object, str]]:
    for page in document.pages:
        for link in page.obj.get("/Annots", []):
            action = link.get("/A", Dictionary())
            address = bytes(action.get("/URI", b""))
            if address.startswith(_SCHEME):
                yield link, address.removeprefix(_SCHEME).decode()


def _height(page: Page, place: Place) -> float:
    """Points from the lower edge, as PDF counts them."""
    return round(float(page.mediabox[3]) - max(place.top - _ABOVE, 0), 2)
