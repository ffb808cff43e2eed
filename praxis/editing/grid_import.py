"""From a filled-in grid (CSV) to draft gaps: one for each question that stands in a cell.

Spreadsheets write CSV in many ways; what can be read for sure is read, everything else is refused with line and reason.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from praxis.editing.mail import decoded
from praxis.grid_form import HEADER, column_titles
from praxis.records.values import ALL_AGES
from praxis.source import BINARY, MAX_BYTES
from praxis.suggestions import did_you_mean, fold, nearest
from praxis.vocabulary import AgeGroup, Vocabulary

_DELIMITERS = ";,\t"
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)])\s+")
_FORMULA = re.compile(r"\s*(?:[=@＝＠]|[+\-＋－](?=[\d(=@A-Z]+))")
_SEPARATORS = re.compile(r"\r?\n|\r| \| ")
_LONGEST = 2000
_MOST = 200


class GridError(Exception):
    """Why a table is not read: ``findings`` are German sentences, each with its line."""

    def __init__(self, findings: Sequence[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = tuple(findings)


@dataclass(slots=True)
class GridQuestion:
    """A question with the cells it stands in: standards and columns (age groups or all ages), in their order."""

    text: str
    standards: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)

    def age_spans(self, vocabulary: Vocabulary) -> list[Any]:
        """Its columns as front matter says ages: neighbours as one span, parted ones apart, all ages by their word."""
        runs: list[list[AgeGroup]] = []
        for key, group in vocabulary.age_groups.items():
            if key not in self.columns:
                continue
            if runs and group.touches(runs[-1][-1]):
                runs[-1].append(group)
            else:
                runs.append([group])
        spans: list[Any] = [
            {"von": run[0].model_dump(by_alias=True)["von"], "bis": run[-1].model_dump(by_alias=True)["bis"]}
            for run in runs
        ]
        return [*spans, ALL_AGES] if ALL_AGES in self.columns else spans


def read_grid(raw: bytes, vocabulary: Vocabulary) -> list[GridQuestion]:
    """The questions of a filled-in grid, in the order of its rows; raises :class:`GridError` with all that is wrong."""
    rows = _rows(raw)
    first, columns = _heading(rows, vocabulary)
    found: dict[str, GridQuestion] = {}
    faults: list[str] = []
    names = _names({key: standard.title for key, standard in vocabulary.standards.items()})
    for line, row in rows[first + 1 :]:
        try:
            _read_row(row, columns, names, found)
        except GridError as error:
            faults += [f"Zeile {line}: {text}" for text in error.findings]
    if len(found) > _MOST:
        faults.append(f"Die Tabelle hat {len(found)} Fragen; mehr als {_MOST} auf einmal werden nicht übernommen.")
    if faults:
        raise GridError(faults)
    return list(found.values())


def _rows(raw: bytes) -> list[tuple[int, list[str]]]:
    """Line and cells of every row; the delimiter is the one under which a heading is found."""
    if len(raw) > MAX_BYTES:
        raise GridError(["Die Datei ist größer als 1 MiB. Ein ausgefülltes Raster ist viel kleiner."])
    if raw.startswith(BINARY):
        raise GridError(["Die Datei ist keine CSV-Datei, sondern eine Excel-Mappe oder etwas anderes. Speichern Sie die Tabelle als „CSV UTF-8“."])  # fmt: skip
    text = decoded(raw)
    if "\0" in text:
        raise GridError(["Die Datei ist kein Text. Speichern Sie die Tabelle als „CSV UTF-8“."])
    for delimiter in _DELIMITERS:
        rows = _parsed(text, delimiter)
        if any(_is_heading(row) for _, row in rows):
            return rows
    raise GridError(
        [f"Zeile 1: Die Kopfzeile fehlt. Eine Zeile muss mit „{HEADER}“ beginnen und dann die Altersgruppen nennen, wie im leeren Raster."]
    )  # fmt: skip


def _parsed(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for row in reader:
            rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error:
        raise GridError([f"Zeile {start}: Die Anführungszeichen dieser Zeile gehen nicht auf."]) from None
    return rows


def _is_heading(row: Sequence[str]) -> bool:
    return len(row) > 1 and row[0].strip().casefold() == HEADER.casefold()


def _heading(rows: Sequence[tuple[int, list[str]]], vocabulary: Vocabulary) -> tuple[int, dict[int, str]]:
    """Place of the heading among the rows, and place of each column -> age group."""
    first = next(place for place, (_, row) in enumerate(rows) if _is_heading(row))
    line, row = rows[first]
    titles = column_titles(vocabulary)
    names = _names(titles)
    columns: dict[int, str] = {}
    faults: list[str] = []
    for place, cell in enumerate(row[1:], 1):
        key = names.get(_folded(cell))
        if key is None and cell.strip():
            hint = did_you_mean(nearest(cell.strip(), tuple(titles.values())))
            faults.append(
                f"Zeile {line}, Spalte {place + 1}: „{cell.strip()[:60]}“ ist keine Altersgruppe. {hint}".strip()
            )
        elif key in columns.values():
            faults.append(f"Zeile {line}, Spalte {place + 1}: „{cell.strip()}“ steht zweimal in der Kopfzeile.")
        elif key is not None:
            columns[place] = key
    if faults:
        raise GridError(faults)
    return first, columns


def _read_row(
    row: Sequence[str], columns: Mapping[int, str], names: Mapping[str, str], found: dict[str, GridQuestion]
) -> None:
    """Take the questions of a row; raises :class:`GridError` with sentences that do not name the line."""
    if not any(cell.strip() for cell in row):
        return
    title = row[0].strip()
    if not title:
        raise GridError(["Der Standard fehlt; vielleicht ist die Zeile verrutscht."])
    standard = names.get(_folded(title))
    if standard is None:
        hint = did_you_mean(nearest(title, tuple(names)))
        raise GridError([f"„{title[:60]}“ ist kein Standard. {hint}".strip()])
    outside = [place for place, cell in enumerate(row) if place and cell.strip() and place not in columns]
    if outside:
        raise GridError(
            [f"In Spalte {outside[0] + 1} steht etwas, die Kopfzeile nennt dort aber kein Alter; vielleicht ist eine Spalte verrutscht."]
        )  # fmt: skip
    faults: list[str] = []
    for place, column in columns.items():
        for question in _questions(row[place] if place < len(row) else "", place, faults):
            entry = found.setdefault(_folded(question), GridQuestion(question))
            for named, key in ((entry.standards, standard), (entry.columns, column)):
                if key not in named:
                    named.append(key)
    if faults:
        raise GridError(faults)


def _questions(cell: str, place: int, faults: list[str]) -> Iterator[str]:
    for part in _SEPARATORS.split(cell):
        text = part.strip()
        if text.startswith("'") and _FORMULA.match(text[1:]):
            text = text[1:]  # the sign by which our own tables keep text from being a formula
        elif _FORMULA.match(text):
            faults.append(f"In Spalte {place + 1} steht eine Formel („{text[:40]}“). Schreiben Sie die Frage als Text.")
            continue
        text = " ".join(_BULLET.sub("", text).split())
        if len(text) > _LONGEST:
            faults.append(f"Die Frage in Spalte {place + 1} ist länger als {_LONGEST} Zeichen.")
        elif text:
            yield text


def _names(titles: Mapping[str, str]) -> dict[str, str]:
    """What people may write for a term -> its id."""
    return {**{_folded(title): key for key, title in titles.items()}, **{_folded(key): key for key in titles}}


def _folded(text: str) -> str:
    return fold(" ".join(text.replace("–", "-").replace("\u00a0", " ").split()))
