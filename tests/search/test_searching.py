"""Searching: what is found, in which order, and what the reader is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxis.search import Document, Results, Searcher, Synonym, build_index, evaluate, index_files, index_from_files
from praxis.search.plan import Why, make_plan
from praxis.search.query import MAX_PHRASES, parse

TEXTS = {
    "willkommen": ("Willkommensbesuche", "Alle Familien sind der Stadt willkommen. Die Besuche sind freiwillig."),
    "begruessung": ("Begrüßungshausbesuche", "Familien bekommen ein Angebot vom Jugendamt. Das Haus ist offen."),
    "schule": ("Schulsozialarbeit", "Fachkräfte arbeiten an der Grundschule. Der Antrag liegt im Büro."),
    "antraege": ("Hilfe bei Anträgen", "Anträge auf Unterstützung nach § 8a SGB VIII und Bildung und Teilhabe."),
    "kita": (
        "Elterncafé in der Kita",
        "In der Kindertagesstätte treffen sich Mütter und Väter, auch Alleinerziehende.",
    ),
    "ogs": ("Ganztag", "Die OGS arbeitet mit der Jugendhilfe. Frühe Hilfen kommen dazu. Die Hilfen sind früh."),
    "monitoring": (
        "Monitoring",
        "Daten über Sozialräume, Armut und Gesundheit. Die Kinder- und Jugendhilfe plant damit.",
    ),
    "selbsthilfe": ("Selbsthilfe-Gruppe", "Eine Gruppe für Eltern mit Kindern unter drei Jahren, 2015 gegründet."),
}
SYNONYMS = (
    Synonym("Kita", ("Kindertagesstätte", "Kindergarten")),
    Synonym("Allgemeiner Sozialer Dienst", ("ASD", "Jugendamt")),
    Synonym("Ganztag", ("OGS", "Offene Ganztagsschule")),
)


def make(texts: dict[str, tuple[str, str]] = TEXTS) -> Searcher:
    documents = [
        Document(name, "praxis", title, f"{name}.html", {"text": text}) for name, (title, text) in texts.items()
    ]
    return Searcher(build_index(documents, SYNONYMS))


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return make()


def ids(results: Results) -> list[str]:
    return [hit.entry.id for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Antrag", "antraege"), ("antraege", "antraege"), ("ANTRÄGE", "antraege"),
        ("Hausbesuch", "begruessung"), ("Sozialarbeit an Schulen", "schule"), ("Schul-Sozialarbeit", "schule"),
        ("alleinerziehnde Muetter", "kita"), ("Monitorign", "monitoring"), ("Kindergarten", "kita"),
        ("Selbsthilfegruppe", "selbsthilfe"), ("SGB VIII", "antraege"), ("§ 8a", "antraege"), ("2015", "selbsthilfe"),
        ("Offene Ganztagsschule", "ogs"), ("ASD", "begruessung"), ("wo bekomme ich Hilfe bei einem Antrag", "antraege"),
    ],
)  # fmt: skip
def test_german_is_found_as_people_write_it(searcher: Searcher, query: str, expected: str) -> None:
    assert ids(searcher.search(query))[0] == expected


def test_the_last_word_is_continued_while_typing(searcher: Searcher) -> None:
    assert ids(searcher.search("monit", typing=True))[0] == "monitoring"
    assert [reason.why for reason in searcher.search("monit", typing=True).hits[0].why] == ["anfang"]


def test_the_beginning_of_a_word_is_not_split() -> None:
    texts = {"a": ("Alleinerziehende", "Mütter und Väter"), "b": ("Erz", "Allein das Erz, nur das Erz.")}
    assert ids(make(texts).search("alleinerz", typing=True)) == ["a"]
    assert set(ids(make(texts).search("alleinerz"))) == {"a", "b"}


def test_phrases_must_stand_in_the_text(searcher: Searcher) -> None:
    found = searcher.search('"Frühe Hilfen"')
    assert ids(found) == ["ogs"]
    assert searcher.search("„kommen dazu“").total == 1
    missing = searcher.search('"Hilfen frühe"')
    assert missing.phrase_missing
    assert ids(missing)[0] == "ogs"


def test_a_phrase_counts_once_and_only_so_many_are_looked_for() -> None:
    assert parse('"frühe Hilfen" ' * 40).phrases == [("fruhe", "hilfen")]
    query = parse(" ".join(f'"wort {at}"' for at in range(30)))
    assert len(query.phrases) == MAX_PHRASES
    assert len(query.words) == 60


def test_minus_excludes_words_in_any_inflection_and_phrases(searcher: Searcher) -> None:
    assert "begruessung" not in ids(searcher.search("Familien -Angebote"))
    assert "ogs" not in ids(searcher.search('Hilfen -"frühe Hilfen"'))
    assert searcher.search("-Familien").total == 0


def test_a_stop_word_with_a_minus_excludes_nothing(searcher: Searcher) -> None:
    assert "monitoring" in ids(searcher.search("Kinder -und Jugendhilfe"))


@pytest.mark.parametrize("text", ["Besuche und -angebote", "Besuche oder -angebote", "Besuche bzw. -angebote"])
def test_half_a_compound_after_and_or_or_is_no_exclusion(text: str) -> None:
    query = parse(text)
    assert query.excluded == []
    assert [each.form for each in query.content_words()] == ["besuche", "angebote"]


def test_unknown_words_are_told_with_what_was_searched_instead(searcher: Searcher) -> None:
    found = searcher.search("Monitorign im Sozialraum")
    assert found.suggestion == "Monitoring im Sozialraum"
    assert [(each.word, each.instead, each.in_parts) for each in found.unknown] == [("Monitorign", "Monitoring", False)]
    assert searcher.search("Monitoring").suggestion is None


def test_an_unknown_word_that_was_searched_by_its_parts_is_told_as_that(searcher: Searcher) -> None:
    [unknown] = searcher.search("Elterngruppe").unknown
    assert (unknown.word, unknown.in_parts) == ("Elterngruppe", True)
    assert searcher.search("Elterngruppe").suggestion is None


def test_reasons_name_the_word_as_typed_and_as_written(searcher: Searcher) -> None:
    texts = [reason.text for reason in searcher.search("Hausbesuch").hits[0].why]
    assert texts == ["„Hausbesuch“ in „Begrüßungshausbesuche“"]
    texts = [reason.text for reason in searcher.search("Kindergarten").hits[0].why]
    assert texts[0].startswith("„Kindergarten“ entspricht")


@pytest.mark.parametrize(
    ("query", "document", "expected"),
    [
        ("Elterngruppe", "selbsthilfe", "Teile von „Elterngruppe“: „Gruppe“, „Eltern“"),
        ("Jugendhilfebüro", "schule", "Teil von „Jugendhilfebüro“: „Büro“"),
        ("Jugendhilfebüro", "ogs", "Teil von „Jugendhilfebüro“: „Jugendhilfe“"),
    ],
)
def test_the_parts_of_a_word_are_told_in_one_reason(
    searcher: Searcher, query: str, document: str, expected: str
) -> None:
    hit = next(hit for hit in searcher.search(query).hits if hit.entry.id == document)
    assert [reason.text for reason in hit.why] == [expected]


def test_parts_of_a_part_that_was_found_are_not_told() -> None:
    texts = {
        "a": ("Sozialarbeit", "Eine Arbeit, die sozial ist."),
        "b": ("Arbeit", "Die Arbeit ist sozial, die Welt weit."),
    }
    [first, second] = make({**texts, "c": ("Welt", "Sie ist rund.")}).search("Sozialarbeitswelt").hits[:2]
    assert [reason.text for reason in first.why] == ["Teil von „Sozialarbeitswelt“: „Sozialarbeit“"]
    assert [reason.text for reason in second.why] == ["Teile von „Sozialarbeitswelt“: „sozial“, „Arbeit“, „Welt“"]


def test_a_wording_of_several_words_is_told_as_one() -> None:
    found = make({**TEXTS, "neu": ("Dienst", "Allgemein und sozial ist dieser Dienst.")}).search("ASD")
    hit = next(hit for hit in found.hits if hit.entry.id == "neu")
    assert [reason.text for reason in hit.why] == ["„ASD“ entspricht „Allgemein … sozial … Dienst“"]


def test_passages_mark_words_and_parts_of_compounds(searcher: Searcher) -> None:
    found = searcher.search("Besuch")
    passage = next(hit.passage for hit in found.hits if hit.entry.id == "willkommen")
    assert passage is not None
    assert "Besuche" in [passage.text[start:end] for start, end in passage.marks]
    hit = next(hit for hit in found.hits if hit.entry.id == "willkommen")
    assert [hit.entry.title[start:end] for start, end in hit.title_marks] == ["besuche"]


def test_a_long_text_is_cut_to_the_passage_with_most_matches() -> None:
    text = "Ganz anderes. " * 100 + "Der Hausbesuch nach der Geburt hilft. " + "Noch etwas. " * 100
    found = make({**TEXTS, "lang": ("Lang", text)}).search("Hausbesuch Geburt hilft")
    passage = next(hit.passage for hit in found.hits if hit.entry.id == "lang")
    assert passage is not None
    assert passage.text.startswith("Der Hausbesuch nach der Geburt hilft.")
    assert (passage.cut_before, passage.cut_after) == (True, True)
    assert len(passage.text) <= 280


def test_filters_come_after_the_ranking_and_keep_scores(searcher: Searcher) -> None:
    everything = searcher.search("Familien Hausbesuche")
    some = searcher.search("Familien Hausbesuche", allowed=lambda document: document == 1)
    assert ids(some) == ["begruessung"]
    assert some.hits[0].score == next(hit.score for hit in everything.order if hit.document == 1)


def test_equal_documents_keep_their_order() -> None:
    same = dict.fromkeys("dcab", ("Gleich", "Derselbe Text."))
    assert ids(make({**same, **TEXTS}).search("Gleich")) == list("dcab")


def test_fields_nobody_fills_change_nothing() -> None:
    index = build_index([Document("a", "x", "Titel", "", {"text": "Text", "unbekannt": "egal"})])
    assert [item.name for item in index.fields] == ["titel", "text"]


def test_places_topics_and_headings_are_found() -> None:
    fields = {"orte": "Gelsenkirchen", "themen": ["Frühe Hilfen", "Lotsendienst"], "ueberschriften": ["Stolpersteine"]}
    searcher = make()
    documents = [Document("voll", "praxis", "Titel", "", {**fields, "text": "Text"})]
    index = build_index([*documents, *(Document(str(n), "x", "Anderes", "", {"text": "Wort"}) for n in range(5))])
    searcher = Searcher(index)
    for query in ("Gelsenkirchen", "Lotsendienst", "Stolperstein"):
        assert ids(searcher.search(query))[0] == "voll"


def test_two_documents_with_one_id_are_an_error() -> None:
    with pytest.raises(ValueError, match="'a'"):
        build_index([Document("a", "x", "", ""), Document("a", "x", "", "")])


def test_an_empty_index_can_be_searched_and_written() -> None:
    searcher = Searcher(build_index([]))
    assert searcher.search("Familie").total == 0
    assert index_from_files(index_files(searcher.index)) == searcher.index


@settings(deadline=None)
@given(st.text())
def test_any_string_is_a_query(text: str) -> None:
    searcher = SHARED
    for typing in (False, True):
        results = searcher.search(text, typing=typing)
        assert len(results.hits) <= results.total
        for hit in results.hits:
            for start, end in hit.passage.marks if hit.passage else ():
                assert 0 <= start < end


SHARED = make()


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "Familie " * 1500, '"' * 10_000, "-" * 10_000, "(.*)+" * 2000, "\0" * 10_000, "😀" * 5000, "ä-" * 5000],
    ids=["letters", "words", "quotes", "minus", "regex", "nul", "emoji", "joined"],
)  # fmt: skip
def test_long_queries_are_answered_quickly(searcher: Searcher, text: str) -> None:
    searcher.search(text)
    begin = time.process_time()
    searcher.search(text, typing=True)
    assert time.process_time() - begin < 0.1


def test_files_give_the_same_index_and_the_same_bytes_each_time(searcher: Searcher) -> None:
    files = index_files(searcher.index, chunk=100)
    assert list(files)[:3] == ["kern.js", "text.js", "stellen-0.js"]
    assert index_from_files(files) == searcher.index
    assert index_files(make().index, chunk=100) == files


def test_files_call_one_function_and_cannot_end_a_script() -> None:
    nasty = '</script><script>alert(1)</script>\u2028"\\\ud800'
    files = index_files(build_index([Document("a", "x", nasty, nasty, {"text": nasty})]))
    for name, content in files.items():
        text = content.decode()
        assert text.startswith(f'praxisDaten("suche/{name.removesuffix(".js")}",')
        assert "<" not in text
        assert "\u2028" not in text
    assert index_from_files(files).texts == (nasty,)


@pytest.mark.parametrize(
    "damage",
    [{"kern.js": b""}, {"kern.js": b'praxisDaten("suche/kern",{"version":1});'}, {"text.js": b'f("text","~");'}],
)
def test_damaged_files_are_an_error(searcher: Searcher, damage: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        index_from_files({**index_files(searcher.index), **damage})


def test_an_evaluation_writes_a_run(tmp_path: Path) -> None:
    corpus, queries, run = tmp_path / "corpus.jsonl", tmp_path / "queries.jsonl", tmp_path / "run.tsv"
    corpus.write_text(
        '{"id": "a", "title": "Hundesteuer", "text": "Anmelden", "url": "x"}\n\n{"id": 7, "title": "Wohngeld", "text": "Antrag"}\n',
        encoding="utf-8",
    )
    queries.write_text(
        '{"id": "q1", "query": "Hundesteur"}\n{"_id": "q2", "text": "\\"Wohngeld\\""}\n', encoding="utf-8"
    )
    assert evaluate(corpus, queries, run, depth=1) == 2
    lines = [line.split("\t") for line in run.read_text(encoding="utf-8").splitlines()]
    assert [line[:3] for line in lines] == [["q1", "a", "1"], ["q2", "7", "1"]]
    assert all(float(line[3]) > 0 for line in lines)


@pytest.mark.parametrize("line", ["kein JSON", "[1]", '{"title": "ohne Kennung"}'])
def test_an_evaluation_names_the_bad_line(tmp_path: Path, line: str) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"corpus\.jsonl:2"):
        evaluate(corpus, corpus, tmp_path / "run.tsv")


def test_the_words_of_a_synonym_of_several_words_are_marked_only_where_they_all_are() -> None:
    one_parent = Synonym("alleinerziehend", ("Familie mit einem Elternteil",))
    documents = [
        Document("a", "praxis", "Beratung", "a.html", {"text": "Jede Familie ist willkommen, auch die alleinerziehenden Väter."}),
        Document("b", "praxis", "Treffpunkt", "b.html", {"text": "Eine Familie mit einem Elternteil kommt gern."}),
    ]  # fmt: skip
    hits = {hit.entry.id: hit for hit in Searcher(build_index(documents, [one_parent])).search("alleinerziehend").hits}
    marked = {
        name: [hit.passage.text[start:end] for start, end in hit.passage.marks]
        for name, hit in hits.items()
        if hit.passage
    }
    assert marked == {"a": ["alleinerziehenden"], "b": ["Familie", "Elternteil"]}


def test_every_wording_of_a_synonym_group_counts_alike(searcher: Searcher) -> None:
    wordings = {
        text: {wording.weight for slot in make_plan(searcher.lexicon, parse(text)).slots for wording in slot.wordings if wording.why is Why.SYNONYM}
        for text in ("Kita", "Kindertagesstätte")
    }  # fmt: skip
    assert wordings == {"Kita": {0.2}, "Kindertagesstätte": {0.2}}


def test_only_so_many_unknown_words_of_a_query_are_guessed(searcher: Searcher) -> None:
    most = searcher.index.settings.max_guesses
    plan = make_plan(searcher.lexicon, parse(" ".join(f"Famil{letter}ien" for letter in "bcdfghjkmnpq")))
    assert [instead is not None for _, instead in plan.unknown] == [True] * most + [False] * (12 - most)
