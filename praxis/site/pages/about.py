"""„Über diese Sammlung“: how entries come about, what is in it, and what is reported and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from praxis.library import Library
from praxis.relations.evidence import grade_label
from praxis.relations.facets import cases_by_evidence, cases_by_state
from praxis.relations.reporting import Coverage, coverage
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages import tools
from praxis.site.rows import section, trail
from praxis.wording import counted, german_number

Piece = dict[str, Any]
_HOW = [
    "Die Texte schreibt die Redaktion aus öffentlichen Quellen, oder die genannte Stelle gibt sie frei. Beides steht bei jedem Fall.",
    "Was eine Quelle nicht sagt, steht als „nicht berichtet“ da. Es zählt nie als Nein und schadet bei der Suche nach passender Praxis nicht.",
    "Jede Angabe hat eine Quelle und ein Datum. Widersprechen sich Quellen, stehen beide Zahlen da.",
    "Zuordnungen zu Standards und Themen sind Lesart der Redaktion. Es gibt keine Punktzahl und keine Rangliste.",
    "Was über Wirkungen bekannt ist, steht in Worten da: begründet, beobachtet, wahrscheinlich oder nachgewiesen.",
    "Ein leeres Feld im Raster beschreibt diese Sammlung, nicht das Land.",
    "Kontakte sind Stellen, keine Personen.",
]


def about(model: SiteModel) -> Page:
    """``ueber/index``."""
    library = model.library
    total = len(library.cases)
    return Page(
        path="ueber/index.md",
        template="ueber.html",
        title="Über diese Sammlung",
        description="Was hier steht, wie es entsteht, was berichtet ist und was nicht.",
        data={
            "trail": trail(),
            "how": section("wie", "Wie die Einträge entstehen", texts=_HOW, after=("So tragen Sie bei", "mitmachen/index.html")),
            "tools": _tools(model),
            "total": counted(total, "Praxisbeispiel", "Praxisbeispiele"),
            "coverage": [_share(row) for row in coverage(library)],
            "tables": [
                _table("Was in der Sammlung steht", "Art", _kinds(library)),
                _table("Was über Wirkungen bekannt ist", "Nachweis", _grades(library), total),
                _table("Von wann die Angaben sind", "Stand", _years(library), total),
                _table("Woher die Praxis kommt", "Land", _states(library), total),
            ],
            "released": _released(library),
        },
    )  # fmt: skip


def _tools(model: SiteModel) -> Piece:
    """The pages that a script fills; all but the first are otherwise reached from cases only."""
    return section(
        "werkzeuge",
        "Was Sie hier vorbereiten können",
        intro="Diese Seiten arbeiten auf Ihrem Gerät und brauchen JavaScript. Nichts wird hochgeladen.",
        links=[{"title": page.title, "url": page.address, "note": page.description} for page in tools.pages(model)],
    )


def _share(row: Coverage) -> Piece:
    """Figures of one entry of the card, and where its bar parts, in percent."""
    scale = 100 / row.total if row.total else 0
    return {
        "title": row.title,
        "reported": row.reported,
        "partly": row.partly,
        "unreported": row.unreported,
        "full": round(row.reported * scale, 1),
        "part": round(row.partly * scale, 1),
    }


def _table(title: str, heading: str, rows: Iterable[tuple[str, int]], total: int = 0) -> Piece:
    return {
        "title": title,
        "heading": heading,
        "rows": [
            {"title": name, "number": german_number(number), "full": round(100 * number / total, 1) if total else 0}
            for name, number in rows
        ],
        "bars": bool(total),
    }


def _kinds(library: Library) -> list[tuple[str, int]]:
    records = {
        "Praxisbeispiele": library.cases,
        "Lücken": library.gaps,
        "Nachnutzungen": library.reuses,
        "Kommunen und Stellen": library.municipalities,
        "Handbuchkapitel": library.chapters,
        "Materialien": library.materials,
        "Treffen": library.meetings,
    }
    sources = {(source.url or source.title) for record in library.records() for source in record.sources}
    return [*((name, len(found)) for name, found in records.items()), ("verschiedene Quellen", len(sources))]


def _grades(library: Library) -> list[tuple[str, int]]:
    return [(grade_label(grade), len(cases)) for grade, cases in cases_by_evidence(library).items()]


def _years(library: Library) -> list[tuple[str, int]]:
    years = Counter(case.as_of.year for case in library.cases.values())
    return [(str(year), years[year]) for year in sorted(years, reverse=True)]


def _states(library: Library) -> list[tuple[str, int]]:
    return [("nicht berichtet" if name == "nicht-berichtet" else name, len(found)) for name, found in cases_by_state(library).items()]  # fmt: skip


def _released(library: Library) -> str:
    number = sum(not isinstance(case.release, str) for case in library.cases.values())
    if number == 0:
        return "Alle Texte hat die Redaktion aus öffentlichen Quellen geschrieben; noch hat keine Stelle einen Text freigegeben."
    return f"{counted(number, 'Text ist', 'Texte sind')} von der genannten Stelle freigegeben; die übrigen hat die Redaktion aus öffentlichen Quellen geschrieben."
