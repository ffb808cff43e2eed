"""Rules about several fields of one record; they hold for what is sound of it, whatever else is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from praxis.records import Case, FieldPath, Gap, Meeting, Municipality, Record, Reuse
from praxis.records.dates import PartialDate
from praxis.schema import Problem, age_problems


def check_consistency(record: Record, data: dict[str, Any]) -> Iterator[Problem]:
    """Fields that contradict each other or are nothing without another.

    ``record`` may be salvaged; ``data`` is the front matter as read and tells what was written at all.
    """
    yield from _sources(data.get("quellen"))
    if isinstance(record, Case):
        yield from _case(record, data)
    if isinstance(record, (Case, Gap)):
        yield from age_problems(record.ages, ("alter",))
    if isinstance(record, Reuse):
        yield from _pointers(data)
    if isinstance(record, Municipality):
        for index, programme in enumerate(record.programmes):
            yield from _years(programme.start, programme.end, ("programm", index))
    if isinstance(record, Meeting):
        yield from _meeting(record)


def _sources(sources: Any) -> Iterator[Problem]:
    for index, source in enumerate(sources if isinstance(sources, list) else ()):
        if _says_nothing(source, "titel", "url"):
            yield Problem(
                ("quellen", index),
                "quelle-leer",
                "Die Quelle hat weder Titel noch Adresse.",
                "Ergänzen Sie „titel“ oder „url“.",
            )


def _says_nothing(value: Any, *keys: str) -> bool:
    """True for a group of fields in which none of ``keys`` was written."""
    return isinstance(value, dict) and all(value.get(key) is None for key in keys)


def _case(case: Case, data: dict[str, Any]) -> Iterator[Problem]:
    if case.period:
        yield from _years(case.period.start, case.period.end, ("zeitraum",))
    if case.shelf == "geprueft" and data.get("pruefvermerk") is None:
        yield Problem(
            ("stufe",),
            "stand-prueft",
            "Die Stufe „geprueft“ braucht einen Prüfvermerk.",
            "Ergänzen Sie „pruefvermerk: {stelle: …, datum: …}“.",
        )
    if case.end_reason and case.status and case.status not in ("beendet", "abgebrochen"):
        yield Problem(
            ("ende_grund",),
            "ende-grund",
            f"Ein Grund für das Ende passt nicht zum Status „{case.status}“.",
            "Löschen Sie „ende_grund“, oder setzen Sie den Status auf „beendet“ oder „abgebrochen“.",
        )
    number, sources = case.evidence.source if case.evidence else None, data.get("quellen")
    if number and isinstance(sources, list) and number > len(sources):
        yield Problem(
            ("nachweis", "quelle"),
            "quelle-nummer",
            f"Eine Quelle mit der Nummer {number} gibt es nicht.",
            "Nummern zählen die Liste „quellen“ ab 1.",
        )
    yield from _core_ids(case)


def _core_ids(case: Case) -> Iterator[Problem]:
    seen = Counter[str]()
    for index, element in enumerate(case.core):
        if element.id:
            seen[element.id] += 1
            if seen[element.id] == 2:
                yield Problem(
                    ("kern", index, "id"),
                    "kennung-doppelt",
                    f"Die Kennung „{element.id}“ hat schon ein anderes Kernelement dieses Falls.",
                    "Geben Sie jedem Kernelement eine eigene Kennung.",
                )


def _pointers(data: dict[str, Any]) -> Iterator[Problem]:
    originals = data.get("praxis")
    listed = (
        [(("praxis", index), original) for index, original in enumerate(originals)]
        if isinstance(originals, list)
        else []
    )
    written: list[tuple[FieldPath, Any]] = [*listed, (("praxis",), originals), (("kommune",), data.get("kommune"))]
    for path, pointer in written:
        if _says_nothing(pointer, "id", "text"):
            yield Problem(
                path,
                "feld-leer",
                "Hier steht weder eine Kennung noch ein Text.",
                "Nennen Sie die Kennung des Eintrags, oder schreiben Sie „text:“, wo es keinen Eintrag gibt.",
            )


def _years(start: int | None, end: int | None, path: FieldPath) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield _upside_down(path, "von", "bis")


def _meeting(meeting: Meeting) -> Iterator[Problem]:
    if isinstance(meeting.start, PartialDate) and meeting.end and meeting.end < meeting.start.earliest:
        yield _upside_down(("ende",), "beginn", "ende")


def _upside_down(path: FieldPath, first: str, last: str) -> Problem:
    return Problem(
        path, "zeit-verdreht", "Der Zeitraum endet, bevor er beginnt.", f"Tauschen Sie „{first}“ und „{last}“."
    )
