"""What the browser writes as the file of a record, Python reads as what was meant."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from praxis.frontmatter import split_head
from praxis.records import RECORD_TYPES
from praxis.reference.catalogue import reference
from praxis.schema import validate
from praxis.source import Source
from praxis.suggestions import as_id, proposed_id
from tests.vectors import make_record_files
from tests.web.node import call

pytestmark = pytest.mark.node
MODULE = "shared/record_file"
ODD = (
    "ja", "nein", "yes", "No", "on", "OFF", "null", "~", "true", "2015", "2025-06-01", "2025-13-01", "12:30", "0x1F", "1e3", "1_000",
    "- Punkt", "-", "--- ", "? was", ": x", "Musterstadt: Besuche", "Ende:", "a #b", "#b", "& Anker", "*stern", "!ruf", "|", ">", "%",
    "@post", "`code`", "'einfach'", '"doppelt"', "it's", 'mit "beiden" it\'s', "C:\\neu", "{von: 1}", "[a, b]", "a, b", "„Zitat“",
    "80 % der Familien", "3. Treffen", "1.", "Zeile eins\nZeile zwei", "Liste:\n\n  - eingerückt\n- nicht\n", "a\n\n\nb", "\ttab", "a\tb",
    "glocke\u0007", "null\u0000byte", "\u2028trenner", "\ufeffmarke", "halb\ud83d", "😀 Familie 🎉", "mit\u00a0fest", "\u0085", "𝒳 mathematisch",
    "<script>alert(1)</script>", "…", "— Strich", "=", "a: b\nc: d", "---\ntitel: nein\n---", "x" * 500, "  viel Raum  ", "\r\nWord\r\n",
)  # fmt: skip
"""Texts that a careless writer turns into something else."""


def read(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and body as the loader reads them; fails on any finding."""
    head, findings = split_head(Source("x.md", text))
    assert findings == [], text
    assert head is not None
    return head.data, head.body


def meant(text: str) -> str:
    """A text as the writer takes it: line ends of files, no white space around, none at line ends of long texts."""
    text = text.replace("\r\n", "\n").replace("\ud83d", "\ufffd").strip(" \t\n")
    return (
        text
        if not text.isprintable() and "\n" not in text
        else "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    )


def test_the_keys_are_those_of_the_record_types() -> None:
    """Run ``python tests/vectors/make_record_files.py`` after a change of the record types."""
    assert make_record_files.KEYS.read_text(encoding="utf-8") == make_record_files.content()


def test_texts_stay_the_texts_they_are(tmp_path: Path) -> None:
    texts = [text for text in ODD if meant(text)]
    values = [
        {"titel": text, "form": [text, "b"], "standards": {"zugaenge": text}, "kontakt": {"stelle": text}}
        for text in texts
    ]
    written = call(
        tmp_path, MODULE, [["recordText", "praxis", value, text] for value, text in zip(values, texts, strict=True)]
    )
    for text, file in zip(texts, written, strict=True):
        data, body = read(file)
        expected = meant(text)
        assert data == {
            "titel": expected,
            "standards": {"zugaenge": expected},
            "form": [expected, "b"],
            "kontakt": {"stelle": expected},
        }
        assert body.strip(" \n\t") == text.replace("\r\n", "\n").replace("\ud83d", "\ufffd").strip(" \n\t")


def test_random_texts_stay_the_texts_they_are(tmp_path: Path) -> None:
    rnd = random.Random(7)
    signs = "aäß01.-:# \n'\"\\{}[],&*!|>%@`?~=\t„“\u00a0\u0085\u2028"
    texts = [text for text in ("".join(rnd.choices(signs, k=rnd.randint(1, 12))) for _ in range(1500)) if meant(text)]
    written = call(
        tmp_path, MODULE, [["recordText", "luecke", {"frage": text, "versucht": [{"was": text}]}] for text in texts]
    )
    for text, file in zip(texts, written, strict=True):
        data, _ = read(file)
        found = {data["frage"], data["versucht"][0]["was"]}
        assert found <= {meant(text), text.strip(" \t\n")}, (text, file)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_a_worked_example_written_anew_is_the_same_record(tmp_path: Path, record_type: Any) -> None:
    for example in reference(record_type).examples:
        data, body = read(example.text)
        values = _plain(data)
        [file] = call(tmp_path, MODULE, [["recordText", record_type.kind, values, body]])
        again, body_again = read(file)
        assert again == data
        assert body_again.strip() == body.strip()
        assert list(again) == [key for key in reference(record_type).order if key in again]
        assert validate(record_type, again)[1] == []


def test_dates_are_dates_and_nothing_else_is(tmp_path: Path) -> None:
    values = {"stand": "2025-06-01", "titel": "2025-06-01", "pruefung": "2026", "aufwand": {"stand": "2015-03"}}
    [file] = call(tmp_path, MODULE, [["recordText", "praxis", values]])
    assert file == ("---\ntitel: '2025-06-01'\naufwand:\n  stand: 2015-03\nstand: 2025-06-01\npruefung: 2026\n---\n")


def test_what_says_nothing_is_left_out(tmp_path: Path) -> None:
    values = {
        "titel": " ",
        "alter": {"von": 0, "bis": None},
        "wer": {"traeger": "", "beteiligte": []},
        "quellen": [{}, {"titel": "Bericht"}],
        "standards": {"zugaenge": "", "bildung": None},
        "kontext": {"gemeindetyp": {"wert": ["a", "b"]}, "einwohner": []},
        "themen": ["kita", "", "b-2"],
        "neues": "bleibt",
    }
    [file] = call(tmp_path, MODULE, [["recordText", "praxis", values, "\n\n## Kernidee\r\n\r\nEin Satz.  \n\n"]])
    assert file == (
        "---\nstandards:\n  zugaenge: ''\n  bildung: ''\nalter:\n  von: 0\nthemen: [kita, b-2]\nkontext:\n"
        "  gemeindetyp:\n    wert: [a, b]\nquellen:\n  - titel: Bericht\nneues: bleibt\n---\n\n"
        "## Kernidee\n\nEin Satz.\n"
    )


def test_ids_are_those_of_the_commands(tmp_path: Path) -> None:
    rnd = random.Random(3)
    letters = "aAzZ09äÖüßéÅøłŒ -_/.&'\u0301ﬁẞİ😀жΣ\u00ad"
    titles = ["".join(rnd.choices(letters, k=rnd.randint(0, 90))) for _ in range(500)]
    taken = ["a", "cafe", "cafe-bonn", "cafe-bonn-2", "ohne-titel"]
    places = [rnd.choice(["", "bonn", "kreis-dueren"]) for _ in titles]
    titles += ["Café", "Café", "Café Bonn", "Kreis Düren", "!!!"]
    places += ["bonn", "", "bonn", "kreis-dueren", ""]
    calls = [["proposedId", title, taken, place] for title, place in zip(titles, places, strict=True)]
    found = call(tmp_path, MODULE, [*calls, *(["asId", title] for title in titles)])
    expected = [proposed_id(title, taken, place) for title, place in zip(titles, places, strict=True)]
    assert found == [*expected, *map(as_id, titles)]


def _plain(value: Any) -> Any:
    """Data as JSON has it: dates as texts."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, int, float)) or value is None else value.isoformat()
