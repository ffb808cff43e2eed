"""Keeping what was derived from a library with that library."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from praxis.library import Library

T = TypeVar("T")


def derived(function: Callable[[Library], T]) -> Callable[[Library], T]:
    """Compute a function of the library once for each library.

    A library never changes, so its derived indexes may live exactly as long as it does. They are kept in the library's
    own namespace, as ``functools.cached_property`` does; no global table has to be emptied.
    """

    @wraps(function)
    def once(library: Library) -> T:
        kept: dict[Callable[[Library], Any], Any] = vars(library).setdefault("_derived", {})
        if function not in kept:
            kept[function] = function(library)
        return cast(T, kept[function])

    return once
