"""The library: every record, loaded once, checked and linked by id.

``Library.load`` never raises for bad content; what is wrong is in ``findings``. Records with errors in their front
matter are left out of the mappings, but their ids stay known, so that one mistake does not cause a second finding
elsewhere.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from praxis.checks import Draft, check_all
from praxis.drafts import published_case, published_gap, published_reuse
from praxis.files import ContentFiles, list_content
from praxis.findings import Finding, has_errors, limited
from praxis.records import Case, Chapter, Gap, Material, Meeting, Municipality, Record, Reuse
from praxis.vocabulary import Vocabulary
from praxis.vocabulary_files import load_vocabulary

R = TypeVar("R", bound=Record)


def today() -> dt.date:
    """The date that counts as today: ``SOURCE_DATE_EPOCH`` where set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date() if epoch.isdecimal() else dt.date.today()
    except (ValueError, OverflowError, OSError):
        return dt.date.today()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Loading makes many objects and no circles; looking for circles all the time costs an eighth of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(frozen=True)
class Library:
    """Everything that editors wrote, by id; mappings are in the order of the ids (chapters: of the file names)."""

    root: Path
    today: dt.date
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    cases: Mapping[str, Case] = field(default_factory=dict)
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    reuses: Mapping[str, Reuse] = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    chapters: Mapping[str, Chapter] = field(default_factory=dict)
    materials: Mapping[str, Material] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    files: ContentFiles = field(default_factory=ContentFiles)
    findings: tuple[Finding, ...] = ()

    @classmethod
    def load(
        cls, root: Path, on_date: dt.date | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Library:
        """Read and check everything below ``root/docs``.

        ``on_date`` is the date that counts as today; ``progress`` is told files done and files in all.
        """
        date = on_date or today()
        with _collector_paused():
            files, findings = list_content(root)
            chapters = [file.id for file in files.records if file.type is Chapter]
            vocabulary, vocabulary_findings = load_vocabulary(root, chapters)
            drafts, check_findings = check_all(root, files, vocabulary, date, progress)
            findings = list(limited({*findings, *vocabulary_findings, *check_findings}))
        return cls(
            root=root,
            today=date,
            vocabulary=vocabulary,
            cases=_records(drafts, Case),
            gaps=_records(drafts, Gap),
            reuses=_records(drafts, Reuse),
            municipalities=_records(drafts, Municipality),
            chapters=_records(drafts, Chapter),
            materials=_records(drafts, Material),
            meetings=_records(drafts, Meeting),
            files=files,
            findings=tuple(findings),
        )

    @property
    def has_errors(self) -> bool:
        """True if a build must stop."""
        return has_errors(self.findings)

    @cached_property
    def public(self) -> Library:
        """The library without drafts and without what other records say of them: what is published."""
        drafts = frozenset(case.id for case in self.cases.values() if case.is_draft)
        if not drafts:
            return self
        cases = {key: published_case(case, drafts) for key, case in self.cases.items() if key not in drafts}
        gaps = {key: published_gap(gap, drafts) for key, gap in self.gaps.items()}
        reuses = {key: published_reuse(reuse, drafts) for key, reuse in self.reuses.items()}
        return replace(self, cases=cases, gaps=gaps, reuses=reuses)

    def records(self) -> Iterator[Record]:
        """Every record, by type."""
        for mapping in (
            self.cases,
            self.gaps,
            self.reuses,
            self.municipalities,
            self.chapters,
            self.materials,
            self.meetings,
        ):
            yield from mapping.values()

    def find(self, kind: str, record_id: str) -> Record | None:
        """A record by kind (``praxis``, ``luecke`` …) and id."""
        mapping: Mapping[str, Record] = {
            "praxis": self.cases,
            "luecke": self.gaps,
            "nachnutzung": self.reuses,
            "kommune": self.municipalities,
            "kapitel": self.chapters,
            "material": self.materials,
            "treffen": self.meetings,
        }[kind]
        return mapping.get(record_id)


def _records(drafts: list[Draft], record_type: type[R]) -> dict[str, R]:
    return {draft.record.id: draft.record for draft in drafts if draft.sound and isinstance(draft.record, record_type)}
