"""Opening a record's file in the browser and changing it: nothing is lost that nobody touched."""

from __future__ import annotations

import difflib
import random
from pathlib import Path
from typing import Any

import pytest

from praxis.editing.web_form import FORM_TYPES, form_spec
from praxis.frontmatter import split_head
from praxis.library import Library
from praxis.reference.examples import FOLDER
from praxis.source import Source
from tests.web.node import call

pytestmark = pytest.mark.node
PROJECT = Path(__file__).parents[2]
MODULE = "../test/form_file"
NOTED = """---
# Wer hier ändert: Kommentare bleiben.
titel:   Besuche  # Arbeitstitel
kurz: 'Alle Familien bekommen ''Besuch''.'
eigenes_feld: {a: 1}
kommune: musterstadt
status: laeuft
zeitraum: {von: 2012} # seit dem Beschluss
standards:
  # nur die wichtigsten
  zugaenge: Jede Familie.
  netzwerk:
alter:
  von: 0
  bis: 1   # Jahre
themen: [begruessungsbesuch, fruehe-hilfen]
warum: |
  Ein früher Kontakt
  senkt die Schwelle.
kern:
  # der Kern
  - freiwillig
  - id: kostenlos
    text: Es kostet nichts. # wichtig
kontakt: {stelle: Familienbüro}
quellen:
  - titel: Bericht
    jahr: 2022
  # die zweite
  - url: https://www.musterstadt.example/
stand: 2023-05-01
---

## Kernidee

Ein Satz.


## Eigenes

* bleibt\u0020
"""


@pytest.fixture(scope="module")
def spec() -> Any:
    return form_spec(Library.load(PROJECT).vocabulary)


def fields_of(spec: Any, kind: str) -> Any:
    return spec["kinds"][kind]["fields"]


def edit(folder: Path, spec: Any, *steps: tuple[list[Any], Any], file: str = NOTED, kind: str = "praxis") -> str:
    """The file after some changes; fails where comments were lost."""
    told = [{"path": path, "value": value} for path, value in steps]
    [result] = call(folder, MODULE, [["edited", file, kind, fields_of(spec, kind), told]])
    assert result["isKept"], result
    return str(result["text"])


def changed_lines(before: str, after: str) -> list[str]:
    """Lines taken away and put in, without those that both have."""
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [f"{line[0]} {line[1:]}" for line in list(lines)[2:] if line[0] in "+-"]


def test_a_file_that_nobody_changed_is_the_same_file(tmp_path: Path, spec: Any) -> None:
    files = [
        (record_type.kind, path.read_bytes().decode())
        for record_type in FORM_TYPES
        for root in (PROJECT / "docs", FOLDER)
        for path in sorted((root / record_type.folder).glob("*.md"))
        if path.stem != "index"
    ]
    files += [("praxis", NOTED), ("praxis", NOTED.replace("\n", "\r\n")), ("praxis", "\ufeff" + NOTED)]
    assert len(files) > 130
    results = call(tmp_path, MODULE, [["edited", text, kind, fields_of(spec, kind), []] for kind, text in files])
    assert [result["text"] for result in results] == [text for _, text in files]


def test_front_matter_is_read_as_python_reads_it(tmp_path: Path) -> None:
    files = [
        path.read_text(encoding="utf-8") for path in sorted((PROJECT / "docs").glob("*/*.md")) if path.stem != "index"
    ]
    files = [text for text in files if text.startswith("---\n")] + [
        NOTED,
        "---\na: +5\nb: -0.5\nc: 007\nd: 1e3\ne: ~\nf: True\ng: 2023-02-30\n---\n",
    ]
    found = call(tmp_path, MODULE, [["opened", text] for text in files])
    for text, each in zip(files, found, strict=True):
        head, _ = split_head(Source("x.md", text))
        assert head is not None
        assert each == {"data": _plain(head.data), "body": head.body}


