"""What the browser needs to compare and to match, as plain JSON data: the context model and the cases.

The shapes are those that ``web/src/relations/model.ts`` and ``cases.ts`` read. What is empty is left out, and what the
browser can complete itself (a case's context by its municipality's) is not repeated, because a page may load ten
thousand cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praxis.library import Library
from praxis.records import Case
from praxis.records.dates import PartialDate
from praxis.records.values import PREGNANCY, AgeSpan
from praxis.relations.adaptations import adaptations_by_condition, adaptations_of
from praxis.relations.context import EFFORT_CONDITIONS, Fact, told_by_case
from praxis.relations.evidence import evidence_words
from praxis.relations.reuse import place_and_outcome, transfer_experience
from praxis.relations.reuse_index import has_running_reuse
from praxis.wording import age_words

Plain = dict[str, Any]


def context_model_data(library: Library) -> Plain:
    """Dimensions, conditions with their options, and the questions of transfer talks, in the order of the model."""
    model = library.vocabulary.context_model
    return {
        "dimensions": [_known(id=each.id, title=each.title, short=each.short) for each in model.dimensions.values()],
        "conditions": [
            _known(
                id=each.id,
                dimension=each.dimension,
                title=each.title,
                question=each.question,
                type=each.type,
                comparison=each.comparison,
                isLimit=each.id in EFFORT_CONDITIONS,
                options=list(each.options.items()),
            )
            for each in model.conditions.values()
        ],
        "questions": [
            _known(
                id=each.id,
                dimension=each.dimension,
                question=each.question,
                purpose=each.purpose,
                condition=each.condition,
            )
            for each in model.questions.values()
        ],
    }


def case_data(library: Library, case: Case) -> Plain:
    """A case: what it is about, its own context, what is known of effects and reuse, and what others changed."""
    evidence, experience = evidence_words(case), transfer_experience(library, case)
    return _known(
        id=case.id,
        title=case.title,
        short=case.short,
        place=case.municipality,
        asOf=_date(case.as_of),
        standards=list(case.standards),
        topics=list(case.topics),
        ages=_bounds(case.ages) if isinstance(case.ages, AgeSpan) else case.ages,
        ageWords=age_words(case.ages),
        context=_facts(told_by_case(case), case.as_of),
        evidence=_known(label=evidence.label, sentence=evidence.sentence, result=evidence.result)
        if case.evidence
        else None,
        reuse=_known(
            text=experience.text,
            runs=has_running_reuse(library, case.id),
            places=[
                [reuse.id, reuse.municipality.id or "", place_and_outcome(library, reuse)]
                for reuse in experience.reuses
            ],
        )
        if experience.reuses
        else None,
        changed={key: [note.text for note in notes] for key, notes in adaptations_of(library, case.id).items()},
    )


def overview_data(library: Library) -> Plain:
    """What is common to all cases: the names of standards, topics and age groups, and what others changed."""
    vocabulary = library.vocabulary
    return {
        "changed": {key: [note.text for note in notes] for key, notes in adaptations_by_condition(library).items()},
        "standards": [[each.id, each.title] for each in vocabulary.standards.values()],
        "topics": [
            _known(id=each.id, title=each.title, synonyms=list(each.synonyms), broader=each.broader)
            for each in vocabulary.topics.values()
        ],
        "ageGroups": [[each.title, span_text(each)] for each in vocabulary.age_groups.values()],
    }


def span_text(ages: AgeSpan) -> str:
    """A span of years as addresses and ``praxis match`` write it: ``schwangerschaft-3``."""
    start, end = _bounds(ages)
    return f"{PREGNANCY if start < 0 else start}-{end}"


def _facts(facts: Mapping[str, Fact], record_date: PartialDate | None) -> Plain:
    """Condition -> values, date (empty where it is the record's), importance and note; empty ends are cut off."""
    found: Plain = {}
    for key, fact in facts.items():
        date = "" if fact.as_of in (record_date, None) else _date(fact.as_of)
        parts: list[Any] = [list(fact.values), date, fact.importance or "", fact.note or ""]
        while len(parts) > 1 and not parts[-1]:
            parts.pop()
        found[key] = parts
    return found


def _bounds(ages: AgeSpan) -> list[float]:
    return [int(bound) if bound.is_integer() else bound for bound in ages.bounds]


def _date(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def _known(**facts: Any) -> Plain:
    return {key: value for key, value in facts.items() if value not in (None, "", [], {}, False)}
