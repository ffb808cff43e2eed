"""The JSON-LD file describes the collection and every record, without a context that must be fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.library import Library
from praxis.site import build
from tests.site.data.support import HOSTILE, data, made
from tests.site_building import PROJECT


def nodes(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {node["@id"]: node for node in data(files, "sammlung.jsonld")["@graph"]}


def test_the_collection_is_a_data_set_with_licence_and_files(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "a"}])
    collection = nodes(files)["https://praxis.example/daten/sammlung.jsonld"]
    assert "Dataset" in collection["@type"]
    assert collection["license"].startswith("https://creativecommons.org/licenses/by/4.0/")
    for distribution in collection["distribution"]:
        assert distribution["contentUrl"].removeprefix("https://praxis.example/") in files


def test_every_record_is_described_and_every_address_is_absolute() -> None:
    library = Library.load(PROJECT)
    files = build(library)
    described = nodes(files)
    for record in library.public.records():
        assert described[f"https://praxis.example/{record.address}"]["name"] == record.title
    pages = {f"https://praxis.example/{path.removesuffix('.md')}.html" for path in files}
    named = {
        place["@id"]
        for node in described.values()
        for value in node.values()
        for place in (value if isinstance(value, list) else [value])
        if isinstance(place, dict) and set(place) == {"@id"} and place["@id"].startswith("https://praxis.example/")
    }
    assert named - pages - {"https://praxis.example/daten/sammlung.jsonld"} == set()


def test_the_context_needs_no_request(tmp_path: Path) -> None:
    assert isinstance(data(made(tmp_path), "sammlung.jsonld")["@context"], dict)


def test_hostile_texts_are_texts(tmp_path: Path) -> None:
    files = made(tmp_path, gaps=[{"id": "a", "frage": HOSTILE}])
    assert nodes(files)["https://praxis.example/luecken/a.html"]["text"] == HOSTILE
    assert b"</script" not in files["daten/sammlung.jsonld"]
