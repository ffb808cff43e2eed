"""Nothing leaves: every page of the site, from disk, from a server with the headers of ``docs/betrieb``, and offline."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from praxis.bundling import bundle
from praxis.library import today
from tests.browser.axe import violations
from tests.browser.pages import WIDTHS, opened, page_kinds, pages_of
from tests.browser.support import overflow
from tests.site_building import PROJECT

pytestmark = pytest.mark.browser

MANUAL = (PROJECT / "docs" / "betrieb" / "webserver.md").read_text(encoding="utf-8")
FRAME = (PROJECT / "praxis" / "theme" / "main.html").read_text(encoding="utf-8")


def headers_of(server: str) -> dict[str, str]:
    """The headers that the manual gives for a server, as the server would send them."""
    section = re.split(r"^## ", MANUAL, flags=re.MULTILINE)
    (text,) = [part for part in section if part.startswith(server)]
    return dict(
        re.findall(
            r'^\s*(?:add_header |Header always set )?([A-Z][A-Za-z]*(?:-[A-Za-z]+)+) "([^"]+)"', text, re.MULTILINE
        )
    )


def listening(page: Page) -> tuple[list[str], list[str]]:
    """Addresses asked for and messages said from now on."""
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    return requests, messages


@pytest.fixture(scope="module")
def server(real_site: Path) -> Iterator[str]:
    """The site behind a server that sends the headers of the manual."""
    headers = headers_of("nginx")

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(real_site))) as made:
        Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}/"
        made.shutdown()


def test_every_page_asks_nobody_and_says_nothing(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, (real_site / "index.html").as_uri(), width=360) as page:
        requests, messages = listening(page)
        for name in pages_of(real_site):
            page.goto((real_site / name).as_uri())
            assert messages == [], name
        assert [url for url in requests if not url.startswith(real_site.as_uri())] == []


def test_built_files_load_nothing_from_elsewhere(real_site: Path) -> None:
    """What a browser would load by itself: sources, styles, pictures, fonts, imports."""
    loaded = re.compile(
        rb"<(?:script|img|iframe|source|video|audio|embed|object|track)\b[^>]*?(?:src|data|poster)=\"(?:https?:)?//"
        rb"|<link\b(?=[^>]*rel=\"(?:stylesheet|icon|preload|prefetch|preconnect|dns-prefetch|modulepreload|manifest)\")[^>]*href=\"(?:https?:)?//"
    )
    styles = re.compile(rb"(?:url\(|@import)\s*[\"']?(?:https?:)?//")
    for path in sorted(real_site.rglob("*")):
        if path.suffix == ".html":
            assert not loaded.search(path.read_bytes()), path
        elif path.suffix in {".css", ".svg"}:
            assert not styles.search(path.read_bytes()), path


def test_every_page_carries_the_policy_before_anything_is_loaded(real_site: Path) -> None:
    """Pages of records the one of the frame; those that lead on to a new address need nothing at all."""
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', FRAME)
    for path in sorted(real_site.rglob("*.html")):
        before, found, rest = path.read_text(encoding="utf-8").partition('<meta http-equiv="Content-Security-Policy" ')
        assert found, path
        assert not re.search(r"<(?:script|link|img|style)\b", before), path
        told = rest.removeprefix('content="').partition('"')[0]
        assert told == ("default-src 'none'" if 'http-equiv="refresh"' in rest else policy), path


def test_the_manual_gives_every_server_the_policy_of_the_pages() -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', FRAME)
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    for name in ("nginx", "Apache", "Caddy"):
        headers = headers_of(name)
        assert headers["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'", name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert headers["Referrer-Policy"] == "no-referrer", name


def test_behind_a_server_with_these_headers_every_kind_of_page_works(
    chromium: Browser, real_site: Path, server: str
) -> None:
    with opened(chromium, server) as page:
        requests, messages = listening(page)
        for name in page_kinds(real_site):
            page.goto(server + name)
            assert messages == [], name
        assert [url for url in requests if not url.startswith(server)] == []


def test_the_error_page_is_dressed_at_any_depth_and_for_everyone(chromium: Browser, server: str) -> None:
    with opened(chromium, server + "404.html", bypass_csp=True) as page:
        assert page.locator("h1").inner_text() == "Diese Seite gibt es nicht"
        assert page.evaluate("getComputedStyle(document.querySelector('.site-header')).borderBottomStyle") == "solid"
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) == [], width
            assert overflow(page) <= 0, width


@pytest.fixture(scope="module")
def unpacked(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy in a folder as people have them."""
    folder = tmp_path_factory.mktemp("offline") / "Müllers Übergabe (Stick) #1"
    made = bundle(real_site, folder / "praxis-offline.zip", today())
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(folder)
    return folder / "praxis-offline"


