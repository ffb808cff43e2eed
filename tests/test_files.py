"""Which files are content: names, folders, kinds, links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from praxis.files import list_content
from praxis.library import Library
from tests.broken import PNG, TODAY, case, chapter, findings, only, site


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("Besuche", "Der Dateiname „Besuche“ taugt nicht als Kennung.", "besuche"),
        ("besuche_hamm", "Der Dateiname „besuche_hamm“ taugt nicht als Kennung.", "besuche-hamm"),
        ("besuche hamm", "Der Dateiname „besuche hamm“ taugt nicht als Kennung.", "besuche-hamm"),
        ("begrüßung", "Der Dateiname „begrüßung“ taugt nicht als Kennung.", "begruessung"),
        ("begru\u0308ßung", "Der Dateiname „begru\u0308ßung“ taugt nicht als Kennung.", "begruessung"),
        ("café--nord-", "Der Dateiname „café--nord-“ taugt nicht als Kennung.", "cafe-nord"),
        ("besuche.alt", "Der Dateiname „besuche.alt“ taugt nicht als Kennung.", "besuche-alt"),
        ("bеsuche", "Der Dateiname „bеsuche“ taugt nicht als Kennung. „е“ (U+0435) ist kein lateinischer Buchstabe, auch wenn er so aussieht.", "b-suche"),
        ("2024", None, ""),
        ("🙂", "Der Dateiname „🙂“ taugt nicht als Kennung.", "name-ort"),
    ],
)  # fmt: skip
def test_a_file_name_is_an_id(tmp_path: Path, name: str, message: str | None, remedy: str) -> None:
    found = findings(tmp_path, {f"docs/praxis/{name}.md": case()})
    assert [finding.message for finding in found] == ([message] if message else [])
    assert all(
        finding.remedy
        == f"Nennen Sie die Datei „{remedy}.md“: Kleinbuchstaben a–z, Ziffern und Bindestriche, Umlaute ausgeschrieben."
        for finding in found
    )


@pytest.mark.parametrize(
    ("name", "messages"),
    [
        ("01-zugaenge", []),
        ("zugaenge", ["Dem Dateinamen „zugaenge“ fehlt die zweistellige Nummer des Kapitels."]),
        ("1-zugaenge", ["Dem Dateinamen „1-zugaenge“ fehlt die zweistellige Nummer des Kapitels."]),
        ("٠١-zugaenge", ["Dem Dateinamen „٠١-zugaenge“ fehlt die zweistellige Nummer des Kapitels."]),
        ("01-Zugänge", ["Der Dateiname „Zugänge“ taugt nicht als Kennung."]),
    ],
)
def test_a_chapter_has_a_number(tmp_path: Path, name: str, messages: list[str]) -> None:
    found = findings(tmp_path, {f"docs/handbuch/{name}.md": chapter()})
    assert [finding.message for finding in found] == messages


def test_the_proposed_name_of_a_chapter_keeps_its_number(tmp_path: Path) -> None:
    assert "„01-zugaenge.md“" in only(tmp_path, chapter(), "docs/handbuch/01-Zugänge.md").remedy


@pytest.mark.parametrize(
    "path",
    ["docs/praxis/a/b.md", "docs/praxis/a/b/c.md", "docs/kommunen/nrw/a.md", "docs/handbuch/teil-1/01-a.md"],
)
def test_records_lie_flat_in_their_folder(tmp_path: Path, path: str) -> None:
    finding = only(tmp_path, case(), path)
    folder = "/".join(path.split("/")[:2])
    assert (finding.rule, finding.message) == ("datei-ordner", f"Die Datei liegt in einem Unterordner von „{folder}“.")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("docs/praxis/a.docx", ".docx"),
        ("docs/praxis/a.MD", ".MD"),
        ("docs/praxis/a.yml", ".yml"),
        ("docs/vokabular/mehr.yaml", ".yaml"),
        ("docs/vokabular/tief/mehr.yml", ".yml"),
        ("docs/assets/a.html", ".html"),
        ("docs/assets/a.js", ".js"),
        ("docs/assets/a.css", ".css"),
        ("docs/assets/a.pdf", ".pdf"),
        ("docs/CNAME", "CNAME"),
        ("docs/a.py", ".py"),
    ],
)
def test_only_texts_vocabularies_and_images_are_published(tmp_path: Path, path: str, what: str) -> None:
    finding = only(tmp_path, b"x", path)
    assert (finding.rule, finding.message) == ("datei-art", f"Dateien der Art „{what}“ werden nicht veröffentlicht.")


def test_pages_images_indexes_and_what_programs_leave_behind_are_fine(tmp_path: Path) -> None:
    files = {
        "docs/index.md": "# Start\n\nText\n",
        "docs/praxis/index.md": "---\ntitle: Praxis\n---\n# Praxis\n",
        "docs/mitmachen/tief/seite.md": "# Seite\n",
        "docs/assets/tief/bild.PNG": PNG,
        "docs/.gitignore": "x",
        "docs/.DS_Store": "x",
        "docs/praxis/.a.md.swp": "x",
        "docs/praxis/.~lock.a.docx#": "x",
        "docs/praxis/._a.md": "x",
        "docs/assets/.gitkeep": "",
        "docs/entscheidungen/0001-a.html": "x",
    }
    assert findings(tmp_path, files) == ()


@pytest.mark.parametrize(
    ("path", "named", "message"),
    [
        ("docs/.htaccess", "docs/.htaccess", "Die Datei ist versteckt: Der Name beginnt mit einem Punkt."),
        ("docs/praxis/.verborgen.md", "docs/praxis/.verborgen.md", "Die Datei ist versteckt: Der Name beginnt mit einem Punkt."),
        ("docs/.vscode/a.html", "docs/.vscode", "Der Ordner ist versteckt: Der Name beginnt mit einem Punkt."),
    ],
)  # fmt: skip
def test_hidden_files_are_named(tmp_path: Path, path: str, named: str, message: str) -> None:
    finding = only(tmp_path, "x", path)
    assert (finding.file, finding.rule, finding.severity, finding.message) == (
        named,
        "datei-versteckt",
        "warning",
        message,
    )


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.png", "a", "ordner"])
def test_links_are_named_and_not_followed(tmp_path: Path, name: str) -> None:
    """A link may lead to any file of the machine that builds; none of them is published."""
    site(tmp_path, {})
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "b.md").write_text(case())
    for folder in ("praxis", "assets", "vokabular", "neu"):
        (tmp_path / "docs" / folder).mkdir(exist_ok=True)
        (tmp_path / "docs" / folder / name).symlink_to(secret if name == "ordner" else secret / "b.md")
    found = Library.load(tmp_path, TODAY).findings
    linked = [finding for finding in found if finding.rule == "datei-verweis"]
    assert {finding.file for finding in linked} == {
        f"docs/{f}/{name}" for f in ("praxis", "assets", "vokabular", "neu")
    }
    assert {finding.rule for finding in found} <= {"datei-verweis", "datei-art"}
    what = "Der Ordner" if name == "ordner" else "Die Datei"
    assert linked[0].message == f"{what} ist eine Verknüpfung (Symlink) auf eine andere Stelle."


def test_a_link_to_a_folder_above_does_not_lead_in_circles(tmp_path: Path) -> None:
    (site(tmp_path, {}) / "docs" / "kreis").symlink_to(tmp_path / "docs")
    assert [finding.file for finding in Library.load(tmp_path, TODAY).findings] == ["docs/kreis"]


@pytest.mark.parametrize("name", [b"a\xff.md", b"a\nb.md", b"a\x1b[2J.md", "a\u202eb.md".encode()])
def test_names_that_nobody_can_write_down_are_named_in_a_printable_way(tmp_path: Path, name: bytes) -> None:
    site(tmp_path, {"docs/praxis/a.md": case()})
    with open(os.path.join(os.fsencode(tmp_path / "docs" / "praxis"), name), "wb") as file:  # noqa: PTH118, PTH123
        file.write(case().encode())
    found = Library.load(tmp_path, TODAY).findings
    assert [(finding.rule, "\ufffd" in finding.file) for finding in found] == [("datei-name", True)]
    found[0].file.encode()


def test_content_is_listed_in_a_fixed_order(tmp_path: Path) -> None:
    names = ["b", "a", "c-1", "c"]
    site(tmp_path, {f"docs/praxis/{name}.md": case() for name in names})
    content, found = list_content(tmp_path)
    assert [record.id for record in content.records if record.type.kind == "praxis"] == ["a", "b", "c-1", "c"]
    assert found == []


def test_a_root_without_contents_is_empty(tmp_path: Path) -> None:
    content, found = list_content(tmp_path)
    assert (content.records, content.pages, found) == ((), (), [])


@pytest.mark.parametrize(
    ("path", "message", "remedy"),
    [
        ("docs/assets/Plan Süd.PNG", "Der Dateiname „Plan Süd.PNG“", "die Datei „plan-sued.png“"),
        ("docs/assets/a:b.png", "Der Dateiname „a:b.png“", "die Datei „a-b.png“"),
        ("docs/assets/punkt..png", None, ""),
        ("docs/assets/nul.png", "Der Dateiname „nul.png“", "die Datei „nul-1.png“"),
        ("docs/assets/Bilder 2024/a.png", "Der Ordnername „Bilder 2024“", "den Ordner „bilder-2024“"),
        ("docs/mitmachen/🙂.md", "Der Dateiname „🙂.md“", "die Datei „name.md“"),
        ("docs/praxis/con.md", "Der Dateiname „con.md“", "die Datei „con-1.md“"),
    ],
)  # fmt: skip
def test_published_names_can_be_unpacked_everywhere(
    tmp_path: Path, path: str, message: str | None, remedy: str
) -> None:
    content: str | bytes = PNG if path.lower().endswith("png") else case() if "praxis" in path else "# Seite\n"
    found = [finding for finding in findings(tmp_path, {path: content}) if finding.rule == "datei-name"]
    assert [(finding.file, finding.message, finding.remedy) for finding in found] == (
        [
            (
                path,
                f"{message} lässt sich nicht auf jedem Rechner aus der Offline-Kopie auspacken.",
                f"Nennen Sie {remedy} und passen Sie die Verweise darauf an. "
                "Erlaubt sind Buchstaben ohne Umlaute, Ziffern, Punkt, Bindestrich und Unterstrich.",
            )
        ]
        if message
        else []
    )


def test_two_names_that_some_systems_take_for_one_are_named(tmp_path: Path) -> None:
    found = findings(tmp_path, {"docs/assets/Plan.png": PNG, "docs/assets/plan.png": PNG})
    assert [(finding.file, finding.rule, finding.message, finding.remedy) for finding in found] == [
        (
            "docs/assets/plan.png",
            "datei-name",
            "Der Name unterscheidet sich von „docs/assets/Plan.png“ nur in großen und kleinen Buchstaben.",
            "Geben Sie einer der beiden Dateien einen anderen Namen: Windows und macOS halten sie sonst für dieselbe.",
        )
    ]
