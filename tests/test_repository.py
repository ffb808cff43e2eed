"""The repository itself: what it promises, what it runs, what it must not hold."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from praxis.files import UNPUBLISHED
from praxis.frontmatter import split_head
from praxis.records import Case
from praxis.schema import validate
from praxis.source import Source
from tests.conftest import DIVIDED

PROJECT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
LOCK_FILES = sorted((PROJECT / "requirements").glob("*.txt"))
MACHINE_PATHS = re.compile(r"(?<![\w./-])/(?:work|root|home/\w+|Users/\w+)/")
PACKAGE_HOSTS = re.compile(r"--(?:extra-)?index-url|--find-links|https?://(?:[\w-]+\.)*pypi\.org/simple|pythonhosted")
NPM_HOST = re.compile(r'"resolved": "https://(?!registry\.npmjs\.org/)')


def read(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def tracked() -> list[str]:
    """Files under version control; skips where the project is no checkout."""
    result = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=False)
    if result.returncode:
        pytest.skip("kein Git-Arbeitsbaum")
    return [name for name in result.stdout.decode().split("\0") if name and (PROJECT / name).is_file()]


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Each workflow as data; the key ``on`` reads as True in YAML 1.1."""
    return dict(yaml.safe_load(request.param.read_text(encoding="utf-8")))


def test_the_readme_names_the_commands_and_the_licences() -> None:
    """A stranger finds how to build, serve and check, and under which terms."""
    text = read("README.md")
    for promised in ("scripts/build", "scripts/serve", "scripts/praxis check", "MIT", "CC BY 4.0", "CONTRIBUTING.md"):
        assert promised in text
    assert re.search(r"!\[[^\]]{20,}\]\(docs/assets/bild-startseite\.png\)", text)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_the_files_of_the_repository_lead_somewhere(name: str) -> None:
    """Relative links of the top-level documents name existing files."""
    targets = re.findall(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)", read(name))
    assert not [target for target in targets if not (PROJECT / target).exists()]


def test_the_case_in_the_readme_is_a_valid_case() -> None:
    """The example that people copy first has no mistake."""
    example = re.search(r"```markdown\n(.*?)```", read("README.md"), re.DOTALL)
    assert example
    head, findings = split_head(Source("README.md", example[1]))
    assert head is not None
    assert not findings
    assert validate(Case, head.data)[1] == []


def test_licences_are_unambiguous() -> None:
    """Code is MIT, contents are CC BY 4.0, the font carries its own licence."""
    assert read("LICENSE").startswith("MIT License")
    assert "CC-BY-4.0" in read("LICENSE-INHALTE")
    assert "SIL Open Font License" in read("praxis/theme/assets/fonts/LICENSE-OFL.txt")


def test_folders_that_are_not_published_are_excluded_everywhere() -> None:
    """``mkdocs.yml`` and the package name the same folders."""
    excluded = yaml.safe_load(read("mkdocs.yml"))["exclude_docs"].split()
    assert excluded == [f"/{folder}/" for folder in UNPUBLISHED]


def test_actions_are_pinned_by_commit_with_their_version(workflow: dict[str, Any]) -> None:
    """A tag can be moved, a commit cannot."""
    for step in steps(workflow):
        if "uses" in step:
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", step["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_pinned_actions_say_their_version_in_a_comment(path: Path) -> None:
    """Readers and update tools see which version a commit is, and it is the same everywhere."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


WRITES: dict[str, set[str]] = {
    # workflow -> what it may write; everything else only reads
    "pruefen.yml": set(),
    "website.yml": {"pages", "id-token"},
    "vorschlag.yml": {"pull-requests"},
    "formular.yml": {"actions", "contents", "issues", "pull-requests"},
    "nachts.yml": {"issues"},
    "veroeffentlichung.yml": {"contents"},
}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_have_the_least_rights(path: Path) -> None:
    """Reading is the default; each job may write only what its task is, and proposals may write nothing."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in str(workflow.get(True))
    given = [right for job in workflow["jobs"].values() for right in job.get("permissions", {}).items()]
    assert {name for name, right in given if right == "write"} == WRITES[path.name]
    assert {right for _, right in given} <= {"read", "write"}
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


