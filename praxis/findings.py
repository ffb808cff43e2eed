"""A finding: what is wrong in which place of which file, and what to do about it.

Findings are collected, never raised. Their rules (stable ids with a severity) stand in ``RULES``, so that the
reference for editors and the findings themselves cannot disagree.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

MAX_PER_FILE = 50
"""Findings named for one file; more would hide what matters, and a hostile file could fill the memory."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Severity(StrEnum):
    """How serious a finding is: only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that contents are checked against; ``explanation`` is the text of the reference page."""

    id: str
    severity: Severity
    explanation: str


def _rules(severity: Severity, **explanations: str) -> dict[str, Rule]:
    ids = {name.replace("_", "-"): text for name, text in explanations.items()}
    return {rule_id: Rule(rule_id, severity, text) for rule_id, text in ids.items()}


RULES: dict[str, Rule] = _rules(
    Severity.ERROR,
    datei_kein_text="Die Datei enthält keinen lesbaren Text (etwa ein umbenanntes Word-Dokument oder Bild).",
    datei_kodierung="Die Datei ist nicht in UTF-8 gespeichert.",
    datei_zu_gross="Die Datei ist größer als 1 MiB.",
    zeile_zu_lang="Eine Zeile hat mehr als 20.000 Zeichen.",
    datei_verweis="Die Datei ist eine Verknüpfung (Symlink); veröffentlicht werden nur echte Dateien.",
    datei_name="Der Dateiname taugt nicht als Kennung: nur Kleinbuchstaben a–z, Ziffern und Bindestriche.",
    datei_ordner="Die Datei liegt in einem Unterordner; Einträge liegen direkt in ihrem Ordner.",
    datei_art="Dateien dieser Art werden nicht veröffentlicht.",
    datei_lesbar="Die Datei lässt sich nicht öffnen.",
    bild_inhalt="Die Bilddatei enthält nicht, was ihre Endung sagt, oder ein SVG mit aktiven Teilen.",
    zeichen_unsichtbar="Der Text enthält Steuerzeichen, die Leserichtung oder Anzeige verfälschen.",
    zeichen_ohne_schrift="Der Text enthält ein Zeichen, für das die Schriften des Handbuchs keine Form haben.",
    kopf_fehlt="Der Datei fehlt der Kopf zwischen zwei Zeilen aus drei Bindestrichen.",
    kopf_ende="Dem Kopf fehlt die schließende Zeile aus drei Bindestrichen.",
    kopf_syntax="Der Kopf ist kein gültiges YAML.",
    kopf_tabulator="Im Kopf ist mit einem Tabulator eingerückt.",
    kopf_zu_gross="Der Kopf ist größer als 64 kB oder hat mehr als 1.000 Angaben.",
    kopf_zu_tief="Der Kopf ist zu tief verschachtelt.",
    kopf_anker="Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben.",
    kopf_kein_feld="Der Kopf besteht nicht aus Feldern der Form „name: wert“.",
    konflikt_offen="Die Datei enthält Marken einer Zusammenführung, die noch niemand entschieden hat (<<<<<<<, >>>>>>>).",
    feld_doppelt="Ein Feld steht zweimal im selben Kopf.",
    feld_unbekannt="Das Feld gibt es in diesem Datensatz nicht.",
    feld_fehlt="Ein Pflichtfeld fehlt.",
    feld_typ="Der Wert hat die falsche Form (etwa Text, wo eine Liste stehen muss).",
    feld_leer="Das Feld ist leer, wo ein Wert stehen muss.",
    wert_unbekannt="Der Wert gehört nicht zu den vorgesehenen Werten.",
    begriff_unbekannt="Die Kennung steht nicht im Vokabular.",
    verweis_unbekannt="Der Verweis führt zu keinem Eintrag.",
    text_zu_lang="Der Text ist länger als erlaubt.",
    text_steuerzeichen="Ein Feld enthält Steuerzeichen.",
    alter_verdreht="Das Alter endet, bevor es beginnt.",
    zeit_verdreht="Der Zeitraum endet, bevor er beginnt.",
    jahr_zukunft="Das Jahr oder Datum liegt in der Zukunft.",
    jahr_form="Das Jahr ist keine vierstellige Jahreszahl.",
    datum_deutsch="Das Datum steht in deutscher Schreibweise; gebraucht wird Jahr-Monat-Tag.",
    datum_form="Das Datum ist keines, oder es gibt diesen Tag nicht.",
    kennung_form="Die Kennung enthält unerlaubte Zeichen.",
    kennung_doppelt="Die Kennung ist schon vergeben.",
    kennung_frueher="Unter einer früheren Kennung steht schon etwas anderes.",
    kennung_vergeben="Der Name ist für eine erzeugte Seite vergeben.",
    herkunft_kreis="Fälle nennen einander im Kreis als Herkunft.",
    kontakt_person="Der Kontakt sieht nach einer Person aus; genannt werden nur Stellen.",
    quelle_leer="Eine Quelle hat weder Titel noch Adresse.",
    quelle_nummer="Es gibt keine Quelle mit dieser Nummer.",
    adresse_form="Die Adresse ist keine vollständige http- oder https-Adresse.",
    stand_prueft="Ein geprüfter Fall braucht einen Prüfvermerk.",
    ende_grund="„ende_grund“ gehört nur zu beendeten oder abgebrochenen Fällen.",
    text_fehlt="Unter dem Kopf steht kein Text.",
    text_verschachtelt="Im Text sind Klammern, Listen oder Zitate so gehäuft, dass er sich nicht verarbeiten lässt.",
    ueberschrift_stufe="Eine Überschrift überspringt eine Stufe.",
    ueberschrift_titel="Im Text steht eine Überschrift erster Ordnung; der Titel kommt aus dem Kopf.",
    bild_alternativtext="Einem Bild fehlt der Alternativtext.",
    bild_fehlt="Das Bild gibt es nicht.",
    verknuepfung_kaputt="Ein Link im Text führt ins Leere.",
    verknuepfung_anker="Ein Link nennt eine Stelle, die es auf der Seite nicht gibt.",
    verknuepfung_leer="Ein Link hat keinen Text.",
    tabelle_kopf="Einer Tabelle fehlen die Überschriften ihrer Spalten.",
    verknuepfung_art="Ein Link führt zu einer nicht erlaubten Art von Adresse.",
    html_nicht_erlaubt="Der Text enthält HTML, das nicht erlaubt ist.",
    vorlagen_syntax="Der Text enthält Vorlagen-Syntax ({{ … }} oder {% … %}).",
    pfad_ausbruch="Ein Pfad führt aus dem Ordner der Inhalte hinaus.",
    vokabular_fehlt="Eine Vokabulardatei fehlt oder lässt sich nicht lesen.",
    satz_gescheitert="Der Text lässt sich nicht als PDF setzen.",
    befunde_viele=f"Die Datei hat mehr als {MAX_PER_FILE} Mängel; genannt werden die ersten.",
) | _rules(
    Severity.WARNING,
    datei_versteckt="Der Name der Datei oder des Ordners beginnt mit einem Punkt; veröffentlicht wird sie nicht.",
    kapitel_fehlt="Ein Standard führt zu einem Handbuchkapitel, das es in der Sammlung nicht gibt.",
    pruefung_faellig="Der Termin der nächsten Prüfung ist vorbei.",
    status_widerspruch="Status und Einträge passen nicht zusammen.",
    text_nicht_zugeordnet="Der Abschnitt „Nicht zugeordnet“ aus einem Formular ist noch nicht eingeordnet.",
    feld_html="Ein Feld enthält HTML; gezeigt wird es als Text.",
    bild_alternativtext_leer="Der Alternativtext sagt nichts über das Bild.",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    ``file`` is relative to the root with forward slashes; ``line`` and ``column`` count from 1 (column in
    characters); ``field`` is a path such as ``quellen[0].url`` or None.
    """

    file: str
    line: int
    column: int
    field: str | None
    rule: str
    message: str
    remedy: str

    @property
    def severity(self) -> Severity:
        """The severity of the finding's rule."""
        return RULES[self.rule].severity

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then by rule."""
        return (self.file, self.line, self.column, self.rule, self.field or "")

    def as_dict(self) -> dict[str, object]:
        """The finding with the keys of ``praxis check --format json``."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "rule": self.rule,
            "message": self.message,
            "remedy": self.remedy,
            "severity": str(self.severity),
        }


