"""Putting new record files where they belong; nothing that exists is ever overwritten."""

from __future__ import annotations

from pathlib import Path

from praxis.editing.proposals import Proposal


def write_new(root: Path, proposal: Proposal, out: Path | None = None) -> Path:
    """Write a proposal into its folder below ``root`` or into ``out``; a taken name gets a number. Returns the file."""
    folder = out if out is not None else (root / proposal.path).parent
    folder.mkdir(parents=True, exist_ok=True)
    stem, number = proposal.id, 1
    while True:
        path = folder / f"{stem if number == 1 else f'{stem}-{number}'}.md"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(proposal.text)
        except FileExistsError:
            number += 1
        else:
            return path


def write_as_before(path: Path, text: str, before: bytes) -> None:
    """Write a text with the byte-order mark and the line ends that the file had."""
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    path.write_bytes(mark + text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode("utf-8"))
