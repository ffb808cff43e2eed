"""Chapter ↔ standard ↔ practice, gaps, materials, and what reuse taught."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from praxis.library import Library
from praxis.records import Case, Chapter, Gap, Material, Record
from praxis.relations.derived import derived
from praxis.relations.facets import cases_by_standard, gaps_by_standard, materials_by_standard
from praxis.relations.lessons import StandardLessons, lessons_by_standard
from praxis.vocabulary import Standard

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class StandardLinks:
    """Everything about one standard; without a case it is *unanswered*."""

    standard: Standard
    chapters: tuple[Chapter, ...]
    cases: tuple[Case, ...]
    gaps: tuple[Gap, ...]
    materials: tuple[Material, ...]
    lessons: StandardLessons

    @property
    def is_unanswered(self) -> bool:
        """True if no case meets the standard."""
        return not self.cases


@dataclass(frozen=True, slots=True)
class ChapterLinks:
    """Everything below a chapter: its standards in the vocabulary's order, and their records, each once."""

    chapter: Chapter
    standards: tuple[StandardLinks, ...]

    @property
    def cases(self) -> tuple[Case, ...]:
        """Practice of all its standards, by id."""
        return _once(case for links in self.standards for case in links.cases)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Gaps of all its standards, by id."""
        return _once(gap for links in self.standards for gap in links.gaps)

    @property
    def materials(self) -> tuple[Material, ...]:
        """Materials of all its standards, by id."""
        return _once(material for links in self.standards for material in links.materials)

    @property
    def unanswered(self) -> tuple[Standard, ...]:
        """Its standards without a case."""
        return tuple(links.standard for links in self.standards if links.is_unanswered)


def _once(records: Iterable[R]) -> tuple[R, ...]:
    found = {record.id: record for record in records}
    return tuple(found[key] for key in sorted(found))


@derived
def standard_links(library: Library) -> Mapping[str, StandardLinks]:
    """Standard -> its chapters, practice, gaps, materials and lessons."""
    cases, gaps, materials = cases_by_standard(library), gaps_by_standard(library), materials_by_standard(library)
    lessons = lessons_by_standard(library)
    return {
        key: StandardLinks(
            standard=standard,
            chapters=tuple(chapter for chapter in library.chapters.values() if is_about(chapter, standard)),
            cases=tuple(cases[key]),
            gaps=tuple(gap for gap in gaps[key] if gap.status != "zurueckgezogen"),
            materials=tuple(materials[key]),
            lessons=lessons[key],
        )
        for key, standard in library.vocabulary.standards.items()
    }


def is_about(chapter: Chapter, standard: Standard) -> bool:
    """True if the chapter names the standard, or the standard the chapter."""
    return standard.id in chapter.standards or standard.chapter == chapter.id


@derived
def chapter_links(library: Library) -> Mapping[str, ChapterLinks]:
    """Chapter -> everything below it, in the order of the chapters."""
    links = standard_links(library)
    return {
        key: ChapterLinks(chapter, tuple(item for item in links.values() if is_about(chapter, item.standard)))
        for key, chapter in library.chapters.items()
    }


def chapters_of(library: Library, standards: Iterable[str]) -> tuple[Chapter, ...]:
    """The chapters about any of the standards, in the order of the handbook."""
    links, wanted = standard_links(library), set(standards)
    named = {chapter.id for key in wanted if key in links for chapter in links[key].chapters}
    return tuple(chapter for key, chapter in library.chapters.items() if key in named)
