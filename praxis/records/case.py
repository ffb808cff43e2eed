"""Praxisbeispiel: a practice of one municipality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from praxis.records.base import FieldPath, Record, Reference, name_all
from praxis.records.choices import (
    AgencyKind,
    Editorial,
    EndReason,
    Funding,
    Grade,
    Level,
    Reading,
    Shelf,
    Status,
    Subject,
)
from praxis.records.dates import Date, Day
from praxis.records.values import (
    NOT_REPORTED,
    Ages,
    Context,
    Effort,
    Identifier,
    Line,
    Model,
    Period,
    Source,
    Text,
    Url,
    YesNo,
    one_or_many,
    short_form,
    unless,
    word_or_mapping,
)

Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Approval(Model):
    """Who approved, and when."""

    office: Line = Field(alias="stelle", description="Stelle, die es bestätigt hat; keine Person.")
    date: Day = Field(alias="datum", description="Datum der Bestätigung.")


class Office(Model):
    """An office that can be asked."""

    office: Line = Field(alias="stelle", description="Name der Stelle; keine Person.")
    url: Url | None = Field(None, description="Adresse ihrer Website.")
    email: Line | None = Field(None, description="Postfach der Stelle, keine persönliche Adresse.")
    phone: Line | None = Field(None, alias="telefon", description="Nummer der Stelle.")


class Agency(Model):
    """Who runs the practice."""

    agency: AgencyKind | None = Field(None, alias="traeger", description="Art der Trägerschaft.")
    lead: Line | None = Field(None, alias="federfuehrung", description="Stelle, die es verantwortet.")
    partners: Annotated[list[Line], BeforeValidator(one_or_many)] = Field(
        [], alias="beteiligte", description="Weitere beteiligte Stellen."
    )


class CoreElement(Model):
    """An element that must stay; elements can be taken over one by one."""

    id: Identifier | None = Field(None, description="Kennung, mit der Nachnutzungen das Element nennen.")
    text: Text = Field(description="Das Element in einem Satz.")


class Mechanism(Model):
    """Why the practice should work."""

    text: Text = Field(description="Die angenommene Wirkweise.")
    by: Reading = Field("kommune", alias="von", description="Wessen Lesart es ist.")


class CaseEffort(Effort):
    """What the practice takes, with the date of the figures."""

    as_of: Date | None = Field(None, alias="stand", description="Von wann die Angaben sind.")


class Readiness(Model):
    """What helps others to take the practice over."""

    manual: YesNo | None = Field(None, alias="handbuch", description="Gibt es eine schriftliche Anleitung?")
    training: YesNo | None = Field(None, alias="schulung", description="Gibt es Schulungen?")
    support: YesNo | None = Field(None, alias="begleitung", description="Wird die Einführung begleitet?")
    visit: YesNo | None = Field(None, alias="hospitation", description="Kann man es vor Ort ansehen?")


class Evidence(Model):
    """What is known about effects, in words."""

    grade: Grade = Field(alias="grad", description="Wie gut die Wirkung belegt ist.")
    kinds: Annotated[list[Line], BeforeValidator(one_or_many)] = Field(
        [],
        alias="art",
        description="Art der Belege, etwa: prozessdaten, befragung, evaluation, begleitforschung, preis, eigenaussage.",
    )
    result: Text | None = Field(None, alias="ergebnis", description="Das Ergebnis in einem Satz, mit Zahl und Jahr.")
    source: int | None = Field(None, alias="quelle", ge=1, description="Nummer der Quelle in der Liste „quellen“.")


class Obstacle(Model):
    """An obstacle and what helped."""

    obstacle: Text = Field(alias="huerde", description="Was schwierig war.")
    solution: Text | None = Field(None, alias="loesung", description="Was geholfen hat.")


class Lessons(Model):
    """What those who did it have learned."""

    worked: Annotated[list[Text], BeforeValidator(one_or_many)] = Field(
        [], alias="gelungen", description="Was gelungen ist."
    )
    difficult: list[Annotated[Obstacle, short_form("huerde")]] = Field(
        [], alias="schwierig", description="Hürden und Lösungen."
    )
    today_differently: Annotated[list[Text], BeforeValidator(one_or_many)] = Field(
        [], alias="heute_anders", description="Was man heute anders machen würde."
    )


def _standards(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(term, str) for term in value):
        return dict.fromkeys(value, "")
    if isinstance(value, dict):
        return {term: "" if text is None else text for term, text in value.items()}
    return value


class Case(Record):
    """A practice of one municipality, described so that others can judge whether it fits them."""

    kind: ClassVar[str] = "praxis"
    folder: ClassVar[str] = "praxis"
    label: ClassVar[str] = "Praxisbeispiel"

    short: Short = Field(alias="kurz", description="Was es ist, in einem Satz (höchstens 200 Zeichen).")
    municipality: Identifier = Field(
        alias="kommune", description="Kennung der Kommune: der Name ihrer Datei ohne „.md“."
    )
    subject: Subject = Field("angebot", alias="gegenstand", description="Was beschrieben wird.")
    shelf: Shelf = Field(
        "beschrieben",
        alias="stufe",
        description="Entwürfe werden nicht veröffentlicht; „geprueft“ braucht einen Prüfvermerk.",
    )
    review_note: Approval | None = Field(
        None, alias="pruefvermerk", description="Welche Stelle den Fall geprüft hat, und wann; trägt die Redaktion ein."
    )
    release: Annotated[
        Annotated[Approval, Tag("<felder>")] | Annotated[Editorial, Tag("<wort>")],
        Discriminator(word_or_mapping),
    ] = Field(
        "redaktionell",
        alias="freigabe",
        description="„redaktionell“ (aus öffentlichen Quellen) oder die Stelle der Kommune, die den Text freigegeben hat.",
    )
    status: Status = Field(alias="status", description="Wie es um die Praxis steht.")
    end_reason: EndReason | None = Field(
        None, alias="ende_grund", description="Warum sie endete; nur bei „beendet“ oder „abgebrochen“."
    )
    period: Annotated[Period | None, unless(NOT_REPORTED)] = Field(
        alias="zeitraum", description="{von, bis} als Jahre oder „nicht-berichtet“."
    )
    standards: Annotated[dict[Identifier, str], BeforeValidator(_standards)] = Field(
        min_length=1, description="Kennung des Standards: wie die Praxis ihn erfüllt. Ohne Texte genügt eine Liste."
    )
    ages: Ages = Field(alias="alter", description="{von, bis} in Jahren, „altersuebergreifend“ oder „nicht-berichtet“.")
    transitions: list[Identifier] = Field(
        [], alias="uebergaenge", description="Übergänge im Leben der Kinder, die sie gestaltet."
    )
    topics: list[Identifier] = Field(alias="themen", min_length=1, description="Themen aus dem Vokabular.")
    levels: list[Level] = Field(
        [], alias="handlungsebenen", description="Ebenen der Präventionskette, auf denen gehandelt wird."
    )
    mechanism: Annotated[Mechanism, short_form("text")] = Field(
        alias="warum", description="Warum es wirken soll; {text, von: redaktion}, wo es die Lesart der Redaktion ist."
    )
    who: Agency | None = Field(
        None, alias="wer", description="Wer es trägt, wer es verantwortet, wer mitwirkt; Stellen, keine Personen."
    )
    settings: Annotated[list[Line], BeforeValidator(one_or_many)] = Field(
        [],
        alias="wo",
        description="Orte des Alltags, an denen es stattfindet, etwa: familie, quartier, kita, schule, klinik, arztpraxis, jugendhilfe, verwaltung, beruf, digital.",
    )
    core: list[Annotated[CoreElement, short_form("text")]] = Field(
        [], alias="kern", description="Was bleiben muss, wenn andere es übernehmen; ein Text je Element genügt."
    )
    form: Annotated[list[Text], BeforeValidator(one_or_many)] = Field(
        [], alias="form", description="Was sich ändern darf, ohne dass es etwas anderes wird."
    )
    deviation: Text | None = Field(None, alias="abweichung", description="Was anders lief als geplant, und warum.")
    quality_assurance: Text | None = Field(
        None,
        alias="qualitaetssicherung",
        description="Wie die Qualität gesichert wird: Leitfäden, Fortbildung, Rückmeldungen, Auswertung.",
    )
    context: Context = Field(
        {},
        alias="kontext",
        description="Bedingungen vor Ort. Je Zeile „bedingung: wert“ oder {wert, bedeutung, hinweis, stand}; "
        "was fehlt, wird von der Kommune übernommen oder gilt als nicht berichtet.",
    )
    effort: CaseEffort | None = Field(
        None, alias="aufwand", description="Personal, Sachkosten und Anlaufzeit in Spannen, mit dem Jahr der Angaben."
    )
    funding: list[Funding] = Field([], alias="finanzierung", description="Woher das Geld kommt.")
    readiness: Readiness | None = Field(
        None, alias="reife", description="Was die Übernahme erleichtert; was fehlt, gilt als nicht berichtet."
    )
    evidence: Evidence | None = Field(
        None, alias="nachweis", description="Was über Wirkungen bekannt ist, in Worten und mit Beleg."
    )
    lessons: Lessons | None = Field(
        None, alias="lehren", description="Was gelungen ist, was schwierig war und was man heute anders machen würde."
    )
    origins: list[Identifier] = Field([], alias="herkunft", description="Fälle, aus denen Elemente übernommen wurden.")
    contact: Office = Field(alias="kontakt", description="{stelle: …}; eine Stelle, keine Person.")
    sources: list[Source] = Field(
        alias="quellen", min_length=1, description="Belege, nummeriert in dieser Reihenfolge."
    )
    as_of: Date = Field(alias="stand", description="Von wann die Angaben sind: Jahr-Monat-Tag, Jahr-Monat oder Jahr.")

    @property
    def is_draft(self) -> bool:
        """True if the case is checked but not published."""
        return self.shelf == "entwurf"

    def references(self) -> Iterator[Reference]:
        """See :meth:`Record.references`."""
        yield Reference(("kommune",), "kommune", self.municipality)
        for term in self.standards:
            yield Reference(("standards", term), "standard", term)
        yield from name_all("uebergaenge", "uebergang", self.transitions)
        yield from name_all("themen", "thema", self.topics)
        yield from name_all("herkunft", "praxis", self.origins)

    def contexts(self) -> Iterator[tuple[FieldPath, Context]]:
        """See :meth:`Record.contexts`."""
        yield ("kontext",), self.context
