"""All forms, by the kind of record they make."""

from __future__ import annotations

from collections.abc import Mapping

from praxis.editing.case_form import CASE_FORM
from praxis.editing.other_forms import GAP_FORM, PLACE_FORM, REUSE_FORM
from praxis.editing.questions import Form

FORMS: Mapping[str, Form] = {form.type.kind: form for form in (CASE_FORM, GAP_FORM, REUSE_FORM, PLACE_FORM)}
ISSUE_FORMS = (CASE_FORM, GAP_FORM, REUSE_FORM)
"""The forms of the git service; a municipality is entered by those who review."""
OFFICE_FIELDS: Mapping[str, frozenset[str]] = {
    "praxis": frozenset({"stufe", "pruefvermerk", "pruefung", "frueher", "herkunft"}),
    "luecke": frozenset(
        {
            "art",
            "vorgestellt_von",
            "treffen",
            "gemeldet",
            "status",
            "meldungen",
            "antworten",
            "stand",
            "pruefung",
            "frueher",
        }
    ),
    "nachnutzung": frozenset({"neue_praxis", "pruefung", "frueher"}),
    "kommune": frozenset({"programm", "pruefung", "frueher"}),
}
"""Fields that no form asks for: the office fills them in, or they follow from the day of the proposal."""
