"""What one PDF holds: the whole book, a chapter, a case, or what a committee chose."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case, Chapter, Gap
from praxis.relations.matching import wanted
from praxis.suggestions import did_you_mean, nearest


class SelectionError(Exception):
    """A selection that names what is not there, as a German sentence."""


@dataclass(frozen=True)
class Selection:
    """The records of one PDF, in order.

    ``is_whole`` adds everything that belongs to the book alone: grid, glossary, index, sources, open gaps. A PDF with
    ``has_front`` begins with a cover, imprint and contents.
    """

    chapters: tuple[Chapter, ...] = ()
    cases: tuple[Case, ...] = ()
    gaps: tuple[Gap, ...] = ()
    is_whole: bool = False

    @property
    def has_front(self) -> bool:
        """True for everything but a single chapter or case."""
        return self.is_whole or len(self.chapters) + len(self.cases) > 1


def whole(library: Library, with_cases: bool = True) -> Selection:
    """The book; ``library`` is the published one."""
    cases = tuple(library.cases.values()) if with_cases else ()
    return Selection(tuple(library.chapters.values()), cases, tuple(wanted(library)), is_whole=True)


def chosen(library: Library, chapters: Iterable[str], cases: Iterable[str]) -> Selection:
    """Chapters in the order of the handbook, cases in the order given, each once."""
    named = {_known(library.chapters, key, "Das Kapitel") for key in chapters}
    return Selection(
        chapters=tuple(chapter for key, chapter in library.chapters.items() if key in named),
        cases=tuple(library.cases[_known(library.cases, key, "Den Fall")] for key in dict.fromkeys(cases)),
    )


def _known(records: Iterable[str], key: str, what: str) -> str:
    known = tuple(records)
    if key in known:
        return key
    hint = did_you_mean(nearest(key, known))
    raise SelectionError(f"{what} „{key[:80]}“ gibt es nicht.{f' {hint}' if hint else ''}")


def shortlist(text: str) -> list[str]:
    """The ids of a list of cases: one a line, or the JSON of the site's shortlist (``{"faelle": [...]}`` or a list).

    Lines that begin with ``#`` are remarks. Raises :class:`SelectionError` where the text is neither.
    """
    if text.lstrip().startswith(("{", "[")):
        return _of_json(text)
    lines = (line.strip() for line in text.removeprefix("\ufeff").splitlines())
    return _some([line for line in lines if line and not line.startswith("#")])


def _of_json(text: str) -> list[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SelectionError("Die Auswahl ist kein gültiges JSON.") from None
    items = data.get("faelle") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise SelectionError("In der Auswahl fehlt die Liste „faelle“.")
    ids = [item.get("id") if isinstance(item, dict) else item for item in items]
    if not all(isinstance(item, str) for item in ids):
        raise SelectionError("Die Liste „faelle“ enthält etwas anderes als Kennungen.")
    return _some([str(item) for item in ids])


def _some(ids: list[str]) -> list[str]:
    if not ids:
        raise SelectionError("Die Auswahl ist leer.")
    return ids
