"""Pictures of a case, each with the same in words: its years as a line, and how much of its context is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from praxis.labels import label
from praxis.records import Case
from praxis.relations.context import case_context
from praxis.relations.reuse import case_title, place_of, reuses_by_new_case, reuses_of
from praxis.site.model import SiteModel
from praxis.site.parts import known
from praxis.wording import counted, german_date

Piece = dict[str, Any]
_OVER = ("beendet", "abgebrochen")


def timeline(model: SiteModel, case: Case) -> Piece:
    """The years of a case up to today, in percent of the line; empty where nobody reported when it began.

    A full bar reaches as far as the case is documented, a dashed one from there to its end or to today.
    """
    if case.period is None or case.period.start > model.library.today.year:
        return {}
    start, today = case.period.start, model.library.today.year
    events = sorted(_events(model, case), key=lambda event: event[0])
    end = case.period.end or today
    documented = max(start, min(end, case.as_of.latest.year))
    first, last = min(start, events[0][0]), max(today, events[-1][0])
    scale = 100 / max(last - first, 1)

    def place(year: int) -> float:
        return round((year - first) * scale, 1)

    marks = sorted({place(year) for year, _, is_reuse in events if is_reuse})
    return known(
        words=_words(start, documented, end, len(marks)),
        first=str(first),
        last=str(last),
        x=str(place(start)),
        width=str(max(round(place(documented) - place(start), 1), 1.0)),
        open=known(x=str(place(documented)), width=str(round(place(end) - place(documented), 1))) if end > documented else {},
        marks=[str(mark) for mark in marks],
        events=[{"year": str(year), "text": text} for year, text, _ in events],
    )  # fmt: skip


def _events(model: SiteModel, case: Case) -> Iterator[tuple[int, str, bool]]:
    """Year, words, and whether somebody took something over."""
    library = model.library
    for reuse in reuses_by_new_case(library).get(case.id, ()):
        if reuse.year:
            names = ", ".join(case_title(library, item) for item in reuse.originals)
            yield reuse.year, f"übernommen von: {names}", True
    if case.period:
        yield case.period.start, "Beginn", False
    for reuse in reuses_of(library, case.id):
        if reuse.year:
            outcome = label("ergebnis", reuse.outcome)
            yield reuse.year, f"Übernahme: {place_of(library, reuse.municipality)} ({outcome})", True
    if case.period and case.period.end:
        yield case.period.end, "Ende", False
    yield case.as_of.year, f"Stand der Angaben: {german_date(case.as_of)}", False


def _words(start: int, documented: int, end: int, reuses: int) -> str:
    words = f"Belegt von {start} bis {documented}" if documented > start else f"Belegt für {start}"
    if end > documented:
        words += f", bis {end} nicht belegt"
    return f"{words}, {counted(reuses, 'Übernahme', 'Übernahmen')}" if reuses else words


def profile(model: SiteModel, case: Case) -> list[Piece]:
    """Dimension -> how many of its conditions are reported, of how many."""
    context = model.library.vocabulary.context_model
    reported: Counter[str] = Counter(
        context.conditions[key].dimension for key, fact in case_context(model.library, case).items() if fact.values
    )
    totals: Counter[str] = Counter(condition.dimension for condition in context.conditions.values())
    return [
        known(
            title=dimension.title,
            reported=str(reported[key]) if reported[key] else "",
            total=str(totals[key]),
            words=f"{reported[key]} von {counted(totals[key], 'Bedingung', 'Bedingungen')} berichtet",
        )
        for key, dimension in context.dimensions.items()
        if totals[key]
    ]
