"""Papers for who runs a network meeting: the way through it, cards for the plenary, a protocol of one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.records import Gap, Meeting
from praxis.relations.meetings import MeetingSummary, OfferLine, meeting_summaries
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import known, reference
from praxis.site.rows import trail
from praxis.wording import age_words, german_date

Piece = dict[str, Any]
FOLDER = "netzwerktreffen"
_TRAIL = ("Netzwerktreffen leiten", f"{FOLDER}/index.html")
_LINES = 5
"""Empty lines for offers on a card."""
_BLANK_CARDS = 4
_BLANK_ROWS = 8


def pages(model: SiteModel) -> Iterator[Page]:
    """The guide, blank cards and protocol, and both for each meeting at which gaps were presented."""
    yield _guide(model)
    yield _cards("karten", "Karten für das Plenum", [{} for _ in range(_BLANK_CARDS)])
    yield _protocol("protokoll", "Protokoll eines Netzwerktreffens", {}, [])
    for summary in meeting_summaries(model.library).values():
        if summary.gaps:
            title = summary.meeting.title
            yield _cards(
                f"karten-{summary.meeting.id}", f"Karten: {title}", [_card(model, gap) for gap in summary.gaps]
            )
            yield _protocol(
                f"protokoll-{summary.meeting.id}",
                f"Protokoll: {title}",
                _facts(model, summary.meeting),
                _rows(model, summary),
            )


def paper_links(meeting: Meeting) -> list[Piece]:
    """The papers of a meeting at which gaps were presented."""
    return [
        {"title": "Karten für das Plenum", "url": f"{FOLDER}/karten-{meeting.id}.html"},
        {"title": "Protokoll auf einer Seite", "url": f"{FOLDER}/protokoll-{meeting.id}.html"},
    ]


def _guide(model: SiteModel) -> Page:
    library = model.library
    chapter, first = library.chapters.get("voneinander-lernen"), library.meetings.get("lernnetzwerktreffen-11")
    lead = "Vom leeren Raster zum geführten Gespräch: Ablauf, Vordrucke und was danach einzutragen ist."
    return Page(
        path=f"{FOLDER}/index.md",
        template="netzwerktreffen.html",
        title="Ein Netzwerktreffen leiten",
        description=lead,
        data=known(
            trail=trail(("Lernnetzwerk", "lernnetzwerk/index.html")),
            lead=lead,
            more=[reference(record) for record in (chapter, first) if record],
        ),
    )


def _cards(name: str, title: str, cards: list[Piece]) -> Page:
    return Page(
        path=f"{FOLDER}/{name}.md",
        template="karten.html",
        title=title,
        description="Eine Karte je Lücke: Die Partnerkommune trägt die Frage vor, wer Rat weiß, wird notiert.",
        data={"trail": trail(_TRAIL), "cards": cards, "lines": _LINES},
    )


def _card(model: SiteModel, gap: Gap) -> Piece:
    vocabulary = model.library.vocabulary
    conditions = vocabulary.context_model.conditions
    return known(
        question=gap.question,
        place=model.place(gap.municipality) if gap.municipality else "nicht genannt",
        partner=model.place(gap.presented_by) if gap.presented_by else "",
        standards=", ".join(vocabulary.standards[key].title for key in gap.standards if key in vocabulary.standards),
        ages=age_words(gap.ages),
        decisive=", ".join(conditions[key].title for key in gap.decisive if key in conditions),
        offers=[line.text for line in _offers(model, gap)],
    )


def _offers(model: SiteModel, gap: Gap) -> list[OfferLine]:
    summary = meeting_summaries(model.library).get(gap.meeting or "")
    return [line for line in summary.offers if line.gap.id == gap.id] if summary else []


def _protocol(name: str, title: str, facts: Piece, rows: list[Piece]) -> Page:
    empty: list[Piece] = [{} for _ in range(max(0, _BLANK_ROWS - len(rows)))]
    return Page(
        path=f"{FOLDER}/{name}.md",
        template="protokoll.html",
        title=title,
        description="Fragen, Angebote, Verabredungen und Fristen eines Treffens auf einer Seite.",
        data={"trail": trail(_TRAIL), "facts": facts, "rows": [*rows, *empty]},
    )


def _facts(model: SiteModel, meeting: Meeting) -> Piece:
    return known(
        date=german_date(meeting.start),
        place=meeting.place,
        host=model.place(meeting.municipality) if meeting.municipality else "",
    )


def _rows(model: SiteModel, summary: MeetingSummary) -> list[Piece]:
    rows: list[Piece] = []
    for gap in summary.gaps:
        offers = [line for line in summary.offers if line.gap.id == gap.id]
        place = model.place(gap.municipality) if gap.municipality else ""
        rows += [known(question=gap.question, place=place)] if not offers else []
        rows += [
            known(
                question=gap.question,
                place=place,
                offer=line.place,
                case=line.case.title if line.case else "",
                state=line.state_words,
                due=german_date(line.offer.due) if line.offer.due else "",
            )
            for line in offers
        ]
    return rows
