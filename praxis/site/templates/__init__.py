"""Jinja templates of files that no site generator renders: escaped by default, prepared values only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).resolve().parent


def render(template: str, **values: Any) -> bytes:
    """The template with the values, in UTF-8; a missing value is an error."""
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(template).render(**values).encode()
