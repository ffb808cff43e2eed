"""The page about the data names every file with its size, and every column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from praxis.site.data.overview import _size
from tests.site.data.support import made


def shown(files: dict[str, bytes]) -> dict[str, Any]:
    line = next(line for line in files["daten/index.md"].decode().splitlines() if line.startswith("p: "))
    found: dict[str, Any] = json.loads(line.removeprefix("p: "))
    return found


def test_every_data_file_is_on_the_page_with_its_size(tmp_path: Path) -> None:
    """Scripts are the site's own and offered to nobody; the files for lunr are told by the example that the page links."""
    files = made(tmp_path, cases=[{"id": "a"}])
    listed = {file["url"]: file["size"] for group in shown(files)["groups"] for file in group["files"]}
    assert listed.keys() == {
        path
        for path in files
        if path.startswith("daten/") and not path.endswith((".md", ".js")) and "/suche/" not in path
    }
    assert all(size.endswith(("\u00a0kB", "\u00a0MB")) for size in listed.values())


def test_every_column_of_every_table_is_explained(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "a"}])
    for table in shown(files)["tables"]:
        header = files[f"daten/{table['name']}"].decode("utf-8-sig").splitlines()[0]
        assert [column["name"] for column in table["columns"]] == header.split(",")
        assert all(column["text"] for column in table["columns"])


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 kB"), (12_400, "12 kB"), (999_999, "1.000 kB"), (1_440_000, "1,4 MB")]
)
def test_sizes_are_german(count: int, text: str) -> None:
    assert _size(count) == text.replace(" ", "\u00a0")
