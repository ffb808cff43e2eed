"""The site of the project's own contents: complete, linked, well-formed, silent towards other hosts."""

from __future__ import annotations

import gzip
import itertools
import posixpath
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from praxis.library import Library
from praxis.relations.site_search import site_searcher
from praxis.search.documents import KINDS
from praxis.site.verify import verify
from tests.site_building import PROJECT


@cache
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_bytes(), "html.parser")
        for path in sorted(site.rglob("*.html"))
    }


def test_the_contents_have_no_errors() -> None:
    assert not [finding for finding in Library.load(PROJECT).findings if finding.severity == "error"]


def test_every_record_has_its_page(real_site: Path) -> None:
    assert verify(Library.load(PROJECT), real_site) == []


def test_a_missing_page_is_named(real_site: Path) -> None:
    library = Library.load(PROJECT)
    case = next(iter(library.cases.values()))
    faults = verify(library, real_site / "nirgends")
    assert f"Es fehlt die Seite {case.address} ({case.path})." in faults


def test_every_internal_link_leads_somewhere(real_site: Path) -> None:
    broken = []
    for name, soup in pages(real_site).items():
        if name == "404.html":
            continue
        for link in soup.find_all(href=True):
            target = urlsplit(str(link["href"]))
            if target.scheme or target.netloc or (not target.path and not target.fragment):
                continue
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target.path)))
                if target.path
                else name
            )
            if not (real_site / path).exists():
                broken.append(f"{name}: {link['href']}")
            elif (
                target.fragment
                and path.endswith(".html")
                and not pages(real_site)[path].find(id=unquote(target.fragment))
            ):
                broken.append(f"{name}: {link['href']} (kein Anker)")
    assert broken == []


def test_every_page_is_reached_from_the_start_page_without_a_script(real_site: Path) -> None:
    """By links that nobody hides: records, lists, grids, comparisons, chapters and tools."""
    reached, waiting = {"404.html", "index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for link in pages(real_site)[name].select("a[href]:not(.script-only *):not([hidden] *)"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), urlsplit(str(link["href"])).path))
            if target in pages(real_site) and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert sorted(pages(real_site).keys() - reached) == []


def test_ids_are_unique_on_every_page(real_site: Path) -> None:
    for name, soup in pages(real_site).items():
        ids = [str(element["id"]) for element in soup.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), name


def test_every_page_has_one_title_and_no_skipped_heading(real_site: Path) -> None:
    for name, soup in pages(real_site).items():
        levels = [int(heading.name[1]) for heading in soup.find_all(re.compile(r"^h[1-6]$"))]
        if name == "404.html":
            continue
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (name, levels)


def test_headings_are_unique_on_every_page(real_site: Path) -> None:
    """Whoever goes from heading to heading must know which is which."""
    for name, soup in pages(real_site).items():
        texts = [" ".join(heading.get_text().split()) for heading in soup.find_all(re.compile(r"^h[1-6]$"))]
        assert [text for text, number in Counter(texts).items() if number > 1] == [], name


EMPTY_WORDS = re.compile(
    r"(?:hier|mehr|link|weiter|weiterlesen|klicken sie hier|details|alle felder|nicht berichtet|https?://\S*|\W*)",
    re.IGNORECASE,
)
KIND = re.compile(
    r"(?:(?:zum|zur|diese|dieser|dieses) )?(?:fall|praxisbeispiel|beispiel|lücke|eintrag|kapitel|material|treffen|kommune|seite)",
    re.IGNORECASE,
)
RECORD = re.compile(
    r"(?:praxis|luecken|nachnutzung|kommunen|handbuch|materialien|lernnetzwerk)/(?!index\.html)[^/#]+\.html"
)


def test_every_link_says_alone_where_it_leads(real_site: Path) -> None:
    """In a list of all links of a page there is no sentence around them: „Fall“ could be any."""
    for name, soup in pages(real_site).items():
        for link in soup.find_all("a", href=True):
            text = " ".join(link.get_text().split())
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), str(link["href"])))
            says_nothing = EMPTY_WORDS.fullmatch(text) and "glossar/" not in target
            assert not says_nothing, (name, text, target)
            assert not (KIND.fullmatch(text) and RECORD.match(target)), (name, text, target)


def test_leichte_sprache_has_one_short_sentence_a_line(real_site: Path) -> None:
    """By the rules of Leichte Sprache; a line of the source is no line of a page without its break."""
    main = pages(real_site)["leichte-sprache/index.html"].main
    assert main is not None
    for line_break in main.find_all("br"):
        line_break.replace_with("\n")
    blocks = [block.get_text() for block in main.select("p, li")]
    lines = [line.strip() for block in blocks for line in block.split("\n") if line.strip()]
    assert len(lines) > 80
    assert [line for line in lines if re.search(r"[.?!] \S", line) or len(line.split()) > 12] == []


