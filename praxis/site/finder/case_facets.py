"""The facets of the Praxisfinder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from praxis.library import Library
from praxis.relations import facets as lists
from praxis.relations.condition_facets import cases_by_condition
from praxis.relations.evidence import grade_label
from praxis.relations.reporting import ENTRY_TITLES, cases_by_reporting
from praxis.relations.reuse import cases_by_experience
from praxis.site.finder import shared_facets as shared
from praxis.site.finder.facet import Facet, facet, of_labels, of_terms
from praxis.site.parts import first_upper

_KNOWN_GROUP = "Wirkung und Übernahme"
_REPORTED_GROUP = "Was berichtet ist"


def case_facets(library: Library) -> Iterator[Facet]:
    """All facets, those that people use most first."""
    transitions = shared.with_unreported(lists.cases_by_transition(library), library.cases.values())
    yield shared.standard(library, lists.cases_by_standard(library))
    yield shared.age(library, lists.cases_by_age(library))
    yield shared.topic(library, lists.cases_by_topic(library))
    yield facet(
        "uebergang", "Übergang", transitions, of_terms(library.vocabulary.transitions), unreported="keiner genannt"
    )
    yield shared.municipality(library, lists.cases_by_municipality(library), "nicht berichtet")
    yield from _state(library)
    yield from _effort(library)
    yield from _known(library)
    yield from shared.places(
        lists.cases_by_programme(library), lists.cases_by_state(library), lists.cases_by_level(library)
    )
    yield facet("ort", "Ort des Alltags", lists.cases_by_setting(library), first_upper, group=shared.PLACE_GROUP)
    yield from shared.conditions(library, partial(cases_by_condition, library), effort=False)
    for key, title in ENTRY_TITLES.items():
        yield facet(f"bericht-{key}", title, cases_by_reporting(library, key), str, group=_REPORTED_GROUP)


def _state(library: Library) -> Iterator[Facet]:
    group = shared.STATE_GROUP
    yield facet("status", "Status", lists.cases_by_status(library), of_labels("status"), group=group)
    yield facet("gegenstand", "Was beschrieben ist", lists.cases_by_subject(library), of_labels("gegenstand"), group=group)  # fmt: skip
    yield facet("stufe", "Stufe der Beschreibung", lists.cases_by_shelf(library), of_labels("stufe"), group=group)
    yield shared.review(lists.cases_by_review(library))


def _effort(library: Library) -> Iterator[Facet]:
    group = shared.EFFORT_GROUP
    yield facet("finanzierung", "Finanzierung", lists.cases_by_funding(library), of_labels("finanzierung"), group=group)
    yield from shared.conditions(library, partial(cases_by_condition, library), effort=True)
    yield facet("traeger", "Trägerschaft", lists.cases_by_agency(library), of_labels("traeger"), group=group)


def _known(library: Library) -> Iterator[Facet]:
    yield facet("nachweis", "Was über Wirkungen bekannt ist", lists.cases_by_evidence(library), grade_label, group=_KNOWN_GROUP)  # fmt: skip
    yield facet("transfer", "Erfahrung mit der Übernahme", cases_by_experience(library), str, group=_KNOWN_GROUP)
