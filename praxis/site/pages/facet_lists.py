"""Cases by funding, evidence and status: what the finder filters, as pages that need no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from praxis.labels import label
from praxis.records import Case
from praxis.records.choices import Funding, Grade, Status
from praxis.records.values import NOT_REPORTED
from praxis.relations.evidence import grade_label
from praxis.relations.facets import cases_by_evidence, cases_by_funding, cases_by_status
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.record_page import index_page
from praxis.site.parts import first_upper, known
from praxis.site.rows import case_row, finder_link, section, trail
from praxis.wording import counted

Piece = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FacetList:
    """A facet with a page for each of its values; ``folder`` is also the facet's name in the finder's address,
    ``by`` the way to browse that its values are."""

    folder: str
    by: str
    title: str
    lead: str
    choice: Any
    lists: Callable[..., Mapping[str, Sequence[Case]]]
    words: Callable[[str], str]

    def entries(self, model: SiteModel) -> list[Piece]:
        """Links to the pages of all values, with the number of cases."""
        return [
            {"title": self._name(value), "url": f"{self.folder}/{value}.html", "count": len(cases)}
            for value, cases in self.lists(model.library).items()
        ]

    def _name(self, value: str) -> str:
        """What a link says that stands alone; what is not reported of several facets would be called the same."""
        return first_upper(f"{self.title}: {self.words(value)}" if value == NOT_REPORTED else self.words(value))

    def meaning(self, value: str) -> str:
        """What a value means, in one sentence."""
        if value == NOT_REPORTED:
            return "Was nicht berichtet ist, zählt weder dafür noch dagegen."
        meaning: str = get_args(self.choice)[1].by_value[value]
        return meaning


FACET_LISTS = (
    FacetList(
        "finanzierung",
        "nach Finanzierung",
        "Finanzierung",
        "Woher das Geld für die Praxis kommt.",
        Funding,
        cases_by_funding,
        lambda value: label("finanzierung", value),
    ),
    FacetList(
        "nachweis",
        "nach dem, was über Wirkungen bekannt ist",
        "Was über Wirkungen bekannt ist",
        "In Worten, nie als Note: wie gut die Wirkung einer Praxis belegt ist.",
        Grade,
        cases_by_evidence,
        grade_label,
    ),
    FacetList(
        "status",
        "nach Status",
        "Status",
        "Wie es um die Praxis steht, soweit berichtet.",
        Status,
        cases_by_status,
        lambda value: label("status", value),
    ),
)


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a value, one index a facet."""
    for facet in FACET_LISTS:
        entries = [
            known(**{**entry, "count": counted(entry["count"], "Beispiel", "Beispiele")})
            for entry in facet.entries(model)
        ]
        yield index_page(facet.folder, facet.title, facet.lead, [section("alle", "Alle Angaben", links=entries)])
        for value, cases in facet.lists(model.library).items():
            yield _page(model, facet, value, cases)


def _page(model: SiteModel, facet: FacetList, value: str, cases: Sequence[Case]) -> Page:
    practice = section(
        "praxis",
        "Praxis",
        cases=[case_row(model, case) for case in cases],
        empty="Hier ist noch keine Praxis erfasst. Das heißt nicht, dass es keine gibt. Kennen Sie ein Beispiel?",
        after=finder_link(facet.folder, value) if cases else ("So tragen Sie es ein", "mitmachen/index.html"),
    )
    return Page(
        path=f"{facet.folder}/{value}.md",
        template="eintrag.html",
        title=f"{facet.title}: {facet.words(value)}",
        description=facet.meaning(value),
        data={
            "trail": trail((facet.title, f"{facet.folder}/index.html")),
            "lead": facet.meaning(value),
            "sections": [practice],
        },
    )
