"""Failing loud: after the build, pages, rows of the indexes and links are counted against the library.

Our pages are made by our templates, so a search for tags in the bytes is enough: in texts and attributes ``<`` is
always escaped.
"""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from praxis.library import Library
from praxis.records import RECORD_TYPES, Case, Gap, Record

_LINK = re.compile(rb'<(?:a|link|script|img)\b[^<>]*?\s(?:href|src)="([^"]*)"')
# Not only in tags: a text that looks like an id costs nothing, and this is ten times faster.
_ID = re.compile(rb' id="([^"]*)"')
_ROW = re.compile(rb'<[a-z]+\b[^<>]*?\sdata-row="([a-z]+)"[^<>]*>.*?<a\b[^<>]*?\shref="([^"]*)"', re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_ERROR_PAGE = "404.html"
_SHOWN = 20
"""Faults named of one kind; more would only hide the first."""


def verify(library: Library, site: Path) -> list[str]:
    """What is missing, surplus or broken in a built site, as German sentences; empty if it is complete."""
    public = library.public
    missing = [
        f"Es fehlt die Seite {record.address} ({record.path})."
        for record in public.records()
        if not (site / record.address).is_file()
    ]
    kinds = (missing, list(_drafts(library, site)), list(_surplus(public, site)), list(_rows(public, site)))
    faults = [fault for kind in kinds for fault in _limited(kind)]
    return faults or _limited(list(_links(public, site)))


def _limited(faults: list[str]) -> list[str]:
    more = len(faults) - _SHOWN
    return [*faults[:_SHOWN], f"… und {more} weitere dieser Art."] if more > 0 else faults


def _drafts(library: Library, site: Path) -> Iterator[str]:
    for case in library.cases.values():
        if case.is_draft and (site / case.address).exists():
            yield f"Der Entwurf {case.path} wurde veröffentlicht."


def _surplus(library: Library, site: Path) -> Iterator[str]:
    """Pages in the folders of records that belong to no record."""
    expected = {record.address for record in library.records()}
    expected |= {f"{record.folder}/{former}.html" for record in library.records() for former in record.former}
    for record_type in RECORD_TYPES:
        expected.add(f"{record_type.folder}/index.html")
        for page in sorted((site / record_type.folder).glob("*.html")):
            address = page.relative_to(site).as_posix()
            if address not in expected:
                yield f"Die Seite {address} gehört zu keinem Eintrag."


def _rows(library: Library, site: Path) -> Iterator[str]:
    """Records that the index of their section, with the further parts of its lists, does not name exactly once."""
    lists: tuple[tuple[type[Record], list[Record]], ...] = (
        (Case, list(library.cases.values())),
        (Gap, list(library.gaps.values())),
    )
    for record_type, records in lists:
        index = f"{record_type.folder}/index.html"
        counted = Counter(
            _resolved(page, _plain(link))[0]
            for page in (index, *_parts(site, record_type.folder))
            for kind, link in _ROW.findall((site / page).read_bytes() if (site / page).is_file() else b"")
            if kind.decode() == record_type.kind
        )
        for record in records:
            if counted[record.address] != 1:
                yield f"Die Liste {index} nennt {record.path} {counted[record.address]}-mal statt einmal."
        if counted.total() != len(records):
            yield f"Die Liste {index} hat {counted.total()} Zeilen; es gibt {len(records)} Einträge."


def _parts(site: Path, folder: str) -> list[str]:
    """The further parts of the lists of a section (:mod:`praxis.site.paging`): the only pages in folders below it."""
    return sorted(page.relative_to(site).as_posix() for page in (site / folder).glob("*/*.html"))


@dataclass
class _Links:
    """Where the links of all pages lead: target page -> fragment -> a page that names it."""

    targets: dict[str, dict[str, str]] = field(default_factory=dict)
    from_elsewhere: set[str] = field(default_factory=set)
    """Targets to which another page leads."""
    ids: dict[str, set[str]] = field(default_factory=dict)


def _links(library: Library, site: Path) -> Iterator[str]:
    """Links that lead nowhere, and records to which no other page leads."""
    links = _collected(site)
    for target, fragments in links.targets.items():
        if target not in links.ids and not (site / target).is_file():
            yield f"Die Seite {next(iter(fragments.values()))} verweist auf {target}; das gibt es nicht."
            continue
        for fragment, source in fragments.items():
            if fragment and target in links.ids and fragment not in links.ids[target]:
                yield f"Die Seite {source} verweist auf {target}#{fragment}; diese Stelle gibt es nicht."
    for record in library.records():
        if record.address not in links.from_elsewhere:
            yield f"Zu {record.address} ({record.path}) führt kein Link."


def _collected(site: Path) -> _Links:
    links = _Links()
    settled: dict[str, set[bytes]] = {}  # folder -> its pages' links of which nothing new can be learned
    for page in sorted(_pages(site)):
        content = (site / page).read_bytes()
        ids = set(_ID.findall(content))
        links.ids[page] = {found.decode() for found in ids}
        if page == _ERROR_PAGE:
            continue
        done = settled.setdefault(posixpath.dirname(page), set())
        for link in set(_LINK.findall(content)) - done:
            if link[:1] == b"#" and link[1:] in ids:
                continue  # half of all links that are left: places on the same page
            address = _plain(link)
            if _ELSEWHERE.match(address):
                done.add(link)
                continue
            target, fragment = _resolved(page, address)
            links.targets.setdefault(target, {}).setdefault(fragment, page)
            if target != page:
                links.from_elsewhere.add(target)
                done.add(link)
    return links


def _pages(site: Path) -> Iterator[str]:
    """Addresses of all pages; beside them stand thousands of data files, which path objects would slow down."""
    for folder, _, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix()
        prefix = "" if below == "." else f"{below}/"
        yield from (f"{prefix}{name}" for name in names if name.endswith(".html"))


def _resolved(page: str, link: str) -> tuple[str, str]:
    """Address and fragment of a link on a page, relative to the site."""
    address, _, fragment = link.partition("#")
    address = address.partition("?")[0]
    if not address:
        return page, fragment
    root = "../" * page.count("/")
    if address.startswith(root) and "./" not in (below := address[len(root) :]):
        return below, fragment  # as the templates write it: nothing to normalise
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address)), fragment


def _plain(link: bytes) -> str:
    return unquote(html.unescape(link.decode()))
