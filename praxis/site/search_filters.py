"""What the search understands as a filter of the Praxisfinder: its values, in the words that people have for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from praxis.library import Library
from praxis.records.values import NOT_REPORTED
from praxis.relations.derived import derived
from praxis.search.filters import AGE, Choice, Recogniser, Understood, age_label, choice, rest_of
from praxis.site.finder.case_facets import case_facets

FINDER: Final = "praxis/index.html"
_BY_TITLE: Final = ("standard", "thema", "uebergang", "kommune", "programm", "land")
"""Facets whose values people call by their titles."""
_WORDS: Final[Mapping[tuple[str, str], Sequence[str]]] = {
    ("status", "geplant"): ("geplant", "in Planung"),
    ("status", "laeuft"): ("läuft", "laufend", "laufendes"),
    ("status", "verstetigt"): ("verstetigt", "dauerhaft gesichert"),
    ("status", "beendet"): ("beendet", "abgeschlossen", "ausgelaufen"),
    ("status", "abgebrochen"): ("abgebrochen", "gescheitert", "eingestellt"),
    ("finanzierung", "kommune"): ("kommunal finanziert", "aus dem Haushalt", "Eigenmittel"),
    ("finanzierung", "land"): ("Landesmittel", "Landesförderung", "vom Land gefördert"),
    ("finanzierung", "bund"): ("Bundesmittel", "Bundesförderung", "vom Bund gefördert"),
    ("finanzierung", "esf"): ("ESF", "Europäischer Sozialfonds"),
    ("finanzierung", "efre"): ("EFRE", "Europäischer Fonds für regionale Entwicklung"),
    ("finanzierung", "eler"): ("ELER", "Europäischer Landwirtschaftsfonds"),
    ("finanzierung", "stiftung"): ("Stiftung", "Stiftungsmittel"),
    ("finanzierung", "krankenkassen"): ("Krankenkasse", "Krankenkassen", "GKV"),
    ("finanzierung", "spenden"): ("Spende", "Spenden", "Sponsoren"),
    ("nachweis", "nachgewiesen"): ("nachgewiesen", "nachgewiesene Wirkung", "belegte Wirkung"),
    ("nachweis", "wahrscheinlich"): ("wahrscheinliche Wirkung",),
    ("nachweis", "beobachtet"): ("beobachtete Wirkung",),
    ("nachweis", "begruendet"): ("begründete Wirkung",),
    ("land", "nordrhein-westfalen"): ("NRW",),
    ("stufe", "geprueft"): ("geprüft", "geprüfte Praxis", "geprüfte Beispiele"),
}
_PHASES: Final[Mapping[tuple[int, int], Sequence[str]]] = {
    (0, 1): ("Säuglinge", "Babys", "Neugeborene", "erstes Lebensjahr"),
    (0, 3): ("unter drei", "Krippenalter", "Krippenkinder"),
    (1, 3): ("Kleinkinder", "Kleinkindalter"),
    (3, 6): ("Kita-Alter", "Kita Alter", "Kita-Kinder", "Kindergartenalter", "Kindergartenkinder"),
    (5, 6): ("Vorschulalter", "Vorschulkinder"),
    (6, 10): ("Grundschulalter", "Grundschulkinder"),
    (10, 16): ("Sekundarstufe", "Sek I"),
    (14, 18): ("Jugendliche", "Jugendalter"),
    (18, 27): ("junge Erwachsene", "junge Volljährige"),
}
"""Years of life by their everyday names; Jugendliche and junge Volljährige as in § 7 SGB VIII."""
_BEFORE_NAMES: Final = ("Kreis ", "Landkreis ", "Stadt ")


@derived
def choices(library: Library) -> tuple[Choice, ...]:
    """Everything that can be understood, facet by facet; places, topics and the like that no case has are left out."""
    return (*_ages(library), *_values(library))


@derived
def recogniser(library: Library) -> Recogniser:
    """What finds the choices in queries."""
    return Recogniser(choices(library))


def finder_address(text: str, chosen: Sequence[Understood]) -> str:
    """The finder with filters set and the other words of the query in its field, relative to the site."""
    values: dict[str, list[str]] = {}
    for each in chosen:
        values.setdefault(each.facet, []).append(quote(each.value))
    rest = rest_of(text, chosen)
    parts = ([f"q={quote(rest)}"] if rest else []) + [f"{facet}={','.join(named)}" for facet, named in values.items()]
    return f"{FINDER}?{'&'.join(parts)}"


def _ages(library: Library) -> Iterator[Choice]:
    for (first, last), wordings in _PHASES.items():
        yield choice(AGE, f"{first}-{last}", f"Alter: {age_label(first, last)}", wordings)
    for group in library.vocabulary.age_groups.values():
        yield choice(AGE, group.id, f"Alter: {group.title}", (group.title,))


def _values(library: Library) -> Iterator[Choice]:
    for facet in case_facets(library):
        for value, records in zip(facet.values, facet.lists, strict=True):
            if value.id != NOT_REPORTED and (records or (facet.id, value.id) in _WORDS):
                wordings = tuple(_wordings(library, facet.id, value.id, value.title))
                if wordings:
                    yield choice(facet.id, value.id, f"{facet.title}: {value.title}", wordings)


def _wordings(library: Library, facet: str, value: str, title: str) -> Iterator[str]:
    yield from _WORDS.get((facet, value), ())
    if facet in _BY_TITLE:
        yield title
    if facet in ("standard", "thema"):
        yield value.replace("-", " ")
    if facet == "thema":
        yield from library.vocabulary.topics[value].synonyms
    if facet == "kommune":
        yield from (title.removeprefix(before) for before in _BEFORE_NAMES if title.startswith(before))
    if facet == "programm":
        yield title.split("!")[0].split("–")[0]
