"""Stemming: Snowball's German algorithm on folded forms.

M. F. Porter, *Snowball: A language for stemming algorithms* (2001); the German algorithm as of Snowball 3. On folded
forms a stem is the beginning of its form in practice; the few results that are not are replaced by the form
itself, so that an index can store a stem as "letters to cut". The browser has its own implementation
(``web/src/search/stemming.ts``), tested on form–stem pairs exported from this one.
"""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("german")


@lru_cache(maxsize=1 << 17)
def stem(form: str) -> str:
    """Return the stem of a folded form: never empty for a form that is not, and always its beginning."""
    result: str = _STEMMER.stemWord(form)
    return result if result and form.startswith(result) else form
