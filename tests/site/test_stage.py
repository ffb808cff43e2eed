"""The staged tree: complete, without hooks, buildable by any MkDocs-compatible tool, the same pages as with the hook."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from praxis.cli import main
from praxis.library import Library
from praxis.site import build
from praxis.site.stage import stage
from tests.builders import load_site, write_site
from tests.site_building import BUILD_DAY, EPOCH, PROJECT, configured, run_mkdocs, tree

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands count the same day as today as the builds of the tests."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A site with records of every kind, pages written by hand, a picture, and files that are not published."""
    root = tmp_path_factory.mktemp("klein")
    write_site(
        root,
        cases=[
            {"id": "besuche", "frueher": ["alt"], "text": "## Kernidee\n\nSiehe [Ziele](../handbuch/01-ziele.md).\n"},
            {"id": "entwurf", "stufe": "entwurf"},
        ],
        gaps=[{"id": "frage"}],
        reuses=[{"id": "uebernahme", "praxis": "besuche"}],
        chapters=[{"id": "01-ziele", "text": "## Ziele\n\nText[^1].\n\n[^1]: Fußnote.\n"}],
        materials=[{"id": "papier"}],
        meetings=[{"id": "treffen"}],
    )
    docs = root / "docs"
    for path, text in {
        "index.md": "Start.\n",
        "mitmachen/index.md": "# Mitmachen\n\nSo geht es: [Ziele](../handbuch/01-ziele.md).\n",
        "entscheidungen/0001.md": "# Entscheidung\n",
        ".verborgen/notiz.md": "# Notiz\n",
    }.items():
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    (docs / "assets").mkdir()
    (docs / "assets" / "bild.png").write_bytes(PNG)
    configured(root)
    return Library.load(root, BUILD_DAY)


@pytest.fixture(scope="module")
def staged(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("baum")
    stage(library, out)
    return out


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_tree_holds_docs_theme_and_configuration_and_nothing_else(staged: Path) -> None:
    assert {path.name for path in staged.iterdir()} == {"docs", "theme", "mkdocs.yml"}
    theme = {path for path in files(PROJECT / "praxis" / "theme") if "__pycache__" not in path}
    assert files(staged / "theme") == theme


def test_docs_hold_every_generated_file_and_what_editors_publish(library: Library, staged: Path) -> None:
    generated = build(library)
    for path, content in generated.items():
        assert (staged / "docs" / path).read_bytes() == content
    assert files(staged / "docs") - generated.keys() == {"assets/bild.png", "mitmachen/index.md"} - generated.keys()


def test_drafts_vocabularies_decisions_and_hidden_files_stay_behind(staged: Path) -> None:
    names = files(staged / "docs")
    assert "handbuch/ziele.md" in names
    assert not names & {"praxis/entwurf.md", "handbuch/01-ziele.md", "entscheidungen/0001.md", ".verborgen/notiz.md"}
    assert not [name for name in names if name.startswith("vokabular/")]


def test_the_configuration_has_no_hooks_and_names_the_theme_beside_it(staged: Path) -> None:
    config = yaml.safe_load((staged / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "hooks" not in config
    assert config["theme"]["custom_dir"] == "theme"
    assert config["plugins"] == []
    assert config["site_url"] == "https://praxis.example/"


@pytest.fixture(scope="module")
def hooked(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("hook") / "site"
    result = run_mkdocs(library.root, out)
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="module", params=["mkdocs", "properdocs"])
def built(request: pytest.FixtureRequest, staged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp(request.param) / "site"
    result = run_mkdocs(staged, out, request.param)
    assert result.returncode == 0, result.stderr
    return out


def test_every_tool_gives_the_pages_of_the_hook_byte_for_byte(hooked: Path, built: Path) -> None:
    ours, theirs = tree(hooked, ".html"), tree(built, ".html")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_every_file_of_the_hook_is_there_and_only_assets_of_material_besides(hooked: Path, built: Path) -> None:
    ours, theirs = tree(hooked), tree(built)
    different = {name for name in ours if ours[name] != theirs.get(name)}
    assert different == set()
    assert all(
        name.startswith(("assets/images/", "assets/javascripts/", "assets/stylesheets/"))
        for name in theirs.keys() - ours
    )


def test_no_page_refers_to_material_and_its_search_makes_no_index(built: Path) -> None:
    named = {
        match
        for page in tree(built, ".html").values()
        for match in re.findall(rb'(?:src|href)="([^"]*assets/[^"]*)"', page)
    }
    assert not [link for link in named if re.search(rb"javascripts|stylesheets|assets/images", link)]
    assert not (built / "search").exists()


def test_the_hook_ships_nothing_of_material(hooked: Path) -> None:
    own = files(PROJECT / "praxis" / "theme" / "assets")
    assert files(hooked / "assets") == own | {"bild.png"}


def run(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def test_the_command_writes_the_tree_and_says_how_to_build_it(
    library: Library, staged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "neu" / "baum"
    assert run("stage", "--root", str(library.root), "--out", str(out)) == 0
    assert tree(out) == tree(staged)
    count = len(files(out / "docs"))
    said = capsys.readouterr()
    assert said.err == f"{count} Dateien nach „{out}“ geschrieben. Bauen mit: mkdocs build -f {out}/mkdocs.yml\n"
    assert said.out == ""


def test_an_empty_folder_is_taken_and_a_full_one_refused(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("stage", "--root", str(library.root), "--out", str(tmp_path)) == 0
    capsys.readouterr()
    before = files(tmp_path)
    assert run("stage", "--root", str(library.root), "--out", str(tmp_path)) == 2
    assert capsys.readouterr().err == f"praxis stage: Der Zielordner „{tmp_path}“ ist nicht leer.\n"
    assert files(tmp_path) == before


def test_targets_that_are_no_folder_or_lie_in_the_contents_are_refused(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "datei"
    file.touch()
    inside = library.root / "docs" / "baum"
    for target, message in (
        (file, f"„{file}“ ist kein Ordner."),
        (file / "baum", f"„{file / 'baum'}“ ist kein Ordner."),
        (inside, f"Der Zielordner „{inside}“ liegt im Ordner der Inhalte."),
    ):
        assert run("stage", "--root", str(library.root), "--out", str(target)) == 2
        assert capsys.readouterr().err == f"praxis stage: {message}\n"
    assert not inside.exists()


def test_contents_with_errors_are_not_staged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load_site(tmp_path / "klein", cases=[{"id": "besuche"}])
    (tmp_path / "klein" / "docs" / "praxis" / "besuche.md").write_text("kein Kopf\n", encoding="utf-8")
    assert run("stage", "--root", str(tmp_path / "klein"), "--out", str(tmp_path / "baum")) == 1
    assert capsys.readouterr().err.endswith("Nichts geschrieben: Die Inhalte haben Fehler.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["klein"]


def test_generated_files_do_not_depend_on_the_seed_of_hashes(library: Library) -> None:
    code = (
        "import hashlib, sys; from pathlib import Path; from praxis.library import Library; from praxis.site import build;"
        "files = build(Library.load(Path(sys.argv[1])));"
        "print(hashlib.sha256(repr(list(files.items())).encode()).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", code, str(library.root)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT), "SOURCE_DATE_EPOCH": "1796083200"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(sums) == 1
