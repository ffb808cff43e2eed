"""The service as a folder: answers are read from it, requests are written down. For tests and for trying workflows."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from praxis.editing.service.client import ServiceError

ANSWERS = "antworten.json"
REQUESTS = "anfragen.json"
EVENT = "ereignis.json"


@dataclass
class FolderService:
    """Answers by ``METHOD /path`` from ``antworten.json`` (a text names a file in the folder); 404 for others."""

    folder: Path
    requests: list[dict[str, Any]] = field(default_factory=list)

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """See :class:`praxis.editing.service.client.Service`."""
        self._note(method, path, body)
        try:
            answers = json.loads((self.folder / ANSWERS).read_text(encoding="utf-8"))
        except ValueError:
            raise ServiceError(f"„{self.folder / ANSWERS}“ ist kein lesbares JSON") from None
        name = f"{method} {path}"
        if name in answers:
            return answers[name]
        if method == "GET":
            raise ServiceError(f"{name}: 404", 404)
        return {"number": 1, "sha": "0" * 40, "html_url": "https://github.example/neu"}

    def download(self, path: str, limit: int) -> bytes:
        """See :class:`praxis.editing.service.client.Service`."""
        content = self._file(path, str(self.call("GET", path)))
        if len(content) > limit:
            raise ServiceError(f"GET {path}: die Antwort ist größer als {limit} Byte")
        return content

    def _file(self, path: str, name: str) -> bytes:
        """A file of the folder; ``x.zip`` may lie there as the one file ``x.json`` that it packs."""
        file = self.folder / name
        if file.is_file():
            return file.read_bytes()
        packed = file.with_suffix(".json")
        if file.suffix != ".zip" or not packed.is_file():
            raise ServiceError(f"GET {path}: „{name}“ liegt nicht in „{self.folder}“", 404)
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as opened:
            opened.writestr(packed.name, packed.read_bytes())
        return archive.getvalue()

    def upload(self, address: str, content: bytes) -> None:
        """See :class:`praxis.editing.service.client.Service`."""
        self._note("POST", address, {"bytes": len(content)})

    def _note(self, method: str, path: str, body: Mapping[str, Any] | None) -> None:
        self.requests.append({"method": method, "path": path, **({"body": dict(body)} if body is not None else {})})

    def save(self) -> None:
        """Write the requests into the folder."""
        text = json.dumps(self.requests, ensure_ascii=False, indent=2)
        (self.folder / REQUESTS).write_text(text + "\n", encoding="utf-8")
