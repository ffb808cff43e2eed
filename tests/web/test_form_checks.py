"""The form finds what ``praxis check`` finds: same rule, same field, same words."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from praxis.editing.web_form import FORM_TYPES
from praxis.findings import RULES, Severity
from praxis.frontmatter import split_head
from praxis.reference.catalogue import reference
from praxis.source import Source
from tests import broken
from tests.rule_examples import EXAMPLES, Example
from tests.web.form_vectors import NOT_IN_THE_BROWSER, TODAY, Told, Vector, context, encoded, load, vectors
from tests.web.node import call

pytestmark = pytest.mark.node
PROJECT = Path(__file__).parents[2]
MODULE = "../test/form_checks"
PLAIN = [example for example in EXAMPLES if isinstance(example.content, str) and example.rule not in NOT_IN_THE_BROWSER]


def asked(data: tuple[Any, Any], records: list[Vector]) -> list[Any]:
    """The call for the findings of some records."""
    return ["findings", *data, [record.as_json() for record in records], TODAY.isoformat()]


def unpacked(found: Any) -> list[frozenset[Told]]:
    """The findings of each record as Python has them."""
    return [frozenset((rule, field, message, remedy) for rule, field, message, remedy in each) for each in found]


def in_the_browser(folder: Path, data: tuple[Any, Any], records: list[Vector]) -> list[frozenset[Told]]:
    """What the browser finds in each record."""
    return unpacked(call(folder, MODULE, [asked(data, records)])[0])


def test_every_rule_is_checked_or_has_a_reason_why_not() -> None:
    assert {example.rule for example in PLAIN} | set(NOT_IN_THE_BROWSER) == set(RULES)
    assert not {example.rule for example in PLAIN} & set(NOT_IN_THE_BROWSER)


def test_the_same_rules_are_only_notes(tmp_path: Path) -> None:
    [told] = call(tmp_path, MODULE, [["warnings"]])
    assert set(told) == {rule.id for rule in RULES.values() if rule.severity is Severity.WARNING}


@pytest.fixture(scope="module")
def told_in_the_browser(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Vector, frozenset[Told]]]:
    """Each rule's example as a vector, and what the browser finds in it; one run of Node for all."""
    calls, records = [], []
    for example in PLAIN:
        root = tmp_path_factory.mktemp(example.rule)
        assert isinstance(example.content, str)
        broken.site(root, {"docs/assets/gruppe.png": broken.PNG, example.path: example.content})
        library = load(root)
        records.append(next(vector for vector in vectors(library) if f"/{vector.id}.md" in example.path))
        calls.append(asked(context(library), records[-1:]))
    found = call(tmp_path_factory.mktemp("bundle"), MODULE, calls)
    return {
        example.rule: (record, unpacked(each)[0]) for example, record, each in zip(PLAIN, records, found, strict=True)
    }


@pytest.mark.parametrize("example", PLAIN, ids=lambda example: example.rule)
def test_a_mistake_is_told_in_the_same_words(
    example: Example, told_in_the_browser: dict[str, tuple[Vector, frozenset[Told]]]
) -> None:
    vector, found = told_in_the_browser[example.rule]
    assert (example.rule, example.place[2] or "", example.message, example.remedy) in found
    assert found == vector.expected


def test_the_real_collection_has_the_same_findings(tmp_path: Path) -> None:
    library = load(PROJECT)
    records = list(vectors(library))
    assert len(records) > 100
    assert in_the_browser(tmp_path, context(library), records) == [record.expected for record in records]


def test_records_damaged_at_random_have_the_same_findings(tmp_path: Path) -> None:
    """Values of every kind at every place, keys lost, misspelt and invented, lists for texts and texts for lists."""
    rnd = random.Random(11)
    pieces = worked_examples()
    files = {}
    for number in range(450):
        folder, data, text = rnd.choice(pieces)
        damaged = damage(data, rnd, top=True)
        for _ in range(rnd.randint(0, 2)):
            damaged = damage(damaged, rnd, top=True)
        files[f"docs/{folder}/zufall-{number}.md"] = written(damaged, rnd.choice([text, text, random_text(rnd)]))
    library = load(broken.site(tmp_path, {**files, "docs/assets/gruppe.png": broken.PNG}))
    records = list(vectors(library))
    assert len(records) > 400
    found = in_the_browser(tmp_path, context(library), records)
    assert found == [record.expected for record in records]


