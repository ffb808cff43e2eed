"""The offline copy: the whole site in one ZIP file, the same bytes each time, safe to unpack."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from praxis.bundling import BundleError, bundle, name_size
from praxis.cli import main

TODAY = dt.date(2026, 12, 1)
PAGE = "<p>vor</p><!-- offline-kopie --><p>ohne</p><!-- /offline-kopie --><p>nach</p>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny built site with the page about the copy."""
    for name, text in {
        "index.html": "Start",
        "offline/index.html": PAGE,
        "assets/b.css": "b{}",
        "assets/a.js": "a()",
    }.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_everything_is_in_one_folder_sorted_behind_a_readme(site: Path, tmp_path: Path) -> None:
    made = bundle(site, tmp_path / "dist" / "kopie.zip", TODAY)
    with zipfile.ZipFile(made.path) as archive:
        assert archive.namelist() == [
            "praxis-offline/LIESMICH.txt",
            "praxis-offline/assets/a.js",
            "praxis-offline/assets/b.css",
            "praxis-offline/index.html",
            "praxis-offline/offline/index.html",
        ]
        assert archive.testzip() is None
        assert archive.read("praxis-offline/LIESMICH.txt").decode("utf-8-sig").startswith("PRAXIS: OFFLINE-KOPIE\r\n")
    assert made.size == made.path.stat().st_size


def test_the_readme_tells_a_stranger_what_to_open_and_names_the_book_if_it_is_there(site: Path, tmp_path: Path) -> None:
    def readme() -> list[str]:
        with zipfile.ZipFile(bundle(site, tmp_path / "kopie.zip", TODAY).path) as archive:
            return archive.read("praxis-offline/LIESMICH.txt").decode("utf-8-sig").split("\r\n")

    without = readme()
    assert "2. Öffnen Sie im neuen Ordner „praxis-offline“ die Datei index.html mit einem Doppelklick." in without
    assert max(map(len, without)) <= 100
    (site / "pdf").mkdir()
    (site / "pdf" / "handbuch.pdf").write_bytes(b"%PDF")
    assert [line for line in readme() if line not in without] == ["Das ganze Handbuch zum Drucken: pdf/handbuch.pdf"]


def test_the_same_site_and_date_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = bundle(site, tmp_path / "eins.zip", TODAY).path.read_bytes()
    for path in site.rglob("*"):
        path.touch()
    assert bundle(site, tmp_path / "zwei.zip", TODAY).path.read_bytes() == first


def test_the_page_about_the_copy_names_size_and_date_and_the_copy_says_that_it_is_one(
    site: Path, tmp_path: Path
) -> None:
    made = bundle(site, tmp_path / "praxis-offline.zip", TODAY)
    name_size(site, made, TODAY)
    shown = (site / "offline" / "index.html").read_text(encoding="utf-8")
    assert "<p><strong>praxis-offline.zip</strong>, 0,0\u00a0MB, Stand 1.\u00a0Dezember\u00a02026.</p>" in shown
    assert "ohne" not in shown
    with zipfile.ZipFile(made.path) as archive:
        inside = archive.read("praxis-offline/offline/index.html").decode()
    assert "Sie lesen gerade in der Offline-Kopie, Stand 1.\u00a0Dezember\u00a02026." in inside
    assert inside.startswith("<p>vor</p>")
    assert inside.endswith("<p>nach</p>")


def test_a_second_copy_of_the_same_site_is_the_same(site: Path, tmp_path: Path) -> None:
    """Naming the size changes only the part that the copy replaces."""
    first = bundle(site, tmp_path / "kopie.zip", TODAY)
    before = first.path.read_bytes()
    name_size(site, first, TODAY)
    assert bundle(site, tmp_path / "kopie.zip", TODAY).path.read_bytes() == before


@pytest.mark.parametrize("name", ["umläut.txt", "a b.txt", "a\\b.txt", "böse\u202e.txt", "a:b", "-\n.txt"])
def test_names_that_cannot_be_unpacked_everywhere_are_refused(site: Path, tmp_path: Path, name: str) -> None:
    (site / name).write_text("x", encoding="utf-8")
    with pytest.raises(BundleError) as error:
        bundle(site, tmp_path / "kopie.zip", TODAY)
    assert str(error.value) == (
        f"Der Dateiname „{name}“ lässt sich nicht auf jedem Rechner auspacken. "
        "Benutzen Sie nur Buchstaben ohne Umlaute, Ziffern, Punkt, Bindestrich und Unterstrich."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_links_are_refused(site: Path, tmp_path: Path) -> None:
    (site / "fremd.html").symlink_to("/etc/hostname")
    with pytest.raises(
        BundleError, match=r"^„fremd\.html“ ist eine Verknüpfung\. In die Offline-Kopie kommen nur Dateien\.$"
    ):
        bundle(site, tmp_path / "kopie.zip", TODAY)


def test_a_failure_leaves_the_last_copy_whole(site: Path, tmp_path: Path) -> None:
    made = bundle(site, tmp_path / "kopie.zip", TODAY)
    before = made.path.read_bytes()
    (site / "a b").write_text("x", encoding="utf-8")
    with pytest.raises(BundleError):
        bundle(site, tmp_path / "kopie.zip", TODAY)
    assert made.path.read_bytes() == before


def test_the_command_says_where_the_copy_is(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    assert main(["--root", str(tmp_path), "bundle"]) == 0
    assert capsys.readouterr().err == f"Geschrieben: {tmp_path / 'dist' / 'praxis-offline.zip'} (0,0 MB).\n"


def test_without_a_built_site_the_command_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    assert main(["--root", str(tmp_path), "bundle"]) == 2
    assert capsys.readouterr().err == (
        f"praxis bundle: Unter „{tmp_path / 'site'}“ liegt keine gebaute Website. Bauen Sie sie mit scripts/build.\n"
    )


def test_a_folder_is_no_target(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    assert main(["--root", str(tmp_path), "bundle", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"praxis bundle: „{tmp_path}“ ist ein Ordner. Nennen Sie mit --out eine Datei.\n"
