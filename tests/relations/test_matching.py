"""Matching rules 1 to 6, one by one, on tiny libraries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxis.library import Library
from praxis.records.values import AgeSpan
from praxis.relations.context import Result
from praxis.relations.match_reasons import age_fit
from praxis.relations.matching import Need, gap_matches, gaps_answered, match, wanted
from tests.builders import load_site

GAP: dict[str, Any] = {
    "id": "luecke",
    "standards": ["zugaenge"],
    "themen": ["kita"],
    "alter": {"von": 3, "bis": 6},
    "pruefung": "2099-01-01",
    "status": "offen",
}


def case(case_id: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": case_id, "kommune": fields.pop("kommune", case_id), "standards": ["zugaenge"], "themen": ["kita"],
        "alter": {"von": 3, "bis": 6}, **fields,
    }  # fmt: skip


def found(root: Path, cases: list[dict[str, Any]], **gap: Any) -> list[str]:
    library = load_site(root, cases=cases, gaps=[{**GAP, **gap}])
    return [item.case.id for item in gap_matches(library)["luecke"].matches]


def test_nothing_shared_is_no_match(tmp_path: Path) -> None:
    assert found(tmp_path, [case("fremd", standards=["steuerung"], themen=["monitoring"])]) == []


def test_ages_that_lie_apart_are_no_match(tmp_path: Path) -> None:
    assert found(tmp_path, [case("alt", alter={"von": 10, "bis": 16})]) == []


def test_ages_that_touch_come_after_those_that_overlap_and_the_reason_says_so(tmp_path: Path) -> None:
    cases = [case("a-beruehrt", alter={"von": 6, "bis": 10}), case("b-gleich")]
    library = load_site(tmp_path, cases=cases, gaps=[GAP])
    matches = gap_matches(library)["luecke"].matches
    assert [item.case.id for item in matches] == ["b-gleich", "a-beruehrt"]
    assert "Das Alter schließt unmittelbar an: 6 bis 10 Jahre." in [reason.text for reason in matches[1].reasons]


def test_structures_of_all_ages_match_any_age_and_unknown_ages_exclude_nothing(tmp_path: Path) -> None:
    cases = [case("alle", alter="altersuebergreifend"), case("unbekannt", alter="nicht-berichtet")]
    assert found(tmp_path, cases) == ["alle", "unbekannt"]


def test_shared_topics_count_before_shared_standards(tmp_path: Path) -> None:
    cases = [case("a-standard", themen=["monitoring"]), case("b-thema", standards=["steuerung"])]
    assert found(tmp_path, cases) == ["b-thema", "a-standard"]


def test_offers_come_first_then_confirmed_answers(tmp_path: Path) -> None:
    cases = [case("a-treffer"), case("b-bestaetigt"), case("c-angebot")]
    gap = {
        "antworten": [{"praxis": "b-bestaetigt", "warum": "Passt."}],
        "meldungen": [{"kommune": "c-angebot", "praxis": "c-angebot"}],
    }
    assert found(tmp_path, cases, **gap) == ["c-angebot", "b-bestaetigt", "a-treffer"]


def test_a_deviation_of_an_indispensable_condition_counts_and_a_missing_value_does_not(tmp_path: Path) -> None:
    cases = [
        case("a-weicht-ab", kontext={"gemeindetyp": {"wert": "grossstadt", "bedeutung": "unverzichtbar"}}),
        case("b-unbekannt"),
        case("c-passt", kontext={"gemeindetyp": {"wert": "mittelstadt", "bedeutung": "unverzichtbar"}}),
    ]
    gap = {"kontext": {"gemeindetyp": "mittelstadt"}, "entscheidend": ["gemeindetyp"]}
    assert found(tmp_path, cases, **gap) == ["c-passt", "b-unbekannt", "a-weicht-ab"]


def test_every_decisive_condition_is_listed_also_when_nobody_reported_it(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[case("fall")], gaps=[{**GAP, "entscheidend": ["gemeindetyp"]}])
    rows = gap_matches(library)["luecke"].matches[0].conditions
    assert [(row.id, row.result) for row in rows] == [("gemeindetyp", Result.UNREPORTED)]


def test_at_most_one_case_of_a_municipality_before_others_get_a_place(tmp_path: Path) -> None:
    cases = [case(f"a-{number}", kommune="ort") for number in range(5)] + [case("b-anderswo")]
    assert found(tmp_path, cases) == ["a-0", "a-1", "a-2", "a-3", "b-anderswo"]


def test_without_a_match_the_nearest_standard_and_topic_are_named(tmp_path: Path) -> None:
    library = load_site(tmp_path, gaps=[GAP])
    nearest = gap_matches(library)["luecke"].nearest
    assert ("thema", "kita") in [(kind, key) for kind, key, _ in nearest]
    assert ("standard", "zugaenge") in [(kind, key) for kind, key, _ in nearest]


def test_every_match_states_a_reason_and_shows_on_both_pages(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[case("fall")], gaps=[GAP])
    assert all(item.reasons for item in gap_matches(library)["luecke"].matches)
    assert [gap.id for gap, _ in gaps_answered(library)["fall"]] == ["luecke"]


def test_a_gap_past_its_review_or_answered_is_not_wanted(tmp_path: Path) -> None:
    gaps = [
        GAP,
        {**GAP, "id": "alt", "pruefung": "2016-01-01"},
        {**GAP, "id": "beantwortet", "status": "beantwortet"},
    ]
    assert [gap.id for gap in wanted(load_site(tmp_path, gaps=gaps))] == ["luecke"]


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(
    lambda pair: AgeSpan.model_validate({"von": min(pair), "bis": max(pair)})
)


@given(spans, spans)
def test_the_fit_of_two_ages_is_symmetric(one: AgeSpan, other: AgeSpan) -> None:
    assert age_fit(one, other) is age_fit(other, one)


@given(st.permutations(["zugaenge", "steuerung"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5)
def test_the_same_need_gives_the_same_order(tmp_path_factory: Any, standards: list[str]) -> None:
    root: Path = tmp_path_factory.mktemp("ordnung")
    library: Library = load_site(root, cases=[case(name) for name in "cab"])
    need = Need(standards=tuple(standards), topics=("kita",))
    assert [item.case.id for item in match(library, need).matches] == ["a", "b", "c"]


def test_the_words_of_the_question_lift_one_case_above_twenty_others_and_are_named(tmp_path: Path) -> None:
    cases = [case(f"a-{number:02d}", text=f"## Kernidee\n\nBesuche im Ort {number}.\n") for number in range(20)]
    lone = case("z-allein", text="## Kernidee\n\nEin Treff für Alleinerziehende, offen für junge Mütter.\n")
    library = load_site(tmp_path, cases=[*cases, lone], gaps=[{**GAP, "frage": "junge alleinerziehende Mütter"}])
    first = gap_matches(library)["luecke"].matches[0]
    assert first.case.id == "z-allein"
    texts = [reason.text for reason in first.reasons if reason.kind == "frage"]
    assert texts == ["Gemeinsame Wörter mit der Frage: „junge“, „alleinerziehende“ und „Mütter“."]


def test_a_word_that_the_case_says_otherwise_is_named_with_the_word_there(tmp_path: Path) -> None:
    cases = [case("a"), case("b", text="## Kernidee\n\nEin Willkommensbesuch gleich nach der Geburt.\n")]
    library = load_site(tmp_path, cases=cases)
    first = match(library, Need(standards=("zugaenge",), question="Wie gelingt der Begrüßungsbesuch?")).matches[0]
    assert first.case.id == "b"
    texts = [reason.text for reason in first.reasons if reason.kind == "frage"]
    assert texts == ["Gemeinsame Wörter mit der Frage: „Begrüßungsbesuch“ (dort „Willkommensbesuch“)."]


def test_without_a_question_no_word_is_shared(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[case("a")])
    reasons = match(library, Need(standards=("zugaenge",), question=" ?! ")).matches[0].reasons
    assert [reason.kind for reason in reasons] == ["standards"]


def test_without_a_search_index_no_word_is_shared(tmp_path: Path) -> None:
    cases = [case("a"), case("b", text="## Kernidee\n\nEin Willkommensbesuch gleich nach der Geburt.\n")]
    library = load_site(tmp_path, cases=cases)
    (tmp_path / "mkdocs.yml").write_text("extra: {search_index: false}\n", encoding="utf-8")
    found = match(library, Need(standards=("zugaenge",), question="Wie gelingt der Begrüßungsbesuch?")).matches
    assert {reason.kind for item in found for reason in item.reasons} == {"standards"}
