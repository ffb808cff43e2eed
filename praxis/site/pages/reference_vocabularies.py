"""The vocabularies as lists of ids, for people who fill in front matter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from praxis.vocabulary import ContextCondition, Vocabulary


def vocabularies(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """Each vocabulary with its ids, in the order of its file."""
    conditions = vocabulary.context_model.conditions
    return [
        _list("standards", "Standards", ("standards",), vocabulary.standards.values(), "standards"),
        _list("themen", "Themen", ("themen",), vocabulary.topics.values(), "themen"),
        _list("uebergaenge", "Übergänge", ("uebergaenge",), vocabulary.transitions.values(), "uebergaenge"),
        _list("altersgruppen", "Altersgruppen", (), vocabulary.age_groups.values(), "alter"),
        {
            "anchor": "bedingungen",
            "title": "Bedingungen des Kontextmodells",
            "fields": ["kontext", "entscheidend", "aufwand", "grenzen"],
            "terms": [_condition(condition) for condition in conditions.values()],
        },
    ]


def _list(anchor: str, title: str, fields: Iterable[str], terms: Iterable[Any], section: str) -> dict[str, Any]:
    return {
        "anchor": anchor,
        "title": title,
        "fields": list(fields),
        "terms": [
            {"id": term.id, "title": term.title, "url": f"{section}/{term.id}.html", "short": term.short}
            for term in terms
        ],
    }


def _condition(condition: ContextCondition) -> dict[str, Any]:
    return {
        "id": condition.id,
        "title": condition.title,
        "short": condition.question,
        "options": [{"value": value, "title": title} for value, title in condition.options.items()],
    }
