"""``daten/kontextmodell.js`` and ``daten/abgleich….js``: for comparing and matching in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.relations.browser_data import case_data, context_model_data, overview_data
from praxis.scripts import data_script
from praxis.site.model import SiteModel

CASES_A_FILE = 250
"""A page that compares one case loads the file it stands in; a page that matches loads all."""


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The files with their paths; cases are sorted by id, and ``daten/abgleich.js`` tells the first of each file."""
    library = model.library
    yield _file("kontextmodell", context_model_data(library))
    cases = [library.cases[key] for key in sorted(library.cases)]
    chunks = [cases[at : at + CASES_A_FILE] for at in range(0, len(cases), CASES_A_FILE)]
    yield _file("abgleich", {"starts": [chunk[0].id for chunk in chunks], **overview_data(library)})
    for number, chunk in enumerate(chunks):
        yield _file(f"abgleich-{number}", [case_data(library, case) for case in chunk])


def _file(name: str, content: object) -> tuple[str, bytes]:
    return f"daten/{name}.js", data_script(name, content)
