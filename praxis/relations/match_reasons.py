"""Why a case may answer a need: German sentences, each derived from named fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from praxis.library import Library
from praxis.records import Case
from praxis.records.values import ALL_AGES, NOT_REPORTED, AgeSpan
from praxis.relations.evidence import evidence_words
from praxis.relations.reuse import transfer_experience
from praxis.wording import age_words, enumeration, quoted


class AgeFit(IntEnum):
    """How two age spans meet; smaller is closer. Unknown ages neither help nor exclude."""

    OVERLAPS = 0
    TOUCHES = 1
    UNKNOWN = 2
    APART = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, with the field it follows from."""

    kind: str
    field: str
    text: str


def age_fit(need: AgeSpan | str, case: AgeSpan | str) -> AgeFit:
    """How the ages of a need and a case meet; ``altersuebergreifend`` meets any age."""
    if ALL_AGES in (need, case):
        return AgeFit.OVERLAPS
    if isinstance(need, str) or isinstance(case, str):
        return AgeFit.UNKNOWN
    if need.overlaps(case):
        return AgeFit.OVERLAPS
    return AgeFit.TOUCHES if need.touches(case) else AgeFit.APART


def reasons_of(
    library: Library,
    standards: Sequence[str],
    topics: Sequence[str],
    confirmed: str | None,
    fit: AgeFit,
    case: Case,
    words: Sequence[str] = (),
) -> Iterator[Reason]:
    """The reasons in a fixed order; what is not reported gives none."""
    if confirmed is not None:
        why = f" {confirmed}" if confirmed else ""
        yield Reason("bestaetigt", "antworten", f"Von der Redaktion als Antwort bestätigt.{why}")
    vocabulary = library.vocabulary
    shared_topics = [
        quoted(vocabulary.topics[key].title) for key in topics if key in case.topics and key in vocabulary.topics
    ]
    if shared_topics:
        yield Reason("themen", "themen", f"Gleiches Thema: {enumeration(shared_topics)}.")
    if words:
        yield Reason("frage", "frage", f"Gemeinsame Wörter mit der Frage: {enumeration(map(quoted, words))}.")
    known = [key for key in standards if key in case.standards and key in vocabulary.standards]
    if known:
        titles = enumeration(quoted(vocabulary.standards[key].title) for key in known)
        yield Reason("standards", "standards", f"Gleicher Standard: {titles}.")
    yield _age_reason(fit, case)
    evidence = evidence_words(case)
    if evidence.result:
        yield Reason("nachweis", "nachweis", f"{evidence.label}: {evidence.result}")
    experience = transfer_experience(library, case)
    if experience.reuses:
        yield Reason("nachnutzung", "nachnutzung", experience.text)


def _age_reason(fit: AgeFit, case: Case) -> Reason:
    if case.ages == ALL_AGES:
        return Reason("alter", "alter", "Eine Struktur für alle Altersgruppen.")
    if case.ages == NOT_REPORTED or fit is AgeFit.UNKNOWN:
        return Reason("alter", "alter", "Das Alter der Zielgruppe ist nicht auf beiden Seiten berichtet.")
    words = age_words(case.ages)
    if fit is AgeFit.TOUCHES:
        return Reason("alter", "alter", f"Das Alter schließt unmittelbar an: {words}.")
    if fit is AgeFit.APART:
        return Reason("alter", "alter", f"Für ein anderes Alter beschrieben: {words}.")
    return Reason("alter", "alter", f"Das Alter überschneidet sich: {words}.")
