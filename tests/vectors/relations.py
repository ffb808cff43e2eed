"""Makes the shared vectors of comparing and matching: ``python -m tests.vectors.relations``.

A made-up site with a fixed seed gives every kind of condition, value and date; the vectors hold the Python and the
browser side equal, and show in a diff when a change moves a result.
"""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path
from typing import Any

from praxis.library import Library
from praxis.records.dates import PartialDate
from praxis.records.values import AgeSpan
from praxis.relations.context import compare_contexts, stated_context
from praxis.relations.matching import Match, Matches, Need, match
from praxis.relations.topics_in_words import topics_in
from praxis.scripts import read_data_script
from praxis.settings import Settings
from praxis.site import app_data
from praxis.site.model import SiteModel
from tests.builders import load_site

PATH = Path(__file__).parent / "relations.json"
CASES, PLACES, REUSES, COMPARISONS, NEEDS = 60, 9, 14, 60, 80
STANDARDS = ("zugaenge", "steuerung")
DATES: tuple[Any, ...] = (2015, "2018-03", "2021-11-30", "2024-01-01")
WORDS = [
    "Alleinerziehende",
    "Mütter",
    "Väter",
    "Hebamme",
    "Besuch",
    "Hausbesuche",
    "Willkommensbesuch",
    "Begrüßungsbesuche",
    "Kita",
    "Kindertagesstätte",
    "Grundschule",
    "Übergang",
    "Einschulung",
    "Monitoring",
    "Sozialdaten",
    "Stadtteil",
    "Quartier",
    "Frühstück",
    "Bewegung",
    "Familienhebamme",
    "Lotsendienst",
    "Geburtsklinik",
    "Kinderarztpraxis",
    "Ehrenamtliche",
    "Beratung",
    "Elterncafé",
    "Sprachförderung",
    "junge",
    "offene",
    "frühe",
    "kostenlos",
    "freiwillig",
    "gemeinsam",
    "wöchentlich",
    "erreichen",
    "begleiten",
    "einladen",
    "Unterstützung",
    "Familien",
    "Eltern",
    "Kinder",
]
ASKED = (
    *WORDS,
    "alleinerziehend",
    "Müttern",
    "Hausbesuch",
    "Babylotsen",
    "Kindergarten",
    "Übergänge",
    "Hebame",
    "Praxis",
    "wie",
    "der",
)
IMPORTANCE = ("unverzichtbar", "hilfreich", "unerheblich")


