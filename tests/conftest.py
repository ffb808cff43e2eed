"""Shared fixtures: the real site built once for all test processes, and a Chromium."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.site_building import PROJECT, run_mkdocs

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of the same browser; the first has no windows to draw around a page and does all in half the time."""

DIVIDED = {"tests/browser/test_access.py", "tests/browser/test_axe.py"}
"""The longest modules, which share nothing but the real site; their tests fill the time that others leave."""


class Modules(LoadScopeScheduling):
    """What a module sets up, it sets up once: its tests stay in one process, but for the long ones of ``DIVIDED``."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return nodeid if module in DIVIDED else module


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Modules:
    return Modules(config, log)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own contents, built by the first test process that asks. Nobody may change it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of all processes of this run
    out = folder / "real" / "site"
    with (folder / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            result = run_mkdocs(PROJECT, out.with_name("neu"))
            assert result.returncode == 0, result.stderr
            out.with_name("neu").rename(out)
    return out


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium without network services of its own."""
    names = (os.environ.get("PRAXIS_CHROMIUM", ""), *BROWSERS)
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("Kein Chromium gefunden: Paket „chromium“ installieren oder PRAXIS_CHROMIUM setzen.")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
