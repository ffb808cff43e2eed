"""The search index as files of the site: complete, named by content, the same for the same contents."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from praxis.library import Library
from praxis.scripts import read_data_script
from praxis.search import Searcher, index_from_files
from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.search_files import FOLDER, files
from tests.builders import load_site


def made(library: Library, *, search_index: bool = True) -> dict[str, bytes]:
    settings = replace(Settings.load(library.root), search_index=search_index)
    return dict(files(SiteModel(library.public, settings)))


def test_the_manifest_names_every_file_and_they_are_the_index(tmp_path: Path) -> None:
    found = made(load_site(tmp_path, cases=[{"id": "besuche", "titel": "Hausbesuche"}]))
    manifest = read_data_script(found[f"{FOLDER}verzeichnis.js"])
    passages = {f"stellen-{number}.js": file for number, file in enumerate(manifest.pop("stellen"))}
    named = {f"{name}.js": file for name, file in manifest.items()} | passages
    assert {FOLDER + file for file in named.values()} | {f"{FOLDER}verzeichnis.js"} == set(found)
    index = index_from_files({name: found[FOLDER + file] for name, file in named.items()})
    assert Searcher(index).search("Hausbesuch").hits[0].entry.id == "praxis/besuche"


def test_names_end_in_a_hash_of_the_content(tmp_path: Path) -> None:
    for path, content in made(load_site(tmp_path, cases=[{"id": "besuche"}])).items():
        if not path.endswith("verzeichnis.js"):
            assert path.removesuffix(".js").rpartition("-")[2] == sha256(content).hexdigest()[:12]


def test_the_same_contents_give_the_same_files(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": "besuche"}, {"id": "lotsen"}])
    assert list(made(library).items()) == list(made(library).items())


def test_the_setting_leaves_the_index_out(tmp_path: Path) -> None:
    assert made(load_site(tmp_path, cases=[{"id": "besuche"}]), search_index=False) == {}