def library(root: Path) -> Library:
    """The made-up site, written below ``root`` and loaded."""
    rnd = random.Random(7)
    places = [f"ort-{number}" for number in range(PLACES)]
    terms = load_site(root / "begriffe").vocabulary
    conditions = {key: list(each.options) for key, each in terms.context_model.conditions.items()}
    kinds = {key: each.type for key, each in terms.context_model.conditions.items()}
    bands = ("personal", "sachkosten", "anlauf")

    def value(key: str) -> Any:
        if kinds[key] == "mehrfach":
            return rnd.sample(conditions[key], rnd.randint(1, len(conditions[key])))
        return rnd.choice(conditions[key])

    def told(key: str) -> Any:
        full: dict[str, Any] = {"wert": value(key)} if rnd.random() < 0.8 else {}
        if rnd.random() < 0.6 or not full:
            full["bedeutung"] = rnd.choice(IMPORTANCE)
        if rnd.random() < 0.3:
            full["hinweis"] = f"Hinweis zu „{key}“."
        if rnd.random() < 0.4:
            full["stand"] = rnd.choice(DATES)
        return full if full.keys() != {"wert"} else full["wert"]

    def context(most: int) -> dict[str, Any]:
        keys = [key for key in conditions if key not in bands]
        return {key: told(key) for key in rnd.sample(keys, rnd.randint(0, most))}

    def effort() -> dict[str, Any]:
        return {key: value(key) for key in rnd.sample(bands, rnd.randint(1, 3))}

    def ages() -> Any:
        if rnd.random() < 0.15:
            return rnd.choice(("altersuebergreifend", "nicht-berichtet"))
        start = rnd.choice(("schwangerschaft", 0, 1, 2, 3, 6, 10, 2.5))
        least = 0 if start == "schwangerschaft" else int(float(start)) + 1
        return {"von": start, "bis": rnd.choice((least, least + 1, least + 3, 18))}

    cases = []
    for number in range(CASES):
        case: dict[str, Any] = {
            "id": f"fall-{number:02d}",
            "titel": f"Fall {number} „mit Namen“",
            "kommune": rnd.choice(places),
            "standards": rnd.sample(STANDARDS, rnd.randint(1, 2)),
            "themen": rnd.sample(sorted(terms.topics), rnd.randint(1, 3)),
            "alter": ages(),
            "kontext": context(6),
            "stand": rnd.choice(("2015-05-05", "2020-02-29", "2024-12-31", 2019, "2019-02")),
            "text": f"## Kernidee\n\n{' '.join(rnd.choices(WORDS, k=14))}.\n",
        }
        if rnd.random() < 0.5:
            case["aufwand"] = {**effort(), **({"stand": rnd.choice(DATES)} if rnd.random() < 0.5 else {})}
        if rnd.random() < 0.5:
            case["nachweis"] = {"grad": rnd.choice(("begruendet", "beobachtet", "wahrscheinlich"))}
            if rnd.random() < 0.6:
                case["nachweis"]["ergebnis"] = rnd.choice(("Mehr Familien erreicht", "Weniger Abbrüche!"))
        cases.append(case)
    reuses = [
        {
            "id": f"nachnutzung-{number}",
            "praxis": f"fall-{rnd.randrange(12):02d}",
            "kommune": rnd.choice(places) if rnd.random() < 0.8 else {"text": "Anderswo"},
            "ergebnis": rnd.choice(("laeuft", "beendet", "abgebrochen", "vorbereitung", "nicht-begonnen")),
            "jahr": rnd.choice((2017, 2019, 2021)),
            "anpassungen": [
                {
                    "was": f"Änderung {number}-{each}",
                    "art": "ersetzt",
                    "weil": {"bedingung": rnd.choice(sorted(conditions)), "text": "Hier ist es anders."},
                }
                for each in range(rnd.randint(0, 3))
            ],
        }
        for number in range(REUSES)
    ]
    municipalities = [
        {"id": place, "kontext": context(7), **({"stand": rnd.choice(DATES)} if rnd.random() < 0.7 else {})}
        for place in places
    ]
    return load_site(root / "seite", cases=cases, reuses=reuses, municipalities=municipalities)


def comparisons(library: Library, count: int, seed: int) -> list[dict[str, Any]]:
    """Random cases compared with random own contexts, some completed by a municipality's."""
    rnd = random.Random(seed)
    return [_comparison(library, rnd) for _ in range(count)]


def stated(library: Library, rnd: random.Random) -> dict[str, list[str]]:
    """Values that a reader states, none of some conditions, and now and then one that the model does not know."""
    conditions = library.vocabulary.context_model.conditions
    chosen = rnd.sample(list(conditions), rnd.randint(0, len(conditions)))
    return {key: [rnd.choice([*conditions[key].options, "unbekannt"])] for key in chosen}


def needs(library: Library, count: int, seed: int) -> list[dict[str, Any]]:
    """Random needs with what they find: terms that exist and some that do not, ages of every kind, questions in words."""
    rnd = random.Random(seed)
    return [_need(library, rnd) for _ in range(count)]


def _need(library: Library, rnd: random.Random) -> dict[str, Any]:
    vocabulary = library.vocabulary
    conditions = list(vocabulary.context_model.conditions)
    start = rnd.choice((-0.75, 0, 1, 3, 6, 16))
    stated_need: dict[str, Any] = {
        "standards": rnd.sample([*vocabulary.standards, "unbekannt"], rnd.choice((0, 1, 1, 2))),
        "topics": rnd.sample([*vocabulary.topics, "unbekannt"], rnd.choice((0, 1, 1, 2, 3))),
        "ages": rnd.choice(("nicht-berichtet", "altersuebergreifend", *4 * ([start, max(start, 0) + rnd.choice((1, 3))],))),
        "question": " ".join(rnd.choices(ASKED, k=rnd.choice((0, 0, 1, 3, 6)))),
        "place": rnd.choice([None, *library.municipalities]),
        "values": stated(library, rnd) if rnd.random() < 0.6 else {},
        "decisive": rnd.sample(conditions, rnd.choice((0, 0, 2, 4))),
    }  # fmt: skip
    return {**stated_need, "found": _found(match(library, _as_need(library, stated_need)))}


