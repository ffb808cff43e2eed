"""Municipalities and offices: what is known of their conditions, their practice, gaps, offers and reuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from praxis.labels import label
from praxis.library import Library
from praxis.records import Municipality, Reuse
from praxis.records.others import Programme
from praxis.relations.context import municipality_context
from praxis.relations.derived import derived
from praxis.relations.facets import (
    cases_by_municipality,
    gaps_by_municipality,
    group,
    offers_by_municipality,
)
from praxis.relations.reuse import reuses_of
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.beside import beside_sections
from praxis.site.pages.record_page import index_page, record_page
from praxis.site.parts import as_of_note, condition_words, known, reference
from praxis.site.rows import case_row, fact, gap_row, link, section
from praxis.wording import as_sentence, counted, german_date

Piece = dict[str, Any]
_PLURALS = {
    "stadt": "Städte",
    "gemeinde": "Gemeinden",
    "kreis": "Kreise",
    "verbund": "Verbünde",
    "land": "Länder",
    "stelle": "Landesstellen, Institute und Stiftungen",
}
_NO_STATE = "Ohne Angabe eines Landes"


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a municipality, and the index."""
    for place in model.library.municipalities.values():
        yield record_page(model, place, "Kommunen", facts=_facts(place), sections=_sections(model, place))
    yield index_page(
        "kommunen",
        "Kommunen und Stellen",
        "Wer mitwirkt, nach Ländern geordnet, mit der Zahl der Praxisbeispiele.",
        _by_state(model),
    )


def _facts(place: Municipality) -> Iterator[Piece]:
    yield fact("Art", text=label("kommune", place.type))
    if place.state != place.title:
        yield fact("Land", text=place.state or "")
    yield known(**fact("Programme", text="; ".join(_programme(entry) for entry in place.programmes)))
    yield fact("Stand der Angaben", text=german_date(place.as_of) if place.as_of else "")


def _programme(entry: Programme) -> str:
    years = "–".join(str(year) for year in (entry.start, entry.end) if year)
    if entry.start and not entry.end:
        years = f"ab {entry.start}"
    return ", ".join(part for part in (entry.name, entry.role, years) if part)


def _sections(model: SiteModel, place: Municipality) -> Iterator[Piece]:
    library = model.library
    cases = cases_by_municipality(library).get(place.id, [])
    yield section(
        "praxis",
        "Praxis von hier",
        cases=[case_row(model, case) for case in cases],
        empty="Von hier ist noch kein Fall erfasst. Kennen Sie einen?",
        after=None if cases else ("So tragen Sie ihn ein", "mitmachen/index.html"),
    )
    if place.type != "stelle":
        yield _profile(model, place)
        yield from beside_sections(model, place)
    gaps = gaps_by_municipality(library).get(place.id, [])
    if gaps:
        yield section("luecken", "Lücken von hier", gaps=[gap_row(model, gap) for gap in gaps])
    offers = offers_by_municipality(library).get(place.id, [])
    if offers:
        yield section("angebote", "Hier wurde Rat angeboten zu", gaps=[gap_row(model, gap) for gap in offers])
    taken = _reuses_by_place(library).get(place.id, [])
    if taken:
        yield section("uebernommen", "Von anderen übernommen", links=[_reuse(reuse) for reuse in taken])
    given = [reuse for case in cases for reuse in reuses_of(library, case.id)]
    if given:
        yield section("weitergegeben", "Von anderen nachgenutzt", links=[_reuse(reuse) for reuse in given])
    hosted = [meeting for meeting in library.meetings.values() if meeting.municipality == place.id]
    if hosted:
        yield section("treffen", "Treffen hier", links=[link(item, german_date(item.start)) for item in hosted])


def _reuse(reuse: Reuse) -> Piece:
    return link(reuse, label("ergebnis", reuse.outcome))


def _profile(model: SiteModel, place: Municipality) -> Piece:
    """The known conditions by dimension; the open ones are counted, not listed."""
    context_model = model.library.vocabulary.context_model
    rows: dict[str, list[Piece]] = {}
    for key, found in municipality_context(model.library, place.id).items():
        condition = context_model.conditions[key]
        if words := condition_words(condition, found.values):
            note = " ".join(part for part in (as_sentence(found.note or ""), as_of_note(found.as_of)) if part)
            line = known(label=condition.title, text=words, note=note, condition=key, values=" ".join(found.values))
            rows.setdefault(condition.dimension, []).append(line)
    number = len(context_model.conditions) - sum(len(lines) for lines in rows.values())
    groups = [{"title": item.title, "defs": rows[key]} for key, item in context_model.dimensions.items() if key in rows]
    return section(
        "kontext",
        "Bekannte Bedingungen",
        intro=f"Zu {counted(number, 'Bedingung', 'Bedingungen', none='keiner')} des Kontextmodells ist nichts berichtet.",
        groups=groups,
        after=("Alle Bedingungen und Fragen des Kontextmodells", "kontextmodell/index.html"),
    )


@derived
def _reuses_by_place(library: Library) -> Mapping[str, list[Reuse]]:
    return group(library.reuses.values(), lambda reuse: [reuse.municipality.id] if reuse.municipality.id else [], ())


def _by_state(model: SiteModel) -> Iterator[Piece]:
    places = group(model.library.municipalities.values(), lambda place: [place.state or _NO_STATE], ())
    for state in sorted(places, key=lambda name: (name == _NO_STATE, name)):
        yield section(
            state.lower().replace(" ", "-").translate(_PLAIN),
            state,
            groups=[
                {"title": title, "of": state, "links": [_entry(model, place) for place in found]}
                for kind, title in _PLURALS.items()
                if (found := [place for place in places[state] if place.type == kind])
            ],
        )


_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _entry(model: SiteModel, place: Municipality) -> Piece:
    number = len(cases_by_municipality(model.library).get(place.id, ()))
    return known(**reference(place), count=counted(number, "Beispiel", "Beispiele") if number else "")
