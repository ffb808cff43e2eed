"""Makes the shared vectors of the search from the contents in ``docs/``: ``python tests/vectors/make.py``.

The vectors are committed: they hold the Python and the browser side of the search equal, and show in a diff when a change
moves the ranking. The corpus is a snapshot, so that editing the contents does not change them.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from praxis.search import Document, Searcher, Synonym, build_index  # noqa: E402
from praxis.search.filters import Recogniser, choice, rest_of  # noqa: E402
from praxis.search.stemming import stem  # noqa: E402
from praxis.search.tokens import tokens, word  # noqa: E402

WORDS = 2000
QUERIES = 300
DOCUMENTS = 240
SHOWN = 20

SYNONYMS = [
    Synonym("Kita", ("Kindertagesstätte", "Kindergarten", "Kindertageseinrichtung")),
    Synonym("Allgemeiner Sozialer Dienst", ("ASD", "Bezirkssozialarbeit")),
    Synonym("Hilfen zur Erziehung", ("HzE", "erzieherische Hilfen")),
    Synonym("Begrüßungsbesuch", ("Willkommensbesuch", "Hausbesuch nach der Geburt", "Babybesuch")),
    Synonym("Geflüchtete", ("Flüchtlinge", "Asylsuchende")),
    Synonym("Ganztag", ("OGS", "Offene Ganztagsschule")),
]

ODD_WORDS = """
Selbsthilfe-Gruppe Kinder- und Jugendhilfe Schüler*innen Schüler:innen Lehrer/innen Bürger_innen § §8a 24/7 E-Mail
KiTa/OGS O’Neill ESF+ SGB VIII Haus\u00adbesuch Tru\u0308be \ufb01nden Straße STRASSE ẞ Œuvre Ångström Łódź naïve İstanbul
ΣΊΣΥΦΟΣ Привет שלום مرحبا नमस्ते 北京 한국어 café CAFE\u0301 Zürich Zuerich quer Quelle Aquarium Steuer neue Frauen bauen
Israel Poesie Michael Aachen aeaeae oeoeue ueue q qu que 1. 2,5 10.000 x² µg aa-bb-cc-dd -- -a a- 'n :-) ·
"""


def corpus() -> list[dict[str, Any]]:
    """Return sections of the pages in ``docs/`` as documents."""
    sections = []
    for path in sorted((ROOT / "docs").glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        found = re.match(r"---\n(.*?)\n---\n(.*)", text, re.S)
        if not found:
            continue
        title = re.search(r"^titel: *[\"']?(.*?)[\"']?$", found[1], re.M)
        place = re.search(r"^kommune: *([a-z-]+)$", found[1], re.M)
        topics = re.search(r"^themen: *\[(.*?)\]", found[1], re.M)
        for number, part in enumerate(re.split(r"^## +", found[2], flags=re.M)):
            heading, _, body = part.partition("\n")
            body = re.sub(r"\]\([^)]*\)|[*_`>#\[\]|]", "", body if number else part)
            body = re.sub(r"\s+", " ", body).strip()
            if len(body) > 150 and title:
                fields: dict[str, Any] = {"text": body[:900]}
                if number:
                    fields["ueberschriften"] = [heading.strip()]
                if place:
                    fields["orte"] = place[1].replace("-", " ")
                if topics:
                    fields["themen"] = topics[1].replace("-", " ").split(", ")
                name = f"{path.parent.name}/{path.stem}#{number}"
                kind, url = path.parent.name, f"{path.parent.name}/{path.stem}.html"
                record = {"id": name, "kind": kind, "title": title[1], "url": url, "fields": fields}
                sections.append(record)
    return random.Random(4).sample(sections, min(DOCUMENTS, len(sections)))


def documents(records: list[dict[str, Any]]) -> list[Document]:
    """Return the records of a corpus as documents."""
    return [Document(**record) for record in records]


def analysis(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return words with their folded form, pieces and stem."""
    found = {token for record in records for token in tokens(record["fields"]["text"])}
    chosen = random.Random(1).sample(sorted(found), min(WORDS - 270, len(found)))
    odd = ODD_WORDS.split()
    texts = [*odd, *chosen, *(ascii_spelling(each) for each in chosen[:200])]
    extra = (form + suffix for form in chosen for suffix in ("ungen", "lichkeit", "innen", "ische", "st"))
    while len(texts) < WORDS:
        texts.append(next(extra))
    return [
        {"token": token, "form": word(token).form, "pieces": word(token).pieces, "stem": stem(word(token).form)}
        for token in texts[:WORDS]
    ]


