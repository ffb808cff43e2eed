"""All PDFs of the site: set in parallel, and only where something that they show has changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path

from praxis.book.making import Job, blamed, job, made
from praxis.book.selection import Selection, whole
from praxis.book.setting import SettingError
from praxis.book.volume import Shelf, Volume
from praxis.findings import Finding
from praxis.library import Library
from praxis.publishing import file_written_aside
from praxis.settings import Settings
from praxis.site.links import BOOK_PDF, pdf_address

_TOOLS = ("typst", "pikepdf", "fonttools")
_OWN = ("finishing.py", "inner_links.py", "setting.py", "streams.py", "typesetter.py")
"""Modules that shape the file after its source is written."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Series:
    """What became of all PDFs: how many were set anew, how many taken from the cache, and what is wrong."""

    fresh: int
    kept: int
    findings: tuple[Finding, ...] = ()


def selections(library: Library) -> dict[str, Selection]:
    """Address on the site -> what stands in that PDF; ``library`` is the published one."""
    found = {BOOK_PDF: whole(library)} if library.chapters or library.cases else {}
    found |= {pdf_address(chapter): Selection(chapters=(chapter,)) for chapter in library.chapters.values()}
    found |= {pdf_address(case): Selection(cases=(case,)) for case in library.cases.values()}
    return found


def make_all(library: Library, out: Path, cache: Path, progress: Progress | None = None) -> Series:
    """Put every PDF of the site below ``out``; ``cache`` keeps those of this build for the next one."""
    shelf = Shelf(library, Settings.load(library.root))
    wanted = selections(shelf.library)
    jobs = {address: job(Volume(shelf, selection)) for address, selection in wanted.items()}
    keys = {address: _key(work) for address, work in jobs.items()}
    cache.mkdir(parents=True, exist_ok=True)
    missing = {address: work for address, work in jobs.items() if not (cache / f"{keys[address]}.pdf").is_file()}
    findings: list[Finding] = []
    for address, result in _set(missing, progress):
        if isinstance(result, SettingError):
            findings += blamed(shelf, wanted[address], result)
        else:
            file_written_aside(cache / f"{keys[address]}.pdf", result)
    if not findings:
        for address, key in keys.items():
            target = out / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((cache / f"{key}.pdf").read_bytes())
        _forget(cache, set(keys.values()))
    return Series(len(missing), len(jobs) - len(missing), tuple(dict.fromkeys(findings)))


def _set(jobs: Mapping[str, Job], progress: Progress | None) -> Iterator[tuple[str, bytes | SettingError]]:
    """Set the jobs, the largest first; several in processes that are started anew: a fork would inherit threads."""
    ordered = sorted(jobs, key=lambda address: -len(jobs[address].source))
    if len(jobs) < 2:
        yield from ((address, _result(jobs[address])) for address in ordered)
        return
    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        running = {pool.submit(_result, jobs[address]): address for address in ordered}
        try:
            for done, future in enumerate(as_completed(running), 1):
                if progress:
                    progress(done, len(running))
                yield running[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _result(work: Job) -> bytes | SettingError:
    try:
        return made(work)
    except SettingError as failure:
        return failure


def _key(work: Job) -> str:
    """The name of a job's PDF in the cache: what it is made of, and what makes it."""
    pictures = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(work.pictures.items())}
    parts = (work.source, json.dumps(pictures), _maker())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _maker() -> str:
    folder = files("praxis.book")
    own = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _OWN]
    fonts = sorted(entry.name for entry in (folder / "fonts").iterdir())
    return json.dumps([[name, version(name)] for name in _TOOLS] + [own, fonts])


def _forget(cache: Path, keys: set[str]) -> None:
    for path in cache.glob("*.pdf"):
        if path.stem not in keys:
            path.unlink(missing_ok=True)
