"""What fields are called that the questions of the forms ask as a whole or not at all, for people who never see a key.

By key; where the same key means different things, by its path (``kern.text``) or by record kind and path
(``luecke:status``). Meanings stand in the record types and are not repeated here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FIELD_LABELS: Final[Mapping[str, str]] = {
    "alter.bis": "bis (Jahre)",
    "alter.von": "von (Jahre)",
    "anpassungen.art": "Art der Änderung",
    "anpassungen.statt": "Statt",
    "anpassungen.was": "Was gilt jetzt?",
    "antworten": "Bestätigte Antworten",
    "art": "Art",
    "aufwand": "Was es braucht",
    "bedeutung": "Wie wichtig ist das hier?",
    "bedingung": "Bedingung",
    "bis": "bis",
    "datum": "Datum",
    "dimension": "Dimension",
    "ergebnis": "Ergebnis",
    "faellig": "Nächster Schritt bis",
    "frueher": "Frühere Kennungen",
    "gemeldet": "Wann gemeldet?",
    "geplant": "War die Änderung geplant?",
    "grenzen": "Was können Sie höchstens aufbringen?",
    "herausgeber": "Herausgegeben von",
    "herkunft": "Aus welchen Fällen wurde etwas übernommen?",
    "hinweis": "Hinweis",
    "huerde": "Was war schwierig?",
    "id": "Kennung",
    "jahr": "Jahr",
    "kern.id": "Kurzer Name (Kennung)",
    "kern.text": "Das Element",
    "kern_erhalten": "Blieb der Kern erhalten?",
    "kommune": "Kommune",
    "kontakt": "Wen kann man fragen?",
    "lehren": "Erfahrungen",
    "loesung": "Was hat geholfen?",
    "meldungen": "Angebote anderer Kommunen",
    "nachweis": "Was ist über die Wirkung bekannt?",
    "nachweis.art": "Art der Belege",
    "nachweis.quelle": "Nummer der Quelle",
    "name": "Name",
    "neue_praxis": "Neuer Fall, der daraus wurde",
    "offene_fragen.frage": "Frage",
    "praxis": "Fall",
    "programm": "Programme",
    "pruefung": "Nächste Prüfung",
    "pruefvermerk": "Prüfvermerk",
    "reife": "Was hilft anderen bei der Übernahme?",
    "rolle": "Rolle",
    "stand": "Stand der Angaben",
    "meldungen.stand": "Stand des Gesprächs",
    "status": "Wie steht es darum?",
    "stelle": "Stelle",
    "stufe": "Stufe",
    "telefon": "Telefon der Stelle",
    "text": "Text",
    "titel": "Titel",
    "treffen": "Treffen",
    "url": "Adresse im Netz",
    "von": "von",
    "vorgestellt_von": "Vorgestellt von",
    "warum.text": "Die angenommene Wirkweise",
    "warum.von": "Wessen Lesart ist das?",
    "antworten.warum": "Warum passt er?",
    "was": "Was?",
    "weil": "Warum?",
    "weil.text": "Grund in Worten",
    "wer": "Wer macht es?",
    "wert": "Wert",
    "zeitraum.bis": "bis (Jahr)",
    "zeitraum.von": "von (Jahr)",
}
VALUE_LABELS: Final[Mapping[str, str]] = {
    "altersuebergreifend": "für alle Altersgruppen",
    "redaktionell": "aus öffentlichen Quellen, ohne Freigabe",
    "luecke:redaktionell": "von der Redaktion gefolgert",
    "redaktion": "Lesart der Redaktion",
    "warum:kommune": "Lesart der Kommune",
}
"""Labels of fixed values that no page shows by itself, so that :mod:`praxis.labels` does not have them."""


FIELD_HINTS: Final[Mapping[str, str]] = {
    "alter": "In Jahren. Es endet mit dem Geburtstag, an dem es vorbei ist: „0 bis 3“ endet mit dem dritten Geburtstag.",
    "anpassungen": "Das Wichtigste für alle, die es auch versuchen.",
    "antworten": "Praxis, die zu der Lücke passt.",
    "aufwand": "Spannen genügen.",
    "entscheidend": "Höchstens drei oder vier.",
    "freigabe": "Hat Ihre Stelle den Text gelesen und gibt ihn frei, tragen Sie Stelle und Datum ein.",
    "frueher": "Namen, unter denen die Seite früher zu finden war; alte Adressen leiten weiter.",
    "grenzen": "Spannen genügen.",
    "kern": "Ein Satz je Element. Würden Sie es noch so nennen, wenn das fehlte?",
    "kern.id": "Aus Kleinbuchstaben und Bindestrichen, etwa „freiwillig“; damit nennen Nachnutzungen das Element.",
    "kommune": "Fehlt Ihre Kommune, legen Sie sie zuerst mit diesem Formular an.",
    "luecke:kommune": "Bleibt frei, wenn Sie ungenannt bleiben möchten.",
    "nachnutzung:kommune": "Die Kommune, die etwas übernommen hat.",
    "kontakt": "Eine Stelle, keine Person.",
    "kontext": "Nur was Sie belegen können; was fehlt, gilt als nicht berichtet.",
    "lehren": "Auch was nicht gelang, hilft anderen.",
    "kommune:art": "",
    "luecke:status": "Neue Lücken sind „offen“.",
    "status": "",
    "nachnutzung:ergebnis": "Auch Abgebrochenes und nicht Begonnenes hilft anderen.",
    "warum.text": "",
    "zeitraum.bis": "Bleibt frei, wenn es läuft oder unbekannt ist.",
    "zeitraum.von": "",
    "alter.bis": "",
    "alter.von": "",
    "nachweis.art": "Etwa: prozessdaten, befragung, evaluation, begleitforschung, preis, eigenaussage.",
    "nachweis.quelle": "Welche der Quellen unten das belegt: 1 für die erste.",
    "quellen": "Titel oder Adresse genügt.",
    "stand": "Ein Jahr (2025), ein Monat (2025-03) oder ein Tag (2025-03-01).",
    "gemeldet": "Ein Jahr (2025), ein Monat (2025-03) oder ein Tag (2025-03-01).",
    "nachnutzung:praxis": "Auch Praxis, die nicht in der Sammlung steht.",
    "stufe": "Entwürfe werden nicht veröffentlicht; „geprüft“ braucht einen Prüfvermerk.",
    "versucht": "Auch was nicht half, ist eine Auskunft.",
    "antworten.praxis": "",
    "meldungen.praxis": "Um welchen Fall es geht.",
    "standards": "Einer genügt. Wer mag, schreibt dazu, wie er erfüllt wird.",
    "luecke:standards": "Einer genügt.",
    "warum": "Ursache und Folge in einem Satz, so wie Sie es vermuten.",
    "wo": "Orte des Alltags, etwa: familie, quartier, kita, schule, klinik, arztpraxis, jugendhilfe, verwaltung, beruf, digital.",
    "zeitraum": "Jahre genügen.",
}
"""Hints beside fields, where the description of the field tells how it is written in a file."""


def field_label(kind: str, path: tuple[str, ...]) -> str:
    """The label of a field; raises ``KeyError`` where there is none."""
    dotted = ".".join(path)
    names = (f"{kind}:{dotted}", dotted, ".".join(path[-2:]))
    return next((FIELD_LABELS[name] for name in names if name in FIELD_LABELS), "") or FIELD_LABELS[path[-1]]


def field_hint(kind: str, path: tuple[str, ...]) -> str | None:
    """The hint beside a field, empty where there shall be none; None where nothing is said here."""
    dotted = ".".join(path)
    return FIELD_HINTS.get(f"{kind}:{dotted}", FIELD_HINTS.get(dotted))
