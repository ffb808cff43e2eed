"""The comment under a proposal, in plain German; everything that strangers wrote is text in it and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxis.editing.service.reports import RecordData, Report
from praxis.wording import counted

MARK = "<!-- praxis-vorschlag -->"
"""Begins every comment of ours, so that there is one that is updated."""
_SIGNS = {"berichtet": "✓", "teilweise": "◐", "nicht berichtet": "○"}
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+!|~$^=-])")
"""Signs of Markdown. Angle brackets become entities instead: behind a backslash those would show as their code."""
_JOINER = "\u2060"
MAX_LENGTH = 60_000
"""Characters that the service takes for a comment, with some to spare."""


def inert(text: str) -> str:
    """Strangers' text as Markdown that shows exactly it: no markup, no link, no mention, no reference to an issue."""
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    text = text.replace("&", "&amp;")
    text = _PUNCTUATION.sub(r"\\\1", text).replace("<", "&lt;").replace(">", "&gt;")
    for sign in ("@", "://", "www.", "\\#"):
        text = text.replace(
            sign, f"{sign[:-1]}{_JOINER}{sign[-1]}" if len(sign) > 1 and sign != "\\#" else f"{sign}{_JOINER}"
        )
    return re.sub(r"\b([Gg][Hh])(?=\\-[0-9])", rf"\1{_JOINER}", text)


def proposal_comment(report: Report, run_url: str) -> str:
    """The whole comment; ``run_url`` is the page of the run with its artifacts."""
    text = "\n".join([MARK, *_lines(report, run_url)]) + "\n"
    return text if len(text) <= MAX_LENGTH else text[:MAX_LENGTH].rpartition("\n")[0] + "\n\n(gekürzt)\n"


def broken_comment(run_url: str, reason: str) -> str:
    """The comment where there is no report that can be read; ``reason`` is ours."""
    return f"{MARK}\nDie Prüfung dieses Vorschlags hat keinen lesbaren Bericht hinterlassen: {reason}\n\n[Zum Protokoll]({run_url})\n"


def _lines(report: Report, run_url: str) -> Iterator[str]:
    yield f"Danke für den Vorschlag! {_verdict(report)}"
    if report.findings:
        yield ""
        yield "### Was noch nicht stimmt"
        yield ""
        for finding in report.findings:
            sign = "Fehler" if finding.severity == "error" else "Hinweis"
            yield f"- {sign} in {inert(finding.file)}, Zeile {finding.line}: {inert(finding.message)} {inert(finding.remedy)}"
        left = report.errors + report.warnings - len(report.findings)
        if left > 0:
            yield f"- … und {counted(left, 'weiterer Befund', 'weitere Befunde')}."
    for record in report.records:
        yield from _record(record)
    if report.more:
        yield f"\nDazu kommen {counted(report.more, 'weiterer Eintrag', 'weitere Einträge')}."
    yield ""
    if report.errors:
        yield f"Eine Vorschau gibt es, sobald die Fehler behoben sind. [Zum Protokoll]({run_url})"
    else:
        yield f"[Vorschau der Website und PDF]({run_url}#artifacts): dort „website“ herunterladen und entpacken; `index.html` öffnen, die PDFs liegen unter `pdf/`."
    yield ""
    yield "Fehlende Angaben sind kein Grund zur Ablehnung; sie erscheinen als „nicht berichtet“. Antworten können Sie hier im Gespräch."


def _verdict(report: Report) -> str:
    if report.errors:
        return f"Die Prüfung nennt {counted(report.errors, 'Fehler', 'Fehler')}; bis dahin kann er nicht erscheinen."
    if not report.records:
        return "Die Prüfung hat keinen Fehler gefunden."
    return "Die Prüfung hat keinen Fehler gefunden; jetzt liest die Redaktion."


def _record(record: RecordData) -> Iterator[str]:
    yield ""
    yield f"### {inert(record.title)}"
    yield ""
    yield f"{inert(record.path)}{' (Entwurf: wird noch nicht veröffentlicht)' if record.is_draft else ''}"
    if record.duplicates:
        yield ""
        yield "Gibt es das schon? Fast denselben Titel haben:"
        yield from (f"- {inert(text)}" for text in record.duplicates)
    if record.card:
        yield ""
        yield "**Berichtskarte:** " + " · ".join(f"{_SIGNS[e.state]} {inert(e.title)} ({e.state})" for e in record.card)
    if record.gaps:
        yield ""
        yield "**Diese Lücken könnte der Fall beantworten:**"
        yield from (f"- {inert(text)}" for text in record.gaps)
    if record.questions:
        yield ""
        yield "**Fragen, wenn Sie mehr wissen:**"
        yield from (f"- {inert(text)}" for text in record.questions)
    if record.readability:
        yield ""
        yield inert(record.readability)
