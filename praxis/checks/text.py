"""A Markdown body as the checks see it."""

from __future__ import annotations

from dataclasses import dataclass

from praxis.findings import Finding
from praxis.source import position


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown body to check."""

    path: str
    text: str
    first_line: int
    sources: int | None
    """Number of sources that ``#quelle-n`` may name; None where the page has none of its own."""
    needs_text: bool
    titled: bool = False
    """True for pages that carry their own first-level heading."""

    def finding(self, index: int, rule: str, message: str, remedy: str) -> Finding:
        """A finding at a character of the text."""
        line, column = position(self.text, index)
        return Finding(self.path, line + self.first_line - 1, column, None, rule, message, remedy)
