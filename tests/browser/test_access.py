"""Everyone may use it: what axe does not see."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import WIDTHS, opened, page_kinds, walked
from tests.browser.support import overflow

pytestmark = pytest.mark.browser

KEYBOARD_PAGES = (
    "index.html",
    "praxis/index.html",
    "praxis/kinderstuben-dortmund.html",
    "luecken/index.html",
    "luecken/junge-alleinerziehende-muetter.html",
    "handbuch/steuerung-und-sinnfrage.html",
    "raster/index.html",
    "kontextmodell/index.html",
)

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const name = (element.getAttribute("aria-label") || element.textContent || "").trim().slice(0, 40);
  return {
    what: `${element.tagName} ${element.id} ${name}`,
    outline: getComputedStyle(element).outlineStyle === "none" ? 0 : parseFloat(getComputedStyle(element).outlineWidth),
    visible: box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    index: [...document.querySelectorAll("*")].indexOf(element),
  };
}"""
RINGS = """() => {
  const colour = (text) => text.match(/[\\d.]+/g).map(Number);
  const rings = [];
  for (const scheme of ["hell", "dunkel"]) {
    document.documentElement.dataset.scheme = scheme;
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
      if (element.disabled || element.type === "hidden" || element.closest("[inert]")) continue;
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) continue;
      // A file is chosen by a field that is drawn as its label.
      const drawn = element.type === "file" && element.matches(".visually-hidden") ? element.labels[0] : element;
      const style = getComputedStyle(drawn);
      let behind = drawn.parentElement;
      while (behind.parentElement && colour(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
      rings.push([scheme, element.outerHTML.slice(0, 90), style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        colour(style.outlineColor).slice(0, 3), colour(getComputedStyle(behind).backgroundColor).slice(0, 3)]);
    }
  }
  return rings;
}"""


def luminance(colour: list[float]) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: list[float], second: list[float]) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


