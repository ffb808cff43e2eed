"""Case pages, in the order of a coordinator's questions, and their index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from praxis.records import Case
from praxis.relations.context import case_context
from praxis.relations.evidence import evidence_words, running_label
from praxis.relations.matching import gaps_answered
from praxis.relations.related import related_cases
from praxis.relations.reporting import reporting_card
from praxis.relations.reuse import adaptation_notes, reuses_of, transfer_experience
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import age_bar, condition_words, known, source_of_text, sources, terms
from praxis.site.rows import case_row, fact, section, trail
from praxis.wording import counted, german_date, period_words

Piece = dict[str, Any]
_AGENCY = {"oeffentlich": "öffentlicher Träger", "frei": "freier Träger", "gemischt": "öffentliche und freie Träger"}
_SHELF = {"entwurf": "Entwurf", "beschrieben": "beschrieben, nicht geprüft", "geprueft": "geprüft"}
_FUNDING = {
    "kommune": "Kommune", "land": "Land", "bund": "Bund", "esf": "ESF", "efre": "EFRE", "eler": "ELER",
    "stiftung": "Stiftung", "krankenkassen": "Krankenkassen", "spenden": "Spenden", "andere": "andere Mittel",
}  # fmt: skip


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a case, and the index."""
    for case in model.library.cases.values():
        yield _page(model, case)
    cases = sorted(model.library.cases.values(), key=lambda case: (model.place(case.municipality), case.title))
    rows = [case_row(model, case) for case in cases]
    links = [
        {"title": "nach Standard", "url": "standards/index.html"},
        {"title": "nach Alter", "url": "alter/index.html"},
        {"title": "nach Übergang", "url": "uebergaenge/index.html"},
        {"title": "nach Thema", "url": "themen/index.html"},
        {"title": "nach Kommune", "url": "kommunen/index.html"},
    ]
    yield Page(
        path="praxis/index.md",
        template="eintrag.html",
        title="Praxis",
        description="Alle Praxisbeispiele mit Ort, Alter, Standards und dem, was nicht berichtet ist.",
        data={
            "trail": trail(),
            "lead": f"{counted(len(rows), 'Praxisbeispiel', 'Praxisbeispiele')} aus Kommunen und Ländern, sortiert nach Ort.",
            "facts": [fact("Listen", links=links)],
            "sections": [section("alle", "Alle Praxisbeispiele", cases=rows, empty="Noch ist kein Fall erfasst.")],
        },
    )


def _page(model: SiteModel, case: Case) -> Page:
    evidence = evidence_words(case)
    rows, unreported = _context(model, case)
    return Page(
        path=f"praxis/{case.id}.md",
        template="praxis.html",
        title=case.title,
        description=case.short,
        data={
            "trail": trail(("Praxis", "praxis/index.html")),
            "short": case.short,
            "notices": _notices(model, case),
            "facts": _facts(model, case),
            "bar": age_bar(case.ages),
            "why": case.mechanism.text,
            "why_by": "So liest es die Redaktion." if case.mechanism.by == "redaktion" else "",
            "standards": _standards(model, case),
            "before": list(_before(case)),
            "context": rows,
            "context_open": f"Zu {counted(unreported, 'weiteren Bedingung', 'weiteren Bedingungen')} ist nichts berichtet.",
            "evidence": known(sentence=evidence.sentence, result=evidence.result, source=evidence.source_number),
            "card": [
                {"title": entry.title, "state": entry.state, "missing": ", ".join(entry.missing)}
                for entry in reporting_card(case)
            ],
            "after": list(_after(model, case)),
            "gaps": _gaps(model, case),
            "sources": sources(case),
            "contact": case.contact.office,
            "place": model.place(case.municipality),
            "as_of": german_date(case.as_of),
            "jsonld": _json_ld(model, case),
        },
        body=model.body(case),
        source=case.path,
    )


def _facts(model: SiteModel, case: Case) -> list[Piece]:
    vocabulary = model.library.vocabulary
    place = {"title": model.place(case.municipality), "url": f"kommunen/{case.municipality}.html"}
    who = case.who
    agency = ", ".join(part for part in ((_AGENCY.get(who.agency or "", ""), who.lead or "") if who else ()) if part)
    return [
        fact("Ort", links=[place] if case.municipality in model.library.municipalities else [], text=""),
        fact("Alter", text=age_bar(case.ages)["words"]),
        fact("Zeitraum", text=period_words(case.period)),
        fact("Stand", text=f"{running_label(case, model.library.today)}; Angaben von {german_date(case.as_of)}"),
        fact("Träger", text=agency or "nicht berichtet"),
        fact("Geld", text=", ".join(_FUNDING[key] for key in case.funding) or "nicht berichtet"),
        fact("Themen", links=terms(case.topics, "themen", vocabulary.topics)),
        fact("Herkunft des Textes", text=f"{source_of_text(case)}; {_SHELF[case.shelf]}"),
    ]


