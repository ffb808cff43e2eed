"""The results page of the search, and the subject index from A to Z, which needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from praxis.markdown import slugify
from praxis.records import Record
from praxis.relations.register import Entry, register
from praxis.relations.register_words import initial
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import known, reference
from praxis.site.rows import REGISTER_LINK, trail
from praxis.wording import counted

Piece = dict[str, Any]
_LISTED = 6
"""Records listed below a heading at most; where there are more, the term's own page lists them all."""
_NUMBERS = "0–9"


def pages(model: SiteModel) -> Iterator[Page]:
    """One page each."""
    yield Page(
        path="suche/index.md",
        template="suche.html",
        title="Suche",
        description="In Praxis, Lücken, Handbuch, Materialien, Treffen, Kommunen, Themen und Glossar suchen.",
        data={"trail": trail(), "register": REGISTER_LINK},
    )
    yield _register(model)


def _register(model: SiteModel) -> Page:
    entries = register(model.library)
    anchors = {entry.heading: anchor for entry, anchor in zip(entries, _anchors(entries), strict=True)}
    letters = [
        {"id": f"buchstabe-{letter.lower().replace('–', '-')}", "title": letter, "entries": list(listed)}
        for letter, listed in (
            (letter, (_entry(entry, anchors) for entry in group)) for letter, group in groupby(entries, _letter)
        )
    ]
    lead = "Jedes Thema, jeder Begriff und jeder Ort dieser Sammlung, mit den Wörtern, unter denen man sie sonst sucht."
    return Page(
        path="register/index.md",
        template="register.html",
        title=REGISTER_LINK[0],
        description=lead,
        data={"trail": trail(), "lead": lead, "letters": letters},
    )


def _letter(entry: Entry) -> str:
    return initial(entry.heading) or _NUMBERS


def _anchors(entries: tuple[Entry, ...]) -> Iterator[str]:
    """An anchor for each entry; the second of equal ones ends in a number."""
    seen: dict[str, int] = {}
    for entry in entries:
        anchor = slugify(entry.heading, "-") or "eintrag"
        seen[anchor] = seen.get(anchor, 0) + 1
        yield anchor if seen[anchor] == 1 else f"{anchor}--{seen[anchor]}"


def _entry(entry: Entry, anchors: dict[str, str]) -> Piece:
    listed = entry.records if len(entry.records) <= _LISTED else []
    return known(
        id=anchors[entry.heading],
        title=entry.heading,
        see=[{"title": heading, "id": anchors[heading]} for heading in entry.see],
        see_word="siehe" if entry.only_refers else "siehe auch",
        places=[{"title": place.name, "url": place.address} for place in entry.places],
        records=[{**reference(record), "kind": record.label} for record in listed],
        more="" if listed else _counts(entry.records),
    )


def _counts(records: list[Record]) -> str:
    """``12 Einträge``; empty where there are none."""
    return counted(len(records), "Eintrag", "Einträge") if records else ""
