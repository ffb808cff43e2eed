"""A municipality beside practice from elsewhere: „Wie wäre es hier?“ as built HTML, for readers without a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.records import Municipality
from praxis.relations.beside import CaseBeside, cases_beside
from praxis.site.model import SiteModel
from praxis.site.parts import known
from praxis.site.rows import condition_row, section
from praxis.wording import counted

Piece = dict[str, Any]
_NOTHING_KNOWN = "Von hier ist noch keine Bedingung bekannt. Deshalb lässt sich nicht sagen, welche Orte ähnlich sind."
_FEW = "Kein Fall aus einem anderen Ort hat bei den bekannten Bedingungen mehr Gemeinsames als Unterschiede."


def beside_sections(model: SiteModel, place: Municipality) -> Iterator[Piece]:
    """Cases from the most similar places; and, if there are any, from the most different ones."""
    beside = cases_beside(model.library, place.id)
    verb = "ist" if beside.known == 1 else "sind"
    number = counted(beside.known, "Bedingung", "Bedingungen")
    yield section(
        "aehnlich",
        "Praxis aus ähnlichen Orten",
        intro=f"Von {place.title} {verb} {number} bekannt. Verglichen ist nur, was auf beiden Seiten berichtet ist."
        if beside.similar
        else "",
        beside=[_beside(model, entry) for entry in beside.similar],
        empty=_FEW if beside.known else _NOTHING_KNOWN,
        after=None if beside.similar else ("So ergänzen Sie Angaben", "mitmachen/index.html"),
    )
    if beside.different:
        yield section(
            "anders",
            "Praxis aus ganz anderen Orten",
            intro="Was unter anderen Bedingungen gelingt, kann zeigen, worauf es ankommt.",
            beside=[_beside(model, entry) for entry in beside.different],
        )


def _beside(model: SiteModel, entry: CaseBeside) -> Piece:
    case = entry.case
    left = len(model.library.vocabulary.context_model.conditions) - len(entry.rows)
    return known(
        id=case.id,
        title=case.title,
        url=case.address,
        place=model.place(case.municipality),
        short=case.short,
        conditions=[condition_row(row) for row in entry.rows],
        open=f"{counted(left, 'Bedingung ist', 'Bedingungen sind', none='keine')} auf mindestens einer der beiden Seiten nicht berichtet.",
    )
