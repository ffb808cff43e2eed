"""The settings come from one file; what it leaves out comes from the project's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.settings import Settings


def settings(root: Path, text: str) -> Settings:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Settings.load(root)


def test_a_folder_without_configuration_has_the_projects_settings(tmp_path: Path) -> None:
    assert Settings.load(tmp_path).site_name == "Praxis"


def test_own_addresses_win_and_the_rest_is_the_projects(tmp_path: Path) -> None:
    own = settings(tmp_path, "site_url: https://kette.example/praxis\nextra:\n  repository: https://git.example/a/\n")
    assert own.absolute("praxis/x.html") == "https://kette.example/praxis/praxis/x.html"
    assert own.repository == "https://git.example/a"
    assert own.site_name == "Praxis"


@pytest.mark.parametrize(
    ("site_url", "path"),
    [("https://kette.example", "/"), ("https://kette.example/praxis/", "/praxis/")],
)
def test_the_base_path_ends_with_a_slash(tmp_path: Path, site_url: str, path: str) -> None:
    assert settings(tmp_path, f"site_url: {site_url}\n").base_path == path


def test_an_empty_configuration_is_no_error(tmp_path: Path) -> None:
    assert settings(tmp_path, "# leer\n").site_url.endswith("/")


@pytest.mark.parametrize(("text", "expected"), [("", True), ("extra: {search_index: false}\n", False)])
def test_a_site_has_a_search_index_unless_it_says_otherwise(tmp_path: Path, text: str, expected: bool) -> None:
    assert settings(tmp_path, text).search_index is expected
