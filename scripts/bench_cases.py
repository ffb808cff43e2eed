"""Synthetic but realistic contents for measurements: the same seed gives the same files, byte for byte.

A case has the mandatory keys, context, effort, evidence, lessons, sources and a body; about 480 words in all. Places,
gaps and reuse records come with it, so that relations have something to relate. Nothing here describes a real place.

    python scripts/bench_cases.py --out ORDNER --count 1000
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
SEED = 20250601

_FIRST = [
    "Alten",
    "Brunn",
    "Eichen",
    "Fels",
    "Garten",
    "Hasel",
    "Irr",
    "Kalten",
    "Linden",
    "Mühl",
    "Neu",
    "Ober",
    "Quell",
    "Rosen",
    "Sand",
    "Tannen",
    "Unter",
    "Wald",
]
_LAST = [
    "bach",
    "berg",
    "born",
    "bruch",
    "dorf",
    "feld",
    "furt",
    "hagen",
    "hausen",
    "heim",
    "hof",
    "horst",
    "kirchen",
    "rode",
    "stedt",
    "tal",
    "weiler",
    "winkel",
]
_OFFERS = [
    "Begrüßungsbesuche",
    "Elterncafé",
    "Familienlotsen",
    "Sprachtreff",
    "Lesepaten",
    "Bewegungsbaustelle",
    "Übergangsgespräche",
    "Schulstartwochen",
    "Familienwegweiser",
    "Hebammensprechstunde",
    "Babysprechstunde",
    "Elternwerkstatt",
    "Stadtteilmütter",
    "Frühstücksclub",
    "Bildungslotsen",
    "Ferienschule",
    "Ausbildungspaten",
    "Jugendsprechstunde",
    "Gesundheitslotsen",
    "Familienbüro",
    "Präventionskonferenz",
    "Quartiersrunde",
    "Sozialatlas",
    "Planungswerkstatt",
    "Netzwerkkarte",
    "Handlungskonzept",
]
_OFFICES = (
    "Jugendamt",
    "Familienbüro",
    "Fachstelle Frühe Hilfen",
    "Koordinierungsstelle Prävention",
    "Bildungsbüro",
    "Gesundheitsamt",
    "Fachbereich Kinder, Jugend und Familie",
)
_WHO = (
    "die Fachkräfte",
    "Eltern mit kleinen Kindern",
    "die Familienhebammen",
    "mehrere freie Träger",
    "die Grundschulen",
    "Kitas im Quartier",
    "die Teams im Allgemeinen Sozialen Dienst",
    "die Beratungsstellen",
    "Kinderarztpraxen",
    "Jugendliche ohne Abschluss",
    "Alleinerziehende",
    "zugewanderte Familien",
    "die Mitglieder der Steuerungsgruppe",
    "Ehrenamtliche",
)
_DOES = (
    "sprechen {when} {where} über {what}",
    "nutzen {what} {when} vor allem {where}",
    "finden {where} schneller Zugang zu passender Hilfe, seit es {what} gibt",
    "haben {what} {when} gemeinsam überarbeitet",
    "erfahren {where} von {person}, was {what} bringen, ohne danach suchen zu müssen",
    "bringen {what} {when} in die Planung ein",
    "erreichen durch {what} auch Haushalte, die {where} bisher niemand kannte",
    "werden {where} beraten und auf Wunsch begleitet; {what} ergänzen das",
)
_WHEN = (
    "einmal im Monat",
    "seit dem zweiten Jahr",
    "in den ersten Wochen nach der Geburt",
    "vor dem Wechsel in die Grundschule",
    "nach jeder Auswertung",
    "zweimal im Jahr",
    "seit dem Ratsbeschluss",
)
_WHERE = (
    "im Stadtteilzentrum",
    "in der Kita",
    "im Rathaus",
    "zu Hause",
    "im Familienzentrum",
    "in drei Sozialräumen",
    "in der Grundschule",
    "am runden Tisch",
)
_BEFORE = [
    "Familien",
    "Eltern",
    "Kinder",
    "Jugend",
    "Sprach",
    "Bildungs",
    "Gesundheits",
    "Übergangs",
    "Stadtteil",
    "Quartiers",
    "Armuts",
    "Betreuungs",
    "Schul",
    "Kita",
    "Geburts",
    "Netzwerk",
    "Planungs",
    "Daten",
    "Teilhabe",
    "Ausbildungs",
    "Beratungs",
    "Bewegungs",
    "Ernährungs",
    "Integrations",
    "Sozialraum",
    "Präventions",
    "Ganztags",
    "Freizeit",
    "Entwicklungs",
    "Versorgungs",
    "Vorsorge",
    "Wohnungs",
    "Landes",
    "Haushalts",
    "Qualitäts",
    "Förder",
]
_AFTER = [
    "angebote",
    "berichte",
    "konferenzen",
    "gespräche",
    "pläne",
    "mittel",
    "daten",
    "ziele",
    "befragungen",
    "projekte",
    "kurse",
    "treffen",
    "besuche",
    "hilfen",
    "lotsen",
    "stellen",
    "runden",
    "verfahren",
    "programme",
    "karten",
    "vereinbarungen",
    "leitbilder",
    "prüfungen",
    "wege",
    "karten",
    "zentren",
    "gruppen",
    "bedarfe",
    "fragen",
    "aufgaben",
    "strukturen",
    "maßnahmen",
    "beschlüsse",
    "teams",
    "werkstätten",
    "wochen",
]
_PERSON = ("den Nachbarn", "der Hebamme", "der Lehrkraft", "anderen Eltern", "der Kinderarztpraxis", "den Lotsinnen")
_LINK = ("Dabei gilt:", "Im Alltag heißt das:", "Nach eigener Angabe:", "Im Rückblick zeigt sich:", "Ein Beispiel:")
_HEADINGS = ("Kernidee", "Ausgangslage", "Vorgehen", "Ergebnisse", "Stolpersteine", "Übertragung")
_SENTENCES_A_HEADING = (2, 3, 4, 3, 2, 2)


@dataclass(frozen=True)
class Terms:
    """The ids that records may name, read from the project's own vocabularies."""

    standards: Sequence[str]
    topics: Sequence[str]
    transitions: Sequence[str]
    chapters: Sequence[str]
    conditions: Mapping[str, Sequence[str]]

    @classmethod
    def read(cls, folder: Path) -> Terms:
        """The terms of a vocabulary folder."""

        def load(name: str) -> Any:
            return yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8"))

        def ids(name: str) -> list[str]:
            return [term["id"] for term in load(name)]

        conditions = {
            condition["id"]: [option["id"] for option in condition.get("optionen", ())] or ["ja", "nein"]
            for condition in load("kontextmodell")["bedingungen"]
        }
        chapters = dict.fromkeys(term["handbuch"] for term in load("standards") if "handbuch" in term)
        return cls(ids("standards"), ids("themen"), ids("uebergaenge"), list(chapters), conditions)


