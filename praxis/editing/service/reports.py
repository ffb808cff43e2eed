"""The report of a proposal: what an untrusted run hands over. Its shape is all that a trusted run believes of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from praxis.editing.review import review
from praxis.findings import Finding, Severity
from praxis.library import Library
from praxis.records import Case, Record
from praxis.records.values import ID_PATTERN, Model
from praxis.relations.reporting import CardState

MAX_RECORDS = 20
MAX_FINDINGS = 50
MAX_BYTES = 200_000
"""Largest report that is read."""
FILE = "bericht.json"

Words = Annotated[str, StringConstraints(max_length=600)]
Path = Annotated[str, StringConstraints(max_length=300)]


class FindingData(Model):
    """One finding."""

    file: Path
    line: Annotated[int, Field(ge=1, le=10_000_000)]
    severity: Literal["error", "warning"]
    message: Words
    remedy: Words


class CardData(Model):
    """One entry of the reporting card."""

    title: Words
    state: CardState


class RecordData(Model):
    """A changed record; what only cases have is empty for others."""

    kind: Annotated[str, StringConstraints(pattern="^[a-z]{1,20}$")]
    id: Annotated[str, StringConstraints(pattern="^[a-z0-9-]{1,200}$")]
    title: Words
    path: Path
    is_draft: bool = False
    card: list[CardData] = Field([], max_length=20)
    gaps: list[Words] = Field([], max_length=20)
    duplicates: list[Words] = Field([], max_length=20)
    questions: list[Words] = Field([], max_length=40)
    readability: Words = ""


class Report(Model):
    """The report of one proposal."""

    version: Literal[1] = 1
    number: Annotated[int, Field(ge=1, le=10**9)] | None = None
    """Number of the proposal as the event names it; checked against the service before it is used."""
    errors: Annotated[int, Field(ge=0, le=10**6)] = 0
    warnings: Annotated[int, Field(ge=0, le=10**6)] = 0
    findings: list[FindingData] = Field([], max_length=MAX_FINDINGS)
    records: list[RecordData] = Field([], max_length=MAX_RECORDS)
    more: Annotated[int, Field(ge=0, le=10**6)] = 0
    """Changed records beyond those listed."""


def proposal_report(library: Library, changed: frozenset[str], number: int | None) -> Report:
    """The report about the changed files (relative to the root)."""
    found = [finding for finding in library.findings if finding.file in changed or finding.severity is Severity.ERROR]
    # A file whose name is no id has a finding that says so; its name goes no further.
    records = [record for record in library.records() if record.path in changed and ID_PATTERN.fullmatch(record.id)]
    return Report(
        number=number,
        errors=sum(finding.severity is Severity.ERROR for finding in found),
        warnings=sum(finding.severity is Severity.WARNING for finding in found),
        findings=[_finding(finding) for finding in found[:MAX_FINDINGS]],
        records=[_record(library, record) for record in records[:MAX_RECORDS]],
        more=max(len(records) - MAX_RECORDS, 0),
    )


def _finding(finding: Finding) -> FindingData:
    return FindingData(
        file=finding.file[:300],
        line=finding.line,
        severity="error" if finding.severity is Severity.ERROR else "warning",
        message=finding.message[:600],
        remedy=finding.remedy[:600],
    )


def _record(library: Library, record: Record) -> RecordData:
    plain = RecordData(kind=record.kind, id=record.id[:200], title=record.title[:600], path=record.path[:300])
    if not isinstance(record, Case):
        return plain
    page = review(library, record)
    return RecordData(
        kind=plain.kind,
        id=plain.id,
        title=plain.title,
        path=plain.path,
        is_draft=record.is_draft,
        card=[CardData(title=entry.title, state=entry.state) for entry in page.card],
        gaps=[text[:600] for text in page.gaps[:20]],
        duplicates=[text[:600] for text in page.duplicates[:20]],
        questions=list(page.questions),
        readability=_reading(page.readability.text, len(page.readability.long_sentences)),
    )


def _reading(text: str, long_sentences: int) -> str:
    return f"{text} Lange Sätze: {long_sentences}." if long_sentences else text
