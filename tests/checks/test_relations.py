"""Checks between records: ids, references, context values, core elements, former ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.checks.former_ids import check_former_ids
from praxis.library import Library
from tests.broken import TODAY, case, chapter, findings, gap, meeting, municipality, only, place, reuse, site

CORE = "kern: [{id: freiwillig, text: freiwillig}, {id: vor-ort, text: vor Ort}, kostenlos]"


@pytest.mark.parametrize(
    ("path", "text", "at", "message", "remedy"),
    [
        ("praxis/a.md", case(kommune="kommune: hamm"), (4, 10, "kommune"), "Die Kommune „hamm“ gibt es in der Sammlung nicht.", "Prüfen Sie die Kennung (Dateiname ohne „.md“), oder legen Sie den Eintrag an."),
        ("praxis/a.md", case(standards="standards: [zugang]"), (7, 13, "standards[0]"), "Den Standard „zugang“ gibt es im Vokabular nicht.", "Meinten Sie „zugaenge“?"),
        ("praxis/a.md", case(standards="standards:\n  zugaenge: Ja.\n  wirkungen: Ja."), (9, 3, "standards.wirkungen"), "Den Standard „wirkungen“ gibt es im Vokabular nicht.", "Meinten Sie „wirkung“?"),
        ("praxis/a.md", case(uebergaenge="uebergaenge: [grundschulen]"), (19, 15, "uebergaenge[0]"), "Den Übergang „grundschulen“ gibt es im Vokabular nicht.", "Meinten Sie „grundschule“?"),
        ("praxis/a.md", case(herkunft="herkunft: [besuch]"), (19, 12, "herkunft[0]"), "Den Fall „besuch“ gibt es in der Sammlung nicht.", "Meinten Sie „besuche“?"),
        ("luecken/a.md", gap(vorgestellt_von="vorgestellt_von: muster-stadt"), (10, 18, "vorgestellt_von"), "Die Kommune „muster-stadt“ gibt es in der Sammlung nicht.", "Meinten Sie „musterstadt“?"),
        ("luecken/a.md", gap(treffen="treffen: treffen-2"), (10, 10, "treffen"), "Das Treffen „treffen-2“ gibt es in der Sammlung nicht.", "Meinten Sie „treffen-1“?"),
        ("luecken/a.md", gap(status="status: angebote", meldungen="meldungen: [{kommune: musterstadt, praxis: besuch}]"), (10, 44, "meldungen[0].praxis"), "Den Fall „besuch“ gibt es in der Sammlung nicht.", "Meinten Sie „besuche“?"),
        ("nachnutzung/a.md", reuse(kommune="kommune: musterdorf"), (4, 10, "kommune"), "Die Kommune „musterdorf“ gibt es in der Sammlung nicht.", "Meinten Sie „musterstadt“?"),
        ("nachnutzung/a.md", reuse(neue_praxis="neue_praxis: besuchen"), (6, 14, "neue_praxis"), "Den Fall „besuchen“ gibt es in der Sammlung nicht.", "Meinten Sie „besuche“?"),
        ("nachnutzung/a.md", reuse(anpassungen="anpassungen: [{was: A, weil: {bedingung: gemeindetyp}}, {was: B, weil: {bedingung: gemeindetypen}}]"), (6, 84, "anpassungen[1].weil.bedingung"), "Die Bedingung „gemeindetypen“ gibt es im Vokabular nicht.", "Meinten Sie „gemeindetyp“?"),
        ("handbuch/01-a.md", chapter(standards="standards: [steurung]"), (4, 13, "standards[0]"), "Den Standard „steurung“ gibt es im Vokabular nicht.", "Meinten Sie „steuerung“?"),
        ("lernnetzwerk/a.md", meeting(luecken="luecken: [fehlt]"), (5, 11, "luecken[0]"), "Die Lücke „fehlt“ gibt es in der Sammlung nicht.", "Prüfen Sie die Kennung (Dateiname ohne „.md“), oder legen Sie den Eintrag an."),
        ("lernnetzwerk/a.md", meeting(themen="themen: [quatsch]"), (5, 10, "themen[0]"), "Das Thema „quatsch“ gibt es im Vokabular nicht.", "Nehmen Sie eine Kennung aus dem Vokabular."),
    ],
)  # fmt: skip
def test_a_dangling_reference_is_named_with_the_nearest_entry(
    tmp_path: Path, path: str, text: str, at: tuple[int, int, str], message: str, remedy: str
) -> None:
    base = {"docs/praxis/besuche.md": case(), "docs/lernnetzwerk/treffen-1.md": meeting()}
    found = findings(tmp_path, {**base, f"docs/{path}": text})
    assert [(finding.file, place(finding), finding.message, finding.remedy) for finding in found] == [
        (f"docs/{path}", at, message, remedy)
    ]


def test_a_record_with_mistakes_is_still_a_record_to_refer_to(tmp_path: Path) -> None:
    """One mistake must not cause a second finding elsewhere."""
    files = {
        "docs/praxis/kaputt.md": case(titel="titel: ["),
        "docs/praxis/binaer.md": b"\x00",
        "docs/praxis/besuche.md": case(herkunft="herkunft: [kaputt, binaer]"),
    }
    assert {finding.file for finding in findings(tmp_path, files)} == {"docs/praxis/kaputt.md", "docs/praxis/binaer.md"}


@pytest.mark.parametrize("name", ["themen", "standards", "kontextmodell", "uebergaenge"])
def test_a_vocabulary_that_cannot_be_read_gives_one_finding(tmp_path: Path, name: str) -> None:
    text = case(
        uebergaenge="uebergaenge: [geburt]",
        kontext="kontext: {gemeindetyp: grossstadt}",
        aufwand="aufwand: {personal: 1-2}",
    )
    found = findings(tmp_path, {"docs/praxis/a.md": text, f"docs/vokabular/{name}.yml": "- ["})
    assert [finding.file for finding in found] == [f"docs/vokabular/{name}.yml"]


@pytest.mark.parametrize(
    ("line", "at", "message", "remedy"),
    [
        ("kontext: {gemeindetyp: dorf}", (19, 24, "kontext.gemeindetyp"), "„dorf“ ist kein Wert der Bedingung „Gemeindetyp“.", "Möglich sind: grossstadt, mittelstadt, kleinstadt, landkreis."),
        ("kontext: {gemeindetyp: {wert: klein-stadt}}", (19, 31, "kontext.gemeindetyp.wert"), "„klein-stadt“ ist kein Wert der Bedingung „Gemeindetyp“.", "Meinten Sie „kleinstadt“? Möglich sind: grossstadt, mittelstadt, kleinstadt, landkreis."),
        ("kontext: {gemeinde: dorf}", (19, 11, "kontext.gemeinde"), "Die Bedingung „gemeinde“ gibt es im Vokabular nicht.", "Meinten Sie „gemeindetyp“?"),
        ("aufwand: {personal: 3}", (19, 21, "aufwand.personal"), "Hier muss ein Text stehen, nicht die Zahl 3.", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
        ("aufwand: {personal: 2-3}", (19, 21, "aufwand.personal"), "„2-3“ ist kein Wert der Bedingung „Personalausstattung“.", "Meinten Sie „2-5“? Möglich sind: bis-0.5, 0.5-1, 1-2, 2-5, ueber-5."),
    ],
)  # fmt: skip
def test_context_values_and_bands_stand_in_the_context_model(
    tmp_path: Path, line: str, at: tuple[int, int, str], message: str, remedy: str
) -> None:
    finding = only(tmp_path, case(**{line.partition(":")[0]: line}))
    assert (place(finding), finding.message, finding.remedy) == (at, message, remedy)


def test_gaps_and_municipalities_have_context_too(tmp_path: Path) -> None:
    files = {
        "docs/luecken/a.md": gap(kontext="kontext: {gemeindetyp: dorf}", grenzen="grenzen: {sachkosten: wenig}"),
        "docs/kommunen/b.md": municipality(kontext="kontext: {jugendamt: ja}"),
    }
    found = findings(tmp_path, files)
    assert [finding.field for finding in found] == ["kontext.jugendamt", "kontext.gemeindetyp", "grenzen.sachkosten"]
    assert {finding.rule for finding in found} == {"wert-unbekannt"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("docs/praxis/besuche.md", "docs/praxis/Besuche.md"),
        ("docs/handbuch/01-zugaenge.md", "docs/handbuch/02-zugaenge.md"),
    ],
)
def test_ids_are_unique_within_a_kind_whatever_their_case(tmp_path: Path, first: str, second: str) -> None:
    build = chapter if "handbuch" in first else case
    found = [
        finding
        for finding in findings(tmp_path, {first: build(), second: build()})
        if finding.rule == "kennung-doppelt"
    ]
    before, after = sorted([first, second])
    assert [(finding.file, place(finding)) for finding in found] == [(after, (1, 1, None))]
    assert before in found[0].message


def test_records_of_different_kinds_may_share_an_id(tmp_path: Path) -> None:
    assert findings(tmp_path, {"docs/praxis/musterstadt.md": case(), "docs/luecken/musterstadt.md": gap()}) == ()


@pytest.mark.parametrize(
    ("adopted", "rules"),
    [("[freiwillig, vor-ort]", []), ("[freiwilig]", ["verweis-unbekannt"]), ("[]", []), ("[Groß]", ["kennung-form"])],
)
def test_adopted_core_elements_are_those_of_the_original(tmp_path: Path, adopted: str, rules: list[str]) -> None:
    files = {
        "docs/praxis/besuche.md": case(kern=CORE),
        "docs/nachnutzung/a.md": reuse(uebernommen=f"uebernommen: {adopted}"),
    }
    assert [finding.rule for finding in findings(tmp_path, files)] == rules


def test_core_elements_of_an_original_without_a_record_cannot_be_checked(tmp_path: Path) -> None:
    text = reuse(praxis="praxis: [besuche, {text: Anderes}]", uebernommen="uebernommen: [irgendwas]")
    assert findings(tmp_path, {"docs/praxis/besuche.md": case(kern=CORE), "docs/nachnutzung/a.md": text}) == ()


def test_core_elements_of_any_of_several_originals_count(tmp_path: Path) -> None:
    files = {
        "docs/praxis/besuche.md": case(),
        "docs/praxis/cafe.md": case(kern=CORE),
        "docs/nachnutzung/a.md": reuse(praxis="praxis: [besuche, cafe]", uebernommen="uebernommen: [vor-ort, fehlt]"),
    }
    assert [finding.field for finding in findings(tmp_path, files)] == ["uebernommen[1]"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"praxis/a.md": "[alt]"}, []),
        ({"praxis/a.md": "[besuche]"}, [("docs/praxis/a.md", "frueher[0]")]),
        ({"praxis/a.md": "[a]"}, [("docs/praxis/a.md", "frueher[0]")]),
        ({"praxis/a.md": "[index]"}, [("docs/praxis/a.md", "frueher[0]")]),
        ({"praxis/a.md": "[alt]", "praxis/b.md": "[neu, alt]"}, [("docs/praxis/b.md", "frueher[1]")]),
        ({"praxis/a.md": "[alt, alt]"}, [("docs/praxis/a.md", "frueher[1]")]),
        ({"praxis/a.md": "[alt]", "luecken/b.md": "[alt, besuche]"}, []),
    ],
)
def test_a_former_id_leads_to_one_record_only(
    tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    records = {
        f"docs/{path}": (gap if path.startswith("luecken") else case)(frueher=f"frueher: {former}")
        for path, former in files.items()
    }
    found = findings(tmp_path, {"docs/praxis/besuche.md": case(), **records})
    assert [(finding.file, finding.field) for finding in found] == expected
    assert {finding.rule for finding in found} <= {"kennung-frueher"}


def test_former_ids_need_records_only(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, {"docs/praxis/a.md": case()}), TODAY)
    assert list(check_former_ids([], library.files)) == []


OFFER = "meldungen: [{kommune: musterstadt, praxis: besuche}]"
TALK = "meldungen: [{kommune: musterstadt, praxis: besuche, stand: gefuehrt}]"
HERE = {"kommune": "kommune: musterstadt"}
REMEDY = "Tragen Sie ein, was geschehen ist, oder ändern Sie den Status."


@pytest.mark.parametrize(
    ("status", "more", "message", "remedy"),
    [
        ("offen", {}, None, ""),
        ("offen", {"antworten": "antworten: [besuche]"}, "eine Antwort bestätigt ist", "Prüfen Sie, ob „beantwortet“ zutrifft."),
        ("offen", {"meldungen": OFFER, "kommune": None}, "eine Meldung eingetragen ist", "Prüfen Sie, ob „angebote“ zutrifft."),
        ("angebote", {"meldungen": TALK, "kommune": None}, "ein Gespräch vereinbart oder geführt ist", "Prüfen Sie, ob „im-austausch“ zutrifft."),
        ("offen", {"meldungen": OFFER, **HERE}, "eine Nachnutzung am Ort eingetragen ist", "Prüfen Sie, ob „in-erprobung“ zutrifft."),
        ("in-erprobung", {"meldungen": OFFER, **HERE}, None, ""),
        ("in-erprobung", HERE, None, ""),
        ("in-erprobung", {"kommune": None}, None, ""),
        ("in-erprobung", {"kommune": "kommune: anderswo"}, "keine Nachnutzung am Ort eingetragen ist", REMEDY),
        ("angebote", {}, "keine Meldung eingetragen ist", REMEDY),
        ("im-austausch", {"meldungen": OFFER, "kommune": None}, "kein Gespräch vereinbart oder geführt ist", REMEDY),
        ("beantwortet", {}, "keine Antwort bestätigt ist", REMEDY),
        ("beantwortet", {"antworten": "antworten: [besuche]"}, None, ""),
        ("nicht-berichtet", {"antworten": "antworten: [besuche]"}, None, ""),
        ("zurueckgezogen", {"antworten": "antworten: [besuche]"}, None, ""),
    ],
)  # fmt: skip
def test_a_status_that_the_entries_contradict_is_worth_a_look(
    tmp_path: Path, status: str, more: dict[str, str | None], message: str | None, remedy: str
) -> None:
    reuse = (
        "---\ntitel: Übernahme\npraxis: besuche\nkommune: musterstadt\nergebnis: laeuft\n---\n\n## Weg\n\nEin Satz.\n"
    )
    files = {
        "docs/praxis/besuche.md": case(),
        "docs/nachnutzung/uebernahme.md": reuse,
        "docs/kommunen/anderswo.md": "---\ntitel: Anderswo\nart: stadt\n---\n",
        "docs/luecken/a.md": gap(status=f"status: {status}", **more),
    }
    found = [each for each in findings(tmp_path, files) if each.rule == "status-widerspruch"]
    expected = [("warning", f"Der Status ist „{status}“, obwohl {message}.", remedy)] if message else []
    assert [(each.severity, each.message, each.remedy) for each in found] == expected


def test_looking_for_similar_names_ends_at_some_point(tmp_path: Path) -> None:
    """Suggestions are for people: of thousands of wrong names only the first get them."""
    files = {f"docs/praxis/a{number}.md": case(kommune="kommune: musterstatd") for number in range(510)}
    found = findings(tmp_path, files)
    assert len(found) == 510
    assert sum(1 for finding in found if finding.remedy == "Meinten Sie „musterstadt“?") == 500