def ascii_spelling(text: str) -> str:
    """Return a text without umlauts and ß."""
    for letter, spelled in zip("äöüßÄÖÜ", ("ae", "oe", "ue", "ss", "Ae", "Oe", "Ue"), strict=True):
        text = text.replace(letter, spelled)
    return text


def slip(text: str, rnd: random.Random) -> str:
    """Return a text with one keyboard slip in its longest word."""
    target = max(tokens(text), key=len, default="")
    if len(target) < 4:
        return text
    at = rnd.randrange(1, len(target) - 1)
    wrong = rnd.choice(
        [
            target[:at] + target[at + 1 :],
            target[:at] + target[at + 1] + target[at] + target[at + 2 :],
            target[:at] + target[at] + target[at:],
            target[:at] + rnd.choice("enrsia") + target[at + 1 :],
        ]
    )
    return text.replace(target, wrong, 1)


def queries(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return queries of every kind a reader may type."""
    rnd = random.Random(2)
    texts = [
        "", "   ", "und der die", "§ 8a SGB VIII", "HzE", "Kindergarten", "Hausbesuch nach der Geburt", "ASD",
        "Kita-Sozialarbeit", "Sozialarbeit an Schulen", '"Frühe Hilfen"', '"unclosed phrase', "Familie -Schule",
        '-"Frühe Hilfen" Familie', "-Familie", "alleinerziehnde Muetter", "Kindertagesstättenplatz", "😀 Familie 🎉",
        "<script>alert(1)</script>", "a.*b[c(d", "שלום Familie", "Fam\0ilie", "2015", "OGS Ganztag",
        "Präventionskettenkoordinatorin", "xqzwv", "Bezirkssozialarbeit Flüchtlinge", "wie wo was", "ABC" * 300,
    ]  # fmt: skip
    found = [{"text": text, "typing": False} for text in texts]
    long = sorted({t for r in records for t in tokens(r["fields"]["text"]) if len(t) > 6})
    while len(found) < QUERIES:
        record = rnd.choice(records)
        words = tokens(record["fields"]["text"])
        start = rnd.randrange(max(1, len(words) - 6))
        run = " ".join(words[start : start + rnd.randint(2, 6)])
        text = rnd.choice(
            [
                record["title"], run, slip(run, rnd), ascii_spelling(run), f'"{run}"', rnd.choice(long),
                slip(rnd.choice(long), rnd), rnd.choice(long)[: rnd.randint(2, 6)], " ".join(rnd.sample(long, 2)),
                rnd.choice(long) + rnd.choice(long).lower(), f"{record['title']} -{rnd.choice(long)}",
            ]
        )  # fmt: skip
        found.append({"text": text, "typing": rnd.random() < 0.3})
    return found


def ranking(searcher: Searcher, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what each query gives: order and scores of the first hits, reasons and passage of the first."""
    results = []
    for query in asked:
        found = searcher.search(query["text"], typing=query["typing"], limit=1)
        first = found.hits[0] if found.hits else None
        results.append(
            {
                **query,
                "total": found.total,
                "suggestion": found.suggestion,
                "hits": [[hit.document, hit.score] for hit in found.order[:SHOWN]],
                "why": [reason.text for reason in first.why] if first else [],
                "title_marks": first.title_marks if first else [],
                "passage": [first.passage.text, first.passage.marks] if first and first.passage else None,
            }
        )
    return results


CHOICES = [
    choice("standard", "leitbild", "Standard: Gemeinsames Leitbild", ("Gemeinsames Leitbild", "leitbild")),
    choice("thema", "leitbild", "Thema: Leitbild", ("Leitbild", "Präventionsleitbild")),
    choice("thema", "fruehe-hilfen", "Thema: Frühe Hilfen", ("Frühe Hilfen", "Netzwerk Frühe Hilfen", "NZFH")),
    choice("thema", "kita", "Thema: Kita", ("Kita", "Kindertagesstätte", "Kindergarten")),
    choice("kommune", "kreis-dueren", "Kommune: Kreis Düren", ("Kreis Düren", "Düren")),
    choice("kommune", "muelheim", "Kommune: Mülheim an der Ruhr", ("Mülheim an der Ruhr", "Mülheim")),
    choice("status", "laeuft", "Status: läuft", ("läuft", "laufend")),
    choice("finanzierung", "esf", "Finanzierung: ESF", ("ESF", "Europäischer Sozialfonds")),
    choice("alter", "3-6", "Alter: 3 bis 6 Jahre", ("Kita-Alter", "Kindergartenalter")),
    choice("programm", "kinderstark", "Programm: kinderstark", ("kinderstark",)),
]
FILTER_QUERIES = [
    "",
    "Kita Düren 3 bis 6",
    "ab 10 Jahre",
    "Leitbild",
    "Gemeinsame Leitbilder",
    "netzwerke fruehe hilfen duren",
    "U3",
    "Ü3",
    "ue3",
    "UÜ3",
    "3-6",
    "3 – 6 Jahre",
    "von 3 bis unter 6 Jahren",
    "6 bis 3",
    "bis 3 Jahre",
    "unter 3 Jahren",
    "ab 3",
    "12-Jährige",
    "12 jährige Kinder",
    "einjährigen",
    "zwoelfjährige",
    "zwölfjährige",
    "achtzehnjährig",
    "neunzehnjährig",
    "§ 8 bis 10",
    "§8-10",
    "2015-2018",
    "24/7",
    "1.5 bis 3",
    "28 Jahre",
    "27 Jahre",
    "0 bis 1 Jahr",
    "ESF+ läuft",
    "-Düren Kita",
    "Kita-Alter",
    "Mülheim an der Ruhr",
    "Mülheimer Modell",
    "Mülheim an der",
    '"Frühe Hilfen" Düren',
    "Kita Kita Kita",
    "KITA DÜREN ESF",
    "😀 Kita 3 bis 6 😀",
    "Kita\0Düren",
    "ab 10 Jahre Kita Düren läuft ESF kinderstark Leitbild",
    "ſ 3 Jahre",
    "3\u00a0bis\u00a06\u202fJahre",
    "Kita " * 500,
    "3 bis 6 " * 400,
    "höchstens 5 Jahre",
    "HÖCHSTENS 5 JAHRE",
    "über 16 Jahre",
    "mindestens 2 Jahren",
]


def filters(texts: list[str]) -> list[dict[str, Any]]:
    """Return what each query names as filters, and what is left of it."""
    recogniser = Recogniser(CHOICES)
    results = []
    for text in texts:
        found = recogniser.understood(text)
        listed = [[each.facet, each.value, each.label, list(each.place)] for each in found]
        results.append({"text": text, "found": listed, "rest": rest_of(text, found)})
    return results


def plain_choices() -> list[list[Any]]:
    """Return the choices as the browser reads them."""
    return [[each.facet, each.value, each.label, [" ".join(words) for words in each.wordings]] for each in CHOICES]


def write(name: str, rows: list[Any]) -> None:
    """Write one row a line, so that a diff shows what changed."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in rows)
    (HERE / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def main() -> None:
    """Write all vectors; the corpus only if there is none (``--corpus`` makes a new one)."""
    if "--corpus" in sys.argv or not (HERE / "corpus.json").exists():
        write("corpus.json", corpus())
    records = json.loads((HERE / "corpus.json").read_text(encoding="utf-8"))
    write("filters.json", filters(FILTER_QUERIES))
    write("analysis.json", analysis(records))
    searcher = Searcher(build_index(documents(records), SYNONYMS))
    write("ranking.json", ranking(searcher, queries(records)))


if __name__ == "__main__":
    main()
