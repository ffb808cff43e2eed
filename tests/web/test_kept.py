"""What a reader keeps on the device: her own place and the shortlist."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.node import run_node_test

pytestmark = pytest.mark.node


def test_own_place_and_shortlist_are_kept_told_and_removed(tmp_path: Path) -> None:
    run_node_test("kept", ["shared/own_place", "shared/shortlist"], tmp_path)
