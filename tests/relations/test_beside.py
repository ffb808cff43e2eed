"""Cases beside a municipality: from the most similar and from the most different places."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.records import Case
from praxis.relations.beside import SHOWN, cases_beside
from praxis.relations.context import compare_contexts, municipality_context
from tests.builders import load_site

OWN = {"id": "nordstadt", "kontext": {"gemeindetyp": "grossstadt", "jugendamt": "eigenes", "raum": "staedtisch"}}


def case(case_id: str, place: str = "", **context: Any) -> dict[str, Any]:
    return {"id": case_id, "kommune": place or f"ort-{case_id}", "kontext": context}


def site(root: Path, *cases: dict[str, Any]) -> Library:
    return load_site(root, cases=cases, municipalities=[OWN])


def sides(library: Library) -> tuple[list[str], list[str]]:
    beside = cases_beside(library, "nordstadt")
    return [entry.case.id for entry in beside.similar], [entry.case.id for entry in beside.different]


def test_most_fitting_conditions_come_first_then_fewest_deviations(tmp_path: Path) -> None:
    library = site(
        tmp_path,
        case("eins", gemeindetyp="grossstadt"),
        case("zwei-und-eine-dagegen", gemeindetyp="grossstadt", jugendamt="eigenes", raum="laendlich"),
        case("zwei", gemeindetyp="grossstadt", jugendamt="eigenes"),
    )
    assert sides(library) == (["zwei", "zwei-und-eine-dagegen", "eins"], [])


def test_the_most_different_come_by_deviations(tmp_path: Path) -> None:
    library = site(
        tmp_path,
        case("anders", gemeindetyp="landkreis", jugendamt="kreis"),
        case("etwas-anders", gemeindetyp="landkreis"),
        case("gemischt", gemeindetyp="landkreis", jugendamt="eigenes"),
    )
    assert sides(library) == ([], ["anders", "etwas-anders"])


def test_what_is_unknown_on_either_side_counts_for_nothing(tmp_path: Path) -> None:
    library = site(tmp_path, case("unbekannt"), case("anderes", aemterkooperation="verbindlich"))
    assert sides(library) == ([], [])
    assert cases_beside(library, "nordstadt").known == 3


def test_own_cases_are_left_out_and_no_place_comes_twice(tmp_path: Path) -> None:
    library = site(
        tmp_path,
        case("eigen", "nordstadt", gemeindetyp="grossstadt"),
        case("a", "suedstadt", gemeindetyp="grossstadt"),
        case("b", "suedstadt", gemeindetyp="grossstadt"),
    )
    assert sides(library) == (["a"], [])


def test_ties_go_to_the_newest_facts_then_the_id(tmp_path: Path) -> None:
    cases = [
        {**case("b", gemeindetyp="grossstadt"), "stand": "2024-01-01"},
        {**case("c", gemeindetyp="grossstadt"), "stand": "2025-02-01"},
        {**case("a", gemeindetyp="grossstadt"), "stand": "2024-01-01"},
        {**case("d", gemeindetyp="grossstadt"), "stand": "2023-01-01"},
    ]
    assert sides(site(tmp_path, *cases))[0] == ["c", "a", "b"]
    assert SHOWN == 3


def test_only_what_both_report_is_told_deviations_first(tmp_path: Path) -> None:
    library = site(
        tmp_path, case("a", gemeindetyp="grossstadt", jugendamt="eigenes", raum="laendlich", qualifikation="fachkraft")
    )
    (entry,) = cases_beside(library, "nordstadt").similar
    assert [(row.id, row.result.value) for row in entry.rows] == [
        ("raum", "weicht-ab"),
        ("jugendamt", "passt"),
        ("gemeindetyp", "passt"),
    ]


def test_a_deviation_tells_what_others_changed(tmp_path: Path) -> None:
    change = {"was": "nur auf Wunsch", "weil": {"bedingung": "raum"}}
    library = load_site(
        tmp_path,
        cases=[case("a", raum="laendlich")],
        reuses=[{"id": "uebernahme", "praxis": "a", "anpassungen": [change]}],
        municipalities=[OWN],
    )
    (entry,) = cases_beside(library, "nordstadt").different
    assert entry.rows[0].text.endswith("Andere haben bei der Übernahme geändert: Anderswo: nur auf Wunsch.")


def test_sets_of_bits_find_what_counting_one_by_one_finds(tmp_path: Path) -> None:
    rnd = random.Random(5)
    options = {
        "gemeindetyp": ["grossstadt", "landkreis"],
        "jugendamt": ["eigenes", "kreis"],
        "raum": ["staedtisch", "laendlich"],
    }
    cases = [
        case(f"fall-{number:02d}", **{key: rnd.choice(values) for key, values in options.items() if rnd.random() < 0.7})
        for number in range(40)
    ]
    library = site(tmp_path, *cases)
    own = municipality_context(library, "nordstadt")

    def counts(found: Case) -> tuple[int, int]:
        results = [row.result.value for row in compare_contexts(library, found, own)]
        return results.count("passt"), results.count("weicht-ab")

    by_id = sorted(library.cases.values(), key=lambda found: found.id)
    similar = [found for found in by_id if counts(found)[0] > counts(found)[1]]
    similar.sort(key=lambda found: (-counts(found)[0], counts(found)[1]))
    different = [found for found in by_id if counts(found)[1] > counts(found)[0]]
    different.sort(key=lambda found: (-counts(found)[1], counts(found)[0]))
    assert sides(library) == ([found.id for found in similar[:SHOWN]], [found.id for found in different[:SHOWN]])


@pytest.mark.parametrize("place", ["nordstadt", "gibt-es-nicht"])
def test_without_cases_or_a_known_place_there_is_nothing(tmp_path: Path, place: str) -> None:
    beside = cases_beside(site(tmp_path), place)
    assert (beside.similar, beside.different) == ((), ())
