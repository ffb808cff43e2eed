"""No text of a record becomes typesetting code, reads a file or reaches the network; nothing in the PDF is active."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from praxis.book.making import Job, job, made
from praxis.book.selection import whole
from praxis.book.setting import SettingError, typeset_pdf
from praxis.book.volume import Shelf, Volume
from praxis.library import Library
from praxis.settings import Settings
from tests.book.reading import faults, opened, texts
from tests.builders import SITES, TODAY, load_site

SECRET = "geheim-4711"
ATTACKS = (
    '#read("geheim.txt")',
    '"); #read("geheim.txt") //',
    '\\"+read("geheim.txt")+"',
    '#import "@preview/example:0.1.0": *',
    '#include "geheim.txt"',
    "#panic[x]",
    "#while true [x]",
    '#image("/etc/passwd")',
    "$ sum_(x) $ <label> @ref `raw` /* */ // ~ -- ... _x_ *x* = x",
    "]#set page(width: 1pt)[",
    "\\u{22}); panic(",
    "#metadata(sys.inputs)",
)
ACTIVE = {"/JavaScript", "/JS", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/EmbeddedFile", "/RichMedia", "/Movie", "/Sound", "/Rendition"}  # fmt: skip


def whole_job(library: Library) -> Job:
    shelf = Shelf(library, Settings.load(library.root))
    return job(Volume(shelf, whole(shelf.library)))


@pytest.fixture(scope="module")
def attacked() -> bytes:
    return made(whole_job(Library.load(SITES / "feindlich-gueltig", TODAY)))


def test_the_book_of_attacks_is_a_sound_book(attacked: bytes) -> None:
    assert faults(attacked) == []


def test_attacks_stand_there_as_words(attacked: bytes) -> None:
    shown = " ".join(texts(attacked))
    assert 'window.__pwned="fall-eins-titel"' in shown.replace(" ", "")
    assert "/etc/passwd" in shown


def test_nothing_in_the_file_is_active(attacked: bytes) -> None:
    with opened(attacked) as document:
        for item in document.objects:
            if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not ACTIVE & set(item.keys())
                assert str(item.get("/S", "")) not in ACTIVE
                if "/URI" in item:
                    assert str(item.URI).startswith(("https://", "http://", "mailto:"))


def test_typesetting_code_in_texts_is_only_text(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text(SECRET)
    library = load_site(
        tmp_path,
        cases=[
            {
                "id": f"fall-{number}",
                "titel": attack,
                "kurz": attack,
                "warum": attack,
                "kern": [attack],
                "wo": [attack],
                "standards": {"zugaenge": attack},
                "quellen": [{"titel": attack, "herausgeber": attack}],
                "text": f"## Kernidee\n\n```\n{attack}\n```\n",
            }
            for number, attack in enumerate(ATTACKS)
        ],
        chapters=[{"id": "01-eins", "titel": ATTACKS[0], "text": "## " + ATTACKS[2] + "\n\n" + ATTACKS[1] + "\n"}],
    )
    shown = "".join(texts(made(whole_job(library)))).replace(" ", "").replace("\u00ad", "")
    assert SECRET not in shown
    for attack in ATTACKS:
        assert attack.replace(" ", "") in shown


def test_the_typesetter_reads_nothing_but_the_pictures_it_was_given(tmp_path: Path) -> None:
    """Even code of our own could not: its world is a folder with the pictures."""
    (tmp_path / "geheim.txt").write_text(SECRET)
    for path in ("/etc/hostname", "../geheim.txt", str(tmp_path / "geheim.txt")):
        with pytest.raises(SettingError):
            typeset_pdf(f'#read("{path}")', {})


def test_the_typesetter_fetches_no_package() -> None:
    with pytest.raises(SettingError):
        typeset_pdf('#import "@local/gibt-es-nicht:1.0.0": *', {})
