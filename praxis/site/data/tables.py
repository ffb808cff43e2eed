"""CSV: the lists that people sort and count in a spreadsheet.

RFC 4180 with commas, in UTF-8 with a byte-order mark (Excel reads it right when the file is opened as data). Several
values in a cell are parted by `` | ``; an empty cell means *nicht berichtet*.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from praxis.records import Case, Gap, Municipality, Record, Reuse
from praxis.site.data.records import PlainRecords
from praxis.site.data.text import csv_cell
from praxis.site.model import SiteModel

SEPARATOR = " | "
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NAMES = ("id", "text", "name")
"""Keys that stand for a group where a cell takes one word."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the path of its value in the record (keys parted by dots), what it means."""

    name: str
    path: str
    meaning: str


def _columns(*lines: str) -> tuple[Column, ...]:
    """Columns from ``name[=path]: meaning``."""
    parted = [line.split(": ", 1) for line in lines]
    return tuple(Column(head.partition("=")[0], head.partition("=")[2] or head, text) for head, text in parted)


COLUMNS: Mapping[type[Record], tuple[Column, ...]] = {
    Case: _columns(
        "id: Kennung",
        "titel: Name der Praxis",
        "kurz: was es ist, in einem Satz",
        "kommune: Kennung der Kommune",
        "gegenstand: Angebot, Struktur, Verfahren oder Instrument",
        "status: wie es um die Praxis steht",
        "beginn=zeitraum.von: Jahr des Beginns",
        "ende=zeitraum.bis: Jahr des Endes",
        "alter_von=alter.von: Alter in Jahren, mit dem es beginnt, oder „schwangerschaft“",
        "alter_bis=alter.bis: Alter in Jahren, mit dem es endet",
        "standards: Kennungen der Standards",
        "uebergaenge: Kennungen der Übergänge",
        "themen: Kennungen der Themen",
        "handlungsebenen: strategisch, planend, operativ",
        "warum=warum.text: die angenommene Wirkweise",
        "traeger=wer.traeger: Art der Trägerschaft",
        "federfuehrung=wer.federfuehrung: verantwortliche Stelle",
        "kern=kern.text: was bleiben muss",
        "form: was sich ändern darf",
        "personal=aufwand.personal: Vollzeitstellen, als Spanne",
        "sachkosten=aufwand.sachkosten: Euro im Jahr, als Spanne",
        "anlauf=aufwand.anlauf: Monate bis zum Start, als Spanne",
        "finanzierung: woher das Geld kommt",
        "nachweis=nachweis.grad: wie gut Wirkungen belegt sind",
        "ergebnis=nachweis.ergebnis: das Ergebnis in einem Satz",
        "herkunft: Kennungen der Fälle, aus denen Elemente stammen",
        "kontakt=kontakt.stelle: die Stelle, die man fragen kann",
        "stand: von wann die Angaben sind",
        "adresse: Adresse der Seite",
    ),
    Gap: _columns(
        "id: Kennung",
        "titel: Name der Lücke",
        "frage: die Frage im Wortlaut",
        "art: gemeldet oder von der Redaktion gefolgert",
        "kommune: Kennung der Kommune; leer, wenn ungenannt",
        "vorgestellt_von: Kennung der Kommune, die sie vorgestellt hat",
        "standards: Kennungen der Standards",
        "alter_von=alter.von: Alter in Jahren, mit dem es beginnt, oder „schwangerschaft“",
        "alter_bis=alter.bis: Alter in Jahren, mit dem es endet",
        "themen: Kennungen der Themen",
        "entscheidend: Bedingungen, die über eine Übertragung entscheiden",
        "treffen: Kennung des Treffens",
        "gemeldet: wann sie gemeldet wurde",
        "status: wie es um die Lücke steht",
        "meldungen=meldungen.kommune: Kommunen, die Rat angeboten haben",
        "antworten=antworten.praxis: von der Redaktion bestätigte Praxis",
        "adresse: Adresse der Seite",
    ),
    Reuse: _columns(
        "id: Kennung",
        "titel: Name der Nachnutzung",
        "praxis: Kennungen oder Namen der ursprünglichen Fälle",
        "uebernommen: übernommene Kernelemente",
        "kommune: die aufnehmende Kommune",
        "neue_praxis: Kennung des Falls, der daraus geworden ist",
        "jahr: Jahr des Beginns",
        "ergebnis: was daraus geworden ist",
        "anpassungen=anpassungen.was: was geändert wurde",
        "begleitet_von: Stelle, die begleitet hat",
        "stand: von wann die Angaben sind",
        "adresse: Adresse der Seite",
    ),
    Municipality: _columns(
        "id: Kennung",
        "titel: Name",
        "art: was es ist",
        "land: Bundesland",
        "programme=programm.name: Programme, an denen sie teilnimmt",
        "stand: von wann die Angaben sind",
        "adresse: Adresse der Seite",
    ),
}


def files(model: SiteModel, records: PlainRecords) -> Iterator[tuple[str, bytes]]:
    """All tables with their paths."""
    for record_type in COLUMNS:
        rows = records[record_type.folder]
        yield f"daten/{record_type.folder}.csv", _table(columns_of(model, record_type), rows)


def columns_of(model: SiteModel, record_type: type[Record]) -> tuple[Column, ...]:
    """The columns of a table: the fixed ones, and for places and practice one for each condition of the context."""
    fixed = COLUMNS[record_type]
    if record_type not in (Case, Municipality):
        return fixed
    conditions = model.library.vocabulary.context_model.conditions
    context = (
        Column(f"kontext_{key}", f"kontext.{key}.wert", f"Bedingung: {condition.title}")
        for key, condition in conditions.items()
    )
    return (*fixed, *context)


def _table(columns: Iterable[Column], rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    paths = [tuple(column.path.split(".")) for column in columns]
    for row in rows:
        writer.writerow([csv_cell(_cell(row, path)) for path in paths])
    return _BYTE_ORDER_MARK + out.getvalue().encode()


def _cell(row: Mapping[str, Any], path: tuple[str, ...]) -> str:
    value: Any = row
    for key in path:  # through groups as far as they go; most cells are plain or empty
        if not isinstance(value, dict) or key not in value:
            break
        value, path = value[key], path[1:]
    if not path and isinstance(value, str):
        return value
    if isinstance(value, dict) and path:
        return ""
    values = [value]
    for key in path:
        values = [inner for value in _listed(values) for inner in _inside(value, key)]
    return SEPARATOR.join(_words(values))


def _inside(value: Any, key: str) -> Iterator[Any]:
    """What a group holds under ``key``; a word that stands for the whole group (``nicht-berichtet``) stays."""
    if isinstance(value, str):
        yield value
    elif key in value:
        yield value[key]


def _listed(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from value
        else:
            yield value


def _words(values: Iterable[Any]) -> Iterator[str]:
    for value in _listed(values):
        if not isinstance(value, Mapping):
            yield str(value)
        elif name := next((key for key in _NAMES if key in value), None):
            yield from _words([value[name]])
        else:
            yield from value
