"""Contacts are offices: what looks like a person's name or personal mailbox."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxis.checks.given_names import GIVEN_NAMES
from praxis.places import clip
from praxis.records import Case, FieldPath, Meeting, Record, Reuse
from praxis.schema import Problem

_SALUTATION = re.compile(
    r"\b(?:Herrn?|Frau(?! (?:und|&|in)\b)|Prof\.|Dipl\.-\w+\.?)(?=\s)|\bDr\.(?: \w+\.)*(?= [A-ZÄÖÜ])|\b(?:M|B)\. ?(?:A|Sc)\."
)
_SEPARATOR = re.compile(r"[,;/|()]|\s[–-]\s|:\s|\bc/o\b|\bz\. ?Hd?\.|\bbei\b")
_WORD = r"[A-ZÄÖÜŞÇİ][\wäöüßşçğıéè]+(?:-[A-ZÄÖÜŞÇ][\wäöüßşçğıéè]+)*"
_FULL_NAME = re.compile(rf"({_WORD})(?: {_WORD}|( [A-ZÄÖÜ]\.))?(?: (?:von|van|de|zu|El|Al|el|al))* ({_WORD})")
_OFFICE_WORD = re.compile(
    r"(?:amt|büro|stelle|stadt|kreis|referat|fachbereich|abteilung|verband|verein|zentrum|haus|stiftung|institut|dienst|"
    r"jugend|familie|koordin|netzwerk|gemeinde|ministerium|schule|klinik|kita|verwaltung|agentur|gesellschaft|bund|hilfe|"
    r"projekt|werk|kirche|akademie|kolleg|gruppe|treff|team|forum|beratung|förder|wohlfahrt|rat|club|region|land)$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.%+-])([^\W\d_][\w%+-]{0,60})[.]([^\W\d_][\w%+-]{1,60})@[\w.-]{1,100}\.\w{2,}")
_ROLE = re.compile(
    r"info|post|stelle|amt|buero|büro|kontakt|stadt|kreis|service|famil|jugend|kind|hilfe|kommun|praevention|prävention|"
    r"netzwerk|verwaltung|koordin|zentrum|haus|beratung|gesund|sozial|bildung|planung|bereich|team|kita|schule|leitung|"
    r"sekretariat|redaktion|presse|support|office|mail|projekt|verein|fach|rat",
    re.IGNORECASE,
)
_REMEDY = "Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle."


def check_contacts(record: Record) -> Iterator[Problem]:
    """Offices of a record that look like persons."""
    for path, text in _offices(record):
        if text and (looks_like_person(text) or personal_mailbox(text)):
            yield Problem(path, "kontakt-person", f"„{clip(text, 100)}“ sieht nach einer Person aus.", _REMEDY)


def looks_like_person(office: str) -> bool:
    """True for a salutation, an academic title or a part that is a given name and a surname."""
    if _SALUTATION.search(office):
        return True
    parts = (part.strip() for part in _SEPARATOR.split(office))
    return any(_is_full_name(part) for part in parts)


def personal_mailbox(text: str) -> re.Match[str] | None:
    """The first address of the form ``name.surname@…`` that names no function, or None."""
    return next((found for found in _MAIL.finditer(text) if not _ROLE.search(found[1] + "." + found[2])), None)


def mailbox_words(address: str) -> tuple[str, str]:
    """Message and remedy for a personal mailbox in a text."""
    return f"„{clip(address, 100)}“ sieht nach dem Postfach einer Person aus.", _REMEDY


def _is_full_name(text: str) -> bool:
    name = _FULL_NAME.fullmatch(text)
    # „Anna M. Neuhaus“ is a person, „Haus Anna Neuhaus“ or „Leon Lesehaus“ need not be one.
    return bool(name and name[1] in GIVEN_NAMES and (name[2] or not _OFFICE_WORD.search(name[3])))


def _offices(record: Record) -> Iterator[tuple[FieldPath, str | None]]:
    if isinstance(record, Case):
        if record.contact:
            yield ("kontakt", "stelle"), record.contact.office
            yield ("kontakt", "email"), record.contact.email
        if record.who:
            yield ("wer", "federfuehrung"), record.who.lead
            for index, partner in enumerate(record.who.partners):
                yield ("wer", "beteiligte", index), partner
        if record.review_note:
            yield ("pruefvermerk", "stelle"), record.review_note.office
        if record.release and not isinstance(record.release, str):
            yield ("freigabe", "stelle"), record.release.office
    elif isinstance(record, Reuse):
        yield ("begleitet_von",), record.moderator
    elif isinstance(record, Meeting):
        for index, contribution in enumerate(record.contributions):
            yield ("beitraege", index, "von"), contribution.by
