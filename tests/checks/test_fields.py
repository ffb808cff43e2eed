"""Dates against today, and characters that nobody sees."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.broken import case, findings, gap, material, meeting, municipality, only, place, reuse

TODAY = dt.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("field", "line", "at"),
    [
        ("quellen", "quellen: [{titel: Bericht, jahr: 2026}]", (14, 34, "quellen[0].jahr")),
        ("stand", "stand: 2025-06-02", (18, 8, "stand")),
        ("stand", "stand: 2025-07", (18, 8, "stand")),
        ("stand", "stand: 2026", (18, 8, "stand")),
        ("zeitraum", "zeitraum: {von: 2026}", (6, 17, "zeitraum.von")),
        ("aufwand", "aufwand: {personal: 1-2, stand: 2026}", (19, 33, "aufwand.stand")),
        ("kontext", "kontext: {jugendamt: {wert: eigenes, stand: 2026}}", (19, 45, "kontext.jugendamt.stand")),
        ("freigabe", "freigabe: {stelle: Stadt Hamm, datum: 2026-01-01}", (19, 39, "freigabe.datum")),
        ("pruefvermerk", "pruefvermerk: {stelle: Stadt Hamm, datum: 2026-01-01}", (19, 43, "pruefvermerk.datum")),
    ],
)
def test_facts_of_a_case_are_not_of_the_future(tmp_path: Path, field: str, line: str, at: tuple[int, int, str]) -> None:
    finding = only(tmp_path, case(**{field: line}))
    assert (finding.rule, place(finding)) == ("jahr-zukunft", at)


@pytest.mark.parametrize(
    "fields",
    [
        {"stand": "stand: 2025-06-01"},
        {"stand": "stand: 2025-06"},
        {"stand": "stand: 2025"},
        {"zeitraum": "zeitraum: {von: 2020, bis: 2030}"},
        {"zeitraum": "zeitraum: {von: 2026}", "status": "status: geplant"},
        {"pruefung": "pruefung: 2025-06-01"},
    ],
)
def test_today_plans_and_coming_reviews_are_no_future_facts(tmp_path: Path, fields: dict[str, str]) -> None:
    assert findings(tmp_path, {"docs/praxis/a.md": case(**fields)}) == ()


def test_what_has_ended_did_not_end_in_the_future(tmp_path: Path) -> None:
    finding = only(tmp_path, case(status="status: beendet", zeitraum="zeitraum: {von: 2020, bis: 2030}"))
    assert (finding.rule, finding.field) == ("jahr-zukunft", "zeitraum.bis")


@pytest.mark.parametrize(
    ("path", "text", "field"),
    [
        ("docs/luecken/a.md", gap(gemeldet="gemeldet: 2026"), "gemeldet"),
        ("docs/luecken/a.md", gap(status="status: angebote", meldungen="meldungen: [{kommune: musterstadt, datum: 2026}]"), "meldungen[0].datum"),
        ("docs/materialien/a.md", material(jahr="jahr: 2026"), "jahr"),
        ("docs/kommunen/a.md", municipality(stand="stand: 2026"), "stand"),
        ("docs/kommunen/a.md", municipality(kontext="kontext: {jugendamt: {wert: eigenes, stand: 2026}}"), "kontext.jugendamt.stand"),
        ("docs/nachnutzung/a.md", reuse(praxis="praxis: {text: A}", jahr="jahr: 2026"), "jahr"),
    ],
)  # fmt: skip
def test_other_records_are_not_of_the_future_either(tmp_path: Path, path: str, text: str, field: str) -> None:
    finding = only(tmp_path, text, path)
    assert (finding.rule, finding.field) == ("jahr-zukunft", field)


def test_meetings_and_prepared_transfers_may_be_announced(tmp_path: Path) -> None:
    prepared = reuse(praxis="praxis: {text: A}", jahr="jahr: 2026", ergebnis="ergebnis: vorbereitung")
    files = {"docs/lernnetzwerk/a.md": meeting(beginn="beginn: 2026-11-05"), "docs/nachnutzung/a.md": prepared}
    assert findings(tmp_path, files) == ()


@pytest.mark.parametrize("build", [case, gap, municipality, material, meeting])
def test_a_review_that_is_due_is_news_for_every_kind_of_record(tmp_path: Path, build: object) -> None:
    folders = {
        case: "praxis",
        gap: "luecken",
        municipality: "kommunen",
        material: "materialien",
        meeting: "lernnetzwerk",
    }
    text = build(pruefung="pruefung: 2025-05-31")  # type: ignore[operator]
    finding = only(tmp_path, text, f"docs/{folders[build]}/a.md")  # type: ignore[index]
    assert (finding.rule, finding.severity, finding.message) == (
        "pruefung-faellig",
        "warning",
        "Die Prüfung war am 31.\u00a0Mai\u00a02025 fällig.",
    )


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('warum: "a\\u202eb"', "warum"),
        ('warum: "a\\0b"', "warum"),
        ('warum: "a\\x1b[2Jb"', "warum"),
        ('kern: [{text: "a\\u200bb"}]', "kern[0].text"),
        ('standards: {zugaenge: "a\\u2066b"}', "standards.zugaenge"),
    ],
)
def test_hidden_characters_written_as_escapes_are_found_in_values(tmp_path: Path, line: str, field: str) -> None:
    finding = only(tmp_path, case(**{line.partition(":")[0]: line}))
    assert (finding.rule, finding.field) == ("text-steuerzeichen", field)


def test_a_hidden_character_gets_one_finding_even_if_it_stops_the_reader(tmp_path: Path) -> None:
    """YAML refuses control characters; the reader must not tell the same thing in other words."""
    for character in ("\x07", "\x9b", "\ufeff", "\u200b"):
        finding = only(tmp_path, case(titel=f"titel: Besuche{character} in Musterstadt"))
        assert (finding.rule, finding.line, finding.column) == ("zeichen-unsichtbar", 2, 15)
