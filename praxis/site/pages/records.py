"""Pages of municipalities, reuses, chapters, materials and meetings, with their indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from praxis.records import Chapter, Material, Meeting, Municipality, Record, Reuse
from praxis.relations.chapters import chapter_links
from praxis.relations.context import municipality_context
from praxis.relations.facets import cases_by_municipality, gaps_by_municipality, offers_by_municipality
from praxis.relations.meetings import meeting_summaries
from praxis.relations.reuse import adaptation_notes, case_title, place_of
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import condition_words, known, reference, sources, terms
from praxis.site.rows import case_row, fact, gap_row, section, trail
from praxis.wording import german_date

Piece = dict[str, Any]
_OUTCOME = {
    "vorbereitung": "in Vorbereitung", "laeuft": "läuft", "beendet": "beendet", "abgebrochen": "abgebrochen",
    "nicht-begonnen": "nicht begonnen",
}  # fmt: skip
_TYPES = {
    "stadt": "Städte", "gemeinde": "Gemeinden", "kreis": "Kreise", "verbund": "Verbünde", "land": "Länder",
    "stelle": "Landesstellen und Institute",
}  # fmt: skip


def pages(model: SiteModel) -> Iterator[Page]:
    """Every page of these record types."""
    library = model.library
    for place in library.municipalities.values():
        yield _record(model, place, "Kommunen", list(_municipality_facts(place)), list(_municipality(model, place)))
    for reuse in library.reuses.values():
        yield _record(model, reuse, "Nachnutzung", list(_reuse_facts(model, reuse)), list(_reuse(model, reuse)))
    for chapter in library.chapters.values():
        yield _record(model, chapter, "Handbuch", [], list(_chapter(model, chapter)), chapter.short)
    for material in library.materials.values():
        yield _record(model, material, "Materialien", list(_material_facts(model, material)), [])
    for meeting in library.meetings.values():
        yield _record(
            model, meeting, "Lernnetzwerk", list(_meeting_facts(model, meeting)), list(_meeting(model, meeting))
        )
    yield from _indexes(model)


def _record(
    model: SiteModel, record: Record, section_title: str, facts: list[Piece], sections: list[Piece], lead: str = ""
) -> Page:
    return Page(
        path=f"{record.folder}/{record.id}.md",
        template="eintrag.html",
        title=record.title,
        description=lead,
        data=known(
            trail=trail((section_title, f"{record.folder}/index.html")),
            lead=lead,
            facts=facts,
            sections=sections,
            sources=sources(record),
        ),
        body=model.body(record),
        source=record.path,
    )


def _municipality_facts(place: Municipality) -> Iterator[Piece]:
    yield fact("Art", text=place.type)
    if place.state:
        yield fact("Land", text=place.state)
    for programme in place.programmes:
        years = "–".join(str(year) for year in (programme.start, programme.end) if year)
        yield fact("Programm", text=", ".join(part for part in (programme.name, programme.role, years) if part))


def _municipality(model: SiteModel, place: Municipality) -> Iterator[Piece]:
    library, rows = model.library, []
    conditions = library.vocabulary.context_model.conditions
    for key, known_fact in municipality_context(library, place.id).items():
        if key in conditions and known_fact.values:
            dated = f" ({german_date(known_fact.as_of)})" if known_fact.as_of else ""
            note = f" – {known_fact.note}" if known_fact.note else ""
            rows.append(f"{conditions[key].title}: {condition_words(conditions[key], known_fact.values)}{dated}{note}")
    yield section("kontext", "Bekannte Bedingungen", texts=rows, empty="Zu den Bedingungen ist nichts berichtet.")
    cases = cases_by_municipality(library).get(place.id, [])
    yield section(
        "praxis", "Praxis", cases=[case_row(model, case) for case in cases], empty="Noch ist kein Fall erfasst."
    )
    gaps = [*gaps_by_municipality(library).get(place.id, []), *offers_by_municipality(library).get(place.id, [])]
    if gaps:
        yield section("luecken", "Lücken und Angebote", gaps=[gap_row(model, gap) for gap in gaps])
    reuses = [reuse for reuse in library.reuses.values() if reuse.municipality.id == place.id]
    if reuses:
        yield section("nachnutzung", "Von anderen übernommen", links=[reference(reuse) for reuse in reuses])


def _reuse_facts(model: SiteModel, reuse: Reuse) -> Iterator[Piece]:
    library = model.library
    originals = [library.cases[item.id] for item in reuse.originals if item.id and item.id in library.cases]
    named = ", ".join(case_title(library, item) for item in reuse.originals if not item.id)
    yield fact("Original", text=named, links=[reference(case) for case in originals])
    yield fact("Übernommen von", text=place_of(library, reuse.municipality))
    yield fact("Beginn", text=str(reuse.year) if reuse.year else "nicht berichtet")
    yield fact("Ergebnis", text=_OUTCOME[reuse.outcome])
    yield fact("Übernommene Kernelemente", text=", ".join(reuse.adopted) or "nicht berichtet")
    yield fact("Begleitet von", text=reuse.moderator or "nicht berichtet")
    if reuse.new_case and reuse.new_case in library.cases:
        yield fact("Daraus wurde", links=[reference(library.cases[reuse.new_case])])


def _reuse(model: SiteModel, reuse: Reuse) -> Iterator[Piece]:
    notes = [note.text for note in adaptation_notes(model.library, reuse)]
    yield section("anpassungen", "Was geändert wurde", texts=notes, empty="Was geändert wurde, ist nicht berichtet.")
    if reuse.open_questions:
        yield section("fragen", "Neue Fragen", texts=[entry.question for entry in reuse.open_questions])


def _chapter(model: SiteModel, chapter: Chapter) -> Iterator[Piece]:
    links = chapter_links(model.library)[chapter.id]
    vocabulary = model.library.vocabulary
    if links.standards:
        yield section(
            "standards", "Standards dieses Kapitels", links=terms(chapter.standards, "standards", vocabulary.standards)
        )
        yield section(
            "praxis",
            "Praxis dazu",
            cases=[case_row(model, case) for case in links.cases],
            empty="Noch ist kein Fall zu diesem Standard erfasst.",
        )
        yield section(
            "luecken",
            "Lücken dazu",
            gaps=[gap_row(model, gap) for gap in links.gaps],
            empty="Zu diesem Standard ist keine Lücke erfasst.",
        )
    if links.materials:
        yield section("materialien", "Materialien", links=[reference(material) for material in links.materials])
    order = list(model.library.chapters.values())
    place = order.index(chapter)
    near = [*(order[place - 1 : place] if place else []), *order[place + 1 : place + 2]]
    yield section("weiter", "Voriges und nächstes Kapitel", links=[reference(other) for other in near])


def _material_facts(model: SiteModel, material: Material) -> Iterator[Piece]:
    vocabulary = model.library.vocabulary
    yield fact("Art", text=material.type.capitalize())
    yield fact("Herausgeber", text=material.publisher or "nicht berichtet")
    yield fact("Jahr", text=str(material.year) if material.year else "nicht berichtet")
    if material.url:
        yield fact("Adresse", links=[{"title": material.url, "url": material.url}])
    yield fact("Standards", links=terms(material.standards, "standards", vocabulary.standards))
    yield fact("Themen", links=terms(material.topics, "themen", vocabulary.topics))


def _meeting_facts(model: SiteModel, meeting: Meeting) -> Iterator[Piece]:
    end = f" bis {german_date(meeting.end)}" if meeting.end else ""
    yield fact("Wann", text=german_date(meeting.start) + end)
    yield fact("Wo", text=meeting.place or "nicht berichtet")
    yield fact("Themen", links=terms(meeting.topics, "themen", model.library.vocabulary.topics))


def _meeting(model: SiteModel, meeting: Meeting) -> Iterator[Piece]:
    summary = meeting_summaries(model.library)[meeting.id]
    talks = [f"{entry.title} ({entry.by})" if entry.by else entry.title for entry in meeting.contributions]
    yield section("beitraege", "Beiträge", texts=talks, empty="Beiträge sind nicht berichtet.")
    yield section(
        "luecken", "Vorgestellte Lücken", intro=summary.text, gaps=[gap_row(model, gap) for gap in summary.gaps]
    )


def _indexes(model: SiteModel) -> Iterator[Page]:
    library = model.library
    yield _index(
        "handbuch",
        "Handbuch",
        "Was eine Präventionskette ausmacht, Kapitel für Kapitel, mit Leitfragen, Prüfsteinen, Stolpersteinen und Praxis.",
        library.chapters.values(),
    )
    yield _index(
        "materialien",
        "Materialien",
        "Handreichungen, Arbeitshilfen, Vorlagen und Studien zu Präventionsketten.",
        library.materials.values(),
    )
    yield _index(
        "lernnetzwerk",
        "Lernnetzwerk",
        "Treffen, bei denen Kommunen Lücken vorgestellt und Praxis ausgetauscht haben.",
        library.meetings.values(),
    )
    yield _index(
        "nachnutzung",
        "Nachnutzung",
        "Was Kommunen voneinander übernommen und dabei geändert haben, auch wenn es nicht geklappt hat.",
        library.reuses.values(),
    )
    groups = [
        section(kind, title, links=[reference(place) for place in places])
        for kind, title in _TYPES.items()
        if (places := [place for place in library.municipalities.values() if place.type == kind])
    ]
    yield _index(
        "kommunen",
        "Kommunen und Stellen",
        "Wer im Netzwerk mitwirkt, mit dem, was über die Bedingungen vor Ort bekannt ist.",
        (),
        groups,
    )


def _index(folder: str, title: str, lead: str, records: Iterable[Record], groups: Iterable[Piece] = ()) -> Page:
    links = [known(title=record.title, url=record.address, note=getattr(record, "short", "")) for record in records]
    listed = (
        [section("alle", "Übersicht", links=links, empty="Noch ist nichts erfasst.")] if not groups else list(groups)
    )
    return Page(
        path=f"{folder}/index.md",
        template="eintrag.html",
        title=title,
        description=lead,
        data={"trail": trail(), "lead": lead, "sections": listed},
    )
