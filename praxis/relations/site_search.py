"""The search over the whole site: one index, for the browser's files, the commands and the matching alike."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.library import Library
from praxis.reference.documents import reference_documents
from praxis.relations.derived import derived
from praxis.search import Document, Searcher, build_index
from praxis.search.documents import documents, synonyms


def site_documents(library: Library) -> Iterator[Document]:
    """Everything that the site's search finds, in a fixed order."""
    yield from documents(library)
    yield from reference_documents()


@derived
def site_searcher(library: Library) -> Searcher:
    """The search over everything in the library and the reference for editors: the same index that the browser loads."""
    return Searcher(build_index(site_documents(library), synonyms(library)))
