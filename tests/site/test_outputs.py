"""Everything but pages, and the two ways to build: data, feeds, calendar, redirects, staged tree, hostile texts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import icalendar
import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser

from praxis.library import Library
from praxis.site import build, unpublished
from praxis.site.stage import stage
from tests.builders import load_site
from tests.site_building import BUILD_DAY, PROJECT, configured, run_mkdocs, tree

EVIL = "<script>window.eingedrungen=1</script>\"' onmouseover=alert(1) </script>"
CASES: list[dict[str, Any]] = [
    {"id": "boese", "titel": f"=1+1 {EVIL}", "kurz": EVIL, "warum": EVIL, "frueher": ["alt"]},
    {"id": "entwurf", "stufe": "entwurf"},
]
GAPS: list[dict[str, Any]] = [{"id": "luecke", "titel": EVIL, "frage": EVIL}]
CHAPTERS: list[dict[str, Any]] = [{"id": "01-anfang", "titel": "Anfang", "text": "## Weiter\n\nText.\n"}]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("klein")
    load_site(root, cases=CASES, gaps=GAPS, chapters=CHAPTERS)
    (root / "docs" / "mitmachen").mkdir()
    (root / "docs" / "mitmachen" / "index.md").write_text(
        "# Mitmachen\n\nSo geht es: [Anfang](../handbuch/01-anfang.md).\n", encoding="utf-8"
    )
    (root / "docs" / "index.md").write_text("Start.\n", encoding="utf-8")
    configured(root)
    return Library.load(root, BUILD_DAY)  # again: now with the pages written by hand


@pytest.fixture(scope="module")
def built(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gebaut") / "site"
    result = run_mkdocs(library.root, out)
    assert result.returncode == 0, result.stderr
    return out


def test_two_builds_with_the_same_date_are_identical(library: Library, built: Path, tmp_path: Path) -> None:
    assert run_mkdocs(library.root, tmp_path / "noch-einmal").returncode == 0
    again, first = tree(tmp_path / "noch-einmal"), tree(built)
    assert [name for name in first if first[name] != again.get(name)] == []
    assert again.keys() == first.keys()


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_the_staged_tree_gives_the_same_pages_without_hooks(
    library: Library, built: Path, tmp_path: Path, tool: str
) -> None:
    stage(library, tmp_path / "baum")
    assert "hooks" not in (tmp_path / "baum" / "mkdocs.yml").read_text(encoding="utf-8")
    result = run_mkdocs(tmp_path / "baum", tmp_path / "site", tool)
    assert result.returncode == 0, result.stderr
    staged, hooked = tree(tmp_path / "site", ".html"), tree(built, ".html")
    assert staged.keys() == hooked.keys()
    assert [name for name in hooked if staged[name] != hooked[name]] == []


def test_drafts_and_numbered_chapter_files_are_not_published(library: Library, built: Path) -> None:
    assert unpublished(library, build(library)) == {"praxis/entwurf.md", "handbuch/01-anfang.md"}
    assert not (built / "praxis/entwurf.html").exists()
    assert (built / "handbuch/anfang.html").is_file()


def test_a_page_written_by_hand_links_to_the_page_of_a_chapter(built: Path) -> None:
    page = BeautifulSoup((built / "mitmachen/index.html").read_bytes(), "html.parser")
    assert [link["href"] for link in page.select("main a")] == ["../handbuch/anfang.html"]


def test_a_former_id_leads_to_the_record(built: Path) -> None:
    page = BeautifulSoup((built / "praxis/alt.html").read_bytes(), "html.parser")
    assert page.a is not None
    assert page.a["href"] == "boese.html"
    refresh = page.find("meta", {"http-equiv": "refresh"})
    assert refresh is not None
    assert refresh["content"] == "0; url=boese.html"


def test_html_in_front_matter_shows_as_text_everywhere(built: Path) -> None:
    for path in built.rglob("*.html"):
        soup = BeautifulSoup(path.read_bytes(), "html.parser")
        assert not [
            script for script in soup.find_all("script") if "eingedrungen" in script.text and not script.get("type")
        ], path
        assert not soup.find_all(onmouseover=True), path
    heading = BeautifulSoup((built / "luecken/luecke.html").read_bytes(), "html.parser").h1
    assert heading is not None
    assert heading.text == EVIL


@pytest.mark.browser
def test_nothing_of_a_hostile_record_runs(chromium: Browser, built: Path) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    for path in sorted(set(built.rglob("*.html")) - {built / "praxis/alt.html"}):  # leads on at once
        page.goto(path.as_uri())
        assert page.evaluate("window.eingedrungen") is None, path
    context.close()


def test_json_ld_is_one_object_and_cannot_end_its_script(built: Path) -> None:
    soup = BeautifulSoup((built / "praxis/boese.html").read_bytes(), "html.parser")
    blocks = soup.find_all("script", type="application/ld+json")
    assert len(blocks) == 1
    assert json.loads(blocks[0].text)["description"] == EVIL


def test_csv_cells_are_no_formulas_and_read_back(built: Path) -> None:
    text = (built / "daten/praxis.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == ["boese"]
    assert rows[0]["titel"].startswith("'=1+1")


def test_feeds_are_atom_with_absolute_links(built: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for name in ("praxis", "luecken", "gesucht"):
        feed = ElementTree.fromstring((built / f"daten/{name}.atom").read_bytes())
        assert feed.tag == f"{atom}feed"
        assert all(feed.find(f"{atom}{tag}") is not None for tag in ("id", "title", "updated"))
    entry = ElementTree.fromstring((built / "daten/luecken.atom").read_bytes()).find(f"{atom}entry")
    assert entry is not None
    assert entry.findtext(f"{atom}title") == EVIL
    assert str(entry.findtext(f"{atom}id")).startswith("urn:uuid:")


def test_the_calendar_holds_the_real_meetings() -> None:
    calendar = icalendar.Calendar.from_ical(build(Library.load(PROJECT))["daten/treffen.ics"])
    summaries = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    assert any(text.startswith("11. Lernnetzwerktreffen") for text in summaries)


@pytest.mark.parametrize(("kind", "name"), [("praxis", "praxis"), ("luecke", "luecken"), ("kommune", "kommunen")])
def test_published_records_keep_the_published_schema(kind: str, name: str) -> None:
    files = build(Library.load(PROJECT))
    schema = json.loads(files[f"daten/schema/{kind}.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for record in json.loads(files[f"daten/{name}.json"]):
        content = {key: value for key, value in record.items() if key not in ("id", "adresse")}
        assert [error.message for error in validator.iter_errors(content)] == [], record["id"]
    assert not validator.is_valid({"titel": "Nur ein Titel"})
