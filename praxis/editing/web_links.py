"""Addresses of the web that records and pages name: which of them no longer lead anywhere."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
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
        return Checked(link, State.UNCLEAR, _why(error))
    if status in _GONE:
        return Checked(link, State.DEAD, f"gibt es nicht mehr ({status})")
    # Many sites refuse programs: that says nothing about the page.
    return Checked(link, State.FINE if status < 400 else State.UNCLEAR, f"antwortet mit {status}")


_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (TimeoutError, "antwortet nicht rechtzeitig"),
    (ConnectionRefusedError, "nimmt keine Verbindung an"),
    (socket.gaierror, "den Namen des Servers kennt niemand"),
    (ssl.SSLError, "das Zertifikat stimmt nicht"),
)


def _why(error: BaseException) -> str:
    """Why an address could not be reached, in German words."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, str):
        return reason
    return next((text for kind, text in _REASONS if isinstance(reason, kind)), "nicht erreichbar")


class _PublicRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only into the public web: an address of strangers must not lead into an inner network."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """The new request; raises URLError for an address that is not public."""
        if not newurl.startswith(("http://", "https://")) or not is_public(newurl):
            raise urllib.error.URLError("leitet auf eine Adresse weiter, die nicht öffentlich ist")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch_status(address: str, timeout: float = _TIMEOUT) -> int:
    """Ask the web: the head of the page, or its beginning where heads are refused. ``timeout`` in seconds."""
    status = _ask(address, "HEAD", timeout)
    return status if status < 400 else _ask(address, "GET", timeout)


def _ask(address: str, method: str, timeout: float) -> int:
    request = urllib.request.Request(address, method=method, headers={"User-Agent": _AGENT})
    try:
        with urllib.request.build_opener(_PublicRedirects).open(request, timeout=timeout) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code
