"""Taking a new question from a reuse record over into the catalogue of the context model.

The vocabulary file is edited by place: the question is put at the end of its list, everything else stays byte for
byte. From then on the question is no longer open, for the catalogue has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from praxis.editing.record_text import head_text
from praxis.frontmatter import read_yaml
from praxis.library import Library
from praxis.places import Positions
from praxis.records import Reuse
from praxis.records.reuse import OpenQuestion
from praxis.relations.lessons import is_in_catalogue
from praxis.suggestions import proposed_id
from praxis.vocabulary import FILES, FOLDER

PATH: Final = f"{FOLDER}/{FILES['context_model']}"
_LIST = "fragen"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class AdoptError(Exception):
    """The question cannot be taken over; the text is a German sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """The vocabulary file before and after, and the id under which the catalogue now has the question."""

    id: str
    question: str
    before: str
    after: str

    def write(self, root: Path) -> None:
        """Write the file with the line ends that it had."""
        (root / PATH).write_bytes(self.after.encode("utf-8"))


def adopt(
    library: Library, reuse: Reuse, number: int | None, *, dimension: str | None = None, purpose: str | None = None
) -> Adoption:
    """Put a question of a reuse record into the catalogue; ``number`` counts its questions from 1.

    Raises :class:`AdoptError` where the question is not told apart, already there, or without a dimension, and where the
    list cannot be extended by place.
    """
    question = _chosen(library, reuse, number)
    model = library.vocabulary.context_model
    condition = model.conditions.get(question.condition or "")
    dimension = dimension or question.dimension or (condition.dimension if condition else None)
    if dimension not in model.dimensions:
        known = ", ".join(model.dimensions)
        raise AdoptError(f"Zu welcher Dimension gehört die Frage? Nennen Sie --dimension: {known}.")
    fields = {
        "id": proposed_id(question.question, model.questions),
        "dimension": dimension,
        "frage": question.question,
        "wozu": purpose,
        "bedingung": condition.id if condition else None,
    }
    before = (library.root / PATH).read_bytes().decode("utf-8")
    told = {key: value for key, value in fields.items() if value}
    return Adoption(str(fields["id"]), question.question, before, _extended(before, told))


def _chosen(library: Library, reuse: Reuse, number: int | None) -> OpenQuestion:
    questions = reuse.open_questions
    if not questions:
        raise AdoptError(f"In „{reuse.path}“ steht keine neue Frage.")
    if number is None:
        left = [each for each in questions if not is_in_catalogue(library, each.question)]
        if len(left) == 1:
            return left[0]
        if left:
            listed = "".join(f"\n  {place}. {each.question}" for place, each in enumerate(questions, 1))
            raise AdoptError(f"Welche Frage? Nennen Sie --number:{listed}")
        raise AdoptError("Jede Frage dieser Nachnutzung steht schon im Katalog.")
    if not 1 <= number <= len(questions):
        raise AdoptError(f"Eine Frage Nummer {number} gibt es dort nicht; es sind {len(questions)}.")
    if is_in_catalogue(library, questions[number - 1].question):
        raise AdoptError("Diese Frage steht schon im Katalog.")
    return questions[number - 1]


def _extended(text: str, fields: dict[str, str]) -> str:
    """The file with one more question; checked by reading it again."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    at, indent, gap = _end_of_list(plain)
    lines = head_text(fields).splitlines()
    marks = ["- ", *["  "] * (len(lines) - 1)]
    item = "".join(f"{indent}{mark}{line}\n" for mark, line in zip(marks, lines, strict=True))
    before, after = plain[:at], plain[at:]
    extended = f"{before}{'' if before.endswith(chr(10)) else chr(10)}{gap}{item}{after}"
    expected, _ = read_yaml(plain, Positions())
    expected[_LIST] = [*(expected.get(_LIST) or []), fields]
    if read_yaml(extended, Positions())[0] != expected:
        raise AdoptError(f"Die Liste „{_LIST}“ in „{PATH}“ lässt sich nicht von selbst ergänzen. Nichts geändert.")
    return extended.replace("\n", line_end)


def _end_of_list(text: str) -> tuple[int, str, str]:
    """Where the next question belongs, how far it is indented, and the blank line before it, if there are any."""
    root = yaml.compose(text, Loader=_LOADER)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value != _LIST or not isinstance(value, yaml.SequenceNode) or value.flow_style or not value.value:
            continue
        lines = text.splitlines(keepends=True)
        last = value.value[-1]
        is_spaced = last.start_mark.line > 0 and not lines[last.start_mark.line - 1].strip()
        at = sum(map(len, lines[: _last_line(last) + 1]))
        return at, " " * value.start_mark.column, "\n" if is_spaced else ""
    raise AdoptError(f"Die Liste „{_LIST}“ in „{PATH}“ lässt sich nicht von selbst ergänzen. Nichts geändert.")


def _last_line(node: yaml.Node) -> int:
    """Line of the last text of a node, from 0; the end of a block itself would be that of the blank lines after it."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    line: int = node.end_mark.line
    return line - 1 if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") else line
