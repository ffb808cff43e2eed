"""JSON-LD: the collection as a data set (DCAT and schema.org) with all its records, for catalogues and search engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from praxis.records import Case, Chapter, Gap, Material, Meeting, Municipality, Record, Reuse
from praxis.records.reuse import Pointer
from praxis.records.values import Source
from praxis.site.data.records import LICENCE
from praxis.site.data.text import as_json
from praxis.site.model import SiteModel

PATH = "daten/sammlung.jsonld"
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "url": {"@type": "@id"},
    "license": {"@type": "@id"},
}
_MEDIA_TYPES = {
    "alles.json": "application/json",
    "praxis.csv": "text/csv",
    "luecken.csv": "text/csv",
    "nachnutzung.csv": "text/csv",
    "kommunen.csv": "text/csv",
    "praxis.atom": "application/atom+xml",
    "treffen.ics": "text/calendar",
}
Node = dict[str, Any]


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    nodes = [_data_set(model), _terms(model), *(_record(model, record) for record in model.library.records())]
    yield PATH, as_json({"@context": _CONTEXT, "@graph": nodes})


def _data_set(model: SiteModel) -> Node:
    settings = model.settings
    dates = [record.as_of.latest for record in model.library.records() if record.as_of]
    newest = min(max(dates, default=model.library.today), model.library.today)
    return {
        "@id": settings.absolute(PATH),
        "@type": ["Dataset", "dcat:Dataset"],
        "name": settings.site_name,
        "description": settings.description or settings.site_name,
        "url": settings.absolute("daten/index.html"),
        "inLanguage": "de",
        "license": LICENCE,
        "dct:license": {"@id": LICENCE},
        "dateModified": newest.isoformat(),
        "publisher": {"@type": "Organization", "name": settings.site_name, "url": settings.site_url},
        "distribution": [_distribution(model, name, media_type) for name, media_type in _MEDIA_TYPES.items()],
    }


def _distribution(model: SiteModel, name: str, media_type: str) -> Node:
    address = model.settings.absolute(f"daten/{name}")
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "name": name,
        "encodingFormat": media_type,
        "contentUrl": address,
        "dcat:downloadURL": {"@id": address},
        "license": LICENCE,
    }


def _terms(model: SiteModel) -> Node:
    vocabulary, settings = model.library.vocabulary, model.settings
    terms = [(f"standards/{term.id}.html", term.title) for term in vocabulary.standards.values()]
    terms += [(f"themen/{topic.id}.html", topic.title) for topic in vocabulary.topics.values()]
    return {
        "@id": settings.absolute("daten/vokabulare.json"),
        "@type": "DefinedTermSet",
        "name": "Standards und Themen",
        "hasDefinedTerm": [
            {"@id": settings.absolute(address), "@type": "DefinedTerm", "name": title} for address, title in terms
        ],
    }


def _record(model: SiteModel, record: Record) -> Node:
    own = _DESCRIBE[type(record)](model, record)
    node: Node = {
        "@id": model.settings.absolute(record.address),
        "name": record.title,
        "url": model.settings.absolute(record.address),
        "isPartOf": {"@id": model.settings.absolute(PATH)},
        "dateModified": record.as_of.isoformat() if record.as_of else None,
        "citation": [_source(source) for source in record.sources],
        **own,
    }
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _source(source: Source) -> Node:
    known = {"name": source.title, "url": source.url, "publisher": source.publisher}
    return {"@type": "CreativeWork", **{key: value for key, value in known.items() if value}}


def _about(model: SiteModel, standards: Iterator[str] | list[str], topics: list[str]) -> list[Node]:
    addresses = [f"standards/{key}.html" for key in standards] + [f"themen/{key}.html" for key in topics]
    return [{"@id": model.settings.absolute(address)} for address in addresses]


def _place(model: SiteModel, municipality_id: str | None) -> Node | None:
    return {"@id": model.settings.absolute(f"kommunen/{municipality_id}.html")} if municipality_id else None


def _case(model: SiteModel, case: Case) -> Node:
    origins = [{"@id": model.settings.absolute(f"praxis/{origin}.html")} for origin in case.origins]
    return {
        "@type": "CreativeWork",
        "description": case.short,
        "inLanguage": "de",
        "license": LICENCE,
        "spatialCoverage": _place(model, case.municipality),
        "about": _about(model, list(case.standards), case.topics),
        "isBasedOn": origins,
    }


def _gap(model: SiteModel, gap: Gap) -> Node:
    answers = [
        {"@type": "Answer", "url": model.settings.absolute(f"praxis/{answer.case}.html"), "text": answer.why or ""}
        for answer in gap.answers
    ]
    return {
        "@type": "Question",
        "text": gap.question,
        "dateCreated": gap.reported.isoformat(),
        "spatialCoverage": _place(model, gap.municipality),
        "about": _about(model, gap.standards, gap.topics),
        "suggestedAnswer": answers,
    }


def _reuse(model: SiteModel, reuse: Reuse) -> Node:
    return {
        "@type": "CreativeWork",
        "isBasedOn": [_pointer(model, "praxis", original) for original in reuse.originals],
        "spatialCoverage": _pointer(model, "kommunen", reuse.municipality),
        "dateCreated": str(reuse.year) if reuse.year else None,
    }


def _pointer(model: SiteModel, folder: str, pointer: Pointer) -> Node:
    if pointer.id:
        return {"@id": model.settings.absolute(f"{folder}/{pointer.id}.html")}
    return {"name": pointer.text or ""}


def _municipality(model: SiteModel, place: Municipality) -> Node:
    return {
        "@type": "Organization" if place.type == "stelle" else "AdministrativeArea",
        "containedInPlace": place.state,
    }


def _chapter(model: SiteModel, chapter: Chapter) -> Node:
    about = _about(model, chapter.standards, [])
    return {"@type": "Chapter", "description": chapter.short, "license": LICENCE, "about": about}


def _material(model: SiteModel, material: Material) -> Node:
    return {
        "@type": "CreativeWork",
        "sameAs": material.url,
        "publisher": material.publisher,
        "datePublished": str(material.year) if material.year else None,
        "about": _about(model, material.standards, material.topics),
    }


def _meeting(model: SiteModel, meeting: Meeting) -> Node:
    return {
        "@type": "Event",
        "startDate": meeting.start.isoformat(),
        "endDate": meeting.end.isoformat() if meeting.end else None,
        "location": meeting.place,
        "about": _about(model, [], meeting.topics),
    }


_DESCRIBE: Mapping[type[Record], Callable[[SiteModel, Any], Node]] = {
    Case: _case,
    Gap: _gap,
    Reuse: _reuse,
    Municipality: _municipality,
    Chapter: _chapter,
    Material: _material,
    Meeting: _meeting,
}
