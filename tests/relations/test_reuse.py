"""Reuse: transfer experience, the tree, what others changed, what was learned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.relations.reuse import (
    TreeNode,
    adaptation_notes,
    adaptations_by_condition,
    adaptations_of,
    cases_by_experience,
    lessons_by_standard,
    new_questions,
    reuse_tree,
    reuse_trees,
    reuses_of,
    transfer_experience,
)
from tests.builders import load_site


def reuse(reuse_id: str, praxis: Any, **fields: Any) -> dict[str, Any]:
    return {"id": reuse_id, "praxis": praxis, "kommune": fields.pop("kommune", reuse_id), **fields}


def shape(node: TreeNode) -> Any:
    """The tree as nested lists of titles, with ``…`` where it stands elsewhere."""
    name = node.case.id if node.case else node.title
    return [f"{name} …" if node.repeated else name, *map(shape, node.children)]


def told(tmp_path: Path, *reuses: dict[str, Any]) -> tuple[str, str]:
    library = load_site(tmp_path, cases=[{"id": "fall"}], reuses=reuses)
    experience = transfer_experience(library, library.cases["fall"])
    return experience.kind, experience.text


def test_a_case_without_reuse_is_unique_as_far_as_reported(tmp_path: Path) -> None:
    assert told(tmp_path) == (
        "einmalig",
        "Einmalig: Eine Nachnutzung an einem anderen Ort ist nicht berichtet.",
    )


def test_one_reuse_is_told_with_place_and_year(tmp_path: Path) -> None:
    assert told(tmp_path, reuse("jena", "fall", jahr=2019)) == (
        "nachgenutzt",
        "Nachgenutzt: Jena, läuft seit 2019.",
    )


def test_several_reuses_are_told_with_number_places_and_outcomes_failed_ones_included(tmp_path: Path) -> None:
    reuses = [
        reuse("jena", "fall", jahr=2019),
        reuse("erfurt", ["fall", {"text": "ein anderes Projekt"}], jahr=2015, ergebnis="abgebrochen"),
        reuse("ohne-eintrag", "fall", kommune={"text": "Düsseldorf"}),
        reuse("gera", "fall", ergebnis="vorbereitung"),
        reuse("suhl", "fall", ergebnis="nicht-begonnen"),
    ]
    assert told(tmp_path, *reuses) == (
        "mehrfach nachgenutzt",
        "Mehrfach nachgenutzt (dreimal): Erfurt, begonnen 2015, abgebrochen; Jena, läuft seit 2019; "
        "Düsseldorf, läuft. In Vorbereitung: Gera. Geplant und nicht begonnen: Suhl.",
    )


def test_what_never_began_is_told_but_no_reuse(tmp_path: Path) -> None:
    kind, text = told(tmp_path, reuse("suhl", "fall", ergebnis="nicht-begonnen"))
    assert kind == "einmalig"
    assert text.endswith("Geplant und nicht begonnen: Suhl.")


def test_cases_are_listed_by_experience(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": "a"}, {"id": "b"}], reuses=[reuse("jena", "a")])
    found = {kind: [case.id for case in cases] for kind, cases in cases_by_experience(library).items()}
    assert found == {"einmalig": ["b"], "nachgenutzt": ["a"], "mehrfach nachgenutzt": []}


def test_the_tree_goes_on_from_the_adapted_form(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[{"id": "original"}, {"id": "form"}, {"id": "allein"}],
        reuses=[
            reuse("jena", "original", neue_praxis="form", jahr=2012),
            reuse("erfurt", "original", titel="Ohne Fall", jahr=2010),
            reuse("gera", "form", titel="Enkel"),
        ],
    )
    assert [shape(tree) for tree in reuse_trees(library)] == [["original", ["Ohne Fall"], ["form", ["Enkel"]]]]
    assert [shape(tree) for tree in reuse_tree(library, library.cases["form"])] == [
        ["original", ["Ohne Fall"], ["form", ["Enkel"]]]
    ]
    assert reuse_tree(library, library.cases["allein"]) == ()


def test_a_named_origin_without_a_reuse_record_is_part_of_the_tree(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": "a"}, {"id": "b", "herkunft": ["a"]}])
    (tree,) = reuse_trees(library)
    assert shape(tree) == ["a", ["b"]]
    assert tree.children[0].reuse is None


def test_originals_without_a_record_stand_at_the_top_by_their_words(tmp_path: Path) -> None:
    library = load_site(tmp_path, reuses=[reuse("jena", {"text": "Opstapje"}, titel="Opstapje in Jena")])
    assert [shape(tree) for tree in reuse_trees(library)] == [["Opstapje", ["Opstapje in Jena"]]]


def test_circles_and_double_ways_end(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[{"id": "a"}, {"id": "b"}, {"id": "c"}],
        reuses=[
            reuse("eins", "a", neue_praxis="b"),
            reuse("zwei", "b", neue_praxis="a"),
            reuse("drei", ["a", "b"], neue_praxis="c"),
        ],
    )
    assert [shape(tree) for tree in reuse_trees(library)] == [["a", ["c"], ["b", ["c"], ["a …"]]]]


def test_a_long_chain_needs_no_recursion(tmp_path: Path) -> None:
    count = 300
    names = [f"fall-{number:03}" for number in range(count)]
    cases = [{"id": name, "herkunft": names[number - 1 : number]} for number, name in enumerate(names)]
    (tree,) = reuse_trees(load_site(tmp_path, cases=cases))
    assert sum(1 for _ in tree.walk()) == count


ADAPTED = {
    "anpassungen": [
        {"was": "Eigene Bögen.", "statt": "Bögen aus Gotha", "weil": {"bedingung": "gemeindetyp", "text": "Andere Schulen."}},
        "Weniger Treffen",
    ],
    "offene_fragen": [
        {"frage": "Wer lädt ein?", "bedingung": "jugendamt"},
        "wer meldet  die Geburten",
        {"frage": "Wer zahlt?", "dimension": "projektbezogen"},
    ],
}  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_site(
        tmp_path,
        cases=[
            {
                "id": "a",
                "lehren": {
                    "gelungen": ["Früh anfangen"],
                    "schwierig": [{"huerde": "Wenig Zeit", "loesung": "Mehr Leute"}],
                },
            },
            {"id": "b", "standards": ["steuerung"], "lehren": {"heute_anders": ["Kleiner beginnen"]}},
        ],
        reuses=[
            reuse("jena", "a", jahr=2019, **ADAPTED),
            reuse("gera", "b", neue_praxis="a", jahr=2015, offene_fragen=["Wer lädt ein"]),
        ],
    )


def test_adaptations_are_told_with_place_what_they_replace_and_why(library: Library) -> None:
    notes = adaptation_notes(library, library.reuses["jena"])
    assert [note.text for note in notes] == [
        "Jena: Eigene Bögen (statt: Bögen aus Gotha); Grund: Andere Schulen.",
        "Jena: Weniger Treffen.",
    ]


def test_adaptations_are_found_by_the_condition_that_was_different(library: Library) -> None:
    assert [note.place for note in adaptations_by_condition(library)["gemeindetyp"]] == ["Jena"]
    assert list(adaptations_of(library, "a")) == ["gemeindetyp"]
    assert adaptations_of(library, "b") == {}
    assert [item.id for item in reuses_of(library, "a")] == ["jena"]


def test_lessons_stand_under_the_standards_of_their_cases(library: Library) -> None:
    lessons = lessons_by_standard(library)
    assert [lesson.text for lesson in lessons["zugaenge"].worked] == ["Früh anfangen."]
    assert [(lesson.text, lesson.solution) for lesson in lessons["zugaenge"].difficult] == [
        ("Wenig Zeit.", "Mehr Leute.")
    ]
    assert [lesson.text for lesson in lessons["steuerung"].today_differently] == ["Kleiner beginnen."]
    assert [note.place for note in lessons["zugaenge"].adaptations] == ["Jena", "Jena"]
    assert not lessons["wirkung"]
    assert lessons["steuerung"]


def test_new_questions_are_those_the_catalogue_does_not_have_each_once(library: Library) -> None:
    questions = new_questions(library)
    assert [(item.question, item.dimension, len(item.reuses)) for item in questions] == [
        ("Wer lädt ein", "institutionell", 2),
        ("Wer zahlt?", "projektbezogen", 1),
    ]
