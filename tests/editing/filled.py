"""Filled-in forms as the git service writes them, and the site they are read with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from praxis.editing.forms import FORMS
from praxis.editing.proposals import Proposal, propose
from praxis.frontmatter import split_head
from praxis.library import Library
from praxis.source import Source
from tests.broken import case, site
from tests.builders import TODAY

CASE_ANSWERS: Mapping[str, str] = {
    "titel": "Begrüßungsbesuche",
    "kurz": "Alle Familien bekommen nach der Geburt Besuch.",
    "kommune": "Musterstadt",
    "status": "Findet statt, befristet oder als Projekt (laeuft)",
    "zeitraum": "seit 2012",
    "standards": "zugaenge",
    "alter": "0 bis 3",
    "themen": "fruehe-hilfen",
    "warum": "Ein früher Kontakt senkt die Schwelle.",
    "kontakt.stelle": "Stadt Musterstadt, Familienbüro",
    "quellen": "Familienbericht, https://www.musterstadt.example/bericht, 2022",
    "stand": "2023",
    "#Kernidee": "Eine Fachkraft besucht die Familien zu Hause.",
}
GAP_ANSWERS: Mapping[str, str] = {
    "titel": "Eltern ohne Hebamme erreichen",
    "frage": "Wie erreichen wir Eltern ohne Hebamme?",
    "standards": "zugaenge",
    "alter": "0-1",
    "themen": "fruehe-hilfen",
    "#": "Die Hälfte der Eltern findet keine Hebamme.",
}
REUSE_ANSWERS: Mapping[str, str] = {
    "titel": "Besuche in Neustadt",
    "praxis": "besuche",
    "kommune": "Neustadt",
    "ergebnis": "Das Übernommene findet statt (laeuft)",
    "#": "Neustadt übernahm die Besuche.",
}


def library(root: Path) -> Library:
    """A small site with the case ``besuche`` and the municipality ``musterstadt``."""
    return Library.load(site(root, {"docs/praxis/besuche.md": case()}), TODAY)


def filled(kind: str, answers: Mapping[str, str]) -> str:
    """A form's text as the service writes it: every question as a heading, in the order of the form."""
    parts = []
    for question in FORMS[kind].ordered():
        answer = answers.get(question.key, "_No response_")
        parts.append(f"### {question.label}\n\n{answer}\n")
    return "\n".join(parts)


def proposed(root: Path, kind: str, answers: Mapping[str, str]) -> Proposal:
    """The proposal of a filled-in form."""
    return propose(library(root), filled(kind, answers))


def head_of(proposal: Proposal) -> dict[str, object]:
    """The front matter of a proposal; fails if it cannot be read."""
    head, findings = split_head(Source(proposal.path, proposal.text))
    assert head is not None, proposal.text
    assert not findings
    return head.data


def unplaced_of(proposal: Proposal) -> str:
    """What stands under „Nicht zugeordnet“."""
    return proposal.text.partition("## Nicht zugeordnet\n")[2]
