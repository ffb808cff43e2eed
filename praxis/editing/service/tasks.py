"""The tasks of the trusted workflows: comment on a proposal, turn a form into one, keep the list of what is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from praxis.editing.forms import FORMS
from praxis.editing.proposals import Proposal, propose
from praxis.editing.service.artifacts import MAX_ARCHIVE, RefusedError, read_report
from praxis.editing.service.client import Service, ServiceError
from praxis.editing.service.comments import MARK, broken_comment, inert, proposal_comment
from praxis.editing.service.context import EventError, Run
from praxis.editing.service.reports import Report
from praxis.library import Library
from praxis.relations.care import Due

BOT = "github-actions[bot]"
REPORT = "bericht"
"""Name of the artifact that holds the report."""
DUE_TITLE = "Fällig: Prüfungen, Gespräche und Links"
DUE_MARK = "<!-- praxis-faellig -->"
_SHA = re.compile(r"[0-9a-f]{40}")
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?")
_CHECK = "pruefen.yml"
_PAGE = 100
_MOST_PAGES = 10
"""Entries that the service gives at once at most, and pages that are asked for: nobody reads a thousand comments."""


def comment_on_proposal(run: Run, service: Service) -> str:
    """Post or update the one comment of a proposal whose check has finished; returns what was done."""
    run_id, head = run.number("workflow_run", "id"), run.text("workflow_run", "head_sha")
    if run_id is None or not _SHA.fullmatch(head):
        raise EventError("Das Ereignis nennt keinen Lauf.")
    try:
        report: Report | None = read_report(_archive(run, service, run_id))
        reason = ""
    except RefusedError as error:
        report, reason = None, str(error)
    number = _proposal(run, service, head, report.number if report else None)
    if number is None:
        return "Kein offener Vorschlag gehört zu diesem Lauf."
    page = run.page(run_id)
    text = proposal_comment(report, page) if report else broken_comment(page, reason)
    return _say(run, service, number, MARK, text)


def _archive(run: Run, service: Service, run_id: int) -> bytes:
    listed = service.call("GET", f"{run.api}/actions/runs/{run_id}/artifacts")
    found = [item for item in listed.get("artifacts", []) if item.get("name") == REPORT and not item.get("expired")]
    if len(found) != 1 or not isinstance(found[0].get("id"), int):
        raise RefusedError("Der Lauf hat keinen Bericht.")
    if int(found[0].get("size_in_bytes", 0)) > MAX_ARCHIVE:
        raise RefusedError("Das Archiv ist zu groß.")
    try:
        return service.download(f"{run.api}/actions/artifacts/{found[0]['id']}/zip", MAX_ARCHIVE)
    except ServiceError:
        raise RefusedError("Das Archiv lässt sich nicht laden.") from None


def _proposal(run: Run, service: Service, head: str, claimed: int | None) -> int | None:
    """The open proposal with the commit at its head; what the report claims is only a hint where to look."""
    candidates: list[Mapping[str, Any]] = []
    try:
        if claimed is not None:
            candidates.append(service.call("GET", f"{run.api}/pulls/{claimed}"))
        candidates.extend(service.call("GET", f"{run.api}/commits/{head}/pulls"))
    except ServiceError as error:
        if error.status not in (404, 422):
            raise
    for pull in candidates:
        if pull.get("state") == "open" and pull.get("head", {}).get("sha") == head:
            number = pull.get("number")
            return number if isinstance(number, int) else None
    return None


def _say(run: Run, service: Service, number: int, mark: str, text: str) -> str:
    """One comment of ours under an issue or proposal: updated where it is there."""
    for comment in _pages(service, f"{run.api}/issues/{number}/comments?"):
        if _is_ours(comment, mark):
            service.call("PATCH", f"{run.api}/issues/comments/{int(comment['id'])}", {"body": text})
            return f"Kommentar unter {number} erneuert."
    service.call("POST", f"{run.api}/issues/{number}/comments", {"body": text})
    return f"Kommentar unter {number} geschrieben."


def propose_form(run: Run, service: Service, library: Library) -> str:
    """Turn a labelled form issue into a branch and a proposal that credits its author; returns what was done."""
    number, body = run.number("issue", "number"), run.text("issue", "body")
    kinds = {form.label: kind for kind, form in FORMS.items()}
    kind = kinds.get(run.text("label", "name"))
    if number is None or kind is None:
        return "Dieses Etikett gehört zu keinem Formular."
    proposal = propose(library, body[:200_000], kind)
    branch = f"formular/{number}"
    _commit(run, service, proposal, branch, number)
    pull = _open(run, service, proposal, branch, number)
    service.call("POST", f"{run.api}/actions/workflows/{_CHECK}/dispatches", {"ref": branch})
    text = f"{MARK}\nDanke! Aus Ihren Angaben ist ein Vorschlag geworden: #{pull}. Dort läuft die Prüfung, und dort meldet sich die Redaktion.\n"
    _say(run, service, number, MARK, text + _open_points(proposal))
    return f"Vorschlag {pull} aus Formular {number}."


def _commit(run: Run, service: Service, proposal: Proposal, branch: str, number: int) -> None:
    """One commit with the one file on top of the main branch; a branch of an earlier try is replaced."""
    base = service.call("GET", f"{run.api}/git/ref/heads/{_main(run)}")["object"]["sha"]
    blob = service.call("POST", f"{run.api}/git/blobs", {"content": proposal.text, "encoding": "utf-8"})["sha"]
    entry = {"path": proposal.path, "mode": "100644", "type": "blob", "sha": blob}
    tree = service.call("POST", f"{run.api}/git/trees", {"base_tree": base, "tree": [entry]})["sha"]
    message = f"Propose {proposal.path} from form #{number}"
    commit = {"message": message, "tree": tree, "parents": [base], **_author(run)}
    sha = service.call("POST", f"{run.api}/git/commits", commit)["sha"]
    try:
        service.call("GET", f"{run.api}/git/ref/heads/{branch}")
    except ServiceError as error:
        if error.status != 404:
            raise
        service.call("POST", f"{run.api}/git/refs", {"ref": f"refs/heads/{branch}", "sha": sha})
    else:
        service.call("PATCH", f"{run.api}/git/refs/heads/{branch}", {"sha": sha, "force": True})


def _main(run: Run) -> str:
    name = run.text("repository", "default_branch")
    return name if re.fullmatch(r"[\w./-]{1,100}", name) else "main"


def _author(run: Run) -> dict[str, Any]:
    """The account that filled in the form, with the service's own address for it; nobody where it has an odd name."""
    login, user_id = run.text("issue", "user", "login"), run.number("issue", "user", "id")
    if not _LOGIN.fullmatch(login) or user_id is None:
        return {}
    return {"author": {"name": login, "email": f"{user_id}+{login}@users.noreply.github.com"}}


