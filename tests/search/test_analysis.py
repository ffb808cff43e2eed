"""Analysis: folding, tokens, stems, compounds, spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxis.search.compounds import Splitter
from praxis.search.encoding import decode, encode
from praxis.search.folding import MAX_FORM, fold
from praxis.search.similar import damerau
from praxis.search.stemming import stem
from praxis.search.stopwords import STOP_WORDS
from praxis.search.surfaces import spelling, spelling_code, usual_spelling
from praxis.search.tokens import spans, tokens, word, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anträge", "Antraege"), ("Straße", "STRASSE"), ("Mütter", "muetter"), ("Café", "cafe\u0301"),
        ("Haus\u00adbesuch", "Hausbesuch"), ("Öffnung", "Oeffnung"), ("Träger", "Trager"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_fold_to_the_same_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["frauen", "neue", "quelle", "steuer", "bauen"])
def test_ue_stays_after_q_a_and_e(text: str) -> None:
    assert fold(text) == text


def test_joined_words_are_one_token_with_pieces() -> None:
    assert word("Selbsthilfe-Gruppe").form == "selbsthilfegruppe"
    assert word("Selbsthilfe-Gruppe").pieces == ("selbsthilfe", "gruppe")
    assert [each.form for each in words("Kinder- und Jugendhilfe")] == ["kinder", "und", "jugendhilfe"]
    assert tokens("§ 8a SGB VIII, Schüler*innen/Eltern") == ["§", "8a", "SGB", "VIII", "Schüler*innen/Eltern"]


def test_inflected_forms_share_a_stem() -> None:
    assert {stem(fold(text)) for text in ("Antrag", "Antrags", "Anträge", "Anträgen")} == {"antrag"}
    assert {stem(fold(text)) for text in ("Hausbesuch", "Hausbesuche", "Hausbesuchen")} == {"hausbesuch"}


def test_stop_words_are_folded_and_have_question_words() -> None:
    assert {"wie", "wo", "gibt", "bekommt", "macht", "fur", "uber"} <= STOP_WORDS
    assert all(fold(each) == each for each in STOP_WORDS)


LEXICON = {
    "willkommen": 5, "haus": 50, "besuche": 9, "besuch": 20, "schule": 90, "sozialarbeit": 30, "sozial": 40,
    "arbeit": 80, "unter": 500, "lagen": 3, "kinder": 99, "betreuung": 44, "kosten": 60, "amt": 200, "jugend": 70,
}  # fmt: skip


def parts(text: str) -> list[str]:
    splitter = Splitter(LEXICON, {stem(form): count for form, count in LEXICON.items() if form not in STOP_WORDS})
    return [text[start : start + length] for start, length in splitter.split(text)]


def test_compounds_are_split_at_links_with_both_levels_of_long_parts() -> None:
    assert parts("willkommenshausbesuche") == ["willkommen", "haus", "besuche"]
    assert parts("schulsozialarbeit") == ["schul", "sozialarbeit", "sozial", "arbeit"]
    assert parts("kinderbetreuungskosten") == ["kinder", "betreuung", "kosten"]
    assert parts("jugendamt") == ["jugend", "amt"]


def test_words_that_are_no_compounds_stay_whole() -> None:
    assert parts("unterlagen") == []
    assert parts("haus") == []
    assert parts("hausxyz") == []
    assert parts("sgb8sozialarbeit") == []


def test_damerau_counts_a_transposition_once_and_stops_at_the_limit() -> None:
    assert damerau("kita", "ktia", 2) == 1
    assert damerau("anmeldung", "anmeldugn", 2) == 1
    assert damerau("haus", "maus", 1) == 1
    assert damerau("haus", "schule", 2) == 3


@pytest.mark.parametrize("surface", ["Anträge", "OGS", "Straße", "müssen", "Maße", "über", "Österreich", "Größenmaß"])
def test_spellings_survive_as_numbers(surface: str) -> None:
    code = spelling_code(fold(surface), surface)
    assert code is not None
    assert spelling(fold(surface), code) == surface


def test_the_most_frequent_spelling_that_can_be_kept_is_shown() -> None:
    assert usual_spelling("kita", {"KiTa": 9, "Kita": 3, "kita": 1}) == "Kita"
    assert usual_spelling("kita", {}) == "kita"


@given(st.text())
def test_any_text_can_be_analysed(text: str) -> None:
    for start, end in spans(text):
        form = word(text[start:end]).form
        assert len(form) <= MAX_FORM
        assert form.startswith(stem(form))


@given(st.text(max_size=30), st.text(max_size=30))
def test_spelling_numbers_are_exact_or_missing(form: str, surface: str) -> None:
    code = spelling_code(fold(form), surface)
    assert code is None or spelling(fold(form), code) == surface


@given(st.lists(st.integers(0, 92**5 - 1)))
def test_numbers_survive_encoding(numbers: list[int]) -> None:
    text = encode(numbers)
    assert list(decode(text)) == numbers
    assert not set(text) & set('"\\<\n')


def test_damaged_numbers_are_an_error() -> None:
    with pytest.raises(ValueError, match="damaged"):
        list(decode("~"))
    with pytest.raises(ValueError, match="cannot encode"):
        encode([-1])
