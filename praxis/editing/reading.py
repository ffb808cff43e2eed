"""Reading answers: from what people write to what a field takes.

Each reader returns the value and whether the whole answer is in it. What is not wholly understood is kept besides, word
for word, so that nobody's words are lost and no value is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from praxis.editing.questions import RELEASED, Form, Kind, Question
from praxis.editing.texts import items, one_line
from praxis.editing.time_reading import NOTHING, Reading, read_ages, read_date, read_period, read_year
from praxis.library import Library
from praxis.records import Record
from praxis.suggestions import as_id, fold
from praxis.vocabulary import Vocabulary

_SELECTED = re.compile(r"\(([a-z0-9][a-z0-9.-]*)\)(?=[ \t]*(?:,|;|\.?$))", re.MULTILINE)
_PIECES = re.compile(r"[,;\n]|\bund\b")
_URL = re.compile(r"https?://[^\s<>\"]+")
_BARE_URL = re.compile(r"(?<![\w/.@-])www\.[^\s<>\"]+")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^\s()<>]+)\)")
_YEAR_AT_END = re.compile(r"(?:^|[\s,;(])\(?([12][0-9]{3})\)?\.?$")
_ARROW = re.compile(r"[ \t]*(?:->|→|=>|⇒)[ \t]*")
_PLACE = re.compile(r"^(?:(?:die |der |in )?(?:große |kreisfreie )?(?:stadt|gemeinde|kommune) )", re.IGNORECASE)
_LONGEST_PLACE = 120
_PLACE_NOTE = re.compile(r"[ ]*(?:\(.*\)|,.*)$")
_UNTICKED = re.compile(r"^[ \t]*[-*+][ \t]+\[[ ]?\][ \t]*(.*)$", re.MULTILINE)
_PAIR = re.compile(r"([^:=\n]{2,80})[:=][ \t]*(.+)")
_INDENT = re.compile(r"[ \t]*\n[ \t]*")
"""Tabs and spaces around line ends, with which YAML could not write a text as a readable block."""
_HEADING_MARK = re.compile(r"^#{1,2}(?=[ \t])", re.MULTILINE)
_ADDRESSES = frozenset({"url"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads answers with the vocabulary and the known records."""

    library: Library
    form: Form

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms that answers may name."""
        return self.library.vocabulary

    def read(self, question: Question, answer: str) -> Reading:
        """The value of an answer that is not empty."""
        return _READERS[question.kind](self, question, answer)

    def one(self, question: Question, answer: str) -> Reading:
        """One of several values."""
        chosen = self.several(question, answer)
        if chosen.value and len(chosen.value) == 1:
            return Reading(chosen.value[0], chosen.is_whole)
        return NOTHING

    def several(self, question: Question, answer: str) -> Reading:
        """Values of a list, by what the form showed, by value or by name."""
        options = self.form.options(question, self.vocabulary)
        found, rest = _shown(_ticked(answer, options), options)
        if not rest.strip(" ,;.-\n"):
            return Reading(found or None, bool(found))
        names = self._synonyms(question) | _names(options)
        pieces = [one_line(piece) for piece in _PIECES.split(rest)]
        # A name may hold a comma or „und“: the whole line comes first.
        if whole := names.get(fold(one_line(rest))):
            return Reading(_unique([*found, whole]))
        matched = [names.get(fold(piece.rstrip("."))) or _value_behind(piece, options) for piece in pieces if piece]
        values = _unique([*found, *(value for value in matched if value)])
        return Reading(values or None, all(matched))

    def _synonyms(self, question: Question) -> dict[str, str]:
        """Other words of the vocabulary for a topic, folded, with its id."""
        topics = self.vocabulary.topics.values() if question.path == ("themen",) else ()
        return {fold(word): topic.id for topic in topics for word in topic.synonyms}

    def context(self, question: Question, answer: str) -> Reading:
        """Lines „condition: value“."""
        conditions = self.vocabulary.context_model.conditions
        names = _names({key: condition.title for key, condition in conditions.items()})
        values: dict[str, Any] = {}
        is_whole = True
        for line in items(answer):
            pair = _PAIR.fullmatch(line)
            key = names.get(fold(pair[1].strip())) if pair else None
            value = _option(conditions[key].options, pair[2]) if key and pair else None
            if key and value:
                values[key] = value
            else:
                is_whole = False
        return Reading(values or None, is_whole)

    def notes(self, question: Question, answer: str) -> Reading:
        """Lines „standard: how it is met“."""
        names = _names({key: standard.title for key, standard in self.vocabulary.standards.items()})
        notes: dict[str, str] = {}
        is_whole = True
        for line in items(answer):
            pair = _PAIR.fullmatch(line)
            key = names.get(fold(pair[1].strip())) if pair else None
            if pair and key and key not in notes:
                notes[key] = pair[2].strip()
            else:
                is_whole = False
        return Reading(notes or None, is_whole)

    def place(self, question: Question, answer: str) -> Reading:
        """The id of a municipality; where there is none yet, an id made of the name, or the name for a reuse.

        Of several lines only the first is the name: a letter goes on below it.
        """
        first, more, _ = answer.strip().partition("\n")
        if more:
            return Reading(self.place(question, first).value, False)
        name = one_line(answer).rstrip(".")
        if known := self._municipality(name):
            return Reading(known)
        # „Musterstadt (NRW)“, „Musterstadt, NRW“: the place is clear, the rest is kept.
        if len(name) <= _LONGEST_PLACE and (known := self._municipality(_PLACE_NOTE.sub("", name))):
            return Reading(known, False)
        if self.form.type.kind == "nachnutzung":
            return Reading({"text": name}) if len(name) <= 300 else NOTHING
        return Reading(as_id(_PLACE.sub("", name)) or None, False) if len(name) <= 60 else NOTHING

    def _municipality(self, name: str) -> str | None:
        places = self.library.municipalities
        return _record_named(name, places) or _record_named(_PLACE.sub("", name), places)

    def cases(self, question: Question, answer: str) -> Reading:
        """Cases by id, title or address; a text where there is no record."""
        found: list[Any] = []
        for line in items(answer):
            known = _record_named(line, self.library.cases)
            if not known and len(line) > 300:
                return NOTHING
            found.append(known or {"text": line})
        return Reading(found[0] if len(found) == 1 else found or None, bool(found))


def _line(reader: Reader, question: Question, answer: str) -> Reading:
    text = one_line(answer)
    if question.path[-1] in _ADDRESSES:
        text = _LINK.sub(r"\2", text)
        text = f"https://{text}" if text.startswith("www.") else text
    return Reading(text or None)


def _text(reader: Reader, question: Question, answer: str) -> Reading:
    return Reading(_INDENT.sub("\n", answer.strip()).replace("\t", " ") or None)


def _section(reader: Reader, question: Question, answer: str) -> Reading:
    return Reading(_HEADING_MARK.sub("###", answer.strip("\n")) or None)


def _lines(reader: Reader, question: Question, answer: str) -> Reading:
    entries: list[Any] = items(answer)
    parts = _PARTS.get(question.key)
    if parts:
        entries = [_in_parts(entry, *parts) for entry in entries]
    return Reading(entries or None, bool(entries))


_PARTS = {"lehren.schwierig": ("huerde", "loesung"), "versucht": ("was", "ergebnis")}
"""Lists whose entries have two parts with an arrow between them."""


def _in_parts(entry: str, first: str, second: str) -> Any:
    parts = [part for part in _ARROW.split(entry, maxsplit=1) if part]
    return {first: parts[0], second: parts[1]} if len(parts) == 2 else entry


def _sources(reader: Reader, question: Question, answer: str) -> Reading:
    found = [_source(line) for line in items(answer)]
    return Reading(found or None, bool(found))


def _source(line: str) -> dict[str, Any]:
    """A source: its address, the year at the end, and everything else as its title."""
    source: dict[str, Any] = {}
    line = _LINK.sub(r"\1 \2", line)
    address = _URL.search(line) or _BARE_URL.search(line)
    title = line
    if address:
        url = address[0].rstrip(".,;:)")
        # Only an address at the beginning or the end can be taken out without tearing a sentence apart.
        before, after = line[: address.start()].strip(" ,;(–-"), line[address.start() + len(url) :].strip(" ,;).–-")
        if not before or not after or _YEAR_AT_END.fullmatch(after):
            title = f"{before}, {after}".strip(" ,")
        source["url"] = url if url.startswith("http") else f"https://{url}"
    if year := _YEAR_AT_END.search(title):
        source["jahr"] = int(year[1])
        title = title[: year.start()].strip(" ,;(") if title[: year.start()].strip() else ""
    if title := title.strip(" ,;"):
        source = {"titel": title, **source}
    return source if source.keys() & {"titel", "url"} else {"titel": line}


def _release(reader: Reader, question: Question, answer: str) -> Reading:
    found, rest = _shown(answer, reader.form.options(question, reader.vocabulary))
    if len(found) == 1 and not rest.strip(" ,.\n"):
        return Reading(found[0])
    return Reading(RELEASED) if fold(one_line(answer)) in ("ja", RELEASED) else NOTHING


def _consent(reader: Reader, question: Question, answer: str) -> Reading:
    known = set(reader.form.options(question, reader.vocabulary).values())
    lines = [line.strip() for line in answer.split("\n") if line.strip()]
    ticked = [re.fullmatch(r"- \[[xX]\] (.*)", line) for line in lines]
    return Reading(None, all(found and found[1] in known for found in ticked))


def _of_text(read: Callable[[str], Reading]) -> Callable[[Reader, Question, str], Reading]:
    """A reader that needs neither vocabulary nor records."""
    return lambda reader, question, answer: read(answer)


_READERS: Mapping[Kind, Callable[[Reader, Question, str], Reading]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.ONE: Reader.one,
    Kind.SEVERAL: Reader.several,
    Kind.DATE: _of_text(read_date),
    Kind.YEAR: _of_text(read_year),
    Kind.PERIOD: _of_text(read_period),
    Kind.AGES: _of_text(read_ages),
    Kind.PLACE: Reader.place,
    Kind.CASES: Reader.cases,
    Kind.SOURCES: _sources,
    Kind.CONTEXT: Reader.context,
    Kind.NOTES: Reader.notes,
    Kind.RELEASE: _release,
    Kind.SECTION: _section,
    Kind.CONSENT: _consent,
}


def _shown(answer: str, options: Mapping[str, str]) -> tuple[list[str], str]:
    """Values whose words in the form the answer repeats, and the rest of the answer."""
    found: list[str] = []
    for value, shown in sorted(options.items(), key=lambda option: -len(option[1])):
        rest = re.sub(
            rf"(?:(?<=^)|(?<=[,;] )|(?<=- ))[ \t]*{re.escape(shown)}[ \t]*(?=$|[,;.])", "", answer, flags=re.MULTILINE
        )
        if rest != answer:
            found.append(value)
            answer = rest
    return sorted(found, key=list(options).index), answer


def _ticked(answer: str, options: Mapping[str, str]) -> str:
    """The answer without the options that stand in it with an empty box: nobody has chosen those."""
    names = _names(options) | {fold(shown): value for value, shown in options.items()}
    return _UNTICKED.sub(lambda line: "" if fold(line[1].strip()) in names else line[0], answer)


def _names(options: Mapping[str, str]) -> dict[str, str]:
    """Folded value, and folded name without the value behind it -> value."""
    names = {fold(_SELECTED.sub("", shown).strip()): value for value, shown in options.items()}
    return names | {fold(value): value for value in options}


def _value_behind(piece: str, options: Mapping[str, str]) -> str | None:
    """The value in brackets behind words that an older form had."""
    found = _SELECTED.search(piece)
    return found[1] if found and found[1] in options else None


def _option(options: Mapping[str, str], text: str) -> str | None:
    return _names(options).get(fold(one_line(text).rstrip(".")))


def _record_named(name: str, records: Mapping[str, Record]) -> str | None:
    """The record of an id, a title or an address of its page."""
    stem = name.strip().rpartition("/")[2].removesuffix(".html").removesuffix(".md")
    if stem in records:
        return stem
    wanted = fold(name.strip())
    return next((key for key, record in records.items() if fold(record.title) == wanted), None)


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
