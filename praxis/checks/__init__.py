"""Checking contents: one pass over every file, then what only shows between files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from praxis.checks.body import Body, check_body
from praxis.checks.fields import check_fields
from praxis.checks.images import check_image
from praxis.checks.relations import check_relations
from praxis.files import ContentFiles, RecordFile
from praxis.findings import Finding
from praxis.frontmatter import Positions, locate, split_head
from praxis.records import Record
from praxis.schema import salvage, validate
from praxis.source import read_source
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


def check_all(
    root: Path, files: ContentFiles, vocabulary: Vocabulary, today: dt.date, progress: Callable[[int, int], None] | None
) -> tuple[list[Draft], list[Finding]]:
    """Load and check every record, page and image; drafts in the order of the file names."""
    findings: list[Finding] = []
    drafts: list[Draft] = []
    total = len(files.records) + len(files.pages) + len(files.images)
    for done, file in enumerate(files.records, 1):
        draft, found = _load(root, file, files, today)
        findings.extend(found)
        if draft:
            drafts.append(draft)
        if progress:
            progress(done, total)
    for path in files.pages:
        findings.extend(_check_page(root, path, files))
    for path in files.images:
        findings.extend(check_image(root, path))
    locator = Locator(root)
    records = [draft.record for draft in drafts]
    findings.extend(check_relations(records, files, vocabulary, today, lambda path: locator.positions(path)))
    if progress:
        progress(total, total)
    return drafts, findings


def _load(root: Path, file: RecordFile, files: ContentFiles, today: dt.date) -> tuple[Draft | None, list[Finding]]:
    source, findings = read_source(root, file.path)
    if source is None:
        return None, findings
    head, head_findings = split_head(source)
    findings.extend(head_findings)
    if head is None:
        return None, findings
    record, problems = validate(file.type, head.data)
    sound = record is not None
    if record is None:
        record = salvage(file.type, head.data, problems)
    record = record.placed(file.id, file.path, head.body)
    problems.extend(check_fields(record, head.data, today))
    if problems:
        positions = locate(source)
        findings.extend(problem.placed(file.path, positions) for problem in problems)
    body = Body(file.path, head.body, head.body_line, len(record.sources or []), record.needs_body)
    findings.extend(check_body(body, files))
    return Draft(record, sound), findings


def _check_page(root: Path, path: str, files: ContentFiles) -> list[Finding]:
    source, findings = read_source(root, path)
    if source is None:
        return findings
    body, line = source.text, 1
    if source.text.startswith("---\n"):
        head, head_findings = split_head(source)
        findings.extend(head_findings)
        if head is None:
            return findings
        body, line = head.body, head.body_line
    return [*findings, *check_body(Body(path, body, line, None, needs_text=False, titled=True), files)]
