"""What the typesetter leaves to us: links within the file, header cells of rows, and a smaller file."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from praxis.book.inner_links import lead_inner_links
from praxis.book.streams import avoid_returns, mended
from praxis.book.typesetter import RawPdf, SettingError

_ATTEMPTS = 32


def finished(raw: RawPdf) -> bytes:
    """The PDF with links within it and row headers, saved with object streams; the same input gives the same bytes.

    A reader opens it with its bookmarks shown, where it has some.

    Raises :class:`SettingError` for a link to a place that is not there, or if no packing passes strict checkers.
    """
    with pikepdf.open(io.BytesIO(raw.content)) as document:
        lead_inner_links(document, raw.places)
        for table in _elements(document.Root.StructTreeRoot, "/Table"):
            _head_rows(table)
        if "/Outlines" in document.Root:
            document.Root.PageMode = Name.UseOutlines
        avoid_returns(document)
        for _ in range(_ATTEMPTS):
            saved = _saved(document)
            if (whole := mended(saved)) is not None:
                return whole
            # one byte more moves everything behind it, and with it the checksum of the table of objects
            document.Root.Metadata.write(document.Root.Metadata.read_bytes() + b"\n")
    raise SettingError("no way to pack the file was found in which no stream ends with CR; change a word")


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    # The metadata stay as they are: to bring their version up to date, they would be written anew each time.
    document.save(
        out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, fix_metadata_version=False
    )
    return out.getvalue()


def _elements(element: Object, kind: str) -> Iterator[Object]:
    """All structure elements of a kind, in reading order."""
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if found.get("/S") == kind:
            yield found
        waiting.extend(reversed(_children(found)))


def _children(element: Object) -> list[Object]:
    kids = element.get("/K")
    if isinstance(kids, Array):
        return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
    return [kids] if isinstance(kids, Dictionary) and "/S" in kids else []


def _head_rows(table: Object) -> None:
    """First cells whose whole content is strong name their row: they become header cells.

    Our template sets them so and nothing else in a table; the scope of both kinds of headers then says it all, and
    the lists of header cells that name only the columns go.
    """
    rows = [row for body in _elements(table, "/TBody") for row in _children(body)]
    firsts = [cells[0] for row in rows if (cells := _children(row))]
    if not firsts or not all(_is_strong(cell) for cell in firsts):
        return
    for cell in firsts:
        cell.S = Name.TH
        cell.A = Array([Dictionary(O=Name.Table, Scope=Name.Row), *_without_table(cell)])
    for row in rows:
        for cell in _children(row)[1:]:
            cell.A = Array(_without_table(cell)) if _without_table(cell) else Array()


def _is_strong(cell: Object) -> bool:
    kids = _children(cell)
    return len(kids) == 1 and kids[0].get("/S") in ("/Strong", "/Link")


def _without_table(cell: Object) -> list[Object]:
    attributes = cell.get("/A")
    found = list(attributes) if isinstance(attributes, Array) else [attributes] if attributes is not None else []
    return [entry for entry in found if entry.get("/O") != "/Table"]
