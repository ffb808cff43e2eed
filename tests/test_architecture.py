"""The walls of the house: who may import whom, and how large and how documented a module is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
MODULES = sorted(path for path in (PROJECT / "praxis").rglob("*.py"))
HOOKS = sorted((PROJECT / "hooks").glob("*.py"))
FLOORS = (
    # Everything that is not named here is ground floor.
    ("vocabulary", "vocabulary_files", "glossary_links", "grid_form", "json_schema", "markdown"),
    ("checks", "library"),
    ("search",),
    ("relations", "reference"),
    ("site", "book", "editing"),
    ("commands",),
    ("cli",),
)
LINES = 340
HOOK_LINES = 120


def name_of(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def room_of(module: str) -> str:
    """``praxis.site.pages.home`` stands in the room ``site``."""
    return [*module.split("."), ""][1]


def floor_of(room: str) -> int:
    return next((number for number, rooms in enumerate(FLOORS, 1) if room in rooms), 0)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def rooms_used(path: Path) -> set[tuple[int, str]]:
    own = room_of(".".join(path.relative_to(PROJECT).with_suffix("").parts))
    rooms = {(line, room_of(name)) for line, name in imported(path) if name.split(".")[0] == "praxis"}
    return {(line, room) for line, room in rooms if room not in ("", own)}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_downward(path: Path) -> None:
    """A module imports from its own floor or from below, never from above."""
    own = room_of(".".join(path.relative_to(PROJECT).with_suffix("").parts))
    upward = [f"Zeile {line}: {own} ← {room}" for line, room in rooms_used(path) if floor_of(room) > floor_of(own)]
    assert not upward


def test_rooms_do_not_import_each_other_in_a_circle() -> None:
    """Rooms have an order in which they can be read."""
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        own = room_of(".".join(path.relative_to(PROJECT).with_suffix("").parts))
        graph.setdefault(own, set()).update(room for _, room in rooms_used(path))
    list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_package_knows_no_site_generator(path: Path) -> None:
    """Only ``hooks/`` imports MkDocs; nothing imports Material."""
    generators = {"mkdocs", "material", "properdocs", "zensical"}
    assert not [(line, name) for line, name in imported(path) if name.split(".")[0] in generators]


@pytest.mark.parametrize("path", HOOKS, ids=name_of)
def test_hooks_are_small_and_name_what_they_do(path: Path) -> None:
    """A hook is a seam, not a place for logic."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < HOOK_LINES
    assert not text or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_stay_small(path: Path) -> None:
    """60 to 150 lines are the habit; beyond the limit a module has two subjects."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


def undocumented(body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            if ast.get_docstring(node) is None and not is_override(node):
                yield f"{prefix}{node.name} (Zeile {node.lineno})"
            if isinstance(node, ast.ClassDef):
                yield from undocumented(node.body, f"{node.name}.")


def is_override(node: ast.stmt) -> bool:
    decorators = getattr(node, "decorator_list", [])
    return any(isinstance(entry, ast.Name) and entry.id in ("override", "overload") for entry in decorators)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_has_a_docstring(path: Path) -> None:
    """Docstrings give meaning, shape and errors of every public module, class and function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    missing = list(undocumented(tree.body))
    if tree.body and ast.get_docstring(tree) is None:
        missing.insert(0, "Modul")
    assert not missing
