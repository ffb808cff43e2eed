"""The workflows of the git service, audited offline."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site_building import PROJECT

WORKFLOWS = PROJECT / ".github"


def test_the_audit_finds_nothing() -> None:
    """zizmor knows how workflows are attacked: injected titles, moved tags, too many rights, poisoned caches."""
    zizmor = Path(sys.executable).with_name("zizmor")
    result = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--no-exit-codes", "--format", "plain", WORKFLOWS],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "No findings to report" in result.stdout + result.stderr, result.stdout


def test_the_workflows_have_no_mistake_of_form() -> None:
    """actionlint, where it is installed."""
    actionlint = shutil.which("actionlint")
    if actionlint is None:
        pytest.skip(
            "actionlint ist nicht installiert, und kein gepflegtes Paket bringt es mit (Entscheidung 0023): geprüft hat nur zizmor"
        )
    result = subprocess.run([actionlint, "-no-color"], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
