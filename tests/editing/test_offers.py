"""``praxis offer``: an offer goes into the gap's list; everything else in the file stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.cli import main
from praxis.editing.list_entries import NotAddedError, with_entry
from praxis.library import Library
from tests.builders import TODAY, load_site

ENTRY = {"kommune": "duisburg", "stand": "angeboten"}


def file(head: str) -> str:
    return f"---\ntitel: A  # so heißt es\n{head}---\n\nText: [x]\n"


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("", "meldungen:\n  - {kommune: duisburg, stand: angeboten}\n"),
        ("meldungen: []\n", "meldungen:\n  - {kommune: duisburg, stand: angeboten}\n"),
        ("meldungen:\nstatus: offen\n", "meldungen:\n  - {kommune: duisburg, stand: angeboten}\nstatus: offen\n"),
        ("meldungen: # noch keine\n", "meldungen: # noch keine\n  - {kommune: duisburg, stand: angeboten}\n"),
        (
            "meldungen:\n- kommune: herne  # zuerst\n  stand: gefuehrt\n\nstatus: offen\n",
            "meldungen:\n- kommune: herne  # zuerst\n  stand: gefuehrt\n- {kommune: duisburg, stand: angeboten}\n\nstatus: offen\n",
        ),
        (
            "meldungen: [{kommune: herne}]\n",
            "meldungen: [{kommune: herne}, {kommune: duisburg, stand: angeboten}]\n",
        ),
    ],
)
def test_the_entry_stands_at_the_end_of_the_list(head: str, after: str) -> None:
    assert with_entry(file(head), "meldungen", ENTRY) == file(after)


@pytest.mark.parametrize("head", ["meldungen: [\n  {kommune: herne}\n]\n", "meldungen: nichts\n", "kaputt: [\n"])
def test_a_list_that_cannot_be_added_to_for_sure_is_left_alone(head: str) -> None:
    with pytest.raises(NotAddedError):
        with_entry(file(head), "meldungen", ENTRY)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A gap and a municipality that knows an answer."""
    return load_site(tmp_path, cases=[{"id": "besuche"}], gaps=[{"id": "luecke"}], municipalities=[{"id": "duisburg"}])


def test_the_command_takes_an_offer_down(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--municipality", "duisburg", "--case", "besuche", "--date", "2025-05-05", "--due", "2025-07-01"]
    assert main(["--root", str(library.root), "offer", "luecke", *options]) == 0
    assert capsys.readouterr().err == "Eingetragen in docs/luecken/luecke.md: duisburg, angeboten.\n"
    (offer,) = Library.load(library.root, TODAY).gaps["luecke"].offers
    assert (offer.municipality, offer.case, offer.state) == ("duisburg", "besuche", "angeboten")
    assert offer.date
    assert offer.date.isoformat() == "2025-05-05"
    assert str(offer.due) == "2025-07-01"


def test_line_ends_and_the_mark_of_a_windows_file_stay(library: Library) -> None:
    path = library.root / "docs" / "luecken" / "luecke.md"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert (
        main(["--root", str(library.root), "offer", "luecke", "--municipality", "duisburg", "--date", "2025-05-05"])
        == 0
    )
    added = b"meldungen:\r\n  - {kommune: duisburg, datum: 2025-05-05, stand: angeboten}\r\n"
    assert path.read_bytes().replace(added, b"") == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["luecken", "--municipality", "duisburg"], "Die Lücke „luecken“ gibt es nicht. Meinten Sie „luecke“?"),
        (["luecke", "--municipality", "duisberg"], "Die Kommune „duisberg“ gibt es nicht. Meinten Sie „duisburg“?"),
        (["luecke", "--municipality", "duisburg", "--case", "besuch"], "Den Fall „besuch“ gibt es nicht. Meinten Sie „besuche“?"),
        (["luecke", "--municipality", "duisburg", "--date", "3.3.2025"], "„3.3.2025“ ist kein Tag. Schreiben Sie zum Beispiel 2026-11-26."),
    ],
)  # fmt: skip
def test_wrong_use_is_said(
    library: Library, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["--root", str(library.root), "offer", *arguments]) == 2
    assert capsys.readouterr().err == f"praxis offer: {message}\n"


def test_a_list_that_the_command_cannot_write_is_named(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    path = library.root / "docs" / "luecken" / "luecke.md"
    text = path.read_text(encoding="utf-8").replace("status:", "meldungen: [\n  {kommune: duisburg}\n]\nstatus:")
    path.write_text(text, encoding="utf-8")
    assert main(["--root", str(library.root), "offer", "luecke", "--municipality", "duisburg"]) == 2
    assert capsys.readouterr().err == (
        "praxis offer: In „docs/luecken/luecke.md“ ist die Liste „meldungen“ so geschrieben, dass der Befehl sie nicht "
        "sicher ergänzen kann. Tragen Sie die Meldung von Hand ein.\n"
    )
    assert path.read_text(encoding="utf-8") == text
