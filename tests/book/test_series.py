"""All PDFs of a site: set once, taken from the cache until something they show changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from praxis.book import series
from praxis.book.making import Job
from praxis.book.series import make_all
from praxis.book.setting import SettingError
from praxis.library import Library
from tests.builders import TODAY, write_record, write_site
from tests.site_building import PROJECT, configured, tree
from tests.test_build_command import ENVIRONMENT

PATHS = ["pdf/handbuch.pdf", "pdf/handbuch/eins.pdf", "pdf/praxis/a.pdf", "pdf/praxis/b.pdf"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path, cases=[{"id": "a"}, {"id": "b"}], chapters=[{"id": "01-eins"}])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """The jobs that are set, without setting them."""
    jobs: list[Job] = []

    def take(wanted: dict[str, Job], progress: object) -> list[tuple[str, bytes]]:
        jobs.extend(wanted.values())
        return [(address, work.source.encode()) for address, work in wanted.items()]

    monkeypatch.setattr(series, "_set", take)
    return jobs


def build(root: Path, out: Path) -> series.Series:
    return make_all(Library.load(root, TODAY), out, root / ".cache" / "pdf")


def test_every_chapter_and_case_has_its_pdf_and_the_book_has_one(root: Path, tmp_path: Path) -> None:
    """In parallel processes, with the real typesetter."""
    made = build(root, tmp_path / "site")
    files = tree(tmp_path / "site")
    assert sorted(files) == sorted(PATHS)
    assert all(content.startswith(b"%PDF-1.7") for content in files.values())
    assert (made.fresh, made.kept, made.findings) == (4, 0, ())


def test_nothing_is_set_twice(root: Path, tmp_path: Path, quick: list[Job]) -> None:
    build(root, tmp_path / "eins")
    assert (build(root, tmp_path / "zwei").fresh, len(quick)) == (0, 4)
    assert tree(tmp_path / "eins") == tree(tmp_path / "zwei")


def test_a_change_sets_what_shows_it_and_forgets_the_old(root: Path, tmp_path: Path, quick: list[Job]) -> None:
    build(root, tmp_path / "site")
    before = len(list((root / ".cache" / "pdf").iterdir()))
    text = (root / "docs" / "praxis" / "a.md").read_text(encoding="utf-8")
    (root / "docs" / "praxis" / "a.md").write_text(text.replace("Ein Satz", "Ein anderer Satz"), encoding="utf-8")
    made = build(root, tmp_path / "site")
    assert (made.fresh, made.kept) == (2, 2)  # the case and the book, neither the other case nor the chapter
    assert len(list((root / ".cache" / "pdf").iterdir())) == before


def test_a_new_gap_changes_no_case(root: Path, tmp_path: Path, quick: list[Job]) -> None:
    build(root, tmp_path / "site")
    write_site(root, cases=[{"id": "a"}, {"id": "b"}], chapters=[{"id": "01-eins"}], gaps=[{"id": "neu"}])
    assert build(root, tmp_path / "site").fresh == 1


def test_the_day_of_the_build_changes_the_book_alone(root: Path, tmp_path: Path, quick: list[Job]) -> None:
    build(root, tmp_path / "site")
    tomorrow = Library.load(root, TODAY.replace(day=2))
    assert make_all(tomorrow, tmp_path / "site", root / ".cache" / "pdf").fresh == 1


def test_drafts_have_no_pdf(root: Path, tmp_path: Path, quick: list[Job]) -> None:
    write_record(root, "praxis", {"id": "c", "titel": "Entwurf", "stufe": "entwurf"})
    build(root, tmp_path / "site")
    assert "pdf/praxis/c.pdf" not in tree(tmp_path / "site")


def test_where_one_cannot_be_set_none_is_put_out(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "_set", lambda jobs, progress: [(address, SettingError("error")) for address in jobs])
    monkeypatch.setattr("praxis.book.making.made", lambda work: (_ for _ in ()).throw(SettingError("error: x")))
    made = build(root, tmp_path / "site")
    assert {finding.rule for finding in made.findings} == {"satz-gescheitert"}
    assert {finding.file for finding in made.findings} == {
        "docs/handbuch/01-eins.md",
        "docs/praxis/a.md",
        "docs/praxis/b.md",
    }
    assert not (tmp_path / "site").exists()


def test_the_built_site_has_the_pdfs_and_links_them(tmp_path: Path) -> None:
    """The build counts its links, so a dead one would fail it; with ``--no-pdf`` there are neither."""
    write_site(tmp_path, cases=[{"id": "a"}], chapters=[{"id": "01-eins"}])
    for path in ("index.md", "mitmachen/index.md"):
        (tmp_path / "docs" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    configured(tmp_path)
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--root", str(tmp_path)]
    for options, expected in (([], True), (["--no-pdf"], False)):
        result = subprocess.run([*command, *options], env=ENVIRONMENT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        site = tmp_path / "site"
        assert (site / "pdf" / "handbuch.pdf").is_file() is expected
        for page, link in (
            ("praxis/a.html", "pdf/praxis/a.pdf"),
            ("handbuch/eins.html", "pdf/handbuch/eins.pdf"),
            ("handbuch/index.html", "pdf/handbuch.pdf"),
        ):
            assert (f'href="../{link}"' in (site / page).read_text(encoding="utf-8")) is expected
