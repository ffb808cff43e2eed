"""The JSON files hold every published record with the editors' keys, and the vocabularies."""

from __future__ import annotations

from pathlib import Path

from praxis.records import RECORD_TYPES
from tests.site.data.support import HOSTILE, data, made

CASE = {"id": "besuche", "zeitraum": "nicht-berichtet", "text": "## Kernidee\n\nEin Besuch.\n"}


def test_a_record_has_the_editors_keys_and_its_address(tmp_path: Path) -> None:
    (case,) = data(made(tmp_path, cases=[CASE]), "praxis.json")
    assert case["id"] == "besuche"
    assert case["typ"] == "praxis"
    assert case["adresse"] == "https://praxis.example/praxis/besuche.html"
    assert case["quelldatei"] == "docs/praxis/besuche.md"
    assert case["text"] == "## Kernidee\n\nEin Besuch."
    assert case["kontakt"] == {"stelle": "Stadt Musterstadt, Jugendamt"}


def test_short_forms_are_written_out_and_ages_are_whole_numbers(tmp_path: Path) -> None:
    (case,) = data(made(tmp_path, cases=[{**CASE, "kern": ["freiwillig"]}]), "praxis.json")
    assert case["warum"] == {"text": "Weil es wirkt.", "von": "kommune"}
    assert case["kern"] == [{"text": "freiwillig"}]
    assert case["alter"] == {"von": 0, "bis": 3}
    assert isinstance(case["alter"]["von"], int)


def test_what_is_not_reported_is_left_out_or_says_so(tmp_path: Path) -> None:
    (case,) = data(made(tmp_path, cases=[CASE]), "praxis.json")
    assert case["zeitraum"] == "nicht-berichtet"
    assert not {"finanzierung", "wer", "nachweis", "ende_grund"} & case.keys()


def test_drafts_are_in_no_file(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[CASE, {"id": "geheim-entwurf", "stufe": "entwurf"}])
    assert not [path for path, content in files.items() if b"geheim-entwurf" in content]


def test_one_file_holds_everything(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[CASE], gaps=[{"id": "frage"}], meetings=[{"id": "treffen"}])
    everything = data(files, "alles.json")
    for record_type in RECORD_TYPES:
        assert everything[record_type.folder] == data(files, f"{record_type.folder}.json")
    assert everything["vokabulare"] == data(files, "vokabulare.json")
    assert everything["lizenz"].startswith("https://creativecommons.org/licenses/by/4.0/")


def test_every_vocabulary_is_published_by_id(tmp_path: Path) -> None:
    vocabularies = data(made(tmp_path), "vokabulare.json")
    assert [term["id"] for term in vocabularies["standards"]][:2] == ["zugaenge", "steuerung"]
    assert vocabularies["themen"][1]["synonyme"] == ["Willkommensbesuch"]
    assert {"altersgruppen", "uebergaenge", "dimensionen", "bedingungen", "fragen", "begriffe"} <= vocabularies.keys()


def test_hostile_texts_come_back_as_they_were_and_hold_no_tag(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{**CASE, "titel": HOSTILE}])
    assert data(files, "praxis.json")[0]["titel"] == HOSTILE
    assert not [path for path in files if path.endswith((".json", ".jsonld")) and b"<" in files[path]]
