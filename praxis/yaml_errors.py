"""What a YAML parser's complaint means for somebody who writes front matter: place, rule, message, remedy."""

from __future__ import annotations

import re

import yaml

from praxis.source import position

Explanation = tuple[int, int, str, str, str]
"""Line and column (from 1), rule, message, remedy."""

_NO_SPACE = re.compile(r"\s*(?:- )?[a-zäöüß_]+:(?=[^\s/])")

_HARD_SPACE = re.compile(r"\s*(?:- )?[a-zäöüß_]+:(?=[\u00a0\u2007\u202f])")

MERGE_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
"""Begins the lines that git writes between two versions that nobody has chosen from yet."""
UNMERGED = (
    "konflikt-offen",
    "Hier steht die Marke einer Zusammenführung, die noch niemand entschieden hat.",
    "Behalten Sie eine der Fassungen, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
)


def explain(text: str, error: yaml.YAMLError) -> Explanation:
    """Where ``text`` is no YAML and why, in German; the place is always inside the text."""
    if mark := MERGE_MARK.search(text):
        return (*position(text, mark.start()), *UNMERGED)
    index = _place(text, error)
    line, column = position(text, index)
    here = text.split("\n")[line - 1]
    before = text.split("\n")[line - 2] if line > 1 else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return (line, column, *_TAB)
    words = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    if ("mapping values" in words or "expected ':'" in words) and (missing := _missing_space(line, here, before)):
        return missing
    if "did not find expected key" in words and text[:index].rstrip(" ").endswith(("'", '"')):
        return (line, column, *_AFTER_QUOTE)
    found = next((answer for pattern, answer in _ANSWERS if re.search(pattern, words)), _DEFAULT)
    return (line, column, *found)


def _missing_space(line: int, here: str, before: str) -> Explanation | None:
    for number, text in ((line, here), (line - 1, before)):
        if found := _HARD_SPACE.match(text):
            return (number, found.end() + 1, *_HARD_SPACE_AFTER_COLON)
        if found := _NO_SPACE.match(text):
            return (number, found.end() + 1, *_NO_SPACE_AFTER_COLON)
    return None


def _place(text: str, error: yaml.YAMLError) -> int:
    """Index of the character to point at: where an open quote or bracket begins, else where the parser gave up."""
    if isinstance(error, yaml.reader.ReaderError):
        # The C parser counts bytes here, the one in Python characters.
        return len(text.encode()[: error.position].decode(errors="ignore"))
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = context if context and _begins_earlier(error, problem, context) else problem or context
    return min(mark.index if mark else 0, len(text.rstrip("\n")))


def _begins_earlier(error: yaml.YAMLError, problem: yaml.Mark | None, context: yaml.Mark) -> bool:
    words = str(getattr(error, "context", "") or "")
    if re.search("simple key|an alias|an anchor|a tag", words):
        return True
    if "quoted scalar" in words:
        return "unexpected" in str(getattr(error, "problem", ""))
    return "flow" in words and problem is not None and problem.line > context.line


_TAB = (
    "kopf-tabulator",
    "Die Zeile ist mit einem Tabulator eingerückt.",
    "Rücken Sie mit Leerzeichen ein (zwei je Ebene).",
)
_NO_SPACE_AFTER_COLON = (
    "kopf-syntax",
    "Nach dem Doppelpunkt fehlt ein Leerzeichen.",
    "Schreiben Sie „feld: wert“.",
)
_HARD_SPACE_AFTER_COLON = (
    "kopf-syntax",
    "Nach dem Doppelpunkt steht ein geschütztes Leerzeichen, wie Word es setzt.",
    "Ersetzen Sie es durch ein gewöhnliches; „praxis fix“ kann das.",
)
_AFTER_QUOTE = (
    "kopf-syntax",
    "Nach dem schließenden Anführungszeichen steht noch Text.",
    "Setzen Sie den ganzen Wert in einfache Anführungszeichen ('…'), oder benutzen Sie innen „…“.",
)
_DEFAULT = (
    "kopf-syntax",
    "Diese Zeile lässt sich nicht als „feld: wert“ lesen.",
    "Prüfen Sie Einrückung, Doppelpunkte, Anführungszeichen und Klammern in dieser und der vorigen Zeile.",
)
_ANSWERS = (
    (
        "mapping values",
        (
            "kopf-syntax",
            "Im Wert steht ein Doppelpunkt mit Leerzeichen, oder diese oder die vorige Zeile ist falsch eingerückt.",
            "Setzen Sie den ganzen Wert in Anführungszeichen, oder prüfen Sie die Einrückung.",
        ),
    ),
    (
        "escape character|hexdecimal|hexadecimal",
        (
            "kopf-syntax",
            "In doppelten Anführungszeichen hat der umgekehrte Schrägstrich (\\) eine Bedeutung.",
            "Setzen Sie den Wert in einfache Anführungszeichen ('…').",
        ),
    ),
    (
        "quoted scalar",
        (
            "kopf-syntax",
            "Ein Anführungszeichen wird nicht geschlossen.",
            "Ergänzen Sie das fehlende Anführungszeichen am Ende des Werts.",
        ),
    ),
    (
        "expected ':'",
        (
            "kopf-syntax",
            "In der Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
            "Schreiben Sie „feld: wert“; lange Texte rücken Sie ein.",
        ),
    ),
    (
        "flow",
        (
            "kopf-syntax",
            "In einer Aufzählung fehlt ein Komma oder die schließende Klammer.",
            "Ergänzen Sie das Komma oder die Klammer.",
        ),
    ),
    (
        "cannot start any token|an alias|an anchor|a tag|not allowed in this context|node content|directive",
        (
            "kopf-syntax",
            "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat.",
            "Setzen Sie den Wert in Anführungszeichen.",
        ),
    ),
    (
        "control characters|special characters",
        (
            "kopf-syntax",
            "Hier steht ein Steuerzeichen, das im Kopf nicht stehen kann.",
            "Löschen Sie das Zeichen; meist hilft es, die Stelle neu zu tippen.",
        ),
    ),
)
