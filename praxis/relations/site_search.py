"""The search over the whole site: one index, for the browser's files, the commands and the matching alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from praxis.library import Library
from praxis.reference.documents import reference_documents
from praxis.relations.derived import derived
from praxis.search import Document, Searcher
from praxis.search.cache import cached_index
from praxis.search.documents import documents, synonyms

CACHE: Final = ".cache/suche"
"""Where the index is kept below the root."""


def site_documents(library: Library) -> Iterator[Document]:
    """Everything that the site's search finds, in a fixed order."""
    yield from documents(library)
    yield from reference_documents()


@derived
def site_searcher(library: Library) -> Searcher:
    """The search over everything in the library and the reference for editors: the same index that the browser loads."""
    return Searcher(cached_index(site_documents(library), synonyms(library), library.root / CACHE))
