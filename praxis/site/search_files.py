"""The search index as files of the site, under ``daten/suche/``.

Names end in a hash of the content, so that a browser may keep a file for ever; ``verzeichnis.js`` alone keeps its name and
says which files belong together. The browser's side is ``web/src/search/site.ts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from praxis.relations.site_search import site_searcher
from praxis.scripts import data_script
from praxis.search import Index, index_files
from praxis.search.files import PASSAGES
from praxis.search.filters import Choice
from praxis.site.model import SiteModel
from praxis.site.search_filters import choices

FOLDER: Final = "daten/suche/"
MANIFEST: Final = "verzeichnis"
FILTERS: Final = "filter"
_HASH_LETTERS: Final = 12


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The index and its manifest; nothing where the setting ``search_index`` is off."""
    if model.settings.search_index:
        yield from named_files(site_searcher(model.library).index, choices(model.library))


def named_files(index: Index, understood: Iterable[Choice] = ()) -> Iterator[tuple[str, bytes]]:
    """The files of an index by their path in the site, with the filters that are ``understood``, and the manifest."""
    choices_file = data_script(f"suche/{FILTERS}", [_plain(each) for each in understood])
    yield from named_index_files({**index_files(index), f"{FILTERS}.js": choices_file})


def named_index_files(made: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Files by the names that the browser asks for -> files by their path in the site, and the manifest."""
    names = {name.removesuffix(".js"): _named(name, content) for name, content in made.items()}
    for name, content in made.items():
        yield FOLDER + names[name.removesuffix(".js")], content
    yield f"{FOLDER}{MANIFEST}.js", data_script(f"suche/{MANIFEST}", _manifest(names))


def _plain(each: Choice) -> list[object]:
    return [each.facet, each.value, each.label, [" ".join(wording) for wording in each.wordings]]


def _named(name: str, content: bytes) -> str:
    return f"{name.removesuffix('.js')}-{sha256(content).hexdigest()[:_HASH_LETTERS]}.js"


def _manifest(names: Mapping[str, str]) -> dict[str, str | list[str]]:
    """File names by the names that the browser asks for; those of the passages as a list, in their order."""
    passages = [file for name, file in names.items() if name.startswith(f"{PASSAGES}-")]
    others = {name: file for name, file in names.items() if not name.startswith(f"{PASSAGES}-")}
    return {**others, PASSAGES: passages}
