"""Pages about the whole collection: context model, glossary, and what is reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.relations.context import EFFORT_CONDITIONS
from praxis.relations.lessons import new_questions
from praxis.relations.register_words import alphabetical
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.about import about
from praxis.site.parts import known
from praxis.site.rows import trail
from praxis.vocabulary import ContextCondition
from praxis.wording import counted

Piece = dict[str, Any]


def pages(model: SiteModel) -> Iterator[Page]:
    """One page each."""
    yield _context_model(model)
    yield _glossary(model)
    yield about(model)


def _context_model(model: SiteModel) -> Page:
    context = model.library.vocabulary.context_model
    titles = {key: condition.title for key, condition in context.conditions.items()}
    dimensions = [
        {
            "id": key,
            "title": dimension.title,
            "short": dimension.short or "",
            "conditions": [_condition(item) for item in context.conditions.values() if item.dimension == key],
            "questions": [
                known(question=item.question, purpose=item.purpose, condition=titles.get(item.condition or ""))
                for item in context.questions.values()
                if item.dimension == key
            ],
            "new": [entry.question for entry in new_questions(model.library) if entry.dimension == key],
        }
        for key, dimension in context.dimensions.items()
    ]
    number = counted(len(context.conditions), "Bedingung", "Bedingungen", "keine")
    return Page(
        path="kontextmodell/index.md",
        template="kontextmodell.html",
        title="Kontextmodell",
        description="Fünf Dimensionen mit Bedingungen, die man vergleicht, und Fragen, die man im Transfergespräch stellt.",
        data={
            "trail": trail(),
            "note": context.note or "",
            "counts": f"{number} und {counted(len(context.questions), 'Frage', 'Fragen', 'keine')}",
            "dimensions": dimensions,
            "new": [entry.question for entry in new_questions(model.library) if entry.dimension is None],
        },
    )


def _condition(condition: ContextCondition) -> Piece:
    return known(
        id=condition.id,
        title=condition.title,
        question=condition.question,
        options=" · ".join(condition.options.values()),
        how=_COMPARED[_comparison(condition)],
    )


def _comparison(condition: ContextCondition) -> str:
    if condition.type == "ja-nein":
        return "ja-nein"
    return "grenze" if condition.id in EFFORT_CONDITIONS else condition.comparison


_COMPARED = {
    "ja-nein": "passt, wenn es dort nicht nötig war oder hier ebenfalls vorhanden ist",
    "grenze": "passt, wenn es dort höchstens so viel war, wie hier möglich ist",
    "gleich": "passt, wenn es hier ebenso ist",
    "teilmenge": "passt, wenn hier alles davon vorhanden ist",
    "mindestens": "passt, wenn hier mindestens dieselbe Stufe erreicht ist",
}


def _glossary(model: SiteModel) -> Page:
    terms = model.library.vocabulary.glossary
    entries = [
        {
            "id": key,
            "title": term.title,
            "text": term.explanation,
            "synonyms": ", ".join(term.synonyms),
            "see": [{"id": other, "title": terms[other].title} for other in term.see if other in terms],
        }
        for key, term in sorted(terms.items(), key=lambda pair: alphabetical(pair[1].title))
    ]
    return Page(
        path="glossar/index.md",
        template="glossar.html",
        title="Glossar",
        description="Fachwörter rund um Präventionsketten, in einfachen Sätzen erklärt.",
        data={"trail": trail(), "entries": entries},
    )
