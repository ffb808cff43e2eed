"""A finding and its forms: for a terminal, as JSON, as workflow commands."""

from __future__ import annotations

import json

import pytest

from praxis.findings import MAX_PER_FILE, Finding, as_text, github_pieces, has_errors, json_pieces, limited

ERROR = Finding("docs/praxis/a.md", 3, 7, "quellen[0].url", "adresse-form", "„x“ ist keine.", "Schreiben Sie https://.")
WARNING = Finding("docs/praxis/b.md", 1, 1, None, "pruefung-faellig", "Fällig.", "Prüfen Sie.")


def test_text_names_the_place_what_is_wrong_and_what_to_do() -> None:
    assert as_text([ERROR, WARNING]) == (
        "docs/praxis/a.md:3:7: Fehler [quellen[0].url]: „x“ ist keine.\n"
        "    → Schreiben Sie https://. (adresse-form)\n"
        "docs/praxis/b.md:1:1: Hinweis: Fällig.\n"
        "    → Prüfen Sie. (pruefung-faellig)\n"
    )
    assert as_text([]) == ""


def test_json_has_the_keys_of_the_contract() -> None:
    first, second = json.loads("".join(json_pieces([ERROR, WARNING])))
    assert first == {
        "file": "docs/praxis/a.md",
        "line": 3,
        "column": 7,
        "field": "quellen[0].url",
        "rule": "adresse-form",
        "severity": "error",
        "message": "„x“ ist keine.",
        "remedy": "Schreiben Sie https://.",
    }
    assert (second["field"], second["severity"]) == (None, "warning")
    assert json.loads("".join(json_pieces([]))) == []


def test_github_shows_the_finding_at_its_line() -> None:
    assert "".join(github_pieces([ERROR])) == (
        "::error file=docs/praxis/a.md,line=3,col=7,title=adresse-form::„x“ ist keine. Schreiben Sie https://.\n"
    )


@pytest.mark.parametrize("word", ["a\n::error::b", "a\r\n::set-output name=x::y", "100 %", "a,b:c"])
def test_values_of_strangers_start_no_command_of_the_workflow(word: str) -> None:
    finding = Finding(f"docs/{word}.md", 1, 1, None, "datei-name", word, word)
    lines = "".join(github_pieces([finding])).splitlines()
    assert len(lines) == 1
    assert lines[0].count("::") == 2 + 2 * word.count("::")
    assert lines[0].startswith("::error file=docs/")


def test_values_of_strangers_send_nothing_to_the_terminal() -> None:
    text = as_text([Finding("docs/\x1b[2J.md", 1, 1, "\x9b31m", "datei-name", "a\x07b\nc", "d\u202ee\ud800")])
    assert text.count("\n") == 2
    assert not set("\x1b\x9b\x07\u202e\ud800") & set(text)


def test_only_errors_stop_a_build() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])


@pytest.mark.parametrize(
    ("count", "shown"), [(MAX_PER_FILE, MAX_PER_FILE), (MAX_PER_FILE + 1, MAX_PER_FILE + 1), (9_999, 51)]
)
def test_of_a_file_with_very_many_findings_only_the_first_are_named(count: int, shown: int) -> None:
    many = [Finding("a.md", line, 1, None, "html-nicht-erlaubt", "x", "y") for line in range(count, 0, -1)]
    found = list(limited([*many, WARNING]))
    assert len(found) == shown + 1
    assert found[-1] == WARNING
    assert [finding.line for finding in found[:3]] == [1, 2, 3]
    assert (found[-2].rule == "befunde-viele") is (count > MAX_PER_FILE)
    assert list(limited(found)) == found, "limiting again changes nothing"