def test_the_copy_without_the_pdf_files_takes_at_most_six_megabytes(real_site: Path, tmp_path: Path) -> None:
    made = bundle(real_site, tmp_path / "kopie.zip", today())
    with zipfile.ZipFile(made.path) as archive:
        pdfs = sum(item.compress_size for item in archive.infolist() if item.filename.endswith(".pdf"))
    assert made.size - pdfs <= 6_000_000


@pytest.mark.parametrize("width", [360, 1280])
def test_the_copy_works_from_disk_without_a_network(chromium: Browser, unpacked: Path, width: int) -> None:
    with opened(chromium, "about:blank", width=width, offline=True) as page:
        requests, messages = listening(page)
        for name in page_kinds(unpacked):
            page.goto((unpacked / name).as_uri())
        page.goto((unpacked / "index.html").as_uri())
        page.get_by_role("button", name="Dunkle Darstellung").click()
        assert page.evaluate("document.documentElement.dataset.scheme") == "dunkel"
        page.goto((unpacked / "suche" / "index.html").as_uri() + "?q=alleinerziehnde Muetter")
        page.get_by_role("link", name=re.compile("lleinerziehend")).first.wait_for()
        assert messages == []
        assert [url for url in requests if not url.startswith("file://")] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_copy_has_every_tool(chromium: Browser, unpacked: Path, width: int) -> None:
    """A case found by keyboard, finder, comparison, committee paper, transfer talk, form: without a network."""
    three = "faelle=willkommensbesuche-hamm,familienbuero-gelsenkirchen,cafe-kinderwagen-warendorf"
    tools = {
        "praxis/index.html": "#finder-treffer:not(:empty)",
        f"vergleich/index.html?{three}": "table.compare, .compare-case",
        f"beschlussvorlage/index.html?{three}&luecke=familien-mit-einjaehrigen": ".document-form h2",
        "transfergespraech/index.html?praxis=willkommensbesuche-hamm": ".document-form h2",
        "luecke-beschreiben/index.html": ".describe textarea, .describe input",
        "mitmachen/formular/index.html?art=praxis": "#formular h2",
    }
    with opened(chromium, (unpacked / "index.html").as_uri(), width=width, offline=True) as page:
        requests, messages = listening(page)
        page.keyboard.press("Control+k")
        page.keyboard.type("Mobile Kita")
        found = page.get_by_role("option", name="Mobile Kita").first
        found.wait_for()
        for _ in range(20):
            page.keyboard.press("ArrowDown")
            if found.get_attribute("aria-selected") == "true":
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/praxis/mobile-kita-gelsenkirchen.html*")
        for tool, sign in tools.items():
            path, _, query = tool.partition("?")
            page.goto(f"{(unpacked / path).as_uri()}?{query}")
            page.locator(sign).first.wait_for()
        assert messages == []
        assert [url for url in requests if not url.startswith("file://")] == []


def test_the_copy_says_that_it_is_one(chromium: Browser, unpacked: Path) -> None:
    with opened(chromium, (unpacked / "offline" / "index.html").as_uri()) as page:
        assert "Sie lesen gerade in der Offline-Kopie, Stand" in page.locator("main").inner_text()
