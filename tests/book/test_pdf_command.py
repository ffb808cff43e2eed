"""``praxis pdf`` as seen from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.cli import main
from tests.book.reading import faults, texts
from tests.builders import write_record, write_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "wurzel", cases=[{"id": "a"}, {"id": "b"}], chapters=[{"id": "01-eins"}])


def run(root: Path, *arguments: str) -> int:
    try:
        return main(["--root", str(root), "pdf", *arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def test_the_whole_book_goes_to_dist(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"Gesetzt: {root / 'dist' / 'handbuch.pdf'} (0,")
    assert captured.err.endswith(" MB).\n")
    assert faults((root / "dist" / "handbuch.pdf").read_bytes()) == []


def test_a_selection_of_a_committee(root: Path, tmp_path: Path) -> None:
    (tmp_path / "liste.json").write_text('{"faelle": ["b", "a"]}', encoding="utf-8")
    out = tmp_path / "neu" / "auswahl.pdf"
    assert run(root, "--shortlist", str(tmp_path / "liste.json"), "--chapter", "eins", "--out", str(out)) == 0
    pages = texts(out.read_bytes())
    order = [
        next(n for n, page in enumerate(pages) if f"Kurz gesagt, was {key} ist." in page and "Auf einen Blick" in page)
        for key in "ba"
    ]
    assert order == sorted(order)
    assert faults(out.read_bytes()) == []


def test_one_case_alone_has_its_name(root: Path) -> None:
    assert run(root, "--case", "a") == 0
    assert [path.name for path in (root / "dist").iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--case", "gibt-es-nicht"], "praxis pdf: Den Fall „gibt-es-nicht“ gibt es nicht."),
        (["--chapter", "einz"], "praxis pdf: Das Kapitel „einz“ gibt es nicht. Meinten Sie „eins“?"),
        (["--no-cases", "--case", "a"], "praxis pdf: --no-cases gilt nur für das ganze Handbuch."),
        (["--shortlist", "gibt-es-nicht"], "praxis pdf: Die Auswahl „gibt-es-nicht“ lässt sich nicht lesen."),
        (["--out", "ziel.doc"], "praxis pdf: Das Ziel „ziel.doc“ endet nicht auf „.pdf“."),
        (["--out", "{root}"], "praxis pdf: Das Ziel „{root}“ ist ein Ordner."),
        (["--out", "{root}/docs/x.pdf"], "praxis pdf: Das Ziel „{root}/docs/x.pdf“ liegt im Ordner der Inhalte."),
        (["--out", "{root}/docs/praxis/a.md/x.pdf"], "praxis pdf: Das Ziel „{root}/docs/praxis/a.md/x.pdf“ liegt im Ordner der Inhalte."),
    ],
)  # fmt: skip
def test_wrong_use_is_explained_and_ends_with_2(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(root, *(argument.format(root=root) for argument in arguments)) == 2
    assert capsys.readouterr().err == message.format(root=root) + "\n"


def test_errors_in_the_contents_leave_the_last_pdf(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "dist").mkdir()
    (root / "dist" / "handbuch.pdf").write_bytes(b"alt")
    write_record(root, "praxis", {"id": "c", "titel": "Ohne alles"})
    assert run(root) == 1
    assert capsys.readouterr().err.endswith("Kein PDF gesetzt: Die Inhalte haben Fehler.\n")
    assert [(path.name, path.read_bytes()) for path in (root / "dist").iterdir()] == [("handbuch.pdf", b"alt")]


def test_an_empty_collection_has_no_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_site(tmp_path)) == 2
    assert capsys.readouterr().err == "praxis pdf: Es gibt weder Kapitel noch Fälle.\n"