def test_one_value_changes_one_line(tmp_path: Path, spec: Any) -> None:
    text = edit(tmp_path, spec, (["titel"], "Erstbesuche: der Anfang"))
    assert changed_lines(NOTED, text) == [
        "- titel:   Besuche  # Arbeitstitel",
        "+ titel:   'Erstbesuche: der Anfang'  # Arbeitstitel",
    ]
    text = edit(
        tmp_path, spec, (["alter", "bis"], 3), (["kern", 1, "text"], "Kostet nichts."), (["quellen", 1, "jahr"], 2024)
    )
    assert changed_lines(NOTED, text) == [
        "-   bis: 1   # Jahre", "+   bis: 3   # Jahre",
        "-     text: Es kostet nichts. # wichtig", "+     text: Kostet nichts. # wichtig",
        "+     jahr: 2024",
    ]  # fmt: skip


def test_fields_are_put_in_their_places_and_taken_away_whole(tmp_path: Path, spec: Any) -> None:
    text = edit(
        tmp_path,
        spec,
        (["gegenstand"], "struktur"),
        (["pruefung"], "2027-01-01"),
        (["warum"], {"text": "Weil."}),
        (["zeitraum"], "nicht-berichtet"),
    )
    assert changed_lines(NOTED, text) == [
        "+ gegenstand: struktur",
        "- zeitraum: {von: 2012} # seit dem Beschluss", "+ zeitraum: nicht-berichtet # seit dem Beschluss",
        "- warum: |", "-   Ein früher Kontakt", "-   senkt die Schwelle.", "+ warum: Weil.",
        "+ pruefung: 2027-01-01",
    ]  # fmt: skip
    assert "kommune: musterstadt\ngegenstand: struktur\nstatus" in text
    assert text.index("pruefung: 2027") > text.index("stand: 2023")
    text = edit(tmp_path, spec, (["kern"], None), (["alter"], None))
    assert "kern" not in text
    assert "alter" not in text
    assert "# Wer hier ändert" in text


def test_lists_grow_and_shrink_at_their_places(tmp_path: Path, spec: Any) -> None:
    text = edit(tmp_path, spec, (["quellen", 2], {"titel": "Dritte"}), (["themen", 2], "kita"))
    assert changed_lines(NOTED, text) == [
        "- themen: [begruessungsbesuch, fruehe-hilfen]", "+ themen: [begruessungsbesuch, fruehe-hilfen, kita]", "+   - titel: Dritte",
    ]  # fmt: skip
    text = edit(tmp_path, spec, (["quellen", 0], None))
    assert changed_lines(NOTED, text) == ["-   - titel: Bericht", "-     jahr: 2022"]
    text = edit(tmp_path, spec, (["kern", 0], {"text": "freiwillig und offen"}))
    assert changed_lines(NOTED, text) == ["-   - freiwillig", "+   - freiwillig und offen"]


def test_standards_come_and_go_with_and_without_text(tmp_path: Path, spec: Any) -> None:
    text = edit(tmp_path, spec, (["standards", "bildung"], ""), (["standards", "netzwerk"], "Es gibt eines."))
    assert changed_lines(NOTED, text) == ["-   netzwerk:", "+   netzwerk: Es gibt eines.", "+   bildung: ''"]
    text = edit(tmp_path, spec, (["standards", "netzwerk"], None))
    assert changed_lines(NOTED, text) == ["-   netzwerk:"]


def test_line_ends_and_marks_of_the_file_stay(tmp_path: Path, spec: Any) -> None:
    windows = "\ufeff" + NOTED.replace("\n", "\r\n")
    text = edit(tmp_path, spec, (["status"], "beendet"), file=windows)
    assert text == windows.replace("status: laeuft", "status: beendet")


def test_any_changes_are_read_back_as_they_were_meant(tmp_path: Path, spec: Any) -> None:
    """Two hundred real files with values from other files put in at random."""
    rnd = random.Random(9)
    calls, wanted = [], []
    for record_type in FORM_TYPES:
        texts = [
            path.read_text(encoding="utf-8")
            for root in (PROJECT / "docs", FOLDER)
            for path in sorted((root / record_type.folder).glob("*.md"))
            if path.stem != "index"
        ]
        longs = call(tmp_path, MODULE, [["opened", text] for text in texts])
        for _ in range(60):
            text, donor = rnd.choice(texts), rnd.choice(longs)["data"]
            key = rnd.choice(list(donor))
            steps = [{"path": [key], "value": rnd.choice([donor[key], donor[key], None])}]
            calls.append(["edited", text, record_type.kind, fields_of(spec, record_type.kind), steps])
            wanted.append((key, steps[0]["value"]))
    results = call(tmp_path, MODULE, calls)
    again = call(tmp_path, MODULE, [["opened", result["text"]] for result in results])
    for (key, value), result, read, given in zip(wanted, results, again, calls, strict=True):
        assert result["isKept"], (key, value, given[1])
        assert (key in read["data"]) == (value is not None)
        head, findings = split_head(Source("x.md", result["text"]))
        assert head is not None, findings
        assert _plain(head.data) == read["data"]
        assert [
            line for line in str(given[1]).split("\n") if line.lstrip().startswith("#") and line not in result["text"]
        ] == []


