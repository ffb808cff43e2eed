"""Stating a gap, without the page: its address, and the file that ``praxis check`` accepts."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.records.values import ContextValue
from tests.vectors import relations
from tests.web.node import run_node_test

pytestmark = pytest.mark.node
PRIVATE = ("berufsgruppen", "qualifikation")
"""Conditions of the discursive and the individual dimension in the made-up model."""
DAY = "2025-06-01"
STATED: dict[str, Any] = {
    "question": "Wie erreichen wir junge Mütter: früh & ohne Hürden?",
    "standards": ["zugaenge"],
    "topics": ["fruehe-hilfen", "kita"],
    "ages": "schwangerschaft-3",
    "levels": ["operativ"],
    "decisive": ["gemeindetyp", "qualifikation"],
}
PLACE: dict[str, Any] = {
    "municipality": "ort-1",
    "values": {
        "raum": ["laendlich"],
        "personal": ["0.5-1"],
        "berufsgruppen": ["hebammen"],
        "qualifikation": ["fachkraft"],
    },
}
SUBMISSION: dict[str, Any] = {
    "title": "Junge Mütter",
    "namesPlace": True,
    "tried": "- Ein Flyer\n\nEin Café: ohne Erfolg",
    "background": "",
    "today": DAY,
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return relations.library(tmp_path_factory.mktemp("vektoren"))


def run(library: Library, folder: Path, calls: list[list[Any]]) -> list[Any]:
    """Results of calls of the page's logic, with the library as its data; see ``web/test/describe.test.mjs``."""
    modules = ["describe/stated", "describe/gap_file", "relations/collection", "relations/cases", "relations/model"]
    run_node_test("describe", modules, folder, {"data": relations.data(library), "calls": calls})
    results: list[Any] = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return results


def checked(library: Library, name: str, text: str) -> Library:
    """The library with the file among its gaps."""
    path = library.root / "docs" / "luecken" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    try:
        return Library.load(library.root, library.today)
    finally:
        path.unlink()


def test_an_address_gives_back_what_was_stated(library: Library, tmp_path: Path) -> None:
    query, place = run(library, tmp_path, [["writeStated", STATED], ["writePlace", PLACE]])
    assert query.startswith("?frage=Wie%20erreichen")
    assert place == "#ort=ort-1&bedingungen=raum:laendlich,personal:0.5-1"
    again, there = run(library, tmp_path, [["readStated", query], ["readPlace", place]])
    assert again == {"stated": STATED, "hints": []}
    values = {"raum": ["laendlich"], "personal": ["0.5-1"]}
    assert there == {"place": {"municipality": "ort-1", "values": values}, "hints": []}


def test_what_makes_no_sense_is_named_and_left_out(library: Library, tmp_path: Path) -> None:
    query = "?standards=zugaenge,quatsch&themen=<b>&alter=99-1&ebenen=hoch&entscheidend=x&unfug=1&frage=%ZZ"
    read, place = run(
        library,
        tmp_path,
        [["readStated", query], ["readPlace", "#ort=nirgends&bedingungen=raum:mars,qualifikation:fachkraft,%"]],
    )
    assert read["stated"] == {
        "question": "%ZZ", "standards": ["zugaenge"], "topics": [], "ages": "", "levels": [], "decisive": [],
    }  # fmt: skip
    assert sorted(read["hints"]) == [
        "Das Thema „<b>“ gibt es nicht. Die Angabe wurde weggelassen.",
        "Den Standard „quatsch“ gibt es nicht. Die Angabe wurde weggelassen.",
        "Die Angabe „unfug“ in der Adresse kennt diese Seite nicht. Sie wurde weggelassen.",
        "Die Bedingung „x“ gibt es nicht. Die Angabe wurde weggelassen.",
        "Die Ebene „hoch“ gibt es nicht. Die Angabe wurde weggelassen.",
        "„99-1“ ist kein Alter. Die Angabe wurde weggelassen.",
    ]
    assert place.get("place") is None
    assert place["hints"] == [
        "Die Kommune „nirgends“ gibt es in dieser Sammlung nicht. Die Angabe wurde weggelassen.",
        "Die Bedingung „raum:mars“ gibt es so nicht. Die Angabe wurde weggelassen.",
        "Die Bedingung „qualifikation:fachkraft“ gibt es so nicht. Die Angabe wurde weggelassen.",
        "Die Bedingung „%“ gibt es so nicht. Die Angabe wurde weggelassen.",
    ]


