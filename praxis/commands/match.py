"""``praxis match``: practice that may answer a gap, with reasons, differences and unknowns."""

from __future__ import annotations

import argparse
import json
import re
import sys
from typing import Any

from praxis.commands.errors import UsageError, known_id
from praxis.library import Library
from praxis.records.values import ALL_AGES, NOT_REPORTED, PREGNANCY, AgeSpan
from praxis.relations.context import municipality_context
from praxis.relations.matching import Match, Matches, Need, match
from praxis.relations.topics_in_words import topics_in
from praxis.wording import enumeration

NAME = "match"
HELP = "Praxis zu einer Lücke oder einer Frage finden, mit Gründen"
_STATED = ("question", "standards", "topics", "age", "municipality")
_AGE = re.compile(rf"({PREGNANCY}|\d+)(?:-(\d+))?")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("gap", nargs="?", metavar="LÜCKE", help="Kennung einer Lücke")
    parser.add_argument("--question", default="", metavar="TEXT", help="die Frage in eigenen Worten")
    parser.add_argument("--standards", default="", metavar="A,B", help="Kennungen von Standards")
    parser.add_argument("--topics", default="", metavar="C,D", help="Kennungen von Themen")
    parser.add_argument(
        "--age", default="", metavar="0-3", help="Alter: 0-3, schwangerschaft-3, 12 oder altersuebergreifend"
    )
    parser.add_argument("--municipality", default="", metavar="KENNUNG", help="eigene Kommune")
    parser.add_argument("-n", type=_positive, default=5, metavar="ZAHL", help="höchstens so viele Fälle (sonst 5)")
    parser.add_argument("--json", action="store_true", help="als JSON ausgeben")


def run(options: argparse.Namespace) -> int:
    """Match and print; no match is no error."""
    library = Library.load(options.root).public
    found = match(library, _need(library, options), options.n)
    sys.stdout.write(_as_json(found) if options.json else _as_text(library, found))
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _need(library: Library, options: argparse.Namespace) -> Need:
    if options.gap:
        stated = [f"--{name}" for name in _STATED if getattr(options, name)]
        if stated:
            raise UsageError(f"Eine Lücke bringt ihre Angaben mit; lassen Sie {enumeration(stated)} weg.")
        known_id("Die Lücke", options.gap, library.gaps)
        return Need.of_gap(library, library.gaps[options.gap])
    vocabulary = library.vocabulary
    standards = _ids("Den Standard", options.standards, vocabulary.standards)
    topics = _ids("Das Thema", options.topics, vocabulary.topics)
    if not (options.question.strip() or standards or topics):
        raise UsageError("Nennen Sie eine Lücke, oder wenigstens --question, --standards oder --topics.")
    if not standards and not topics:
        topics = topics_in(library, options.question)
    if options.municipality:
        known_id("Die Kommune", options.municipality, library.municipalities)
    return Need(
        standards=standards,
        topics=topics,
        ages=ages_of(options.age),
        question=options.question,
        context=municipality_context(library, options.municipality) if options.municipality else {},
    )


def _ids(label: str, text: str, known: Any) -> tuple[str, ...]:
    named = tuple(part.strip() for part in text.split(",") if part.strip())
    for name in named:
        known_id(label, name, known)
    return named


def ages_of(text: str) -> AgeSpan | str:
    """The age that ``--age`` tells; raises :class:`UsageError` for anything else than an age."""
    if not text or text == ALL_AGES:
        return text or NOT_REPORTED
    found = _AGE.fullmatch(text)
    if not found or (found[1] == PREGNANCY and not found[2]):
        raise UsageError(f"„{text}“ ist kein Alter. Schreiben Sie 0-3, schwangerschaft-3, 12 oder altersuebergreifend.")
    start: Any = found[1] if found[1] == PREGNANCY else int(found[1])
    end = int(found[2]) if found[2] else start
    if isinstance(start, int) and end < start:
        raise UsageError(f"„{text}“: Das Alter endet, bevor es beginnt.")
    return AgeSpan.model_validate({"von": start, "bis": end})


def _as_json(found: Matches) -> str:
    contrast = {**_plain(found.contrast.match), "why": found.contrast.why} if found.contrast else None
    nearest_terms = [{"kind": kind, "id": key, "title": title} for kind, key, title in found.nearest]
    answer = {"matches": [_plain(item) for item in found.matches], "contrast": contrast, "nearest": nearest_terms}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _plain(item: Match) -> dict[str, Any]:
    return {
        "case": item.case.id,
        "confirmed": item.is_confirmed,
        "reasons": [{"kind": reason.kind, "field": reason.field, "text": reason.text} for reason in item.reasons],
        "conditions": [
            {"id": row.id, "result": str(row.result), "importance": row.importance, "text": row.text}
            for row in item.conditions
        ],
    }


def _as_text(library: Library, found: Matches) -> str:
    if not found.matches:
        near = "".join(f"  - {title} ({kind})\n" for kind, _, title in found.nearest)
        return f"Kein Treffer. Am nächsten liegen:\n{near}" if near else "Kein Treffer.\n"
    lines = []
    for number, item in enumerate(found.matches, 1):
        place = library.municipalities.get(item.case.municipality)
        lines.append(f"{number}. {item.case.title} ({place.title if place else item.case.municipality})")
        lines += [f"   - {reason.text}" for reason in item.reasons]
        lines += [f"   {row.result}: {row.text}" for row in item.conditions]
    if found.contrast:
        lines.append(f"Zum Vergleich: {found.contrast.match.case.title}. {found.contrast.why}")
    return "\n".join([*lines, ""])
