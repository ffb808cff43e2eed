"""``scripts/build``: a whole new site or the last one, never half; told in German; quiet where nobody watches."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.builders import write_site
from tests.site_building import PROJECT, configured, tree

COMMAND = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--no-pdf"]
"""The PDFs take longer than all the rest and have tests of their own (``tests/book``)."""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1796083200"}


def build(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "--root", str(root), *options]
    return subprocess.run(command, capture_output=True, text=True, env={**ENVIRONMENT, **environment}, check=False)


def write(root: Path, cases: int = 1) -> Path:
    write_site(root, cases=[{"id": f"fall-{number}"} for number in range(cases)])
    for path in ("index.md", "mitmachen/index.md"):
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    return configured(root)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A root with a small site that was built before."""
    root = write(tmp_path / "wurzel")
    result = build(root)
    assert result.returncode == 0, result.stderr
    return root


def leftovers(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.name.startswith(".site"))


def test_the_summary_says_what_was_made_and_nothing_else_is_said(tmp_path: Path) -> None:
    root = write(tmp_path)
    result = build(root)
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    pages = len(tree(root / "site", ".html"))
    assert line.startswith(f"Gebaut: {root / 'site'} ({pages} Seiten, ")
    assert line.endswith(" s).")


def test_what_needs_attention_is_counted(tmp_path: Path) -> None:
    root = write(tmp_path)
    write_site(root, cases=[{"id": "faellig", "pruefung": "2020-01-01"}])
    lines = build(root).stderr.splitlines()
    assert lines[1:] == ["Aufmerksamkeit braucht 1 Hinweis; „scripts/praxis check“ nennt ihn."]


def test_two_builds_are_identical_down_to_the_byte(site: Path, tmp_path: Path) -> None:
    assert build(site, "--out", str(tmp_path / "an-anderer-stelle"), PYTHONHASHSEED="7").returncode == 0
    assert tree(tmp_path / "an-anderer-stelle") == tree(site / "site")


