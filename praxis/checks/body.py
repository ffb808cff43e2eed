"""Checks of the Markdown below the front matter, without rendering it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from praxis.checks.contacts import mailbox_words, personal_mailbox
from praxis.checks.headings import check_headings
from praxis.checks.links import Link, check_links
from praxis.checks.markup import check_conflicts, check_html, check_nesting, check_templates
from praxis.checks.prose import without_code, without_escapes
from praxis.checks.tables import check_tables
from praxis.checks.text import Body
from praxis.files import ContentFiles
from praxis.findings import MAX_PER_FILE, Finding

UNPLACED = "Nicht zugeordnet"
"""Heading of the section that keeps what a form's answers say beyond its fields."""
_UNPLACED_LINE = re.compile(rf"^## {UNPLACED}[ \t]*$", re.MULTILINE)
_HEADING_LINES = re.compile(r"^#+.*$", re.MULTILINE)


def check_body(body: Body, files: ContentFiles) -> tuple[list[Finding], list[Link]]:
    """Findings of one body, and its links to places within pages, which can be checked when all files are known."""
    if not body.text.strip() or (body.text.lstrip().startswith("#") and not _HEADING_LINES.sub("", body.text).strip()):
        return ([_no_text(body)] if body.needs_text else []), []
    prose = Body(body.path, without_code(body.text), body.first_line, body.sources, body.needs_text, body.titled)
    checks = (
        check_headings,
        check_templates,
        check_conflicts,
        check_nesting,
        check_html,
        check_tables,
        _check_mailboxes,
        _check_unplaced,
    )
    findings = [finding for check in checks for finding in islice(check(prose), MAX_PER_FILE + 1)]
    links: list[Link] = []
    if "[" in prose.text or "<" in prose.text:
        plain = Body(body.path, without_escapes(prose.text), body.first_line, body.sources, body.needs_text)
        findings.extend(islice(check_links(plain, files, links), MAX_PER_FILE + 1))
    return findings, links


def _no_text(body: Body) -> Finding:
    return Finding(
        body.path,
        body.first_line,
        1,
        None,
        "text-fehlt",
        "Der Text fehlt.",
        "Beschreiben Sie den Eintrag in einigen Sätzen; in der Datei stehen sie unter dem Kopf.",
    )


def _check_mailboxes(body: Body) -> Iterator[Finding]:
    if "@" in body.text and (found := personal_mailbox(body.text)):
        yield body.finding(found.start(), "kontakt-person", *mailbox_words(found[0]))


def _check_unplaced(body: Body) -> Iterator[Finding]:
    if found := _UNPLACED_LINE.search(body.text):
        yield body.finding(
            found.start(),
            "text-nicht-zugeordnet",
            f"Unter „{UNPLACED}“ stehen noch Angaben aus dem Formular.",
            "Ordnen Sie sie in Felder oder Text ein, und löschen Sie den Abschnitt.",
        )
