"""Evidence and status in words: no grade is ever turned into a number."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from praxis.labels import label
from praxis.records import Case
from praxis.records.values import Source
from praxis.wording import as_sentence, years_before

_SENTENCES = {
    "begruendet": "Warum es wirken soll, ist nachvollziehbar begründet; gemessen wurde die Wirkung nicht.",
    "beobachtet": "In den eigenen Daten ist eine Veränderung zu sehen; ob die Praxis sie bewirkt hat, ist offen.",
    "wahrscheinlich": "Eine Wirkung ist wahrscheinlich: Eine Vergleichsgruppe oder mehrere Orte sprechen dafür.",
    "nachgewiesen": "Die Wirkung ist nachgewiesen: streng, unabhängig und über längere Zeit untersucht.",
}
_LABELS = {
    "begruendet": "Wirkung begründet, nicht gemessen",
    "beobachtet": "Veränderung beobachtet, Ursache offen",
    "wahrscheinlich": "Wirkung wahrscheinlich",
    "nachgewiesen": "Wirkung nachgewiesen",
}
UNREPORTED_LABEL = "Wirkung nicht berichtet"
UNREPORTED_SENTENCE = "Über Wirkungen ist nichts berichtet."
OUTDATED_AFTER_YEARS = 2


@dataclass(frozen=True, slots=True)
class EvidenceWords:
    """What is known about effects: a sentence on the grade, the reported result, and its source with its number."""

    label: str
    sentence: str
    kinds: tuple[str, ...] = ()
    result: str | None = None
    source_number: int | None = None
    source: Source | None = None


def evidence_words(case: Case) -> EvidenceWords:
    """What is known about effects of a case, in words; where nothing is, the sentence says so."""
    evidence = case.evidence
    if evidence is None:
        return EvidenceWords(UNREPORTED_LABEL, UNREPORTED_SENTENCE)
    return EvidenceWords(
        label=_LABELS[evidence.grade],
        sentence=_SENTENCES[evidence.grade],
        kinds=tuple(evidence.kinds),
        result=as_sentence(evidence.result) if evidence.result else None,
        source_number=evidence.source,
        source=case.sources[evidence.source - 1] if evidence.source else None,
    )


def evidence_label(case: Case) -> str:
    """The evidence in a few words, for lists."""
    return _LABELS[case.evidence.grade] if case.evidence else UNREPORTED_LABEL


def grade_label(grade: str) -> str:
    """A grade of evidence, or ``nicht-berichtet``, in a few words."""
    return _LABELS.get(grade, UNREPORTED_LABEL)


def is_outdated(case: Case, today: dt.date) -> bool:
    """True if the facts are as of more than two years ago."""
    return case.as_of.latest < years_before(today, OUTDATED_AFTER_YEARS)


def running_label(case: Case, today: dt.date) -> str:
    """Whether the practice still runs: ``läuft``, ``Angaben zuletzt belegt 2015``, ``beendet 2018 (Geld fehlte)`` …"""
    if case.status == "nicht-berichtet":
        return "Status nicht berichtet"
    if case.status in ("beendet", "abgebrochen"):
        return _ended(case)
    if not is_outdated(case, today):
        return label("status", case.status)
    if case.status == "laeuft":
        return f"Angaben zuletzt belegt {case.as_of.year}"
    return f"{label('status', case.status)} (zuletzt belegt {case.as_of.year})"


def _ended(case: Case) -> str:
    year = f" {case.period.end}" if case.period and case.period.end else ""
    reason = f" ({label('ende_grund', case.end_reason)})" if case.end_reason else ""
    return f"{label('status', case.status)}{year}{reason}"
