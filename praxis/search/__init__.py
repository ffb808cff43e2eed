"""German search: analysis, index, ranking, files for the browser, evaluation.

Generic: documents and synonyms in, an index out. It knows no records of the knowledge base; the browser's side is
``web/src/search/``.
"""

from praxis.search.building import build_index
from praxis.search.evaluation import evaluate
from praxis.search.files import index_files, index_from_files
from praxis.search.index import Entry, Index
from praxis.search.model import DEFAULT_FIELDS, Document, Field, Settings, Synonym
from praxis.search.reasons import Reason
from praxis.search.searching import Hit, Results, Searcher, Unknown
from praxis.search.shared_words import SharedWords, shared_words

__all__ = [
    "DEFAULT_FIELDS",
    "Document",
    "Entry",
    "Field",
    "Hit",
    "Index",
    "Reason",
    "Results",
    "Searcher",
    "Settings",
    "SharedWords",
    "Synonym",
    "Unknown",
    "build_index",
    "evaluate",
    "index_files",
    "index_from_files",
    "shared_words",
]
