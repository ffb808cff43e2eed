"""German labels of the fixed values that records may have, by front-matter key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from praxis.records.values import NOT_REPORTED

_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {
        "geplant": "geplant",
        "laeuft": "läuft",
        "verstetigt": "verstetigt",
        "beendet": "beendet",
        "abgebrochen": "abgebrochen",
    },
    "luecke": {
        "offen": "offen",
        "angebote": "Angebote liegen vor",
        "im-austausch": "im Austausch",
        "in-erprobung": "in Erprobung",
        "beantwortet": "beantwortet",
        "zurueckgezogen": "zurückgezogen",
    },
    "ende_grund": {
        "geld": "Geld fehlte",
        "personal": "Personal fehlte",
        "wirkung": "Wirkung blieb aus",
        "politik": "politische Entscheidung",
        "bedarf": "kein Bedarf mehr",
        "anderes": "anderer Grund",
    },
    "gegenstand": {
        "angebot": "Angebot",
        "struktur": "Struktur",
        "verfahren": "Verfahren",
        "instrument": "Instrument",
    },
    "stufe": {"entwurf": "Entwurf", "beschrieben": "beschrieben", "geprueft": "geprüft"},
    "traeger": {"oeffentlich": "öffentlicher Träger", "frei": "freier Träger", "gemischt": "gemischte Trägerschaft"},
    "handlungsebenen": {"strategisch": "strategisch", "planend": "planend", "operativ": "operativ"},
    "finanzierung": {
        "kommune": "Kommune",
        "land": "Land",
        "bund": "Bund",
        "esf": "ESF (Europäischer Sozialfonds)",
        "efre": "EFRE (Europäischer Fonds für regionale Entwicklung)",
        "eler": "ELER (Europäischer Landwirtschaftsfonds)",
        "stiftung": "Stiftung",
        "krankenkassen": "Krankenkassen",
        "spenden": "Spenden",
        "andere": "andere",
    },
    "nachweis": {
        "begruendet": "begründet",
        "beobachtet": "beobachtet",
        "wahrscheinlich": "wahrscheinlich",
        "nachgewiesen": "nachgewiesen",
    },
    "bedeutung": {"unverzichtbar": "unverzichtbar", "hilfreich": "hilfreich", "unerheblich": "unerheblich"},
    "ergebnis": {
        "vorbereitung": "in Vorbereitung",
        "laeuft": "läuft",
        "beendet": "beendet",
        "abgebrochen": "abgebrochen",
        "nicht-begonnen": "nicht begonnen",
    },
    "anpassung": {
        "ergaenzt": "ergänzt",
        "weggelassen": "weggelassen",
        "gekuerzt": "gekürzt",
        "ersetzt": "ersetzt",
        "umgestellt": "umgestellt",
        "zugeschnitten": "zugeschnitten",
    },
    "meldung": {
        "angeboten": "Rat angeboten",
        "vereinbart": "Gespräch vereinbart",
        "gefuehrt": "Gespräch geführt",
        "nachbereitet": "nachbereitet",
    },
    "kommune": {
        "stadt": "Stadt",
        "kreis": "Kreis",
        "gemeinde": "Gemeinde",
        "verbund": "Verbund",
        "land": "Land",
        "stelle": "Stelle",
    },
    "material": {
        "handreichung": "Handreichung",
        "arbeitshilfe": "Arbeitshilfe",
        "vorlage": "Vorlage",
        "studie": "Studie",
    },
    "treffen": {
        "lernnetzwerktreffen": "Lernnetzwerktreffen",
        "akademie": "Akademie",
        "planungsworkshop": "Planungsworkshop",
        "expertenworkshop": "Expertenworkshop",
        "transfertreffen": "Transfertreffen",
    },
    "transfer": {
        "einmalig": "einmalig",
        "nachgenutzt": "nachgenutzt",
        "mehrfach-nachgenutzt": "mehrfach nachgenutzt",
    },
}


def label(key: str, value: str | None) -> str:
    """The label of a value; ``nicht berichtet`` where there is none; the value itself where it has no label."""
    if value is None or value == NOT_REPORTED:
        return "nicht berichtet"
    return _LABELS.get(key, {}).get(value, value)


def options(key: str) -> Mapping[str, str]:
    """Every value of a key with its label, in the order of the record's definition."""
    return _LABELS[key]
