"""A site in which every text field of every record and term is an attack: opened in a real Chromium, nothing runs."""

from __future__ import annotations

import csv
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext

from praxis.bundling import bundle
from praxis.html_policy import RENDERED_TAGS
from tests.builders import SITES, TODAY
from tests.site_building import configured, run_mkdocs

pytestmark = pytest.mark.browser

ACTIVE_PARTS = """() => {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${element.tagName} ${name}`);
      if (/^\\s*(javascript|data|vbscript):/i.test(value) && /^(href|src|action|formaction|xlink:href)$/.test(name))
        found.push(`${element.tagName} ${name}=${value}`);
    }
    if (["IFRAME", "OBJECT", "EMBED", "BASE"].includes(element.tagName)) found.push(element.tagName);
    if (element.autofocus) found.push(`${element.tagName} autofocus`);
  }
  for (const script of document.scripts)
    if (!script.src && script.type !== "application/ld+json" && script.type !== "application/json")
      found.push(`script: ${script.textContent.slice(0, 80)}`);
  return found;
}"""


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of ``sites/feindlich-gueltig``."""
    root = tmp_path_factory.mktemp("feindlich")
    shutil.copytree(SITES / "feindlich-gueltig" / "docs", root / "docs")
    out = root / "site"
    result = run_mkdocs(configured(root), out)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.fixture(scope="module")
def address(hostile_site: Path) -> Iterator[str]:
    """The site on a server of this machine: the error page has absolute links."""
    handler = partial(_QuietHandler, directory=str(hostile_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh context that waits for nothing from outside."""
    context = chromium.new_context()
    yield context
    context.close()


