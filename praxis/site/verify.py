"""Failing loud: after the build, what was made is counted against the library."""

from __future__ import annotations

from pathlib import Path

from praxis.library import Library


def verify(library: Library, site: Path) -> list[str]:
    """What is missing in a built site, as German sentences; empty if it is complete."""
    published = library.public
    faults = [
        f"Es fehlt die Seite {record.address} ({record.path})."
        for record in published.records()
        if not (site / record.address).is_file()
    ]
    faults.extend(
        f"Der Entwurf {case.path} wurde veröffentlicht."
        for case in library.cases.values()
        if case.is_draft and (site / case.address).exists()
    )
    return faults
