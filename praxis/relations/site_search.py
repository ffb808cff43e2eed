"""The search over the whole site: one index, for the browser's files, the commands and the matching alike."""

from __future__ import annotations

from praxis.library import Library
from praxis.reference.documents import reference_documents
from praxis.relations.derived import derived
from praxis.search import Searcher, build_index
from praxis.search.documents import documents, synonyms


@derived
def site_searcher(library: Library) -> Searcher:
    """The search over everything in the library and the reference for editors: the same index that the browser loads."""
    return Searcher(build_index([*documents(library), *reference_documents()], synonyms(library)))
