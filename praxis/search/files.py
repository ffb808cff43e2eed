"""The index as script files, loadable with ``<script>`` from a server and from disk.

See :mod:`praxis.scripts` for their form; they register as ``suche/kern`` and so on. ``kern.js`` holds titles, dictionary
and the short fields (enough for the first hits), ``text.js`` where words occur in the texts, ``stellen-N.js`` the texts
themselves for passages and phrases. The same index gives the same bytes; naming files by content is the caller's
business, who passes the browser a function from name to address.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple
from itertools import pairwise
from typing import Any, Final

from praxis.scripts import data_script, read_data_script
from praxis.search.compounds import Span
from praxis.search.encoding import decode, encode
from praxis.search.index import Entry, Index, Postings
from praxis.search.model import TEXT, Field, Settings
from praxis.search.surfaces import spelling, spelling_code

VERSION: Final = 1
CORE: Final = "kern"
TEXT_POSTINGS: Final = "text"
PASSAGES: Final = "stellen"
CHUNK: Final = 32_000
"""Characters of text after which a file of passages ends."""

_PLACE: Final = "suche/"
"""Before the names under which the files register."""


def index_files(index: Index, chunk: int = CHUNK) -> dict[str, bytes]:
    """Return {file name: content} of an index, in the order in which a browser wants them."""
    starts = _chunk_starts(index.texts, chunk)
    files = {f"{CORE}.js": _script(CORE, _core(index, starts))}
    texts = [column for item, column in zip(index.fields, index.postings, strict=True) if item.name == TEXT]
    files[f"{TEXT_POSTINGS}.js"] = _script(TEXT_POSTINGS, "".join(encode(_posting_numbers(column)) for column in texts))
    for number, (start, end) in enumerate(pairwise([*starts, len(index.texts)])):
        name = f"{PASSAGES}-{number}"
        files[f"{name}.js"] = _script(name, index.texts[start:end])
    return files


def index_from_files(files: Mapping[str, bytes]) -> Index:
    """Return the index that :func:`index_files` wrote. Raises ``ValueError`` for missing or damaged files."""
    try:
        core = read_data_script(files[f"{CORE}.js"])
        if core["version"] != VERSION:
            raise ValueError("an index of another version")
        fields = tuple(Field(*values) for values in core["fields"])
        forms = tuple(_unfold_forms(core["forms"], decode(core["prefixes"])))
        columns = {TEXT: read_data_script(files[f"{TEXT_POSTINGS}.js"])} | core["postings"]
        cuts, surfaces = _spellings(forms, decode(core["spellings"]))
        documents = core["documents"]
        return Index(
            settings=Settings(**core["settings"]),
            fields=fields,
            entries=tuple(
                Entry(identity, core["kinds"][kind], title, url)
                for identity, kind, title, url in zip(
                    documents["ids"],
                    decode(documents["kinds"]),
                    documents["titles"],
                    documents["urls"],
                    strict=True,
                )
            ),
            forms=forms,
            cuts=cuts,
            surfaces=surfaces,
            parts=dict(_read_parts(decode(core["parts"]))),
            postings=tuple(_read_postings(decode(columns[item.name]), len(forms)) for item in fields),
            lengths=tuple(array("I", decode(text)) for text in core["lengths"]),
            norms=array("I", decode(core["norms"])),
            synonyms=tuple(tuple(tuple(text.split()) for text in group) for group in core["synonyms"]),
            texts=tuple(
                text
                for number in range(len(core["chunks"]))
                for text in read_data_script(files[f"{PASSAGES}-{number}.js"])
            ),
        )
    except (KeyError, TypeError, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"damaged search index: {error!r}") from error


def _core(index: Index, starts: Sequence[int]) -> dict[str, Any]:
    kinds = sorted({entry.kind for entry in index.entries})
    prefixes, suffixes = _fold_forms(index.forms)
    return {
        "version": VERSION,
        "settings": asdict(index.settings),
        "fields": [astuple(item) for item in index.fields],
        "kinds": kinds,
        "documents": {
            "ids": [entry.id for entry in index.entries],
            "kinds": encode(kinds.index(entry.kind) for entry in index.entries),
            "titles": [entry.title for entry in index.entries],
            "urls": [entry.url for entry in index.entries],
        },
        "lengths": [encode(column) for column in index.lengths],
        "norms": encode(index.norms),
        "chunks": list(starts),
        "synonyms": [[" ".join(wording) for wording in group] for group in index.synonyms],
        "prefixes": encode(prefixes),
        "forms": " ".join(suffixes),
        "spellings": encode(_spelling_numbers(index)),
        "parts": encode(_part_numbers(index.parts)),
        "postings": {
            item.name: encode(_posting_numbers(column))
            for item, column in zip(index.fields, index.postings, strict=True)
            if item.name != TEXT
        },
    }


def _script(name: str, content: object) -> bytes:
    return data_script(_PLACE + name, content)


def _chunk_starts(texts: Sequence[str], chunk: int) -> list[int]:
    starts, size = [], chunk
    for number, text in enumerate(texts):
        if size >= chunk:
            starts.append(number)
            size = 0
        size += len(text)
    return starts


def _fold_forms(forms: Iterable[str]) -> tuple[list[int], list[str]]:
    """Return, for each form, the number of letters it shares with the one before, and the others."""
    prefixes, suffixes, before = [], [], ""
    for form in forms:
        shared = 0
        while shared < min(len(before), len(form)) and before[shared] == form[shared]:
            shared += 1
        prefixes.append(shared)
        suffixes.append(form[shared:])
        before = form
    return prefixes, suffixes


def _unfold_forms(suffixes: str, prefixes: Iterable[int]) -> Iterator[str]:
    before = ""
    for shared, suffix in zip(prefixes, suffixes.split(" ") if suffixes else (), strict=True):
        before = before[:shared] + suffix
        yield before


def _spelling_numbers(index: Index) -> Iterator[int]:
    """Yield letters to cut, capital bit and "more follows" in one number, then the other bits of the spelling."""
    for form, cut, surface in zip(index.forms, index.cuts, index.surfaces, strict=True):
        code = spelling_code(form, surface) or 0
        yield cut * 4 + (code & 1) * 2 + (code > 1)
        if code > 1:
            yield code >> 1


def _spellings(forms: Iterable[str], numbers: Iterator[int]) -> tuple[array[int], tuple[str, ...]]:
    cuts, surfaces = array("B"), []
    for form in forms:
        number = next(numbers)
        cuts.append(number >> 2)
        code = (number >> 1 & 1) | (next(numbers) << 1 if number & 1 else 0)
        surfaces.append(spelling(form, code))
    return cuts, tuple(surfaces)


def _part_numbers(parts: Mapping[int, Sequence[Span]]) -> Iterator[int]:
    before = 0
    for form, spans in parts.items():
        yield form - before
        yield len(spans)
        for span in spans:
            yield from span
        before = form


def _read_parts(numbers: Iterator[int]) -> Iterator[tuple[int, tuple[Span, ...]]]:
    form = 0
    for distance in numbers:
        form += distance
        yield form, tuple((next(numbers), next(numbers)) for _ in range(next(numbers)))


def _posting_numbers(column: Postings) -> Iterator[int]:
    """Yield, for each form, how many documents have it, then gaps between them and how often (twice or more) it occurs."""
    for form in range(len(column.starts) - 1):
        start, end = column.starts[form], column.starts[form + 1]
        yield end - start
        before = 0
        for at in range(start, end):
            count = column.counts[at]
            yield (column.documents[at] - before) * 2 + (count > 1)
            if count > 1:
                yield count - 2
            before = column.documents[at]


def _read_postings(numbers: Iterator[int], forms: int) -> Postings:
    starts, documents, counts = array("I", [0]), array("I"), array("I")
    for _ in range(forms):
        document = 0
        for _ in range(next(numbers)):
            number = next(numbers)
            document += number >> 1
            documents.append(document)
            counts.append(next(numbers) + 2 if number & 1 else 1)
        starts.append(len(documents))
    return Postings(starts, documents, counts)
