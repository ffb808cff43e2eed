"""``daten/faelle/`` and ``daten/luecken/``: single cases and gaps for comparing and preparing a transfer, on shelves.

Texts are those of the pages, in German; keys are the
ones that ``web/src/paths/details.ts`` reads. What is empty is left out. A case's context stands in ``abgleich-….js``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.labels import label
from praxis.records import Case, Gap
from praxis.relations.context import gap_context
from praxis.relations.evidence import evidence_words, running_label
from praxis.relations.matching import gap_matches
from praxis.relations.reporting import reporting_cards
from praxis.relations.reuse import transfer_experience
from praxis.site.app_data.places import fact_piece
from praxis.site.model import SiteModel
from praxis.site.pages.case_parts import needs
from praxis.site.parts import first_upper, gap_origin, known, source_of_text
from praxis.site.shelves import shelf_files
from praxis.wording import age_words, german_date, period_words

Piece = dict[str, Any]


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The shelves of the cases and those of the gaps."""
    library = model.library
    yield from shelf_files("faelle", ((case.id, case_details(model, case)) for case in library.cases.values()))
    yield from shelf_files("luecken", ((gap.id, _gap(model, gap)) for gap in library.gaps.values()))


def case_details(model: SiteModel, case: Case) -> Piece:
    """What a reader needs of a case to hold it beside others, in the words of its page."""
    library, standards = model.library, model.library.vocabulary.standards
    evidence = evidence_words(case)
    return known(
        id=case.id,
        title=case.title,
        short=case.short,
        url=case.address,
        address=model.settings.absolute(case.address),
        place=model.place(case.municipality),
        ages=age_words(case.ages),
        kind=label("gegenstand", case.subject),
        running=running_label(case, library.today),
        period=period_words(case.period),
        asOf=german_date(case.as_of),
        basis=first_upper(source_of_text(case)),
        standards=[standards[key].title for key in case.standards if key in standards],
        needs=[known(label=line["label"], text=line.get("text"), note=line.get("note")) for line in needs(model, case)],
        core=[known(id=element.id, text=element.text) for element in case.core],
        form=case.form,
        evidence=" ".join(part for part in (evidence.sentence, evidence.result) if part),
        experience=transfer_experience(library, case).text,
        card=[
            known(title=row.title, state=row.state, missing=list(row.missing))
            for row in reporting_cards(library)[case.id]
        ],
        contact=known(**case.contact.model_dump()),
        cited=_citation(model, case),
    )


def _citation(model: SiteModel, case: Case) -> str:
    place, settings = model.place(case.municipality), model.settings
    return f"{case.title} ({place}). In: {settings.site_name}. Stand der Angaben: {german_date(case.as_of)}. {settings.absolute(case.address)}"


def _gap(model: SiteModel, gap: Gap) -> Piece:
    topics = model.library.vocabulary.topics
    found = gap_matches(model.library)[gap.id]
    return known(
        id=gap.id,
        title=gap.title,
        question=gap.question,
        url=gap.address,
        address=model.settings.absolute(gap.address),
        origin=first_upper(gap_origin(gap)),
        place=model.place(gap.municipality) if gap.municipality else "",
        reported=german_date(gap.reported),
        ages=age_words(gap.ages),
        topics=[topics[key].title for key in gap.topics if key in topics],
        context={
            key: known(**fact_piece(fact), origin=fact.origin)
            for key, fact in gap_context(model.library, gap).items()
            if fact.values
        },
        decisive=gap.decisive,
        tried=[known(what=entry.what, result=entry.result) for entry in gap.tried],
        reasons={match.case.id: [reason.text for reason in match.reasons] for match in found.matches},
    )
