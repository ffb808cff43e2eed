"""Addresses of the web that records and pages name: which of them no longer lead anywhere."""

from __future__ import annotations

import http.client
import ipaddress
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urldefrag, urlsplit

from praxis.checks.prose import without_code
from praxis.library import Library
from praxis.source import read_source

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]+")
_TIMEOUT = 20
_AT_ONCE = 8
_GONE = (404, 410)
_AGENT = "Praxis-Linkpruefung/1.0"
_PLACEHOLDER = re.compile(r"\.(?:example|invalid|test|local|localhost)$")


class State(StrEnum):
    """What became of an address."""

    FINE = "erreichbar"
    DEAD = "tot"
    UNCLEAR = "unklar"


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address and the files that name it."""

    address: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """An address that was tried, with what came back in German words."""

    link: WebLink
    state: State
    text: str


Fetch = Callable[[str], int]
"""Status of an address; raises OSError where it cannot be reached."""


def web_links(library: Library) -> list[WebLink]:
    """All addresses of the contents, each once, in the order of the addresses; placeholders are no addresses."""
    found: dict[str, set[str]] = {}
    paths = [*(file.path for file in library.files.records), *library.files.pages]
    for path in paths:
        source, _ = read_source(library.root, path)
        for address in _addresses(source.text if source else ""):
            found.setdefault(address, set()).add(path)
    return [WebLink(address, tuple(sorted(files))) for address, files in sorted(found.items())]


def _addresses(text: str) -> Iterator[str]:
    for found in _ADDRESS.finditer(without_code(text)):
        address = urldefrag(found[0].rstrip(".,;:!?*_“”‘’}"))[0]
        if is_public(address):
            yield address


def is_public(address: str) -> bool:
    """True for a host of the public web: no placeholder, no bare IP address, no name without a dot."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." in host and not _PLACEHOLDER.search(host)
    return False


def check_links(links: Iterable[WebLink], fetch: Fetch) -> list[Checked]:
    """Try every address; each host is asked one address at a time."""
    by_host: dict[str, list[WebLink]] = {}
    for link in links:
        by_host.setdefault(urlsplit(link.address).hostname or "", []).append(link)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        groups = list(pool.map(lambda group: [_checked(link, fetch) for link in group], by_host.values()))
    return sorted((checked for group in groups for checked in group), key=lambda checked: checked.link.address)


def _checked(link: WebLink, fetch: Fetch) -> Checked:
    try:
        status = fetch(link.address)
    except (OSError, ValueError, http.client.HTTPException) as error:
        return Checked(link, State.UNCLEAR, f"nicht erreichbar ({type(error).__name__})")
    if status in _GONE:
        return Checked(link, State.DEAD, f"gibt es nicht mehr ({status})")
    # Many sites refuse programs: that says nothing about the page.
    return Checked(link, State.FINE if status < 400 else State.UNCLEAR, f"antwortet mit {status}")


def fetch_status(address: str) -> int:
    """Ask the web: the head of the page, or its beginning where heads are refused."""
    status = _ask(address, "HEAD")
    return status if status < 400 else _ask(address, "GET")


def _ask(address: str, method: str) -> int:
    request = urllib.request.Request(address, method=method, headers={"User-Agent": _AGENT})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
