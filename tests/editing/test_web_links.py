"""Addresses of the web: found in contents, tried politely, and only certain death is called death."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from praxis.cli import main
from praxis.commands import links
from praxis.editing import web_links as module
from praxis.editing.web_links import State, WebLink, check_links, fetch_status, is_public, web_links
from praxis.library import Library
from tests.broken import case, site
from tests.builders import TODAY

FILES = {
    "docs/praxis/besuche.md": case(
        "Siehe [hier](https://a.example.org/x#teil), <https://b.example.org/> und `https://code.example.org`.\n",
        quellen='quellen: [{url: "https://a.example.org/x"}]',
    ),
    "docs/index.md": "# Start\n\n(https://a.example.org/x), https://b.example.org/.\n",
}


def test_each_address_is_found_once_with_its_files(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, FILES), TODAY)
    assert web_links(library) == [
        WebLink("https://a.example.org/x", ("docs/index.md", "docs/praxis/besuche.md")),
        WebLink("https://b.example.org/", ("docs/index.md", "docs/praxis/besuche.md")),
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.gelsenkirchen.de/a", True),
        ("https://musterstadt.example/a", False),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1/", False),
        ("http://[::1]/", False),
        ("http://169.254.169.254/latest", False),
        ("http://intern/", False),
        ("http://drucker.local/", False),
        ("http://[kaputt", False),
    ],
)
def test_only_the_public_web_is_asked(address: str, expected: bool) -> None:
    assert is_public(address) is expected


def fetch(address: str) -> int:
    if "wirft" in address:
        raise TimeoutError
    return int(address.rpartition("/")[2])


def test_only_what_is_gone_is_dead() -> None:
    checked = check_links(
        [WebLink(f"https://a.de/{name}", ()) for name in ("200", "404", "410", "403", "503", "wirft")], fetch
    )
    assert [(entry.link.address.rpartition("/")[2], entry.state, entry.text) for entry in checked] == [
        ("200", State.FINE, "antwortet mit 200"),
        ("403", State.UNCLEAR, "antwortet mit 403"),
        ("404", State.DEAD, "gibt es nicht mehr (404)"),
        ("410", State.DEAD, "gibt es nicht mehr (410)"),
        ("503", State.UNCLEAR, "antwortet mit 503"),
        ("wirft", State.UNCLEAR, "antwortet nicht rechtzeitig"),
    ]


def test_the_command_names_what_does_not_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "fetch_status", lambda address: 404 if "a.example" in address else 200)
    assert main(["--root", str(site(tmp_path, FILES)), "links"]) == 0
    captured = capsys.readouterr()
    assert captured.out == (
        "tot: https://a.example.org/x gibt es nicht mehr (404)\n    docs/index.md, docs/praxis/besuche.md\n"
    )
    assert captured.err == "2\u00a0Adressen nachgesehen: 1 tot, 0 unklar.\n"


class Site(BaseHTTPRequestHandler):
    """Answers with the status that the path names; ``/301`` leads to ``/200``, ``/nur-get`` takes no heads."""

    wait = threading.Event()

    def do_HEAD(self) -> None:
        name = self.path.strip("/")
        if name == "langsam":
            self.wait.wait(30)
        self._answer(405 if name == "nur-get" else int(name) if name.isdigit() else 200)

    def do_GET(self) -> None:
        self._answer(200 if self.path == "/nur-get" else int(self.path.strip("/")))

    def _answer(self, status: int) -> None:
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """Address of a real server on this machine."""
    Site.wait.clear()
    served = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    Site.wait.set()
    served.shutdown()
    served.server_close()
    thread.join()


def refused() -> str:
    """An address at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/200"


def test_a_real_server_is_asked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_public", lambda address: True)
    addresses = [*(f"{server}/{name}" for name in ("200", "301", "404", "500", "nur-get", "langsam")), refused()]
    checked = check_links([WebLink(address, ()) for address in addresses], lambda address: fetch_status(address, 0.5))
    told = {entry.link.address: (entry.state, entry.text) for entry in checked}
    assert [told[address] for address in addresses] == [
        (State.FINE, "antwortet mit 200"),
        (State.FINE, "antwortet mit 200"),
        (State.DEAD, "gibt es nicht mehr (404)"),
        (State.UNCLEAR, "antwortet mit 500"),
        (State.FINE, "antwortet mit 200"),
        (State.UNCLEAR, "antwortet nicht rechtzeitig"),
        (State.UNCLEAR, "nimmt keine Verbindung an"),
    ]


def test_a_redirect_into_an_inner_network_is_not_followed(server: str) -> None:
    [checked] = check_links([WebLink(f"{server}/301", ())], lambda address: fetch_status(address, 5))
    assert (checked.state, checked.text) == (
        State.UNCLEAR,
        "leitet auf eine Adresse weiter, die nicht öffentlich ist",
    )
