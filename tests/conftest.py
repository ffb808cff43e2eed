"""Shared fixtures: the real site built once, and a Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site_building import PROJECT, run_mkdocs


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own contents, built once for each test process."""
    out = tmp_path_factory.mktemp("real") / "site"
    result = run_mkdocs(PROJECT, out)
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium without network services of its own."""
    names = (os.environ.get("PRAXIS_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("Kein Chromium gefunden: Paket „chromium“ installieren oder PRAXIS_CHROMIUM setzen.")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
