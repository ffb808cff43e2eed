"""Parts of a case page: the facts box, what the practice takes, its context, and what was learned."""

from __future__ import annotations

from typing import Any

from praxis.labels import label
from praxis.records import Case
from praxis.relations.context import Fact, case_context
from praxis.relations.evidence import running_label
from praxis.site.model import SiteModel
from praxis.site.parts import age_bar, condition_words, first_upper, known, source_of_text, terms
from praxis.site.rows import fact
from praxis.vocabulary import ContextCondition
from praxis.wording import as_sentence, german_date, period_words

Piece = dict[str, Any]
_READINESS = (("manual", "schriftliche Anleitung"), ("training", "Schulung"), ("support", "Begleitung bei der Einführung"), ("visit", "Hospitation"))  # fmt: skip


def facts(model: SiteModel, case: Case) -> list[Piece]:
    """Where, for which age, since when, still running, as of when, from whom: first on a phone."""
    vocabulary = model.library.vocabulary
    lines = [
        _place(model, case),
        known(label="Alter", bar=age_bar(case.ages)),
        fact("Zeitraum", text=period_words(case.period) if case.period else ""),
        fact("Status", text=running_label(case, model.library.today) if case.status != "nicht-berichtet" else ""),
        fact("Stand der Angaben", text=german_date(case.as_of)),
        fact("Was es ist", text=_kind(case)),
        fact("Themen", links=terms(case.topics, "themen", vocabulary.topics)),
        fact("Grundlage", text=first_upper(source_of_text(case))),
        fact("Redaktionsstand", text=_shelf(case)),
    ]
    if case.transitions:
        lines.insert(2, fact("Übergänge", links=terms(case.transitions, "uebergaenge", vocabulary.transitions)))
    return lines


def _place(model: SiteModel, case: Case) -> Piece:
    municipality = model.library.municipalities.get(case.municipality)
    if municipality is None:
        return fact("Ort", text=case.municipality)
    state = municipality.state if municipality.state != municipality.title else ""
    return known(label="Ort", links=[{"title": municipality.title, "url": municipality.address}], note=state)


def _kind(case: Case) -> str:
    settings = ", ".join(first_upper(setting) for setting in case.settings)
    levels = ", ".join(case.levels)
    parts = [label("gegenstand", case.subject)]
    if settings:
        parts.append(f"Orte: {settings}")
    if levels:
        parts.append(f"Ebene: {levels}")
    return "; ".join(parts)


def _shelf(case: Case) -> str:
    if case.shelf == "geprueft" and case.review_note:
        return f"geprüft von: {case.review_note.office}, {german_date(case.review_note.date)}"
    return "beschrieben, nicht fachlich geprüft"


def needs(model: SiteModel, case: Case) -> list[Piece]:
    """Staff, money, lead time, partners; what is not reported says so."""
    lines = model.needs.get(case.id)
    if lines is None:
        lines = model.needs[case.id] = _needs(model, case)
    return lines


def _needs(model: SiteModel, case: Case) -> list[Piece]:
    who, readiness = case.who, case.readiness
    conditions = model.library.vocabulary.context_model.conditions
    bands = case.effort.bands() if case.effort else {}
    dated = f"Stand {german_date(case.effort.as_of)}" if case.effort and case.effort.as_of else ""
    lines = [
        known(**fact(title, text=_band(conditions.get(key), bands.get(key))), note=dated if key in bands else "")
        for key, title in (("personal", "Personal"), ("sachkosten", "Sachkosten"), ("anlauf", "Anlaufzeit"))
    ]
    lines.append(fact("Finanzierung", text=", ".join(label("finanzierung", key) for key in case.funding)))
    lines.append(fact("Träger", text=label("traeger", who.agency) if who and who.agency else ""))
    lines.append(fact("Federführung", text=(who.lead if who else None) or ""))
    lines.append(fact("Beteiligte", text=", ".join(who.partners) if who else ""))
    ready = [f"{title}: {value}" for key, title in _READINESS if readiness and (value := getattr(readiness, key))]
    lines.append(fact("Hilfen zur Übernahme", text="; ".join(ready)))
    return lines


def _band(condition: ContextCondition | None, band: str | None) -> str:
    return condition_words(condition, [band]) or band if condition and band else band or ""


def context(model: SiteModel, case: Case) -> tuple[list[Piece], int]:
    """The reported conditions by dimension, and the number of those that nobody reported."""
    model_of_context = model.library.vocabulary.context_model
    found: dict[str, list[Piece]] = {}
    unreported = len(model_of_context.conditions)
    for key, value in case_context(model.library, case).items():
        condition = model_of_context.conditions[key]
        unreported -= bool(value.values)
        found.setdefault(condition.dimension, []).append(_condition(condition, value))
    titles = model_of_context.dimensions
    return [{"title": titles[key].title, "rows": found[key]} for key in titles if key in found], unreported


def _condition(condition: ContextCondition, value: Fact) -> Piece:
    words = condition_words(condition, value.values)
    told = ""
    if words:
        told = "Angabe zur Kommune" if value.origin == "kommune" else "Angabe zur Praxis"
        told += f", Stand {german_date(value.as_of)}." if value.as_of else "."
    return known(
        label=condition.title,
        text=words,
        open=not words,
        tag=value.importance,
        note=" ".join(part for part in (as_sentence(value.note or ""), told) if part),
        condition=condition.id,
        values=" ".join(value.values),
    )


def lessons(case: Case) -> list[Piece]:
    """What worked, what was difficult, what ran differently, what one would change; only what is told."""
    told = case.lessons
    difficult = [
        f"{as_sentence(entry.obstacle)} Geholfen hat: {as_sentence(entry.solution)}"
        if entry.solution
        else entry.obstacle
        for entry in (told.difficult if told else ())
    ]
    groups = (
        ("Gelungen", told.worked if told else []),
        ("Schwierig", difficult),
        ("Anders als geplant", [case.deviation] if case.deviation else []),
        ("Was man heute anders machen würde", told.today_differently if told else []),
    )
    return [{"title": title, "texts": texts} for title, texts in groups if texts]
