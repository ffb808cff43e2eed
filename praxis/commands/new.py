"""``praxis new``: a new record, asked for in the terminal, given by options, or taken from a form's text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.editing.answers import Answers
from praxis.editing.asking import Asked, CancelledError, Prompts, TerminalPrompts, ask, not_understood
from praxis.editing.editor_files import schema_comment
from praxis.editing.forms import FORMS
from praxis.editing.inputs import UnreadableError, read_input
from praxis.editing.proposals import Proposal, from_answers, propose
from praxis.editing.questions import Form, Question
from praxis.editing.reading import Reader
from praxis.editing.writing import write_new
from praxis.findings import Finding, as_text, has_errors
from praxis.library import Library
from praxis.suggestions import as_id, did_you_mean, nearest

NAME = "new"
HELP = "einen Eintrag anlegen: fragt im Terminal, nimmt Angaben mit --set oder ein ausgefülltes Formular mit --from"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("kind", choices=sorted(FORMS), metavar="ART", help=f"eine von: {', '.join(sorted(FORMS))}")
    parser.add_argument(
        "--set", action="append", default=[], metavar="FELD=WERT", help="eine Angabe (mehrfach möglich)"
    )
    parser.add_argument("--from", dest="source", type=Path, metavar="DATEI", help="Text eines ausgefüllten Formulars")


def run(options: argparse.Namespace) -> int:
    """Write a valid draft; never overwrites."""
    if options.source and options.set:
        raise UsageError("--set und --from gehen nicht zusammen: Nehmen Sie eines, und ergänzen Sie dann die Datei.")
    library = Library.load(options.root)
    form = FORMS[options.kind]
    given = _given(form, options.set)
    if options.source:
        proposal = _from_file(library, options.source, options.kind)
    elif sys.stdin.isatty() and not options.set:
        return interviewed(options.root, library, Asked(Answers(form, given)), TerminalPrompts())
    else:
        proposal = _from_options(library, form, given)
    return _write(options.root, library, proposal, keep=not options.set)


def interviewed(root: Path, library: Library, asked: Asked, prompts: Prompts) -> int:
    """Ask, and write what was answered (exit code as of the command); who stops is asked once whether to keep it."""
    is_stopped = False
    try:
        ask(library, asked, prompts)
    except CancelledError:
        is_stopped = True
        if not asked.answers.given or not _is_kept(prompts):
            sys.stderr.write("Abgebrochen; nichts geschrieben.\n")
            return 2
    if asked.place and not from_answers(library, asked.place).missing:
        if _write(root, library, from_answers(library, asked.place), keep=True):
            return 1
        library = Library.load(root, library.today)
    proposal = from_answers(library, asked.answers, as_draft=True)
    status = _write(root, library, proposal, keep=True)
    if is_stopped:
        sys.stderr.write("".join(f"Es fehlt noch: {question}\n" for question in proposal.missing))
        sys.stderr.write("Ergänzen Sie das in der Datei, oder öffnen Sie sie im Formular unter „Mitmachen“.\n")
        return 2
    return status


def _is_kept(prompts: Prompts) -> bool:
    try:
        return prompts.confirm("Was Sie bisher geschrieben haben, als Entwurf behalten?", default=True)
    except CancelledError:
        return False


def _write(root: Path, library: Library, proposal: Proposal, *, keep: bool) -> int:
    """Write and check; a draft with errors stays only where somebody typed it."""
    text = proposal.text.replace("---\n", f"---\n{schema_comment(proposal.type)}\n", 1)
    path = write_new(root, Proposal(proposal.type, proposal.id, text))
    findings = _findings(root, library, path)
    sys.stderr.write(as_text(findings))
    if has_errors(findings) and not keep:
        path.unlink()
        sys.stderr.write("Nichts geschrieben.\n")
        return 1
    is_case = proposal.type.kind == "praxis"  # the one type that has drafts
    more = f" Was noch fehlt: praxis review {path.stem}." if is_case else ""
    what = "Entwurf" if is_case else proposal.type.label
    sys.stderr.write(f"{what} geschrieben. Prüfen: praxis check.{more}\n")
    if any((finding.rule, finding.field) == ("verweis-unbekannt", "kommune") for finding in findings):
        sys.stderr.write("Als Nächstes die Kommune eintragen: praxis new kommune\n")
    sys.stdout.write(f"{path}\n")
    return 1 if has_errors(findings) else 0


def _findings(root: Path, library: Library, path: Path) -> list[Finding]:
    file = path.resolve().relative_to(root.resolve()).as_posix()
    return [finding for finding in Library.load(root, library.today).findings if finding.file == file]


def _from_file(library: Library, source: Path, kind: str) -> Proposal:
    try:
        return propose(library, read_input(source), kind)
    except UnreadableError as error:
        raise UsageError(str(error)) from None


def _names(form: Form) -> dict[str, Question]:
    """Name of an option -> question: the field's key, a section's heading as an id, ``text`` for the whole text."""
    return {
        (as_id(question.heading) or "text") if question.key.startswith("#") else question.key: question
        for question in form.questions
    }


def _given(form: Form, settings: list[str]) -> dict[str, str]:
    names = _names(form)
    given: dict[str, str] = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign:
            raise UsageError(f"„{setting}“: Schreiben Sie --set {name}=WERT.")
        if name not in names:
            hint = did_you_mean(nearest(name, tuple(names))) or f"Möglich sind: {', '.join(names)}."
            raise UsageError(f"Die Angabe „{name}“ gibt es nicht. {hint}")
        key = names[name].key
        given[key] = f"{given[key]}\n{value}" if key in given else value
    return given


def _from_options(library: Library, form: Form, given: Mapping[str, str]) -> Proposal:
    names = {question.key: name for name, question in _names(form).items()}
    reader = Reader(library, form)
    for question in form.questions:
        answer = given.get(question.key, "")
        if answer.strip() and not reader.read(question, answer).is_whole:
            raise UsageError(f"--set {names[question.key]}={answer}: {not_understood(form, question)}")
    proposal = from_answers(library, Answers(form, dict(given)), as_draft=True)
    if proposal.missing:
        missing = [f"--set {names[q.key]}=… ({q.label})" for q in form.questions if q.label in proposal.missing]
        raise UsageError("Es fehlt: " + "; ".join(missing))
    return proposal
