"""Files for the editors' programs: JSON Schemas with completion and help, and the settings that name them."""

from __future__ import annotations

import json
from typing import Any

from praxis.json_schema import record_schema
from praxis.records import RECORD_TYPES, Record
from praxis.vocabulary import Vocabulary

FOLDER = ".vscode"


def editor_files(vocabulary: Vocabulary) -> dict[str, str]:
    """Path -> text of the schemas, the settings and the recommended extensions."""
    schemas = {
        schema_path(record_type): _as_json(record_schema(record_type, vocabulary)) for record_type in RECORD_TYPES
    }
    return {
        **schemas,
        f"{FOLDER}/settings.json": _as_json(_settings()),
        f"{FOLDER}/extensions.json": _as_json(_EXTENSIONS),
    }


def schema_path(record_type: type[Record]) -> str:
    """The schema of a record type, relative to the root."""
    return f"{FOLDER}/schema/{record_type.kind}.json"


def schema_comment(record_type: type[Record]) -> str:
    """The comment by which language servers for YAML find the schema of a record file."""
    return f"# yaml-language-server: $schema=../../{schema_path(record_type)}"


_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml", "streetsidesoftware.code-spell-checker-german"]}  # fmt: skip


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f"./{schema_path(entry)}": f"docs/{entry.folder}/*.md" for entry in RECORD_TYPES},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": True, "strings": True}},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
