"""The review page as text: readable in a terminal, and Markdown for those who paste it somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from praxis.editing.review import Review
from praxis.labels import label
from praxis.wording import german_date, quoted

_SIGNS = {"berichtet": "✓", "teilweise": "◐", "nicht berichtet": "○"}


def review_text(review: Review) -> str:
    """The whole page."""
    return "\n".join(_lines(review)) + "\n"


def _lines(review: Review) -> Iterator[str]:
    case = review.case
    yield f"# {case.title} ({review.place})"
    yield ""
    yield f"{case.path}, Stand der Angaben: {german_date(case.as_of)}, Stufe: {label('stufe', case.shelf)}, {_release(review)}"
    yield from _section("Befunde der Prüfung", (_finding(review)), "Keine.")
    yield ""
    yield "## Berichtskarte"
    yield ""
    for entry in review.card:
        missing = f" (fehlt: {', '.join(entry.missing)})" if entry.state == "teilweise" else ""
        yield f"- {_SIGNS[entry.state]} {entry.title}: {entry.state}{missing}"
    yield from _section("Vielleicht schon vorhanden", review.duplicates, "Kein Eintrag mit fast demselben Titel.")
    yield from _section("Ähnliche Praxisbeispiele", review.similar, "Keine.")
    yield from _section("Lücken, zu denen es passen kann", review.gaps, "Keine.")
    yield from _section("Adressen zum Nachsehen", review.addresses, "Die Quellen nennen keine.")
    yield from _section("Lesbarkeit", (review.readability.text, *_long(review)), "")
    yield from _section("Fragen an die Kommune, zum Kopieren", review.questions, "Alles ist berichtet.")


def _release(review: Review) -> str:
    if isinstance(review.case.release, str):
        return "nicht von der Kommune freigegeben"
    return f"freigegeben von: {review.case.release.office}"


def _finding(review: Review) -> Iterator[str]:
    for finding in review.findings:
        yield f"Zeile {finding.line}: {finding.message} {finding.remedy}"


def _long(review: Review) -> Iterator[str]:
    for sentence in review.readability.long_sentences:
        yield f"Langer Satz ({len(sentence.split())} Wörter): {quoted(sentence)}"


def _section(title: str, entries: Iterable[str], empty: str) -> Iterator[str]:
    shown = list(entries)
    yield ""
    yield f"## {title}"
    yield ""
    yield from [f"- {entry}" for entry in shown] or [empty]
