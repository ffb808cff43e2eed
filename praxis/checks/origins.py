"""Cases that are, over others, their own origin."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from praxis.records import Case
from praxis.schema import Problem

Graph = Mapping[str, Sequence[str]]


def check_origins(cases: Sequence[Case]) -> Iterator[tuple[Case, Problem]]:
    """One problem for each group of cases that name each other in a circle, at the first case of the group."""
    by_id = {case.id: case for case in cases}
    graph = {case.id: [origin for origin in case.origins if origin in by_id] for case in cases}
    for group in _groups(graph):
        first = min(group)
        if len(group) > 1 or first in graph[first]:
            circle = _circle(first, graph, group)
            yield (
                by_id[first],
                Problem(
                    ("herkunft", by_id[first].origins.index(circle[1])),
                    "herkunft-kreis",
                    f"Die Fälle nennen einander im Kreis als Herkunft: {_chain(circle)}."
                    if len(circle) > 2
                    else "Der Fall nennt sich selbst als Herkunft.",
                    "Nennen Sie als Herkunft nur ältere Fälle; streichen Sie einen der Verweise.",
                ),
            )


def _chain(circle: Sequence[str], limit: int = 8) -> str:
    shown = [*circle[: limit - 2], "…", *circle[-2:]] if len(circle) > limit else circle
    return " → ".join(shown)


def _circle(first: str, graph: Graph, group: frozenset[str]) -> list[str]:
    """The shortest way from ``first`` back to itself within its group."""
    came_from: dict[str, str] = {}
    waiting = deque([first])
    while waiting:
        current = waiting.popleft()
        for origin in graph[current]:
            if origin == first:
                back = [first, current]
                while back[-1] != first:
                    back.append(came_from[back[-1]])
                return back[::-1] if current != first else [first, first]
            if origin in group and origin not in came_from:
                came_from[origin] = current
                waiting.append(origin)
    raise AssertionError("a group has a circle through each of its members")


def _groups(graph: Graph) -> Iterator[frozenset[str]]:
    """Strongly connected groups (Tarjan's algorithm, without recursion), in the order of their first members."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: list[str] = []
    is_open: set[str] = set()
    for root in sorted(graph):
        work = [(root, 0)] if root not in index else []
        while work:
            node, step = work.pop()
            if node not in index:
                index[node] = low[node] = len(index)
                open_nodes.append(node)
                is_open.add(node)
            for number in range(step, len(graph[node])):
                origin = graph[node][number]
                if origin not in index:
                    work += [(node, number), (origin, 0)]
                    break
                if origin in is_open:
                    low[node] = min(low[node], low[origin])
            else:
                if low[node] == index[node]:
                    group = {open_nodes.pop()}
                    while node not in group:
                        group.add(open_nodes.pop())
                    is_open -= group
                    yield frozenset(group)