def test_no_page_runs_anything_of_what_was_contributed(
    hostile_site: Path, address: str, context: BrowserContext
) -> None:
    """No script, no dialog, no foreign request, nothing on the console, no attribute that could act."""
    page = context.new_page()
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(f"Dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: events.append(f"Konsole {message.text}"))
    page.on("pageerror", lambda error: events.append(f"Fehler {error}"))
    page.on("popup", lambda popup: events.append(f"Fenster {popup.url}"))
    page.on("request", lambda request: None if request.url.startswith(address) else events.append(request.url))
    pages = sorted(hostile_site.rglob("*.html"))
    for path in pages:
        name = path.relative_to(hostile_site).as_posix()
        page.goto(address + name)
        if b'http-equiv="refresh"' in path.read_bytes():
            page.wait_for_url(lambda url, left=name: not url.endswith(left))
        pwned = page.evaluate("typeof window.__pwned")
        assert (name, pwned, page.evaluate(ACTIVE_PARTS), events) == (name, "undefined", [], [])
    assert len(pages) >= 30


def test_nothing_runs_when_it_is_pointed_at_focused_and_clicked(hostile_site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    for name in (
        "praxis/eins.html",
        "luecken/eins.html",
        "nachnutzung/eins.html",
        "glossar/index.html",
        "raster/index.html",
    ):
        page.goto((hostile_site / name).as_uri())
        page.evaluate(
            """() => document.querySelectorAll("*").forEach((element) => {
              for (const kind of ["mouseover", "mouseenter", "focus", "pointerover", "toggle", "error", "load"])
                element.dispatchEvent(new Event(kind));
            })"""
        )
        assert page.evaluate("typeof window.__pwned") == "undefined"


def test_what_was_contributed_is_shown_as_text(hostile_site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((hostile_site / "praxis/eins.html").as_uri())
    text = page.locator("main").inner_text()
    assert '=cmd|fall-eins-titel <script>window.__pwned="fall-eins-titel"</script>"><img src=x' in text
    assert "{{ 7*7 }}{% raw %}{# x #}${7*7}" in text
    assert page.title().startswith("=cmd|fall-eins-titel <script>")


def test_structured_data_is_data(hostile_site: Path, context: BrowserContext) -> None:
    """JSON inside a page ends where the page's author ended it."""
    page = context.new_page()
    for path in sorted((hostile_site / "praxis").glob("*.html")):
        if b'http-equiv="refresh"' in path.read_bytes():
            continue
        page.goto(path.as_uri())
        for text in page.locator(
            "script[type='application/ld+json'], script[type='application/json']"
        ).all_text_contents():
            json.loads(text)


def test_data_files_and_feeds_are_well_formed(hostile_site: Path) -> None:
    for path in [*hostile_site.rglob("*.json"), *hostile_site.rglob("*.jsonld")]:
        json.loads(path.read_text(encoding="utf-8"))
    feeds = [*hostile_site.rglob("*.atom"), *hostile_site.rglob("*.xml")]
    assert len(feeds) >= 3
    for path in feeds:
        for element in ElementTree.fromstring(path.read_text(encoding="utf-8")).iter():
            assert not element.tag.lower().endswith("script")
            if element.get("type") in ("html", "xhtml"):
                shown = BeautifulSoup(element.text or "", "html.parser").find_all(True)
                assert {tag.name for tag in shown} <= RENDERED_TAGS


def test_every_data_script_is_one_call_with_data(hostile_site: Path) -> None:
    """Search, finder, apps, comparison and the records for the form: nothing in them can end a script or a string."""
    scripts = [path for path in (hostile_site / "daten").rglob("*.js") if not path.name.startswith("lunr")]
    folders = {path.parent.relative_to(hostile_site / "daten").as_posix() for path in scripts}
    assert folders >= {"suche", "finder", "faelle", "luecken", "formular", "quelltext/praxis", "quelltext/luecken"}
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        call = re.fullmatch(r"praxisDaten\((.*)\);\n", text)
        assert call, path.name
        name, _ = json.loads(f"[{call[1]}]")
        assert re.fullmatch(r"[a-z0-9/-]+", name), name
        assert not set("<>\u2028\u2029") & set(text), path.name


@pytest.mark.parametrize("folder", ["suche", "finder", "faelle", "quelltext/praxis"])
def test_hostile_words_reach_the_data_as_words(hostile_site: Path, folder: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (hostile_site / "daten" / folder).glob("*.js")]
    assert any("__pwned" in text for text in texts)


def test_names_of_files_and_of_what_the_copy_holds_are_plain(hostile_site: Path, tmp_path: Path) -> None:
    made = bundle(hostile_site, tmp_path / "kopie.zip", TODAY)
    with zipfile.ZipFile(made.path) as archive:
        names = archive.namelist()
    assert len(names) > 100
    assert [name for name in names if not re.fullmatch(r"praxis-offline(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+", name)] == []


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("suche/index.html?q=fall-eins-titel", "fall-eins-titel"),
        ("suche/index.html?q=%3Cimg%20src=x%20onerror=%22window.__pwned=1%22%3E", "img"),
        ("praxis/index.html", "fall-eins-titel"),
        ("praxis/index.html?alter=%3Cscript%3Ewindow.__pwned=1%3C/script%3E&x=%22onload=1", "fall-eins-titel"),
        ("luecken/index.html", "luecke-eins"),
        ("vergleich/index.html?faelle=eins,zwei&luecke=eins", "fall-eins-titel"),
        ("beschlussvorlage/index.html?faelle=eins,zwei&luecke=eins", "fall-eins-titel"),
        ("transfergespraech/index.html?praxis=eins&kommune=boesestadt", "fall-eins-titel"),
        ("mitmachen/formular/index.html?art=praxis&datei=eins", "Praxisbeispiel"),
        ("register/index.html", "fall-eins-titel"),
    ],
)
def test_tools_show_what_was_contributed_as_text(address: str, context: BrowserContext, path: str, shown: str) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(f"Dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: said.append(f"Konsole {message.text}"))
    page.on("pageerror", lambda error: said.append(f"Fehler {error}"))
    page.on("request", lambda request: None if request.url.startswith(address) else said.append(request.url))
    page.goto(address + path)
    page.locator("main").get_by_text(re.compile(re.escape(shown))).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert (page.evaluate("typeof window.__pwned"), page.evaluate(ACTIVE_PARTS), said) == ("undefined", [], [])


def test_a_table_taken_away_from_the_finder_has_no_formula(
    address: str, context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(f"{address}praxis/index.html")
    page.locator(".take-away summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Tabelle (CSV)").click()
    download.value.save_as(tmp_path / "tabelle.csv")
    _no_formula(tmp_path / "tabelle.csv")
    assert "__pwned" in (tmp_path / "tabelle.csv").read_text(encoding="utf-8-sig")


def test_a_word_file_holds_what_was_contributed_as_text_and_asks_nobody(
    address: str, context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(f"{address}beschlussvorlage/index.html?faelle=eins,zwei&luecke=eins")
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Word-Datei").click()
    download.value.save_as(tmp_path / "vorlage.docx")
    with zipfile.ZipFile(tmp_path / "vorlage.docx") as archive:
        assert archive.testzip() is None
        assert [
            name
            for name in archive.namelist()
            if not re.fullmatch(r"(?!.*\.\.)[A-Za-z0-9_./\[\]]+\.(?:xml|rels)", name)
        ] == []
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    words = "".join(ElementTree.fromstring(parts["word/document.xml"]).itertext())
    assert '<script>window.__pwned="fall-eins-titel"</script>' in words
    acting = {"fldSimple", "altChunk", "object"}
    for name, part in parts.items():
        root = ElementTree.fromstring(part)
        elements = [(element.tag.rpartition("}")[2], element.text or "") for element in root.iter()]
        assert not {tag for tag, _ in elements} & acting, name
        assert {text.strip() for tag, text in elements if tag == "instrText"} <= {"PAGE", "NUMPAGES"}, name
        links = [element for element in root.iter() if element.get("TargetMode") == "External"]
        assert all(re.match("https?://|mailto:", link.get("Target", "")) for link in links), name


def test_no_cell_of_a_table_is_a_formula(hostile_site: Path) -> None:
    tables = list(hostile_site.rglob("*.csv"))
    assert tables
    for path in tables:
        _no_formula(path)


def _no_formula(path: Path) -> None:
    for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True), delimiter=_delimiter(path)):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), (path.name, cell)
            assert not (cell.startswith("-") and not cell[1:2].isdigit()), (path.name, cell)


def test_no_title_writes_lines_of_the_calendar(hostile_site: Path) -> None:
    calendars = list(hostile_site.rglob("*.ics"))
    assert calendars
    for path in calendars:
        lines = path.read_text(encoding="utf-8").split("\r\n")
        assert "SUMMARY:boese" not in lines
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") <= 2


def _delimiter(path: Path) -> str:
    first = path.read_text(encoding="utf-8-sig").split("\n", 1)[0]
    return ";" if first.count(";") > first.count(",") else ","
