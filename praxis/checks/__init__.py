"""Checking contents: one pass over every file, then what only shows between files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from praxis.checks.anchors import check_anchors
from praxis.checks.body import check_body
from praxis.checks.consistency import check_consistency
from praxis.checks.contacts import check_contacts
from praxis.checks.fields import check_characters, check_dates, check_markup
from praxis.checks.images import check_image
from praxis.checks.links import Link
from praxis.checks.printable import check_printable, check_printable_vocabularies
from praxis.checks.relations import check_relations
from praxis.checks.text import Body
from praxis.files import ContentFiles, RecordFile
from praxis.findings import Finding, limited
from praxis.frontmatter import Head, locate, split_head
from praxis.places import Positions
from praxis.records import Case, Record
from praxis.salvage import salvage
from praxis.schema import Problem, validate
from praxis.source import Source, read_source
from praxis.vocabulary import Vocabulary

__all__ = ["Draft", "check_all"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A record as loaded; ``sound`` if its front matter has no error of form."""

    record: Record
    sound: bool


class Locator:
    """Places of fields in files, read again only where a finding needs them; keeps the last file."""

    def __init__(self, root: Path) -> None:
        self._root, self._path, self._positions = root, "", Positions()

    def positions(self, path: str) -> Positions:
        """Positions of a file whose front matter was read before."""
        if path != self._path:
            source, _ = read_source(self._root, path)
            self._path, self._positions = path, locate(source) if source else Positions()
        return self._positions


class _Pass:
    """The pass over every file: collects drafts, findings and the links that can be checked at the end."""

    def __init__(self, root: Path, files: ContentFiles, today: dt.date) -> None:
        self._root, self._files, self._today = root, files, today
        self.drafts: list[Draft] = []
        self.findings: list[Finding] = []
        self.links: list[Link] = []

    def record(self, file: RecordFile) -> None:
        """Load and check a record."""
        source, findings = read_source(self._root, file.path)
        head = self._head(source, findings) if source else None
        if source:
            findings.extend(check_printable(source))
        if source and head:
            draft, problems = self._draft(file, head, source)
            self.drafts.append(draft)
            if problems:
                positions = locate(source)
                findings.extend(problem.placed(file.path, positions) for problem in problems)
            record = draft.record
            self._body(source, head, len(record.sources or []), record.needs_body, findings)
        self._add(findings)

    def page(self, path: str) -> None:
        """Check a page that is no record; its front matter is free."""
        source, findings = read_source(self._root, path)
        if source:
            head: Head | None = Head({}, source.text, 1)
            if source.text.startswith("---\n"):
                head = self._head(source, findings)
            if head:
                self._body(source, head, None, False, findings)
        self._add(findings)

    def image(self, path: str) -> None:
        """Check an image."""
        self._add(check_image(self._root, path))

    def _add(self, findings: Iterable[Finding]) -> None:
        self.findings.extend(limited(findings))

    def _head(self, source: Source, findings: list[Finding]) -> Head | None:
        head, found = split_head(source)
        # An odd character has a finding already and would get a second one as an error of syntax.
        known = {(finding.line, finding.column) for finding in findings}
        findings.extend(finding for finding in found if (finding.line, finding.column) not in known)
        return head

    def _draft(self, file: RecordFile, head: Head, source: Source) -> tuple[Draft, list[Problem]]:
        record, problems = validate(file.type, head.data)
        if record is None:
            record = salvage(file.type, head.data, (problem.path for problem in problems))
        record = record.placed(file.id, file.path, head.body)
        problems.extend(check_consistency(record, head.data))
        sound = not problems
        problems.extend(check_dates(record, self._today))
        problems.extend(check_contacts(record))
        problems.extend(check_characters(head.data, source.text))
        problems.extend(check_markup(head.data))
        return Draft(record, sound), problems

    def _body(self, source: Source, head: Head, sources: int | None, needs_text: bool, findings: list[Finding]) -> None:
        last_line = source.text.count("\n") + (not source.text.endswith("\n"))
        body = Body(
            source.path, head.body, min(head.body_line, last_line or 1), sources, needs_text, titled=sources is None
        )
        found, links = check_body(body, self._files)
        findings.extend(found)
        self.links.extend(links)


def check_all(
    root: Path, files: ContentFiles, vocabulary: Vocabulary, today: dt.date, progress: Callable[[int, int], None] | None
) -> tuple[list[Draft], list[Finding]]:
    """Load and check every record, page and image; drafts in the order of the file names."""
    run = _Pass(root, files, today)
    steps: list[Callable[[], None]] = [
        *(partial(run.record, file) for file in files.records),
        *(partial(run.page, path) for path in files.pages),
        *(partial(run.image, path) for path in files.images),
    ]
    for done, step in enumerate(steps, 1):
        step()
        if progress:
            progress(done, len(steps))
    run.findings.extend(check_printable_vocabularies(root))
    records = [draft.record for draft in run.drafts]
    locator = Locator(root)
    run.findings.extend(check_relations(records, files, vocabulary, locator.positions))
    unpublished = {record.path for record in records if isinstance(record, Case) and record.is_draft}
    run.findings.extend(check_anchors(run.links, unpublished, partial(_body_of, root)))
    return run.drafts, run.findings


def _body_of(root: Path, path: str) -> str | None:
    source, _ = read_source(root, path)
    if source is None or not source.text.startswith("---\n"):
        return source.text if source else None
    head, _ = split_head(source)
    return head.body if head else None