def _as_need(library: Library, stated_need: dict[str, Any]) -> Need:
    ages = stated_need["ages"]
    if not isinstance(ages, str):
        start = "schwangerschaft" if ages[0] < 0 else ages[0]
        ages = AgeSpan.model_validate({"von": start, "bis": ages[1]})
    return Need(
        standards=tuple(stated_need["standards"]),
        topics=tuple(stated_need["topics"]),
        ages=ages,
        question=stated_need["question"],
        context=stated_context(library, stated_need["values"], stated_need["place"]),
        decisive=tuple(stated_need["decisive"]),
    )


def _found(matches: Matches) -> dict[str, Any]:
    contrast = {**_plain(matches.contrast.match), "why": matches.contrast.why} if matches.contrast else None
    return {"matches": [_plain(each) for each in matches.matches], "contrast": contrast, "nearest": matches.nearest}


def _plain(found: Match) -> dict[str, Any]:
    return {
        "case": found.case.id,
        "reasons": [[reason.kind, reason.field, reason.text] for reason in found.reasons],
        "conditions": [[row.id, row.result.value, row.importance, row.text] for row in found.conditions],
    }


def topics(library: Library) -> list[list[Any]]:
    """Texts, with the topics recognised in them."""
    rnd = random.Random(3)
    names = [name for topic in library.vocabulary.topics.values() for name in (topic.title, *topic.synonyms)]
    texts = [" ".join(rnd.sample([*names, *ASKED], 3)) for _ in range(40)]
    return [[text, list(topics_in(library, text))] for text in texts]


def _comparison(library: Library, rnd: random.Random) -> dict[str, Any]:
    case = library.cases[rnd.choice(list(library.cases))]
    place = rnd.choice([None, *library.municipalities])
    values = stated(library, rnd)
    rows = compare_contexts(library, case, stated_context(library, values, place))
    return {
        "case": case.id,
        "place": place,
        "values": values,
        "rows": [
            [row.id, row.result.value, row.importance, row.text, _origin(row.theirs), _origin(row.own)] for row in rows
        ],
    }


def _origin(fact: Any) -> list[Any] | None:
    if fact is None:
        return None
    date: PartialDate | None = fact.as_of
    return [list(fact.values), fact.origin, fact.note, date.isoformat() if date else None]


def data(library: Library) -> dict[str, Any]:
    """What the browser loads, by the names of the files."""
    files = app_data.files(SiteModel(library, Settings.load(library.root)))
    named = {Path(path).stem: read_data_script(content) for path, content in files}
    return {name: named[name] for name in ("kontextmodell", "kommunen", "abgleich", "abgleich-0")}


def vectors(library: Library) -> dict[str, Any]:
    """Everything that both sides must agree on."""
    return {
        "data": data(library),
        "comparisons": comparisons(library, COMPARISONS, 1),
        "needs": needs(library, NEEDS, 2),
        "topics": topics(library),
    }


def text_of(vectors: dict[str, Any]) -> str:
    """The vectors as they are kept: a line each."""
    parts = []
    for name, content in vectors.items():
        rows = [f"{json.dumps(row, ensure_ascii=False)}" for row in content] if isinstance(content, list) else None
        shown = "[\n" + ",\n".join(rows) + "\n]" if rows else json.dumps(content, ensure_ascii=False)
        parts.append(f"{json.dumps(name)}: {shown}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Write the vectors."""
    with tempfile.TemporaryDirectory() as folder:
        PATH.write_text(text_of(vectors(library(Path(folder)))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
