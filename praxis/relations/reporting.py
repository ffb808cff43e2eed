"""The reporting card: what a case reports of what others need to judge it, and what it leaves open.

Each entry asks for one or more parts. All there: *berichtet*; some: *teilweise*; none: *nicht berichtet*. Only what the
case itself says counts, not its municipality's context.

===================  =====================================================================================
entry                parts (front-matter keys, headings of the body)
===================  =====================================================================================
beteiligte           ``alter`` known · ``wer.beteiligte``
umsetzung            text under „Vorgehen“ · ``abweichung``
umfeld               text under „Ausgangslage“ · at least three conditions of ``kontext`` (effort not counted)
kosten               ``aufwand.sachkosten`` (or the condition) · ``finanzierung``
qualitaetssicherung  ``qualitaetssicherung``
traeger              ``wer.traeger`` · ``wer.federfuehrung``
personal             ``aufwand.personal`` (or the condition) · the condition ``qualifikation``
kern                 ``kern`` · ``form``
reife                each of ``reife.handbuch``, ``.schulung``, ``.begleitung``, ``.hospitation``
===================  =====================================================================================
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from praxis.library import Library
from praxis.records import Case
from praxis.records.values import NOT_REPORTED
from praxis.relations.context import EFFORT_CONDITIONS
from praxis.relations.derived import derived
from praxis.wording import enumeration

CardState = Literal["berichtet", "teilweise", "nicht berichtet"]
ENVIRONMENT_LEAST = 3
"""Conditions of ``kontext`` that make the environment known."""


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One entry of the card, with what is known and what is missing as German nouns."""

    id: str
    title: str
    state: CardState
    known: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def text(self) -> str:
        """``berichtet: Träger; nicht berichtet: Federführung``."""
        parts = []
        if self.known:
            parts.append(f"berichtet: {enumeration(self.known)}")
        if self.missing:
            parts.append(f"nicht berichtet: {enumeration(self.missing)}")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of an entry: its noun, the sentence when it is missing, and how to see whether it is there."""

    noun: str
    sentence: str
    is_known: Callable[[Case], object]


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    title: str
    parts: tuple[_Part, ...]


def _heading(name: str) -> Callable[[Case], object]:
    """Whether there is text, or a heading of a lower level, below the heading."""
    pattern = re.compile(rf"^## +{re.escape(name)} *#* *\n\s*(?!##? )\S", re.MULTILINE)
    return lambda case: pattern.search(case.body)


def _band(name: str) -> Callable[[Case], object]:
    return lambda case: (case.effort and name in case.effort.bands()) or _condition(case, name)


def _condition(case: Case, name: str) -> bool:
    return name in case.context and bool(case.context[name].values)


def _has_environment(case: Case) -> bool:
    known = [name for name, value in case.context.items() if value.values and name not in EFFORT_CONDITIONS]
    return len(known) >= ENVIRONMENT_LEAST


_ENTRIES = (
    _Entry(
        "beteiligte",
        "Beteiligte und Zielgruppe",
        (
            _Part(
                "Alter der Zielgruppe",
                "Das Alter der Zielgruppe ist nicht berichtet.",
                lambda c: c.ages != NOT_REPORTED,
            ),
            _Part(
                "beteiligte Stellen",
                "Die beteiligten Stellen sind nicht berichtet.",
                lambda c: c.who and c.who.partners,
            ),
        ),
    ),
    _Entry(
        "umsetzung",
        "Umsetzung",
        (
            _Part("Vorgehen", "Das Vorgehen ist nicht berichtet.", _heading("Vorgehen")),
            _Part("Abweichung vom Plan", "Was anders lief als geplant, ist nicht berichtet.", lambda c: c.deviation),
        ),
    ),
    _Entry(
        "umfeld",
        "Umfeld",
        (
            _Part("Ausgangslage", "Die Ausgangslage ist nicht berichtet.", _heading("Ausgangslage")),
            _Part("Bedingungen vor Ort", "Die Bedingungen vor Ort sind kaum oder nicht berichtet.", _has_environment),
        ),
    ),
    _Entry(
        "kosten",
        "Kosten",
        (
            _Part("Sachkosten", "Die Sachkosten sind nicht berichtet.", _band("sachkosten")),
            _Part("Finanzierung", "Die Finanzierung ist nicht berichtet.", lambda c: c.funding),
        ),
    ),
    _Entry(
        "qualitaetssicherung",
        "Qualitätssicherung",
        (_Part("Qualitätssicherung", "Die Qualitätssicherung ist nicht berichtet.", lambda c: c.quality_assurance),),
    ),
    _Entry(
        "traeger",
        "Träger",
        (
            _Part(
                "Art der Trägerschaft",
                "Die Art der Trägerschaft ist nicht berichtet.",
                lambda c: c.who and c.who.agency,
            ),
            _Part("Federführung", "Die Federführung ist nicht berichtet.", lambda c: c.who and c.who.lead),
        ),
    ),
    _Entry(
        "personal",
        "Personal",
        (
            _Part("Personalausstattung", "Die Personalausstattung ist nicht berichtet.", _band("personal")),
            _Part(
                "Qualifikation",
                "Die Qualifikation des Personals ist nicht berichtet.",
                lambda c: _condition(c, "qualifikation"),
            ),
        ),
    ),
    _Entry(
        "kern",
        "Kern und Form",
        (
            _Part("was bleiben muss", "Was bei einer Übernahme bleiben muss, ist nicht berichtet.", lambda c: c.core),
            _Part("was sich ändern darf", "Was sich ändern darf, ist nicht berichtet.", lambda c: c.form),
        ),
    ),
    _Entry(
        "reife",
        "Reife zur Übernahme",
        (
            _Part(
                "schriftliche Anleitung",
                "Ob es eine schriftliche Anleitung gibt, ist nicht berichtet.",
                lambda c: c.readiness and c.readiness.manual,
            ),
            _Part(
                "Schulung",
                "Ob es Schulungen gibt, ist nicht berichtet.",
                lambda c: c.readiness and c.readiness.training,
            ),
            _Part(
                "Begleitung",
                "Ob die Einführung begleitet wird, ist nicht berichtet.",
                lambda c: c.readiness and c.readiness.support,
            ),
            _Part(
                "Hospitation",
                "Ob man es vor Ort ansehen kann, ist nicht berichtet.",
                lambda c: c.readiness and c.readiness.visit,
            ),
        ),
    ),
)

_STUMBLING = _heading("Stolpersteine")
_BESIDE_THE_CARD = (
    _Part("Status", "Ob die Praxis noch läuft, ist nicht berichtet.", lambda c: c.status != NOT_REPORTED),
    _Part("Zeitraum", "Seit wann es die Praxis gibt, ist nicht berichtet.", lambda c: c.period),
    _Part("Wirkung", "Über Wirkungen ist nichts berichtet.", lambda c: c.evidence),
    _Part("Anlaufzeit", "Die Anlaufzeit ist nicht berichtet.", _band("anlauf")),
    _Part(
        "Schwierigkeiten",
        "Was schwierig war, ist nicht berichtet.",
        lambda c: (c.lessons and c.lessons.difficult) or _STUMBLING(c),
    ),
)
_PARTS = {part.noun: part for part in (*(part for entry in _ENTRIES for part in entry.parts), *_BESIDE_THE_CARD)}
ENTRY_TITLES = {entry.id: entry.title for entry in _ENTRIES}
_DECISIVE = {"Sachkosten": "Kosten", "Personalausstattung": "Personal", "Wirkung": "Wirkung"}
"""What a decision asks for first, with the short word for lists."""


def reporting_card(case: Case) -> tuple[CardEntry, ...]:
    """The nine entries of the card, always all of them, in the same order."""
    return tuple(_card_entry(entry, case) for entry in _ENTRIES)


@derived
def reporting_cards(library: Library) -> Mapping[str, tuple[CardEntry, ...]]:
    """Case -> its card."""
    return {key: reporting_card(case) for key, case in library.cases.items()}


def _card_entry(entry: _Entry, case: Case) -> CardEntry:
    known = tuple(part.noun for part in entry.parts if part.is_known(case))
    missing = tuple(part.noun for part in entry.parts if part.noun not in known)
    state: CardState = "nicht berichtet" if not known else "teilweise" if missing else "berichtet"
    return CardEntry(entry.id, entry.title, state, known, missing)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many cases report an entry of the card."""

    id: str
    title: str
    reported: int
    partly: int
    unreported: int

    @property
    def total(self) -> int:
        """All cases."""
        return self.reported + self.partly + self.unreported


