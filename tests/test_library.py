"""The library: everything loaded once, checked and linked, and never an exception for bad content."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxis.findings import Finding
from praxis.library import Library, today
from praxis.source import MAX_BYTES
from tests.broken import TODAY, case, chapter, findings, gap, material, meeting, reuse, site
from tests.site_building import PROJECT

RECORDS: dict[str, str | bytes] = {
    "docs/praxis/besuche.md": case("## Kernidee\n\nText\n", kern="kern: [{id: a, text: A}]"),
    "docs/praxis/entwurf.md": case(stufe="stufe: entwurf"),
    "docs/luecken/luecke.md": gap(),
    "docs/nachnutzung/uebernahme.md": reuse(uebernommen="uebernommen: [a]"),
    "docs/handbuch/02-a.md": chapter(),
    "docs/handbuch/01-b.md": chapter(),
    "docs/materialien/leitfaden.md": material(),
    "docs/lernnetzwerk/treffen.md": meeting(),
}


def test_records_are_found_by_kind_and_id(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, RECORDS), TODAY)
    assert library.findings == ()
    assert not library.has_errors
    for kind, record_id in (
        ("praxis", "besuche"),
        ("luecke", "luecke"),
        ("nachnutzung", "uebernahme"),
        ("kommune", "musterstadt"),
        ("kapitel", "a"),
        ("material", "leitfaden"),
        ("treffen", "treffen"),
    ):
        record = library.find(kind, record_id)
        assert record is not None
        assert (record.kind, record.id) == (kind, record_id)
    assert library.find("praxis", "fehlt") is None


def test_a_record_knows_its_file_its_text_and_its_address(tmp_path: Path) -> None:
    record = Library.load(site(tmp_path, RECORDS), TODAY).cases["besuche"]
    assert record.path == "docs/praxis/besuche.md"
    assert record.body == "\n## Kernidee\n\nText\n"
    assert record.address == "praxis/besuche.html"


def test_chapters_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    assert list(Library.load(site(tmp_path, RECORDS), TODAY).chapters) == ["b", "a"]


def test_drafts_are_checked_but_not_public(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, RECORDS), TODAY)
    assert set(library.cases) == {"besuche", "entwurf"}
    assert set(library.public.cases) == {"besuche"}
    broken = {"docs/praxis/entwurf.md": case(stufe="stufe: entwurf", themen="themen: [fehlt]")}
    assert [finding.rule for finding in findings(tmp_path, broken)] == ["begriff-unbekannt"]


@pytest.mark.parametrize(
    ("fields", "loaded"),
    [
        ({}, True),
        ({"themen": "themen: [fehlt]"}, True),
        ({"pruefung": "pruefung: 2020-01-01"}, True),
        ({"status": "status: x"}, False),
        ({"alter": "alter: {von: 3, bis: 1}"}, False),
        ({"stufe": "stufe: geprueft"}, False),
    ],
)
def test_a_record_wrong_in_form_is_left_out(tmp_path: Path, fields: dict[str, str], loaded: bool) -> None:
    library = Library.load(site(tmp_path, {"docs/praxis/besuche.md": case(**fields)}), TODAY)
    assert ("besuche" in library.cases) is loaded
    assert bool(library.findings) is (fields != {})


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    Library.load(site(tmp_path, RECORDS), TODAY, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (1, 9)
    assert told[-1] == (9, 9)


@pytest.mark.parametrize(("epoch", "date"), [("0", dt.date(1970, 1, 1)), ("1748736000", dt.date(2025, 6, 1))])
def test_today_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, epoch: str, date: dt.date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == date


@pytest.mark.parametrize("epoch", ["", "gestern", "-5", "²", "9" * 30])
def test_without_a_usable_date_the_clock_counts(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(today() - dt.date.today()) <= dt.timedelta(days=1)


def test_the_same_contents_give_the_same_findings_in_the_same_order(tmp_path: Path) -> None:
    files = {f"docs/praxis/{name}.md": case(kommune="kommune: x", themen="themen: [y]") for name in "cab"}
    first, second = findings(tmp_path, files), Library.load(tmp_path, TODAY).findings
    assert first == second
    assert [finding.file[12] for finding in first] == ["a", "a", "b", "b", "c", "c"]


def test_the_projects_own_contents_are_free_of_errors() -> None:
    library = Library.load(PROJECT)
    assert not library.has_errors
    assert len(library.cases) >= 36
    assert len({case.municipality for case in library.cases.values()}) >= 25
    assert len(library.gaps) >= 12
    assert len(library.reuses) >= 3
    assert len(library.chapters) >= 14


def inside(finding: Finding, root: Path) -> bool:
    """True if a finding points at a character of its file, or just behind the end of a line."""
    content = (root / finding.file).read_bytes()
    if finding.rule in ("datei-kein-text", "datei-kodierung", "datei-zu-gross"):
        content = content.removeprefix(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return 1 <= finding.line <= len(lines) and 1 <= finding.column <= len(lines[finding.line - 1]) + 1


PATHS = ["praxis/a", "luecken/a", "nachnutzung/a", "kommunen/a", "handbuch/01-a", "materialien/a", "lernnetzwerk/a"]
_LINES = ["---\n", "---", "alter: {von: 3, bis: 1}\n", "quellen: [{}]\n", "praxis: {}\n", "#### ", "```\n", "<script>"]
_SIGNS = ["titel: ", "- ", "\t", "\n", "\r\n", "\r", "[", "]", "{", "}", ": ", '"', "'", "&a", "*a", "!x", "|\n", "# "]
_ODD = [
    "](x.md)",
    "![](",
    "[a]: ",
    "[^1]",
    "<b>",
    "{{",
    "`",
    "\\",
    "\ufeff",
    "\u202e",
    "\x00",
    "\x85",
    "ä",
    "2050-01-01",
]
PIECES = st.sampled_from([*_LINES, *_SIGNS, *_ODD])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    path=st.sampled_from(PATHS),
    content=st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=40).map("".join).map(str.encode)),
)
def test_no_bytes_make_the_library_fail_and_findings_point_inside_the_file(
    tmp_path: Path, path: str, content: bytes
) -> None:
    site(tmp_path, {})
    target = tmp_path / "docs" / f"{path}.md"
    target.parent.mkdir(exist_ok=True)
    try:
        for text in (content, case().encode().replace(b"laeuft", content), case().encode() + content):
            target.write_bytes(text)
            for finding in Library.load(tmp_path, TODAY).findings:
                assert inside(finding, tmp_path), finding
                assert finding.message.isprintable()
                assert finding.remedy
    finally:
        target.unlink()


BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
BAD: dict[str, Callable[[int], bytes]] = {
    "brackets": lambda number: b"---\na: " + b"[" * 15_000 + b"\n---\n",
    "alias bombs": lambda number: f"---\n{BOMB}---\n".encode(),
    "random bytes": lambda number: bytes(range(256)) * 4,
    "no front matter": lambda number: b"Text\n" * 20,
    "wrong terms": lambda number: case(kommune=f"kommune: x{number}", themen=f"themen: [a{number}, b{number}]").encode(),
    "everything wrong": lambda number: case("<b x>" * 200, titel=None, alter="alter: x", neu="neu: 1").encode(),
    "many keys": lambda number: b"---\n" + b"".join(b"k%d: x\n" % key for key in range(500)) + b"---\n",
    "repeated keys": lambda number: b"---\n" + b"a: x\n" * 1_000 + b"---\n",
}  # fmt: skip


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_many_bad_files_are_reported_in_bounded_time(tmp_path: Path, content: Callable[[int], bytes]) -> None:
    """A hundred here; ten thousand of them take a hundred times as long, which must stay bearable."""
    site(tmp_path, {f"docs/praxis/a{number}.md": content(number) for number in range(100)})
    start = time.process_time()
    found = Library.load(tmp_path, TODAY).findings
    assert time.process_time() - start < 3
    assert len({finding.file for finding in found}) == 100
    assert len(found) <= 100 * 51


@pytest.mark.parametrize(
    "piece", ["a: [\n", "- a\n", "Text\n\n", "[a](b)\n\n", "<b>\n", "`a\n", "> \n", "a\n=\n\n", "| a "]
)
def test_a_file_of_one_mebibyte_is_checked_in_seconds(tmp_path: Path, piece: str) -> None:
    head = case()
    text = (head + piece * (MAX_BYTES // len(piece.encode())))[: MAX_BYTES - 1_000]
    start = time.process_time()
    findings(tmp_path, {"docs/praxis/a.md": text})
    assert time.process_time() - start < 5


def test_loading_leaves_the_garbage_collector_as_it_was(tmp_path: Path) -> None:
    before = (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count())
    Library.load(site(tmp_path, RECORDS), TODAY)
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before
