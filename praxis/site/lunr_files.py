"""The collection for other websites: a prebuilt lunr index of cases and gaps, its documents, and what reads queries for it.

Whoever uses lunr.js takes the files of ``daten/suche/`` that begin with ``lunr`` and has the collection in their own
search; ``lunr-beispiel.txt`` is a page that shows how (a text here, because it is no page of this site). The index holds
what a list shows of a record (title, place, topics, short text, headings), each word as our analysis makes it, with the
parts of compounds as further words. The query goes through the same analysis in ``lunr-praxis.js`` (from
``web/src/entries/lunr-praxis.ts``), registered with lunr as ``praxis``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from praxis.records import Case, Gap
from praxis.relations.site_search import site_searcher
from praxis.search import Document
from praxis.search.documents import documents
from praxis.search.lexicon import Lexicon
from praxis.search.stemming import stem
from praxis.search.stopwords import STOP_WORDS
from praxis.search.tokens import words
from praxis.site.model import SiteModel
from praxis.site.search_files import FOLDER

PIPELINE: Final = "praxis"
"""Under this name the browser's side registers the analysis."""
FIELDS: Final = {"titel": 8, "orte": 5, "themen": 2, "kurz": 1, "ueberschriften": 1}
"""Fields with their weights."""
_SCRIPTS: Final = Path(__file__).parent.parent / "theme" / "assets" / "js"
EXAMPLE: Final = Path(__file__).parent / "templates" / "lunr-beispiel.html"
"""The example page; 30 lines to copy."""


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """Index, documents, scripts and example; nothing without cases and gaps, or where the setting ``search_index`` is off."""
    if not model.settings.search_index:
        return
    found = [each for each in documents(model.library) if each.kind in (Case.kind, Gap.kind)]
    if not found:
        return
    short = _short_texts(model)
    yield f"{FOLDER}lunr-index.json", _json(_index(found, short, site_searcher(model.library).lexicon))
    yield f"{FOLDER}lunr-dokumente.json", _json(_shown(model, found, short))
    for name in ("lunr.js", "lunr-praxis.js"):
        yield FOLDER + name, (_SCRIPTS / name).read_bytes()
    yield f"{FOLDER}lunr-beispiel.txt", EXAMPLE.read_bytes()


def _short_texts(model: SiteModel) -> dict[str, str]:
    """Id of the document -> what the record is or asks, in a sentence."""
    library = model.library
    cases = {f"{Case.folder}/{case.id}": case.short for case in library.cases.values()}
    return cases | {f"{Gap.folder}/{gap.id}": gap.question for gap in library.gaps.values()}


def _index(found: Sequence[Document], short: dict[str, str], lexicon: Lexicon) -> dict[str, Any]:
    from lunr.builder import Builder  # takes as long to load as the site's own modules together

    builder = Builder()
    builder.ref("id")
    for name, weight in FIELDS.items():
        builder.field(name, weight)
    for each in found:
        texts = {name: each.text_of(name) for name in FIELDS} | {"kurz": short[each.id]}
        builder.add({"id": each.id, **{name: list(_terms(text, lexicon)) for name, text in texts.items()}})
    return {**builder.build().serialize(), "pipeline": [PIPELINE]}


def _terms(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The stems of a text, and those of the parts of its compounds."""
    for word in words(text):
        if word.form in STOP_WORDS:
            continue
        yield stem(word.form)
        term = lexicon.term_number.get(stem(word.form))
        parts = lexicon.parts_of.get(term, ()) if term is not None else ()
        yield from (lexicon.terms[part] for part in parts)


def _shown(model: SiteModel, found: Sequence[Document], short: dict[str, str]) -> dict[str, Any]:
    """What a list of hits shows, by id, and where the addresses begin."""
    entries = {
        each.id: {
            "titel": each.title,
            "art": each.kind,
            "ort": each.text_of("orte").replace("\n", ", "),
            "kurz": short[each.id],
            "url": each.url,
        }
        for each in found
    }
    return {"basis": model.settings.site_url, "lizenz": "CC BY 4.0", "dokumente": entries}


def _json(value: Any) -> bytes:
    """No text in it can be taken for a tag."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace("<", "\\u003c").encode()
