"""Validating front matter: every complaint in German, all of them in one run, at the right field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxis.frontmatter import split_head
from praxis.records import RECORD_TYPES, Case, Gap, Municipality, Record, Reuse
from praxis.salvage import salvage
from praxis.schema import Problem, validate
from praxis.source import Source
from tests.broken import case, findings, gap, only, reuse


def head_of(text: str) -> dict[str, Any]:
    head, found = split_head(Source("a.md", text))
    assert head is not None
    assert found == []
    return head.data


def problems(**fields: str | None) -> list[Problem]:
    """What is wrong with a case in which these fields are changed."""
    return validate(Case, head_of(case(**fields)))[1]


def told(**fields: str | None) -> tuple[str, str, str]:
    found = problems(**fields)
    assert len(found) == 1, found
    return found[0].rule, found[0].message, found[0].remedy


@pytest.mark.parametrize(
    ("field", "line", "rule", "message", "remedy"),
    [
        ("titel", "titel: 2015", "feld-typ", "Hier muss ein Text stehen, nicht die Zahl 2015.", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
        ("titel", "titel: 2015-03-01", "feld-typ", "Hier muss ein Text stehen, nicht das Datum 2015-03-01.", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
        ("titel", "titel: true", "feld-typ", "Hier muss ein Text stehen, nicht „true“.", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
        ("titel", "titel: [a]", "feld-typ", "Hier muss ein Text stehen, nicht eine Liste.", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
        ("titel", 'titel: "  "', "feld-leer", "Das Feld ist leer.", "Tragen Sie einen Wert ein, oder löschen Sie das Feld, wenn nichts bekannt ist."),
        ("titel", "titel: {a: b}", "feld-typ", "Hier muss ein Text stehen, nicht eine Gruppe von Feldern.", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
        ("kurz", "kurz: " + "x" * 201, "text-zu-lang", "Der Text hat 201 Zeichen; erlaubt sind 200.", "Kürzen Sie ihn um mindestens 1 Zeichen; Ausführliches gehört in den Text unter dem Kopf."),
        ("standards", "standards: {}", "feld-leer", "Das Feld ist leer.", "Tragen Sie einen Wert ein, oder löschen Sie das Feld, wenn nichts bekannt ist."),
        ("standards", "standards: zugaenge", "feld-typ", "Hier muss eine Gruppe von Feldern stehen, nicht der Text „zugaenge“.", "Schreiben Sie {kennung: …}, oder je Zeile eingerückt ein Feld."),
        ("alter", "alter: [0, 3]", "feld-typ", "Hier muss eine Gruppe von Feldern stehen, nicht eine Liste.", "Schreiben Sie {von: …, bis: …}, oder je Zeile eingerückt ein Feld."),
        ("alter", "alter: {von: 0}", "feld-fehlt", "Das Feld „bis“ fehlt in „alter“.", "Ergänzen Sie „bis:“. Alter in Jahren, mit dem es endet (der Geburtstag, an dem es vorbei ist)."),
        ("alter", "alter: {von: -1, bis: 3}", "feld-typ", "Hier muss eine Zahl in Jahren oder „schwangerschaft“ stehen.", "Schreiben Sie zum Beispiel 3 oder schwangerschaft."),
        ("nachweis", "nachweis: {grad: beobachtet, quelle: eins}", "feld-typ", "Hier muss eine ganze Zahl stehen, nicht der Text „eins“.", "Schreiben Sie die Zahl ohne Anführungszeichen."),
        ("nachweis", "nachweis: {grad: beobachtet, quelle: 0}", "feld-typ", "Hier muss eine Zahl ab 1 stehen, nicht die Zahl 0.", "Quellen werden ab 1 gezählt."),
        ("reife", "reife: {handbuch: true}", "wert-unbekannt", "„true“ ist hier kein vorgesehener Wert.", "Möglich sind: ja, nein."),
        ("reife", "reife: {handbuhc: ja}", "feld-unbekannt", "Das Feld „handbuhc“ gibt es in „reife“ nicht.", "Meinten Sie „handbuch“?"),
        ("freigabe", "freigabe: Stadt", "wert-unbekannt", "„Stadt“ ist hier kein vorgesehener Wert.", "Möglich sind: redaktionell. Oder schreiben Sie {stelle: …, datum: …}."),
        ("freigabe", "freigabe: {stelle: Stadt Hamm, datum: 2020}", "datum-form", "„2020“ ist kein Datum.", "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2025-06-01; prüfen Sie, ob es den Tag gibt."),
        ("kommune", "kommune: düsseldorf", "kennung-form", "„düsseldorf“ ist keine Kennung.", "Kennungen haben nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche. Gemeint ist wohl „duesseldorf“."),
        ("kommune", "kommune: ../../etc/passwd", "kennung-form", "„../../etc/passwd“ ist keine Kennung.", "Kennungen haben nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche."),
        ("stand", "stand: 12.3.98", "datum-deutsch", "Das Datum steht in deutscher Schreibweise.", "Schreiben Sie 1998-03-12 (Jahr-Monat-Tag)."),
        ("stand", "stand: März 2015", "datum-deutsch", "Das Datum steht in deutscher Schreibweise.", "Schreiben Sie 2015-03 (Jahr-Monat-Tag)."),
        ("stand", "stand: 31.02.2015", "datum-form", "„31.02.2015“ ist kein Datum.", "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2025-06-01; prüfen Sie, ob es den Tag gibt."),
        ("stand", "stand: 0215-03-01", "jahr-form", "„215“ ist keine Jahreszahl.", "Schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 2015."),
        ("quellen", "quellen: [Familienbericht]", "feld-typ", "Hier muss eine Gruppe von Feldern stehen, nicht der Text „Familienbericht“.", "Schreiben Sie {titel: …, herausgeber: …}, oder je Zeile eingerückt ein Feld."),
    ],
)  # fmt: skip
def test_a_complaint_names_what_stands_there_and_what_must(
    field: str, line: str, rule: str, message: str, remedy: str
) -> None:
    assert told(**{field: line}) == (rule, message, remedy)


@pytest.mark.parametrize("value", ["2015", "'2015'", "2015-03", "2015-03-07"])
def test_a_date_is_as_precise_as_it_is_known(value: str) -> None:
    assert problems(stand=f"stand: {value}") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"zeitraum": "zeitraum: nicht-berichtet"},
        {"alter": "alter: altersuebergreifend"},
        {"alter": "alter: nicht-berichtet"},
        {"alter": "alter: {von: schwangerschaft, bis: 0}"},
        {"alter": "alter: {von: 3, bis: 3}"},
        {"standards": "standards: [zugaenge, steuerung]"},
        {"standards": "standards:\n  zugaenge:"},
        {"warum": "warum: {text: Weil es wirkt., von: redaktion}"},
        {"kern": "kern: [freiwillig, {text: kostenlos}]"},
        {"kontext": "kontext: {gemeindetyp: grossstadt, jugendamt: {wert: eigenes, bedeutung: hilfreich}}"},
        {"kontext": "kontext: {gemeindetyp: {bedeutung: hilfreich}}"},
        {"wer": "wer: {beteiligte: Kitas}"},
        {"lehren": "lehren: {gelungen: Alles, schwierig: [Geld, {huerde: Zeit, loesung: Ruhe}]}"},
        {"freigabe": "freigabe: {stelle: Stadt Hamm, datum: 2020-01-02}"},
        {"pruefung": "pruefung:"},
    ],
)
def test_short_forms_and_empty_optional_fields_are_fine(fields: dict[str, str]) -> None:
    assert problems(**fields) == []


@pytest.mark.parametrize("key", ["''", "'<wort>'", "'[key]'", "'<b>x</b>'", "'a b'", "1", "~", "'\\n'"])
def test_no_name_of_a_field_confuses_the_report(key: str) -> None:
    """Tags of alternatives and marks of the validator may be names of fields, too."""
    for field, line in (("neu", f"{key}: x"), ("alter", f"alter: {{von: 0, bis: 1, {key}: x}}"), ("leer", f"{key}:")):
        assert told(**{field: line})[0] == "feld-unbekannt"


def test_an_unknown_field_is_named_even_if_it_is_empty() -> None:
    rule, message, _ = told(ansprechpartner="ansprechpartner:")
    assert (rule, message) == ("feld-unbekannt", "Das Feld „ansprechpartner“ gibt es nicht.")


def test_all_complaints_come_in_one_run() -> None:
    found = problems(
        titel=None, status="status: läuft", alter="alter: {von: x, bis: 3}", neu="neu: 1", themen="themen: [A, b]"
    )
    assert {(problem.path, problem.rule) for problem in found} == {
        (("titel",), "feld-fehlt"),
        (("status",), "wert-unbekannt"),
        (("alter", "von"), "feld-typ"),
        (("neu",), "feld-unbekannt"),
        (("themen", 0), "kennung-form"),
    }


def test_a_record_wrong_in_form_is_checked_for_everything_else_too(tmp_path: Path) -> None:
    """Unknown terms, dates, contacts, rules of several fields and the text: one run names them all."""
    text = case(
        "# Titel\n\nMehr [hier](fehlt.md).\n",
        titel=None,
        kurz="kurz: 5",
        kommune="kommune: nirgends",
        zeitraum="zeitraum: {von: 2015, bis: 2012, zu: 3}",
        alter="alter: {von: 3, bis: 1, zu: 2}",
        themen="themen: [Groß, unbekannt]",
        kontakt="kontakt: {stelle: Petra Schneider, fax: 1}",
        quellen="quellen: [{jahr: 2020}, {titel: 7}, {titel: Bericht, jahr: 2050}]",
        stufe="stufe: geprueft",
        ende_grund="ende_grund: geld",
        nachweis="nachweis: {grad: sicher, quelle: 9}",
        kontext="kontext: {gemeindetyp: {wert: dorf, stand: 2050, quelle: 1}, unbekannt: ja}",
    )
    found = {(finding.field, finding.rule) for finding in findings(tmp_path, {"docs/praxis/besuche.md": text})}
    assert found == {
        ("titel", "feld-fehlt"),
        ("kurz", "feld-typ"),
        ("kommune", "verweis-unbekannt"),
        ("zeitraum.zu", "feld-unbekannt"),
        ("zeitraum", "zeit-verdreht"),
        ("alter.zu", "feld-unbekannt"),
        ("alter", "alter-verdreht"),
        ("themen[0]", "kennung-form"),
        ("themen[1]", "begriff-unbekannt"),
        ("kontakt.fax", "feld-unbekannt"),
        ("kontakt.stelle", "kontakt-person"),
        ("quellen[0]", "quelle-leer"),
        ("quellen[1].titel", "feld-typ"),
        ("quellen[2].jahr", "jahr-zukunft"),
        ("stufe", "stand-prueft"),
        ("ende_grund", "ende-grund"),
        ("nachweis.grad", "wert-unbekannt"),
        ("nachweis.quelle", "quelle-nummer"),
        ("kontext.gemeindetyp.quelle", "feld-unbekannt"),
        ("kontext.gemeindetyp.wert", "wert-unbekannt"),
        ("kontext.gemeindetyp.stand", "jahr-zukunft"),
        ("kontext.unbekannt", "begriff-unbekannt"),
        (None, "ueberschrift-titel"),
        (None, "verknuepfung-kaputt"),
    }


def test_a_gap_and_a_reuse_wrong_in_form_are_checked_for_their_references_too(tmp_path: Path) -> None:
    files = {
        "docs/luecken/a.md": gap(
            frage=None,
            meldungen="meldungen: [{kommune: nirgends, stand: x}, 5]",
            antworten="antworten: [fehlt, {warum: x}]",
        ),
        "docs/nachnutzung/b.md": reuse(
            ergebnis=None,
            praxis="praxis: [fehlt, {text: 5}]",
            anpassungen="anpassungen: [{weil: {bedingung: fehlt}}]",
            offene_fragen="offene_fragen: [{frage: Wie?, bedingung: fehlt, dimension: x}]",
        ),
    }
    found = {(finding.file[5:], finding.field, finding.rule) for finding in findings(tmp_path, files)}
    assert found == {
        ("luecken/a.md", "status", "status-widerspruch"),
        ("luecken/a.md", "frage", "feld-fehlt"),
        ("luecken/a.md", "meldungen[0].kommune", "verweis-unbekannt"),
        ("luecken/a.md", "meldungen[0].stand", "wert-unbekannt"),
        ("luecken/a.md", "meldungen[1]", "feld-typ"),
        ("luecken/a.md", "antworten[0]", "verweis-unbekannt"),
        ("luecken/a.md", "antworten[1].praxis", "feld-fehlt"),
        ("nachnutzung/b.md", "ergebnis", "feld-fehlt"),
        ("nachnutzung/b.md", "praxis[0]", "verweis-unbekannt"),
        ("nachnutzung/b.md", "praxis[1].text", "feld-typ"),
        ("nachnutzung/b.md", "anpassungen[0].was", "feld-fehlt"),
        ("nachnutzung/b.md", "anpassungen[0].weil.bedingung", "begriff-unbekannt"),
        ("nachnutzung/b.md", "offene_fragen[0].bedingung", "begriff-unbekannt"),
        ("nachnutzung/b.md", "offene_fragen[0].dimension", "wert-unbekannt"),
    }


def test_a_missing_field_inside_a_group_points_at_the_group(tmp_path: Path) -> None:
    finding = only(tmp_path, case(lehren="lehren:\n  schwierig:\n    - {loesung: Ruhe}"))
    assert (finding.line, finding.column, finding.field, finding.rule) == (
        21,
        7,
        "lehren.schwierig[0].huerde",
        "feld-fehlt",
    )


def test_a_record_with_hundreds_of_mistakes_is_cut_short_and_still_salvaged(tmp_path: Path) -> None:
    many = "\n".join(f"neu{number}: 1" for number in range(300))
    text = case(titel="titel: 5", sources=f"kern: [{', '.join('{id: A}' for _ in range(80))}]", neu=many)
    found = findings(tmp_path, {"docs/praxis/a.md": text})
    assert len(found) == 51
    assert found[-1].rule == "befunde-viele"


def test_salvaged_lists_keep_their_length() -> None:
    data = head_of(case(themen="themen: [A, fruehe-hilfen]"))
    record = salvage(Case, data, [("themen", 0)])
    assert record.topics == ["", "fruehe-hilfen"]
    assert record.title == "Begrüßungsbesuche in Musterstadt"


def test_nothing_to_salvage_is_an_empty_record() -> None:
    for record_type in RECORD_TYPES:
        record = salvage(record_type, {}, [])
        assert all(not reference.id for reference in record.references())


_KEYS = sorted({field.alias or name for kind in RECORD_TYPES for name, field in kind.model_fields.items()})
_SCALARS = st.none() | st.booleans() | st.integers(-5, 3000) | st.floats(0, 9) | st.dates() | st.text(max_size=8)
_INNER = st.sampled_from(
    ["von", "bis", "id", "text", "titel", "url", "wert", "stand", "kommune", "praxis", "stelle", "grad", "x"]
)
_ANY = st.recursive(
    _SCALARS | st.sampled_from(["zugaenge", "geprueft", "beendet", "nicht-berichtet", "a-b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_INNER, inner, max_size=4),
    max_leaves=10,
)


@given(
    st.sampled_from([Case, Gap, Reuse, Municipality, *RECORD_TYPES]),
    st.dictionaries(st.sampled_from(_KEYS), _ANY, max_size=8),
)
def test_no_data_makes_validation_or_salvage_fail(record_type: type[Record], data: dict[str, Any]) -> None:
    record, found = validate(record_type, data)
    assert (record is None) is bool(found)
    if record is None:
        record = salvage(record_type, data, (problem.path for problem in found))
    list(record.references())
    list(record.contexts())
