"""Case pages, in the order of a coordinator's questions, and their index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.records import Case
from praxis.relations.evidence import evidence_words
from praxis.relations.matching import gaps_answered
from praxis.relations.related import related_cases
from praxis.relations.reporting import reporting_cards
from praxis.scripts import for_script
from praxis.site.links import pdf_address
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.case_index import index
from praxis.site.pages.case_parts import context, facts, lessons, needs
from praxis.site.pages.case_pictures import profile, timeline
from praxis.site.pages.case_reuse import reuse_parts
from praxis.site.parts import first_upper, known, sources
from praxis.site.rows import trail
from praxis.wording import german_date

Piece = dict[str, Any]
_READING = "So liest es die Redaktion; die Kommune hat es nicht selbst so gesagt."


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a case, and the index."""
    for case in model.library.cases.values():
        yield _page(model, case)
    yield index(model)


def _page(model: SiteModel, case: Case) -> Page:
    evidence = evidence_words(case)
    dimensions, unreported = context(model, case)
    return Page(
        path=f"praxis/{case.id}.md",
        template="praxis.html",
        title=case.title,
        description=case.short,
        data=known(
            trail=trail(("Praxis", "praxis/index.html")),
            id=case.id,
            short=case.short,
            pdf=pdf_address(case) if model.settings.pdf_links else "",
            notices=_notices(model, case),
            facts=facts(model, case),
            why=case.mechanism.text,
            why_by=_READING if case.mechanism.by == "redaktion" else "",
            standards=_standards(model, case),
            needs=needs(model, case),
            core=[element.text for element in case.core],
            form=case.form,
            context=dimensions,
            profile=profile(model, case),
            timeline=timeline(model, case),
            context_open=_open_conditions(unreported),
            evidence=known(
                sentence=evidence.sentence,
                result=evidence.result,
                source=evidence.source_number,
                kinds=", ".join(first_upper(kind) for kind in evidence.kinds),
            ),
            quality=case.quality_assurance,
            lessons=lessons(case),
            card=[
                known(title=row.title, state=row.state, missing=", ".join(row.missing))
                for row in reporting_cards(model.library)[case.id]
            ],
            **reuse_parts(model, case),
            gaps=_gaps(model, case),
            related=_related(model, case),
            sources=sources(case),
            contact=known(**case.contact.model_dump()),
            place=model.place(case.municipality),
            as_of=german_date(case.as_of),
            jsonld=_json_ld(model, case),
        ),
        body=model.body(case),
        source=case.path,
    )


def _notices(model: SiteModel, case: Case) -> list[str]:
    if case.is_review_due(model.library.today) and case.review:
        date = german_date(case.review)
        return [
            f"Die Angaben auf dieser Seite sollten bis {date} geprüft werden. Seitdem kann sich etwas geändert haben."
        ]
    return []


def _standards(model: SiteModel, case: Case) -> list[Piece]:
    titles = model.library.vocabulary.standards
    return [
        known(title=titles[key].title, url=f"standards/{key}.html", note=text)
        for key, text in case.standards.items()
        if key in titles
    ]


def _open_conditions(number: int) -> str:
    if number == 0:
        return "Zu allen Bedingungen des Kontextmodells ist etwas berichtet."
    noun = "weiteren Bedingung" if number == 1 else "weiteren Bedingungen"
    return f"Zu {number}\u00a0{noun} des Kontextmodells ist nichts berichtet."


def _gaps(model: SiteModel, case: Case) -> list[Piece]:
    return [
        known(
            title=gap.question,
            url=gap.address,
            mark=_mark(match.is_confirmed, bool(match.offered_by)),
            note=" ".join(reason.text for reason in match.reasons),
        )
        for gap, match in gaps_answered(model.library).get(case.id, ())
    ]


def _mark(is_confirmed: bool, is_offered: bool) -> str:
    if is_offered:
        return "von der Kommune angeboten"
    return "von der Redaktion bestätigt" if is_confirmed else "berechnet"


def _related(model: SiteModel, case: Case) -> list[Piece]:
    return [
        {
            "title": f"{entry.case.title}, {model.place(entry.case.municipality)}",
            "url": entry.case.address,
            "note": " ".join(entry.reasons),
        }
        for entry in related_cases(model.library, case)
    ]


def _json_ld(model: SiteModel, case: Case) -> str:
    """The case for machines; no sign in it can end the script element it stands in."""
    return for_script(
        {
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "@id": model.settings.absolute(case.address),
            "name": case.title,
            "description": case.short,
            "inLanguage": "de",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "spatialCoverage": model.place(case.municipality),
            "dateModified": case.as_of.isoformat(),
        }
    )
