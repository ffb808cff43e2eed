"""Old addresses lead to the record, and no former id stands in the way of something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from praxis.library import Library
from tests.builders import TODAY, write_site
from tests.site.data.support import HOSTILE, made


def one(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def test_an_old_address_leads_on_with_and_without_help_of_the_browser(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "neu", "titel": HOSTILE, "frueher": ["alt", "aelter"]}])
    assert files["praxis/alt.html"] == files["praxis/aelter.html"]
    soup = BeautifulSoup(files["praxis/alt.html"], "html.parser")
    assert one(soup, 'meta[http-equiv="refresh"]')["content"] == "0; url=neu.html"
    assert one(soup, 'link[rel="canonical"]')["href"] == "https://praxis.example/praxis/neu.html"
    assert one(soup, 'meta[name="robots"]')["content"] == "noindex"
    assert one(soup, "html")["lang"] == "de"
    assert one(soup, "a")["href"] == "neu.html"
    assert one(soup, "a").text == HOSTILE
    assert not soup.find("script")


def test_every_kind_of_record_may_have_been_renamed(tmp_path: Path) -> None:
    files = made(
        tmp_path,
        cases=[{"id": "a", "frueher": ["x"]}],
        gaps=[{"id": "a", "frueher": ["x"]}],
        reuses=[{"id": "a", "praxis": "a", "frueher": ["x"]}],
        municipalities=[{"id": "a", "frueher": ["x"]}],
        chapters=[{"id": "01-a", "frueher": ["x"]}],
        materials=[{"id": "a", "frueher": ["x"]}],
        meetings=[{"id": "a", "frueher": ["x"]}],
    )
    folders = {path.split("/")[0] for path in files if path.endswith("/x.html")}
    assert folders == {"praxis", "luecken", "nachnutzung", "kommunen", "handbuch", "materialien", "lernnetzwerk"}


def test_drafts_have_no_redirects(tmp_path: Path) -> None:
    assert "praxis/alt.html" not in made(tmp_path, cases=[{"id": "a", "stufe": "entwurf", "frueher": ["alt"]}])


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        ([{"id": "a", "frueher": ["b"]}, {"id": "b"}], "Die frühere Kennung „b“ gehört zu docs/praxis/b.md."),
        ([{"id": "a", "frueher": ["a"]}], "Die frühere Kennung „a“ gehört zu docs/praxis/a.md."),
        ([{"id": "a", "frueher": ["index"]}], "Unter der früheren Kennung „index“ steht eine erzeugte Seite."),
        (
            [{"id": "a", "frueher": ["x"]}, {"id": "b", "frueher": ["x"]}],
            "Die frühere Kennung „x“ nennt schon docs/praxis/a.md.",
        ),
    ],
)
def test_a_former_id_that_is_taken_is_a_finding(tmp_path: Path, cases: list[dict[str, Any]], message: str) -> None:
    findings = [
        finding
        for finding in Library.load(write_site(tmp_path, cases=cases), TODAY).findings
        if finding.rule == "kennung-frueher"
    ]
    assert [(finding.message, finding.field) for finding in findings] == [(message, "frueher[0]")]


def test_the_same_former_id_of_two_kinds_is_fine(tmp_path: Path) -> None:
    made(tmp_path, cases=[{"id": "a", "frueher": ["x"]}], gaps=[{"id": "x"}, {"id": "b", "frueher": ["a"]}])


def test_robots_may_read_everything_and_find_the_list_of_pages(tmp_path: Path) -> None:
    robots = made(tmp_path)["robots.txt"].decode()
    assert robots == "User-agent: *\nAllow: /\n\nSitemap: https://praxis.example/sitemap.xml\n"
