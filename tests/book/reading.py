"""Reading PDFs as a reader's program does: texts of pages, structure, bookmarks, conformance."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import page as checker
import pikepdf

_PROFILES = (checker.ValidationProfile.PDF_UA_1, checker.ValidationProfile.PDF_A_2A)
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")


def faults(content: bytes) -> list[str]:
    """What the checker finds against PDF/UA-1 and PDF/A-2a."""
    reports = [checker.validate_pdf_bytes(content, profile=profile) for profile in _PROFILES]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    """The text of every page, white space reduced."""
    with opened(content) as document:
        return [" ".join("".join(_shown(page)).split()) for page in document.pages]


def _shown(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: _codes(font) for name, font in page.Resources.get("/Font", {}).items()}
    codes: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                codes = fonts[str(operands[0])]
            case "Tj":
                yield _decoded(bytes(operands[0]), codes)
            case "TJ":
                for item in operands[0]:
                    if isinstance(item, pikepdf.String):
                        yield _decoded(bytes(item), codes)
            case "ET":
                yield " "


def _decoded(raw: bytes, codes: dict[int, str]) -> str:
    pairs = zip(raw[::2], raw[1::2], strict=True)
    return "".join(codes.get(high * 256 + low, "\ufffd") for high, low in pairs)


def _codes(font: pikepdf.Object) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(font.ToUnicode.read_bytes()):
        values = [bytes.fromhex(item.decode()) for item in _HEX.findall(block)]
        if kind == b"char":
            for code, text in zip(values[::2], values[1::2], strict=True):
                found[int.from_bytes(code)] = text.decode("utf-16-be")
        else:
            for first, last, text in zip(values[::3], values[1::3], values[2::3], strict=True):
                for offset in range(int.from_bytes(last) - int.from_bytes(first) + 1):
                    char = int.from_bytes(text) + offset
                    found[int.from_bytes(first) + offset] = char.to_bytes(len(text)).decode("utf-16-be")
    return found


def extents(page: pikepdf.Page) -> Iterator[tuple[float, float]]:
    """Left and right end of every piece of text, in points from the left edge of the page."""
    widths = {name: _widths(font) for name, font in page.Resources.get("/Font", {}).items()}
    transforms = [pikepdf.Matrix()]
    font, size, place = "", 0.0, pikepdf.Matrix()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                transforms.append(transforms[-1])
            case "Q":
                transforms.pop()
            case "cm":
                transforms[-1] = pikepdf.Matrix(*map(float, operands)) @ transforms[-1]
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "Tm":
                place = pikepdf.Matrix(*map(float, operands))
            case "Tj" | "TJ":
                items = operands[0] if str(operator) == "TJ" else [operands[0]]
                length = sum(_advance(item, widths[font]) for item in items) * size / 1000
                start, end = ((place @ transforms[-1]).transform((x, 0)) for x in (0, length))
                yield start[0], end[0]


def _advance(item: pikepdf.Object, widths: dict[int, float]) -> float:
    if not isinstance(item, pikepdf.String):
        return -float(item)
    raw = bytes(item)
    return sum(widths.get(high * 256 + low, 0) for high, low in zip(raw[::2], raw[1::2], strict=True))


def _widths(font: pikepdf.Object) -> dict[int, float]:
    found: dict[int, float] = {}
    entries = list(font.DescendantFonts[0].get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            found |= {first + offset: float(width) for offset, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(entries.pop(0)))
    return found


def elements(document: pikepdf.Pdf, *kinds: str) -> list[pikepdf.Object]:
    """Structure elements of the given kinds, in reading order; they live as long as the document is open."""
    found: list[pikepdf.Object] = []
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if str(element.get("/S", "")) in kinds:
            found.append(element)
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting.extend(reversed([kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]))
    return found


def bookmarks(content: bytes) -> list[tuple[str, list[str]]]:
    """The first two levels of bookmarks."""
    with opened(content) as document, document.open_outline() as outline:
        return [(item.title, [child.title for child in item.children]) for item in outline.root]