ENGLISH = re.compile(r"\b(?:the|of|and|with|from|for|is|are|our|how|what|by)\b")


def test_sentences_in_english_are_marked(real_site: Path) -> None:
    """A screen reader reads them as German otherwise. Titles are names and stay as they are cited."""
    for name, soup in pages(real_site).items():
        for text in soup.main.find_all(string=True) if soup.main else ():
            outside = text.find_parent(["code", "pre", "a"]) or text.find_parent(class_="sources")
            if not outside and text.find_parent(lang=True) is soup.html:
                assert len(set(ENGLISH.findall(text))) < 2, (name, text)


def test_every_table_has_headers_with_a_scope(real_site: Path) -> None:
    for name, soup in pages(real_site).items():
        for table in soup.find_all("table"):
            headers = table.find_all("th")
            assert headers, name
            assert all(header.get("scope") in ("col", "row") for header in headers), name


def test_no_page_carries_inline_styles_scripts_or_handlers(real_site: Path) -> None:
    for name, soup in pages(real_site).items():
        assert not soup.find_all(style=True), name
        assert not soup.find_all("style"), name
        scripts = [script for script in soup.find_all("script") if not script.get("src")]
        assert all(script.get("type") == "application/ld+json" for script in scripts), name
        assert not [tag for tag in soup.find_all(True) for attribute in tag.attrs if attribute.startswith("on")], name


def test_a_first_page_weighs_at_most_150_kb_compressed(real_site: Path) -> None:
    files = [
        "index.html",
        "assets/praxis.css",
        "assets/print.css",
        "assets/records.css",
        "assets/scheme.js",
        "assets/js/seite.js",
        "assets/icon.svg",
    ]
    size = sum(len(gzip.compress((real_site / name).read_bytes())) for name in files)
    fonts = sum(path.stat().st_size for path in (real_site / "assets/fonts").glob("*latin-[47]00*.woff2"))
    assert size + fonts <= 150_000


def test_no_file_of_material_is_shipped(real_site: Path) -> None:
    assert not (real_site / "assets/javascripts").exists()
    assert not (real_site / "search").exists()


def test_a_gap_leads_to_practice_with_reasons(real_site: Path) -> None:
    soup = pages(real_site)["luecken/daten-foerderschule-beruf.html"]
    first = soup.select_one(".matches > li")
    assert first is not None
    assert first.a is not None
    assert first.a["href"] == "../praxis/kaoa-star.html"
    assert "bestätigt" in first.get_text()
    assert first.find("ul") is not None


def test_every_case_says_what_nobody_reported(real_site: Path) -> None:
    for name, soup in pages(real_site).items():
        if name.startswith("praxis/") and name != "praxis/index.html":
            assert soup.find(id="berichtsbogen"), name
            rows = soup.select("table.card tbody tr")
            assert rows, name
            assert all(row.select_one("td svg") for row in rows), name


def test_the_collection_is_as_large_as_promised() -> None:
    library = Library.load(PROJECT)
    assert len(library.cases) >= 36
    assert len({case.municipality for case in library.cases.values()}) >= 25
    assert len(library.gaps) >= 12
    assert len(library.reuses) >= 3
    assert len(library.chapters) >= 14
    assert sum(len(chapter.body.split()) for chapter in library.chapters.values()) >= 12_000
    vocabulary = library.vocabulary
    assert len(vocabulary.standards) >= 12
    assert len(vocabulary.topics) >= 45
    assert len(vocabulary.context_model.conditions) >= 25
    assert len(vocabulary.context_model.questions) >= 100
    assert len(vocabulary.glossary) >= 50


def test_everything_that_can_be_found_leads_to_its_place(real_site: Path) -> None:
    places = {name: {str(tag["id"]) for tag in soup.find_all(id=True)} for name, soup in pages(real_site).items()}
    lost = []
    for entry in site_searcher(Library.load(PROJECT).public).index.entries:
        name, _, anchor = entry.url.partition("#")
        if name not in places or (anchor and anchor not in places[name]):
            lost.append(entry.url)
    assert lost == []


def test_every_kind_can_be_found() -> None:
    entries = site_searcher(Library.load(PROJECT).public).index.entries
    assert {entry.kind for entry in entries} == set(KINDS)


def test_pages_for_editors_are_found_under_their_own_titles(real_site: Path) -> None:
    for entry in site_searcher(Library.load(PROJECT).public).index.entries:
        if entry.url.startswith("mitmachen/") and "#" not in entry.url:
            heading = pages(real_site)[entry.url].find("h1")
            assert heading is not None
            assert heading.get_text(strip=True) == entry.title
