"""The committee paper: its beginning, its document, saved files, and a Word file that is what it says."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.web.node import run_node_test
from tests.web.test_paths import small_site

pytestmark = pytest.mark.node
MODULES = [
    "paths/here",
    "paths/paper",
    "paths/paper_outline",
    "paths/outline_word",
    "relations/cases",
    "relations/model",
    "shared/saved_file",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_paper_its_files_and_its_word_file_follow_their_rules(tmp_path: Path) -> None:
    run_node_test("paper", MODULES, tmp_path, small_site(tmp_path / "site"))
    with zipfile.ZipFile(tmp_path / "vorlage.docx") as file:
        assert file.testzip() is None
        parts = {name: ElementTree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
    document, styles = parts["word/document.xml"], parts["word/styles.xml"]
    used = [style.get(f"{W}val") for style in document.iter(f"{W}pStyle")]
    assert used[0] == "Title"
    assert used.count("Heading1") == 8
    assert used.count("Heading2") == 2
    defined = {style.get(f"{W}styleId"): style.find(f"{W}name") for style in styles.iter(f"{W}style")}
    assert {"Title", "Heading1", "Heading2", "Heading3"} <= defined.keys()
    tables = list(document.iter(f"{W}tbl"))
    assert len(tables) >= 4
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
    assert [language.get(f"{W}val") for language in styles.iter(f"{W}lang")] == ["de-DE"]
    assert "Titel  <w:b> & „Ende“" in "".join(text.text or "" for text in document.iter(f"{W}t"))
