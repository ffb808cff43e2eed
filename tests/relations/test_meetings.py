"""Meetings: gaps presented, offers, talks, what is overdue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.relations.meetings import meeting_summaries, offer_lines, overdue_offers
from praxis.wording import NBSP
from tests.builders import load_site


def plain(text: str | None) -> str | None:
    return text.replace(NBSP, " ") if text else text


def overdue(tmp_path: Path, **offer: Any) -> str | None:
    library = load_site(tmp_path, gaps=[{"id": "g", "meldungen": [{"kommune": "hamm", **offer}]}])
    (line,) = offer_lines(library, library.gaps["g"])
    return plain(line.overdue_text)


@pytest.mark.parametrize(
    ("offer", "text"),
    [
        ({"datum": "2025-03-02"}, "Hamm: ein Gespräch ist noch nicht vereinbart; die Meldung ist vom 2. März 2025."),
        ({"datum": "2025-03-03"}, None),
        ({"datum": "2025-03-02", "stand": "vereinbart"}, "Hamm: das Gespräch steht noch aus; die Meldung ist vom 2. März 2025."),
        ({"datum": "2025-03-02", "stand": "gefuehrt"}, None),
        ({"datum": 2024}, "Hamm: ein Gespräch ist noch nicht vereinbart; die Meldung ist von 2024."),
        ({"datum": 2025}, None),
        ({}, None),
        ({"faellig": "2025-05-31", "stand": "gefuehrt"}, "Hamm: die Nachbereitung steht noch aus; verabredet war es bis 31. Mai 2025."),
        ({"faellig": "2025-06-01"}, None),
        ({"datum": "2024-01-01", "faellig": "2025-07-01"}, None),
        ({"faellig": "2025-05-31", "stand": "nachbereitet"}, None),
    ],
)  # fmt: skip
def test_a_step_is_overdue_past_its_date_or_after_ninety_days(
    tmp_path: Path, offer: dict[str, Any], text: str | None
) -> None:
    """Today is 1 June 2025; an imprecise date counts as late as it may mean."""
    assert overdue(tmp_path, **offer) == text


def test_an_offer_is_told_with_place_date_and_practice(tmp_path: Path) -> None:
    offers = [{"kommune": "hamm", "datum": "2025-03-03", "praxis": "besuche", "stand": "vereinbart"}]
    library = load_site(
        tmp_path, cases=[{"id": "besuche", "titel": "Besuche"}], gaps=[{"id": "g", "meldungen": offers}]
    )
    (line,) = offer_lines(library, library.gaps["g"])
    assert plain(line.text) == "Hamm hat ein Gespräch vereinbart (3. März 2025), mit dem Praxisbeispiel „Besuche“."


def test_a_meeting_has_the_gaps_it_names_and_those_that_name_it(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        gaps=[{"id": "a", "treffen": "t"}, {"id": "b"}, {"id": "c", "treffen": "t"}],
        meetings=[{"id": "t", "luecken": ["b", "a"]}, {"id": "leer"}],
    )
    summaries = meeting_summaries(library)
    assert [gap.id for gap in summaries["t"].gaps] == ["b", "a", "c"]
    assert plain(summaries["t"].text) == "3 Lücken vorgestellt; Angebote anderer Kommunen sind nicht erfasst."
    assert summaries["leer"].text == "Vorgestellte Lücken sind zu diesem Treffen nicht erfasst."


def test_a_meeting_counts_how_far_the_talks_are(tmp_path: Path) -> None:
    offers = [
        {"kommune": "a", "datum": "2025-01-01"},
        {"kommune": "b", "stand": "vereinbart"},
        {"kommune": "c", "stand": "gefuehrt"},
        {"kommune": "d", "stand": "nachbereitet"},
    ]
    library = load_site(tmp_path, gaps=[{"id": "g", "treffen": "t", "meldungen": offers}], meetings=[{"id": "t"}])
    summary = meeting_summaries(library)["t"]
    assert [line.place for line in summary.reached("gefuehrt")] == ["C", "D"]
    assert [line.place for line in summary.overdue] == ["A"]
    assert plain(summary.text) == (
        "1 Lücke vorgestellt, 4 Angebote, 3 Gespräche vereinbart, 2 Gespräche geführt und 1 Gespräch nachbereitet. "
        "Überfällig: 1 nächster Schritt."
    )


def test_withdrawn_and_answered_gaps_wait_for_nothing(tmp_path: Path) -> None:
    offers = [{"kommune": "hamm", "datum": "2024-01-01"}]
    gaps = [
        {"id": status, "status": status, "meldungen": offers}
        for status in ("angebote", "beantwortet", "zurueckgezogen")
    ]
    assert [line.gap.id for line in overdue_offers(load_site(tmp_path, gaps=gaps))] == ["angebote"]
