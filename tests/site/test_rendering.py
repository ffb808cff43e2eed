"""The build in one process: strict about warnings, told in the log, the same library from beginning to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.rendering import RenderingError, render
from praxis.library import Library
from tests.builders import write_site
from tests.site_building import configured


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_site(tmp_path, cases=[{"id": "fall"}])
    for path in ("index.md", "mitmachen/index.md"):
        (tmp_path / "docs" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    return configured(tmp_path)


def test_the_library_that_is_handed_over_is_the_one_that_is_built(root: Path) -> None:
    library = Library.load(root)
    (root / "docs" / "praxis" / "fall.md").unlink()
    render(library, root / "site")
    assert (root / "site" / "praxis" / "fall.html").is_file()


def test_a_warning_of_mkdocs_fails_the_build_and_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.load(root)
    (root / "docs" / "mitmachen" / "index.md").write_text("# Seite\n\n[Ziel](gibt-es-nicht.md)\n", encoding="utf-8")
    with pytest.raises(RenderingError, match="1 warning"):
        render(library, root / "site")
    assert "gibt-es-nicht.md" in capsys.readouterr().err
