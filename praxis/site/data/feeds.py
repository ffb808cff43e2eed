"""Atom feeds (RFC 4287) of cases and gaps, and the calendar of the meetings (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from icalendar import Calendar, Event

from praxis.records import Meeting, Record
from praxis.records.values import PartialDate
from praxis.relations.matching import wanted
from praxis.site.data.text import xml_text
from praxis.site.model import SiteModel

_ATOM = "http://www.w3.org/2005/Atom"
_SHOWN = 50


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """Three feeds and the calendar."""
    library = model.library
    cases = sorted(library.cases.values(), key=lambda case: (case.as_of.latest, case.id), reverse=True)
    gaps = sorted(library.gaps.values(), key=lambda gap: (gap.reported.latest, gap.id), reverse=True)
    yield (
        "daten/praxis.atom",
        _feed(model, "praxis", "Neue Praxisbeispiele", ((case, case.short, case.as_of) for case in cases)),
    )
    yield (
        "daten/luecken.atom",
        _feed(model, "luecken", "Neue Lücken", ((gap, gap.question, gap.reported) for gap in gaps)),
    )
    searched = ((gap, gap.question, gap.reported) for gap in wanted(library))
    yield "daten/gesucht.atom", _feed(model, "gesucht", "Gesucht", searched)
    yield "daten/treffen.ics", _calendar(model, library.meetings.values())


def _feed(model: SiteModel, name: str, title: str, entries: Iterable[tuple[Record, str, PartialDate]]) -> bytes:
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "de"})
    address = model.settings.absolute(f"daten/{name}.atom")
    shown = list(entries)[:_SHOWN]
    newest = max((date.latest for _, _, date in shown), default=dt.date(2015, 1, 1))
    for tag, text in (("id", address), ("title", f"{model.settings.site_name}: {title}"), ("updated", _moment(newest))):
        _child(feed, tag, text)
    ElementTree.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "self", "href": address})
    _child(_child(feed, "author", ""), "name", model.settings.site_name)
    for record, summary, date in shown:
        entry = _child(feed, "entry", "")
        link = model.settings.absolute(record.address)
        for tag, text in (
            ("id", link),
            ("title", record.title),
            ("updated", _moment(date.latest)),
            ("summary", summary),
        ):
            _child(entry, tag, text)
        ElementTree.SubElement(entry, f"{{{_ATOM}}}link", {"rel": "alternate", "href": link})
    ElementTree.indent(feed, " ")
    document: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _child(parent: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    child.text = xml_text(text) or None
    return child


def _moment(date: dt.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"


def _calendar(model: SiteModel, meetings: Iterable[Meeting]) -> bytes:
    """Meetings whose day is known, as whole days."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{model.settings.site_name}//Treffen//DE")
    calendar.add("version", "2.0")
    for meeting in meetings:
        if meeting.start.day is None:
            continue
        event = Event()
        event.add("uid", model.settings.absolute(meeting.address))
        event.add("dtstamp", dt.datetime.combine(meeting.start.earliest, dt.time(), dt.UTC))
        event.add("dtstart", meeting.start.earliest)
        event.add("dtend", (meeting.end or meeting.start.earliest) + dt.timedelta(days=1))
        event.add("summary", xml_text(meeting.title))
        if meeting.place:
            event.add("location", xml_text(meeting.place))
        event.add("url", model.settings.absolute(meeting.address))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
