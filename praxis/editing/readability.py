"""How hard a German text is to read: a maintained measure, told in words, and the sentences worth cutting.

First Vienna formula for non-fiction (R. Bamberger and E. Vanecek, *Lesen – Verstehen – Lernen – Schreiben*, 1984), as
the library textstat computes it: about the years of school that a text takes. A hint for the author, no judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxis.checks.prose import without_code
from praxis.search.documents import plain
from praxis.wording import german_number

LONG_WORDS = 30
"""Words from which a sentence is worth cutting."""
_LEAST_WORDS = 30
"""Below this the measure says nothing."""
_HEADING = re.compile(r"^#+[ \t].*$", re.MULTILINE)
_LINK_TARGET = re.compile(r"\]\([^()\n]*\)")
_ABBREVIATED = re.compile(r"\b(?:z|B|u|d|h|bzw|ca|etc|usw|Nr|Abs|vgl|rd|Mio|Dr|St|S|[0-9]{1,2})\.(?=[ \u00a0]?\S)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[“‘\"]?\s+|\n\s*\n|\n(?=[ \t]*(?:[-*+]|[0-9]+\.)[ \t])")
_LEVELS = ((8.5, "leicht zu lesen"), (11.5, "mittelschwer zu lesen"), (13.5, "anspruchsvoll"), (99, "schwer zu lesen"))


@dataclass(frozen=True, slots=True)
class Readability:
    """The measure in years of school (None where the text is too short) and the long sentences."""

    years: float | None
    long_sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """One German sentence."""
        if self.years is None:
            return "Der Text ist zu kurz, um seine Lesbarkeit zu messen."
        level = next(words for limit, words in _LEVELS if self.years < limit)
        return (
            f"Der Text ist {level} (Wiener Sachtextformel {german_number(self.years, 1)}; "
            "das entspricht etwa den Schuljahren, die man dafür braucht)."
        )


def readability(markdown: str) -> Readability:
    """The readability of a Markdown text in German."""
    sentences = [sentence for sentence in _sentences(markdown) if sentence]
    words = sum(len(sentence.split()) for sentence in sentences)
    years = _years(" ".join(_ended(sentence) for sentence in sentences)) if words >= _LEAST_WORDS else None
    return Readability(years, tuple(sentence for sentence in sentences if len(sentence.split()) > LONG_WORDS))


def _years(text: str) -> float:
    import textstat  # loaded where it is needed: it brings a large library along

    textstat.set_lang("de")
    return max(float(textstat.wiener_sachtextformel(text, 1)), 0.0)


def _sentences(markdown: str) -> list[str]:
    text = _LINK_TARGET.sub("]", _HEADING.sub("\n\n", without_code(markdown).replace("\ufffc", "")))
    text = _ABBREVIATED.sub(lambda found: found[0].replace(".", "\u2024"), plain(text))
    return [" ".join(part.split()).replace("\u2024", ".").lstrip("-*+ ") for part in _SENTENCE_END.split(text)]


def _ended(sentence: str) -> str:
    """A sentence that ends in one full stop and has none inside, as the measure counts them."""
    return sentence.rstrip(".!?…:; ").replace(".", "") + "."
