"""The facets of the Lücken-Finder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from praxis.library import Library
from praxis.records import Gap
from praxis.relations import facets as lists
from praxis.relations.condition_facets import gaps_by_condition
from praxis.relations.matching import gap_matches, wanted
from praxis.site.finder import shared_facets as shared
from praxis.site.finder.facet import Facet, facet, of_labels
from praxis.site.parts import GAP_ORIGINS, GAP_STATUS_UNKNOWN

_ANSWERS = {
    "bestaetigt": "bestätigte Antwort",
    "angebot": "Angebot einer Kommune",
    "treffer": "berechnete Treffer",
    "keine": "noch keine Praxis",
}
_WANTED = {"ja": "wird gesucht", "nein": "nicht unter „Gesucht“"}


def gap_facets(library: Library) -> Iterator[Facet]:
    """All facets, those that people use most first."""
    places = shared.with_unreported(lists.gaps_by_municipality(library), library.gaps.values())
    yield shared.standard(library, lists.gaps_by_standard(library))
    yield shared.age(library, lists.gaps_by_age(library))
    yield shared.topic(library, lists.gaps_by_topic(library))
    yield facet("antwort", "Was es dazu gibt", _by_answers(library), _ANSWERS.__getitem__)
    yield shared.municipality(library, places, "nicht genannt")
    group = shared.STATE_GROUP
    yield facet("status", "Status", lists.gaps_by_status(library), of_labels("luecke"), group=group, unreported=GAP_STATUS_UNKNOWN)  # fmt: skip
    yield facet("gesucht", "Gesucht", _by_wanted(library), _WANTED.__getitem__, group=group)
    yield facet("art", "Wessen Frage", lists.gaps_by_origin(library), GAP_ORIGINS.__getitem__, group=group)
    yield shared.review(lists.gaps_by_review(library))
    yield from shared.conditions(library, partial(gaps_by_condition, library), effort=True)
    yield from shared.places(
        lists.gaps_by_programme(library), lists.gaps_by_state(library), lists.gaps_by_level(library)
    )
    yield from shared.conditions(library, partial(gaps_by_condition, library), effort=False)


def _by_answers(library: Library) -> lists.Lists[Gap]:
    """What a gap has found: confirmed answers, offers, computed matches, or nothing."""
    matches = gap_matches(library)

    def found(gap: Gap) -> Iterator[str]:
        if gap.answers:
            yield "bestaetigt"
        if gap.offers:
            yield "angebot"
        if any(not (match.is_confirmed or match.offered_by) for match in matches[gap.id].matches):
            yield "treffer"

    return lists.group(library.gaps.values(), lambda gap: list(found(gap)) or ["keine"], _ANSWERS)


def _by_wanted(library: Library) -> lists.Lists[Gap]:
    sought = {gap.id for gap in wanted(library)}
    return lists.group(library.gaps.values(), lambda gap: ["ja" if gap.id in sought else "nein"], _WANTED)
