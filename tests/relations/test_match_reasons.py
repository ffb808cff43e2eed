"""Reasons, conditions and the contrast case of a match, the status of a gap, and what is wanted."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxis.library import Library
from praxis.records import Case
from praxis.relations.context import Fact, Result
from praxis.relations.gap_status import suggested_status
from praxis.relations.matching import Match, Need, gap_matches, match, wanted
from tests.builders import load_site

GAP: dict[str, Any] = {"id": "luecke", "themen": ["kita"], "alter": {"von": 3, "bis": 6}}
PLACES = [
    {"id": "klein", "kontext": {"gemeindetyp": "kleinstadt", "raum": "laendlich"}},
    {"id": "gross", "kontext": {"gemeindetyp": "grossstadt", "raum": "laendlich"}},
]


def case(case_id: str = "fall", **fields: Any) -> dict[str, Any]:
    return {
        "id": case_id,
        "kommune": fields.pop("kommune", case_id),
        "themen": ["kita"],
        "alter": {"von": 3, "bis": 6},
        **fields,
    }


def first(root: Path, fields: dict[str, Any], gap: dict[str, Any], **site: Any) -> Match:
    library = load_site(root, cases=[case(**fields)], gaps=[{**GAP, **gap}], **site)
    return gap_matches(library)["luecke"].matches[0]


def reasons(found: Match) -> dict[str, str]:
    return {reason.field: reason.text for reason in found.reasons}


@pytest.mark.parametrize(
    ("fields", "gap", "field", "text"),
    [
        ({}, {}, "themen", "Gleiches Thema: „Kita“."),
        ({}, {}, "standards", "Gleicher Standard: „Zugänge zu Familien“."),
        ({}, {}, "alter", "Das Alter überschneidet sich: 3 bis 6 Jahre."),
        ({"alter": "altersuebergreifend"}, {}, "alter", "Eine Struktur für alle Altersgruppen."),
        ({}, {"meldungen": [{"kommune": "fall", "praxis": "fall"}]}, "meldungen", "Fall bietet Rat zu dieser Praxis an."),
        ({}, {"antworten": [{"praxis": "fall", "warum": "Es passt"}]}, "antworten", "Von der Redaktion als Antwort bestätigt. Es passt."),
        ({"nachweis": {"grad": "begruendet"}}, {}, "nachweis.grad", "Warum es wirken soll, ist nachvollziehbar begründet; gemessen wurde die Wirkung nicht."),
        ({"nachweis": {"grad": "wahrscheinlich", "ergebnis": "Mehr Kinder"}}, {}, "nachweis.ergebnis", "Wirkung wahrscheinlich: Mehr Kinder."),
        (
            {"kontext": {"jugendamt": {"wert": "kreis", "stand": 2020}}},
            {"entscheidend": ["jugendamt"], "kontext": {"jugendamt": {"wert": "eigenes", "stand": 2021}}},
            "kontext.jugendamt",
            "Entscheidende Bedingung Jugendamt: dort Jugendamt des Kreises (Stand 2020), hier eigenes Jugendamt (Stand 2021).",
        ),
        (
            {"aufwand": {"personal": "bis-0.5", "stand": 2020}},
            {"grenzen": {"personal": "0.5-1"}, "stand": 2021},
            "aufwand.personal",
            "Aufwand im Rahmen – Personalausstattung: dort bis 0,5 Stellen (Stand 2020), hier höchstens 0,5 bis 1 Stelle (Stand 2021); das liegt eine Stufe unter der Grenze.",
        ),
    ],
)  # fmt: skip
def test_reasons_are_sentences_derived_from_named_fields(
    tmp_path: Path, fields: dict[str, Any], gap: dict[str, Any], field: str, text: str
) -> None:
    assert reasons(first(tmp_path, fields, gap))[field] == text


def test_what_nobody_reported_of_a_decisive_condition_is_listed_and_no_reason(tmp_path: Path) -> None:
    found = first(tmp_path, {}, {"entscheidend": ["jugendamt"]})
    assert "kontext.jugendamt" not in reasons(found)
    assert [row.text for row in found.conditions] == ["Jugendamt: auf beiden Seiten nicht berichtet."]


def test_an_age_that_the_case_does_not_report_is_listed_among_the_unknowns_and_no_reason(tmp_path: Path) -> None:
    found = first(tmp_path, {"alter": "nicht-berichtet"}, {})
    assert "alter" not in reasons(found)
    told = [(row.id, row.result, row.text) for row in found.conditions]
    assert told == [("alter", Result.UNREPORTED, "Alter der Zielgruppe: für die Praxis nicht berichtet.")]


def test_without_an_age_of_the_need_nothing_is_said_of_ages(tmp_path: Path) -> None:
    found = first(tmp_path, {}, {"alter": "nicht-berichtet"})
    assert "alter" not in reasons(found)
    assert found.conditions == ()


def test_effort_beyond_the_limits_is_a_deviation_and_no_reason(tmp_path: Path) -> None:
    found = first(tmp_path, {"aufwand": {"personal": "2-5"}}, {"grenzen": {"personal": "0.5-1"}})
    assert "aufwand.personal" not in reasons(found)
    assert [(row.id, row.result) for row in found.conditions] == [("personal", Result.DEVIATES)]


@pytest.mark.parametrize(
    ("place", "field", "text"),
    [
        ("klein", "nachnutzung/jena", "An einem ähnlichen Ort nachgenutzt: Klein, läuft seit 2019; dort wie hier Kleinstadt und ländlich."),
        ("gross", "nachnutzung", "Nachgenutzt: Gross, läuft seit 2019."),
        ("unbekannt", "nachnutzung", "Nachgenutzt: Unbekannt, läuft seit 2019."),
    ],
)  # fmt: skip
def test_reuse_in_a_similar_place_is_named(tmp_path: Path, place: str, field: str, text: str) -> None:
    reuse = {"id": "jena", "praxis": "fall", "kommune": place, "jahr": 2019}
    gap = {"kontext": {"gemeindetyp": "kleinstadt", "raum": "laendlich"}}
    found = first(tmp_path, {}, gap, reuses=[reuse], municipalities=PLACES)
    assert reasons(found)[field] == text


DEVIATING = {"kontext": {"gemeindetyp": {"wert": "grossstadt", "bedeutung": "unverzichtbar", "stand": 2020}}}
SMALL = {"kontext": {"gemeindetyp": {"wert": "kleinstadt", "stand": 2021}}}
CHANGED = {"was": "Ein Team für drei Orte", "weil": {"bedingung": "gemeindetyp"}}
BASE = "Gemeindetyp: dort Großstadt (Stand 2020), hier Kleinstadt (Stand 2021)."


@pytest.mark.parametrize(
    ("original", "text"),
    [
        (None, f"{BASE} Für die Praxis ist das unverzichtbar."),
        (
            "fall",
            f"{BASE} Für die Praxis ist das unverzichtbar. "
            "Andere haben bei der Übernahme geändert: Jena: Ein Team für drei Orte.",
        ),
        (
            {"text": "anderes"},
            f"{BASE} Für die Praxis ist das unverzichtbar. "
            "Bei anderen Praxisbeispielen wurde dann geändert: Jena: Ein Team für drei Orte.",
        ),
    ],
)
def test_a_deviation_of_an_indispensable_condition_is_called_out_with_what_others_changed(
    tmp_path: Path, original: Any, text: str
) -> None:
    reuses = [{"id": "jena", "praxis": original, "kommune": "jena", "anpassungen": [CHANGED]}] if original else []
    found = first(tmp_path, DEVIATING, SMALL, reuses=reuses)
    assert [row.text for row in found.conditions] == [text]


def test_listed_are_decisive_important_and_mutually_known_conditions(tmp_path: Path) -> None:
    fields = {
        "kontext": {
            "jugendamt": {"wert": "kreis", "bedeutung": "hilfreich"},
            "aemterkooperation": {"bedeutung": "unverzichtbar"},
            "gemeindetyp": "grossstadt",
            "raum": {"wert": "staedtisch", "bedeutung": "unerheblich"},
            "einwohner": "ueber-100k",
        }
    }
    gap = {"kontext": {"gemeindetyp": "kleinstadt", "meldedaten-zugang": "ja"}, "entscheidend": ["qualifikation"]}
    found = first(tmp_path, fields, gap)
    assert [(row.id, row.result.value) for row in found.conditions] == [
        ("jugendamt", "nicht-berichtet"),
        ("aemterkooperation", "nicht-berichtet"),
        ("gemeindetyp", "weicht-ab"),
        ("qualifikation", "nicht-berichtet"),
    ]


ELSEWHERE = {"gemeindetyp": "grossstadt", "raum": "staedtisch", "jugendamt": "eigenes"}
HERE = {"gemeindetyp": "kleinstadt", "raum": "laendlich", "jugendamt": "eigenes"}
RESULT = {"grad": "beobachtet", "ergebnis": "Mehr Kinder"}


@pytest.mark.parametrize(
    ("fields", "reuses", "is_contrast"),
    [
        ({"kontext": ELSEWHERE, "nachweis": RESULT}, [], True),
        ({"kontext": ELSEWHERE}, [{"id": "jena", "praxis": "fall"}], True),
        ({"kontext": ELSEWHERE}, [{"id": "jena", "praxis": "fall", "ergebnis": "beendet"}], False),
        ({"kontext": ELSEWHERE}, [], False),
        ({"kontext": HERE, "nachweis": RESULT}, [], False),
        ({"kontext": {"gemeindetyp": "grossstadt", "raum": "staedtisch"}, "nachweis": RESULT}, [], False),
        ({"kontext": ELSEWHERE, "nachweis": RESULT, "alter": {"von": 12, "bis": 14}}, [], False),
    ],
)
def test_a_contrast_case_reports_something_and_deviates_in_most_of_three_known_conditions(
    tmp_path: Path, fields: dict[str, Any], reuses: list[dict[str, Any]], is_contrast: bool
) -> None:
    library = load_site(tmp_path, cases=[case(**fields)], gaps=[{**GAP, "kontext": HERE}], reuses=reuses)
    contrast = gap_matches(library)["luecke"].contrast
    assert bool(contrast) is is_contrast
    if contrast:
        assert contrast.why.startswith(
            "Andere Verhältnisse (2 von 3 bekannten Bedingungen weichen ab: Gemeindetyp und Siedlungsraum), und doch: "
        )


def test_the_contrast_case_is_one_that_is_not_shown_already_where_there_is_one(tmp_path: Path) -> None:
    cases = [case(f"fall-{number}", kontext=ELSEWHERE, nachweis=RESULT) for number in range(7)]
    found = gap_matches(load_site(tmp_path, cases=cases, gaps=[{**GAP, "kontext": HERE}]))["luecke"]
    assert [item.case.id for item in found.matches] == [f"fall-{number}" for number in range(5)]
    assert found.contrast is not None
    assert found.contrast.match.case.id == "fall-5"


def test_order_within_a_group_is_more_fitting_fewer_deviating_newest_then_the_id(tmp_path: Path) -> None:
    cases = [
        case("a-alt", stand=2015),
        case("b-neu"),
        case("c-neu"),
        case("d-weicht-ab", kontext={"gemeindetyp": "grossstadt"}),
        case("e-passt", kontext={"gemeindetyp": "kleinstadt"}),
    ]
    library = load_site(tmp_path, cases=cases, gaps=[{**GAP, "kontext": HERE}])
    assert [item.case.id for item in gap_matches(library)["luecke"].matches] == [
        "e-passt", "b-neu", "c-neu", "a-alt", "d-weicht-ab",
    ]  # fmt: skip


def test_people_who_offered_are_shown_beside_each_other_also_from_one_municipality(tmp_path: Path) -> None:
    cases = [case(f"a-{number}", kommune="ort") for number in range(2)] + [case(f"b-{number}") for number in range(6)]
    gap = {**GAP, "antworten": ["a-0", "a-1"]}
    found = gap_matches(load_site(tmp_path, cases=cases, gaps=[gap]))["luecke"]
    assert [item.case.id for item in found.matches] == ["a-0", "a-1", "b-0", "b-1", "b-2"]


def test_without_any_known_word_the_most_used_topics_are_near(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[case("a"), case("b")])
    near = match(library, Need(standards=("gibt-es-nicht",))).nearest
    assert [key for _, key, _ in near] == ["bildung", "kita", "alleinerziehende"]


@pytest.mark.parametrize(
    ("gap", "cases", "is_wanted"),
    [
        ({"status": "offen"}, [case()], True),
        ({"status": "nicht-berichtet"}, [], True),
        ({"status": "nicht-berichtet"}, [case()], False),
        ({"status": "nicht-berichtet", "meldungen": [{"kommune": "hamm"}]}, [], False),
        ({"status": "offen", "pruefung": "2025-06-01"}, [], True),
        ({"status": "offen", "pruefung": "2025-05-31"}, [], False),
        ({"status": "beantwortet"}, [], False),
        ({"status": "zurueckgezogen"}, [], False),
    ],
)
def test_wanted_are_current_gaps_that_are_open_or_without_a_match(
    tmp_path: Path, gap: dict[str, Any], cases: list[dict[str, Any]], is_wanted: bool
) -> None:
    assert bool(wanted(load_site(tmp_path, cases=cases, gaps=[{**GAP, **gap}]))) is is_wanted


@pytest.mark.parametrize(
    ("gap", "outcome", "status"),
    [
        ({}, "laeuft", None),
        ({"meldungen": [{"kommune": "hamm"}]}, "laeuft", "angebote"),
        ({"meldungen": [{"kommune": "hamm"}], "status": "angebote"}, "laeuft", None),
        ({"meldungen": [{"kommune": "hamm", "stand": "gefuehrt"}]}, "laeuft", "im-austausch"),
        ({"meldungen": [{"kommune": "hamm", "praxis": "fall"}], "kommune": "jena"}, "vorbereitung", "in-erprobung"),
        ({"meldungen": [{"kommune": "hamm", "praxis": "fall"}], "kommune": "jena"}, "abgebrochen", "angebote"),
        ({"meldungen": [{"kommune": "hamm", "praxis": "fall"}], "kommune": "gera"}, "laeuft", "angebote"),
        ({"antworten": ["fall"]}, "laeuft", "beantwortet"),
        ({"antworten": ["fall"], "status": "zurueckgezogen"}, "laeuft", None),
    ],
)
def test_records_suggest_the_status_of_a_gap(
    tmp_path: Path, gap: dict[str, Any], outcome: str, status: str | None
) -> None:
    reuse = {"id": "r", "praxis": "fall", "kommune": "jena", "ergebnis": outcome}
    library = load_site(tmp_path, cases=[case()], gaps=[{**GAP, **gap}], reuses=[reuse])
    suggestion = suggested_status(library, library.gaps["luecke"])
    assert (suggestion.status if suggestion else None) == status


_CONTEXT = {
    "gemeindetyp": ["grossstadt", "kleinstadt"],
    "raum": ["staedtisch", "laendlich"],
    "jugendamt": ["eigenes", "kreis"],
    "meldedaten-zugang": ["ja", "nein"],
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Cases with every mixture of known, unknown, fitting and deviating values."""
    chance = random.Random(7)
    cases = []
    for number in range(60):
        context = {
            key: {"wert": chance.choice(values), "bedeutung": chance.choice(["unverzichtbar", "hilfreich"])}
            for key, values in _CONTEXT.items()
            if chance.random() < 0.5
        }
        topics = chance.sample(["kita", "bildung", "monitoring"], chance.randint(1, 2))
        cases.append(case(f"fall-{number:02}", kommune=f"ort-{number % 9}", kontext=context, themen=topics))
    return load_site(tmp_path_factory.mktemp("viele"), cases=cases)


