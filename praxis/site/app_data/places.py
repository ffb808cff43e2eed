"""``daten/kommunen.js``: the municipalities with what is known of their conditions, for choosing one's own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.labels import label
from praxis.records import Municipality
from praxis.relations.context import Fact, municipality_context
from praxis.scripts import data_script
from praxis.site.model import SiteModel
from praxis.site.parts import known

NAME = "kommunen"
PATH = "daten/kommunen.js"


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """A list by name: ``id``, ``name``, ``kind``, ``type`` (the kind in words), ``state`` and ``context``.

    ``context`` maps a condition to ``values``, ``asOf`` (as precise as it is known) and ``note``; conditions without
    a value are left out.
    """
    places = sorted(model.library.municipalities.values(), key=lambda place: (place.title, place.id))
    yield PATH, data_script(NAME, [_place(model, place) for place in places])


def _place(model: SiteModel, place: Municipality) -> dict[str, Any]:
    facts = municipality_context(model.library, place.id)
    return known(
        id=place.id,
        name=place.title,
        kind=place.type,
        type=label("kommune", place.type),
        state=place.state,
        context={condition: fact_piece(fact) for condition, fact in facts.items()},
    )


def fact_piece(fact: Fact) -> dict[str, Any]:
    """A known value as the browser reads it."""
    return known(values=list(fact.values), asOf=fact.as_of.isoformat() if fact.as_of else "", note=fact.note)
