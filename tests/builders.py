"""Miniature sites for tests: records as dictionaries of front matter, everything mandatory filled in.

    library = load_site(tmp_path, cases=[{"id": "besuche", "alter": {"von": 0, "bis": 3}}])

Every record needs an ``id`` (the file's stem; ``05-name`` for chapters) and may have a ``text`` (its body); all other
keys are front matter as editors write it, German keys included. A key with the value ``...`` is left out, mandatory or
not. Municipalities that records name are written too, unless given.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from praxis.library import Library

SITES = Path(__file__).parent / "sites"
TODAY = dt.date(2025, 6, 1)
"""The date that counts as today in miniature sites."""

_BODY = "## Kernidee\n\nEin Satz zur Sache.\n"
_DEFAULTS: dict[str, dict[str, Any]] = {
    "praxis": {
        "titel": "Praxis {id}",
        "kurz": "Kurz gesagt, was {id} ist.",
        "kommune": "musterstadt",
        "status": "laeuft",
        "zeitraum": {"von": 2020},
        "standards": ["zugaenge"],
        "alter": {"von": 0, "bis": 3},
        "themen": ["fruehe-hilfen"],
        "warum": "Weil es wirkt.",
        "kontakt": {"stelle": "Stadt Musterstadt, Jugendamt"},
        "quellen": [{"titel": "Bericht", "jahr": 2024}],
        "stand": "2025-01-01",
    },
    "luecken": {
        "titel": "Lücke {id}",
        "frage": "Wie gelingt {id}?",
        "standards": ["zugaenge"],
        "alter": {"von": 0, "bis": 3},
        "themen": ["fruehe-hilfen"],
        "gemeldet": "2025-03-01",
        "status": "offen",
    },
    "nachnutzung": {"titel": "Nachnutzung {id}", "kommune": "anderswo", "ergebnis": "laeuft"},
    "kommunen": {"titel": "{name}", "art": "stadt"},
    "handbuch": {"titel": "Kapitel {id}", "kurz": "Worum es in {id} geht."},
    "materialien": {"titel": "Material {id}", "art": "handreichung"},
    "lernnetzwerk": {"titel": "Treffen {id}", "art": "lernnetzwerktreffen", "beginn": "2025-03-03"},
}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
Records = Iterable[Mapping[str, Any]]


def write_site(
    root: Path,
    *,
    cases: Records = (),
    gaps: Records = (),
    reuses: Records = (),
    municipalities: Records = (),
    chapters: Records = (),
    materials: Records = (),
    meetings: Records = (),
    vocabulary: str = "klein",
) -> Path:
    """Write a site below ``root`` with the vocabulary of ``tests/sites/<vocabulary>``; returns ``root``."""
    shutil.copytree(SITES / vocabulary / "docs" / "vokabular", root / "docs" / "vokabular", dirs_exist_ok=True)
    folders = {
        "praxis": list(cases),
        "luecken": list(gaps),
        "nachnutzung": list(reuses),
        "handbuch": list(chapters),
        "materialien": list(materials),
        "lernnetzwerk": list(meetings),
        "kommunen": list(municipalities),
    }
    filled = {folder: [_filled(folder, record) for record in records] for folder, records in folders.items()}
    given = {record["id"] for record in filled["kommunen"]}
    named = {name for records in filled.values() for record in records for name in _municipalities(record)}
    filled["kommunen"] += [_filled("kommunen", {"id": name}) for name in sorted(named - given)]
    for folder, records in filled.items():
        for record in records:
            write_record(root, folder, record)
    return root


def write_record(root: Path, folder: str, record: Mapping[str, Any]) -> Path:
    """Write one record exactly as given (``id``, ``text`` and front matter); returns its file."""
    head = {key: _dated(value) for key, value in record.items() if key not in ("id", "text") and value is not ...}
    path = root / "docs" / folder / f"{record['id']}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(f"---\n{text}---\n\n{record.get('text', _BODY)}", encoding="utf-8", newline="\n")
    return path


def load_site(root: Path, *, today: dt.date = TODAY, **records: Any) -> Library:
    """Write a site and load it; fails if the site has errors. See :func:`write_site` for the arguments."""
    library = Library.load(write_site(root, **records), today)
    errors = [f"{f.file}:{f.line} {f.field} {f.message}" for f in library.findings if f.severity == "error"]
    assert not errors, errors
    return library


def _filled(folder: str, record: Mapping[str, Any]) -> dict[str, Any]:
    names = {"id": record["id"], "name": record["id"].replace("-", " ").title()}
    defaults = {key: _formatted(value, names) for key, value in _DEFAULTS[folder].items()}
    return {**defaults, **record}


def _formatted(value: Any, names: Mapping[str, str]) -> Any:
    return value.format(**names) if isinstance(value, str) else value


def _municipalities(record: Mapping[str, Any]) -> Iterable[str]:
    for name in (record.get("kommune"), record.get("vorgestellt_von")):
        if isinstance(name, str):
            yield name
    for offer in record.get("meldungen", ()):
        if isinstance(offer.get("kommune"), str):
            yield offer["kommune"]


def _dated(value: Any) -> Any:
    """Texts in the form of a day as dates, as YAML reads them where editors write them."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        return dt.date.fromisoformat(value)
    if isinstance(value, dict):
        return {key: _dated(item) for key, item in value.items()}
    return [_dated(item) for item in value] if isinstance(value, list) else value
