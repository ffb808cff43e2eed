"""``praxis workflow``: the tasks of the workflows under ``.github/``, here and there the same."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.editing.service import releases, tasks
from praxis.editing.service.client import Service, ServiceError, WebService
from praxis.editing.service.context import EventError, Run
from praxis.editing.service.replay import EVENT, FolderService
from praxis.editing.service.reports import FILE, proposal_report
from praxis.editing.web_links import State, check_links, fetch_status, web_links
from praxis.library import Library
from praxis.relations.care import due
from praxis.wording import counted

NAME = "workflow"
HELP = "eine Aufgabe der Abläufe unter .github/ ausführen; mit --replay ohne den Git-Dienst"
_AHEAD = 14
"""Days that the nightly list looks ahead."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "task", choices=sorted(_TASKS), metavar="AUFGABE", help=f"eine von: {', '.join(sorted(_TASKS))}"
    )
    parser.add_argument("--replay", type=Path, metavar="ORDNER", help="Ereignis und Antworten aus diesem Ordner")
    parser.add_argument("--base", default="HEAD^1", metavar="STAND", help="Stand, mit dem „report“ vergleicht")
    parser.add_argument("--out", type=Path, default=Path("bericht"), metavar="ORDNER", help="Ziel von „report“")


def run(options: argparse.Namespace) -> int:
    """Run the task; 0 done, 1 the service or the event does not allow it."""
    replay: Path | None = options.replay
    if replay and not (replay / EVENT).is_file():
        raise UsageError(f"In „{replay}“ liegt kein {EVENT}.")
    environment = {"GITHUB_REPOSITORY": "praxis/praxis", **os.environ} if replay else dict(os.environ)
    service: Service = FolderService(replay) if replay else _service(environment)
    try:
        known = Run.of(environment, replay / EVENT if replay else None)
        sys.stderr.write(f"{_TASKS[options.task](options, known, service)}\n")
    except (EventError, ServiceError) as error:
        sys.stderr.write(f"praxis workflow {options.task}: {error}\n")
        return 1
    finally:
        if isinstance(service, FolderService):
            service.save()
    return 0


def _service(environment: Mapping[str, str]) -> Service:
    return WebService(environment.get("GITHUB_API_URL", "https://api.github.com"), environment.get("GITHUB_TOKEN", ""))


def _report(options: argparse.Namespace, known: Run, service: Service) -> str:
    """Untrusted: what changed and what is to be said about it, as data; never fails because of the contents."""
    report = proposal_report(
        Library.load(options.root), _changed(options.root, options.base), known.number("pull_request", "number")
    )
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / FILE).write_text(report.model_dump_json(indent=1), encoding="utf-8")
    records = counted(len(report.records), "Eintrag", "Einträge", "kein")
    return f"{options.out / FILE}: {records}, {report.errors} Fehler."


def _changed(root: Path, base: str) -> frozenset[str]:
    """Files below ``docs/`` that differ from ``base``, relative to the root."""
    command = ["git", "diff", "--name-only", "--no-renames", "--relative", "-z", "--end-of-options", base, "--", "docs"]
    result = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if result.returncode:
        raise EventError(f"Mit „{base}“ lässt sich nicht vergleichen.")
    return frozenset(name for name in result.stdout.decode("utf-8", "replace").split("\0") if name)


def _comment(options: argparse.Namespace, known: Run, service: Service) -> str:
    return tasks.comment_on_proposal(known, service)


def _form(options: argparse.Namespace, known: Run, service: Service) -> str:
    return tasks.propose_form(known, service, Library.load(options.root))


def _nightly(options: argparse.Namespace, known: Run, service: Service) -> str:
    library = Library.load(options.root)
    links = [] if options.replay else check_links(web_links(library), fetch_status)
    dead = [f"{entry.link.address} ({', '.join(entry.link.files)})" for entry in links if entry.state is State.DEAD]
    return tasks.keep_due_issue(known, service, due(library, _AHEAD), dead)


def _collect(options: argparse.Namespace, known: Run, service: Service) -> str:
    return releases.collect(options.root)


def _release(options: argparse.Namespace, known: Run, service: Service) -> str:
    return releases.attach(known, service, options.root / "dist")


_TASKS: Mapping[str, Callable[[argparse.Namespace, Run, Service], str]] = {
    "report": _report,
    "comment": _comment,
    "form": _form,
    "nightly": _nightly,
    "collect": _collect,
    "release": _release,
}
