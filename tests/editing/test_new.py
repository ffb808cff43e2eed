"""``praxis new``: by questions, by options, from a form; always a valid draft, never over an existing file."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from praxis.cli import main
from praxis.commands.new import interviewed
from praxis.editing.answers import Answers
from praxis.editing.asking import Asked, CancelledError, Check, TerminalPrompts, ask
from praxis.editing.forms import FORMS
from praxis.editing.proposals import from_answers
from praxis.library import Library
from tests.builders import TODAY
from tests.editing.filled import CASE_ANSWERS, GAP_ANSWERS, filled, head_of, library

CASE_OPTIONS = {("kernidee" if key == "#Kernidee" else key): value for key, value in CASE_ANSWERS.items()}
CASE_OPTIONS["status"] = "laeuft"


def run(root: Path, kind: str, options: Mapping[str, str]) -> int:
    return main(["--root", str(root), "new", kind, *(f"--set={key}={value}" for key, value in options.items())])


def test_options_make_a_draft_without_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = library(tmp_path).root
    assert run(root, "praxis", CASE_OPTIONS) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == root / "docs/praxis/begruessungsbesuche-musterstadt.md"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("---\n# yaml-language-server: $schema=../../.vscode/schema/praxis.json\ntitel: ")
    assert "\nstufe: entwurf\n" in text
    loaded = Library.load(root, TODAY)
    assert loaded.findings == ()
    assert loaded.cases["begruessungsbesuche-musterstadt"].is_draft


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("luecke", {("text" if key == "#" else key): value for key, value in GAP_ANSWERS.items()}),
        ("nachnutzung", {"titel": "B", "praxis": "besuche", "kommune": "Neustadt", "ergebnis": "laeuft", "text": "T."}),
        ("kommune", {"titel": "Neustadt", "art": "stadt"}),
    ],
)
def test_every_kind_can_be_made(tmp_path: Path, kind: str, options: dict[str, str]) -> None:
    assert run(library(tmp_path).root, kind, options) == 0
    assert not [
        f for f in Library.load(tmp_path, TODAY).findings if "2026" not in f.message and f.rule != "jahr-zukunft"
    ]


def test_a_second_draft_of_the_same_name_gets_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = library(tmp_path).root
    assert run(root, "kommune", {"titel": "Neustadt", "art": "stadt"}) == 0
    assert run(root, "kommune", {"titel": "Neustadt", "art": "kreis"}) == 0
    assert [Path(line).name for line in capsys.readouterr().out.split()] == ["neustadt.md", "neustadt-2.md"]


@pytest.mark.parametrize(
    ("kind", "options", "message"),
    [
        ("kommune", {}, "Es fehlt: --set titel=… (Wie heißt die Kommune?); --set art=… (Was ist es?)"),
        ("kommune", {"titel": "N", "art": "dorf"}, "--set art=dorf: Das lässt sich nicht einordnen. Was es ist."),
        ("kommune", {"titl": "N"}, "Die Angabe „titl“ gibt es nicht. Meinten Sie „titel“?"),
        ("praxis", {"kommune": "Nirgendwo"}, "--set kommune=Nirgendwo: Diese Kommune gibt es hier noch nicht. Tragen Sie sie zuerst ein: praxis new kommune"),
        ("praxis", {"alter": "klein"}, "--set alter=klein: Das lässt sich nicht einordnen. In Jahren, von bis; „Schwangerschaft bis 3“, „altersübergreifend“ und „unbekannt“ gehen auch."),
        ("praxis", {"zeitraum": "lange"}, "--set zeitraum=lange: Das lässt sich nicht einordnen. Jahre genügen. Wissen Sie es nicht, schreiben Sie „unbekannt“."),
        ("praxis", {"stand": "30.02.2024"}, "--set stand=30.02.2024: Das lässt sich nicht einordnen. Ein Jahr, ein Monat oder ein Tag."),
        ("luecke", {"themen": "Weltall"}, "--set themen=Weltall: Das lässt sich nicht einordnen. Die engsten passenden; eines genügt."),
    ],
)  # fmt: skip
def test_wrong_options_are_explained_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, options: dict[str, str], message: str
) -> None:
    root = library(tmp_path).root
    before = sorted(root.rglob("*.md"))
    assert run(root, kind, options) == 2
    assert capsys.readouterr().err == f"praxis new: {message}\n"
    assert sorted(root.rglob("*.md")) == before


def test_a_draft_with_errors_is_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = library(tmp_path).root
    assert run(root, "praxis", {**CASE_OPTIONS, "kurz": "Lang " * 50}) == 1
    error = capsys.readouterr().err
    assert "Der Text hat 249 Zeichen; erlaubt sind 200." in error
    assert error.endswith("Nichts geschrieben.\n")
    assert not (root / "docs/praxis/begruessungsbesuche-musterstadt.md").exists()


def test_a_form_can_be_the_source(tmp_path: Path) -> None:
    root = library(tmp_path).root
    (root / "formular.txt").write_text(filled("luecke", GAP_ANSWERS), encoding="utf-8")
    assert main(["--root", str(root), "new", "luecke", "--from", str(root / "formular.txt")]) == 0
    assert (root / "docs/luecken/eltern-ohne-hebamme-erreichen.md").is_file()


class Typed:
    """Prompts with a person that types what is in ``answers``, once wrong where a wrong answer is given first."""

    def __init__(self, answers: Mapping[str, list[str]], more: bool = False) -> None:
        self.answers, self.more, self.refused = {key: list(value) for key, value in answers.items()}, more, []

    def _next(self, message: str) -> str:
        label = message.split("\n")[0]
        return self.answers[label].pop(0) if self.answers.get(label) else ""

    def text(self, message: str, check: Check, known: list[str]) -> str:
        while (verdict := check(answer := self._next(message))) is not True:
            self.refused.append(verdict)
        return answer

    def one(self, message: str, options: Mapping[str, str], *, may_skip: bool) -> str:
        answer = self._next(message)
        assert answer in options or may_skip
        return answer

    def several(self, message: str, options: Mapping[str, str], *, may_skip: bool) -> list[str]:
        return [answer for answer in self._next(message).split() if answer in options]

    def confirm(self, message: str, *, default: bool) -> bool:
        return self.more


def test_answers_are_checked_while_typing(tmp_path: Path) -> None:
    typed = Typed(
        {
            "Wie heißt die Praxis?": ["", "Tasche"],
            "Was ist es, in einem Satz?": ["x" * 201, "Eine Tasche."],
            "In welcher Kommune?": ["Nirgendwo " * 9, "Musterstatt", "Musterstadt"],
            "„Musterstatt“ gibt es hier noch nicht. Meinten Sie „Musterstadt“?": ["anders"],
            "Wie steht es um die Praxis?": ["laeuft"],
            "Seit wann, bis wann?": ["früher", "2012"],
            "Welche Standards einer Präventionskette erfüllt sie?": ["zugaenge wirkung"],
            "Für welches Alter?": ["0-3"],
            "Welche Themen?": ["kita"],
            "Warum wirkt es?": ["Weil."],
            "Welche Stelle kann man fragen?": ["Jugendamt"],
            "Worauf stützen sich die Angaben?": ["Bericht 2020"],
            "… noch etwas? (leer: fertig) ": ["Protokoll", ""],
            "Von wann sind die Angaben?": ["Mai 2023"],
            "Kernidee": ["Eine Tasche."],
            "Kann man es vor Ort ansehen?": ["ja"],
        },
        more=True,
    )
    small = library(tmp_path)
    asked = Asked(Answers(FORMS["praxis"]))
    ask(small, asked, typed)
    proposal = from_answers(small, asked.answers)
    assert (proposal.missing, proposal.unplaced) == ((), 0)
    head = head_of(proposal)
    assert head["standards"] == ["zugaenge", "wirkung"]
    assert head["quellen"] == [{"titel": "Bericht", "jahr": 2020}, {"titel": "Protokoll"}]
    assert head["reife"] == {"hospitation": "ja"}
    assert typed.refused == [
        "Diese Angabe wird gebraucht.",
        "201 Zeichen; höchstens 200 sind erlaubt.",
        "Der Name ist zu lang; höchstens 60 Zeichen.",
        "Das lässt sich nicht einordnen. Jahre genügen. Wissen Sie es nicht, schreiben Sie „unbekannt“.",
    ]


@pytest.mark.parametrize("typed", ["ü", "ue", "frü", "FRÜ"])
def test_lists_are_searched_with_umlauts_and_without(typed: str) -> None:
    """In a thread of its own: a browser of other tests may keep an event loop running in this one."""
    options = {"kita": "Kita (kita)", "fruehe-hilfen": "Frühe Hilfen (fruehe-hilfen)"}

    def chosen() -> list[str]:
        with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
            keys.send_text(f"{typed} \r")
            return TerminalPrompts().several("Was?", options, may_skip=False)

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(chosen).result() == ["fruehe-hilfen"]


CASE_TYPED = {
    "Wie heißt die Praxis?": ["Tasche"],
    "Was ist es, in einem Satz?": ["Eine Tasche."],
    "In welcher Kommune?": ["Bonn"],
    "Wie steht es um die Praxis?": ["laeuft"],
    "Seit wann, bis wann?": ["2012"],
    "Welche Standards einer Präventionskette erfüllt sie?": ["zugaenge"],
    "Für welches Alter?": ["0-3"],
    "Welche Themen?": ["kita"],
    "Warum wirkt es?": ["Weil."],
    "Welche Stelle kann man fragen?": ["Jugendamt"],
    "Worauf stützen sich die Angaben?": ["Bericht 2020"],
    "Von wann sind die Angaben?": ["2023"],
    "Kernidee": ["Eine Tasche."],
}
UNKNOWN = "„Bonn“ gibt es hier noch nicht."


def interview(
    root: Path, answers: Mapping[str, list[str]], stops_at: str = "", keeps: bool | None = True
) -> tuple[int, Path]:
    """``praxis new praxis`` with a person at the keyboard, who may stop at a question and then keep the draft or not."""
    small = library(root)
    status = interviewed(small.root, small, Asked(Answers(FORMS["praxis"])), Stopping(answers, stops_at, keeps))
    return status, small.root / "docs/praxis/tasche-bonn.md"


class Stopping(Typed):
    """Presses Ctrl+C at a question; ``keeps`` None presses it again when asked whether to keep the draft."""

    def __init__(self, answers: Mapping[str, list[str]], stops_at: str, keeps: bool | None) -> None:
        super().__init__(answers)
        self.stops_at, self.keeps = stops_at, keeps

    def _next(self, message: str) -> str:
        if message.split("\n")[0] == self.stops_at:
            raise CancelledError
        return super()._next(message)

    def confirm(self, message: str, *, default: bool) -> bool:
        if message != "Was Sie bisher geschrieben haben, als Entwurf behalten?":
            return super().confirm(message, default=default)
        if self.keeps is None:
            raise CancelledError
        return self.keeps


def test_an_unknown_municipality_is_made_on_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, path = interview(tmp_path, {**CASE_TYPED, UNKNOWN: ["anlegen"], "Was ist es?": ["stadt"]})
    assert status == 0, capsys.readouterr().err
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'docs/kommunen/bonn.md'}\n{path}\n"
    assert captured.err == (
        "Kommune geschrieben. Prüfen: praxis check.\n"
        "Entwurf geschrieben. Prüfen: praxis check. Was noch fehlt: praxis review tasche-bonn.\n"
    )
    assert "\nkommune: bonn\n" in path.read_text(encoding="utf-8")
    assert not Library.load(tmp_path, TODAY).has_errors


def test_an_unknown_municipality_can_wait_and_nothing_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, path = interview(tmp_path, {**CASE_TYPED, UNKNOWN: ["spaeter"]})
    assert status == 1
    error = capsys.readouterr().err
    assert "[kommune]: Die Kommune „bonn“ gibt es in der Sammlung nicht." in error
    assert error.endswith("\nAls Nächstes die Kommune eintragen: praxis new kommune\n")
    text = path.read_text(encoding="utf-8")
    assert "\nkommune: bonn\n" in text
    assert "~~~\nBonn\n~~~" in text


def test_who_stops_may_keep_what_they_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, path = interview(tmp_path, {**CASE_TYPED, UNKNOWN: ["anlegen"]}, stops_at="Was ist es?")
    assert status == 2
    text = path.read_text(encoding="utf-8")
    assert "titel: Tasche\nkurz: Eine Tasche.\n" in text
    assert "~~~\nBonn\n~~~" in text
    error = capsys.readouterr().err
    assert "Es fehlt noch: Warum wirkt es?\n" in error
    assert error.endswith("Ergänzen Sie das in der Datei, oder öffnen Sie sie im Formular unter „Mitmachen“.\n")


@pytest.mark.parametrize("keeps", [False, None])
def test_who_stops_and_keeps_nothing_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], keeps: bool | None
) -> None:
    typed = {**CASE_TYPED, UNKNOWN: ["spaeter"]}
    status, path = interview(tmp_path, typed, stops_at="Warum wirkt es?", keeps=keeps)
    assert (status, path.exists()) == (2, False)
    assert capsys.readouterr().err == "Abgebrochen; nichts geschrieben.\n"


def test_a_real_terminal_is_asked_and_can_be_left() -> None:
    """The prompt library itself, with keys through a pipe.

    In a thread of its own: the library starts an event loop, and where a browser runs in this process, its thread has
    one already.
    """
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_ask_in_a_terminal).result()


def _ask_in_a_terminal() -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        prompts = TerminalPrompts()
        keys.send_text("Tasche\r")
        assert prompts.text("Titel?", lambda answer: bool(answer), []) == "Tasche"
        keys.send_text("\x1b[B\r")
        assert prompts.one("Art?", {"a": "A", "b": "B"}, may_skip=True) == "a"
        keys.send_text(" \x1b[B \r")
        assert prompts.several("Was?", {"a": "A", "b": "B"}, may_skip=False) == ["a", "b"]
        keys.send_text("\x1b[B\r")
        assert prompts.confirm("Mehr?", default=True) is False
        keys.send_text("\x03")
        with pytest.raises(CancelledError):
            prompts.text("Titel?", lambda answer: True, ["Musterstadt"])