def _notices(model: SiteModel, case: Case) -> list[str]:
    if case.is_review_due(model.library.today) and case.review:
        return [f"Die Prüfung dieser Angaben war am {german_date(case.review)} fällig."]
    return []


def _standards(model: SiteModel, case: Case) -> list[Piece]:
    titles = model.library.vocabulary.standards
    return [
        known(title=titles[key].title, url=f"standards/{key}.html", note=text)
        for key, text in case.standards.items()
        if key in titles
    ]


def _before(case: Case) -> Iterator[Piece]:
    effort = case.effort.bands() if case.effort else {}
    texts = [f"{label}: {effort.get(key, 'nicht berichtet')}" for key, label in _EFFORT.items()]
    partners = ", ".join(case.who.partners) if case.who else ""
    texts.append(f"Beteiligte: {partners or 'nicht berichtet'}")
    yield section("aufwand", "Was es braucht", texts=texts)
    if case.core or case.form:
        kept = [f"Bleiben muss: {element.text}" for element in case.core]
        kept += [f"Sich ändern darf: {text}" for text in case.form]
        yield section("kern", "Was bleiben muss, was sich ändern darf", texts=kept)


_EFFORT = {
    "personal": "Personal (Vollzeitstellen)",
    "sachkosten": "Sachkosten im Jahr (Euro)",
    "anlauf": "Anlauf (Monate)",
}


def _context(model: SiteModel, case: Case) -> tuple[list[Piece], int]:
    facts = case_context(model.library, case)
    conditions = model.library.vocabulary.context_model.conditions
    rows = [
        known(
            title=conditions[key].title,
            value=condition_words(conditions[key], fact_.values),
            importance=fact_.importance,
            note=fact_.note,
            origin=("aus der Praxis" if fact_.origin == "praxis" else "von der Kommune")
            + (f", {german_date(fact_.as_of)}" if fact_.as_of else ""),
        )
        for key, fact_ in facts.items()
        if key in conditions
    ]
    return rows, len(conditions) - sum(1 for row in rows if "value" in row)


def _after(model: SiteModel, case: Case) -> Iterator[Piece]:
    library = model.library
    if case.lessons:
        lessons = [f"Gelungen: {text}" for text in case.lessons.worked]
        lessons += [
            f"Schwierig: {entry.obstacle}" + (f" – geholfen hat: {entry.solution}" if entry.solution else "")
            for entry in case.lessons.difficult
        ]
        lessons += [f"Heute anders: {text}" for text in case.lessons.today_differently]
        yield section("lehren", "Was man gelernt hat", texts=lessons)
    reuses = reuses_of(library, case.id)
    yield section(
        "nachnutzung",
        "Wer es übernommen hat",
        intro=transfer_experience(library, case).text,
        texts=[note.text for reuse in reuses for note in adaptation_notes(library, reuse)],
        links=[{"title": reuse.title, "url": reuse.address} for reuse in reuses],
    )
    related = related_cases(library, case)
    yield section(
        "verwandt",
        "Verwandte Praxis",
        links=[
            {"title": f"{entry.case.title} ({model.place(entry.case.municipality)})", "url": entry.case.address}
            for entry in related
        ],
        empty="Noch ist keine verwandte Praxis erfasst.",
    )


def _gaps(model: SiteModel, case: Case) -> list[Piece]:
    pairs = gaps_answered(model.library).get(case.id, ())
    return [
        {
            "title": gap.question,
            "url": gap.address,
            "note": "von der Redaktion bestätigt" if match.is_confirmed else f"berechnet: {match.reasons[0].text}",
        }
        for gap, match in pairs
    ]


def _json_ld(model: SiteModel, case: Case) -> str:
    """The case for machines; no sign in it can end the script element it stands in."""
    data = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": model.settings.absolute(case.address),
        "name": case.title,
        "description": case.short,
        "inLanguage": "de",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "spatialCoverage": model.place(case.municipality),
        "dateModified": case.as_of.isoformat(),
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
