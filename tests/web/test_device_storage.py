"""What the scripts keep on a reader's device is named, and only that, on the page about privacy."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SOURCES = sorted((PROJECT / "web" / "src").rglob("*.ts"))
PAGE = (PROJECT / "docs" / "datenschutz" / "index.md").read_text(encoding="utf-8")
KEEPERS = {"shared/device.ts", "shared/kept.ts", "paths/drafts.ts"}
"""Modules that keep what others name."""
NAMES = (
    re.compile(r"new (?:Kept|Drafts)(?:<[^(]*>)?\(\"([\w-]+)\""),
    re.compile(r"const NAME = \"([\w-]+)\""),
    re.compile(r"\bkeep\(\"([\w-]+)\""),
    re.compile(r"const KEY = \"praxis-([\w-]+)\""),
    re.compile(r"`(entwurf-)\$\{kind\}`"),
)


def names_in(text: str) -> set[str]:
    return {name for pattern in NAMES for name in pattern.findall(text)}


def keeps(text: str) -> bool:
    return bool(re.search(r"import \{[^}]*\bkeep\b[^}]*\} from \"[./]*(?:shared/)?device\"|localStorage", text))


def test_everything_kept_on_the_device_is_on_the_page_about_privacy() -> None:
    kept: set[str] = set()
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(PROJECT / "web" / "src").as_posix()
        if "new Kept" in text or "new Drafts" in text or (keeps(text) and name not in KEEPERS):
            found = names_in(text)
            assert found, f"{name} behält etwas auf dem Gerät; unter welchem Namen, ist hier nicht zu erkennen."
            kept |= found
    told = {name.rstrip("…") for name in re.findall(r"`praxis-([\w-]+…?)`", PAGE)}
    assert told == kept


def test_nothing_is_kept_in_another_way() -> None:
    """No cookies, no other store of the browser."""
    scripts = [*SOURCES, *sorted((PROJECT / "praxis" / "theme" / "assets").glob("*.js"))]
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"document\.cookie|sessionStorage|indexedDB|caches\.open|serviceWorker", text), path
