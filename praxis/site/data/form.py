"""Data of the form: its fields and vocabularies, what the collection holds, and the file of each record as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from praxis.editing.web_form import FORM_TYPES, form_spec
from praxis.library import Library
from praxis.records import Case, Record, Reuse
from praxis.scripts import data_script
from praxis.site.model import SiteModel
from praxis.site.shelves import SOURCE_SHELVES, shelf_files

FIELDS = "formular/felder"
ENTRIES = "formular/eintraege"


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """All data files of the form with their paths."""
    yield f"daten/{FIELDS}.js", data_script(FIELDS, form_spec(model.library.vocabulary))
    yield f"daten/{ENTRIES}.js", data_script(ENTRIES, known(model.library))
    sources: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for record in model.library.records():
        file = model.library.root / record.path
        if isinstance(record, FORM_TYPES) and file.is_file():
            # Bytes, so that line ends and a byte-order mark stay what they are.
            sources[record.folder].append((record.id, file.read_bytes().decode("utf-8")))
    for folder, texts in sources.items():
        yield from shelf_files(f"quelltext/{folder}", texts, SOURCE_SHELVES)


def known(library: Library) -> dict[str, Any]:
    """What a new record may name and must not repeat; see ``Known`` in ``web/src/form/spec.ts``.

    Drafts are published nowhere, so the form does not know them: that an id is a draft's shows in the check of a proposal.
    """
    entries: dict[str, dict[str, Any]] = defaultdict(dict)
    former: dict[str, dict[str, str]] = defaultdict(dict)
    for record in library.records():
        entries[record.kind][record.id] = _entry(record, library)
        for old in record.former:
            former[record.kind].setdefault(old, record.path)
    return {"entries": entries, "former": former, "files": sorted(_other_files(library))}


def _entry(record: Record, library: Library) -> dict[str, Any]:
    entry: dict[str, Any] = {"title": record.title}
    if isinstance(record, Case):
        place = library.municipalities.get(record.municipality)
        core = {element.id: element.text for element in record.core if element.id}
        entry |= {"place": place.title if place else record.municipality, "core": core, "origins": record.origins}
    elif isinstance(record, Reuse) and record.municipality.text:
        entry["place"] = record.municipality.text
    return {key: value for key, value in entry.items() if value}


def _other_files(library: Library) -> Iterator[str]:
    """Files that texts link to and that no id leads to: chapters, pages, images."""
    yield from (chapter.path for chapter in library.chapters.values())
    yield from library.files.pages
    yield from library.files.images
