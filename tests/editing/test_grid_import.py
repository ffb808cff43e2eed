"""``praxis import-raster``: what can be read for sure becomes draft gaps; everything else is refused with line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.cli import main
from praxis.editing.grid_import import GridError, read_grid
from praxis.library import Library
from praxis.records.values import ALL_AGES
from praxis.site import build
from tests.builders import TODAY, load_site

HEAD = "Standard;Schwangerschaft bis 3 Jahre;3 bis 6 Jahre;6 bis 10 Jahre;10 bis 16 Jahre;16 bis 27 Jahre;Altersübergreifend"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A site with one meeting and two places."""
    return load_site(
        tmp_path,
        meetings=[{"id": "treffen", "beginn": "2025-03-03"}],
        municipalities=[{"id": "musterstadt"}, {"id": "nachbarkreis"}],
    )


def read(library: Library, *rows: str, encoding: str = "utf-8-sig") -> list[tuple[str, list[str], list[object]]]:
    raw = "\r\n".join([HEAD, *rows]).encode(encoding)
    return [
        (found.text, found.standards, found.age_spans(library.vocabulary))
        for found in read_grid(raw, library.vocabulary)
    ]


def refused(library: Library, raw: bytes) -> tuple[str, ...]:
    with pytest.raises(GridError) as error:
        read_grid(raw, library.vocabulary)
    return error.value.findings


def test_a_cell_is_a_question_with_its_standard_and_age(library: Library) -> None:
    assert read(library, "Zugänge zu Familien;;Wie erreichen wir Väter?;;;;", "Steuerung;;;;;;") == [
        ("Wie erreichen wir Väter?", ["zugaenge"], [{"von": 3, "bis": 6}])
    ]


def test_several_questions_in_a_cell_are_several_gaps(library: Library) -> None:
    rows = '"Zugänge zu Familien";"- Wer besucht?\n2) Wer lädt ein? | Wer zahlt?";;;;;'
    assert [text for text, _, _ in read(library, rows)] == ["Wer besucht?", "Wer lädt ein?", "Wer zahlt?"]


def test_the_same_question_in_several_cells_is_one_gap_where_the_ages_meet(library: Library) -> None:
    assert read(library, "Zugänge zu Familien;Wer fragt?;Wer fragt?;;;;", "Steuerung;;wer  fragt?;;;;") == [
        ("Wer fragt?", ["zugaenge", "steuerung"], [{"von": "schwangerschaft", "bis": 6}])
    ]


def test_ages_that_do_not_meet_stay_apart_and_all_ages_stand_alone(library: Library) -> None:
    ((_, _, ages),) = read(library, "Steuerung;Wer?;;;Wer?;;Wer?")
    assert ages == [{"von": "schwangerschaft", "bis": 3}, {"von": 10, "bis": 16}, ALL_AGES]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_spreadsheets_may_write_as_they_do(library: Library, encoding: str, delimiter: str) -> None:
    text = f"{HEAD}\nZugänge zu Familien;;Wie erreichen wir Väter?;;;;\n".replace(";", delimiter)
    (found,) = read_grid(text.encode(encoding), library.vocabulary)
    assert found.text == "Wie erreichen wir Väter?"


def test_lines_above_the_heading_and_empty_columns_behind_are_left_alone(library: Library) -> None:
    text = f"Raster;Musterstadt;\n\n{HEAD};;\nsteuerung;;;;;;Wer entscheidet?;;\n"
    (found,) = read_grid(text.encode(), library.vocabulary)
    assert (found.text, found.standards, found.columns) == ("Wer entscheidet?", ["steuerung"], [ALL_AGES])


def test_our_own_blank_grid_is_read_back_empty(library: Library) -> None:
    assert read_grid(build(library)["daten/raster-vordruck.csv"], library.vocabulary) == []


def test_an_apostrophe_keeps_a_text_from_being_a_formula(library: Library) -> None:
    assert [text for text, _, _ in read(library, "Steuerung;'-3 % Kinder: warum?;;;;;")] == ["-3 % Kinder: warum?"]


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ("Stuerung;Wer?;;;;;", "Zeile 2: „Stuerung“ ist kein Standard. Meinten Sie „steuerung“?"),
        (";Wer?;;;;;", "Zeile 2: Der Standard fehlt; vielleicht ist die Zeile verrutscht."),
        ("Steuerung;;;;;;;Wer?", "Zeile 2: In Spalte 8 steht etwas, die Kopfzeile nennt dort aber kein Alter; vielleicht ist eine Spalte verrutscht."),
        ("Steuerung;=SUMME(A1:A9);;;;;", "Zeile 2: In Spalte 2 steht eine Formel („=SUMME(A1:A9)“). Schreiben Sie die Frage als Text."),
        ("Steuerung;;@SUM(A1);;;;", "Zeile 2: In Spalte 3 steht eine Formel („@SUM(A1)“). Schreiben Sie die Frage als Text."),
        ("Steuerung;;+49;;;;", "Zeile 2: In Spalte 3 steht eine Formel („+49“). Schreiben Sie die Frage als Text."),
        (f"Steuerung;{'x' * 2001};;;;;", "Zeile 2: Die Frage in Spalte 2 ist länger als 2000 Zeichen."),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_named_with_its_line(library: Library, rows: str, finding: str) -> None:
    assert refused(library, f"{HEAD}\n{rows}\n".encode()) == (finding,)