def _open(run: Run, service: Service, proposal: Proposal, branch: str, number: int) -> int:
    owner = run.repository.partition("/")[0]
    known = service.call("GET", f"{run.api}/pulls?state=open&head={owner}:{branch}")
    if known:
        return int(known[0]["number"])
    body = f"Aus dem Formular #{number}.\n\n{_open_points(proposal)}\nCloses #{number}\n"
    title = f"{proposal.type.label}: {proposal.id}"
    made = service.call("POST", f"{run.api}/pulls", {"title": title, "head": branch, "base": _main(run), "body": body})
    return int(made["number"])


def _open_points(proposal: Proposal) -> str:
    lines = [f"- {inert(question)}" for question in proposal.missing]
    text = "\nEs fehlt noch:\n\n" + "\n".join(lines) + "\n" if lines else ""
    if proposal.unplaced:
        text += "\nWas in kein Feld passte, steht am Ende der Datei unter „Nicht zugeordnet“.\n"
    return text


def keep_due_issue(run: Run, service: Service, entries: Iterable[Due], dead: Iterable[str]) -> str:
    """One open issue that lists what is due and which addresses are dead: opened, updated or closed."""
    due, addresses = list(entries), list(dead)
    ours = [issue for issue in _pages(service, f"{run.api}/issues?state=open&") if _is_ours(issue, DUE_MARK)]
    if not due and not addresses:
        for issue in ours:
            service.call("PATCH", f"{run.api}/issues/{int(issue['number'])}", {"state": "closed"})
        return "Nichts ist fällig."
    text = _due_text(due, addresses)
    if ours:
        service.call("PATCH", f"{run.api}/issues/{int(ours[0]['number'])}", {"body": text})
        return f"Liste {ours[0]['number']} erneuert."
    service.call("POST", f"{run.api}/issues", {"title": DUE_TITLE, "body": text})
    return "Liste angelegt."


def _pages(service: Service, address: str) -> Iterator[Mapping[str, Any]]:
    """The entries of a list that the service gives page by page."""
    for page in range(1, _MOST_PAGES + 1):
        found = service.call("GET", f"{address}per_page={_PAGE}&page={page}")
        yield from found
        if len(found) < _PAGE:
            return


def _is_ours(entry: Mapping[str, Any], mark: str) -> bool:
    """True for an issue or comment that we wrote; the mark alone anybody could write."""
    return (entry.get("user") or {}).get("login") == BOT and str(entry.get("body") or "").startswith(mark)


def _due_text(due: list[Due], addresses: list[str]) -> str:
    lines = [DUE_MARK]
    if due:
        lines += [
            "## Fällig",
            "",
            *(f"- {inert(d.record.path)}: {inert(d.record.title)}. {inert(d.text)}" for d in due),
            "",
        ]
    if addresses:
        lines += ["## Adressen, die nicht mehr gehen", "", *(f"- {inert(address)}" for address in addresses), ""]
    return "\n".join(lines)[:60_000] + "\n"
