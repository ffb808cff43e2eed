"""Every page leads its readers to the right door: change it, report a mistake, or write to the office."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup


def footer(site: Path, page: str) -> dict[str, str]:
    html = BeautifulSoup((site / page).read_text(encoding="utf-8"), "html.parser")
    return {link.get_text(): str(link["href"]) for link in html.select("footer a")}


@pytest.mark.parametrize(
    ("page", "record"),
    [
        ("praxis/familienbuero-gelsenkirchen.html", "praxis/familienbuero-gelsenkirchen"),
        ("luecken/familien-mit-einjaehrigen.html", "luecken/familien-mit-einjaehrigen"),
        ("kommunen/gelsenkirchen.html", "kommunen/gelsenkirchen"),
    ],
)
def test_records_are_changed_with_and_without_an_account(real_site: Path, page: str, record: str) -> None:
    links = footer(real_site, page)
    assert links["Bearbeiten im Formular, ohne Konto"] == f"../mitmachen/formular/index.html?datei={record}"
    assert links["Bearbeiten mit Git"] == f"https://github.example/praxis/praxis/edit/main/docs/{record}.md"
    assert links["Fehler melden per E-Mail"].startswith("mailto:redaktion@praxis.example?subject=Fehler%20auf%20")
    assert links["Fehler melden mit Git-Konto"].startswith("https://github.example/praxis/praxis/issues/new?title=")


def test_what_the_form_does_not_know_is_changed_with_git(real_site: Path) -> None:
    links = footer(real_site, "handbuch/vom-kind-her-denken.html")
    assert "Bearbeiten im Formular, ohne Konto" not in links
    assert links["Bearbeiten mit Git"].endswith("/edit/main/docs/handbuch/02-vom-kind-her-denken.md")


def test_other_pages_lead_to_the_office(real_site: Path) -> None:
    assert footer(real_site, "mitmachen/wege.html")["E-Mail an die Redaktion"] == "mailto:redaktion@praxis.example"


def test_the_page_of_the_office_is_built_and_linked_for_those_who_contribute_only(real_site: Path) -> None:
    assert (real_site / "betreuung" / "index.html").is_file()
    naming = [
        path.relative_to(real_site).as_posix()
        for path in real_site.rglob("*.html")
        if 'href="../betreuung/index.html"' in path.read_text(encoding="utf-8")
    ]
    assert set(naming) == {"mitmachen/index.html", "mitmachen/durchsicht.html"}
