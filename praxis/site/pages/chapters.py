"""Handbook chapters with practice, gaps, materials and what reuse taught, and the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.records import Case, Chapter
from praxis.relations.chapters import ChapterLinks, chapter_links
from praxis.site.links import BOOK_PDF, pdf_address
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.lessons import lesson_groups
from praxis.site.pages.record_page import index_page, record_page
from praxis.site.parts import known, reference, terms
from praxis.site.rows import case_row, fact, gap_row, section
from praxis.wording import german_date

Piece = dict[str, Any]
_SHOWN = 6
"""Cases under a chapter; the pages of its standards list all of them."""
_STATIONS = {
    "leitbild": "Leitbild",
    "steuerung-und-ziele": "Steuerung und Ziele",
    "umsetzung": "Umsetzung",
    "reflexion": "Reflexion",
    "wissensbasierung": "Wissensbasierung",
    "rahmen": "Rahmen für alle Stationen",
}


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a chapter, and the table of contents."""
    chapters = list(model.library.chapters.values())
    for number, chapter in enumerate(chapters):
        before, after = chapters[number - 1] if number else None, chapters[number + 1 : number + 2]
        yield record_page(
            model,
            chapter,
            "Handbuch",
            lead=chapter.short,
            template="kapitel.html",
            facts=_facts(model, chapter, number + 1, len(chapters)),
            sections=_sections(model, chapter_links(model.library)[chapter.id]),
            number=number + 1,
            pdf=pdf_address(chapter) if model.settings.pdf_links else "",
            previous=reference(before) if before else {},
            next=reference(after[0]) if after else {},
        )
    lead = "Was eine Präventionskette ausmacht, Kapitel für Kapitel: mit Leitfragen, Prüfsteinen, Stolpersteinen und Praxis."
    yield index_page("handbuch", "Handbuch", lead, [*_whole_book(model), _contents(chapters), *_standards(model)])


def _whole_book(model: SiteModel) -> Iterator[Piece]:
    if model.settings.pdf_links:
        book = {"title": "Das ganze Handbuch mit allen Praxisbeispielen", "url": BOOK_PDF}
        yield section("pdf", "Zum Mitnehmen und Drucken (PDF)", links=[book])


def _contents(chapters: list[Chapter]) -> Piece:
    links = [
        known(title=f"{number}\u2002{chapter.title}", url=chapter.address, note=chapter.short)
        for number, chapter in enumerate(chapters, 1)
    ]
    return section("kapitel", "Kapitel", links=links, empty="Noch ist kein Kapitel erfasst.")


def _standards(model: SiteModel) -> Iterator[Piece]:
    standards = model.library.vocabulary.standards
    yield section("standards", "Die Standards dahinter", links=terms(standards, "standards", standards))


def _facts(model: SiteModel, chapter: Chapter, number: int, total: int) -> Iterator[Piece]:
    yield fact("Kapitel", text=f"{number} von {total}")
    if chapter.station:
        yield fact("Station im Qualitätskreislauf", text=_STATIONS[chapter.station])
    if chapter.standards:
        yield fact("Standards", links=terms(chapter.standards, "standards", model.library.vocabulary.standards))
    if chapter.as_of:
        yield fact("Stand", text=german_date(chapter.as_of))


def _sections(model: SiteModel, links: ChapterLinks) -> Iterator[Piece]:
    if not links.standards:
        return
    cases = sorted(links.cases, key=_newest_first)
    unanswered = ", ".join(standard.title for standard in links.unanswered)
    yield section(
        "praxis",
        "Praxis zu diesem Kapitel",
        intro=f"Noch ohne Praxis: {unanswered}." if unanswered and cases else "",
        cases=[case_row(model, case) for case in cases[:_SHOWN]],
        empty="Zu den Standards dieses Kapitels ist noch keine Praxis erfasst. Kennen Sie ein Beispiel?",
        after=_all_cases(links, len(cases)),
    )
    yield section(
        "luecken",
        "Lücken dazu",
        gaps=[gap_row(model, gap) for gap in links.gaps],
        empty="Zu den Standards dieses Kapitels ist keine Lücke erfasst. Fehlt Ihnen dazu etwas?",
        after=None if links.gaps else ("So melden Sie eine Lücke", "mitmachen/index.html"),
    )
    groups = [group for item in links.standards for group in lesson_groups(item.lessons, item.standard.title)]
    if groups:
        yield section("gelernt", "Was die Praxis gelehrt hat", groups=groups)
    if links.materials:
        yield section("materialien", "Materialien", links=[reference(material) for material in links.materials])


def _newest_first(case: Case) -> tuple[int, str]:
    return (-case.as_of.latest.toordinal(), case.id)


def _all_cases(links: ChapterLinks, number: int) -> tuple[str, str] | None:
    if number == 0:
        return ("So tragen Sie es ein", "mitmachen/index.html")
    if number <= _SHOWN:
        return None
    first = links.standards[0].standard
    if len(links.standards) == 1:
        return (f"Alle {number} Beispiele zu „{first.title}“", f"standards/{first.id}.html")
    return (f"Alle {number} Beispiele nach Standards", "standards/index.html")
