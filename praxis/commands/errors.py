"""Wrong use of a command."""

from __future__ import annotations

from collections.abc import Mapping

from praxis.suggestions import did_you_mean, nearest


class UsageError(Exception):
    """Wrong use: an unknown id, path or value; told on standard error, exit code 2."""


def known_id(label: str, name: str, known: Mapping[str, object]) -> str:
    """``name`` if it is among ``known``; else :class:`UsageError` with the nearest (``label``: „Die Kommune“)."""
    if name not in known:
        raise UsageError(f"{label} „{name}“ gibt es nicht. {did_you_mean(nearest(name, tuple(known)))}".strip())
    return name
