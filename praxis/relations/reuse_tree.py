"""The reuse tree: originals, who took them over, what became of it, and who took that over in turn.

Within a tree each case is followed once, so that circles and several ways to the same case end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from praxis.library import Library
from praxis.records import Case, Reuse
from praxis.relations.derived import derived
from praxis.relations.reuse_index import in_order, place_of, reuses_by_original


@dataclass(slots=True)
class TreeNode:
    """A place in the tree: a case, the reuse record that led to it, or both.

    ``case`` is None where the original or the adapted form has no record; ``reuse`` is None for a root and for a case
    that only names its origin (``herkunft``). ``repeated`` marks a case whose successors stand elsewhere in the tree.
    """

    title: str
    place: str
    case: Case | None = None
    reuse: Reuse | None = None
    repeated: bool = False
    children: list[TreeNode] = field(default_factory=list)

    def walk(self) -> Iterator[TreeNode]:
        """The node and everything below it, top down."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@derived
def reuse_trees(library: Library) -> tuple[TreeNode, ...]:
    """Every tree with at least one reuse or named origin: cases first, by id, then originals without a record."""
    successors = _successors(library)
    inherited = {node_case for steps in successors.values() for _, node_case in steps if node_case}
    trees = [_tree(library, successors, case_id) for case_id in sorted(successors) if case_id not in inherited]
    seen = _case_ids(trees)
    for case_id in sorted(successors):
        if case_id not in seen:  # only reached within a circle: its first case stands at the top
            trees.append(_tree(library, successors, case_id))
            seen |= _case_ids(trees[-1:])
    trees.sort(key=lambda tree: tree.case.id if tree.case else "")
    return (*trees, *_trees_without_record(library, successors))


def reuse_tree(library: Library, case: Case) -> tuple[TreeNode, ...]:
    """The trees in which a case stands: none if nobody took it over and it came from nowhere; mostly one."""
    return _trees_by_case(library).get(case.id, ())


@derived
def _trees_by_case(library: Library) -> Mapping[str, tuple[TreeNode, ...]]:
    found: dict[str, tuple[TreeNode, ...]] = {}
    for tree in reuse_trees(library):
        for case_id in sorted(_case_ids([tree])):
            found[case_id] = (*found.get(case_id, ()), tree)
    return found


_Step = tuple[Reuse | None, str | None]


def _successors(library: Library) -> dict[str, list[_Step]]:
    """Case -> steps away from it, each a reuse record, a case, or both."""
    steps: dict[str, list[_Step]] = {}
    for case_id, reuses in reuses_by_original(library).items():
        steps[case_id] = [(reuse, _known(library, reuse.new_case)) for reuse in reuses]
    for case in library.cases.values():
        for origin in dict.fromkeys(case.origins):
            known = steps.get(origin, [])
            if origin in library.cases and all(follower != case.id for _, follower in known):
                steps.setdefault(origin, []).append((None, case.id))
    return steps


def _known(library: Library, case_id: str | None) -> str | None:
    return case_id if case_id in library.cases else None


def _tree(library: Library, successors: Mapping[str, list[_Step]], case_id: str) -> TreeNode:
    root = _node(library, None, case_id)
    _grow(library, successors, [root])
    return root


def _grow(library: Library, successors: Mapping[str, list[_Step]], waiting: list[TreeNode]) -> None:
    followed: set[str] = set()
    while waiting:
        node = waiting.pop(0)
        if node.case is None:
            continue
        if node.case.id in followed:
            node.repeated = node.case.id in successors
            continue
        followed.add(node.case.id)
        node.children = [_node(library, *step) for step in successors.get(node.case.id, ())]
        waiting.extend(node.children)


def _node(library: Library, reuse: Reuse | None, case_id: str | None) -> TreeNode:
    case = library.cases.get(case_id or "")
    if reuse:
        return TreeNode(case.title if case else reuse.title, place_of(library, reuse.municipality), case, reuse)
    municipality = library.municipalities.get(case.municipality) if case else None
    return TreeNode(case.title if case else "", municipality.title if municipality else "", case)


def _trees_without_record(library: Library, successors: Mapping[str, list[_Step]]) -> Iterator[TreeNode]:
    """Trees below originals that are only named in words."""
    named: dict[str, list[Reuse]] = {}
    for reuse in library.reuses.values():
        if not any(original.id in library.cases for original in reuse.originals):
            for original in reuse.originals:
                named.setdefault(original.text or original.id or "", []).append(reuse)
    for title in sorted(named):
        root = TreeNode(title, "")
        root.children = [_node(library, reuse, _known(library, reuse.new_case)) for reuse in in_order(named[title])]
        _grow(library, successors, list(root.children))
        yield root


def _case_ids(trees: list[TreeNode]) -> set[str]:
    return {node.case.id for tree in trees for node in tree.walk() if node.case}
