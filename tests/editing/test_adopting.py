"""A new question goes into the catalogue, and nothing else in the file changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from praxis.cli import main
from praxis.editing.adopting import PATH, AdoptError, adopt
from praxis.library import Library
from praxis.relations.lessons import new_questions
from tests.builders import load_site
from tests.site_building import PROJECT

ASKED = {"frage": "Wer ruft an, wenn niemand öffnet?", "dimension": "projektbezogen"}
OTHER = {"frage": "Gibt es Räume: und wem gehören sie?", "bedingung": "jugendamt"}


def site(root: Path, *questions: dict[str, Any], catalogue: bytes | None = None) -> Library:
    reuse = {"id": "r", "praxis": "fall", "kommune": "jena", "offene_fragen": list(questions)}
    library = load_site(root, cases=[{"id": "fall"}], reuses=[reuse])
    if catalogue is not None:
        (root / PATH).write_bytes(catalogue)
        return Library.load(root, library.today)
    return library


def adopted(library: Library, number: int | None = None, **options: Any) -> tuple[bytes, bytes]:
    before = (library.root / PATH).read_bytes()
    adopt(library, library.reuses["r"], number, **options).write(library.root)
    return before, (library.root / PATH).read_bytes()


def test_a_question_stands_at_the_end_of_the_list_and_is_open_no_more(tmp_path: Path) -> None:
    library = site(tmp_path, ASKED)
    before, after = adopted(library, purpose="Klärt den Ablauf.")
    added = (
        "  - id: wer-ruft-an-wenn-niemand-oeffnet\n    dimension: projektbezogen\n"
        "    frage: Wer ruft an, wenn niemand öffnet?\n    wozu: Klärt den Ablauf.\n"
    )
    assert after.decode() == before.decode() + added
    again = Library.load(tmp_path, library.today)
    assert new_questions(library) != ()
    assert new_questions(again) == ()
    assert not again.has_errors


def test_the_dimension_may_come_from_the_condition(tmp_path: Path) -> None:
    _, after = adopted(site(tmp_path, ASKED, OTHER), 2)
    assert (
        "    dimension: institutionell\n    frage: 'Gibt es Räume: und wem gehören sie?'\n    bedingung: jugendamt\n"
        in after.decode()
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_projects_own_file_gains_only_the_new_lines(tmp_path: Path, line_end: str) -> None:
    """Blank lines between questions, comments, line ends and a last line without an end stay as they are."""
    own = (PROJECT / PATH).read_text(encoding="utf-8").replace("\n", line_end).encode()
    before, after = adopted(site(tmp_path, ASKED, catalogue=own))
    assert after.startswith(before)
    blank = re.escape(line_end)
    assert re.fullmatch(f"{blank}  - id: [^\\r\\n]+(?:{blank}    [^\\r\\n]+)+{blank}".encode(), after[len(before) :])


def test_what_stands_behind_the_list_stays_there(tmp_path: Path) -> None:
    library = site(tmp_path, ASKED)
    text = (tmp_path / PATH).read_text(encoding="utf-8")
    head, _, questions = text.partition("fragen:\n")
    moved = f"fragen:\n{questions}# Ende der Fragen\n\n{head}".encode()
    before, after = adopted(site(tmp_path, ASKED, catalogue=moved))
    place = before.index(b"# Ende der Fragen")
    assert after[:place] == before[:place]
    assert after.endswith(before[place:])
    assert library.root == tmp_path


@pytest.mark.parametrize(
    ("questions", "number", "catalogue", "message"),
    [
        ([], None, None, "In „docs/nachnutzung/r.md“ steht keine neue Frage."),
        ([ASKED, OTHER], None, None, "Welche Frage? Nennen Sie --number:\n  1. Wer ruft an, wenn niemand öffnet?\n  2. Gibt es Räume: und wem gehören sie?"),
        ([ASKED], 2, None, "Eine Frage Nummer 2 gibt es dort nicht; es sind 1."),
        ([{"frage": "Wer leitet das Jugendamt"}], 1, None, "Diese Frage steht schon im Katalog."),
        ([{"frage": "Wer leitet das Jugendamt"}], None, None, "Jede Frage dieser Nachnutzung steht schon im Katalog."),
        ([{"frage": "Und dann?"}], None, None, "Zu welcher Dimension gehört die Frage? Nennen Sie --dimension: institutionell, sozialraeumlich, diskurs, individuell, projektbezogen."),
        ([ASKED], None, "[]", "Die Liste „fragen“ in „docs/vokabular/kontextmodell.yml“ lässt sich nicht von selbst ergänzen. Nichts geändert."),
    ],
)  # fmt: skip
def test_what_cannot_be_adopted_is_said_and_nothing_changes(
    tmp_path: Path, questions: list[dict[str, Any]], number: int | None, catalogue: str | None, message: str
) -> None:
    library = site(tmp_path, *questions)
    if catalogue is not None:
        text = (tmp_path / PATH).read_text(encoding="utf-8").partition("fragen:\n")[0]
        library = site(tmp_path, *questions, catalogue=f"{text}fragen: {catalogue}\n".encode())
    before = (tmp_path / PATH).read_bytes()
    with pytest.raises(AdoptError) as caught:
        adopt(library, library.reuses["r"], number)
    assert str(caught.value) == message
    assert (tmp_path / PATH).read_bytes() == before


def test_the_command_shows_what_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site(tmp_path, ASKED).root / PATH).read_bytes()
    assert main(["adopt-question", "r", "--dry-run", "--root", str(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert "+  - id: wer-ruft-an-wenn-niemand-oeffnet\n" in shown.out
    assert (
        shown.err
        == "Die Frage würde aufgenommen („wer-ruft-an-wenn-niemand-oeffnet“): Wer ruft an, wenn niemand öffnet?\n"
    )
    assert (tmp_path / PATH).read_bytes() == before
    assert main(["adopt-question", "r", "--root", str(tmp_path)]) == 0
    assert (tmp_path / PATH).read_bytes() != before


def test_an_unknown_record_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site(tmp_path, ASKED)
    assert main(["adopt-question", "rr", "--root", str(tmp_path)]) == 2
    assert "Die Nachnutzung „rr“ gibt es nicht." in capsys.readouterr().err
