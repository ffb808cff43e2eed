"""The command line as seen from outside: ``--root``, paths, formats, exit codes, German messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from praxis.cli import main, parser
from tests.broken import case, gap, site
from tests.site_building import PROJECT


@pytest.fixture(autouse=True)
def date(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of June 2025."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with an error in a case, one in a gap, and a warning."""
    return site(
        tmp_path / "inhalte",
        {
            "docs/praxis/falsch.md": case(status="status: läuft"),
            "docs/praxis/faellig.md": case(pruefung="pruefung: 2025-01-01"),
            "docs/praxis/gut.md": case(),
            "docs/luecken/falsch.md": gap(frage=None),
        },
    )


def run(*arguments: str | Path) -> int:
    """Exit code of the command line."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Files of the findings in JSON output."""
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return [finding["file"] for finding in findings]


def test_root_may_stand_before_or_after_the_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--root", root, "check") == 1
    before = capsys.readouterr()
    assert run("check", "--root", root) == 1
    assert capsys.readouterr() == before
    assert run(f"--root={root}", "check") == 1
    assert capsys.readouterr() == before


def test_the_later_root_counts(root: Path, tmp_path: Path) -> None:
    assert run("--root", tmp_path, "check", "--root", root) == 1


def test_without_a_root_the_current_folder_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert run("check") == 1


