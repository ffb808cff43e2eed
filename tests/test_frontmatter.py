"""Front matter: boundaries, plain data, exact places, and nothing that YAML can do beyond."""

from __future__ import annotations

import datetime as dt
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from praxis.findings import Finding
from praxis.frontmatter import MAX_HEAD, GuardedHandler, Head, locate, split_head
from praxis.places import path_text
from praxis.source import Source
from praxis.yaml_reader import MAX_DEPTH, HeadError


def split(text: str) -> tuple[Head | None, list[Finding]]:
    return split_head(Source("a.md", text))


def wrong(head: str) -> tuple[int, int, str, str]:
    """Line, column, rule and message of the one finding of a file with this front matter."""
    _, found = split(f"---\n{head}\n---\nText\n")
    assert len(found) == 1, found
    return found[0].line, found[0].column, found[0].rule, found[0].message


def test_a_file_is_taken_apart() -> None:
    head, findings = split("---\ntitel: Besuche\n---\n\nText\n")
    assert head == Head({"titel": "Besuche"}, "\nText\n", 4)
    assert findings == []


@pytest.mark.parametrize("text", ["---\na: b\n---", "---\na: b\n---\n", "--- \na: b\n---\t\n"])
def test_the_body_may_be_missing_and_boundaries_may_have_spaces(text: str) -> None:
    head, _ = split(text)
    assert head is not None
    assert (head.data, head.body) == ({"a": "b"}, "")


def test_three_hyphens_further_down_belong_to_the_body() -> None:
    head, _ = split("---\na: b\n---\nText\n\n---\n\nMehr\n")
    assert head is not None
    assert head.body == "Text\n\n---\n\nMehr\n"


@pytest.mark.parametrize(
    "text", ["", "Text\n", "\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "--\na: b\n--\n"]
)
def test_a_file_without_front_matter_says_so_in_its_first_line(text: str) -> None:
    _, found = split(text)
    assert [(f.line, f.column, f.rule) for f in found] == [(1, 1, "kopf-fehlt")]


@pytest.mark.parametrize(
    "text",
    ["---\na: b\n", "---", "---\n", "---\na: b\n----\nText\n", "---\na: b\n --- \nText\n", "---\na: b\n...\nText\n"],
)
def test_a_missing_closing_line_points_at_the_opening_one(text: str) -> None:
    _, found = split(text)
    assert [(f.line, f.column, f.rule) for f in found] == [(1, 1, "kopf-ende")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2015", 2015),
        ("-3", -3),
        ("0.5", 0.5),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0123", "0123"),
        ("1e9", "1e9"),
        (".inf", ".inf"),
        ("12:30", "12:30"),
        ("true", True),
        ("ja", "ja"),
        ("nein", "nein"),
        ("no", "no"),
        ("yes", "yes"),
        ("off", "off"),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ("'2015'", "2015"),
        ("2023-05-01", dt.date(2023, 5, 1)),
        ("2023-02-30", "2023-02-30"),
        ("2023-05-01T10:00:00", "2023-05-01T10:00:00"),
        ("9" * 19, "9" * 19),
        ("²", "²"),
        ("„gut“", "„gut“"),
        ("|\n  a\n  b", "a\nb\n"),
        ("a\n  b", "a b"),
        ("[a, {b: c}]", ["a", {"b": "c"}]),
    ],
)
def test_only_plain_values_are_recognised(text: str, value: object) -> None:
    """Norway stays Norway: yes, no, octal numbers, times and infinities are texts."""
    head, findings = split(f"---\na: {text}\n---\n")
    assert findings == []
    assert head is not None
    assert head.data == {"a": value}
    assert type(head.data["a"]) is type(value)


