"""Input that strains a book: it prints well, or there is a finding that names the place and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.book import making
from praxis.book.making import blamed, job, made
from praxis.book.selection import whole
from praxis.book.setting import SettingError
from praxis.book.volume import Shelf, Volume
from praxis.findings import Finding
from praxis.library import Library
from praxis.settings import Settings
from tests.book.conftest import png
from tests.book.reading import elements, extents, faults, opened, texts
from tests.builders import TODAY, load_site, write_site


def chapter(text: str, **more: Any) -> dict[str, Any]:
    return {"id": "01-eins", "titel": "Eins", "text": text, **more}


def book(root: Path, text: str, **records: Any) -> bytes:
    library = load_site(root, chapters=[chapter(text)], **records)
    shelf = Shelf(library, Settings.load(root))
    return made(job(Volume(shelf, whole(shelf.library))))


def findings(root: Path, text: str) -> list[tuple[str, int, str]]:
    library = Library.load(write_site(root, chapters=[chapter(text)]), TODAY)
    return [(finding.file, finding.line, finding.rule) for finding in library.findings]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("", 5, "text-fehlt"),
        ("## A\n\n![Bild](../assets/fehlt.png)\n", 8, "bild-fehlt"),
        ("## A\n\n![](../assets/da.png)\n", 8, "bild-alternativtext"),
        ("## A\n\n#### B\n\nText.\n", 8, "ueberschrift-stufe"),
        ("## A\n\nEin 😀 im Text.\n", 8, "zeichen-ohne-schrift"),
        ("## A\n\nDas Wort שלום.\n", 8, "zeichen-ohne-schrift"),
        ("## A\n\n[](https://www.example.org/)\n", 8, "verknuepfung-leer"),
        ("## A\n\n| | |\n|-|-|\n| a | b |\n", 8, "tabelle-kopf"),
    ],
)
def test_what_cannot_be_read_aloud_or_printed_stops_with_its_place(
    tmp_path: Path, text: str, line: int, rule: str
) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "da.png").write_bytes(png())
    assert ("docs/handbuch/01-eins.md", line, rule) in findings(tmp_path, text)


def test_forty_columns_fit(tmp_path: Path) -> None:
    rows = [" | ".join(f"{sign}{number}" for number in range(40)) for sign in ("Kopf", "Zelle")]
    content = book(tmp_path, f"## A\n\n| {rows[0]} |\n|{'---|' * 40}\n| {rows[1]} |\n")
    assert faults(content) == []
    assert all(f"Zelle{number}" in " ".join(texts(content)) for number in range(40))
    assert_nothing_leaves_the_page(content)


def test_words_of_300_characters_break(tmp_path: Path) -> None:
    word = "Wort" * 75
    content = book(
        tmp_path, f"## {word}\n\n{word}\n\n| {word} | {word} |\n|---|---|\n| {word} | `{word}` |\n\n- {word}\n"
    )
    assert faults(content) == []
    assert_nothing_leaves_the_page(content)


def test_addresses_that_no_line_holds_break(tmp_path: Path) -> None:
    run = "https://www.example.org/pfad/" + "abcdefghij" * 20
    content = book(
        tmp_path, f"## A\n\nSiehe <{run}> und [hier]({run}a).\n\n| A | B |\n|---|---|\n| {run} | b |\n\n`{run}`\n"
    )
    assert faults(content) == []
    assert_nothing_leaves_the_page(content)


def test_five_hundred_notes_are_printed(tmp_path: Path) -> None:
    calls = " ".join(f"Wort[^{number}]" for number in range(1, 501))
    notes = "\n".join(f"[^{number}]: Anmerkung {number}." for number in range(1, 501))
    content = book(tmp_path, f"## A\n\n{calls}\n\n{notes}\n")
    assert faults(content) == []
    shown = " ".join(texts(content))
    assert all(f"{number} Anmerkung {number}." in shown for number in range(1, 501))


def test_lists_as_deep_as_the_check_allows_are_printed(tmp_path: Path) -> None:
    text = "".join(f"{'    ' * depth}- Stufe {depth}\n" for depth in range(15))
    content = book(tmp_path, f"## A\n\n{text}")
    assert faults(content) == []
    assert "Stufe 14" in " ".join(texts(content))


def test_long_tables_repeat_their_head(tmp_path: Path) -> None:
    rows = "".join(f"| Zeile {number} | Text |\n" for number in range(120))
    content = book(tmp_path, f"## A\n\n| Kopfspalte | Inhalt |\n|---|---|\n{rows}")
    pages = [page for page in texts(content) if "Zeile " in page]
    assert len(pages) > 2
    assert all("Kopfspalte" in page for page in pages)


def test_a_book_without_cases_gaps_and_terms_is_a_book(tmp_path: Path) -> None:
    assert faults(book(tmp_path, "## A\n\nText.\n")) == []


def test_a_picture_larger_than_a_page_stands_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "hoch.png").write_bytes(png(300, 4000))
    content = book(tmp_path, "## A\n\nDavor.\n\n![Eine Säule](../assets/hoch.png)\n\nDanach.\n")
    assert faults(content) == []
    assert [page for page in texts(content) if "Davor." in page and "Danach." in page]


def test_pictures_stand_wherever_a_text_has_them(tmp_path: Path) -> None:
    """Among words, in a link, an item and a cell: there no block of its own is possible."""
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    for name, width in (("klein", 8), ("breit", 3000)):
        (tmp_path / "docs" / "assets" / f"{name}.png").write_bytes(png(width, 8))
    small, wide = "![Ein Punkt](../assets/klein.png)", "![Ein Streifen](../assets/breit.png)"
    content = book(
        tmp_path,
        f"## A\n\nVor {small} und {wide} nach.\n\n[{small}](https://www.example.org/)\n\n- {small}\n- Wort {wide}\n\n"
        f"| A | B |\n|---|---|\n| {small} | {wide} |\n",
    )
    assert faults(content) == []
    with opened(content) as document:
        found = sorted(str(figure.Alt) for figure in elements(document, "/Figure"))
    assert found == ["Ein Punkt"] * 4 + ["Ein Streifen"] * 3
    assert_nothing_leaves_the_page(content)


def test_a_broken_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "kaputt.png").write_bytes(png()[:40])
    library = load_site(tmp_path, chapters=[chapter("## A\n\n![Ein Kreis](../assets/kaputt.png)\n")])
    shelf = Shelf(library, Settings.load(tmp_path))
    selection = whole(shelf.library)
    with pytest.raises(SettingError) as failure:
        made(job(Volume(shelf, selection)))
    assert blamed(shelf, selection, failure.value) == [
        Finding(
            "docs/assets/kaputt.png",
            1,
            1,
            None,
            "bild-inhalt",
            "Das Bild lässt sich nicht setzen: Es ist beschädigt, oder es zeigt etwas, das kein Druck kann.",
            "Speichern Sie das Bild in einem Bildprogramm neu, am besten als PNG oder JPEG.",
        )
    ]


def test_a_record_that_the_typesetter_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = load_site(tmp_path, chapters=[chapter("## A\n\nText.\n"), chapter("## B\n\nText.\n") | {"id": "02-zwei"}])
    shelf = Shelf(library, Settings.load(tmp_path))

    def refuse(work: making.Job) -> bytes:
        if "handbuch/zwei.html" in work.source:
            raise SettingError("error: zu tief\n  ┌─ x")
        return b""

    monkeypatch.setattr(making, "made", refuse)
    assert blamed(shelf, whole(shelf.library), SettingError("error")) == [
        Finding(
            "docs/handbuch/02-zwei.md",
            1,
            1,
            None,
            "satz-gescheitert",
            "Der Text lässt sich nicht setzen: error: zu tief ┌─ x",
            "Vereinfachen Sie die genannte Stelle, etwa eine sehr tief verschachtelte Liste oder eine sehr große Tabelle.",
        )
    ]


def assert_nothing_leaves_the_page(content: bytes) -> None:
    """Every piece of text begins and ends on the paper."""
    with opened(content) as document:
        for page in document.pages:
            spans = list(extents(page))
            assert min(start for start, _ in spans) > 0
            assert max(end for _, end in spans) < float(page.mediabox[2])
