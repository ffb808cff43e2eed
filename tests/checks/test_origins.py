"""Cases that are, over others, their own origin."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxis.checks.origins import check_origins
from praxis.records import Case
from tests.broken import case, findings, place


def cases(graph: dict[str, list[str]]) -> list[Case]:
    return [
        Case.model_construct(origins=origins).placed(case_id, f"docs/praxis/{case_id}.md", "")
        for case_id, origins in graph.items()
    ]


def circles(graph: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(found.id, problem.message) for found, problem in check_origins(cases(graph))]


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["fehlt"]}, []),
        ({"a": ["a"]}, [("a", "Der Fall nennt sich selbst als Herkunft.")]),
        ({"b": ["a"], "a": ["b"]}, [("a", "Die Fälle nennen einander im Kreis als Herkunft: a → b → a.")]),
        (
            {"a": ["b"], "b": ["c"], "c": ["a"]},
            [("a", "Die Fälle nennen einander im Kreis als Herkunft: a → b → c → a.")],
        ),
        (
            {"x": ["b"], "b": ["c"], "c": ["b"], "d": ["b"]},
            [("b", "Die Fälle nennen einander im Kreis als Herkunft: b → c → b.")],
        ),
        (
            {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c", "d"]},
            [
                ("c", "Die Fälle nennen einander im Kreis als Herkunft: c → d → c."),
                ("a", "Die Fälle nennen einander im Kreis als Herkunft: a → b → a."),
            ],
        ),
        (
            {"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": ["a"]},
            [("a", "Die Fälle nennen einander im Kreis als Herkunft: a → b → c → a.")],
        ),
    ],
)
def test_each_circle_is_named_once_at_its_first_case(
    graph: dict[str, list[str]], expected: list[tuple[str, str]]
) -> None:
    assert circles(graph) == expected


def test_a_long_circle_is_told_in_short() -> None:
    graph = {f"f{number:02}": [f"f{(number + 1) % 20:02}"] for number in range(20)}
    assert circles(graph) == [
        ("f00", "Die Fälle nennen einander im Kreis als Herkunft: f00 → f01 → f02 → f03 → f04 → f05 → … → f19 → f00.")
    ]


def test_the_finding_points_at_the_origin_that_closes_the_circle(tmp_path: Path) -> None:
    files = {
        "docs/praxis/a.md": case(herkunft="herkunft:\n  - c\n  - b"),
        "docs/praxis/b.md": case(herkunft="herkunft: [a]"),
        "docs/praxis/c.md": case(),
    }
    found = findings(tmp_path, files)
    assert [(finding.file, finding.rule, place(finding)) for finding in found] == [
        ("docs/praxis/a.md", "herkunft-kreis", (21, 5, "herkunft[1]"))
    ]


def test_many_ways_to_the_same_case_take_no_time() -> None:
    """Forty layers of two cases have a million million ways through them."""
    graph = {f"{layer:02}{side}": [f"{layer + 1:02}a", f"{layer + 1:02}b"] for layer in range(40) for side in "ab"}
    chain = {f"k{number:05}": [f"k{number + 1:05}"] for number in range(20_000)}
    start = time.process_time()
    assert circles({**graph, **chain}) == []
    assert time.process_time() - start < 2


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_a_case_is_in_a_group_exactly_if_it_reaches_itself(graph: dict[str, list[str]]) -> None:
    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for origin in graph.get(waiting.pop(), []):
                if origin in graph and origin not in seen:
                    seen.add(origin)
                    waiting.append(origin)
        return seen

    groups = {
        frozenset(other for other in reached(name) if name in reached(other)) for name in graph if name in reached(name)
    }
    assert {found for found, _ in circles(graph)} == {min(group) for group in groups}
