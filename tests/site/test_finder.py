"""The finders' files: every facet of every record, as small columns that nothing of a record is lost in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.relations import facets
from praxis.scripts import read_data_script
from praxis.site.finder import columns, files, finder
from praxis.site.finder.shared_facets import condition_name
from praxis.site.model import SiteModel
from praxis.site.rows import case_row, gap_row
from tests.builders import load_site
from tests.finder_sites import finder_model, model_of


@pytest.fixture
def model(tmp_path: Path) -> SiteModel:
    return finder_model(tmp_path)


def read(model: SiteModel, kind: str) -> dict[str, Any]:
    made = finder(model, kind)
    content: dict[str, Any] = read_data_script(made.files[made.address])
    return content


def lists(content: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Facet -> value -> ids of records, read from the columns by their description alone."""
    found: dict[str, dict[str, list[str]]] = {}
    for facet in content["facets"]:
        signs = facet["rows"].split(columns.END)[:-1] if facet.get("several") else list(facet["rows"])
        found[facet["id"]] = {value[0]: [] for value in facet["values"]}
        for record, each in zip(content["ids"].split("\n"), signs, strict=True):
            for sign in each:
                found[facet["id"]][facet["values"][ord(sign) - columns.FIRST][0]].append(record)
    return found


def held(lists: dict[str, list[str]]) -> dict[str, list[str]]:
    return {value: records for value, records in lists.items() if records}


def test_every_record_has_a_value_in_every_facet(model: SiteModel) -> None:
    for kind in ("praxis", "luecke"):
        content = read(model, kind)
        ids = set(content["ids"].split("\n"))
        for facet, values in lists(content).items():
            assert {record for records in values.values() for record in records} == ids, facet


def test_drafts_are_no_part_of_a_finder(model: SiteModel) -> None:
    assert read(model, "praxis")["ids"].split("\n") == ["a", "c", "d", "b"]


def test_columns_hold_what_the_lists_by_facet_hold(model: SiteModel) -> None:
    found, library = lists(read(model, "praxis")), model.library
    for facet, expected in {
        "standard": facets.cases_by_standard(library),
        "alter": facets.cases_by_age(library),
        "thema": facets.cases_by_topic(library),
        "kommune": facets.cases_by_municipality(library),
        "finanzierung": facets.cases_by_funding(library),
        "status": facets.cases_by_status(library),
        "nachweis": facets.cases_by_evidence(library),
    }.items():
        assert {value: sorted(records) for value, records in found[facet].items()} == {
            value: sorted(case.id for case in cases) for value, cases in expected.items()
        }


def test_not_reported_is_a_choice_of_its_own(model: SiteModel) -> None:
    found = lists(read(model, "praxis"))
    assert held(found["status"]) == {"laeuft": ["a", "c", "d"], "nicht-berichtet": ["b"]}
    assert held(found["uebergang"]) == {"geburt": ["d"], "nicht-berichtet": ["a", "c", "b"]}
    assert held(found["personal"]) == {"1-2": ["d"], "nicht-berichtet": ["a", "c", "b"]}
    assert held(found["bericht-kosten"]) == {"teilweise": ["a"], "nicht-berichtet": ["c", "d", "b"]}


def test_a_condition_is_the_cases_own_or_its_municipalitys(model: SiteModel) -> None:
    assert held(lists(read(model, "praxis"))["gemeindetyp"]) == {
        "grossstadt": ["a", "d"],
        "mittelstadt": ["c"],
        "nicht-berichtet": ["b"],
    }


def test_reviews_shelves_and_reuse_can_be_chosen(model: SiteModel) -> None:
    found = lists(read(model, "praxis"))
    assert held(found["pruefung"]) == {"ueberfaellig": ["a"], "aktuell": ["d"], "nicht-berichtet": ["c", "b"]}
    assert held(found["stufe"]) == {"beschrieben": ["a", "c", "b"], "geprueft": ["d"]}
    assert held(found["transfer"]) == {"einmalig": ["c", "d", "b"], "nachgenutzt": ["a"]}


def test_values_that_editors_write_freely_get_ids_for_the_address(model: SiteModel) -> None:
    found = lists(read(model, "praxis"))
    assert held(found["ort"]) == {"kita-schule": ["b"], "quartier": ["b"], "nicht-berichtet": ["a", "c", "d"]}
    assert held(found["programm"]) == {"kette-die-erste": ["a", "c", "d"], "nicht-berichtet": ["b"]}


