"""Drafts are checked and not published, and nothing that is published tells of them."""

from __future__ import annotations

from pathlib import Path

from praxis.drafts import UNPUBLISHED
from praxis.library import Library
from tests.broken import case, gap, reuse, site
from tests.builders import TODAY

FILES = {
    "docs/praxis/geheim.md": case(stufe="stufe: entwurf"),
    "docs/praxis/besuche.md": case(herkunft="herkunft: [geheim]"),
    "docs/luecken/frage.md": gap(
        antworten="antworten: [geheim, besuche]",
        meldungen="meldungen: [{kommune: musterstadt, datum: 2025-03-03, praxis: geheim}]",
    ),
    "docs/nachnutzung/hier.md": reuse(praxis="praxis: [geheim, besuche]", neue_praxis="neue_praxis: geheim"),
}


def test_what_is_published_names_no_draft(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, FILES), TODAY).public
    assert set(library.cases) == {"besuche"}
    assert library.cases["besuche"].origins == []
    assert [answer.case for answer in library.gaps["frage"].answers] == ["besuche"]
    assert [offer.case for offer in library.gaps["frage"].offers] == [None]
    assert library.reuses["hier"].new_case is None
    assert [(one.id, one.text) for one in library.reuses["hier"].originals] == [(None, UNPUBLISHED), ("besuche", None)]
