"""What is due, incomplete, unanswered, unmatched and without consent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from praxis.library import Library
from praxis.relations.care import due, incomplete, unanswered, unmatched, without_consent
from tests.builders import TODAY, load_site


def site(tmp_path: Path) -> Library:
    return load_site(
        tmp_path,
        cases=[
            {"id": "besuche", "pruefung": "2025-05-31"},
            {"id": "lotsen", "pruefung": "2025-07-01", "freigabe": {"stelle": "Jugendamt", "datum": "2025-01-01"}},
        ],
        gaps=[
            {"id": "alt", "pruefung": "2025-05-01", "gemeldet": "2024-03-01"},
            {"id": "fern", "themen": ["monitoring"], "standards": ["wirkung"], "alter": {"von": 16, "bis": 27}},
            {
                "id": "rat",
                "status": "angebote",
                "meldungen": [
                    {"kommune": "neustadt", "datum": "2025-01-01"},
                    {"kommune": "altstadt", "datum": "2025-05-01", "stand": "gefuehrt", "faellig": "2025-06-10"},
                ],
            },
            {"id": "fertig", "status": "zurueckgezogen", "meldungen": [{"kommune": "neustadt", "datum": "2020-01-01"}]},
        ],
    )


def told(library: Library, days: int = 0) -> list[tuple[str, str]]:
    return [(entry.record.id, entry.text.replace("\u00a0", " ")) for entry in due(library, days)]


def test_what_is_overdue_is_listed_oldest_first(tmp_path: Path) -> None:
    assert told(site(tmp_path)) == [
        ("rat", "Neustadt: ein Gespräch ist noch nicht vereinbart; die Meldung ist vom 1. Januar 2025."),
        ("alt", "Die Prüfung ist seit 1. Mai 2025 fällig. Besteht die Lücke noch?"),
        ("besuche", "Die Prüfung ist seit 31. Mai 2025 fällig. Stimmen die Angaben noch?"),
    ]


def test_days_look_ahead(tmp_path: Path) -> None:
    library = site(tmp_path)
    assert told(library, 9)[3:] == [
        ("rat", "Altstadt: die Nachbereitung steht noch aus; verabredet war es bis 10. Juni 2025.")
    ]
    assert told(library, 30)[4:] == [("lotsen", "Die Prüfung steht am 1. Juli 2025 an. Stimmen die Angaben noch?")]
    assert [entry.is_overdue(TODAY) for entry in due(library, 30)] == [True, True, True, False, False]


def test_today_is_due_and_not_overdue(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": "a", "pruefung": "2025-06-01"}])
    assert told(library) == [("a", "Die Prüfung steht am 1. Juni 2025 an. Stimmen die Angaben noch?")]
    assert due(library)[0].date == dt.date(2025, 6, 1)


def test_waiting_gaps_are_sorted_by_what_they_lack(tmp_path: Path) -> None:
    library = site(tmp_path)
    assert [gap.id for gap in unanswered(library)] == ["alt", "fern"]
    assert [gap.id for gap in unmatched(library)] == ["fern"]
    assert [case.id for case in without_consent(library)] == ["besuche"]


def test_a_case_with_most_of_the_card_open_is_incomplete(tmp_path: Path) -> None:
    full = {
        "id": "voll", "wer": {"traeger": "frei", "federfuehrung": "Verein"}, "finanzierung": ["land"],
        "qualitaetssicherung": "Leitfaden", "kern": ["a"], "abweichung": "keine",
    }  # fmt: skip
    library = load_site(tmp_path, cases=[{"id": "leer"}, full])
    [(case, titles)] = incomplete(library)
    assert case.id == "leer"
    assert titles[:3] == ["Umsetzung", "Umfeld", "Kosten"]
