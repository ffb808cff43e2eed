"""Long lists in parts: nothing is lost between them, and each part leads to all others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from hooks.rendering import render
from praxis.library import Library
from praxis.site import paging
from praxis.site.page import Page
from praxis.site.paging import LONGEST, in_parts
from praxis.site.verify import verify
from tests.builders import write_site
from tests.site_building import configured


def page_with(path: str, **filling: Any) -> Page:
    section = {"id": "praxis", "title": "Praxis", "more": {"title": "Mehr", "url": "x.html"}, **filling}
    return Page(path, "eintrag.html", "Zugänge", data={"trail": [{"title": "Start", "url": "index.html"}], "sections": [section]})  # fmt: skip


def rows(count: int) -> list[dict[str, str]]:
    return [{"id": str(number), "place": chr(ord("A") + number // 150)} for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, LONGEST["cases"]])
def test_a_list_that_fits_stays_on_its_page(count: int) -> None:
    page = page_with("standards/zugaenge.md", cases=rows(count))
    assert list(in_parts(page)) == [page]


def test_of_a_long_list_every_line_stands_in_one_part_in_its_order() -> None:
    made = list(in_parts(page_with("standards/zugaenge.md", cases=rows(450))))
    assert [page.path for page in made] == [
        "standards/zugaenge.md",
        "standards/zugaenge/praxis/2.md",
        "standards/zugaenge/praxis/3.md",
    ]
    assert [row for page in made for row in page.data["sections"][0]["cases"]] == rows(450)
    assert [page.title for page in made] == [
        "Zugänge",
        "Zugänge: Praxis, Teil 2 von 3",
        "Zugänge: Praxis, Teil 3 von 3",
    ]
    assert all(page.data["sections"][0]["more"]["url"] == "x.html" for page in made)


def test_each_part_leads_to_all_others_and_says_from_which_place_to_which_they_go() -> None:
    made = list(in_parts(page_with("praxis/index.md", cases=rows(450))))
    for at, page in enumerate(made):
        parts = page.data["sections"][0]["parts"]
        assert parts["name"] == "Teile der Liste „Praxis“"
        assert [(link["title"], link["url"], link["note"]) for link in parts["links"]] == [
            ("Teil 1", "praxis/index.html#praxis", "A bis B"),
            ("Teil 2", "praxis/praxis/2.html", "B bis C"),
            ("Teil 3", "praxis/praxis/3.html", "C"),
        ]
        assert [number for number, link in enumerate(parts["links"]) if "here" in link] == [at]
    assert made[1].data["trail"][-1] == {"title": "Zugänge", "url": "praxis/index.html"}
    assert made[1].description == "B bis C. Die ganze Liste hat 450 Einträge."


def test_lists_that_are_in_another_order_name_the_numbers_of_their_lines() -> None:
    made = list(in_parts(page_with("alter/3-6.md", gaps=[{"title": "x"}] * 1200)))
    notes = [link["note"] for link in made[0].data["sections"][0]["parts"]["links"]]
    assert notes == ["1 bis 200", "201 bis 400", "401 bis 600", "601 bis 800", "801 bis 1.000", "1.001 bis 1.200"]


def test_the_built_pages_hold_all_cases_and_their_links_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "LONGEST", {"cases": 2})
    write_site(tmp_path, cases=[{"id": f"fall-{number}"} for number in range(5)])
    for path in ("index.md", "mitmachen/index.md"):
        (tmp_path / "docs" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    site = tmp_path / "site"
    library = Library.load(configured(tmp_path))
    render(library, site)
    assert verify(library, site) == []
    index = BeautifulSoup((site / "praxis/index.html").read_text(encoding="utf-8"), "html.parser")
    links = [(site / "praxis" / link["href"]).resolve() for link in index.select(".finder-static .parts a")]
    assert [link.relative_to(site).as_posix() for link in links] == ["praxis/alle/2.html", "praxis/alle/3.html"]
    pages = [index, *(BeautifulSoup(link.read_text(encoding="utf-8"), "html.parser") for link in links)]
    assert [row["data-case"] for page in pages for row in page.select("li.row")] == [f"fall-{number}" for number in range(5)]  # fmt: skip
    assert [page.select_one(".parts [aria-current]").get_text() for page in pages] == ["Teil 1", "Teil 2", "Teil 3"]  # type: ignore[union-attr]
    assert (site / "praxis/alle" / pages[1].select_one(".parts a")["href"].split("#")[0]).resolve() == (
        site / "praxis/index.html"
    ).resolve()  # type: ignore[index,union-attr]
