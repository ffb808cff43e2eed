"""Pages by funding, evidence and status: the finder's filters without a script."""

from __future__ import annotations

from pathlib import Path

from praxis.records.choices import Funding, Grade, Status, values_of
from praxis.site.pages.facet_lists import FACET_LISTS, pages
from tests.finder_sites import finder_model


def test_every_value_has_a_page_that_says_what_it_means(tmp_path: Path) -> None:
    made = {page.address: page for page in pages(finder_model(tmp_path))}
    assert made.keys() == {
        *(f"finanzierung/{value}.html" for value in ("index", *values_of(Funding), "nicht-berichtet")),
        *(f"nachweis/{value}.html" for value in ("index", *values_of(Grade), "nicht-berichtet")),
        *(f"status/{value}.html" for value in ("index", *values_of(Status))),
    }
    assert made["finanzierung/land.html"].title == "Finanzierung: Land"
    assert made["finanzierung/land.html"].description == "Mittel des Bundeslandes."
    assert made["status/nicht-berichtet.html"].description == "Was nicht berichtet ist, zählt weder dafür noch dagegen."


def test_a_page_lists_its_cases_and_leads_to_the_finder_with_the_filter_set(tmp_path: Path) -> None:
    made = {page.address: page for page in pages(finder_model(tmp_path))}
    (section,) = made["nachweis/beobachtet.html"].data["sections"]
    assert [row["title"] for row in section["cases"]] == ["Praxis c"]
    assert section["more"]["url"] == "praxis/index.html?nachweis=beobachtet"
    (empty,) = made["status/geplant.html"].data["sections"]
    assert "cases" not in empty
    assert empty["next"]["url"] == "mitmachen/index.html"


def test_the_index_of_cases_counts_each_value(tmp_path: Path) -> None:
    model = finder_model(tmp_path)
    funding = next(facet for facet in FACET_LISTS if facet.folder == "finanzierung")
    counts = {entry["title"]: entry["count"] for entry in funding.entries(model)}
    assert (counts["Land"], counts["Bund"], counts["Finanzierung: nicht berichtet"], counts["Spenden"]) == (1, 1, 3, 0)
