"""Whatever an editor typed stays text in JSON, XML and spreadsheets."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxis.site.data.text import as_json, csv_cell, xml_text


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5))
def test_json_reads_back_and_holds_no_tag(value: object) -> None:
    written = as_json(value)
    assert json.loads(written) == value
    assert not {b"<", b">"} & {bytes([sign]) for sign in written}


def test_numbers_that_json_does_not_have_are_an_error() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json(float("nan"))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_cell_is_never_a_formula(sign: str) -> None:
    assert csv_cell(f"{sign}1+1") == f"'{sign}1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert csv_cell("2015 – ein Jahr = ein Satz") == "2015 – ein Jahr = ein Satz"


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_signs_that_xml_does_not_have_are_dropped(sign: str) -> None:
    assert xml_text(f"a{sign}b\tc\n") == "ab\tc\n"
    assert csv_cell(f"{sign}=1") == "'=1"
