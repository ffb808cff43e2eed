"""Reading and checking the vocabulary files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from praxis.findings import Finding
from praxis.frontmatter import read_yaml
from praxis.places import Positions, path_text
from praxis.records.base import FieldPath
from praxis.schema import age_problems, validate
from praxis.source import read_source
from praxis.suggestions import did_you_mean, nearest
from praxis.vocabulary import (
    FILES,
    FOLDER,
    AgeGroup,
    ContextModel,
    ContextModelFile,
    GlossaryTerm,
    Standard,
    Topic,
    Transition,
    Vocabulary,
)
from praxis.yaml_reader import HeadError

T = TypeVar("T", bound=BaseModel)


class _File:
    """One vocabulary file: its data, positions and findings."""

    def __init__(self, root: Path, name: str) -> None:
        self.path = f"{FOLDER}/{name}"
        self.data: Any = None
        self.positions = Positions()
        self.findings: list[Finding] = []
        if not (root / self.path).is_file():
            self._whole(
                "Die Vokabulardatei fehlt.", "Legen Sie die Datei an; das Format steht auf der Seite zum Mitmachen."
            )
            return
        source, self.findings = read_source(root, self.path)
        if source is None:
            return
        try:
            self.data, repeated = read_yaml(source.text, self.positions)
            self.findings.extend(error.as_finding(self.path) for error in repeated)
        except HeadError as error:
            self.findings.append(error.as_finding(self.path))

    def _whole(self, message: str, remedy: str) -> None:
        self.findings.append(Finding(self.path, 1, 1, None, "vokabular-fehlt", message, remedy))

    def complain(self, path: FieldPath, rule: str, message: str, remedy: str) -> None:
        line, column = self.positions.of(path)
        self.findings.append(Finding(self.path, line, column, path_text(path) or None, rule, message, remedy))

    def terms(self, model: type[T], key: Callable[[T], str]) -> dict[str, T]:
        """The terms of a file that is a list, by id; wrong ones are left out with findings."""
        if self.data is None:
            return {}
        if not isinstance(self.data, list):
            self._whole(
                "Die Vokabulardatei ist keine Liste von Begriffen.", "Beginnen Sie jeden Begriff mit „- id: …“."
            )
            return {}
        found: dict[str, T] = {}
        for index, item in enumerate(self.data):
            if not isinstance(item, dict):
                self.complain(
                    (index,),
                    "feld-typ",
                    "Hier muss ein Begriff mit seinen Feldern stehen.",
                    "Schreiben Sie „- id: …“ und darunter die übrigen Felder.",
                )
                continue
            term, problems = validate(model, item)
            for problem in problems:
                placed = type(problem)(
                    (index, *problem.path), problem.rule, problem.message, problem.remedy, problem.at_key
                )
                self.findings.append(placed.placed(self.path, self.positions))
            if term is not None:
                self._check_ages(term, index)
                self._add(found, key(term), term, (index, "id"))
        return found

    def _check_ages(self, term: BaseModel, index: int) -> None:
        ages, path = (term, (index,)) if isinstance(term, AgeGroup) else (getattr(term, "ages", None), (index, "alter"))
        self.findings.extend(problem.placed(self.path, self.positions) for problem in age_problems(ages, path))

    def model(self) -> ContextModelFile | None:
        """The context model of its file."""
        if self.data is None:
            return None
        model, problems = validate(ContextModelFile, self.data if isinstance(self.data, dict) else {})
        self.findings.extend(problem.placed(self.path, self.positions) for problem in problems)
        return model

    def by_id(self, terms: Iterable[T], key: Callable[[T], str], field: str) -> dict[str, T]:
        """Terms of a list inside the file, by id."""
        found: dict[str, T] = {}
        for index, term in enumerate(terms):
            self._add(found, key(term), term, (field, index, "id"))
        return found

    def _add(self, found: dict[str, T], term_id: str, term: T, path: FieldPath) -> None:
        if term_id in found:
            self.complain(
                path,
                "kennung-doppelt",
                f"Die Kennung „{term_id}“ steht hier zum zweiten Mal.",
                "Geben Sie einem der Begriffe eine andere Kennung.",
            )
        else:
            found[term_id] = term

    def known(self, named: Iterable[tuple[FieldPath, str]], terms: Mapping[str, object]) -> None:
        """Complain about every named id that is none of ``terms``."""
        for path, term_id in named:
            if term_id not in terms:
                remedy = did_you_mean(nearest(term_id, tuple(terms))) or "Nennen Sie eine Kennung aus dem Vokabular."
                self.complain(path, "begriff-unbekannt", f"Die Kennung „{term_id}“ gibt es nicht.", remedy)


def load_vocabulary(root: Path, chapters: Collection[str] = ()) -> tuple[Vocabulary, list[Finding]]:
    """All vocabularies below ``root``; files that are missing or wrong give findings and empty vocabularies.

    ``chapters`` are the ids of the handbook's chapters, to which standards lead; a collection without a handbook may
    use the vocabulary as it is.
    """
    files = {name: _File(root, file_name) for name, file_name in FILES.items()}
    standards = files["standards"].terms(Standard, lambda term: term.id)
    topics = files["topics"].terms(Topic, lambda term: term.id)
    glossary = files["glossary"].terms(GlossaryTerm, lambda term: term.id)
    files["topics"].known(_broader(files["topics"].data, topics), topics)
    _check_circles(files["topics"], topics)
    if chapters:
        _check_chapters(files["standards"], standards, chapters)
    files["glossary"].known(_see_also(files["glossary"].data), glossary)
    vocabulary = Vocabulary(
        standards=standards,
        age_groups=files["age_groups"].terms(AgeGroup, lambda term: term.id),
        transitions=files["transitions"].terms(Transition, lambda term: term.id),
        topics=topics,
        context_model=_context_model(files["context_model"]),
        glossary=glossary,
    )
    return vocabulary, [finding for file in files.values() for finding in file.findings]


def _context_model(file: _File) -> ContextModel:
    model = file.model()
    if model is None:
        return ContextModel()
    conditions = file.by_id(model.conditions, lambda condition: condition.id, "bedingungen")
    file.known(
        (
            (("fragen", index, "bedingung"), question.condition)
            for index, question in enumerate(model.questions)
            if question.condition
        ),
        conditions,
    )
    return ContextModel(
        dimensions=file.by_id(model.dimensions, lambda dimension: dimension.id, "dimensionen"),
        conditions=conditions,
        questions=file.by_id(model.questions, lambda question: question.id, "fragen"),
        note=model.note,
    )


def _broader(data: Any, topics: Mapping[str, Topic]) -> Iterator[tuple[FieldPath, str]]:
    for index, item in enumerate(data if isinstance(data, list) else []):
        topic = topics.get(str(item.get("id", ""))) if isinstance(item, dict) else None
        if topic and topic.broader:
            yield (index, "ober"), topic.broader


def _see_also(data: Any) -> Iterator[tuple[FieldPath, str]]:
    for index, item in enumerate(data if isinstance(data, list) else []):
        named = item.get("siehe") if isinstance(item, dict) else None
        for number, term_id in enumerate(named if isinstance(named, list) else []):
            if isinstance(term_id, str):
                yield (index, "siehe", number), term_id


def _check_circles(file: _File, topics: Mapping[str, Topic]) -> None:
    """One finding for each circle of broader topics, at its first topic."""
    for path, topic_id in _ids(file.data):
        circle, current = [topic_id], topics[topic_id].broader if topic_id in topics else None
        while current and current in topics and current not in circle:
            circle.append(current)
            current = topics[current].broader
        if current == topic_id == min(circle):
            file.complain(
                (*path, "ober"),
                "herkunft-kreis",
                f"„{topic_id}“ ist über Umwege sein eigener Oberbegriff.",
                "Ändern Sie einen der Oberbegriffe.",
            )


def _check_chapters(file: _File, standards: Mapping[str, Standard], chapters: Collection[str]) -> None:
    for path, standard_id in _ids(file.data):
        chapter = standards[standard_id].chapter if standard_id in standards else None
        if chapter and chapter not in chapters:
            remedy = did_you_mean(nearest(chapter, tuple(chapters))) or _CHAPTER_REMEDY
            message = f"Das Kapitel „{chapter}“ gibt es in der Sammlung nicht."
            file.complain((*path, "handbuch"), "kapitel-fehlt", message, remedy)


_CHAPTER_REMEDY = "Nennen Sie ein Kapitel mit seinem Dateinamen ohne Nummer und „.md“, oder legen Sie das Kapitel an."


def _ids(data: Any) -> Iterator[tuple[FieldPath, str]]:
    for index, item in enumerate(data if isinstance(data, list) else []):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield (index,), item["id"]
