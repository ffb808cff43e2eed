"""A finished site takes its place in one step; whatever goes wrong before leaves the last one whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from praxis import publishing
from praxis.publishing import is_replaceable, placeholders, recover, swap, written_aside


def folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def content(path: Path) -> str:
    return (path / "index.html").read_text(encoding="utf-8")


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_was_written_takes_the_place_and_nothing_else_stays(tmp_path: Path) -> None:
    target = folder(tmp_path / "site", "alt")
    with written_aside(target) as aside:
        (aside / "index.html").write_text("neu", encoding="utf-8")
        assert content(target) == "alt"
    assert content(target) == "neu"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_exception_leaves_the_last_site(tmp_path: Path) -> None:
    target = folder(tmp_path / "site", "alt")
    with pytest.raises(FileNotFoundError), written_aside(target) as aside:
        (aside / "index.html").rename(aside / "fehlt" / "index.html")
    assert content(target) == "alt"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_change_places_also_where_the_system_cannot_exchange_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_exchange", lambda first, second: False)
    old, new = folder(tmp_path / "site", "alt"), folder(tmp_path / "neu", "neu")
    swap(new, old)
    assert (content(old), content(new)) == ("neu", "alt")


def test_a_swap_that_was_cut_off_is_undone(tmp_path: Path) -> None:
    folder(tmp_path / ".site.alt", "alt")
    recover(tmp_path / "site")
    assert content(tmp_path / "site") == "alt"


def test_folders_of_killed_builds_are_removed_and_those_of_running_ones_stay(tmp_path: Path) -> None:
    folder(tmp_path / "site", "alt")
    dead = folder(tmp_path / f".site.neu-{dead_process()}", "halb")
    running = folder(tmp_path / f".site.neu-{os.getppid()}", "halb")
    recover(tmp_path / "site")
    assert not dead.exists()
    assert running.exists()


def test_only_a_site_or_nothing_is_replaced(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "alt")
    assert not is_replaceable(site)
    (site / "sitemap.xml").touch()
    assert is_replaceable(site)
    assert is_replaceable(tmp_path / "neu")
    (tmp_path / "leer").mkdir()
    assert is_replaceable(tmp_path / "leer")
    assert not is_replaceable(site / "index.html")


def test_placeholders_are_found_with_their_lines() -> None:
    text = "site_name: Praxis\nsite_url: https://praxis.example/\nrepo: https://git.example.org/a\nx: PLATZHALTER\nemail: buero@praxis.example\n"
    assert placeholders(text) == [
        (2, "https://praxis.example"),
        (3, "https://git.example"),
        (4, "PLATZHALTER"),
        (5, "buero@praxis.example"),
    ]
