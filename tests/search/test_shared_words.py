"""Shared words: levels by rarer words, and the words themselves as the reader wrote them."""

from __future__ import annotations

from praxis.search import Document, Searcher, Synonym, build_index, shared_words
from praxis.search.shared_words import LEVELS

FILLER = [
    Document(f"s{number}", "seite", f"Seite {number}", "", {"text": "Familien und Kinder"}) for number in range(20)
]
CASES = [
    Document(
        "a", "praxis", "Café", "", {"text": "Offener Treff für Alleinerziehende mit Hebamme, Familien und Kinder"}
    ),
    Document("b", "praxis", "Besuche", "", {"text": "Eine Hebamme besucht Familien und Kinder"}),
    Document("c", "praxis", "Stadtteil", "", {"text": "Monitoring im Sozialraum für Familien und Kinder"}),
    Document("d", "praxis", "Praxis", "", {"text": "Die Arztpraxis lädt Familien und Kinder ein"}),
]
SEARCHER = Searcher(build_index([*CASES, *FILLER], [Synonym("Sozialraum", ("Viertel",))]))


def levels(question: str) -> list[int]:
    found = shared_words(SEARCHER, question, range(len(CASES)))
    return [found.level(number) for number in range(len(CASES))]


def words(question: str, case: int) -> tuple[str, ...]:
    return shared_words(SEARCHER, question, range(len(CASES))).words(case)


def test_the_best_case_has_the_highest_level_and_what_shares_nothing_has_none() -> None:
    best, second, *others = levels("Wie erreichen Hebammen alleinerziehende Mütter?")
    assert best == LEVELS
    assert 0 < second < best
    assert others == [0, 0]


def test_words_of_most_pages_say_nothing() -> None:
    assert levels("Familien und Kinder") == [0, 0, 0, 0]
    assert words("Familien und Kinder", 0) == ()


def test_the_scale_is_set_by_the_candidates_alone() -> None:
    found = shared_words(SEARCHER, "Hebamme", [1])
    assert (found.level(0), found.level(1)) == (0, LEVELS)


def test_words_stand_as_the_reader_wrote_them_in_her_order() -> None:
    assert words("HEBAMMEN treffen alleinerziehend", 0) == ("„HEBAMMEN“", "„treffen“", "„alleinerziehend“")


def test_another_word_of_the_case_is_told() -> None:
    assert words("Viertel", 2) == ("„Viertel“ (dort „Sozialraum“)",)
    assert words("Kinderarztpraxis", 3) == ("„Kinderarztpraxis“ (dort „Arztpraxis“)",)


def test_a_slip_counts_and_a_word_that_only_looks_alike_does_not() -> None:
    assert words("Hebame", 1) == ("„Hebame“ (dort „Hebamme“)",)
    assert words("Bewerbung", 1) == ()


def test_any_text_is_a_question() -> None:
    for text in ("", "???", '„“ -"', "\ud83d\u0000", "x" * 5000):
        assert levels(text) == [0, 0, 0, 0]
