"""What a case leaves open, as questions to its authors: whole sentences, to be copied into a letter."""

from __future__ import annotations

from collections.abc import Mapping

from praxis.records import Case
from praxis.relations.reporting import missing_parts

QUESTIONS: Mapping[str, str] = {
    "Alter der Zielgruppe": "Für welches Alter ist die Praxis gedacht?",
    "beteiligte Stellen": "Welche Stellen wirken mit?",
    "Vorgehen": "Wie gehen Sie vor: Wer tut was, in welcher Reihenfolge?",
    "Abweichung vom Plan": "Was lief anders als geplant, und warum?",
    "Ausgangslage": "Wie war es vorher, und was gab den Anstoß?",
    "Bedingungen vor Ort": "Welche Bedingungen vor Ort spielen eine Rolle?",
    "Sachkosten": "Wie hoch sind die Sachkosten im Jahr (bis 10.000, 50.000 oder 250.000 Euro oder mehr)?",
    "Finanzierung": "Woher kommt das Geld?",
    "Qualitätssicherung": "Wie sichern Sie die Qualität?",
    "Art der Trägerschaft": "Wer trägt die Praxis: ein öffentlicher oder ein freier Träger, oder beide?",
    "Federführung": "Welche Stelle ist federführend?",
    "Personalausstattung": "Wie viele Vollzeitstellen braucht es?",
    "Qualifikation": "Welche Qualifikation brauchen die Menschen, die es tun?",
    "was bleiben muss": "Was muss bleiben, wenn andere es übernehmen?",
    "was sich ändern darf": "Was darf sich ändern?",
    "schriftliche Anleitung": "Gibt es eine schriftliche Anleitung?",
    "Schulung": "Gibt es Schulungen?",
    "Begleitung": "Würden Sie andere bei der Einführung begleiten?",
    "Hospitation": "Kann man es sich bei Ihnen ansehen?",
    "Status": "Läuft die Praxis noch?",
    "Zeitraum": "Seit wann gibt es die Praxis?",
    "Wirkung": "Was wissen Sie über die Wirkung, und woher?",
    "Anlaufzeit": "Wie lange dauerte es vom Beschluss bis zum Start?",
    "Schwierigkeiten": "Was war schwierig, und was hat geholfen?",
}
"""Noun of the reporting card -> question; a test holds that none is left out."""


def open_questions(case: Case) -> list[str]:
    """The questions that a case leaves open, in the order of the reporting card."""
    return [QUESTIONS[noun] for noun in missing_parts(case)]