def test_a_job_that_runs_a_proposal_has_no_token_and_no_rights() -> None:
    """What strangers send is built and tested where nothing can be written."""
    workflow = yaml.safe_load(read(".github/workflows/pruefen.yml"))
    assert "pull_request" in workflow[True]
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert "secrets" not in str(workflow)
    assert "token" not in str(workflow)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_an_event_stands_in_a_step(path: Path) -> None:
    """Expressions in steps name the token or the matrix, never a title, a body or a branch."""
    for step in steps(yaml.safe_load(path.read_text(encoding="utf-8"))):
        found = re.findall(r"\$\{\{\s*(.*?)\s*\}\}", str(step))
        assert set(found) <= {"github.token", "!cancelled()", "matrix.python", "steps.seite.outputs.page_url"}


def test_workflows_give_way_to_newer_runs(workflow: dict[str, Any]) -> None:
    """Runs of one branch do not pile up."""
    assert set(workflow["concurrency"]) == {"group", "cancel-in-progress"}


def test_a_checkout_leaves_no_credentials_behind(workflow: dict[str, Any]) -> None:
    """What a proposal runs cannot write to the repository."""
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_workflows_call_scripts_and_nothing_else(workflow: dict[str, Any]) -> None:
    """What runs there runs here, and no text of an event reaches a shell."""
    for step in steps(workflow):
        if "run" in step:
            assert re.fullmatch(r"scripts/\w+(?: [\w./ -]+)?", step["run"].strip())
            assert (PROJECT / step["run"].split()[0]).is_file()


@pytest.mark.parametrize("path", LOCK_FILES, ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes(path: Path) -> None:
    """What is installed is byte for byte what was chosen."""
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 20
    for entry in packages:
        assert re.match(r"[A-Za-z0-9_.\[\]-]+==\S+", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


def test_files_name_no_machine_and_no_package_mirror() -> None:
    """The repository builds anywhere: no path of one computer, no address of one package server."""
    found = []
    for name in tracked():
        if Path(name).suffix in (".woff2", ".png", ".jpg", ".webp", ".pdf") or name == "tests/test_repository.py":
            continue
        text = (PROJECT / name).read_text(encoding="utf-8", errors="replace")
        patterns = (MACHINE_PATHS, PACKAGE_HOSTS, *((NPM_HOST,) if name.endswith("package-lock.json") else ()))
        found += [f"{name}: {hit[0]}" for pattern in patterns if (hit := pattern.search(text))]
    assert not found


def test_decisions_are_numbered_and_say_where_they_stand() -> None:
    """Each decision is one short page with its state, question, decision and consequences."""
    pages = sorted((PROJECT / "docs" / "entscheidungen").glob("*.md"))
    numbers = [page.name[:4] for page in pages]
    assert numbers == sorted(set(numbers))
    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name) for page in pages)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {page.name[:4]} ")
        assert "**Stand:**" in text
        assert re.search(r"^## Frage$", text, re.MULTILINE)
        assert re.search(r"^## Entscheidung$", text, re.MULTILINE)


def test_the_changelog_is_not_ahead_of_the_calendar() -> None:
    """Released versions carry a date that has passed."""
    for date in re.findall(r"^## \d+\.\d+\.\d+ \((\d{4}-\d{2}-\d{2})\)$", read("CHANGELOG.md"), re.MULTILINE):
        assert dt.date.fromisoformat(date) <= dt.date.today() + dt.timedelta(days=1)


def test_modules_whose_tests_are_divided_exist_and_set_nothing_up() -> None:
    """The scheduler knows them by name; what a module sets up would be set up in every process."""
    for name in DIVIDED:
        assert 'scope="module"' not in (PROJECT / name).read_text(encoding="utf-8"), name
