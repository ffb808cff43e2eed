"""The finders in a real Chromium, from disk: the whole way by keyboard, counts, addresses, failures, accessibility."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from praxis.scripts import data_script, read_data_script
from tests.browser.axe import violations

pytestmark = pytest.mark.browser
READY = "[data-finder=bereit]"
PRAXIS = "praxis/index.html"
ZUGAENGE = "standard=zugaenge"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    yield page
    context.close()


def opened(page: Page, site: Path, query: str = "", path: str = PRAXIS) -> Page:
    page.goto(f"{(site / path).as_uri()}{query}")
    page.locator(READY).wait_for()
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".finder__list .row__title a").all_text_contents()


def tab_to(page: Page, wanted: str) -> None:
    """Press the tab key until the element that matches has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"no way to {wanted} by keyboard")


def count_of(page: Page, facet: str, value: str) -> str:
    return page.locator(f'input[name="{facet}"][value="{value}"] ~ .choice__count').inner_text()


def test_by_keyboard_at_phone_width_from_words_with_a_slip_to_a_list_that_can_be_shared(
    chromium: Browser, real_site: Path
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = opened(context.new_page(), real_site)
    tab_to(page, "#finder-q")
    page.keyboard.type("Hausbesuhc nach der Geburt")
    page.keyboard.press("Enter")
    expect(page.locator(".finder__hint")).to_contain_text("Meinten Sie Hausbesuch nach der Geburt?")
    assert page.evaluate("document.activeElement.id") == "finder-treffer"
    before = titles(page)

    tab_to(page, ".finder__open")
    page.keyboard.press("Enter")
    tab_to(page, 'input[name="standard"][value="zugaenge"]')
    page.keyboard.press("Space")
    tab_to(page, 'input[name="alter"][value="geburt-3"]')
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator(".finder__open")).to_be_focused()
    expect(page.locator(".finder__open")).to_have_text("Filter (3 gewählt)")
    shown = titles(page)
    assert 0 < len(shown) < len(before)
    assert set(shown) <= set(before)
    expect(page.locator(".row__why").first).to_contain_text("Gefunden: ")
    assert page.locator(".row__why mark").count() > 0

    tab_to(page, ".take-away summary")
    page.keyboard.press("Enter")
    tab_to(page, "#finder-adresse")
    address = page.locator("#finder-adresse").input_value()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".finder [role=status]")).to_have_text(re.compile("Die Adresse"))

    other = context.new_page()
    other.goto(address)
    other.locator(READY).wait_for()
    assert titles(other) == shown
    assert "standard=zugaenge&alter=geburt-3" in address
    context.close()


