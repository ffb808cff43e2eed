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
from praxis.records.values import PartialDate
from praxis.relations.context import compare_contexts, stated_context
from praxis.scripts import read_data_script
from praxis.settings import Settings
from praxis.site import app_data
from praxis.site.model import SiteModel
from tests.builders import load_site

PATH = Path(__file__).parent / "relations.json"
CASES, PLACES, REUSES, COMPARISONS = 60, 9, 14, 100
STANDARDS = ("zugaenge", "steuerung")
DATES: tuple[Any, ...] = (2015, "2018-03", "2021-11-30", "2024-01-01")
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
            "stand": rnd.choice(("2015-05-05", "2020-02-29", "2024-12-31", 2019)),
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
    return {"data": data(library), "comparisons": comparisons(library, COMPARISONS, 1)}


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
