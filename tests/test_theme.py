"""Which templates of the theme we replace, and what we rely on of it: an update that moves one is told here."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
import yaml

from tests.site_building import PROJECT

OURS = PROJECT / "praxis" / "theme"


def folder_of(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec, package
    assert spec.origin
    return Path(spec.origin).parent


REPLACED = {
    "main.html": folder_of("material") / "templates",
    "404.html": folder_of("material") / "templates",
    "sitemap.xml": folder_of("mkdocs") / "templates",
}


@pytest.mark.parametrize("name", REPLACED)
def test_a_replaced_template_is_still_where_it_is_replaced(name: str) -> None:
    assert (OURS / name).is_file(), f"Unsere Vorlage praxis/theme/{name} fehlt: Seiten erschienen im Rahmen des Themas."
    assert (REPLACED[name] / name).is_file(), (
        f"Das Thema hat {name} verschoben: praxis/theme/{name} ersetzt nichts mehr. "
        "Sehen Sie nach, wie die Vorlage jetzt heißt, und benennen Sie unsere um."
    )


def test_no_other_template_of_the_theme_is_replaced_by_accident() -> None:
    """A template of ours that gets the name of one of the theme's would change pages that nobody thinks of."""
    theirs = {path.name for path in (folder_of("material") / "templates").iterdir()}
    theirs |= {path.name for path in (folder_of("mkdocs") / "templates").iterdir()}
    ours = {path.name for path in OURS.iterdir() if path.is_file()}
    assert ours & theirs == set(REPLACED), "Benennen Sie die Vorlage um, oder nehmen Sie sie in REPLACED auf."


def test_the_theme_still_makes_the_pages_that_have_no_source() -> None:
    """The error page is made because the theme names it among its static templates."""
    settings = yaml.safe_load((folder_of("material") / "templates" / "mkdocs_theme.yml").read_text(encoding="utf-8"))
    assert "404.html" in settings["static_templates"], "Das Thema baut keine 404.html mehr."
