"""Context: own values, the municipality's where there are none, and the three results of a comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxis.library import Library
from praxis.records.dates import PartialDate
from praxis.relations.context import (
    Fact,
    Result,
    case_context,
    compare,
    compare_contexts,
    comparison_text,
    gap_context,
    municipality_context,
    stated_context,
)
from praxis.vocabulary import ContextCondition
from praxis.vocabulary_files import load_vocabulary
from tests.builders import SITES, TODAY, load_site

CONDITIONS = load_vocabulary(SITES / "klein")[0].context_model.conditions


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_site(
        tmp_path,
        cases=[
            {
                "id": "besuche",
                "kommune": "gross",
                "kontext": {
                    "meldedaten-zugang": {"wert": "ja", "bedeutung": "unverzichtbar", "hinweis": "Vom Amt."},
                    "gemeindetyp": {"bedeutung": "hilfreich"},
                    "raum": {"bedeutung": "unerheblich"},
                },
                "aufwand": {"personal": "1-2", "stand": 2015},
            }
        ],
        gaps=[
            {
                "id": "eigen",
                "kommune": "klein",
                "kontext": {"gemeindetyp": "mittelstadt"},
                "grenzen": {"personal": "0.5-1"},
            },
            {"id": "fremd"},
        ],
        municipalities=[
            {
                "id": "gross",
                "kontext": {"gemeindetyp": "grossstadt", "einwohner": {"wert": "ueber-100k", "stand": 2020}},
                "stand": 2019,
            },
            {"id": "klein", "kontext": {"gemeindetyp": "kleinstadt", "einwohner": "20-50k"}},
        ],
    )


def test_a_case_has_its_own_values_and_its_municipalitys_where_it_has_none(library: Library) -> None:
    facts = case_context(library, library.cases["besuche"])
    assert facts["meldedaten-zugang"] == Fact(
        "meldedaten-zugang", ("ja",), "praxis", "unverzichtbar", "Vom Amt.", PartialDate(2025, 1, 1)
    )
    assert facts["einwohner"] == Fact("einwohner", ("ueber-100k",), "kommune", None, None, PartialDate(2020))


def test_a_condition_the_case_only_weighs_keeps_its_importance_with_the_municipalitys_value(library: Library) -> None:
    facts = case_context(library, library.cases["besuche"])
    assert facts["gemeindetyp"] == Fact("gemeindetyp", ("grossstadt",), "kommune", "hilfreich", None, PartialDate(2019))
    assert facts["raum"].values == ()


def test_effort_is_the_value_of_its_conditions(library: Library) -> None:
    facts = case_context(library, library.cases["besuche"])
    assert facts["personal"] == Fact("personal", ("1-2",), "praxis", None, None, PartialDate(2015))
    assert "sachkosten" not in facts


def test_facts_stand_in_the_order_of_the_context_model(library: Library) -> None:
    facts = case_context(library, library.cases["besuche"])
    assert list(facts) == [condition for condition in CONDITIONS if condition in facts]


def test_a_gap_has_its_own_values_its_limits_and_its_municipalitys(library: Library) -> None:
    facts = gap_context(library, library.gaps["eigen"])
    assert {key: (fact.values, fact.origin) for key, fact in facts.items()} == {
        "gemeindetyp": (("mittelstadt",), "luecke"),
        "einwohner": (("20-50k",), "kommune"),
        "personal": (("0.5-1",), "luecke"),
    }
    assert gap_context(library, library.gaps["fremd"]) == {}


def test_a_stated_context_is_completed_by_the_municipalitys(library: Library) -> None:
    facts = stated_context(library, {"gemeindetyp": ["grossstadt"]}, "klein")
    assert facts["gemeindetyp"].origin == "angabe"
    assert facts["einwohner"] == municipality_context(library, "klein")["einwohner"]
    assert municipality_context(library, "gibt-es-nicht") == {}


@pytest.mark.parametrize(
    ("condition", "theirs", "own", "result"),
    [
        ("gemeindetyp", ["grossstadt"], ["grossstadt"], "passt"),
        ("gemeindetyp", ["grossstadt"], ["kleinstadt"], "weicht-ab"),
        ("einwohner", ["20-50k"], ["50-100k"], "weicht-ab"),
        ("berufsgruppen", ["hebammen"], ["hebammen", "medizin"], "passt"),
        ("berufsgruppen", ["hebammen", "medizin"], ["hebammen"], "weicht-ab"),
        ("aemterkooperation", ["anlassbezogen"], ["verbindlich"], "passt"),
        ("aemterkooperation", ["anlassbezogen"], ["anlassbezogen"], "passt"),
        ("aemterkooperation", ["verbindlich"], ["keine"], "weicht-ab"),
        ("meldedaten-zugang", ["ja"], ["ja"], "passt"),
        ("meldedaten-zugang", ["ja"], ["nein"], "weicht-ab"),
        ("meldedaten-zugang", ["nein"], ["ja"], "passt"),
        ("meldedaten-zugang", ["nein"], ["nein"], "passt"),
        ("personal", ["0.5-1"], ["1-2"], "passt"),
        ("personal", ["1-2"], ["1-2"], "passt"),
        ("personal", ["2-5"], ["1-2"], "weicht-ab"),
        ("meldedaten-zugang", ["nein"], [], "nicht-berichtet"),
        ("meldedaten-zugang", [], ["nein"], "nicht-berichtet"),
        ("personal", [], [], "nicht-berichtet"),
        ("gemeindetyp", ["gibt-es-nicht"], ["grossstadt"], "nicht-berichtet"),
    ],
)
def test_values_are_compared_as_the_condition_says(
    condition: str, theirs: list[str], own: list[str], result: str
) -> None:
    assert compare(CONDITIONS[condition], theirs, own).value == result


@pytest.mark.parametrize(
    ("condition", "theirs", "own", "text"),
    [
        ("gemeindetyp", "grossstadt", "grossstadt", "Gemeindetyp: dort wie hier Großstadt."),
        ("gemeindetyp", "grossstadt", "kleinstadt", "Gemeindetyp: dort Großstadt, hier Kleinstadt."),
        ("einwohner", "ueber-100k", "20-50k", "Einwohnerzahl: dort über 100.000, hier 20.000 bis 50.000; hier zwei Stufen niedriger."),
        ("aemterkooperation", "anlassbezogen", "verbindlich", "Zusammenarbeit der Ämter: dort nur bei Anlass, hier verbindlich vereinbart; hier eine Stufe höher."),
        ("meldedaten-zugang", "nein", "ja", "Zugang zu Meldedaten: dort nein, hier ja; die Praxis setzt es nicht voraus."),
        ("meldedaten-zugang", "ja", "nein", "Zugang zu Meldedaten: dort ja, hier nein."),
        ("personal", "1-2", "0.5-1", "Personalausstattung: dort 1 bis 2 Stellen, hier höchstens 0,5 bis 1 Stelle; das liegt eine Stufe über der Grenze."),
        ("personal", "1-2", "1-2", "Personalausstattung: dort 1 bis 2 Stellen, hier höchstens 1 bis 2 Stellen; das liegt genau an der Grenze."),
        ("gemeindetyp", None, "kleinstadt", "Gemeindetyp: für die Praxis nicht berichtet, hier Kleinstadt."),
        ("gemeindetyp", "grossstadt", None, "Gemeindetyp: dort Großstadt, für hier nicht berichtet."),
        ("gemeindetyp", None, None, "Gemeindetyp: auf beiden Seiten nicht berichtet."),
    ],
)  # fmt: skip
def test_a_comparison_says_by_how_much(condition: str, theirs: str | None, own: str | None, text: str) -> None:
    sides = [Fact(condition, (value,), "praxis") if value else None for value in (theirs, own)]
    assert comparison_text(CONDITIONS[condition], *sides) == text


def test_a_comparison_says_what_is_missing_of_several(library: Library) -> None:
    theirs, own = (
        Fact("berufsgruppen", ("hebammen", "medizin"), "praxis"),
        Fact("berufsgruppen", ("hebammen",), "angabe"),
    )
    text = "Beteiligte Berufsgruppen: dort Hebammen und Medizin, hier Hebammen; hier fehlt Medizin."
    assert comparison_text(CONDITIONS["berufsgruppen"], theirs, own) == text


def test_a_comparison_says_since_when_and_whose_the_values_are(library: Library) -> None:
    rows = {
        row.id: row
        for row in compare_contexts(library, library.cases["besuche"], municipality_context(library, "klein"))
    }
    assert rows["einwohner"].text == (
        "Einwohnerzahl: dort über 100.000 (Angabe zur Kommune, Stand 2020), "
        "hier 20.000 bis 50.000 (Angabe zur Kommune); hier zwei Stufen niedriger."
    )
    assert rows["gemeindetyp"].importance == "hilfreich"
    assert rows["gemeindetyp"].result is Result.DEVIATES
    assert rows["gemeindetyp"].dimension == "sozialraeumlich"


def test_a_comparison_has_every_condition_in_order(library: Library) -> None:
    rows = compare_contexts(library, library.cases["besuche"], {})
    assert [row.id for row in rows] == list(CONDITIONS)
    assert {row.result for row in rows} == {Result.UNREPORTED}


def _values(condition: ContextCondition) -> st.SearchStrategy[list[str]]:
    return st.lists(
        st.sampled_from(list(condition.options)), unique=True, max_size=1 if condition.type != "mehrfach" else 3
    )


@given(st.data(), st.sampled_from(list(CONDITIONS.values())))
def test_missing_values_never_deviate_and_equal_ones_always_fit(
    data: st.DataObject, condition: ContextCondition
) -> None:
    theirs, own = data.draw(_values(condition)), data.draw(_values(condition))
    result = compare(condition, theirs, own)
    assert (result is Result.UNREPORTED) == (not theirs or not own)
    if theirs:
        assert compare(condition, theirs, theirs) is Result.FITS


@given(st.data())
def test_equality_is_symmetric(data: st.DataObject) -> None:
    condition = CONDITIONS["gemeindetyp"]
    theirs, own = data.draw(_values(condition)), data.draw(_values(condition))
    assert compare(condition, theirs, own) is compare(condition, own, theirs)


def test_today_is_fixed_in_tests(library: Library) -> None:
    assert library.today == TODAY