def test_without_a_given_date_two_builds_of_a_day_are_identical(site: Path) -> None:
    def undated() -> dict[str, bytes]:
        result = subprocess.run(
            [*COMMAND, "--root", str(site)],
            env={key: value for key, value in ENVIRONMENT.items() if key != "SOURCE_DATE_EPOCH"},
            capture_output=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return tree(site / "site")

    first = undated()
    time.sleep(1.1)
    assert undated() == first


def test_errors_in_the_contents_leave_the_last_site(site: Path) -> None:
    before = tree(site / "site")
    (site / "docs" / "praxis" / "fall-0.md").write_text("kein Kopf\n", encoding="utf-8")
    result = build(site)
    assert result.returncode == 1
    assert result.stderr.endswith("Nicht gebaut: 1 Fehler in den Inhalten. Die letzte Website ist unverändert.\n")
    assert tree(site / "site") == before


def test_a_failed_rendering_leaves_the_last_site(site: Path) -> None:
    before = tree(site / "site")
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(config.replace("name: material", "name: gibt-es-nicht"), encoding="utf-8")
    result = build(site)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.endswith("Nicht gebaut: Das Rendern ist gescheitert. Die letzte Website ist unverändert.\n")
    assert tree(site / "site") == before
    assert leftovers(site) == []


def test_an_incomplete_site_is_not_published(site: Path) -> None:
    before = tree(site / "site")
    hook = site / "verlieren.py"
    code = (
        "import pathlib\ndef on_post_build(config):\n    pathlib.Path(config.site_dir, 'praxis/fall-0.html').unlink()\n"
    )
    hook.write_text(code, encoding="utf-8")
    config = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(config.replace("hooks:\n", f"hooks:\n  - {hook}\n"), encoding="utf-8")
    result = build(site)
    assert result.returncode == 1
    assert result.stderr == (
        "Nicht gebaut: Die Website ist unvollständig.\n"
        "Es fehlt die Seite praxis/fall-0.html (docs/praxis/fall-0.md).\n"
        "Die letzte Website ist unverändert.\n"
    )
    assert tree(site / "site") == before


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_killed_build_leaves_the_last_site_whole_and_the_next_one_clears_up(
    site: Path, number: signal.Signals
) -> None:
    before = tree(site / "site")
    write(site, cases=60)
    process = subprocess.Popen(
        [*COMMAND, "--root", str(site)], env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    limit = time.monotonic() + 60
    while not list(site.glob(".site.neu-*/**/*.html")):  # in the middle of writing pages
        assert process.poll() is None, "zu schnell fertig"
        assert time.monotonic() < limit
        time.sleep(0.005)
    os.killpg(process.pid, number)
    assert process.wait(timeout=60) != 0
    assert tree(site / "site") == before
    assert build(site).returncode == 0
    assert (site / "site" / "praxis" / "fall-59.html").is_file()
    assert leftovers(site) == []


def test_contents_alone_make_a_site(tmp_path: Path) -> None:
    """Who takes over the program needs records and vocabularies, no configuration and no page written by hand."""
    root = write_site(tmp_path / "nur-inhalte", cases=[{"id": "a"}])
    result = build(root)
    assert result.returncode == 0, result.stderr
    assert (root / "site" / "praxis" / "a.html").is_file()
    assert "Felder: Praxisbeispiel" in (root / "site" / "mitmachen" / "index.html").read_text(encoding="utf-8")
    assert "impressum" not in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert "mkdocs.yml:3: Platzhalter „https://praxis.example“." in build(root, "--release").stderr


def test_a_release_refuses_placeholders(site: Path) -> None:
    result = build(site, "--release")
    assert result.returncode == 1
    assert "mkdocs.yml:3: Platzhalter „https://praxis.example“. Tragen Sie die wirkliche Adresse ein." in result.stderr


def test_a_release_refuses_placeholders_in_pages_and_names_all_at_once(site: Path) -> None:
    (site / "docs" / "impressum").mkdir()
    (site / "docs" / "impressum" / "index.md").write_text(
        "# Impressum\n\n- Name: PLATZHALTER: Name der Stelle\n- Sitz: PLATZHALTER: Ort, Straße\n", encoding="utf-8"
    )
    before = tree(site / "site")
    lines = build(site, "--release").stderr.splitlines()
    assert lines[-3:] == [
        "docs/impressum/index.md:3: Platzhalter „PLATZHALTER: Name der Stelle“. Tragen Sie die wirkliche Angabe ein.",
        "docs/impressum/index.md:4: Platzhalter „PLATZHALTER: Ort, Straße“. Tragen Sie die wirkliche Angabe ein.",
        f"Nicht gebaut: {len(lines) - 1} Platzhalter. Die letzte Website ist unverändert.",
    ]
    assert tree(site / "site") == before


def test_a_build_writes_the_offline_copy_of_the_site_it_made(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / "dist" / "praxis-offline.zip") as archive:
        inside = {name.removeprefix("praxis-offline/"): archive.read(name) for name in archive.namelist()}
    made = tree(site / "site")
    assert inside.keys() == made.keys() | {"LIESMICH.txt"}
    assert [name for name in made if made[name] != inside[name]] == ["offline/index.html"]
    size = (site / "dist" / "praxis-offline.zip").stat().st_size
    assert f"praxis-offline.zip</strong>, {size / 1e6:.1f}".replace(".", ",").replace(",zip", ".zip") in (
        made["offline/index.html"].decode()
    )


def test_without_a_copy_the_page_says_so(site: Path, tmp_path: Path) -> None:
    assert build(site, "--no-bundle", "--out", str(tmp_path / "ohne")).returncode == 0
    page = (tmp_path / "ohne" / "offline" / "index.html").read_text(encoding="utf-8")
    assert "Diese Fassung der Website wurde ohne Offline-Kopie gebaut." in page


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    root = write(tmp_path / "wurzel")
    for target in (root, root / "docs", tmp_path):
        before = tree(target)
        result = build(root, "--out", str(target))
        assert result.returncode == 2
        assert result.stderr == f"scripts/build: „{target}“ ist keine gebaute Website und wird nicht ersetzt.\n"
        assert tree(target) == before


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    """A terminal sees bars; the summary comes last."""
    pty = pytest.importorskip("pty")
    root = write(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "--root", str(root)], env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "200"}, stderr=theirs
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    assert process.wait() == 0
    assert b"Seiten rendern" in said
    assert said.decode().rstrip().endswith("s).")
