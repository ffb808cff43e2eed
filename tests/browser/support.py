"""Opening pages from disk in a real Chromium, and what every page must keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1440, "height": 900}


@contextmanager
def opened(chromium: Browser, site: Path, address: str, **context: Any) -> Iterator[Page]:
    """A page opened from disk; fails if it asks another host or says anything on the console."""
    found = chromium.new_context(**{"viewport": DESK, **context})
    page = found.new_page()
    said: list[str] = []
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(_own(site)) else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{site.as_uri()}/{address}")
    yield page
    assert said == [], said
    found.close()


def _own(site: Path) -> tuple[str, ...]:
    return (site.as_uri(), "blob:", "data:")


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def tab_to(page: Page, name: str, *, most: int = 200) -> None:
    """Press Tab until the element with this accessible text has the focus; fails after ``most`` steps."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        text = page.evaluate(
            "(e => (e.labels?.[0] ?? e).textContent.trim() || e.getAttribute('aria-label') || '')(document.activeElement)"
        )
        seen.append(text[:40])
        if name in text:
            return
    raise AssertionError(f"Tab never reached „{name}“; it reached {seen[-30:]}")
