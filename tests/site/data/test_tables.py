"""The CSV tables read back, in spreadsheets too, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.site.data.support import FORMULAS, HOSTILE, made


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"daten/{name}.csv"].decode("utf-8-sig"), newline="")))


def row(tmp_path: Path, **case: Any) -> dict[str, str]:
    (found,) = rows(made(tmp_path, cases=[{"id": "besuche", **case}]), "praxis")
    return found


def test_a_table_starts_with_a_byte_order_mark_and_ends_lines_as_the_standard_says(tmp_path: Path) -> None:
    table = made(tmp_path)["daten/praxis.csv"]
    assert table.startswith(b"\xef\xbb\xbfid,titel,")
    assert table.endswith(b"\r\n")


def test_values_stand_in_their_columns(tmp_path: Path) -> None:
    found = row(
        tmp_path,
        alter={"von": "schwangerschaft", "bis": 3},
        zeitraum={"von": 2005, "bis": 2010},
        themen=["fruehe-hilfen", "kita"],
        kern=[{"id": "frei", "text": "freiwillig"}, "kostenlos"],
        wer={"traeger": "frei", "federfuehrung": "Verein, Büro"},
        kontext={"gemeindetyp": "mittelstadt", "jugendamt": {"bedeutung": "hilfreich"}},
    )
    assert (found["alter_von"], found["alter_bis"]) == ("schwangerschaft", "3")
    assert (found["beginn"], found["ende"]) == ("2005", "2010")
    assert found["standards"] == "zugaenge"
    assert found["themen"] == "fruehe-hilfen | kita"
    assert found["kern"] == "freiwillig | kostenlos"
    assert found["federfuehrung"] == "Verein, Büro"
    assert found["kontext_gemeindetyp"] == "mittelstadt"
    assert found["kontext_jugendamt"] == ""
    assert found["adresse"] == "https://praxis.example/praxis/besuche.html"


def test_a_word_for_a_group_stands_in_each_of_its_columns(tmp_path: Path) -> None:
    found = row(tmp_path, alter="altersuebergreifend", zeitraum="nicht-berichtet")
    assert (found["alter_von"], found["alter_bis"]) == ("altersuebergreifend", "altersuebergreifend")
    assert (found["beginn"], found["ende"]) == ("nicht-berichtet", "nicht-berichtet")


def test_what_is_not_reported_is_an_empty_cell(tmp_path: Path) -> None:
    found = row(tmp_path)
    assert (found["finanzierung"], found["nachweis"], found["personal"]) == ("", "", "")


def test_gaps_reuses_and_places_have_tables_too(tmp_path: Path) -> None:
    files = made(
        tmp_path,
        cases=[{"id": "besuche"}],
        gaps=[{"id": "frage", "antworten": ["besuche"], "status": "beantwortet"}],
        reuses=[{"id": "uebernahme", "praxis": ["besuche", {"text": "ein Vorbild"}], "kommune": {"text": "Ort"}}],
        municipalities=[{"id": "musterstadt", "programm": [{"name": "Kette"}]}],
    )
    assert rows(files, "luecken")[0]["antworten"] == "besuche"
    assert rows(files, "nachnutzung")[0]["praxis"] == "besuche | ein Vorbild"
    assert rows(files, "nachnutzung")[0]["kommune"] == "Ort"
    assert rows(files, "kommunen")[0]["programme"] == "Kette"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    assert row(tmp_path, titel=text)["titel"] == f"'{text}"


def test_quotes_commas_and_lines_read_back(tmp_path: Path) -> None:
    text = f'{HOSTILE}, "so", und'
    found = row(tmp_path, titel=text, warum="Eins.\nZwei, drei.")
    assert found["titel"] == text
    assert found["warum"] == "Eins.\nZwei, drei."
