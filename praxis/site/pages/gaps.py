"""Gap pages with answers and reasons, and their index with „Gesucht“."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from praxis.records import Gap
from praxis.relations.chapters import chapters_of
from praxis.relations.context import Result
from praxis.relations.matching import Match, gap_matches, wanted
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import age_bar, gap_origin, known, reference, sources, terms
from praxis.site.rows import GAP_STATUS, fact, gap_row, section, trail
from praxis.wording import counted, german_date

Piece = dict[str, Any]
_SECTIONS = {"thema": "themen", "standard": "standards"}


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a gap, and the index."""
    for gap in model.library.gaps.values():
        yield _page(model, gap)
    library = model.library
    searched = wanted(library)
    reported = [gap for gap in library.gaps.values() if gap.origin == "gemeldet"]
    others = [gap for gap in library.gaps.values() if gap.origin != "gemeldet"]
    yield Page(
        path="luecken/index.md",
        template="eintrag.html",
        title="Lücken",
        description="Was Kommunen in ihrer Präventionskette fehlt, mit passender Praxis und Gründen.",
        data={
            "trail": trail(),
            "lead": "Eine Lücke ist eine Frage aus der Arbeit an einer Präventionskette, zu der vor Ort die Lösung fehlt. Jede Seite nennt Praxis, die passen kann, mit Gründen und Unterschieden.",
            "sections": [
                section("gemeldet", "Von Kommunen gemeldet", gaps=[gap_row(model, gap) for gap in reported], empty="Noch hat keine Kommune eine Lücke gemeldet."),
                section("redaktion", "Von der Redaktion aus Texten gefolgert", gaps=[gap_row(model, gap) for gap in others]),
                section(
                    "gesucht",
                    "Gesucht",
                    intro="Aktuelle Fragen ohne Angebot und ohne bestätigte Antwort. Wer eine Lösung kennt, kann sie über „Mitmachen“ eintragen.",
                    links=[reference(gap) for gap in searched],
                    empty="Zurzeit wird nichts gesucht.",
                ),
            ],
        },
    )  # fmt: skip


def _page(model: SiteModel, gap: Gap) -> Page:
    matches = gap_matches(model.library)[gap.id]
    contrast = matches.contrast
    return Page(
        path=f"luecken/{gap.id}.md",
        template="luecke.html",
        title=gap.title,
        description=gap.question,
        data=known(
            trail=trail(("Lücken", "luecken/index.html")),
            question=gap.question,
            notices=_notices(model, gap),
            facts=_facts(model, gap),
            matches=[_match(model, match) for match in matches.matches],
            nearest=[{"title": title, "url": f"{_SECTIONS[kind]}/{key}.html"} for kind, key, title in matches.nearest],
            contrast={**_match(model, contrast.match), "why": contrast.why} if contrast else {},
            sections=list(_sections(model, gap)),
            sources=sources(gap),
        ),
        body=model.body(gap),
        source=gap.path,
    )


def _notices(model: SiteModel, gap: Gap) -> list[str]:
    texts = []
    if gap.origin == "redaktionell":
        texts.append("Diese Lücke hat die Redaktion aus einem Text gefolgert. Sie ist keine Frage einer Kommune.")
    if gap.is_review_due(model.library.today):
        texts.append("Ob der Bedarf noch besteht, ist nicht bestätigt.")
    return texts


def _facts(model: SiteModel, gap: Gap) -> list[Piece]:
    vocabulary = model.library.vocabulary
    meeting = model.library.meetings.get(gap.meeting or "")
    return [
        fact("Wessen Frage", text=f"{gap_origin(gap)}, {german_date(gap.reported)}"),
        fact("Kommune", text=model.place(gap.municipality) if gap.municipality else "nicht genannt"),
        fact("Alter", text=age_bar(gap.ages)["words"]),
        fact("Standards", links=terms(gap.standards, "standards", vocabulary.standards)),
        fact("Themen", links=terms(gap.topics, "themen", vocabulary.topics)),
        fact("Status", text=GAP_STATUS[gap.status]),
        fact("Vorgestellt", links=[reference(meeting)] if meeting else [], text="" if meeting else "nicht berichtet"),
    ]


def _match(model: SiteModel, match: Match) -> Piece:
    case = match.case
    counts = Counter(condition.result for condition in match.conditions)
    return {
        "title": case.title,
        "url": case.address,
        "place": model.place(case.municipality),
        "short": case.short,
        "mark": _mark(model, match),
        "reasons": [reason.text for reason in match.reasons],
        "summary": f"{counts[Result.FITS]} passt, {counts[Result.DEVIATES]} weicht ab, {counts[Result.UNREPORTED]} nicht berichtet",
        "conditions": [
            known(title=row.title, result=str(row.result), importance=row.importance, text=row.text)
            for row in match.conditions
        ],
    }


def _mark(model: SiteModel, match: Match) -> str:
    if match.offered_by:
        return "Angebot von: " + ", ".join(model.place(place) for place in match.offered_by)
    return "Von der Redaktion bestätigte Antwort" if match.is_confirmed else "Berechneter Treffer"


def _sections(model: SiteModel, gap: Gap) -> Iterator[Piece]:
    conditions = model.library.vocabulary.context_model.conditions
    decisive = [conditions[key].title for key in gap.decisive if key in conditions]
    if decisive:
        intro = f"{counted(len(decisive), 'Bedingung', 'Bedingungen')}, nach denen man zuerst fragen sollte."
        yield section("entscheidend", "Was über eine Übertragung entscheidet", intro=intro, texts=decisive)
    if gap.tried:
        tried = [f"{entry.what}: {entry.result or 'Ergebnis nicht berichtet'}" for entry in gap.tried]
        yield section("versucht", "Was schon versucht wurde", texts=tried)
    chapters = chapters_of(model.library, gap.standards)
    yield section("handbuch", "Im Handbuch", links=[reference(chapter) for chapter in chapters])
