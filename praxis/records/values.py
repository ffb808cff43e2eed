"""Values that records share: age spans, sources, contexts, effort, and the short forms that stand for them.

Short forms that editors may write (a text where a mapping is possible) are turned into the long form before
validation, so that each field has one shape and every message one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from praxis.lookalikes import foreign_letter
from praxis.records.choices import AgeWord, Importance
from praxis.records.dates import Date, Year
from praxis.suggestions import as_id

NOT_REPORTED = "nicht-berichtet"
ALL_AGES = "altersuebergreifend"
PREGNANCY = "schwangerschaft"
BEFORE_BIRTH = -0.75
"""Start of a span that begins with the pregnancy, in years (nine months before birth)."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'\\/?#@]+(?:[/?#][^\s<>\"\\]*)?")
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Model(BaseModel):
    """Base of everything an editor writes: German aliases, no unknown keys, unchangeable once read."""

    # Validators are built at first use: those of the parts are within those of the records and never used alone.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True, defer_build=True)


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise PydanticCustomError("adresse-form", "", {"wert": value})
    return value


def _age(value: object) -> float:
    if value == PREGNANCY:
        return BEFORE_BIRTH
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 120:
        return float(value)
    raise PydanticCustomError("feld-typ", "", {"erwartet": "eine Zahl in Jahren oder „schwangerschaft“"})


def _identifier(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError("kennung-form", "", {"wert": value, "hinweis": _hint(value[:200])})
    return value


def _hint(value: str) -> str:
    meant = "" if "/" in value else as_id(value)
    return foreign_letter(value) or (f"Gemeint ist wohl „{meant}“." if meant else "")


_AGE_SCHEMA = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 120}, {"const": PREGNANCY}]}

Age = Annotated[
    float,
    PlainValidator(_age),
    PlainSerializer(lambda age: PREGNANCY if age < 0 else int(age) if age.is_integer() else age),
    WithJsonSchema(_AGE_SCHEMA),
]
Identifier = Annotated[str, AfterValidator(_identifier)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Url = Annotated[Line, AfterValidator(_address)]
"""A complete address of the web: nothing else becomes a link."""
YesNo = Literal["ja", "nein"]


@dataclass(frozen=True, slots=True)
class ShortForm(BeforeValidator):
    """A validator that lets a plain text stand for a mapping with only ``key``."""

    key: str = ""


@dataclass(frozen=True, slots=True)
class Unless(BeforeValidator):
    """A validator that turns the one ``word`` (said to be unknown) into None."""

    word: str = ""


def short_form(key: str) -> ShortForm:
    """A plain text may stand for a mapping with only ``key``."""

    def expand(value: Any) -> Any:
        return {key: value} if isinstance(value, (str, int, float, bool)) else value

    return ShortForm(expand, key=key)


def one_or_many(value: Any) -> Any:
    """A single text or mapping where a list may stand."""
    return [value] if isinstance(value, (str, dict)) else value


def unless(word: str) -> Unless:
    """The one ``word`` may stand where a value is unknown."""
    return Unless(lambda value: None if value == word else value, word=word)


class AgeSpan(Model):
    """Ages in years, half-open: 0–3 ends with the third birthday; ``von = bis`` means that one year."""

    start: Age = Field(
        alias="von", description="Alter in Jahren, mit dem es beginnt; „schwangerschaft“ = vor der Geburt."
    )
    end: Age = Field(
        alias="bis", description="Alter in Jahren, mit dem es endet (der Geburtstag, an dem es vorbei ist)."
    )

    @property
    def bounds(self) -> tuple[float, float]:
        """Start and end in years, half-open, never empty."""
        return (self.start, self.end if self.end > self.start else self.start + 1)

    def overlaps(self, other: AgeSpan) -> bool:
        """True if both spans share some time."""
        (start, end), (other_start, other_end) = self.bounds, other.bounds
        return start < other_end and other_start < end

    def touches(self, other: AgeSpan) -> bool:
        """True if one span begins exactly where the other ends."""
        (start, end), (other_start, other_end) = self.bounds, other.bounds
        return start == other_end or other_start == end


def word_or_mapping(value: Any) -> str:
    """Discriminator of a field that takes a word or a mapping; its tags never are keys of a record."""
    return "<wort>" if isinstance(value, str) else "<felder>"


Ages = Annotated[
    Annotated[AgeSpan, Tag("<felder>")] | Annotated[AgeWord, Tag("<wort>")],
    Discriminator(word_or_mapping),
]
"""An age span, ``altersuebergreifend`` (a structure for all ages) or ``nicht-berichtet``."""


class Period(Model):
    """Years in which something ran."""

    start: Year = Field(alias="von", description="Jahr des Beginns, vierstellig.")
    end: Year | None = Field(None, alias="bis", description="Jahr des Endes; fehlt, wenn es läuft oder unbekannt ist.")


class Source(Model):
    """Where a fact stands."""

    title: Line | None = Field(None, alias="titel", description="Titel der Quelle; Titel oder Adresse genügt.")
    publisher: Line | None = Field(None, alias="herausgeber", description="Stelle, die sie herausgegeben hat.")
    url: Url | None = Field(None, alias="url", description="Vollständige Adresse, beginnend mit https:// oder http://.")
    year: Year | None = Field(None, alias="jahr", description="Jahr der Veröffentlichung.")
    note: Line | None = Field(
        None,
        alias="hinweis",
        description="Was man zur Quelle wissen muss, etwa die Seite oder dass es eine Zweitablage ist.",
    )


class ContextValue(Model):
    """What is known of one context condition; without ``wert`` it is not reported."""

    values: Annotated[list[Line], BeforeValidator(one_or_many)] = Field(
        [],
        alias="wert",
        description="Wert aus dem Kontextmodell; wo mehrere zutreffen können, eine Liste. Ohne Wert gilt die Bedingung als nicht berichtet.",
    )
    importance: Importance | None = Field(
        None, alias="bedeutung", description="Wie wichtig die Bedingung für diese Praxis ist."
    )
    note: Text | None = Field(None, alias="hinweis", description="Was dahintersteht, in einem Satz.")
    as_of: Date | None = Field(None, alias="stand", description="Von wann die Angabe ist.")


Context = dict[
    Identifier, Annotated[ContextValue, BeforeValidator(lambda v: v if isinstance(v, dict) else {"wert": v})]
]
"""Condition id -> value, or the long form with importance, note and date."""


class Effort(Model):
    """Bands of effort; the options stand in the context model."""

    staff: Line | None = Field(
        None, alias="personal", description="Vollzeitstellen: bis-0.5, 0.5-1, 1-2, 2-5, ueber-5."
    )
    costs: Line | None = Field(
        None, alias="sachkosten", description="Sachkosten in Euro im Jahr: bis-10k, 10-50k, 50-250k, ueber-250k."
    )
    lead_time: Line | None = Field(
        None, alias="anlauf", description="Monate vom Beschluss bis zum Start: bis-6, 6-12, 12-24, ueber-24."
    )

    def bands(self) -> dict[str, str]:
        """Condition id -> band, for what is known."""
        known = {"personal": self.staff, "sachkosten": self.costs, "anlauf": self.lead_time}
        return {condition: band for condition, band in known.items() if band}
