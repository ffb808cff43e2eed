"""The page for the office: what is due, incomplete, unanswered, unmatched and without consent."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from typing import Any

from praxis.records import Case, Gap
from praxis.relations.care import INCOMPLETE_FROM, Due, due, incomplete, unanswered, unmatched, without_consent
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.record_page import index_page
from praxis.site.rows import link, section
from praxis.wording import counted, enumeration, german_date, without_stop

Piece = dict[str, Any]
_AHEAD = 90
"""Days that the page looks ahead."""


def pages(model: SiteModel) -> Iterator[Page]:
    """The one page; the navigation does not name it, „Mitmachen“ does."""
    yield index_page(
        "betreuung",
        "Betreuung der Sammlung",
        f"Was die Redaktion als Nächstes tun kann: Stand {german_date(model.library.today)}.",
        _sections(model),
    )


def _sections(model: SiteModel) -> Iterator[Piece]:
    library = model.library
    listed = due(library, _AHEAD)
    yield section(
        "faellig",
        "Fällig",
        intro=_summary(model, listed),
        links=[link(entry.record, entry.text) for entry in listed],
        empty=f"In den nächsten {_AHEAD} Tagen steht keine Prüfung und kein verabredeter Schritt an.",
    )
    open_cases = incomplete(library)
    yield section(
        "unvollstaendig",
        "Unvollständig",
        intro=f"{_count(open_cases)} zu mindestens {INCOMPLETE_FROM} der neun Punkte der Berichtskarte nichts.",
        links=[link(case, f"Nicht berichtet: {enumeration(titles)}.") for case, titles in open_cases],
        empty="Jedes Praxisbeispiel sagt zu den meisten Punkten der Berichtskarte etwas.",
    )
    yield section(
        "unbeantwortet",
        "Unbeantwortet",
        intro="Lücken ohne Meldung einer Kommune und ohne bestätigte Antwort, die älteste zuerst.",
        links=[_gap(gap) for gap in unanswered(library)],
        empty="Zu jeder Lücke gibt es eine Meldung oder eine bestätigte Antwort.",
    )
    yield section(
        "ohne-treffer",
        "Ohne Treffer",
        intro="Lücken, zu denen keine erfasste Praxis passt.",
        links=[_gap(gap) for gap in unmatched(library)],
        empty="Zu jeder Lücke passt wenigstens eine erfasste Praxis.",
    )
    yield section(
        "ohne-freigabe",
        "Ohne Freigabe",
        intro="Praxisbeispiele aus öffentlichen Quellen, die noch keine Kommune freigegeben hat.",
        links=[_case(model, case) for case in without_consent(library)],
        empty="Jeder Text ist von der genannten Stelle freigegeben.",
        after=("Wie Texte entstehen und freigegeben werden", "mitmachen/index.html"),
    )


def _summary(model: SiteModel, listed: list[Due]) -> str:
    if not listed:
        return ""
    late = sum(entry.is_overdue(model.library.today) for entry in listed)
    ahead = len(listed) - late
    parts = [counted(late, "Schritt ist überfällig", "Schritte sind überfällig", "kein")]
    if ahead:
        parts.append(f"{counted(ahead, 'steht', 'stehen')} in den nächsten {_AHEAD} Tagen an")
    return f"{enumeration(parts)[0].upper()}{enumeration(parts)[1:]}."


def _count(cases: Sized) -> str:
    return counted(len(cases), "Praxisbeispiel sagt", "Praxisbeispiele sagen")


def _gap(gap: Gap) -> Piece:
    return link(gap, f"Gemeldet {german_date(gap.reported)}: {without_stop(gap.question)}")


def _case(model: SiteModel, case: Case) -> Piece:
    return link(case, f"{model.place(case.municipality)}; Kontakt: {without_stop(case.contact.office)}.")
