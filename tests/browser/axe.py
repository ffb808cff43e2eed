"""axe in an open page: every rule of WCAG 2.0 to 2.2, A and AA, and best practice, light and dark."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_OPTIONS: dict[str, Any] = {
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # Else axe reads the style sheets a second time, which a page from disk may not.
    "preload": False,
}
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_EVERYTHING = {**_OPTIONS, "runOnly": {"type": "tag", "values": _TAGS}}
_COLOURS = {"resultTypes": ["violations"], "preload": False, "runOnly": ["color-contrast", "link-in-text-block"]}
SCHEMES = {"light": _EVERYTHING, "dark": _COLOURS}
"""What axe looks at in each scheme: the dark one differs in colours only (``tests/site/test_styles.py``)."""


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Scheme, rule and first elements of what axe finds in the page as it stands, in both schemes."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = []
    for scheme, options in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        entries = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
        found += [(scheme, entry["id"], node["html"][:160]) for entry in entries for node in entry["nodes"][:2]]
    return found
