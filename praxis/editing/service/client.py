"""Speaking to the git service: one method, JSON in and out. Tests and replays put a folder in its place."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

_TIMEOUT = 30
_MAX_ANSWER = 20_000_000


class ServiceError(Exception):
    """The service refused or could not be reached; the message names the request."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class Service(Protocol):
    """The git service as the tasks see it; ``path`` begins with ``/repos/…``."""

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The answer as data; raises :class:`ServiceError`."""

    def download(self, path: str, limit: int) -> bytes:
        """At most ``limit`` bytes of a file that the service redirects to; more are an error."""

    def upload(self, address: str, content: bytes) -> None:
        """Attach a file at an absolute address that the service named."""


class _NoAuthorization(urllib.request.HTTPRedirectHandler):
    """Follows a redirect without the token: the storage of artifacts is another host."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """The new request without authorization."""
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.remove_header("Authorization")
        return following


class WebService:
    """The real service."""

    def __init__(self, address: str, token: str) -> None:
        self._address, self._token = address.rstrip("/"), token
        self._opener = urllib.request.build_opener(_NoAuthorization)

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """See :class:`Service`."""
        content = json.dumps(body).encode() if body is not None else None
        answer = self._send(method, self._address + path, content, "application/json", _MAX_ANSWER)
        return json.loads(answer) if answer.strip() else None

    def download(self, path: str, limit: int) -> bytes:
        """See :class:`Service`."""
        return self._send("GET", self._address + path, None, "application/json", limit)

    def upload(self, address: str, content: bytes) -> None:
        """See :class:`Service`."""
        if urlsplit(address).scheme != "https":
            raise ServiceError(f"POST {address}: keine verschlüsselte Adresse")
        self._send("POST", address, content, "application/octet-stream", _MAX_ANSWER)

    def _send(self, method: str, address: str, content: bytes | None, kind: str, limit: int) -> bytes:
        request = urllib.request.Request(address, content, method=method)
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("X-GitHub-Api-Version", "2022-11-28")
        request.add_header("Content-Type", kind)
        request.add_header("Authorization", f"Bearer {self._token}")
        name = f"{method} {urlsplit(address).path}"
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as answer:
                found: bytes = answer.read(limit + 1)
        except urllib.error.HTTPError as error:
            raise ServiceError(f"{name}: {error.code}", error.code) from None
        except (urllib.error.URLError, OSError) as error:
            raise ServiceError(f"{name}: {error}") from None
        if len(found) > limit:
            raise ServiceError(f"{name}: die Antwort ist größer als {limit} Byte")
        return found