def test_text_goes_to_standard_output_and_the_summary_to_standard_error(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--root", root, "check")
    captured = capsys.readouterr()
    assert captured.out.startswith("docs/luecken/falsch.md:1:1: Fehler [frage]: Das Pflichtfeld „frage“ fehlt.\n    → ")
    assert captured.out.count("\n") == 6
    assert captured.err == "5 Einträge geprüft: 2 Fehler, 1 Hinweis.\n"


@pytest.mark.parametrize("form", ["json", "github"])
def test_machines_get_nothing_but_their_format(root: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--root", root, "check", "--format", form) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    if form == "json":
        assert [finding["severity"] for finding in json.loads(captured.out)] == ["error", "warning", "error"]
    else:
        assert [line.partition(" ")[0] for line in captured.out.splitlines()] == ["::error", "::warning", "::error"]


@pytest.mark.parametrize(
    ("paths", "files", "status"),
    [
        ([], ["docs/luecken/falsch.md", "docs/praxis/faellig.md", "docs/praxis/falsch.md"], 1),
        (["."], ["docs/luecken/falsch.md", "docs/praxis/faellig.md", "docs/praxis/falsch.md"], 1),
        (["docs"], ["docs/luecken/falsch.md", "docs/praxis/faellig.md", "docs/praxis/falsch.md"], 1),
        (["docs/praxis/"], ["docs/praxis/faellig.md", "docs/praxis/falsch.md"], 1),
        (["docs/praxis/gut.md"], [], 0),
        (["docs/praxis/faellig.md"], ["docs/praxis/faellig.md"], 0),
        (["docs/praxis/gut.md", "docs/luecken"], ["docs/luecken/falsch.md"], 1),
        (["docs/praxis/../luecken"], ["docs/luecken/falsch.md"], 1),
        (["./docs//luecken/falsch.md"], ["docs/luecken/falsch.md"], 1),
    ],
)
def test_a_path_filters_what_is_shown_and_decides_the_exit_code(
    root: Path, capsys: pytest.CaptureFixture[str], paths: list[str], files: list[str], status: int
) -> None:
    assert run("--root", root, "check", *paths, "--format", "json") == status
    assert shown(capsys) == files


def test_a_path_may_be_absolute_or_relative_to_the_current_folder(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--root", root, "check", root / "docs" / "luecken", "--format", "json") == 1
    assert shown(capsys) == ["docs/luecken/falsch.md"]
    monkeypatch.chdir(root / "docs" / "luecken")
    assert run("--root", "../..", "check", "falsch.md", "--format", "json") == 1
    assert shown(capsys) == ["docs/luecken/falsch.md"]


def test_a_path_may_be_the_link_that_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs" / "praxis" / "link.md").symlink_to("/nirgends")
    assert run("--root", root, "check", "docs/praxis/link.md", "--format", "json") == 1
    assert shown(capsys) == ["docs/praxis/link.md"]


@pytest.mark.parametrize("path", ["fehlt.md", "docs/fehlt", "..", "/", "../..", "x" * 5_000, "a\0b"])
def test_a_path_that_is_none_of_ours_is_wrong_use(root: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = run("--root", root, "check", path)
    captured = capsys.readouterr()
    assert (status, captured.out) == (2, "")
    assert captured.err == f"praxis check: Den Pfad „{path}“ gibt es unter „{root}“ nicht.\n"


def test_warnings_alone_are_fine(tmp_path: Path) -> None:
    assert run("--root", site(tmp_path, {"docs/praxis/a.md": case(pruefung="pruefung: 2025-01-01")}), "check") == 0
    assert run("--root", site(tmp_path / "leer", {}), "check") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "praxis: es fehlt: BEFEHL\nHilfe: praxis --help\n"),
        (["chek"], "Angabe BEFEHL: nicht vorgesehen: 'chek'"),
        (["chek"], "Meinten Sie „check“?\n"),
        (["check", "--fromat", "json"], "praxis: unbekannte Angaben: --fromat"),
        (["check", "--form", "json"], "praxis: unbekannte Angaben: --form"),
        (["check", "--format", "xml"], "praxis check: Angabe --format: nicht vorgesehen: 'xml' (möglich sind "),
        (["check", "--format"], "praxis check: Angabe --format: braucht einen Wert\nHilfe: praxis check --help\n"),
        (["--root"], "praxis: Angabe --root: braucht einen Wert\n"),
        (["search", "-n", "x", "y"], "praxis search: Angabe -n: ist keine ganze Zahl: 'x'\n"),
        (["--root", "/nirgends", "check"], "praxis: Unter „/nirgends“ gibt es keinen Ordner „docs“. Nennen Sie mit --root den richtigen Ordner.\n"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_german_and_ends_with_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


ENGLISH = ("usage:", "options:", "positional arguments", "show this help", "optional arguments", "default:")


@pytest.mark.parametrize("command", ["", "check", "match", "search", "stage", "evaluate-search"])
def test_help_is_german_and_ends_with_0(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*([command] if command else []), "--help") == 0
    text = capsys.readouterr().out
    assert text.startswith("Aufruf: praxis")
    assert not [word for word in ENGLISH if word in text]
    assert text.count("Optionen:") == 1


def test_every_option_says_what_it_is_for() -> None:
    assert "None" not in parser().format_help()


def praxis(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "praxis.cli", "--root", str(root), *arguments]
    return subprocess.run(
        command, cwd=PROJECT, capture_output=True, check=False, env={**os.environ, **environment}, timeout=60
    )


def test_output_is_utf8_whatever_the_terminal_says(root: Path) -> None:
    result = praxis(root, "check", "--format", "json", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 1
    assert "„läuft“ ist hier kein vorgesehener Wert." in result.stdout.decode("utf-8")
    assert result.stderr == b""


def test_a_closed_pipe_is_no_mistake(root: Path) -> None:
    command = f'"{sys.executable}" -m praxis.cli --root "{root}" check --format json | head -c 1'
    result = subprocess.run(command, shell=True, cwd=PROJECT, capture_output=True, check=False, timeout=60)
    assert result.stdout == b"["
    assert b"Traceback" not in result.stderr


def test_a_name_that_is_no_text_does_not_stop_the_report(root: Path) -> None:
    with open(os.fsencode(root / "docs" / "praxis") + b"/a\xff.md", "wb") as file:  # noqa: PTH123
        file.write(b"x")
    for form in ("text", "json", "github"):
        result = praxis(root, "check", "--format", form)
        assert result.returncode == 1
        assert "a\ufffd.md" in result.stdout.decode("utf-8")
