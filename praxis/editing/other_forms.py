"""The questions of a gap, a reuse and a municipality."""

from __future__ import annotations

from praxis.editing.questions import Form, Kind, Question
from praxis.records import Gap, Municipality, Reuse

_CONSENT = Question("einverstaendnis", "Einverständnis", Kind.CONSENT, "Beides gehört zu jedem Vorschlag.")

GAP_FORM = Form(
    Gap,
    "Lücke melden",
    "Eine Lücke ist eine Frage, auf die Sie vor Ort noch keine gute Antwort haben. "
    "Ihre Kommune kann ungenannt bleiben. Fünf Antworten genügen.",
    "formular-luecke",
    (
        Question("titel", "Wie heißt die Lücke, kurz?", Kind.LINE, example="Eltern ohne Hebamme erreichen"),
        Question("frage", "Ihre Frage", Kind.TEXT, "In Ihren Worten, als Frage; eine je Formular.", "Wie erreichen wir Eltern, die keine Hebamme gefunden haben?"),
        Question("standards", "Welche Standards sind nicht erfüllt?", Kind.SEVERAL, "Einer genügt."),
        Question("alter", "Um welches Alter geht es?", Kind.AGES, "In Jahren, von bis; „Schwangerschaft bis 3“, „altersübergreifend“ und „unbekannt“ gehen auch.", "0 bis 1"),
        Question("themen", "Welche Themen?", Kind.SEVERAL, "Die engsten passenden; eines genügt."),
        Question("#", "Beschreibung", Kind.SECTION, "Was ist los, und woran merken Sie es?", needed=True),
        Question("kommune", "Ihre Kommune", Kind.PLACE, "Bleibt leer, wenn Sie ungenannt bleiben möchten."),
        Question("handlungsebenen", "Auf welchen Ebenen soll gehandelt werden?", Kind.SEVERAL),
        Question("entscheidend", "Welche Bedingungen entscheiden, ob eine Antwort bei Ihnen taugt?", Kind.SEVERAL, "Höchstens drei oder vier."),
        Question("kontext", "Was muss man über Ihren Ort wissen?", Kind.CONTEXT, "Je Zeile „Bedingung: Wert“; nur, wenn die Kommune ungenannt bleibt oder es dort anders ist.", "Gemeindetyp: Kleinstadt"),
        Question("grenzen.personal", "Wie viel Personal können Sie höchstens aufbringen?", Kind.ONE, "Vollzeitstellen."),
        Question("grenzen.sachkosten", "Wie viel Sachkosten im Jahr höchstens?", Kind.ONE),
        Question("grenzen.anlauf", "Wie lange darf es bis zum Start höchstens dauern?", Kind.ONE),
        Question("versucht", "Was haben Sie schon versucht?", Kind.LINES, "Je Zeile ein Versuch; das Ergebnis nach einem Pfeil: Versuch -> Ergebnis."),
        Question("quellen", "Worauf stützt sich das?", Kind.SOURCES, "Je Zeile eine Quelle, wenn es eine gibt."),
        _CONSENT,
    ),
)  # fmt: skip
REUSE_FORM = Form(
    Reuse,
    "Nachnutzung berichten",
    "Sie haben eine Praxis von anderen übernommen, abgewandelt oder es versucht? Gerade was Sie geändert haben und was "
    "nicht ging, hilft anderen.",
    "formular-nachnutzung",
    (
        Question("titel", "Wie heißt die Nachnutzung?", Kind.LINE, example="Erstbesuche aus Musterstadt in Beispielhausen"),
        Question("praxis", "Welche Praxis haben Sie übernommen?", Kind.CASES, "Name oder Kennung, je Zeile eine. Auch Praxis, die hier noch nicht steht."),
        Question("kommune", "In welcher Kommune?", Kind.PLACE, "Der Name, oder eine Umschreibung, wenn sie ungenannt bleiben möchte."),
        Question("ergebnis", "Was ist daraus geworden?", Kind.ONE),
        Question("#", "Beschreibung", Kind.SECTION, "Wie kam es dazu, und wie lief es?", needed=True),
        Question("jahr", "In welchem Jahr begann es?", Kind.YEAR, "", "2024"),
        Question("uebernommen", "Was haben Sie übernommen?", Kind.LINES, "Je Zeile die Kennung eines Kernelements, wie sie auf der Seite der Praxis steht."),
        Question("anpassungen", "Was haben Sie geändert, und warum?", Kind.LINES, "Je Zeile eine Änderung."),
        Question("begleitet_von", "Welche Stelle hat begleitet?", Kind.LINE, "Eine Stelle, keine Person."),
        Question("offene_fragen", "Welche Fragen sind aufgekommen?", Kind.LINES, "Je Zeile eine Frage."),
        Question("quellen", "Worauf stützen sich die Angaben?", Kind.SOURCES, "Je Zeile eine Quelle: Titel, Adresse und Jahr, soweit bekannt."),
        Question("stand", "Von wann sind die Angaben?", Kind.DATE, "Ein Jahr, ein Monat oder ein Tag."),
        _CONSENT,
    ),
)  # fmt: skip
PLACE_FORM = Form(
    Municipality,
    "Kommune eintragen",
    "Eine Kommune braucht nur Namen und Art.",
    "formular-kommune",
    (
        Question("titel", "Wie heißt die Kommune?", Kind.LINE, example="Gelsenkirchen"),
        Question("art", "Was ist es?", Kind.ONE),
        Question("land", "In welchem Bundesland?", Kind.LINE),
        Question("kontext", "Welche Bedingungen gelten vor Ort?", Kind.CONTEXT, "Je Zeile „Bedingung: Wert“."),
        Question("quellen", "Worauf stützen sich die Angaben?", Kind.SOURCES),
        Question("stand", "Von wann sind die Angaben?", Kind.DATE),
    ),
)  # fmt: skip