needs = st.builds(
    lambda topics, context: Need(
        standards=("zugaenge",),
        topics=tuple(topics),
        context={key: Fact(key, (value,), "angabe") for key, value in context.items()},
    ),
    st.lists(st.sampled_from(["kita", "bildung", "monitoring"]), unique=True),
    st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in _CONTEXT.items()}),
)
quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


def by_the_rules(need: Need, found: Match) -> tuple[Any, ...]:
    """Sort key of rule 4, counted from what the match itself lists."""
    rows = found.conditions
    deviating = [row for row in rows if row.result is Result.DEVIATES]
    return (
        -len(set(need.topics) & set(found.case.topics)),
        sum(row.importance == "unverzichtbar" for row in deviating),
        -sum(row.result is Result.FITS for row in rows),
        len(deviating),
        found.case.id,
    )


@quiet
@given(needs)
def test_the_order_is_that_of_rule_four_and_unknowns_have_no_part_in_it(many: Library, need: Need) -> None:
    """All cases at once, so that the choice of municipalities plays no role; dates are the same."""
    found = match(many, need, limit=100).matches
    assert len(found) == 60
    assert list(found) == sorted(found, key=lambda item: by_the_rules(need, item))


@quiet
@given(needs, st.integers(1, 12))
def test_looking_only_as_far_as_needed_finds_what_looking_at_everything_finds(
    many: Library, need: Need, limit: int
) -> None:
    everything = [item.case for item in match(many, need, limit=100).matches]
    first_of_place = list({item.municipality: item for item in reversed(everything)}.values())
    expected = [item for item in everything if item in first_of_place][:limit]
    expected += [item for item in everything if item not in expected][: limit - len(expected)]
    shown = [item.case.id for item in match(many, need, limit=limit).matches]
    assert shown == [item.id for item in everything if item in expected]


@quiet
@given(needs, st.randoms())
def test_the_order_of_files_does_not_matter(many: Library, need: Need, chance: random.Random) -> None:
    ids = list(many.cases)
    chance.shuffle(ids)
    shuffled: dict[str, Case] = {key: many.cases[key] for key in ids}
    assert match(replace(many, cases=shuffled), need) == match(many, need)


@quiet
@given(needs)
def test_a_missing_value_is_never_a_deviation_and_every_match_has_reasons(many: Library, need: Need) -> None:
    for found in match(many, need).matches:
        assert found.reasons
        assert all(reason.text.endswith(".") for reason in found.reasons)
        for row in found.conditions:
            is_known = bool(row.theirs and row.theirs.values and row.own and row.own.values)
            assert (row.result is Result.UNREPORTED) == (not is_known)
