"""Around the form: what an address may ask for, which id a new record gets, where a finding is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.web.node import call

pytestmark = pytest.mark.node
MODULE = "../test/form_record"
REQUESTS: dict[str, dict[str, Any]] = {
    "": {"dropped": []},
    "?art=praxis": {"kind": "praxis", "dropped": []},
    "?datei=luecken/eine-frage": {"file": {"kind": "luecke", "id": "eine-frage"}, "dropped": []},
    "?art=buch": {"dropped": ["„buch“ ist keine Art von Eintrag; möglich sind: praxis, luecke, nachnutzung, kommune."]},
    "?datei=praxis/../geheim": {"dropped": ["„praxis/../geheim“ ist kein Eintrag; genannt wird er wie „praxis/name-ort“."]},
    "?datei=handbuch/ziele": {"dropped": ["„handbuch/ziele“ ist kein Eintrag; genannt wird er wie „praxis/name-ort“."]},
    "?datei=praxis/__proto__": {"dropped": ["„praxis/__proto__“ ist kein Eintrag; genannt wird er wie „praxis/name-ort“."]},
    "?titel=x&%E2%80%AEx=1": {
        "dropped": ["Die Angabe „titel“ in der Adresse wurde nicht übernommen.", "Die Angabe „x“ in der Adresse wurde nicht übernommen."]
    },
    "?" + "y" * 200 + "=1": {"dropped": [f"Die Angabe „{'y' * 59}…“ in der Adresse wurde nicht übernommen."]},
}  # fmt: skip
IDS = {
    "neu": "",
    "besuche": "Den Namen „besuche“ hat schon ein anderer Eintrag.",
    "index": "Der Name „index“ ist für eine erzeugte Seite vergeben.",
    "alt": "Unter dem Namen „alt“ war früher docs/praxis/besuche.md zu finden.",
    "Größe": "Der Name besteht nur aus Kleinbuchstaben a–z, Ziffern und einzelnen Bindestrichen.",
    "constructor": "",
}


def test_only_two_things_are_read_from_the_address(tmp_path: Path) -> None:
    assert call(tmp_path, MODULE, [["request", query] for query in REQUESTS]) == list(REQUESTS.values())


def test_a_new_record_gets_an_id_that_nothing_has(tmp_path: Path) -> None:
    titles = [
        {"titel": "Besuche", "kommune": "hamm"},
        {"titel": "Besuche"},
        {"titel": "Alt"},
        {"titel": "Index"},
        {"titel": "Café in Hamm", "kommune": {"id": "hamm"}},
        {},
    ]
    found = call(tmp_path, MODULE, [["id", values] for values in titles])
    assert found == ["besuche-hamm-2", "besuche-2", "alt-2", "index-2", "cafe-in-hamm", "ohne-titel"]


def test_an_id_somebody_writes_is_checked(tmp_path: Path) -> None:
    assert call(tmp_path, MODULE, [["problem", name] for name in IDS]) == list(IDS.values())


def test_a_finding_is_shown_at_its_entry_though_empty_ones_stand_before_it(tmp_path: Path) -> None:
    values = {"quellen": [{}, {"titel": "A"}, None, {"url": "x"}], "wo": ["", "kita"]}
    paths = [["quellen", 1, "url"], ["quellen", 0], ["wo", 0], ["titel"], ["quellen", 7]]
    assert call(tmp_path, MODULE, [["place", path, values] for path in paths]) == [
        ["quellen", 3, "url"],
        ["quellen", 1],
        ["wo", 1],
        ["titel"],
        ["quellen", 7],
    ]