VALUES: tuple[Any, ...] = (
    None, True, 0, 3, -1, 2015, 0.5, 99999, "", " ", "ja", "nein", "wort", "Wort", "läuft", "laeuft", "2015", "2015-13", "03.05.2019",
    "Mai 2020", "31.02.2020", "x" * 201, "Petra Schneider", "Frau Dr. Meier", "anna.muster@stadt.example", "info.stelle@stadt.example",
    "www.stadt.example", "https://stadt.example/a b", "https://stadt.example/a", "schwangerschaft", "nicht-berichtet", "altersuebergreifend",
    [], [1], ["a", None], ["kita", "kitta"], {}, {"a": 1}, {"von": 3, "bis": 1}, {"text": "x"}, {"id": "y", "text": None}, [{"titel": "T"}],
    "musterstadt", "musterstatd", "Größe", "жкн", "a_b", "begruessungsbesuch", {"wert": "ja"}, {"stelle": "Amt", "datum": "2020"},
)  # fmt: skip
DAYS = ("2020-02-29", "2032-01-01", "1700-01-01")


def damage(data: Any, rnd: random.Random, top: bool = False) -> Any:
    """The data with one value, key or entry changed somewhere."""
    if isinstance(data, dict) and "$date" not in data and data and (top or rnd.random() < 0.8):
        key = rnd.choice(list(data))
        chance = rnd.random()
        if chance < 0.12:
            return {other: value for other, value in data.items() if other != key}
        if chance < 0.2:
            return {**data, rnd.choice([key[:-1] + "x", "erfunden", key.upper(), key]): rnd.choice(VALUES)}
        return {**data, key: damage(data[key], rnd)}
    if isinstance(data, list) and data and rnd.random() < 0.7:
        index = rnd.randrange(len(data))
        return [damage(item, rnd) if number == index else item for number, item in enumerate(data)]
    return rnd.choice([*VALUES, {"$date": rnd.choice(DAYS)}])


def random_text(rnd: random.Random) -> str:
    """Markdown in which much is wrong."""
    pieces = (
        "## Kernidee", "# Titel", "#### Tief", "Ein Satz.", "<b>fett</b>", "<blink>", "`<b>`", "```", "[a](x.md)", "[a](#kernidee)", "[a](#weg)",
        "[a](#quelle-1)", "[a](#quelle-9)", "![](../assets/gruppe.png)", "![Foto](../assets/gruppe.png)", "![Bild vom Fest](fehlt.png)",
        "{{ x }}", "- a", "> b", "[x][y]", "[y]: https://stadt.example", "[^1]", "[^1]: Fußnote", "petra.schneider@stadt.example", "<https://a.example>",
        "[a](javascript:x)", "[a]()", "![Fest]( )", "<<<<<<< HEAD", ">>>>>>> x", "<<<<<<<x", "[a](#)", "[a](../mitmachen/formular/index.md)", "[a](../offline/index.md)", "[a](&#106;avascript:x)", "[a](C:/x)", "[a](//x)", "[a](../../../x)", "[a](/x)", "[a](www.stadt.de)", "\\[x\\](y.md)",
        "Titel\n===", "Titel\n---", "<!-- x -->", "<abbr title=\"a\">A</abbr>", "<em class=x>", "a < b", "``x` y``", "[a](<x y.md>)", "[a](x.md \"T\")",
        "[a](../luecken/index.md)", "[a](../kommunen/musterstadt.md)", "a@b", "~~~", "((((", "[[[[", "\u202e", "&lt;b&gt;",
    )  # fmt: skip
    return "\n".join(
        rnd.choice(["", rnd.choice(pieces), rnd.choice(pieces) + " " + rnd.choice(pieces)])
        for _ in range(rnd.randint(1, 14))
    )


def worked_examples() -> list[tuple[str, Any, str]]:
    """Folder, front matter as JSON and text of the worked examples of the form's record types."""
    found = []
    for record_type in FORM_TYPES:
        for example in reference(record_type).examples:
            head, _ = split_head(Source(example.name, example.text))
            assert head is not None
            # Two hundred files with one former id would be one mistake told two hundred times.
            data = {key: value for key, value in head.data.items() if key != "frueher"}
            found.append((record_type.folder, encoded(data), head.body))
    return found


def written(data: Any, text: str) -> str:
    """A file of the data, in the notation of JSON, which is YAML too; days stand bare."""
    head = re.sub(r'\{"\$date": "([0-9-]+)"\}', r"\1", json.dumps(data, ensure_ascii=False))
    return f"---\n{head}\n---\n\n{text}"