@pytest.mark.parametrize(
    ("head", "line", "column", "message"),
    [
        ("a: x: y", 2, 5, "Im Wert steht ein Doppelpunkt mit Leerzeichen"),
        ("ä: ü: y", 2, 5, "Im Wert steht ein Doppelpunkt mit Leerzeichen"),
        ("a: x\n b: y", 3, 3, "falsch eingerückt"),
        ("a:b\nc: d", 2, 3, "Nach dem Doppelpunkt fehlt ein Leerzeichen."),
        ("x: y\na:b\nc: d", 3, 3, "Nach dem Doppelpunkt fehlt ein Leerzeichen."),
        ('a: "x\nb: c', 2, 4, "Ein Anführungszeichen wird nicht geschlossen."),
        ("a: 'x\nb: c", 2, 4, "Ein Anführungszeichen wird nicht geschlossen."),
        ('a: "Kein Kind" zurück', 2, 16, "Nach dem schließenden Anführungszeichen steht noch Text."),
        ("a: 'geht's'", 2, 10, "Nach dem schließenden Anführungszeichen steht noch Text."),
        ("x: y\na: [b, c\nd: e", 3, 4, "In einer Aufzählung fehlt ein Komma oder die schließende Klammer."),
        ("a: {b: c", 2, 4, "In einer Aufzählung fehlt ein Komma oder die schließende Klammer."),
        ("a: [b c: d", 2, 4, "In einer Aufzählung fehlt ein Komma oder die schließende Klammer."),
        ("a: b\nText ohne Feld\nc: d", 3, 1, "In der Zeile fehlt der Doppelpunkt nach dem Feldnamen."),
        ("a: b\nText ohne Feld", 3, 1, "In der Zeile fehlt der Doppelpunkt nach dem Feldnamen."),
        ("a: @b", 2, 4, "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat."),
        ("a: `b`", 2, 4, "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat."),
        ("a: %b", 2, 4, "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat."),
        ("a: *b* c", 2, 4, "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat."),
        ("a: - b", 2, 4, "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat."),
        ("a: ]", 2, 4, "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat."),
        ('a: "C:\\Daten"', 2, 7, "In doppelten Anführungszeichen hat der umgekehrte Schrägstrich"),
        ("a: b\n- c", 3, 1, "Diese Zeile lässt sich nicht als „feld: wert“ lesen."),
        ("a:\n  - b\n - c", 4, 2, "Diese Zeile lässt sich nicht als „feld: wert“ lesen."),
        ("? [a]\n: b", 2, 3, "An dieser Stelle steht kein Feldname."),
        ("a: b\n...\n--- c", 4, 1, "Hier beginnt ein zweiter Kopf."),
    ],
)
def test_a_syntax_error_is_named_where_the_mistake_is(head: str, line: int, column: int, message: str) -> None:
    found = wrong(head)
    assert found[:3] == (line, column, "kopf-syntax")
    assert message in found[3]


@pytest.mark.parametrize(
    ("head", "line"), [("a:\n\tb: c", 3), ("\ta: b", 2), ("a: |\n\tText", 3), ("a:\n  - b\n\t- c", 4)]
)
def test_a_tabulator_is_named_at_the_beginning_of_its_line(head: str, line: int) -> None:
    assert wrong(head)[:3] == (line, 1, "kopf-tabulator")


@pytest.mark.parametrize(
    ("head", "line", "column"),
    [
        ("a: &b c", 2, 4),
        ("a: *b", 2, 4),
        ("a: !!python/object/apply:os.system [ls]", 2, 4),
        ("a: !b c", 2, 4),
        ("<<: *a", 2, 5),
        ("*a : b", 2, 1),
        ("&a b: c", 2, 1),
    ],
)
def test_anchors_aliases_and_tags_are_refused(head: str, line: int, column: int) -> None:
    assert wrong(head)[:3] == (line, column, "kopf-anker")


def test_an_alias_bomb_costs_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)
    )
    start = time.process_time()
    assert wrong(bomb)[2] == "kopf-anker"
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("opening", ["[", "{a: ", "[{b: ", "- ", "? "])
def test_deep_nesting_ends_the_reading(opening: str) -> None:
    start = time.process_time()
    head = "a:\n" + " " + opening * (30_000 // len(opening)) if opening in ("- ", "? ") else "a: " + opening * 10_000
    assert wrong(head)[2] in ("kopf-zu-tief", "kopf-syntax")
    assert time.process_time() - start < 2


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH])
def test_thirty_two_levels_are_allowed(depth: int) -> None:
    _, findings = split(f"---\na: {'[' * depth}{']' * depth}\n---\n")
    assert [finding.rule for finding in findings] == ([] if depth < MAX_DEPTH else ["kopf-zu-tief"])


