"""What a committee may hand in, and what a PDF then holds."""

from __future__ import annotations

import pytest

from praxis.book.selection import SelectionError, chosen, shortlist, whole
from praxis.book.volume import Shelf


@pytest.mark.parametrize(
    "text",
    [
        "besuche\nkurz\n",
        "\ufeffbesuche\r\n\r\n# Bemerkung\r\n kurz \r\n",
        '{"faelle": ["besuche", "kurz"]}',
        '["besuche", "kurz"]',
        '{"titel": "Ausschuss", "faelle": [{"id": "besuche", "notiz": "x"}, {"id": "kurz"}]}',
    ],
)
def test_a_shortlist_is_lines_or_json(text: str) -> None:
    assert shortlist(text) == ["besuche", "kurz"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Die Auswahl ist leer."),
        ("# nur eine Bemerkung\n", "Die Auswahl ist leer."),
        ('{"faelle": []}', "Die Auswahl ist leer."),
        ("{", "Die Auswahl ist kein gültiges JSON."),
        ("[" * 100_000, "Die Auswahl ist kein gültiges JSON."),
        ('{"cases": ["x"]}', "In der Auswahl fehlt die Liste „faelle“."),
        ('{"faelle": [1]}', "Die Liste „faelle“ enthält etwas anderes als Kennungen."),
        ('{"faelle": [{"id": null}]}', "Die Liste „faelle“ enthält etwas anderes als Kennungen."),
    ],
)
def test_other_shortlists_are_refused(text: str, message: str) -> None:
    with pytest.raises(SelectionError) as error:
        shortlist(text)
    assert str(error.value) == message


def test_chapters_keep_the_order_of_the_handbook_and_cases_that_of_the_list(shelf: Shelf) -> None:
    selection = chosen(shelf.library, ["zwei", "eins", "zwei"], ["kurz", "besuche", "kurz"])
    assert [chapter.id for chapter in selection.chapters] == ["eins", "zwei"]
    assert [case.id for case in selection.cases] == ["kurz", "besuche"]


def test_an_unknown_id_names_the_nearest(shelf: Shelf) -> None:
    with pytest.raises(SelectionError, match=r"^Den Fall „besuch“ gibt es nicht\. Meinten Sie „besuche“\?$"):
        chosen(shelf.library, [], ["besuch"])


def test_only_a_single_record_goes_without_cover(shelf: Shelf) -> None:
    assert whole(shelf.library).has_front
    assert chosen(shelf.library, ["eins"], ["kurz"]).has_front
    assert not chosen(shelf.library, [], ["kurz"]).has_front
