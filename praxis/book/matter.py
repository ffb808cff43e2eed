"""The parts of the book as calls of our template: chapters, cases, grid, open gaps, glossary, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.book.literals import Code, call
from praxis.book.volume import GLOSSARY, GRID, PRACTICE, SOURCES, WANTED, Volume
from praxis.records import Case, Chapter, Gap, Material
from praxis.records.values import Source
from praxis.relations.chapters import chapter_links
from praxis.site.parts import known, source
from praxis.suggestions import fold
from praxis.vocabulary import GlossaryTerm
from praxis.wording import counted

Piece = dict[str, Any]
_SHOWN = 6
"""Cases that a chapter's page shows with all their facts."""


def chapter(volume: Volume, record: Chapter) -> Code:
    """A chapter: its text, its standards, practice, gaps and lessons, its sources."""
    data = volume.page(record.address)
    links = chapter_links(volume.library)[record.id]
    data["standards"] = volume.prepared(
        [
            known(
                title=item.standard.title,
                short=item.standard.short,
                question=item.standard.key_question,
                stones=item.standard.test_stones,
            )
            for item in links.standards
        ]
    )
    data["sections"] = [_section(volume, record, section) for section in data.get("sections", ())]
    return call("chapter", data, volume.chapter_text(record), record.address)


def _section(volume: Volume, record: Chapter, section: Piece) -> Piece:
    """A section as on the site; where the site leads to a list, the book has the list."""
    more = section.pop("more", None)
    if section["id"] == "materialien":
        section["works"] = [_work(volume, material) for material in chapter_links(volume.library)[record.id].materials]
        del section["links"]
    if more and "cases" in section:
        shown = {entry.get("to") or entry.get("web") for entry in section["cases"]}
        others = [
            {"title": f"{case.title}, {volume.shelf.model.place(case.municipality)}", "url": case.address}
            for case in chapter_links(volume.library)[record.id].cases
        ]
        section["others"] = [
            entry for entry in volume.prepared(others) if (entry.get("to") or entry.get("web")) not in shown
        ]
    return section


def _work(volume: Volume, material: Material) -> Piece:
    """A material as a bibliography names it; where it has no address of its own, its page on the site."""
    address = material.url or volume.settings.absolute(material.address)
    work = known(title=material.title, publisher=material.publisher, year=material.year)
    return {**volume.prepared(work), "web": address}


def case(volume: Volume, record: Case, level: int) -> Code:
    """A case on its sheet; ``level`` is that of its title."""
    data = volume.page(record.address)
    data.pop("gaps", None)  # the sheet tells the case; what it may answer changes with every new gap
    data["online"] = volume.settings.absolute(record.address)
    return call("case-sheet", data, volume.case_text(record, level), record.address, level)


def practice(volume: Volume) -> Iterator[Code]:
    """All cases, with a few words before them."""
    cases = volume.selection.cases
    if not cases:
        return
    intro = (
        f"Auf den folgenden Blättern stehen {counted(len(cases), 'Praxisbeispiel', 'Praxisbeispiele')}, geordnet nach Kommunen. Jedes hat ein oder zwei Seiten und lässt sich einzeln weitergeben. "
        "Was eine Quelle nicht sagt, steht als „nicht berichtet“ da. Es zählt nie als Nein."
    )
    place = volume.shelf.model.place
    ordered = sorted(cases, key=lambda item: (fold(place(item.municipality)), fold(item.title), item.id))
    titles = [{"title": f"{place(item.municipality)}: {item.title}", "url": item.address} for item in ordered]
    yield call("practice-intro", "Praxisbeispiele", PRACTICE, volume.prepared(intro), volume.prepared(titles))
    for record in ordered:
        yield case(volume, record, 2)


def transfer_grid(volume: Volume) -> Code:
    """Standards and age groups as a table."""
    data = volume.page(GRID)
    head = ["Standard", *(column["title"] for column in data["columns"])]
    rows = [[row["title"], *(_cell(cell) for cell in row["cells"])] for row in data["rows"]]
    legend = "Ein Strich heißt: hier ist noch nichts erfasst. Ein Eintrag kann in mehreren Feldern stehen."
    return call("transfer-grid", data["title"], GRID, data["lead"], head, volume.prepared(rows), legend)


def _cell(cell: Piece) -> str:
    parts = [f"{cell['cases']} Praxis"] if cell["cases"] else []
    if cell["gaps"]:
        parts.append(counted(cell["gaps"], "Lücke", "Lücken"))
    return ", ".join(parts) or "–"


def wanted_gaps(volume: Volume) -> Iterator[Code]:
    """The gaps that are still open, with practice that may help."""
    if volume.selection.gaps:
        intro = "Diese Lücken sind offen. Haben Sie eine Lösung oder einen Rat, auch einen gescheiterten Versuch? Schreiben Sie uns."
        yield call(
            "wanted-gaps", "Gesucht: offene Lücken", WANTED, intro, [_gap(volume, gap) for gap in volume.selection.gaps]
        )


def _gap(volume: Volume, gap: Gap) -> Piece:
    data = volume.page(gap.address)
    found = [
        {**match, "title": f"{match['title']}, {match['place']}", "note": match["mark"]}
        for match in data.get("matches", ())
    ]
    return {
        "title": data["title"],
        "question": data["question"],
        "label": gap.address,
        "facts": data["facts"],
        "cases": [{key: match[key] for key in ("title", "note", "to", "web") if key in match} for match in found],
        "intro": "Diese Praxis kann helfen:" if found else "Zurzeit passt keine erfasste Praxis.",
    }


def glossary(volume: Volume) -> Code:
    """All terms, by name."""
    terms = sorted(volume.library.vocabulary.glossary.values(), key=lambda term: (fold(term.title), term.id))
    return call("glossary", "Glossar", GLOSSARY, [_term(volume, term) for term in terms])


def _term(volume: Volume, term: GlossaryTerm) -> Piece:
    known_terms = volume.library.vocabulary.glossary
    entry = known(
        title=term.title,
        explanation=term.explanation,
        synonyms=", ".join(term.synonyms),
        see=[{"title": known_terms[key].title, "url": f"{GLOSSARY}#{key}"} for key in term.see if key in known_terms],
    )
    return {**volume.prepared(entry), "label": f"{GLOSSARY}#{term.id}"}


def all_sources(volume: Volume) -> Code:
    """Every source once, by publisher and title, with the pages that name it."""
    used: dict[tuple[str, ...], list[str]] = {}
    entries: dict[tuple[str, ...], Source] = {}
    for record in (*volume.selection.chapters, *volume.selection.cases):
        for number, entry in enumerate(record.sources, 1):
            key = tuple(str(part or "") for part in (entry.publisher, entry.title, entry.year, entry.url))
            entries.setdefault(key, entry)
            used.setdefault(key, []).append(f"{record.address}#quelle-{number}")
    ordered = sorted(entries, key=lambda key: (fold(key[0] or key[1]), fold(key[1]), key))
    items = [{**volume.prepared(source(entries[key])), "used": used[key]} for key in ordered]
    intro = "Alle Quellen der Kapitel und Praxisbeispiele, geordnet nach Herausgebern, mit den Seiten, auf denen sie stehen."
    return call("all-sources", "Quellen", SOURCES, intro, items)
