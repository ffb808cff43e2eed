"""What a run knows: the event as data, the repository, the page of the run; nothing of it is trusted as text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_MAX_EVENT = 5_000_000


class EventError(Exception):
    """The event does not have what a task needs."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a workflow."""

    event: Mapping[str, Any]
    repository: str
    server: str
    run_id: int

    @classmethod
    def of(cls, environment: Mapping[str, str], event_file: Path | None = None) -> Self:
        """The run that an environment describes (``GITHUB_…``); raises :class:`EventError`."""
        repository = environment.get("GITHUB_REPOSITORY", "")
        if not _REPOSITORY.fullmatch(repository):
            raise EventError("GITHUB_REPOSITORY nennt kein Repositorium.")
        path = event_file or Path(environment.get("GITHUB_EVENT_PATH", ""))
        if not path.is_file() or path.stat().st_size > _MAX_EVENT:
            raise EventError("Das Ereignis fehlt oder ist zu groß.")
        try:
            event = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            raise EventError("Das Ereignis ist kein lesbares JSON.") from None
        run_id = environment.get("GITHUB_RUN_ID", "0")
        server = environment.get("GITHUB_SERVER_URL", "https://github.com")
        return cls(event if isinstance(event, dict) else {}, repository, server, int(run_id) if run_id.isdigit() else 0)

    @property
    def api(self) -> str:
        """Beginning of all paths of the repository."""
        return f"/repos/{self.repository}"

    def page(self, run_id: int) -> str:
        """Address of the page of a run."""
        return f"{self.server}/{self.repository}/actions/runs/{run_id}"

    def number(self, *keys: str) -> int | None:
        """A number in the event, by its keys from the outside in; None where there is none."""
        value = self._at(*keys)
        return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None

    def text(self, *keys: str) -> str:
        """A text in the event; empty where there is none."""
        value = self._at(*keys)
        return value if isinstance(value, str) else ""

    def _at(self, *keys: str) -> Any:
        value: Any = self.event
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value