def test_a_head_may_have_sixty_four_kilobytes() -> None:
    for size, rules in ((MAX_HEAD, []), (MAX_HEAD + 1, ["kopf-zu-gross"])):
        line = "a: " + "x" * (size - 4) + "\n"
        _, findings = split(f"---\n{line}---\n")
        assert [finding.rule for finding in findings] == rules


def test_a_repeated_key_is_named_at_its_second_place_and_the_first_counts() -> None:
    head, found = split("---\na: 1\nb: {c: 1, c: 2}\na: 3\n---\n")
    assert head is not None
    assert head.data == {"a": 1, "b": {"c": 1}}
    assert [(f.line, f.column, f.field, f.rule) for f in found] == [
        (3, 11, "b.c", "feld-doppelt"),
        (4, 1, "a", "feld-doppelt"),
    ]


@pytest.mark.parametrize("head", ["Text", "- a\n- b", "[a]", "2015", "", "# nur eine Notiz"])
def test_a_head_without_fields_is_none(head: str) -> None:
    assert wrong(head)[:3] == (2, 1, "kopf-kein-feld")


def test_every_field_has_a_place() -> None:
    text = "---\ntitel: Größe\nquellen:\n  - titel: a\n    url: b\nalter: {von: 0, bis: 3}\n---\n"
    positions = locate(Source("a.md", text))
    assert positions.values[("titel",)] == (2, 8)
    assert positions.keys[("quellen", 0, "url")] == (5, 5)
    assert positions.values[("quellen", 0, "url")] == (5, 10)
    assert positions.values[("quellen", 0)] == (4, 5)
    assert positions.values[("alter", "bis")] == (6, 22)
    assert positions.of(("quellen", 0, "jahr")) == (4, 5)
    assert positions.of(("fehlt",)) == (1, 1)


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_characters_that_end_a_line_only_in_yaml_do_not_shift_places(character: str) -> None:
    positions = locate(Source("a.md", f'---\na: "x{character}y"\nb: c\n---\n'))
    assert positions.values[("b",)] == (3, 4)


def test_a_text_may_stand_for_a_group_or_a_list() -> None:
    """The path is told as it was written, not as it is stored."""
    positions = locate(Source("a.md", "---\na: x\nb: [y]\nc: {d: e}\n---\n"))
    assert positions.written(("a", "text")) == ("a",)
    assert positions.written(("a", 0)) == ("a",)
    assert positions.written(("b", 0, "text")) == ("b", 0)
    assert positions.written(("c", 0, "d")) == ("c", "d")
    assert positions.written(("c", "f")) == ("c", "f")
    assert path_text(("quellen", 0, "url")) == "quellen[0].url"


def test_the_reader_serves_python_frontmatter() -> None:
    handler = GuardedHandler()
    assert handler.load("a: [1, ja]") == {"a": [1, "ja"]}
    assert handler.export({"titel": "Größe", "a": [1]}) == "titel: Größe\na:\n- 1"
    with pytest.raises(HeadError):
        handler.load("a: *b")


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fail_and_findings_point_inside(text: str) -> None:
    source = Source("a.md", f"---\n{text}\n---\nEnde\n")
    _, findings = split_head(source)
    lines = source.text.split("\n")
    for finding in findings:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


_VALUES = st.recursive(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff", categories=["L", "N", "P", "Z", "S"])
    ),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcäöü-", min_size=1), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcäöü-", min_size=1), _VALUES, min_size=1))
def test_what_a_standard_library_writes_is_read_back(data: dict[str, object]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    head, findings = split(f"---\n{text}---\n")
    assert findings == []
    assert head is not None
    assert head.data == data