def test_the_file_passes_the_check_and_says_what_was_stated(library: Library, tmp_path: Path) -> None:
    (file,) = run(library, tmp_path, [["gapFile", STATED, PLACE, SUBMISSION]])
    assert file["name"] == "junge-muetter-ort-1.md"
    loaded = checked(library, file["name"], file["text"])
    assert [finding for finding in loaded.findings if finding.file.startswith("docs/luecken")] == []
    gap = loaded.gaps["junge-muetter-ort-1"]
    assert (gap.title, gap.question, gap.municipality) == ("Junge Mütter", STATED["question"], "ort-1")
    assert (gap.standards, gap.topics, gap.levels) == (["zugaenge"], ["fruehe-hilfen", "kita"], ["operativ"])
    assert gap.ages.bounds == (-0.75, 3)  # type: ignore[union-attr]
    assert gap.context == {"raum": ContextValue.model_validate({"wert": ["laendlich"]})}
    assert gap.limits
    assert gap.limits.bands() == {"personal": "0.5-1"}
    assert gap.decisive == ["gemeindetyp", "qualifikation"]
    assert [attempt.what for attempt in gap.tried] == ["Ein Flyer", "Ein Café: ohne Erfolg"]
    assert (gap.reported.isoformat(), gap.status, gap.review) == (DAY, "offen", dt.date(2026, 6, 1))


def test_without_its_name_the_known_conditions_stand_for_the_place(library: Library, tmp_path: Path) -> None:
    (file,) = run(library, tmp_path, [["gapFile", STATED, PLACE, {**SUBMISSION, "namesPlace": False}]])
    loaded = checked(library, file["name"], file["text"])
    gap = loaded.gaps["junge-muetter"]
    assert gap.municipality is None
    known = {key: value.values for key, value in library.municipalities["ort-1"].context.items() if value.values}
    public = {key: values for key, values in known.items() if key not in PRIVATE}
    assert {key: value.values for key, value in gap.context.items()} == {**public, "raum": ["laendlich"]}


def test_files_of_random_statements_have_no_errors_and_tell_nothing_private(library: Library, tmp_path: Path) -> None:
    rnd = random.Random(5)
    conditions = library.vocabulary.context_model.conditions
    calls = []
    for number in range(60):
        values = {key: [rnd.choice(list(each.options))] for key, each in conditions.items() if rnd.random() < 0.6}
        stated = {
            **STATED,
            "question": rnd.choice(("Was?", 'Ein „Wort“: "zwei"\n\n# drei', "- ja", "'", "null", "x" * 1999)),
            "ages": rnd.choice(("", "altersuebergreifend", "0-3", "12-13", "schwangerschaft-0")),
            "levels": rnd.sample(["strategisch", "planend", "operativ"], rnd.randint(0, 3)),
            "decisive": rnd.sample(list(conditions), rnd.randint(0, 5)),
        }
        place = {"municipality": rnd.choice([None, *library.municipalities]), "values": values}
        submission = {
            "title": f"{rnd.choice(('Ja', '- x', 'a: b #c', '„Zitat“', '123'))} {number}",
            "namesPlace": rnd.random() < 0.5,
            "tried": rnd.choice(("", "a: b\n- c", "#nur so")),
            "background": rnd.choice(("", "---\ntext", "# Kopf\n\n<b onclick=x>Satz</b>\n\n## Noch einer")),
            "today": rnd.choice((DAY, "2024-02-29")),
        }
        calls.append(["gapFile", stated, place, submission])
    folder = library.root / "docs" / "luecken"
    folder.mkdir(exist_ok=True)
    files = run(library, tmp_path, calls)
    try:
        for number, file in enumerate(files):
            (folder / f"zufall-{number}.md").write_text(file["text"], encoding="utf-8", newline="\n")
        loaded = Library.load(library.root, library.today)
    finally:
        for path in folder.glob("zufall-*.md"):
            path.unlink()
    errors = [finding for finding in loaded.findings if finding.severity == "error"]
    assert errors == []
    assert len(loaded.gaps) == len(calls)
    assert all(key not in gap.context for gap in loaded.gaps.values() for key in PRIVATE)


def test_what_is_missing_is_said(library: Library, tmp_path: Path) -> None:
    nothing = {**STATED, "question": " ", "standards": [], "topics": []}
    missing, complete = run(
        library,
        tmp_path,
        [["missingParts", nothing, {**SUBMISSION, "title": " "}], ["missingParts", STATED, SUBMISSION]],
    )
    assert missing == ["ein Titel", "Ihre Frage", "mindestens ein Standard", "mindestens ein Thema"]
    assert complete == []


def test_a_question_alone_stands_for_the_topics_in_its_words(library: Library, tmp_path: Path) -> None:
    alone = {**STATED, "question": "Wer besucht Alleinerziehende?", "standards": [], "topics": []}
    topics = run(library, tmp_path, [["topicsOf", alone], ["topicsOf", {**alone, "standards": ["zugaenge"]}]])
    assert topics == [["alleinerziehende"], []]
