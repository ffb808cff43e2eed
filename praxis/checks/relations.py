"""Checks between records: ids, references, context values, origins in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice

from praxis.checks.former_ids import check_former_ids
from praxis.checks.origins import check_origins
from praxis.files import ContentFiles
from praxis.findings import MAX_PER_FILE, Finding
from praxis.gap_progress import contradiction
from praxis.places import Positions, clip
from praxis.records import Case, FieldPath, Gap, Record, Reference, Reuse
from praxis.records.case import CoreElement
from praxis.records.values import Context, Effort
from praxis.schema import Problem
from praxis.suggestions import did_you_mean, nearest
from praxis.vocabulary import ContextCondition, Vocabulary

_LABELS = {
    "praxis": "Den Fall",
    "luecke": "Die Lücke",
    "kommune": "Die Kommune",
    "treffen": "Das Treffen",
    "kapitel": "Das Kapitel",
    "standard": "Den Standard",
    "thema": "Das Thema",
    "uebergang": "Den Übergang",
    "bedingung": "Die Bedingung",
}
_VOCABULARIES = {"standard", "thema", "uebergang", "bedingung"}
_SUGGESTION_LIMIT = 500
"""Suggestions looked up per run: enough for people, bounded for thousands of broken files."""

Placing = Callable[[str], Positions]


def check_relations(
    records: Sequence[Record], files: ContentFiles, vocabulary: Vocabulary, positions: Placing
) -> Iterator[Finding]:
    """Everything that shows only between records; ``positions`` tells where a file's fields stand."""
    yield from _duplicates(files)
    ids = _known_ids(files)
    checker = _References(ids, vocabulary)
    cores = {record.id: record.core for record in records if isinstance(record, Case)}
    reuses = [record for record in records if isinstance(record, Reuse)]
    for record in records:
        problems = chain(
            checker.of(record),
            _context_problems(record, vocabulary),
            _status_problems(record, reuses),
            _core_problems(record, cores),
        )
        for problem in islice(problems, MAX_PER_FILE + 1):
            yield problem.placed(record.path, positions(record.path))
    for record, problem in check_former_ids(records, files):
        yield problem.placed(record.path, positions(record.path))
    for case, problem in check_origins([record for record in records if isinstance(record, Case)]):
        yield problem.placed(case.path, positions(case.path))


def _known_ids(files: ContentFiles) -> dict[str, tuple[str, ...]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for file in files.records:
        ids[file.type.kind].append(file.id)
    return {kind: tuple(dict.fromkeys(names)) for kind, names in ids.items()}


def _duplicates(files: ContentFiles) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for file in files.records:
        key = (file.type.kind, file.id.lower())
        if key in first:
            yield Finding(
                file.path,
                1,
                1,
                None,
                "kennung-doppelt",
                f"Die Kennung „{file.id}“ hat schon {first[key]}.",
                "Geben Sie einer der beiden Dateien einen anderen Namen.",
            )
        first.setdefault(key, file.path)


class _References:
    def __init__(self, ids: dict[str, tuple[str, ...]], vocabulary: Vocabulary) -> None:
        self._names = {**ids, **{kind: tuple(vocabulary.terms(kind)) for kind in _VOCABULARIES}}
        self._known = {kind: frozenset(names) for kind, names in self._names.items()}
        self._left = _SUGGESTION_LIMIT

    def of(self, record: Record) -> Iterator[Problem]:
        for reference in record.references():
            known = self._known.get(reference.kind, frozenset())
            # A vocabulary that could not be read has a finding of its own; its terms are not all unknown for that.
            if reference.id and reference.id not in known and (known or reference.kind not in _VOCABULARIES):
                yield self._problem(reference)

    def _problem(self, reference: Reference) -> Problem:
        known = self._names.get(reference.kind, ())
        similar: list[str] = []
        if self._left > 0:
            self._left -= 1
            similar = nearest(reference.id, known)
        place = "im Vokabular" if reference.kind in _VOCABULARIES else "in der Sammlung"
        rule = "begriff-unbekannt" if reference.kind in _VOCABULARIES else "verweis-unbekannt"
        return Problem(
            reference.field,
            rule,
            f"{_LABELS.get(reference.kind, 'Den Eintrag')} „{clip(reference.id)}“ gibt es {place} nicht.",
            did_you_mean(similar) or _advice(reference.kind),
            at_key=bool(reference.field) and reference.field[-1] == reference.id,
        )


def _advice(kind: str) -> str:
    if kind in _VOCABULARIES:
        return "Nehmen Sie eine Kennung aus dem Vokabular."
    return "Prüfen Sie die Kennung (Dateiname ohne „.md“), oder legen Sie den Eintrag an."


def _context_problems(record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    conditions = vocabulary.context_model.conditions
    for path, context in record.contexts():
        yield from _values(path, context or {}, conditions)
    for name, effort in (("aufwand", getattr(record, "effort", None)), ("grenzen", getattr(record, "limits", None))):
        if isinstance(effort, Effort):
            for condition_id, band in effort.bands().items():
                if condition := conditions.get(condition_id):
                    yield from _value((name, condition_id), band, condition)


def _values(path: FieldPath, context: Context, known: Mapping[str, ContextCondition]) -> Iterator[Problem]:
    for condition_id, value in context.items() if known else ():
        condition = known.get(condition_id)
        if condition is None:
            similar = did_you_mean(nearest(condition_id, tuple(known)))
            yield Problem(
                (*path, condition_id),
                "begriff-unbekannt",
                f"Die Bedingung „{clip(condition_id)}“ gibt es im Vokabular nicht.",
                similar or _advice("bedingung"),
                at_key=True,
            )
            continue
        for text in value.values:
            yield from _value((*path, condition_id, "wert"), text, condition)


def _value(path: FieldPath, text: str, condition: ContextCondition) -> Iterator[Problem]:
    if text not in condition.options:
        options = list(condition.options)
        hint = did_you_mean(nearest(text, tuple(options), 1))
        yield Problem(
            path,
            "wert-unbekannt",
            f"„{clip(text)}“ ist kein Wert der Bedingung „{condition.title}“.",
            f"{hint} Möglich sind: {', '.join(options)}.".strip(),
        )


def _status_problems(record: Record, reuses: Sequence[Reuse]) -> Iterator[Problem]:
    if isinstance(record, Gap) and (found := contradiction(record, reuses)):
        yield Problem(
            ("status",),
            "status-widerspruch",
            f"Der Status ist „{record.status}“, obwohl {found.clause}.",
            f"Prüfen Sie, ob „{found.proposal}“ zutrifft."
            if found.proposal
            else "Tragen Sie ein, was geschehen ist, oder ändern Sie den Status.",
        )


def _core_problems(record: Record, cores: Mapping[str, Sequence[CoreElement]]) -> Iterator[Problem]:
    """Core elements taken over that the original cases do not name; not checked where an original has no entry."""
    if not isinstance(record, Reuse) or not all(original.id in cores for original in record.originals):
        return
    known = tuple(element.id for original in record.originals for element in cores[original.id or ""] if element.id)
    for index, element_id in enumerate(record.adopted):
        if element_id and element_id not in known:
            yield Problem(
                ("uebernommen", index),
                "verweis-unbekannt",
                f"Das Kernelement „{clip(element_id)}“ gibt es im übernommenen Fall nicht.",
                did_you_mean(nearest(element_id, known)) or "Kernelemente haben ihre Kennung unter „kern“ im Fall.",
            )