def test_parts_of_the_text_that_nobody_touched_stay(tmp_path: Path, spec: Any) -> None:
    sections = spec["kinds"]["praxis"]["sections"]
    _, _, body = NOTED.split("---\n", 2)
    same, other, more = call(
        tmp_path, MODULE,
        [["rewritten", body, sections, {}], ["rewritten", body, sections, {"Kernidee": "Neu."}], ["rewritten", body, sections, {"Vorgehen": "Erst so."}]],
    )  # fmt: skip
    assert same == body
    assert other == "\n## Kernidee\n\nNeu.\n\n## Eigenes\n\n* bleibt\n"
    assert more == "\n## Kernidee\n\nEin Satz.\n\n\n## Vorgehen\n\nErst so.\n\n## Eigenes\n\n* bleibt\n"


HOSTILE = {
    ("[" * 1_000 + "\n ") * 30: "Der Kopf ist tiefer als 32 Ebenen verschachtelt.",
    "- " * 9_000 + "a": "Der Kopf ist tiefer als 32 Ebenen verschachtelt.",
    "? " * 9_000: "Der Kopf ist tiefer als 32 Ebenen verschachtelt.",
    "k: {a" * 3_000: "Der Kopf ist tiefer als 32 Ebenen verschachtelt.",
    " " * 400 + "a: b": "Der Kopf ist tiefer als 32 Ebenen verschachtelt.",
    "a: &x [1]\nb: *x": "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).",
    "a: !!python/object x": "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).",
    "a: !!str x": "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).",
    "a: 1\na: 2": "In Zeile 3 steht ein Feld zum zweiten Mal.",
    "- a": "Der Kopf besteht nicht aus Feldern.",
    "nur Text": "Der Kopf besteht nicht aus Feldern.",
    "a: b: c": "Zeile 2 lässt sich nicht als „feld: wert“ lesen.",
    "a: 'offen": "Zeile 3 lässt sich nicht als „feld: wert“ lesen.",
    "a:\n\tb: c": "Zeile 3 ist mit einem Tabulator eingerückt.",
    "x: " + "y" * 70_000: "Der Kopf der Datei ist größer als 64 kB.",
    "x: " + "y" * 21_000: "Die Zeile hat 21003 Zeichen; erlaubt sind 20000.",
}


def test_hostile_front_matter_ends_in_a_sentence(tmp_path: Path) -> None:
    found = call(tmp_path, MODULE, [["opened", f"---\n{head}\n---\nText\n"] for head in HOSTILE])
    assert [each.get("message") for each in found] == list(HOSTILE.values())
    assert all(each["remedy"].endswith(".") for each in found)


def test_keys_of_the_language_are_ordinary_keys(tmp_path: Path) -> None:
    [found] = call(tmp_path, MODULE, [["opened", "---\n__proto__: {x: 1}\nconstructor: y\n---\n"]])
    assert found["data"] == {"__proto__": {"x": 1}, "constructor": "y"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04\x00\x00word/document.xml", "Die Datei enthält keinen Text, sondern Binärdaten."),
        ("ä".encode("latin-1"), "Die Datei ist nicht in UTF-8 gespeichert."),
        ("---\n".encode("utf-16"), "Die Datei ist in UTF-16 gespeichert."),
        (b"x" * (1 << 20) + b"y", "Die Datei ist 1,0 MiB groß; erlaubt ist 1 MiB."),
    ],
)
def test_files_that_are_no_text_are_refused(tmp_path: Path, content: bytes, message: str) -> None:
    [found] = call(tmp_path, MODULE, [["decoded", list(content)]])
    assert found["message"] == message


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, (str, int, float)) or value is None else value.isoformat()