def test_within_a_facet_one_value_is_enough_and_every_facet_must_hold(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    total, planning = int(count_of(page, "standard", "zugaenge")), int(count_of(page, "standard", "gesundheit"))
    page.get_by_label("Zugänge für Familien").check()
    expect(page.locator("#finder-treffer")).to_have_text(f"{total}\u00a0Praxisbeispiele")
    page.locator('input[name="standard"][value="gesundheit"]').check()
    both = int(page.locator("#finder-treffer").inner_text().split("\u00a0")[0])
    assert max(total, planning) <= both <= total + planning
    young = int(count_of(page, "alter", "geburt-3"))
    page.locator('input[name="alter"][value="geburt-3"]').check()
    expect(page.locator("#finder-treffer")).to_have_text(f"{young}\u00a0Praxisbeispiele")
    assert len(titles(page)) == young


def test_back_undoes_one_filter_and_comes_back_from_a_case_to_the_same_list(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    page.locator('input[name="standard"][value="zugaenge"]').check()
    one = titles(page)
    page.locator('input[name="alter"][value="geburt-3"]').check()
    two = titles(page)
    page.locator(".finder__list .row__title a").first.click()
    page.go_back()
    page.locator(READY).wait_for()
    expect(page.locator(".chip")).to_have_count(3)
    assert titles(page) == two
    page.go_back()
    expect(page.locator(".chip")).to_have_count(2)
    assert titles(page) == one
    assert not page.locator('input[name="alter"][value="geburt-3"]').is_checked()


def test_words_filter_while_they_are_typed_and_one_step_back_takes_them_away(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    page.locator("#finder-q").press_sequentially("Besuch", delay=30)
    expect(page.locator(".chip").first).to_have_text("Filter aufheben: Suchwörter: Besuch×")
    expect(page.get_by_label("Ordnen nach")).to_have_value("relevanz")
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("#finder-q")).to_have_value("")
    expect(page.get_by_label("Ordnen nach")).to_have_value("ort")


def test_a_choice_that_would_find_nothing_can_be_reached_and_says_which_filter_stands_against_it(
    page: Page, real_site: Path
) -> None:
    opened(page, real_site, "?alter=16-27")
    box = page.locator('.choice input[name="standard"][aria-disabled="true"]').first
    title = box.locator("~ .choice__title").inner_text()
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
    note = page.locator(".facet__note:visible").first
    expect(note).to_contain_text(f"„{title}“ ergibt mit Ihren anderen Filtern nichts. Ohne „Alter: 16 bis 27 Jahre“: ")
    assert "nichts mit den anderen Filtern" in box.locator("..").text_content()  # type: ignore[operator]


def test_what_is_chosen_can_be_taken_back_though_it_finds_nothing(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?alter=geburt-3,16-27&kommune=aachen")
    box = page.locator('input[name="alter"][value="16-27"]')
    expect(box.locator("~ .choice__count")).to_have_text("0nichts mit den anderen Filtern")
    assert box.get_attribute("aria-disabled") is None
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(box).to_have_attribute("aria-disabled", "true")


def test_an_empty_result_names_the_filter_to_drop_and_what_is_nearest(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?alter=16-27&kommune=aachen")
    expect(page.locator("#finder-treffer")).to_have_text("Kein Praxisbeispiel")
    empty = page.locator(".finder-empty")
    expect(empty).to_contain_text("Mit einem Filter weniger gibt es Treffer:")
    expect(empty).to_contain_text("Passt nicht zu: Alter: 16 bis 27 Jahre.")
    empty.get_by_role("button", name="Ohne „Alter: 16 bis 27 Jahre“").click()
    expect(page.locator("#finder-treffer")).to_be_focused()
    assert page.url.endswith("?kommune=aachen")
    assert len(titles(page)) == 2


def test_what_an_address_says_and_nobody_knows_is_named_and_dropped(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?standard=zugaenge,%3Cb%3Ex%3C%2Fb%3E&farbe=rot&ordnung=schnell")
    expect(page.locator(".finder__notice li")).to_have_text(
        [
            "Den Wert „<b>x</b>“ gibt es beim Filter „Standard“ nicht.",
            "Einen Filter „farbe“ gibt es nicht.",
            "Die Ordnung „schnell“ gibt es nicht.",
        ]
    )
    expect(page.locator(".chip")).to_have_count(2)


@pytest.mark.parametrize(
    "text",
    [
        "und " * 2500,
        '"nicht geschlossen',
        "(.*+?[",
        "<img src=x onerror=window.eingedrungen=1>",
        "\u202etxet\u202c שלום",
        "😀\0\ufeff",
        "-- ' OR 1=1 -",
    ],
)
def test_any_text_can_be_searched_for(page: Page, real_site: Path, text: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, real_site, f"?q={quote(text)}")
    page.locator("#finder-q").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("#finder-treffer")).to_be_focused()
    assert errors == []
    assert page.evaluate("window.eingedrungen") is None


def test_the_grid_leads_to_the_list_of_a_cell(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?ansicht=raster")
    cell = page.locator(".finder-grid a.cell").first
    count = int(re.match(r"\d+", cell.inner_text())[0])  # type: ignore[index]
    cell.click()
    expect(page.locator(".finder__list .row")).to_have_count(count)
    expect(page.locator(".chip")).to_have_count(3)


def test_the_list_can_be_ordered_and_shown_as_a_table(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    by_place = titles(page)
    page.get_by_label("Ordnen nach").select_option("bericht")
    assert titles(page) != by_place
    page.get_by_role("button", name="Tabelle", exact=True).click()
    expect(page.locator(".finder-table tbody tr")).to_have_count(30)
    page.get_by_role("button", name="weitere Praxisbeispiele").click()
    assert page.locator(".finder-table tbody tr").count() > 30
    assert page.url.endswith("?ordnung=bericht&ansicht=tabelle")


def test_what_is_shown_can_be_taken_away_as_table_and_as_data(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?kommune=aachen")
    page.locator(".take-away summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Tabelle (CSV)").click()
    content = download.value.path().read_bytes()
    assert download.value.suggested_filename == "praxisbeispiele.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Titel"] for row in rows] == titles(page)
    assert {row["Kommune"] for row in rows} == {"Aachen"}
    assert all(re.fullmatch(r"https://[^/]+/.*praxis/[a-z0-9-]+\.html", row["Adresse"]) for row in rows)
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Daten (JSON)").click()
    assert [row["Titel"] for row in json.loads(download.value.path().read_text(encoding="utf-8"))] == titles(page)


def counts(page: Page) -> dict[str, str]:
    """Facet and value -> what stands beside the choice, folded ones too."""
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.choice')].map((item) => [item.querySelector('input').name + '='"
        " + item.querySelector('input').value, item.querySelector('.choice__count').textContent]))"
    )
    return found


def unfold(page: Page) -> None:
    """Open every facet and wait until its choices are there."""
    page.evaluate("for (const fold of document.querySelectorAll('.finder__filters details')) fold.open = true")
    expect(page.locator(".facet__choices")).to_have_count(page.locator(".facet").count())


def test_counts_out_of_sight_follow_too(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    unfold(page)
    page.locator('input[name="nachweis"][value="nicht-berichtet"]').check()
    page.locator('input[name="standard"][value="zugaenge"]').check()
    address = page.url
    other = page.context.new_page()
    other.goto(address)
    other.locator(READY).wait_for()
    unfold(other)
    expected = counts(other)
    page.wait_for_function(
        "(expected) => [...document.querySelectorAll('.choice')].every((item) => item.querySelector('.choice__count').textContent"
        " === expected[item.querySelector('input').name + '=' + item.querySelector('input').value])",
        arg=expected,
    )
    assert len(expected) > 250


def test_results_are_read_before_filters_and_several_changes_are_told_once(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    order = page.evaluate(
        "[...document.querySelectorAll('.finder__search, .finder__results, .finder__filters')].map((part) => part.className.split(' ')[0])"
    )
    assert order == ["finder__search", "finder__results", "finder__filters"]
    status = page.locator(".finder [role=status]")
    expect(status).to_have_text(re.compile("kein Filter gewählt"))
    page.evaluate(
        "window.told = []; new MutationObserver(() => told.push(document.querySelector('.finder [role=status]').textContent))"
        ".observe(document.querySelector('.finder [role=status]'), { childList: true, characterData: true, subtree: true })"
    )
    for value in ("zugaenge", "gesundheit", "netzwerk"):
        page.locator(f'input[name="standard"][value="{value}"]').check()
    expect(status).to_have_text(re.compile("mit dieser Auswahl"))
    words = page.locator("#finder-treffer").inner_text()
    assert page.evaluate("told") == [f"{words} mit dieser Auswahl"]


def test_between_results_and_filters_lies_one_step_for_the_keyboard(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    tab_to(page, ".finder__tools .finder__jump")
    expect(page.get_by_role("button", name="Zu den Filtern")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Filter", exact=True)).to_be_focused()
    tab_to(page, 'input[name="standard"][value="leitbild"]')
    page.keyboard.press("Space")
    page.get_by_role("button", name="Zu den Ergebnissen").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#finder-treffer")).to_be_focused()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".finder__tools .finder__jump")).to_be_hidden()


def test_each_result_is_a_heading_below_their_number(page: Page, real_site: Path) -> None:
    opened(page, real_site, f"?{ZUGAENGE}")
    found = page.locator(".finder__results").get_by_role("heading")
    words = page.locator("#finder-treffer").inner_text()
    shown = titles(page)
    expect(found).to_have_count(1 + len(shown))
    assert found.first.inner_text() == words
    assert all(heading.startswith(title) for heading, title in zip(found.all_text_contents()[1:], shown, strict=True))


def test_an_order_is_offered_only_where_there_is_something_to_order(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    order = page.get_by_label("Ordnen nach")
    expect(order).to_be_visible()
    page.get_by_role("button", name="Raster", exact=True).click()
    expect(order).to_be_hidden()
    opened(page, real_site, "?alter=16-27&kommune=aachen")
    expect(order).to_be_hidden()


def test_on_paper_stands_everything_that_was_found_with_an_address_for_others(page: Page, real_site: Path) -> None:
    opened(page, real_site, f"?{ZUGAENGE}&ordnung=neu")
    page.get_by_role("button", name="Alle Filter aufheben").click()
    total = int(page.locator("#finder-treffer").inner_text().split("\u00a0")[0])
    expect(page.locator(".finder__list .row")).to_have_count(30)
    page.pdf()
    expect(page.locator(".finder__list .row")).to_have_count(total)
    opened(page, real_site, f"?{ZUGAENGE}")
    site = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.locator(".finder__results > .print-only").text_content() == f"Adresse dieser Liste: {site}?{ZUGAENGE}"


def test_where_a_browser_keeps_the_address_as_it_is_the_list_follows_all_the_same(page: Page, real_site: Path) -> None:
    page.add_init_script(
        "history.pushState = history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    opened(page, real_site)
    page.locator('input[name="standard"][value="zugaenge"]').check()
    expect(page.locator(".chip")).to_have_count(2)
    assert page.locator("#finder-adresse").input_value().endswith(f"praxis/index.html?{ZUGAENGE}")


def test_in_a_table_moved_sideways_the_first_column_stays_in_sight(page: Page, real_site: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    opened(page, real_site, "?ansicht=tabelle")
    page.locator(".table-region").evaluate("(region) => { region.scrollLeft = 400; }")
    box, region = (
        page.locator(place).first.bounding_box() for place in (".finder-table th[scope=row]", ".table-region")
    )
    assert box
    assert region
    assert abs(box["x"] - region["x"]) <= 1
    assert box["width"] < 0.6 * region["width"]


def test_what_is_unknown_of_a_practice_is_said_once(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?nachweis=nicht-berichtet")
    lines = page.locator(".finder__list .row__known").all_text_contents()
    assert lines
    assert all(len(re.findall(r"\bWirkung\b", line)) == 1 for line in lines)
    page.get_by_role("button", name="Tabelle", exact=True).click()
    expect(page.locator(".finder-table tbody tr td:nth-child(6)").first).to_have_text("nicht berichtet")


def test_cases_are_put_on_the_shortlist(page: Page, real_site: Path) -> None:
    opened(page, real_site)
    page.locator(".finder__list .compare-box input").first.check()
    kept = page.evaluate("JSON.parse(localStorage.getItem('praxis-merkliste'))")
    assert len(kept) == 1
    expect(page.locator(".finder__compare")).to_have_text("1\u00a0Praxisbeispiel gemerkt: vergleichen")
    assert page.locator(".finder__compare a").get_attribute("href") == f"../vergleich/index.html?faelle={kept[0]}"
    opened(page, real_site)
    assert page.locator(".finder__list .compare-box input").first.is_checked()


def test_filters_that_the_words_name_are_offered_and_take_the_words_place(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?q=Hausbesuch%20Gelsenkirchen")
    page.get_by_role("button", name="Kommune: Gelsenkirchen").click()
    expect(page.locator("#finder-q")).to_have_value("Hausbesuch")
    assert page.url.endswith("?q=Hausbesuch&kommune=gelsenkirchen")
    assert page.locator(".finder__list .row").count() > 0


def test_gaps_are_found_by_the_same_means(page: Page, real_site: Path) -> None:
    opened(page, real_site, "?q=Eltern&art=gemeldet", "luecken/index.html")
    assert page.locator(".finder__list .row").count() > 0
    expect(page.locator(".row__why").first).to_contain_text("Gefunden: ")
    assert page.locator(".compare-box").count() == 0


@pytest.mark.parametrize("damage", ["missing", "cut", "other"])
def test_without_its_columns_a_finder_says_so_and_leaves_the_list(
    page: Page, real_site: Path, tmp_path: Path, damage: str
) -> None:
    site = Path(shutil.copytree(real_site, tmp_path / "site"))
    (columns,) = (file for file in (site / "daten/finder").glob("praxis-*.js") if file.stem.count("-") == 1)
    if damage == "missing":
        columns.unlink()
    else:
        text = columns.read_text(encoding="utf-8")
        columns.write_text(text[: len(text) // 2] if damage == "cut" else 'praxisDaten("finder/praxis",{"version":9});')
    page.goto((site / PRAXIS).as_uri())
    expect(page.locator("[data-finder] .notice")).to_have_text(
        "Die Filter gehen gerade nicht: Eine ihrer Dateien fehlt oder ist beschädigt. "
        "Die Listen auf dieser Seite führen ohne Filter zu allem."
    )
    expect(page.locator('[data-row="praxis"]').first).to_be_visible()


def test_without_its_texts_a_finder_gives_the_page_its_list_back(page: Page, real_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(real_site, tmp_path / "site"))
    next((site / "daten/finder").glob("praxis-0-*.js")).unlink()
    page.goto((site / PRAXIS).as_uri())
    expect(page.locator(".finder__list .notice")).to_contain_text("Die Texte dazu lassen sich gerade nicht laden")
    expect(page.locator('[data-row="praxis"]').first).to_be_visible()


def test_where_only_the_texts_of_later_lines_are_missing_the_first_ones_stay(
    page: Page, real_site: Path, tmp_path: Path
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    site = Path(shutil.copytree(real_site, tmp_path / "site"))
    (file,) = (file for file in (site / "daten/finder").glob("praxis-*.js") if file.stem.count("-") == 1)
    columns = read_data_script(file.read_bytes())
    columns |= {"chunk": 35, "chunks": [*columns["chunks"], ["finder/praxis-1", "daten/finder/fehlt.js"]]}
    file.write_bytes(data_script("finder/praxis", columns))
    opened(page, site)
    page.get_by_role("button", name="weitere Praxisbeispiele").click()
    expect(page.locator(".finder__list .notice")).to_contain_text("Die Texte dazu lassen sich gerade nicht laden")
    expect(page.locator(".finder__list .row")).to_have_count(30)
    expect(page.locator('[data-row="praxis"]').first).to_be_visible()
    assert errors == []


def test_without_the_search_index_the_filters_go_on(page: Page, real_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(real_site, tmp_path / "site"))
    shutil.rmtree(site / "daten/suche")
    page.goto(f"{(site / PRAXIS).as_uri()}?q=Besuch&{ZUGAENGE}")
    expect(page.locator(".finder__hint .notice")).to_contain_text("die Suchwörter sind dabei nicht berücksichtigt")
    assert page.locator(".finder__list .row").count() > 0


def test_without_script_the_index_has_every_list(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((real_site / PRAXIS).as_uri())
    assert page.locator("[data-finder] *").count() == 0
    assert page.locator("#eingrenzen ~ .fold > summary").all_text_contents() == [
        "nach Standard",
        "nach Alter",
        "nach Übergang",
        "nach Thema",
        "nach Kommune",
        "nach Finanzierung",
        "nach dem, was über Wirkungen bekannt ist",
        "nach Status",
    ]
    page.get_by_role("link", name="Schlagwortregister von A bis Z").click()
    assert page.url.endswith("register/index.html")
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_axe_finds_no_violation_with_all_filters_open(chromium: Browser, real_site: Path, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    for path, query in (
        (PRAXIS, "?q=Besuch&alter=16-27,2-5"),
        (PRAXIS, "?ansicht=tabelle&q=Hausbesuhc"),
        (PRAXIS, "?ansicht=raster"),
        (PRAXIS, "?alter=16-27&kommune=aachen&x=1"),
        ("luecken/index.html", "?q=Eltern"),
    ):
        opened(page, real_site, query, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("for (const fold of document.querySelectorAll('.finder details')) fold.open = true")
        if page.locator(".finder__open").is_visible():
            page.locator(".finder__open").click()
        assert violations(page) == [], query
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
