"""Addresses of the web: found in contents, tried politely, and only certain death is called death."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.cli import main
from praxis.commands import links
from praxis.editing.web_links import State, WebLink, check_links, is_public, web_links
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
        ("wirft", State.UNCLEAR, "nicht erreichbar (TimeoutError)"),
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
