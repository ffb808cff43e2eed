"""After the build, pages, rows and links are counted; whatever is missing, surplus or broken is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from praxis.library import Library
from praxis.site.verify import verify
from tests.builders import write_site
from tests.site_building import configured, run_mkdocs


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("klein")
    write_site(
        root,
        cases=[{"id": "a", "frueher": ["alt"]}, {"id": "b"}, {"id": "entwurf", "stufe": "entwurf"}],
        gaps=[{"id": "frage"}],
        chapters=[{"id": "01-anfang", "text": '## Ein Wort\n\n`<a href="nirgends.html">` ist kein Link.\n'}],
    )
    for path in ("index.md", "mitmachen/index.md"):
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    configured(root)
    return Library.load(root)


@pytest.fixture(scope="module")
def built(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gebaut") / "site"
    result = run_mkdocs(library.root, out)
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(built, tmp_path / "site"))


def change(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")


def test_a_complete_site_has_no_faults(library: Library, built: Path) -> None:
    assert verify(library, built) == []


def test_a_missing_page_is_named(library: Library, site: Path) -> None:
    (site / "luecken/frage.html").unlink()
    assert verify(library, site) == ["Es fehlt die Seite luecken/frage.html (docs/luecken/frage.md)."]


def test_a_published_draft_is_named(library: Library, site: Path) -> None:
    shutil.copy(site / "praxis/a.html", site / "praxis/entwurf.html")
    assert "Der Entwurf docs/praxis/entwurf.md wurde veröffentlicht." in verify(library, site)


def test_a_page_of_no_record_is_named(library: Library, site: Path) -> None:
    shutil.copy(site / "praxis/a.html", site / "praxis/fremd.html")
    assert verify(library, site) == ["Die Seite praxis/fremd.html gehört zu keinem Eintrag."]


@pytest.mark.parametrize(
    ("index", "row", "path"),
    [("praxis/index.html", "praxis", "docs/praxis/a.md"), ("luecken/index.html", "luecke", "docs/luecken/frage.md")],
)
def test_rows_that_are_missing_are_named(library: Library, site: Path, index: str, row: str, path: str) -> None:
    change(site / index, f'data-row="{row}"', "")
    faults = verify(library, site)
    assert f"Die Liste {index} nennt {path} 0-mal statt einmal." in faults
    assert faults[-1].startswith(f"Die Liste {index} hat 0 Zeilen; es gibt ")


def test_a_row_that_stands_twice_is_named(library: Library, site: Path) -> None:
    page = site / "praxis/index.html"
    change(page, "</main>", '<li data-row="praxis"><a href="a.html">a</a></li></main>')
    assert verify(library, site) == [
        "Die Liste praxis/index.html nennt docs/praxis/a.md 2-mal statt einmal.",
        "Die Liste praxis/index.html hat 3 Zeilen; es gibt 2 Einträge.",
    ]


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("fehlt.html", "verweist auf praxis/fehlt.html; das gibt es nicht."),
        ("../fehlt/a.html", "verweist auf fehlt/a.html; das gibt es nicht."),
        ("b.html#fehlt", "verweist auf praxis/b.html#fehlt; diese Stelle gibt es nicht."),
        ("#fehlt", "verweist auf praxis/a.html#fehlt; diese Stelle gibt es nicht."),
    ],
)
def test_a_link_that_leads_nowhere_is_named(library: Library, site: Path, link: str, fault: str) -> None:
    change(site / "praxis/a.html", "</main>", f'<a class="x" href="{link}">hier</a></main>')
    assert verify(library, site) == [f"Die Seite praxis/a.html {fault}"]


@pytest.mark.parametrize(
    "link", ["https://kette.example/x.html", "mailto:amt@kette.example", "//kette.example/x", "b.html?a=1#inhalt"]
)
def test_links_to_other_hosts_and_to_existing_places_are_fine(library: Library, site: Path, link: str) -> None:
    change(site / "praxis/a.html", "</main>", f'<a href="{link}">hier</a></main>')
    assert verify(library, site) == []


def test_a_missing_picture_is_named(library: Library, site: Path) -> None:
    change(site / "praxis/a.html", "</main>", '<img alt="" src="../assets/fehlt.png"></main>')
    assert verify(library, site) == ["Die Seite praxis/a.html verweist auf assets/fehlt.png; das gibt es nicht."]


def test_a_record_to_which_nothing_leads_is_named(library: Library, site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(
            text.replace("handbuch/anfang.html", "index.html").replace('"anfang.html', '"index.html'), encoding="utf-8"
        )
    assert verify(library, site) == ["Zu handbuch/anfang.html (docs/handbuch/01-anfang.md) führt kein Link."]


def test_many_faults_of_one_kind_are_shortened(library: Library, site: Path) -> None:
    links = "".join(f'<a href="fehlt-{number:02d}.html">x</a>' for number in range(25))
    change(site / "praxis/a.html", "</main>", f"{links}</main>")
    faults = verify(library, site)
    assert len(faults) == 21
    assert faults[-1] == "… und 5 weitere dieser Art."
