"""A PDF of a selection, or the findings that say why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from praxis.book.document import source
from praxis.book.literals import Code, call
from praxis.book.selection import Selection
from praxis.book.setting import SettingError, typeset_pdf, typeset_pdf_apart
from praxis.book.volume import Shelf, Volume
from praxis.findings import Finding
from praxis.settings import CONFIGURATION

_SHOWN = 300
"""Characters of the typesetter's message that a finding repeats."""


@dataclass(frozen=True)
class Job:
    """Everything that one PDF is made of: the same job gives the same bytes."""

    source: str
    pictures: Mapping[str, bytes]


def job(volume: Volume) -> Job:
    """The job of a volume."""
    return Job(source(volume), volume.pictures.files)


def made(work: Job) -> bytes:
    """The PDF; raises :class:`SettingError`."""
    return typeset_pdf(work.source, work.pictures)


def made_apart(work: Job) -> bytes:
    """The same with a process of its own for the typesetter: for one large PDF."""
    return typeset_pdf_apart(work.source, work.pictures)


def blamed(shelf: Shelf, selection: Selection, failure: SettingError) -> list[Finding]:
    """Findings for a selection that could not be set: the images or records that cannot be set alone."""
    volume = Volume(shelf, selection)
    source(volume)
    return [*_bad_pictures(volume)] or [*_bad_records(shelf, selection)] or [_refused(CONFIGURATION, failure)]


def _bad_pictures(volume: Volume) -> Iterator[Finding]:
    for name, content in volume.pictures.files.items():
        try:
            typeset_pdf(_alone(call("image", name, alt="Bild")), {name: content})
        except SettingError:
            yield Finding(
                volume.pictures.sources[name],
                1,
                1,
                None,
                "bild-inhalt",
                "Das Bild lässt sich nicht setzen: Es ist beschädigt, oder es zeigt etwas, das kein Druck kann.",
                "Speichern Sie das Bild in einem Bildprogramm neu, am besten als PNG oder JPEG.",
            )


def _alone(content: Code) -> str:
    return f'#set document(title: "Probe")\n#set text(lang: "de")\n#{content}\n'


def _bad_records(shelf: Shelf, selection: Selection) -> Iterator[Finding]:
    alone = [Selection(chapters=(chapter,)) for chapter in selection.chapters]
    alone += [Selection(cases=(case,)) for case in selection.cases]
    for single in alone if selection.has_front else [replace(selection, gaps=())]:
        try:
            made(job(Volume(shelf, single)))
        except SettingError as failure:
            yield _refused((*single.chapters, *single.cases)[0].path, failure)


def _refused(path: str, failure: SettingError) -> Finding:
    return Finding(
        path,
        1,
        1,
        None,
        "satz-gescheitert",
        f"Der Text lässt sich nicht setzen: {' '.join(str(failure).split())[:_SHOWN]}",
        "Vereinfachen Sie die genannte Stelle, etwa eine sehr tief verschachtelte Liste oder eine sehr große Tabelle.",
    )
