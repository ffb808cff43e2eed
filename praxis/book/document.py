"""The source of one PDF: our template, then calls of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from praxis.book.index import subject_index
from praxis.book.literals import Code, call, literal
from praxis.book.matter import all_sources, case, chapter, glossary, practice, transfer_grid, wanted_gaps
from praxis.book.typography import typeset
from praxis.book.volume import Volume
from praxis.wording import counted, german_date

_TEMPLATES = ("text.typ", "views.typ", "pages.typ", "parts.typ")
_UNDATED = dt.date(2000, 1, 1)
"""PDF/A asks for a date; a record that names none must not get a new one every day."""
_LICENCE = (
    "Die Texte stehen unter der Lizenz CC BY 4.0: Sie dürfen sie weitergeben und verändern, wenn Sie die Quelle nennen."
)
_READERS = "Für Fachleute geschrieben. Wenn Sie Hilfe für sich oder Ihr Kind suchen: Auskunft geben Jugendamt, Frühe Hilfen und Familienberatung an Ihrem Wohnort."
_HOW = "Die Texte schreibt die Redaktion aus öffentlichen Quellen, oder die genannte Stelle gibt sie frei. Beides steht bei jedem Fall. Was eine Quelle nicht sagt, steht als „nicht berichtet“ da; es zählt nie als Nein. Es gibt keine Punktzahl und keine Rangliste."
_ACCESS = "Diese Datei ist für Vorleseprogramme ausgezeichnet (PDF/UA-1) und für die Ablage geeignet (PDF/A-2a). Seitenzahlen in Verweisen und Registern sind Links."
_FONT = "Schrift: Source Sans 3 (Adobe), SIL Open Font License 1.1."


@cache
def template() -> str:
    """Our functions for the typesetter."""
    folder = files("praxis.book") / "typst"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in _TEMPLATES)


def source(volume: Volume) -> str:
    """The whole source of a PDF."""
    frame = call(
        "frame.with",
        volume.title,
        volume.settings.site_name,
        _date(volume),
        _edition(volume),
        volume.settings.description,
    )
    lines = [
        f"#let running = {literal(volume.running)}",
        template(),
        f"#show: {frame}",
        *(f"#{part}" for part in parts(volume)),
    ]
    return "\n".join(lines) + "\n"


def parts(volume: Volume) -> Iterator[Code]:
    """The parts in order."""
    selection = volume.selection
    if selection.has_front:
        yield from _front(volume)
    for record in selection.chapters:
        yield chapter(volume, record)
    if selection.is_whole:
        yield transfer_grid(volume)
        yield from practice(volume)
        yield from wanted_gaps(volume)
        yield glossary(volume)
        yield subject_index(volume)
        yield all_sources(volume)
    else:
        yield from (case(volume, record, 1) for record in selection.cases)


def _date(volume: Volume) -> Code:
    """Of a single record the day its facts are from, so that it changes only when they do; else today."""
    date = volume.library.today
    if not volume.selection.has_front:
        record = (*volume.selection.chapters, *volume.selection.cases)[0]
        date = record.as_of.earliest if record.as_of else _UNDATED
    return Code(f"datetime(year: {date.year}, month: {date.month}, day: {date.day})")


def _edition(volume: Volume) -> str:
    """What the foot of every page says about version and date."""
    if volume.selection.has_front:
        return f"{volume.settings.site_name}, Fassung vom {german_date(volume.library.today)}"
    record = (*volume.selection.chapters, *volume.selection.cases)[0]
    dated = f", Stand der Angaben: {german_date(record.as_of)}" if record.as_of else ""
    return f"{volume.settings.site_name}{dated}"


def _front(volume: Volume) -> Iterator[Code]:
    settings, selection = volume.settings, volume.selection
    counts = [
        counted(number, singular, plural)
        for number, singular, plural in (
            (len(selection.chapters), "Kapitel", "Kapitel"),
            (len(selection.cases), "Praxisbeispiel", "Praxisbeispiele"),
            (len(selection.gaps), "offene Lücke", "offene Lücken"),
        )
        if number
    ]
    date = german_date(volume.library.today)
    name = "Handbuch" if selection.is_whole else "Auswahl"
    yield call("cover", settings.site_name, settings.description, name, [", ".join(counts), f"Fassung vom {date}"])
    facts = [
        {"label": "Titel", "text": volume.title},
        {"label": "Fassung", "text": date},
        {"label": "Inhalt", "text": ", ".join(counts)},
        {"label": "Im Netz", "text": Code(f"printed-address({literal(settings.site_url)})")},
    ]
    yield call("imprint", "Impressum", [typeset(text) for text in (_HOW, _READERS, _LICENCE, _ACCESS, _FONT)], facts)
    yield call("contents", "Inhalt")