def has_errors(findings: Iterable[Finding]) -> bool:
    """True if a finding stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in order of place; of a file with very many only the first, and one that says so."""
    for file, group in groupby(sorted(findings, key=lambda finding: finding.order), key=lambda finding: finding.file):
        marks: list[Finding] = []
        found: list[Finding] = []
        for finding in group:
            (marks if finding.rule == "befunde-viele" else found).append(finding)
        yield from found[:MAX_PER_FILE]
        if len(found) > MAX_PER_FILE:
            yield _many(file, found[MAX_PER_FILE])
        elif marks:
            yield marks[0]


def _many(file: str, first_left_out: Finding) -> Finding:
    return Finding(
        file,
        first_left_out.line,
        first_left_out.column,
        None,
        "befunde-viele",
        f"Ab hier hat die Datei weitere Mängel; genannt sind die ersten {MAX_PER_FILE}.",
        "Beheben Sie die genannten, und prüfen Sie dann noch einmal.",
    )


def as_text(findings: Iterable[Finding]) -> str:
    """The findings for a terminal, one block each, ending with a newline unless empty."""
    return "".join(text_pieces(findings))


def text_pieces(findings: Iterable[Finding]) -> Iterator[str]:
    """:func:`as_text` piece by piece: half a million findings need not stand in one string."""
    words = {Severity.ERROR: "Fehler", Severity.WARNING: "Hinweis"}
    for finding in findings:
        field = f" [{finding.field}]" if finding.field else ""
        head = f"{finding.file}:{finding.line}:{finding.column}: {words[finding.severity]}{field}: {finding.message}"
        remedy = f"    → {finding.remedy} ({finding.rule})"
        yield f"{_printable(head)}\n{_printable(remedy)}\n"


def json_pieces(findings: Iterable[Finding]) -> Iterator[str]:
    """The findings as one JSON document, a list of objects, piece by piece: one object a line."""
    before = "[\n"
    for finding in findings:
        yield before + json.dumps(finding.as_dict(), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def github_pieces(findings: Iterable[Finding]) -> Iterator[str]:
    """The findings as workflow commands, which the git service shows at the line."""
    for finding in findings:
        place, text = (finding.line, finding.column), f"{finding.message} {finding.remedy}"
        yield annotation(finding.severity, finding.file, place, finding.rule, text)


def annotation(severity: Severity, file: str, place: tuple[int, int], title: str, text: str) -> str:
    """One workflow command: a note at a line and column of a file; nothing in it can begin another command."""
    return (
        f"::{severity} file={_property(file)},line={place[0]},col={place[1]},"
        f"title={_property(title)}::{_data(_printable(text))}\n"
    )


def _printable(text: str) -> str:
    """Text for a terminal: names and values come from strangers and may hold escape sequences."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
