"""Records with single mistakes, written as an editor would write them: as text, field by field.

    site(tmp_path, {"docs/praxis/besuche.md": case(titel=None)})

``case()``, ``gap()``, ``reuse()`` … are free of findings; each argument replaces the lines of one field (German key,
``-`` as ``_``), adds it, or takes it away (None).
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from praxis.findings import Finding
from praxis.library import Library
from tests.builders import SITES, TODAY

BODY = "## Kernidee\n\nEine Fachkraft besucht die Familien zu Hause.\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)

_CASE = {
    "titel": "titel: Begrüßungsbesuche in Musterstadt",
    "kurz": "kurz: Alle Familien bekommen nach der Geburt Besuch von einer Fachkraft.",
    "kommune": "kommune: musterstadt",
    "status": "status: laeuft",
    "zeitraum": "zeitraum: {von: 2012}",
    "standards": "standards:\n  zugaenge: Jede Familie bekommt unaufgefordert ein Angebot.",
    "alter": "alter: {von: 0, bis: 1}",
    "themen": "themen: [begruessungsbesuch, fruehe-hilfen]",
    "warum": "warum: Ein früher, freundlicher Kontakt senkt die Schwelle.",
    "kontakt": "kontakt:\n  stelle: Stadt Musterstadt, Familienbüro",
    "quellen": (
        "quellen:\n  - titel: Familienbericht der Stadt Musterstadt\n"
        "    url: https://www.musterstadt.example/familienbericht\n    jahr: 2022"
    ),
    "stand": "stand: 2023-05-01",
}
_GAP = {
    "titel": "titel: Familien mit einjährigen Kindern erreichen",
    "frage": "frage: Wie erreichen wir Familien mit einjährigen Kindern?",
    "kommune": "kommune: musterstadt",
    "standards": "standards: [zugaenge]",
    "alter": "alter: {von: 1, bis: 2}",
    "themen": "themen: [fruehe-hilfen]",
    "gemeldet": "gemeldet: 2025-03-03",
    "status": "status: offen",
}
_REUSE = {
    "titel": "titel: Begrüßungsbesuche in Neustadt",
    "praxis": "praxis: besuche",
    "kommune": "kommune: {text: Neustadt}",
    "ergebnis": "ergebnis: laeuft",
}
_MUNICIPALITY = {"titel": "titel: Musterstadt", "art": "art: stadt"}
_CHAPTER = {"titel": "titel: Zugänge", "kurz": "kurz: Wie Familien erreicht werden."}
_MATERIAL = {"titel": "titel: Leitfaden Begrüßungsbesuche", "art": "art: handreichung"}
_MEETING = {
    "titel": "titel: 3. Lernnetzwerktreffen",
    "art": "art: lernnetzwerktreffen",
    "beginn": "beginn: 2024-11-05",
}


def case(text: str = BODY, **fields: str | None) -> str:
    """A case."""
    return _record(_CASE, text, fields)


def gap(text: str = "Viele Familien verlieren wir aus dem Blick.\n", **fields: str | None) -> str:
    """A gap."""
    return _record(_GAP, text, fields)


def reuse(text: str = "Neustadt übernahm die Besuche.\n", **fields: str | None) -> str:
    """A reuse record of the case ``besuche``."""
    return _record(_REUSE, text, fields)


def municipality(text: str = "", **fields: str | None) -> str:
    """A municipality."""
    return _record(_MUNICIPALITY, text, fields)


def chapter(text: str = "Familien werden dort erreicht, wo sie sind.\n", **fields: str | None) -> str:
    """A handbook chapter."""
    return _record(_CHAPTER, text, fields)


def material(text: str = "", **fields: str | None) -> str:
    """A material."""
    return _record(_MATERIAL, text, fields)


def meeting(text: str = "", **fields: str | None) -> str:
    """A meeting."""
    return _record(_MEETING, text, fields)


def site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A site of the given files, with the small vocabulary and the municipality that records name."""
    shutil.copytree(SITES / "klein" / "docs" / "vokabular", root / "docs" / "vokabular", dirs_exist_ok=True)
    for path, content in {"docs/kommunen/musterstadt.md": municipality(), **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def findings(root: Path, files: Mapping[str, str | bytes], today: dt.date = TODAY) -> tuple[Finding, ...]:
    """The findings of a site of the given files."""
    return Library.load(site(root, files), today).findings


def only(root: Path, content: str | bytes, path: str = "docs/praxis/besuche.md") -> Finding:
    """The one finding of a site with one such file."""
    found = findings(root, {path: content})
    assert len(found) == 1, found
    return found[0]


def place(finding: Finding) -> tuple[int, int, str | None]:
    """Line, column and field of a finding."""
    return finding.line, finding.column, finding.field


def _record(base: Mapping[str, str], text: str, fields: Mapping[str, str | None]) -> str:
    lines = {**base, **fields}
    head = "\n".join(line for line in lines.values() if line is not None)
    return f"---\n{head}\n---\n\n{text}" if text else f"---\n{head}\n---\n"
