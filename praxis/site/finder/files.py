"""The files of both finders, named by their content, so that a browser may keep them for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from praxis.records import Case, Gap, Record
from praxis.relations.register_words import alphabetical
from praxis.scripts import data_script
from praxis.site.finder import columns
from praxis.site.finder.case_facets import case_facets
from praxis.site.finder.facet import Facet
from praxis.site.finder.gap_facets import gap_facets
from praxis.site.model import SiteModel
from praxis.site.rows import case_row, gap_row

Piece = dict[str, Any]
VERSION: Final = 1
CHUNK: Final = 400
"""Records whose texts share a file."""
_FOLDER: Final = "daten/finder"
_SHARED = ("state", "known", "unknown")
"""Words of lines that many records have in common."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A finder's files: the name under which its columns register, their address, and all files by address."""

    name: str
    address: str
    files: dict[str, bytes]


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The files of both finders with their paths."""
    for kind in (Case.kind, Gap.kind):
        yield from finder(model, kind).files.items()


def finder(model: SiteModel, kind: str) -> Finder:
    """The finder of cases (``praxis``) or gaps (``luecke``), made once."""
    made: Finder | None = model.finders.get(kind)
    if made is None:
        made = model.finders[kind] = _cases(model) if kind == Case.kind else _gaps(model)
    return made


def _cases(model: SiteModel) -> Finder:
    cases = cases_by_place(model)
    rows = [case_row(model, case) for case in cases]
    lines = [{**row, "known": row.get("evidence")} for row in rows]
    texts = [[line["title"], line["short"]] for line in lines]
    newest = [case.as_of.latest for case in cases]
    return _finder(Case, cases, lines, texts, case_facets(model.library), newest)


def cases_by_place(model: SiteModel) -> list[Case]:
    """All cases in the order of their places, then of their titles: the order of every list of all cases."""

    def key(case: Case) -> tuple[Any, ...]:
        return alphabetical(model.place(case.municipality)), alphabetical(case.title), case.id

    return sorted(model.library.cases.values(), key=key)


def _gaps(model: SiteModel) -> Finder:
    gaps = sorted(model.library.gaps.values(), key=lambda gap: _gap_key(model, gap))
    rows = [gap_row(model, gap) for gap in gaps]
    lines = [{**row, "state": row["status"], "known": row.get("answers")} for row in rows]
    texts = [[row["question"], f"{row['origin']}, {row['reported']}"] for row in rows]
    return _finder(Gap, gaps, lines, texts, gap_facets(model.library), [gap.reported.latest for gap in gaps])


def _gap_key(model: SiteModel, gap: Gap) -> tuple[Any, ...]:
    """By place, those without one last, then by question."""
    place = model.place(gap.municipality) if gap.municipality else ""
    return not place, alphabetical(place), alphabetical(gap.question), gap.id


def _finder(
    record_type: type[Record],
    records: Sequence[Case] | Sequence[Gap],
    lines: Sequence[Piece],
    texts: Sequence[list[str]],
    facets: Iterable[Facet],
    newest: Sequence[Any],
) -> Finder:
    kind = record_type.kind
    chunks = [
        _file(f"finder/{kind}-{number}", list(texts[start : start + CHUNK]))
        for number, start in enumerate(range(0, len(texts), CHUNK))
    ]
    content = {
        "version": VERSION,
        "kind": kind,
        "folder": record_type.folder,
        "count": len(records),
        "ids": "\n".join(record.id for record in records),
        "facets": [columns.facet_column(facet, records) for facet in facets],
        "spans": columns.spans([record.ages for record in records]),
        "newest": columns.ranks(newest),
        "words": {key: columns.words([line.get(key) or "" for line in lines]) for key in _SHARED},
        "chunk": CHUNK,
        "chunks": [[name, address] for name, address, _ in chunks],
    }
    name, address, script = _file(f"finder/{kind}", content)
    return Finder(name, address, {address: script, **{address: script for _, address, script in chunks}})


def _file(name: str, content: Any) -> tuple[str, str, bytes]:
    """The name under which it registers, its address with a mark of its content, the script."""
    script = data_script(name, content)
    mark = hashlib.sha256(script).hexdigest()[:10]
    return name, f"{_FOLDER}/{name.removeprefix('finder/')}-{mark}.js", script