def write_contents(out: Path, count: int, *, seed: int = SEED, vocabulary: Path = ROOT / "docs" / "vokabular") -> None:
    """Write ``count`` cases with their places, and a gap and a reuse record for every twentieth, below ``out/docs``.

    Standards name chapters, so that each of these is there too.
    """
    rng = random.Random(seed)
    terms = Terms.read(vocabulary)
    docs = out / "docs"
    shutil.copytree(vocabulary, docs / "vokabular", dirs_exist_ok=True)
    places = _places(rng, max(5, min(count // 8, 300)))
    for place in places:
        _write(docs / "kommunen" / f"{_id(place)}.md", _municipality(rng, terms, place), "")
    names = []
    for number in range(count):
        place = rng.choice(places)
        offer = rng.choice(_OFFERS)
        name = f"{_id(offer)}-{_id(place)}-{number:05d}"
        head = _case(rng, terms, offer, place, names)
        _write(docs / "praxis" / f"{name}.md", head, _body(rng, place, names))
        names.append(name)
    for number in range(count // 20):
        head = _gap(rng, terms, names, places)
        _write(docs / "luecken" / f"luecke-{number:05d}.md", head, _paragraph(rng, 4))
        head = _reuse(rng, terms, rng.choice(names), rng.choice(places))
        _write(docs / "nachnutzung" / f"nachnutzung-{number:05d}.md", head, _paragraph(rng, 3))
    for number, chapter in enumerate(terms.chapters, 1):
        _write(
            docs / "handbuch" / f"{number:02d}-{chapter}.md",
            _chapter(rng, terms, number),
            _body(rng, "Musterstadt", ()),
        )


def _places(rng: random.Random, count: int) -> list[str]:
    return rng.sample([first + last for first in _FIRST for last in _LAST], count)


def _id(text: str) -> str:
    return text.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})).replace("é", "e")


def _municipality(rng: random.Random, terms: Terms, place: str) -> dict[str, Any]:
    return {
        "titel": place,
        "art": rng.choice(["stadt", "kreis", "gemeinde"]),
        "land": "Nordrhein-Westfalen",
        "kontext": {name: rng.choice(terms.conditions[name]) for name in rng.sample(list(terms.conditions), 5)},
        "quellen": [_source(rng, place)],
        "stand": rng.randint(2015, 2024),
    }


def _source(rng: random.Random, place: str) -> dict[str, Any]:
    return {
        "titel": f"Bericht über {rng.choice(_OFFERS)} in {place}",
        "herausgeber": f"Stadt {place}",
        "url": f"https://www.{_id(place)}.example/berichte/{rng.randint(1000, 9999)}",
        "jahr": rng.randint(2012, 2024),
    }


def _span(rng: random.Random) -> dict[str, Any]:
    start = rng.choice([0, 0, 1, 3, 5, 6, 10, 14, 16])
    return {"von": start if rng.random() > 0.1 else "schwangerschaft", "bis": start + rng.choice([1, 3, 4, 6])}


def _case(rng: random.Random, terms: Terms, offer: str, place: str, names: Sequence[str]) -> dict[str, Any]:
    conditions = rng.sample(list(terms.conditions), 6)
    head: dict[str, Any] = {
        "titel": f"{offer} in {place}",
        "kurz": f"{offer} erreichen in {place} Familien {rng.choice(_WHEN)}; {_what(rng)} kommen dazu."[:200],
        "kommune": _id(place),
        "gegenstand": rng.choice(["angebot", "angebot", "struktur", "verfahren", "instrument"]),
        "status": rng.choice(["laeuft", "laeuft", "verstetigt", "geplant", "beendet", "nicht-berichtet"]),
        "zeitraum": {"von": rng.randint(2005, 2022)} if rng.random() > 0.1 else "nicht-berichtet",
        "standards": {term: _sentence(rng) for term in rng.sample(list(terms.standards), rng.randint(1, 3))},
        "alter": _span(rng) if rng.random() > 0.15 else "altersuebergreifend",
        "uebergaenge": rng.sample(list(terms.transitions), rng.randint(0, 2)),
        "themen": rng.sample(list(terms.topics), rng.randint(2, 5)),
        "handlungsebenen": [rng.choice(["strategisch", "planend", "operativ"])],
        "warum": {"text": _sentence(rng), "von": "redaktion"},
        "wer": {
            "traeger": rng.choice(["oeffentlich", "frei", "gemischt"]),
            "federfuehrung": f"Stadt {place}, {rng.choice(_OFFICES)}",
            "beteiligte": rng.sample(list(_OFFICES), 2),
        },
        "wo": rng.sample(["familie", "kita", "schule", "quartier"], 2),
        "kern": [{"id": "freiwillig", "text": "freiwillig und kostenlos"}, {"id": "vor-ort", "text": _sentence(rng)}],
        "form": ["Ort und Zeit der Treffen"],
        "kontext": {
            name: {
                "wert": rng.choice(terms.conditions[name]),
                "bedeutung": rng.choice(["unverzichtbar", "hilfreich", "unerheblich"]),
                "hinweis": f"{_what(rng)} liegen vor.",
                "stand": rng.randint(2014, 2024),
            }
            for name in conditions[: rng.randint(2, 5)]
        },
        "aufwand": {"personal": "1-2", "sachkosten": "10-50k", "anlauf": "6-12", "stand": 2020},
        "finanzierung": [rng.choice(["kommune", "land", "bund", "esf", "stiftung"])],
        "reife": {"handbuch": rng.choice(["ja", "nein"]), "begleitung": "ja"},
        "nachweis": {"grad": "beobachtet", "art": ["prozessdaten"], "ergebnis": _sentence(rng), "quelle": 1},
        "lehren": {
            "gelungen": [_sentence(rng)],
            "schwierig": [{"huerde": _sentence(rng), "loesung": _sentence(rng)}],
            "heute_anders": [_sentence(rng)],
        },
        "kontakt": {"stelle": f"Stadt {place}, {rng.choice(_OFFICES)}"},
        "quellen": [_source(rng, place) for _ in range(rng.randint(1, 4))],
        "stand": rng.randint(2015, 2024),
        "pruefung": f"20{rng.randint(40, 60)}-06-01",
    }
    if names and rng.random() < 0.1:
        head["herkunft"] = [rng.choice(names)]
    if head["status"] == "beendet":
        head["ende_grund"] = rng.choice(["geld", "personal", "wirkung"])
    return head


def _gap(rng: random.Random, terms: Terms, names: Sequence[str], places: Sequence[str]) -> dict[str, Any]:
    return {
        "titel": f"Wie gelingen {rng.choice(_OFFERS)} und {_what(rng)}?",
        "art": rng.choice(["gemeldet", "redaktionell"]),
        "frage": f"Wie {rng.choice(['erreichen', 'begleiten', 'beteiligen'])} wir {rng.choice(_WHO)} {rng.choice(_WHERE)}?",
        "kommune": _id(rng.choice(places)),
        "standards": rng.sample(list(terms.standards), rng.randint(1, 2)),
        "alter": _span(rng),
        "themen": rng.sample(list(terms.topics), rng.randint(1, 3)),
        "entscheidend": rng.sample(list(terms.conditions), 3),
        "gemeldet": f"20{rng.randint(15, 24)}-03-03",
        "status": rng.choice(["angebote", "im-austausch", "nicht-berichtet"]),
        "antworten": [{"praxis": rng.choice(names), "warum": _sentence(rng)}] if rng.random() < 0.3 else [],
    }


def _reuse(rng: random.Random, terms: Terms, original: str, place: str) -> dict[str, Any]:
    return {
        "titel": f"Übernahme in {place}",
        "praxis": original,
        "uebernommen": ["freiwillig"],
        "kommune": _id(place),
        "jahr": rng.randint(2012, 2024),
        "ergebnis": rng.choice(["laeuft", "laeuft", "beendet", "abgebrochen"]),
        "anpassungen": [
            {
                "was": _sentence(rng),
                "art": rng.choice(["ergaenzt", "weggelassen", "zugeschnitten"]),
                "weil": {"bedingung": rng.choice(list(terms.conditions)), "text": _sentence(rng)},
                "geplant": "ja",
                "kern_erhalten": "ja",
            }
        ],
        "quellen": [_source(rng, place)],
    }


def _chapter(rng: random.Random, terms: Terms, number: int) -> dict[str, Any]:
    return {
        "titel": f"Kapitel {number}",
        "kurz": _sentence(rng),
        "standards": rng.sample(list(terms.standards), 2),
        "quellen": [_source(rng, "Musterstadt")],
    }


def _what(rng: random.Random) -> str:
    """A compound; a few are frequent and most are rare, as in real texts."""
    return _BEFORE[int(len(_BEFORE) * rng.random() ** 2)] + _AFTER[int(len(_AFTER) * rng.random() ** 2)]


def _sentence(rng: random.Random) -> str:
    words = rng.choice(_DOES).format(
        when=rng.choice(_WHEN), where=rng.choice(_WHERE), what=_what(rng), person=rng.choice(_PERSON)
    )
    text = f"{rng.choice(_WHO)} {words}."
    return text[0].upper() + text[1:]


def _paragraph(rng: random.Random, sentences: int) -> str:
    return " ".join(_sentence(rng) for _ in range(sentences)) + "\n"


def _body(rng: random.Random, place: str, names: Sequence[str]) -> str:
    parts = []
    for heading, sentences in zip(_HEADINGS, _SENTENCES_A_HEADING, strict=True):
        parts.append(f"## {heading}\n\n{_paragraph(rng, sentences)}")
        if heading == "Vorgehen":
            parts.append("".join(f"{number}. {_sentence(rng)}\n" for number in range(1, 4)))
        if heading == "Ergebnisse":
            share = rng.randint(40, 95)
            parts.append(
                f"{rng.choice(_LINK)} {share} % der Familien in {place} wurden erreicht ([Quelle 1](#quelle-1)).\n"
            )
        if heading == "Übertragung" and names and rng.random() < 0.5:
            parts.append(f"Ähnlich geht ein [anderes Beispiel]({rng.choice(names)}.md) vor.\n")
    return "\n".join(parts)


def _write(path: Path, head: Mapping[str, Any], body: str) -> None:
    text = yaml.dump(dict(head), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=1 << 16)
    # Dates as editors write them, without quotation marks.
    text = text.replace("'20", "20").replace("-01'", "-01").replace("-03'", "-03")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{text}---\n\n{body}", encoding="utf-8", newline="\n")


_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def main() -> None:
    """Write the contents."""
    parser = argparse.ArgumentParser(description="Schreibt erfundene, aber wirklichkeitsnahe Inhalte für Messungen.")
    parser.add_argument("--out", type=Path, required=True, metavar="ORDNER")
    parser.add_argument("--count", type=int, default=1000, metavar="ZAHL")
    parser.add_argument("--seed", type=int, default=SEED, metavar="ZAHL")
    options = parser.parse_args()
    write_contents(options.out, options.count, seed=options.seed)


if __name__ == "__main__":
    main()
