"""Pages on paper: a document with its address and date, without navigation; a practice on two sheets."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from praxis.reference.examples import FOLDER
from tests.site_building import PROJECT, configured, run_mkdocs

pytestmark = pytest.mark.browser
KINDS = ("index.html", "praxis/index.html", "praxis/mo-ki-monheim.html", "handbuch/beteiligung.html", "raster/index.html", "glossar/index.html")  # fmt: skip


@pytest.fixture
def paper(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(java_script_enabled=False)
    page.emulate_media(media="print")
    yield page
    page.close()


def sheets(page: Page, address: Path) -> int:
    """Number of printed pages."""
    page.goto(address.as_uri())
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        return len(document.pages)


@pytest.fixture(scope="module")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the examples for editors: in their cases, every field is filled in."""
    root = tmp_path_factory.mktemp("beispiele")
    shutil.copytree(FOLDER, root / "docs")
    shutil.copytree(PROJECT / "docs" / "vokabular", root / "docs" / "vokabular")
    standards = root / "docs" / "vokabular" / "standards.yml"
    lines = standards.read_text(encoding="utf-8").splitlines(keepends=True)
    standards.write_text("".join(line for line in lines if "handbuch:" not in line), encoding="utf-8")
    for path in ("index.md", "mitmachen/index.md"):
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    result = run_mkdocs(configured(root), root / "site")
    assert result.returncode == 0, result.stderr
    return root / "site"


def test_a_case_with_every_field_filled_in_prints_on_two_pages(paper: Page, example_site: Path) -> None:
    assert sheets(paper, example_site / "praxis" / "erstbesuche-musterstadt.html") == 2


def test_every_case_of_the_collection_prints_on_at_most_two_pages(paper: Page, real_site: Path) -> None:
    cases = [path for path in sorted((real_site / "praxis").glob("*.html")) if path.name != "index.html"]
    assert [path.name for path in cases if sheets(paper, path) > 2] == []


@pytest.mark.parametrize("address", KINDS)
def test_a_printed_page_names_its_address_and_date_and_has_no_navigation(
    paper: Page, real_site: Path, address: str
) -> None:
    paper.goto((real_site / address).as_uri())
    head = paper.locator(".print-head").inner_text()
    assert head == f"Praxis · https://praxis.example/{address} · Stand der Sammlung: 01.12.2026"
    assert paper.locator("h1").is_visible()
    assert [nav for nav in paper.get_by_role("navigation").all() if nav.is_visible()] == []
    assert paper.get_by_role("button").count() == 0


def test_printed_pages_are_numbered(real_site: Path) -> None:
    style = (real_site / "assets" / "print.css").read_text(encoding="utf-8")
    assert 'content: "Seite " counter(page) " von " counter(pages)' in style


def test_a_started_form_is_printed_with_its_answers(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page()
    page.goto((real_site / "mitmachen/formular/index.html").as_uri() + "?art=praxis")
    page.locator("#feld-titel").fill("Kinderstuben")
    page.emulate_media(media="print")
    assert page.locator("#feld-titel").is_visible()
    assert not page.get_by_role("heading", name="Andere Wege").is_visible()
    assert [button for button in page.get_by_role("button").all() if button.is_visible()] == []
    page.close()
