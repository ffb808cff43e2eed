"""Rules about several fields of one record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.broken import case, findings, meeting, municipality, only, place, reuse


@pytest.mark.parametrize("number", [1, 2])
def test_evidence_may_name_the_sources_that_there_are(tmp_path: Path, number: int) -> None:
    text = case(
        quellen="quellen: [{titel: Erster Bericht}, {titel: Zweiter Bericht}]",
        nachweis=f"nachweis: {{grad: beobachtet, quelle: {number}}}",
    )
    assert findings(tmp_path, {"docs/praxis/besuche.md": text}) == ()


def test_a_checked_case_needs_a_note_of_who_checked(tmp_path: Path) -> None:
    note = "pruefvermerk: {stelle: Landeskoordinierungsstelle, datum: 2024-03-01}"
    assert findings(tmp_path, {"docs/praxis/a.md": case(stufe="stufe: geprueft", pruefvermerk=note)}) == ()
    wrong_note = case(stufe="stufe: geprueft", pruefvermerk="pruefvermerk: Landeskoordinierungsstelle")
    assert only(tmp_path, wrong_note, "docs/praxis/a.md").field == "pruefvermerk"


@pytest.mark.parametrize("status", ["beendet", "abgebrochen"])
def test_what_has_ended_may_say_why(tmp_path: Path, status: str) -> None:
    text = case(status=f"status: {status}", ende_grund="ende_grund: geld", zeitraum="zeitraum: {von: 2010, bis: 2010}")
    assert findings(tmp_path, {"docs/praxis/a.md": text}) == ()


def test_a_wrong_status_does_not_make_the_reason_wrong_too(tmp_path: Path) -> None:
    assert only(tmp_path, case(status="status: vorbei", ende_grund="ende_grund: geld")).rule == "wert-unbekannt"


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("{url: 'https://a.example'}", None),
        ("{titel: A}", None),
        ("{hinweis: A}", "quelle-leer"),
        ("{titel: ''}", "feld-leer"),
    ],
)
def test_a_source_has_a_title_or_an_address(tmp_path: Path, source: str, rule: str | None) -> None:
    found = findings(tmp_path, {"docs/praxis/a.md": case(quellen=f"quellen: [{source}]")})
    assert [finding.rule for finding in found] == ([rule] if rule else [])


def test_every_record_may_have_sources_and_they_are_checked_everywhere(tmp_path: Path) -> None:
    finding = only(tmp_path, meeting(quellen="quellen: [{jahr: 2020}]"), "docs/lernnetzwerk/a.md")
    assert (finding.rule, place(finding)) == ("quelle-leer", (5, 11, "quellen[0]"))


@pytest.mark.parametrize("field", ["praxis", "kommune"])
def test_a_reuse_names_its_original_and_its_place_by_id_or_in_words(tmp_path: Path, field: str) -> None:
    base = {"docs/praxis/besuche.md": case()}
    for value, rules in (
        ("{text: Neustadt}", []),
        ("{}", ["feld-leer"]),
        ("{text: }", ["feld-leer"]),
        ("{text: 5}", ["feld-typ"]),
    ):
        found = findings(tmp_path, {**base, "docs/nachnutzung/a.md": reuse(**{field: f"{field}: {value}"})})
        assert [finding.rule for finding in found] == rules, value


def test_a_list_of_originals_is_checked_one_by_one(tmp_path: Path) -> None:
    text = reuse(praxis="praxis: [besuche, {}]")
    found = findings(tmp_path, {"docs/praxis/besuche.md": case(), "docs/nachnutzung/a.md": text})
    assert [place(finding) for finding in found] == [(3, 19, "praxis[1]")]


@pytest.mark.parametrize(
    ("start", "end", "fine"),
    [("2024-11-05", "2024-11-05", True), ("2024-11", "2024-11-01", True), ("2024", "2023-12-31", False)],
)
def test_a_meeting_ends_after_it_began(tmp_path: Path, start: str, end: str, fine: bool) -> None:
    text = meeting(beginn=f"beginn: {start}", ende=f"ende: {end}")
    assert bool(findings(tmp_path, {"docs/lernnetzwerk/a.md": text})) is not fine


def test_years_of_programmes_are_in_order(tmp_path: Path) -> None:
    text = municipality(programm="programm: [{name: A, von: 2012, bis: 2016}, {name: B, von: 2017, bis: 2016}, C]")
    finding = only(tmp_path, text, "docs/kommunen/neustadt.md")
    assert (finding.rule, place(finding)) == ("zeit-verdreht", (4, 45, "programm[1]"))


def test_core_elements_have_ids_of_their_own(tmp_path: Path) -> None:
    text = case(kern="kern: [{id: a, text: A}, {id: b, text: B}, C, D, {id: a, text: E}, {id: a, text: F}]")
    finding = only(tmp_path, text)
    assert (finding.rule, finding.field) == ("kennung-doppelt", "kern[4].id")
