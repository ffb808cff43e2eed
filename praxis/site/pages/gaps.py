"""Gap pages with answers and reasons, and their index with „Gesucht“."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from praxis.labels import label
from praxis.records import Gap
from praxis.records.values import ALL_AGES, AgeSpan
from praxis.relations.browser_data import span_text
from praxis.relations.chapters import chapters_of
from praxis.relations.context import ComparedCondition, Result, gap_context
from praxis.relations.facets import materials_by_standard, materials_by_topic
from praxis.relations.gap_history import GapEvent, gap_history
from praxis.relations.gap_status import suggested_status
from praxis.relations.matching import Match, gap_matches
from praxis.relations.meetings import offer_lines
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages import gap_index
from praxis.site.parts import age_bar, condition_words, first_upper, gap_origin, known, reference, sources, terms
from praxis.site.rows import condition_row, fact, gap_status, section, trail
from praxis.wording import enumeration, german_date, number_word

Piece = dict[str, Any]
_SECTIONS = {"thema": "themen", "standard": "standards"}
_MATERIALS = 5
_COMPARED = 3
"""Cases that the link to the comparison names."""
_HELP = ("So tragen Sie eine Praxis oder einen Rat bei", "mitmachen/index.html")


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a gap, and the index."""
    for gap in model.library.gaps.values():
        yield _page(model, gap)
    yield gap_index.index(model)


def _page(model: SiteModel, gap: Gap) -> Page:
    matches = gap_matches(model.library)[gap.id]
    contrast = matches.contrast
    return Page(
        path=f"luecken/{gap.id}.md",
        template="luecke.html",
        title=gap.title,
        description=gap.question,
        data=known(
            trail=trail(("Lücken", "luecken/index.html")),
            question=gap.question,
            is_editorial=gap.origin == "redaktionell",
            notices=_notices(model, gap),
            facts=_facts(model, gap),
            context=_context(model, gap),
            advice=_advice(model, gap),
            matches=[_match(model, match) for match in matches.matches],
            compare=_compare(gap, matches.matches),
            describe=_describe(gap),
            nearest=[{"title": title, "url": f"{_SECTIONS[kind]}/{key}.html"} for kind, key, title in matches.nearest],
            contrast=known(**_match(model, contrast.match), why=contrast.why) if contrast else {},
            sections=list(_sections(model, gap)),
            sources=sources(gap),
        ),
        body=model.body(gap),
        source=gap.path,
    )


def _notices(model: SiteModel, gap: Gap) -> list[str]:
    texts = []
    if gap.origin == "redaktionell":
        texts.append("Diese Lücke hat die Redaktion aus einem Text gefolgert. Sie ist keine Frage einer Kommune.")
    if gap.is_review_due(model.library.today):
        texts.append(f"Festgehalten: {german_date(gap.reported)}. Ob der Bedarf noch besteht, ist nicht bestätigt.")
    if suggestion := suggested_status(model.library, gap):
        texts.append(
            f"{suggestion.text} Danach könnte der Status „{label('luecke', suggestion.status)}“ lauten; das entscheidet die Redaktion."
        )
    return texts


def _facts(model: SiteModel, gap: Gap) -> list[Piece]:
    vocabulary = model.library.vocabulary
    meeting = model.library.meetings.get(gap.meeting or "")
    lines = [
        fact("Wessen Frage", text=f"{first_upper(gap_origin(gap))}, {german_date(gap.reported)}"),
        _place("Kommune", model, gap.municipality) if gap.municipality else fact("Kommune", text="nicht genannt"),
        fact("Status", text="" if gap.status == "nicht-berichtet" else gap_status(gap)),
        known(label="Alter", bar=age_bar(gap.ages)),
        fact("Standards", links=terms(gap.standards, "standards", vocabulary.standards)),
        fact("Themen", links=terms(gap.topics, "themen", vocabulary.topics)),
    ]
    if meeting:
        lines.append(fact("Vorgestellt beim", links=[reference(meeting)]))
    if gap.presented_by:
        lines.append(_place("Vorgestellt von", model, gap.presented_by))
    return lines


def _place(name: str, model: SiteModel, municipality_id: str) -> Piece:
    found = model.library.municipalities.get(municipality_id)
    return fact(name, links=[reference(found)]) if found else fact(name, text=municipality_id)


