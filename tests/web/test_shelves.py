"""The browser looks for a record on the shelf where the build has put it."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.site.shelves import SHELVES, SOURCE_SHELVES, shelf_files, shelf_of
from tests.web.node import call

IDS = ("a", "besuche", "familienpate-00512", "constructor", "0-9", "z" * 200)


@pytest.mark.node
def test_both_sides_count_the_same_shelf(tmp_path: Path) -> None:
    calls = [["shelfOf", record_id, *shelves] for record_id in IDS for shelves in ((), (SOURCE_SHELVES,))]
    found = call(tmp_path, "shared/shelves", calls)
    assert found == [shelf_of(record_id, *shelves) for _, record_id, *shelves in calls]


def test_every_record_stands_on_one_shelf_and_shelves_fill_evenly() -> None:
    ids = [f"fall-{number}" for number in range(10 * SHELVES)]
    files = dict(shelf_files("faelle", ((record_id, {}) for record_id in ids)))
    held = [content.count(b"fall-") for content in files.values()]
    assert sum(held) == len(ids)
    assert len(files) == SHELVES
    assert max(held) <= 30