def test_all_that_is_wrong_is_said_at_once(library: Library) -> None:
    rows = 'Steuerung;"Wer?\nWann?";;;;;\nX;;;;;;\n;a;;;;;'
    assert [text.partition(":")[0] for text in refused(library, f"{HEAD}\n{rows}\n".encode())] == ["Zeile 4", "Zeile 5"]


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        (b"PK\x03\x04rest", "Die Datei ist keine CSV-Datei, sondern eine Excel-Mappe oder etwas anderes. Speichern Sie die Tabelle als „CSV UTF-8“."),
        (b"a\0b", "Die Datei ist kein Text. Speichern Sie die Tabelle als „CSV UTF-8“."),
        (b"", "Zeile 1: Die Kopfzeile fehlt. Eine Zeile muss mit „Standard“ beginnen und dann die Altersgruppen nennen, wie im leeren Raster."),
        (b"Thema;3 bis 6 Jahre\n", "Zeile 1: Die Kopfzeile fehlt. Eine Zeile muss mit „Standard“ beginnen und dann die Altersgruppen nennen, wie im leeren Raster."),
        (b"Standard;3 bis 7 Jahre\n", "Zeile 1, Spalte 2: „3 bis 7 Jahre“ ist keine Altersgruppe. Meinten Sie „3 bis 6 Jahre“, „16 bis 27 Jahre“ oder „6 bis 10 Jahre“?"),
        ("Standard;3 bis 6 Jahre;3–6\n".encode(), "Zeile 1, Spalte 3: „3–6“ steht zweimal in der Kopfzeile."),
        (b"x" * (1024 * 1024 + 1), "Die Datei ist größer als 1 MiB. Ein ausgefülltes Raster ist viel kleiner."),
    ],
    ids=["excel", "binaer", "leer", "ohne-kopf", "alter", "doppelt", "gross"],
)  # fmt: skip
def test_a_file_that_is_no_grid_is_refused_with_what_to_do(library: Library, raw: bytes, finding: str) -> None:
    assert refused(library, raw) == (finding,)


def command(library: Library, table: str, *options: str) -> int:
    path = library.root / "raster.csv"
    path.write_text(table, encoding="utf-8")
    return main(["--root", str(library.root), "import-raster", str(path), *options])


def test_the_drafts_are_valid_gaps_that_name_place_meeting_and_partner(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    table = f"{HEAD}\nZugänge zu Familien;Wie gelingt der Begrüßungsbesuch?;;;;;\n"
    options = ["--municipality", "musterstadt", "--partner", "nachbarkreis", "--meeting", "treffen"]
    assert command(library, table, *options) == 0
    out, err = capsys.readouterr()
    assert out == f"{library.root / 'docs/luecken/wie-gelingt-der-begruessungsbesuch.md'}\n"
    assert err == "1\u00a0Entwurf geschrieben.\n"
    again = Library.load(library.root, TODAY)
    assert not again.has_errors
    assert "\nalter: {von: schwangerschaft, bis: 3}\n" in Path(out.strip()).read_text(encoding="utf-8")
    gap = again.gaps["wie-gelingt-der-begruessungsbesuch"]
    assert (gap.question, gap.origin, gap.status) == ("Wie gelingt der Begrüßungsbesuch?", "gemeldet", "offen")
    assert (gap.municipality, gap.presented_by, gap.meeting) == ("musterstadt", "nachbarkreis", "treffen")
    assert gap.reported.isoformat() == "2025-03-03"
    assert gap.topics == ["begruessungsbesuch"]


def test_a_question_whose_topic_is_not_recognised_says_so(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(library, f"{HEAD}\nSteuerung;;;;;;Wer entscheidet?\n") == 0
    assert capsys.readouterr().err == (
        "1\u00a0Entwurf geschrieben.\n"
        "wer-entscheidet: In den Wörtern der Frage ist kein Thema erkannt. Tragen Sie unter „themen“ mindestens eines aus docs/vokabular/themen.yml ein; vorher ist die Datei nicht gültig.\n"
    )


def test_nothing_is_written_where_a_line_cannot_be_read(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(library, f"{HEAD}\nSteuerung;Wer?;;;;;\nX;Wo?;;;;;\n") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Nichts geschrieben.\n")
    assert not (library.root / "docs" / "luecken").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--municipality", "musterstatt"], "Die Kommune „musterstatt“ gibt es nicht. Meinten Sie „musterstadt“?"),
        (["--meeting", "trefen"], "Das Treffen „trefen“ gibt es nicht. Meinten Sie „treffen“?"),
    ],
)
def test_an_unknown_id_is_wrong_use(
    library: Library, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert command(library, HEAD, *options) == 2
    assert capsys.readouterr().err == f"praxis import-raster: {message}\n"


def test_an_empty_grid_says_so(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(library, HEAD) == 0
    assert capsys.readouterr().err == "Das Raster ist leer: keine Frage gefunden.\n"