def _context(model: SiteModel, gap: Gap) -> list[Piece]:
    """What is known of the place that asks, decisive conditions first, unknown ones included."""
    conditions = model.library.vocabulary.context_model.conditions
    facts = gap_context(model.library, gap)
    keys = [*(key for key in gap.decisive if key in conditions), *(key for key in facts if key not in gap.decisive)]
    lines = []
    for key in keys:
        found = facts.get(key)
        words = condition_words(conditions[key], found.values) if found else ""
        at_most = "höchstens " if words and found and gap.limits and key in gap.limits.bands() else ""
        tag = "entscheidend" if key in gap.decisive else ""
        lines.append(
            known(**fact(conditions[key].title, text=at_most + words), tag=tag, note=found.note if found else "")
        )
    return lines


def _match(model: SiteModel, match: Match) -> Piece:
    case = match.case
    counts = Counter(condition.result for condition in match.conditions)
    return known(
        id=case.id,
        title=case.title,
        url=case.address,
        place=model.place(case.municipality),
        short=case.short,
        mark=_mark(model, match),
        confirmed=match.is_confirmed,
        reasons=[reason.text for reason in match.reasons],
        summary=f"{counts[Result.FITS]} passt, {counts[Result.DEVIATES]} weicht ab, {counts[Result.UNREPORTED]} nicht berichtet",
        calls=[condition_row(row) for row in match.conditions if _is_called_out(row)],
        conditions=[condition_row(row) for row in match.conditions if not _is_called_out(row)],
    )


def _compare(gap: Gap, matches: Iterable[Match]) -> Piece:
    """The way to the comparison of the first cases: one step from the gap, also without a shortlist."""
    ids = [match.case.id for match in matches][:_COMPARED]
    if len(ids) < 2:
        return {}
    number = number_word(len(ids))
    return {
        "title": f"Die ersten {number} nebeneinander vergleichen",
        "url": f"vergleich/index.html?faelle={','.join(ids)}&luecke={gap.id}",
    }


def _describe(gap: Gap) -> str:
    """Address of the page for one's own gap, with what this one says."""
    ages = gap.ages if gap.ages == ALL_AGES else span_text(gap.ages) if isinstance(gap.ages, AgeSpan) else ""
    stated = {
        "frage": gap.question,
        "alter": ages,
        "standards": ",".join(gap.standards),
        "themen": ",".join(gap.topics),
        "ebenen": ",".join(gap.levels),
        "entscheidend": ",".join(gap.decisive),
    }
    return "luecke-beschreiben/index.html?" + "&".join(
        f"{key}={quote(text, safe=',')}" for key, text in stated.items() if text
    )


def _is_called_out(row: ComparedCondition) -> bool:
    return row.result is Result.DEVIATES and row.importance == "unverzichtbar"


def _mark(model: SiteModel, match: Match) -> str:
    confirmed = "von der Redaktion bestätigte Antwort"
    if match.offered_by:
        offer = f"Angebot von {enumeration(model.place(place) for place in match.offered_by)}"
        return f"{offer}, {confirmed}" if match.is_confirmed else offer
    return first_upper(confirmed) if match.is_confirmed else "Berechneter Treffer"


def _sections(model: SiteModel, gap: Gap) -> Iterator[Piece]:
    tried = [f"{entry.what} – {entry.result or 'Ergebnis nicht berichtet'}" for entry in gap.tried]
    yield section(
        "versucht", "Was schon versucht wurde", texts=tried, empty="Was schon versucht wurde, ist nicht berichtet."
    )
    yield section("verlauf", "Verlauf", defs=[_event(event) for event in gap_history(model.library, gap)])
    if not gap.offers:
        yield section(
            "angebote",
            "Angebote anderer Kommunen",
            empty="Angebote anderer Kommunen sind nicht erfasst. Haben Sie eine Lösung oder einen Rat, auch einen gescheiterten Versuch?",
            after=_HELP,
        )
    chapters = chapters_of(model.library, gap.standards)
    materials, by_topic = materials_by_standard(model.library), materials_by_topic(model.library, narrower=False)
    shared = Counter(item.id for key in gap.standards for item in materials.get(key, ()))
    shared.update(item.id for key in gap.topics for item in by_topic.get(key, ()))
    nearest = [model.library.materials[key] for key, _ in shared.most_common(_MATERIALS)]
    links = [*(reference(chapter) for chapter in chapters), *(reference(item) for item in nearest)]
    if links:
        yield section("handbuch", "Im Handbuch und in Materialien", links=links)


def _event(event: GapEvent) -> Piece:
    links = [reference(event.record)] if event.record else []
    return known(label=event.date_words, text=f"{event.text} " if links else event.text, links=links)


def _advice(model: SiteModel, gap: Gap) -> list[str]:
    """Offers of advice without a practice: they stand before everything that was computed."""
    return [line.text for line in offer_lines(model.library, gap) if line.case is None]
