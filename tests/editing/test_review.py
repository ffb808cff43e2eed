"""``praxis review`` and ``praxis due``: what a reviewer and the office see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from praxis.cli import main
from praxis.editing.open_questions import QUESTIONS, open_questions
from praxis.editing.readability import readability
from praxis.editing.review import review
from praxis.editing.review_text import review_text
from praxis.library import Library
from praxis.relations.reporting import part_nouns
from tests.broken import case, gap, site
from tests.builders import TODAY

FILES = {
    "docs/praxis/besuche.md": case(stufe="stufe: entwurf", pruefung="pruefung: 2025-01-01"),
    "docs/praxis/begruessung.md": case(titel="titel: Begrüßungs-Besuche in Musterstadt"),
    "docs/luecken/eltern.md": gap(alter="alter: {von: 0, bis: 2}"),
}


def page(root: Path) -> str:
    library = Library.load(site(root, FILES), TODAY)
    return review_text(review(library, library.cases["besuche"])).replace("\u00a0", " ")


def test_the_page_tells_a_reviewer_what_counts(tmp_path: Path) -> None:
    text = page(tmp_path)
    assert text.startswith(
        "# Begrüßungsbesuche in Musterstadt (Musterstadt)\n\n"
        "docs/praxis/besuche.md, Stand der Angaben: 1. Mai 2023, Stufe: Entwurf, nicht von der Kommune freigegeben\n\n"
        "## Befunde der Prüfung\n\n- Zeile 20: Die Prüfung war am 1. Januar 2025 fällig. "
    )
    assert "- ◐ Beteiligte und Zielgruppe: teilweise (fehlt: beteiligte Stellen)\n" in text
    assert "- ○ Kosten: nicht berichtet\n" in text
    assert (
        "## Vielleicht schon vorhanden\n\n- „Begrüßungs-Besuche in Musterstadt“ (docs/praxis/begruessung.md)\n" in text
    )
    assert (
        "## Lücken, zu denen es passen kann\n\n- „Wie erreichen wir Familien mit einjährigen Kindern?“ (docs/luecken/eltern.md)\n"
        in text
    )
    assert "- https://www.musterstadt.example/familienbericht\n" in text
    assert "- Der Text ist zu kurz, um seine Lesbarkeit zu messen.\n" in text
    assert text.endswith("- Was war schwierig, und was hat geholfen?\n")


def test_every_gap_in_a_report_has_a_question() -> None:
    assert set(QUESTIONS) == set(part_nouns())
    assert all(question.endswith("?") for question in QUESTIONS.values())


def test_only_what_is_missing_is_asked(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, {"docs/praxis/a.md": case(finanzierung="finanzierung: [land]")}), TODAY)
    questions = open_questions(library.cases["a"])
    assert "Woher kommt das Geld?" not in questions
    assert "Wie sichern Sie die Qualität?" in questions


EASY = "Die Hebamme kommt zu Besuch. Sie bringt ein Buch mit. Die Familie freut sich. " * 4
HARD = (
    "Die ressortübergreifende Implementierung integrierter kommunaler Jugendhilfeplanung erfordert kontinuierliche "
    "Abstimmungsprozesse zwischen Sozialraumkoordination, Fachplanung und Leistungserbringern. "
) * 3


def test_easy_and_hard_texts_differ() -> None:
    easy, hard = readability(EASY), readability(HARD)
    assert easy.years is not None
    assert hard.years is not None
    assert easy.years < 5 < 15 < hard.years
    assert easy.text.startswith("Der Text ist leicht zu lesen (Wiener Sachtextformel ")
    assert hard.text.startswith("Der Text ist schwer zu lesen (Wiener Sachtextformel ")


def test_markup_abbreviations_and_code_do_not_count() -> None:
    marked = (
        "## Eine Überschrift ohne Punkt\n\n"
        + EASY.replace("Buch", "**Buch** ([Quelle 1](#quelle-1))")
        + "\n\n```\ncode\n```\n"
    )
    assert readability(marked).long_sentences == ()
    abbreviated = " ".join(["Wort"] * 15) + " z. B. am 3. Geburtstag " + " ".join(["Wort"] * 15) + "."
    assert readability(abbreviated).long_sentences == (abbreviated,)


def test_long_sentences_are_named() -> None:
    long = " ".join(["Wort"] * 31) + "."
    assert readability(f"Kurz. {long} Kurz.").long_sentences == (long,)


@pytest.mark.parametrize("text", ["", "   ", "…", "# Nur eine Überschrift", "- a\n- b", "\u202e", "." * 500])
def test_odd_texts_have_no_measure(text: str) -> None:
    assert readability(text).years is None


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_a_case_is_named_by_id_or_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site(tmp_path, FILES)
    assert run(root, "review", "besuche") == 0
    by_id = capsys.readouterr().out
    assert run(root, "review", "docs/praxis/besuche.md") == 0
    assert capsys.readouterr().out == by_id
    assert run(root, "review", "besuch") == 2
    assert capsys.readouterr().err.startswith("praxis review: Den Fall „besuch“ gibt es nicht. Meinten Sie „besuche“")


def test_a_case_with_errors_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site(tmp_path, {"docs/praxis/a.md": case(titel=None)})
    assert run(root, "review", "a") == 1
    error = capsys.readouterr().err
    assert "Das Pflichtfeld „titel“ fehlt." in error
    assert error.endswith("Der Fall lässt sich erst ansehen, wenn diese Fehler behoben sind.\n")


def test_due_speaks_three_formats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")  # 1. Juni 2025
    root = site(tmp_path, FILES)
    text = "Die Prüfung ist seit 1.\u00a0Januar\u00a02025 fällig. Stimmen die Angaben noch?"
    assert run(root, "due") == 0
    captured = capsys.readouterr()
    assert captured.out == f"docs/praxis/besuche.md: Begrüßungsbesuche in Musterstadt\n    {text}\n"
    assert captured.err == "1\u00a0Schritt fällig, davon 1 überfällig.\n"
    assert run(root, "due", "--format", "json", "--days", "30") == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out) == [
        {
            "kind": "praxis", "id": "besuche", "title": "Begrüßungsbesuche in Musterstadt", "file": "docs/praxis/besuche.md",
            "field": "pruefung", "date": "2025-01-01", "overdue": True, "text": text,
        }
    ]  # fmt: skip
    assert run(root, "due", "--format", "github") == 0
    assert capsys.readouterr().out == f"::warning file=docs/praxis/besuche.md,line=20,col=11,title=Fällig::{text}\n"
    with pytest.raises(SystemExit) as stop:
        run(root, "due", "--days", "-1")
    assert stop.value.code == 2