CLIPPED = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return box.width > 2 && style.clipPath !== "inset(50%)" && /hidden|clip/.test(style.overflowX + style.overflowY) && !element.closest("svg")
    && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
    && element.textContent.trim() !== "";
}).map((element) => element.outerHTML.slice(0, 120))"""


def test_nothing_runs_out_of_the_page(chromium: Browser, real_site: Path) -> None:
    """320 CSS pixels are 400 % zoom on a screen of 1280; with all text at 200 % nothing is cut off either."""
    faults: list[tuple[str, str, object]] = []
    for name, page in walked(chromium, real_site, page_kinds(real_site), bypass_csp=True):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 700})
            faults += [(name, f"{width} px", beyond)] if (beyond := overflow(page)) > 0 else []
            faults += [(name, f"{width} px", cut) for cut in page.evaluate(CLIPPED)]
        page.set_viewport_size({"width": 1280, "height": 700})
        page.add_style_tag(content="html { font-size: 200% !important }")
        faults += [(name, "Text 200 %", beyond)] if (beyond := overflow(page)) > 0 else []
        faults += [(name, "Text 200 %", cut) for cut in page.evaluate(CLIPPED)]
    assert faults == []


SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""


def test_wider_spacing_of_text_cuts_nothing_off(chromium: Browser, real_site: Path) -> None:
    """WCAG 1.4.12."""
    for name, page in walked(chromium, real_site, page_kinds(real_site), width=390, bypass_csp=True):
        page.add_style_tag(content=SPACING)
        assert page.evaluate(CLIPPED) == [], name
        assert overflow(page) <= 0, name


def weak_rings(page: Page) -> list[object]:
    """Controls of a page whose ring of focus has less than 2 px or 3:1 against what is behind it, light and dark."""
    page.keyboard.press("Tab")  # whoever uses the keyboard sees rings
    rings = page.evaluate(RINGS)
    assert rings
    return [ring for ring in rings if ring[2] < 2 or contrast(ring[3], ring[4]) < 3]


def test_every_control_of_every_kind_of_page_shows_that_it_has_the_focus(chromium: Browser, real_site: Path) -> None:
    """WCAG 2.4.7 and 2.4.13: a ring of at least 2 px and 3:1."""
    for name, page in walked(chromium, real_site, page_kinds(real_site)):
        assert weak_rings(page) == [], name


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", KEYBOARD_PAGES)
def test_every_stop_of_the_tab_key_is_seen(chromium: Browser, real_site: Path, name: str, width: int) -> None:
    """Nothing is focused off screen, in the order of the page, and there is an end."""
    with opened(chromium, (real_site / name).as_uri(), width=width, reduced_motion="reduce") as page:
        places: list[int] = []
        for _ in range(600):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop is None:
                break
            places.append(stop["index"])
            assert stop["visible"], stop
            assert stop["outline"] >= 2, stop
        else:
            pytest.fail("Die Tabulatortaste kommt an kein Ende.")
        assert places == sorted(places)
        assert len(places) >= 8


def test_the_first_stop_leads_to_the_text(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, (real_site / "praxis/kinderstuben-dortmund.html").as_uri()) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "inhalt"


STATE = """() => [
  location.href, scrollY, document.activeElement.outerHTML.slice(0, 80), JSON.stringify(localStorage),
  ...[document.documentElement, document.body].flatMap((each) => [...each.attributes].map(({ name, value }) => `${name}=${value}`)),
  ...[...document.querySelectorAll("dialog[open], details[open], [aria-pressed=true], [aria-expanded=true], :checked")].map((each) => each.outerHTML.slice(0, 80)),
  ...[...document.querySelectorAll("main input, main textarea")].map((each) => each.value),
]"""
"""What somebody would notice; lists may still be drawn in the meantime."""


@pytest.mark.parametrize("name", KEYBOARD_PAGES)
def test_no_single_key_does_anything(chromium: Browser, real_site: Path, name: str) -> None:
    """WCAG 2.1.4: who dictates or types by accident must not trigger anything."""
    with opened(chromium, (real_site / name).as_uri()) as page:
        before = page.evaluate(STATE)
        for key in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.,?!+-#*":
            page.keyboard.press(key)
        assert page.evaluate(STATE) == before
        assert page.locator("[accesskey]").count() == 0


def test_the_menu_opens_and_closes_by_keyboard_at_phone_width(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, (real_site / "index.html").as_uri(), width=320) as page:
        summary = page.locator(".site-nav--narrow summary")
        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Lücken"
        page.keyboard.press("Escape")
        assert page.locator(".site-nav--narrow[open]").count() == 0
        assert page.evaluate("document.activeElement.textContent") == "Menü"


DRAWN = """() => {
  const colour = (text) => (text === "none" ? [] : (text.match(/[\\d.]+/g) || []).map(Number));
  const seen = (text) => { const found = colour(text); return found.length >= 3 && found[3] !== 0 ? [found.slice(0, 3)] : []; };
  const shapes = [...document.querySelectorAll("svg :is(path, circle, rect, line, polyline, polygon, ellipse, text)")];
  return shapes.filter((shape) => shape.getClientRects().length > 0 && !shape.closest("defs")).map((shape) => {
    const style = getComputedStyle(shape);
    return [shape.outerHTML.slice(0, 90), [...seen(style.fill), ...seen(style.stroke)], seen(getComputedStyle(document.body).backgroundColor)[0]];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_every_sign_and_picture(chromium: Browser, real_site: Path, scheme: str) -> None:
    """What is drawn stands out from the ground that the system chooses, be it white or black."""
    drawn = 0
    for name, page in walked(chromium, real_site, page_kinds(real_site), forced_colors="active", color_scheme=scheme):
        shapes = page.evaluate(DRAWN)
        faint = [
            shape for shape, colours, ground in shapes if max((contrast(c, ground) for c in colours), default=0) < 3
        ]
        assert faint == [], name
        drawn += len(shapes)
    assert drawn > 100


def test_forced_colours_keep_rings_cells_and_keys(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, (real_site / "ueber/index.html").as_uri(), forced_colors="active") as page:
        fills = page.locator(".key").evaluate_all(
            "keys => keys.map((key) => getComputedStyle(key).backgroundColor + getComputedStyle(key).backgroundImage)"
        )
        assert len(fills) == len(set(fills)) == 3
    with opened(chromium, (real_site / "raster/index.html").as_uri(), forced_colors="active") as page:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)["outline"] >= 2
        borders = page.locator(".cell").evaluate_all(
            "cells => cells.map((cell) => getComputedStyle(cell).borderTopStyle)"
        )
        assert borders
        assert "none" not in borders


LOOKS = """() => Object.fromEntries(["praxis", "beides", "luecke", "leer"].map((kind) => {
  const style = getComputedStyle(document.querySelector(`main .cell--${kind}`));
  return [kind, [style.borderTopStyle, style.borderTopWidth, style.backgroundImage !== "none", style.fontWeight].join(" ")];
}))"""


def test_cells_of_the_grid_differ_without_their_colours(chromium: Browser, real_site: Path) -> None:
    """WCAG 1.4.1: by border, pattern and weight, as on paper without colours; and each says in words what it counts."""
    with opened(chromium, (real_site / "raster/index.html").as_uri()) as page:
        looks = page.evaluate(LOOKS)
        assert len(set(looks.values())) == 4, looks
        words = page.locator("#raster-tabelle .cell:not(.cell--leer)").all_inner_texts()
        assert words
        assert [text for text in words if not re.search(r"Praxis|Lücke", text)] == []


MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const seconds = (text) => Math.max(...text.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
  return seconds(style.animationDuration) > 0.01 || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 80))"""


def test_who_wants_no_motion_gets_none(chromium: Browser, real_site: Path) -> None:
    for name, page in walked(chromium, real_site, page_kinds(real_site), reduced_motion="reduce"):
        assert page.evaluate(MOVING) == [], name


OUTLINE = """() => {
  const text = (element) => (element.getAttribute("aria-label") || element.textContent || "").replace(/\\s+/g, " ").trim();
  const name = (element) => {
    const by = element.getAttribute("aria-labelledby");
    return by ? by.split(" ").map((id) => document.getElementById(id)?.textContent.trim()).join(" ") : element.getAttribute("aria-label") || "";
  };
  return {
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => [Number(heading.tagName[1]), text(heading)]),
    mains: document.querySelectorAll("main").length,
    landmarks: [...document.querySelectorAll("nav, aside, [role=region], [role=search], form[aria-label], section[aria-labelledby], section[aria-label]")].map((element) => [element.getAttribute("role") || element.tagName, name(element)]),
    links: [...document.querySelectorAll("a[href]")].filter((link) => !link.closest("[hidden]")).map(text),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    tables: [...document.querySelectorAll("table")].map((table) => [
      (table.caption?.textContent || name(table) || name(table.closest("[role=region]") ?? table)).trim(), table.querySelectorAll("th").length,
      [...table.querySelectorAll("th")].filter((cell) => !["col", "row", "colgroup", "rowgroup"].includes(cell.scope)).length]),
    results: [...document.querySelectorAll(".result")].map((mark) => [
      mark.textContent.trim(), mark.querySelectorAll("svg").length + Number(getComputedStyle(mark, "::before").content !== "none")]),
  };
}"""
EMPTY_WORDS = re.compile(r"(?:hier|mehr|link|klicken sie hier|weiter|weiterlesen|details|https?://\S*)", re.IGNORECASE)


def test_pages_are_ordered_named_and_say_where_links_lead(chromium: Browser, real_site: Path) -> None:
    for name, page in walked(chromium, real_site, page_kinds(real_site)):
        found = page.evaluate(OUTLINE)
        assert found["lang"] == "de", name
        assert found["mains"] == 1, name
        levels = [level for level, _ in found["headings"]]
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
        assert all(text for _, text in found["headings"]), name
        assert len(found["landmarks"]) == len({tuple(mark) for mark in found["landmarks"]}), (name, found["landmarks"])
        kinds = [kind for kind, _ in found["landmarks"]]
        assert all(label or kinds.count(kind) == 1 for kind, label in found["landmarks"]), (name, found["landmarks"])
        assert len(found["ids"]) == len(set(found["ids"])), name
        assert [text for text in found["links"] if not text or EMPTY_WORDS.fullmatch(text)] == [], name
        for caption, heads, without_scope in found["tables"]:
            assert caption, name
            assert heads, (name, caption)
            assert without_scope == 0, (name, caption)
        assert all(text and signs == 1 for text, signs in found["results"]), name


def test_without_scripts_everything_is_there_and_nothing_pretends_to_work(chromium: Browser, real_site: Path) -> None:
    for name, page in walked(chromium, real_site, page_kinds(real_site), java_script_enabled=False):
        assert len(page.locator("main").inner_text().strip()) > 60, name
        assert page.locator("button:visible").all_inner_texts() == [], name
