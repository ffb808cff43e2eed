"""Meetings of the learning network: gaps presented, offers, talks, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.labels import label
from praxis.records import Meeting
from praxis.relations.meetings import STATE_WORDS, STATES, MeetingSummary, meeting_summaries, overdue_offers
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.meeting_papers import paper_links
from praxis.site.pages.record_page import index_page, record_page
from praxis.site.parts import known, reference, terms
from praxis.site.rows import fact, gap_row, section
from praxis.wording import german_date

Piece = dict[str, Any]


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a meeting, and the index, newest first."""
    for meeting in model.library.meetings.values():
        yield record_page(
            model, meeting, "Lernnetzwerk", facts=_facts(model, meeting), sections=_sections(model, meeting)
        )
    yield index_page(
        "lernnetzwerk",
        "Lernnetzwerk",
        "Treffen, bei denen Kommunen Lücken vorgestellt, Rat angeboten und Praxis ausgetauscht haben.",
        _index(model),
    )


def _facts(model: SiteModel, meeting: Meeting) -> Iterator[Piece]:
    host = model.library.municipalities.get(meeting.municipality or "")
    yield fact("Art", text=label("treffen", meeting.type))
    yield fact("Wann", text=_when(meeting))
    yield fact("Wo", text=meeting.place or "")
    if host:
        yield fact("Gastgebend", links=[reference(host)])
    if meeting.topics:
        yield fact("Themen", links=terms(meeting.topics, "themen", model.library.vocabulary.topics))


def _when(meeting: Meeting) -> str:
    return german_date(meeting.start) + (f" bis {german_date(meeting.end)}" if meeting.end else "")


def _sections(model: SiteModel, meeting: Meeting) -> Iterator[Piece]:
    summary = meeting_summaries(model.library)[meeting.id]
    yield section(
        "luecken",
        "Vorgestellte Lücken",
        intro=summary.text if summary.gaps else "",
        gaps=[gap_row(model, gap) for gap in summary.gaps],
        empty=summary.text,
    )
    if summary.gaps:
        yield section(
            "angebote",
            "Angebote und Gespräche",
            tables=[_offers(summary)] if summary.offers else [],
            empty="Angebote und Gespräche sind nicht berichtet. Haben Sie damals Rat gegeben?",
            after=None if summary.offers else ("So tragen Sie es nach", "mitmachen/index.html"),
        )
    late = [line.overdue_text for line in summary.overdue if line.overdue_text]
    if late:
        yield section("ueberfaellig", "Überfällig", texts=late)
    if summary.gaps:
        yield section("vordrucke", "Zum Drucken", links=paper_links(meeting))
    talks = [f"{entry.title} – {entry.by}" if entry.by else entry.title for entry in meeting.contributions]
    yield section("beitraege", "Beiträge", texts=talks, empty="Beiträge sind nicht berichtet.")


def _offers(summary: MeetingSummary) -> Piece:
    """How far each offer is, as a table; the words of the last column say what is overdue."""
    return {
        "caption": "Angebote und wie weit die Gespräche sind",
        "head": ["Lücke", "Angebot", *(word for word in STATE_WORDS.values()), "Nächster Schritt"],
        "rows": [
            [
                {"title": line.gap.question, "url": line.gap.address},
                {"title": line.text},
                *({"title": "ja" if line.has_reached(state) else "noch nicht"} for state in STATES),
                {"title": line.overdue_text or ("erledigt" if line.has_reached(STATES[-1]) else "nicht überfällig")},
            ]
            for line in summary.offers
        ],
    }


def _index(model: SiteModel) -> Iterator[Piece]:
    library, summaries = model.library, meeting_summaries(model.library)
    meetings = sorted(library.meetings.values(), key=lambda meeting: (meeting.start.latest, meeting.id), reverse=True)
    yield section(
        "treffen",
        "Treffen",
        links=[
            known(
                **reference(item),
                note=f"{_when(item)}, {item.place or 'Ort nicht berichtet'}. {summaries[item.id].text}",
            )
            for item in meetings
        ],
        empty="Noch ist kein Treffen erfasst.",
    )
    yield section(
        "ueberfaellig",
        "Überfällige Gespräche",
        links=[
            {"title": line.gap.question, "url": line.gap.address, "note": line.overdue_text}
            for line in overdue_offers(library)
        ],
        empty="Zurzeit ist kein verabredetes Gespräch überfällig.",
    )
    yield section("leiten", "Selbst ein Treffen leiten", links=[{"title": "Ablauf, Raster, Karten und Protokoll", "url": "netzwerktreffen/index.html"}])  # fmt: skip
    yield section("kalender", "Kalender", links=[{"title": "Alle Treffen als Kalender (iCalendar)", "url": "daten/treffen.ics"}])  # fmt: skip
