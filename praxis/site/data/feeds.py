"""Atom feeds (RFC 4287): new practice, new gaps, and the gaps under „Gesucht“."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from praxis.records import Record
from praxis.records.dates import PartialDate
from praxis.relations.matching import wanted
from praxis.site.data.identity import urn, urn_of
from praxis.site.data.records import LICENCE
from praxis.site.data.text import xml_text
from praxis.site.model import SiteModel

LIMIT = 200
"""Entries of a feed at most. They are sorted by the date of their facts, for no record says when it was added: a new one
with old facts stands far down, and must not fall off the end."""
_ATOM = "http://www.w3.org/2005/Atom"
_BEGINNING = dt.date(2015, 1, 1)
"""Date of a feed without entries, so that it never changes by itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the record, a sentence about it, and since when it is as it is."""

    record: Record
    summary: str
    date: dt.date


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The three feeds with their paths."""
    library, today = model.library, model.library.today
    cases = [Entry(case, case.short, _known(case.as_of, today)) for case in library.cases.values()]
    gaps = [Entry(gap, gap.question, _known(gap.as_of or gap.reported, today)) for gap in library.gaps.values()]
    searched = {gap.id for gap in wanted(library)}
    yield "daten/praxis.atom", _feed(model, "praxis", "Neue Praxisbeispiele", "praxis/index.html", cases)
    yield "daten/luecken.atom", _feed(model, "luecken", "Neue Lücken", "luecken/index.html", gaps)
    open_gaps = [entry for entry in gaps if entry.record.id in searched]
    yield "daten/gesucht.atom", _feed(model, "gesucht", "Gesucht", "luecken/index.html", open_gaps)


def _known(date: PartialDate, today: dt.date) -> dt.date:
    """The last day that a date may mean, never in the future."""
    return min(date.latest, max(today, date.earliest))


def _feed(model: SiteModel, name: str, title: str, page: str, entries: Iterable[Entry]) -> bytes:
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "de"})
    shown = sorted(entries, key=lambda entry: (-entry.date.toordinal(), entry.record.id))[:LIMIT]
    settings = model.settings
    _text(feed, "id", urn(f"feed/{name}"))
    _text(feed, "title", f"{settings.site_name}: {title}")
    _text(feed, "updated", _moment(max((entry.date for entry in shown), default=_BEGINNING)))
    _link(feed, "self", settings.absolute(f"daten/{name}.atom"), "application/atom+xml")
    _link(feed, "alternate", settings.absolute(page), "text/html")
    _text(ElementTree.SubElement(feed, f"{{{_ATOM}}}author"), "name", settings.site_name)
    _text(feed, "rights", f"CC BY 4.0, {LICENCE}")
    for entry in shown:
        _add(feed, entry, settings.absolute(entry.record.address))
    ElementTree.indent(feed, " ")
    document: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _add(feed: ElementTree.Element, entry: Entry, address: str) -> None:
    element = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
    _text(element, "id", urn_of(entry.record))
    _text(element, "title", entry.record.title)
    _text(element, "updated", _moment(entry.date))
    _link(element, "alternate", address, "text/html")
    _text(element, "summary", entry.summary)


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{tag}").text = xml_text(text)


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "type": media_type, "href": address})


def _moment(date: dt.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"
