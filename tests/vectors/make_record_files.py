"""Makes ``web/src/shared/record_keys.json`` from the record types: ``python tests/vectors/make_record_files.py``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from praxis.reference.record_keys import record_keys  # noqa: E402

KEYS = ROOT / "web" / "src" / "shared" / "record_keys.json"


def content() -> str:
    """The file as it must be committed."""
    return json.dumps(record_keys(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    KEYS.write_text(content(), encoding="utf-8")