def test_topics_stand_as_a_tree(model: SiteModel) -> None:
    topic = next(facet for facet in read(model, "praxis")["facets"] if facet["id"] == "thema")
    depths = {value[0]: (value[2:] or [0])[0] for value in topic["values"]}
    assert (depths["bildung"], depths["kita"]) == (0, 1)
    names = [value[0] for value in topic["values"]]
    assert names.index("bildung") < names.index("kita")


def test_a_places_without_practice_is_a_choice_that_has_nothing(model: SiteModel) -> None:
    assert lists(read(model, "praxis"))["kommune"]["zwickau"] == []


def test_gaps_have_facets_of_their_own(model: SiteModel) -> None:
    found = lists(read(model, "luecke"))
    assert held(found["antwort"]) == {"bestaetigt": ["g"], "treffer": ["g", "h"]}
    assert held(found["kommune"]) == {"bochum": ["g"], "nicht-berichtet": ["h"]}
    assert held(found["art"]) == {"gemeldet": ["g"], "redaktionell": ["h"]}
    assert held(found["status"]) == {"offen": ["g"], "beantwortet": ["h"]}


def test_a_condition_whose_id_names_something_else_gets_a_longer_name() -> None:
    assert [condition_name(key) for key in ("gemeindetyp", "status", "bericht-kosten", "q")] == [
        "gemeindetyp",
        "bedingung-status",
        "bedingung-bericht-kosten",
        "bedingung-q",
    ]


def test_files_are_named_by_their_content_and_the_page_names_the_first(model: SiteModel, tmp_path: Path) -> None:
    assert dict(files(model)) == dict(files(finder_model(tmp_path / "noch-einmal")))
    made = finder(model, "praxis")
    assert made.name == "finder/praxis"
    first, second = made.files
    assert first == made.address
    assert read(model, "praxis")["chunks"] == [["finder/praxis-0", second]]


def test_titles_and_sentences_stand_in_the_order_of_the_records(model: SiteModel) -> None:
    _, texts = finder(model, "praxis").files.values()
    assert [title for title, _ in read_data_script(texts)] == ["Praxis a", "Praxis c", "Praxis d", "Praxis b"]


def test_lines_say_what_is_known_and_leave_to_the_unknown_what_is_not(model: SiteModel) -> None:
    known = {case.id: case_row(model, case).get("evidence") for case in model.library.cases.values()}
    assert known == {"a": None, "b": None, "c": "Veränderung beobachtet, Ursache offen", "d": None}
    assert all("Wirkung" in case_row(model, case)["unknown"] for case in model.library.cases.values() if case.id != "c")


def test_lines_of_gaps_say_what_there_is_for_them(model: SiteModel) -> None:
    answers = {gap.id: gap_row(model, gap)["answers"] for gap in model.library.gaps.values()}
    assert answers == {"g": "1\u00a0bestätigte Antwort, berechnete Treffer", "h": "berechnete Treffer"}


def test_places_stand_as_in_a_dictionary(tmp_path: Path) -> None:
    names = {"krefeld": "Krefeld", "koeln": "Köln", "zwickau": "Zwickau", "oehringen": "Öhringen"}
    library = load_site(
        tmp_path,
        cases=[{"id": f"fall-{key}", "kommune": key} for key in names],
        gaps=[{"id": "ohne-ort"}, *({"id": f"frage-{key}", "kommune": key} for key in names)],
        municipalities=[{"id": key, "titel": title} for key, title in names.items()],
    )
    cases, gaps = (read(model_of(library), kind) for kind in ("praxis", "luecke"))
    order = ["koeln", "krefeld", "oehringen", "zwickau"]
    assert cases["ids"].split("\n") == [f"fall-{key}" for key in order]
    assert gaps["ids"].split("\n") == [*(f"frage-{key}" for key in order), "ohne-ort"]
    assert list(lists(cases)["kommune"]) == order


def test_more_values_than_signs_are_refused() -> None:
    with pytest.raises(ValueError, match="more values than there are signs"):
        columns.signs([60_000])
    assert columns.signs([]) == ""
