"""Prepared pieces that several pages show: age bars, references, lines of lists, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from praxis.records import Case, Gap, Record
from praxis.records.dates import PartialDate
from praxis.records.values import AgeSpan, Source
from praxis.vocabulary import ContextCondition
from praxis.wording import age_words, enumeration, german_date

Piece = dict[str, Any]
_YOUNGEST, _OLDEST = -1.0, 27.0
GAP_STATUS_UNKNOWN = "Stand nicht berichtet"
GAP_ORIGINS: Mapping[str, str] = {
    "gemeldet": "von einer Kommune gemeldet",
    "redaktionell": "aus Texten gefolgert (Redaktion)",
}


def age_bar(ages: AgeSpan | str) -> Piece:
    """Place and width of a span in percent of −1 to 27 years, and its words; no width where no span is known."""
    words = age_words(ages)
    if isinstance(ages, str):
        return {"words": words} if ages == "nicht-berichtet" else {"x": 0, "width": 100, "words": words}
    start, end = (min(max(bound, _YOUNGEST), _OLDEST) for bound in ages.bounds)
    scale = 100 / (_OLDEST - _YOUNGEST)
    return {
        "x": round((start - _YOUNGEST) * scale, 1),
        "width": max(round((end - start) * scale, 1), 1),
        "words": words,
    }


def reference(record: Record) -> Piece:
    """A link to a record's page; the address is relative to the site."""
    return {"title": record.title, "url": record.address}


def terms(ids: Iterable[str], section: str, vocabulary: Mapping[str, Any]) -> list[Piece]:
    """Links to the pages of vocabulary terms."""
    return [{"title": vocabulary[key].title, "url": f"{section}/{key}.html"} for key in ids if key in vocabulary]


def host_of(address: str) -> str:
    """Who is behind an address, for the text of a link: ``www.example.org`` → ``example.org``."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def source(entry: Source) -> Piece:
    """A source as its page shows it; only what is known."""
    facts = {
        "title": entry.title or (f"Seite bei {host_of(entry.url)}" if entry.url else None),
        "publisher": entry.publisher,
        "year": entry.year,
        "url": entry.url,
        "note": entry.note,
    }
    return {key: value for key, value in facts.items() if value}


def sources(record: Record) -> list[Piece]:
    """The sources of a record, in the order of their numbers."""
    return [source(entry) for entry in record.sources]


def condition_words(condition: ContextCondition, values: Iterable[str]) -> str:
    """Known values of a condition in words, in the order of its options; empty where nothing is known."""
    known = set(values)
    return enumeration(title for value, title in condition.options.items() if value in known)


def as_of_note(date: PartialDate | None) -> str:
    """``Stand 2018.``; empty without a date."""
    return f"Stand {german_date(date)}." if date else ""


def first_upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def known(**facts: Any) -> Piece:
    """The facts that are there: empty ones are left out, so that pages stay small."""
    return {key: value for key, value in facts.items() if value or (value == 0 and value is not False)}


def gap_origin(gap: Gap) -> str:
    """Whose question a gap is."""
    return GAP_ORIGINS[gap.origin]


def source_of_text(case: Case) -> str:
    """Whether a case was written from public sources or released by an office."""
    if isinstance(case.release, str):
        return "aus öffentlichen Quellen geschrieben, nicht von der Kommune freigegeben"
    return f"freigegeben von: {case.release.office}, {german_date(case.release.date)}"
