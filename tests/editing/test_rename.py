"""``praxis rename`` moves a record and everything that names it, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.cli import main
from praxis.editing.renaming import RenameError, find, rename
from praxis.library import Library
from tests.broken import case, chapter, gap, municipality, reuse, site
from tests.builders import TODAY

FILES = {
    "docs/praxis/besuche.md": case("## Vorgehen\n\nSiehe [hier](besuche.md).\n"),
    "docs/praxis/lotsen.md": case(herkunft="herkunft:\n  - besuche # daher"),
    "docs/luecken/eltern.md": gap(
        "[Besuche](../praxis/besuche.md#vorgehen), [Text][1]\n\n[1]: ../praxis/besuche.md\n",
        status="status: beantwortet",
        antworten="antworten: [besuche]",
        meldungen="meldungen: [{kommune: musterstadt, praxis: 'besuche'}]",
    ),
    "docs/nachnutzung/neustadt.md": reuse(praxis="praxis: [besuche, lotsen]"),
    "docs/handbuch/05-zugaenge.md": chapter(),
    "docs/index.md": "# Start\n\n[Besuche](praxis/besuche.md), [Kapitel](handbuch/05-zugaenge.md)\n",
    "docs/kommunen/besuche.md": municipality(titel="titel: Besuche"),
}


def loaded(root: Path, **more: str) -> Library:
    library = Library.load(site(root, FILES | more), TODAY)
    assert not library.has_errors, library.findings
    return library


def texts(root: Path) -> dict[str, str]:
    return {p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in sorted(root.rglob("*.md"))}


def renamed(root: Path, old: str, new: str) -> dict[str, str]:
    library = loaded(root)
    rename(library, find(library, old), new).write(library)
    assert not Library.load(root, TODAY).has_errors
    return texts(root)


def test_every_reference_and_link_follows(tmp_path: Path) -> None:
    after = renamed(tmp_path, "praxis/besuche", "hausbesuche")
    assert "docs/praxis/besuche.md" not in after
    assert after["docs/praxis/hausbesuche.md"] == case(
        "## Vorgehen\n\nSiehe [hier](hausbesuche.md).\n", frueher="frueher: [besuche]"
    )
    assert after["docs/praxis/lotsen.md"] == case(herkunft="herkunft:\n  - hausbesuche # daher")
    assert "antworten: [hausbesuche]" in after["docs/luecken/eltern.md"]
    assert "praxis: hausbesuche}" in after["docs/luecken/eltern.md"]
    assert (
        "(../praxis/hausbesuche.md#vorgehen), [Text][1]\n\n[1]: ../praxis/hausbesuche.md"
        in after["docs/luecken/eltern.md"]
    )
    assert "praxis: [hausbesuche, lotsen]" in after["docs/nachnutzung/neustadt.md"]
    assert "(praxis/hausbesuche.md)" in after["docs/index.md"]
    assert after["docs/kommunen/besuche.md"] == FILES["docs/kommunen/besuche.md"]


def test_a_chapter_keeps_its_number_and_its_standard(tmp_path: Path) -> None:
    path = loaded(tmp_path).root / "docs/vokabular/standards.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  kurz:", "  handbuch: zugaenge\n  kurz:", 1), encoding="utf-8"
    )
    library = Library.load(tmp_path, TODAY)
    rename(library, find(library, "zugaenge"), "wege").write(library)
    after = texts(tmp_path)
    assert "frueher: [zugaenge]" in after["docs/handbuch/05-wege.md"]
    assert "(handbuch/05-wege.md)" in after["docs/index.md"]
    standards = (tmp_path / "docs/vokabular/standards.yml").read_text(encoding="utf-8")
    assert "handbuch: wege" in standards
    assert "- id: zugaenge" in standards


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("frueher: [alt]", "frueher: [alt, besuche]"),
        ("frueher:\n  - alt # so hieß er", "frueher:\n  - alt\n  - besuche # so hieß er"),
        ("frueher: []", "frueher: [besuche]"),
        ("frueher: [neu, alt]", "frueher: [besuche, alt]"),
    ],
)
def test_the_old_id_joins_the_former_ones(tmp_path: Path, before: str, after: str) -> None:
    library = loaded(tmp_path, **{"docs/praxis/besuche.md": case("## Vorgehen\n\nText.\n", frueher=before)})
    renaming = rename(library, find(library, "praxis/besuche"), "neu")
    assert renaming.texts["docs/praxis/neu.md"] == case("## Vorgehen\n\nText.\n", frueher=after)


def test_there_and_back_changes_only_the_former_ids(tmp_path: Path) -> None:
    before = texts(loaded(tmp_path).root)
    renamed(tmp_path, "praxis/besuche", "hausbesuche")
    library = Library.load(tmp_path, TODAY)
    rename(library, find(library, "hausbesuche"), "besuche").write(library)
    after = texts(tmp_path)
    assert {path for path in before if before[path] != after[path]} == {
        "docs/luecken/eltern.md",
        "docs/praxis/besuche.md",
    }
    assert "frueher: [hausbesuche]" in after["docs/praxis/besuche.md"]


def test_line_ends_stay(tmp_path: Path) -> None:
    library = loaded(tmp_path)
    path = tmp_path / "docs/praxis/lotsen.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    rename(library, find(library, "praxis/besuche"), "hausbesuche").write(library)
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("gibt-es-nicht", "neu", "Einen Eintrag „gibt-es-nicht“ gibt es nicht."),
        ("besuche", "neu", "„besuche“ gibt es mehrmals. Schreiben Sie „kommunen/besuche“ oder „praxis/besuche“."),
        ("praxis/besuche", "lotsen", "Die Kennung „lotsen“ ist schon vergeben."),
        ("praxis/besuche", "Hausbesuche", "„Hausbesuche“ taugt nicht als Kennung: nur Kleinbuchstaben a–z, Ziffern und Bindestriche."),
        ("praxis/besuche", "../../x", "„../../x“ taugt nicht als Kennung: nur Kleinbuchstaben a–z, Ziffern und Bindestriche."),
        ("praxis/besuche", "index", "„index“ taugt nicht als Kennung: nur Kleinbuchstaben a–z, Ziffern und Bindestriche."),
        ("praxis/besuche", "familienlotsen", "„familienlotsen“ ist eine frühere Kennung von docs/praxis/lotsen.md."),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_said_and_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    loaded(tmp_path, **{"docs/praxis/lotsen.md": case(frueher="frueher: [familienlotsen]")})
    before = texts(tmp_path)
    assert main(["--root", str(tmp_path), "rename", old, new]) == 2
    assert capsys.readouterr().err == f"praxis rename: {message} Nichts geändert.\n"
    assert texts(tmp_path) == before


def test_contents_with_errors_are_not_renamed(tmp_path: Path) -> None:
    library = Library.load(site(tmp_path, {**FILES, "docs/praxis/kaputt.md": "x"}), TODAY)
    with pytest.raises(RenameError, match="Die Inhalte haben Fehler; beheben Sie zuerst, was „praxis check“ nennt"):
        rename(library, find(library, "praxis/besuche"), "neu")