def coverage(library: Library) -> tuple[Coverage, ...]:
    """For each entry of the card, how many cases report it, in part, or not."""
    states = Counter((entry.id, entry.state) for card in reporting_cards(library).values() for entry in card)
    return tuple(
        Coverage(key, title, states[key, "berichtet"], states[key, "teilweise"], states[key, "nicht berichtet"])
        for key, title in ENTRY_TITLES.items()
    )


def cases_by_reporting(library: Library, entry_id: str) -> dict[str, list[Case]]:
    """``berichtet``, ``teilweise``, ``nicht-berichtet`` -> cases, for one entry of the card."""
    entry = next(entry for entry in _ENTRIES if entry.id == entry_id)
    lists: dict[str, list[Case]] = {"berichtet": [], "teilweise": [], NOT_REPORTED: []}
    for case in library.cases.values():
        lists[_card_entry(entry, case).state.replace(" ", "-")].append(case)
    return lists


def unreported(case: Case) -> list[str]:
    """Everything a case leaves open, one German sentence each: what the card asks for, then status, effects and more."""
    return [part.sentence for part in _PARTS.values() if not part.is_known(case)]


def missing_parts(case: Case) -> list[str]:
    """The nouns of everything that :func:`unreported` tells, in the same order."""
    parts = [part for entry in _ENTRIES for part in entry.parts] + list(_BESIDE_THE_CARD)
    return [part.noun for part in parts if not part.is_known(case)]


def part_nouns() -> list[str]:
    """The nouns of everything that a case may report."""
    return [part.noun for entry in _ENTRIES for part in entry.parts] + [part.noun for part in _BESIDE_THE_CARD]


def most_telling_unknown(case: Case) -> str | None:
    """What a coordinator would miss first, in a few words for lists; None if nothing is open.

    ``Kosten, Personal und Wirkung nicht berichtet``: those of the three that are unknown, else the first of the rest.
    """
    missing = [word for noun, word in _DECISIVE.items() if not _PARTS[noun].is_known(case)]
    if not missing:
        missing = list(islice((noun for noun, part in _PARTS.items() if not part.is_known(case)), 1))
    words = enumeration(missing)
    return f"{words[0].upper()}{words[1:]} nicht berichtet" if words else None
