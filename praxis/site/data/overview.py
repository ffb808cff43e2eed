"""The page about the data: what each file holds, its fields, its size, and under which licence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praxis.records import RECORD_TYPES
from praxis.site.data import calendar, grid_tables, json_files, linked
from praxis.site.data.feeds import LIMIT
from praxis.site.data.records import ADDED, LICENCE
from praxis.site.data.tables import COLUMNS, columns_of
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.rows import trail
from praxis.wording import NBSP, counted, german_number

Piece = dict[str, Any]
EXAMPLE = "daten/suche/lunr-beispiel.txt"
"""How another website searches the collection; made with the search index."""


def page(model: SiteModel, sizes: Mapping[str, int]) -> Page:
    """The page; ``sizes`` tells the bytes of every data file by its path."""
    lead = "Alle Einträge zum Weiterverwenden: als JSON, CSV und JSON-LD, dazu Feeds und ein Kalender."
    return Page(
        path="daten/index.md",
        template="daten.html",
        title="Daten und Feeds",
        description=lead,
        data={
            "trail": trail(),
            "lead": lead,
            "licence": LICENCE,
            "example": EXAMPLE if model.settings.search_index else "",
            "groups": [_json(sizes), _csv(sizes), _feeds(model, sizes), _schemas(sizes)],
            "added": [{"name": key, "text": text} for key, text in ADDED.items()],
            "tables": [
                {
                    "name": f"{record_type.folder}.csv",
                    "anchor": f"spalten-{record_type.folder}",
                    "columns": [{"name": column.name, "text": column.meaning} for column in columns],
                }
                for record_type in COLUMNS
                if (columns := columns_of(model, record_type))
            ],
        },
    )


def _json(sizes: Mapping[str, int]) -> Piece:
    files = [_file(json_files.EVERYTHING, "alle Einträge und Vokabulare in einer Datei", sizes)]
    files += [
        _file(
            f"daten/{record_type.folder}.json", f"alle Einträge der Art „{record_type.label}“", sizes, record_type.kind
        )
        for record_type in RECORD_TYPES
    ]
    files.append(
        _file(json_files.VOCABULARIES, "Standards, Altersgruppen, Übergänge, Themen, Kontextmodell, Glossar", sizes)
    )
    files.append(
        _file(linked.PATH, "Beschreibung der Sammlung und alle Einträge für Kataloge (schema.org, DCAT)", sizes)
    )
    return {"id": "json", "title": "JSON und JSON-LD", "files": files}


def _csv(sizes: Mapping[str, int]) -> Piece:
    files = [
        _file(f"daten/{record_type.folder}.csv", f"Tabelle: je Zeile ein Eintrag der Art „{record_type.label}“", sizes)
        for record_type in COLUMNS
    ]
    files.append(
        _file(grid_tables.TABLE, "das Raster: Zahl der Praxisbeispiele und Lücken je Standard und Alter", sizes)
    )
    files.append(_file(grid_tables.BLANK, "das leere Raster zum Ausfüllen", sizes))
    return {"id": "csv", "title": "CSV für Tabellenprogramme", "files": files}


def _feeds(model: SiteModel, sizes: Mapping[str, int]) -> Piece:
    left_out = calendar.without_day(model.library)
    missing = counted(left_out, "Treffen fehlt", "Treffen fehlen")
    without = f"; {missing}, weil nur Monat oder Jahr bekannt ist"
    about = f"Atom, die neuesten {LIMIT}"
    files = [
        _file("daten/praxis.atom", f"neue Praxisbeispiele ({about})", sizes),
        _file("daten/luecken.atom", f"neue Lücken ({about})", sizes),
        _file("daten/gesucht.atom", "Lücken, für die noch Praxis gesucht wird (Atom)", sizes),
        _file(calendar.PATH, f"Treffen des Lernnetzwerks (iCalendar){without if left_out else ''}", sizes),
    ]
    return {"id": "feeds", "title": "Feeds und Kalender", "files": files}


def _schemas(sizes: Mapping[str, int]) -> Piece:
    files = [
        _file(f"daten/schema/{record_type.kind}.json", f"Felder und erlaubte Werte: {record_type.label}", sizes)
        for record_type in RECORD_TYPES
    ]
    return {"id": "schema", "title": "JSON-Schemas (2020-12)", "files": files}


def _file(path: str, text: str, sizes: Mapping[str, int], kind: str = "") -> Piece:
    fields = f"mitmachen/felder-{kind}.html" if kind else ""
    return {
        "name": path.removeprefix("daten/"),
        "url": path,
        "text": text,
        "size": _size(sizes[path]),
        "fields": fields,
    }


def _size(count: int) -> str:
    """``12 kB``, ``1,4 MB``; at least 1 kB."""
    if count >= 1_000_000:
        return f"{german_number(count / 1_000_000, 1)}{NBSP}MB"
    return f"{german_number(max(1, round(count / 1000)))}{NBSP}kB"
