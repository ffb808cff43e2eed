"""Who took a case over, what they changed, where it came from, and the way of it as a tree."""

from __future__ import annotations

from typing import Any

from praxis.labels import label
from praxis.records import Case, Reuse
from praxis.relations.reuse import (
    TreeNode,
    adaptation_notes,
    case_title,
    place_of,
    reuse_tree,
    reuses_by_new_case,
    reuses_of,
    transfer_experience,
)
from praxis.site.model import SiteModel
from praxis.site.parts import known

Piece = dict[str, Any]


def reuse_parts(model: SiteModel, case: Case) -> Piece:
    """Everything a case page says about reuse."""
    library = model.library
    reuses = reuses_of(library, case.id)
    trees = reuse_tree(library, case)
    return {
        "experience": transfer_experience(library, case).text,
        "reuses": [_reuse(model, reuse) for reuse in reuses],
        "changes": [note.text for reuse in reuses for note in adaptation_notes(library, reuse)],
        "came_from": list(_came_from(model, case)),
        "tree": [tree_piece(tree) for tree in trees if _is_worth_showing(tree)],
    }


def _reuse(model: SiteModel, reuse: Reuse) -> Piece:
    since = f"seit {reuse.year}, " if reuse.year else ""
    return {
        "title": place_of(model.library, reuse.municipality),
        "url": reuse.address,
        "note": f"{since}{label('ergebnis', reuse.outcome)}",
    }


def _came_from(model: SiteModel, case: Case) -> list[Piece]:
    library = model.library
    named = [
        {"title": f"{found.title}, {model.place(found.municipality)}", "url": found.address}
        for origin in case.origins
        if (found := library.cases.get(origin))
    ]
    taken = [
        {"title": ", ".join(case_title(library, item) for item in reuse.originals), "url": reuse.address}
        for reuse in reuses_by_new_case(library).get(case.id, ())
    ]
    return [*taken, *(entry for entry in named if entry["title"].split(",")[0] not in {t["title"] for t in taken})]


def _is_worth_showing(tree: TreeNode) -> bool:
    """A tree of one step says no more than the list above it."""
    return any(child.children for child in tree.children) or len(tree.children) > 1


def tree_piece(node: TreeNode) -> Piece:
    """A tree for the template: title, place, link, what became of it."""
    note = label("ergebnis", node.reuse.outcome) if node.reuse else ""
    if node.repeated:
        note = f"{note}, weiter oben ausgeführt" if note else "weiter oben ausgeführt"
    record = node.case or node.reuse
    return known(
        title=node.title,
        url=record.address if record else "",
        place=node.place,
        note=note,
        inner=[tree_piece(child) for child in node.children],
    )
