"""Every rule that contents are checked against has an example with its exact finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.findings import RULES, Finding, Severity
from praxis.library import Library
from tests.broken import PNG, TODAY, site
from tests.rule_examples import EXAMPLES, Example


def load(root: Path, example: Example) -> list[Finding]:
    """The findings of a site in which only the example is wrong."""
    site(root, {"docs/assets/gruppe.png": PNG})
    target = root / example.path
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(example.content, str):
        target.write_bytes(example.content.encode())
    elif isinstance(example.content, bytes):
        target.write_bytes(example.content)
    else:
        example.content(target)
    return list(Library.load(root, TODAY).findings)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_a_mistake_gives_one_finding_with_its_place_and_what_to_do(tmp_path: Path, example: Example) -> None:
    line, column, field = example.place
    expected = Finding(example.path, line, column, field, example.rule, example.message, example.remedy)
    found = load(tmp_path, example)
    assert [finding for finding in found if finding.rule == example.rule] == [expected]
    assert len(found) == 1 or example.rule == "befunde-viele"
    assert found[-1].severity == example.severity


def test_every_rule_has_an_example() -> None:
    """Only what the typesetter refuses shows later than the check; ``tests/book/test_bad_input.py`` has it."""
    assert {example.rule for example in EXAMPLES} == set(RULES) - {"satz-gescheitert"}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_explains_itself_in_one_german_sentence(rule: object) -> None:
    explanation = getattr(rule, "explanation", "")
    assert explanation.endswith(".")
    assert 20 < len(explanation) < 160


def test_only_what_needs_judgement_is_a_warning() -> None:
    """An overdue review must not stop a build: it is news about the calendar, not a mistake.

    HTML in a field is shown as text and harms nobody; whether it was meant so, a reviewer decides. Hidden files are
    published nowhere, and programs leave some behind.
    """
    warnings = {rule.id for rule in RULES.values() if rule.severity is Severity.WARNING}
    assert warnings == {
        "datei-versteckt",
        "pruefung-faellig",
        "status-widerspruch",
        "bild-alternativtext-leer",
        "text-nicht-zugeordnet",
        "kapitel-fehlt",
        "feld-html",
    }
