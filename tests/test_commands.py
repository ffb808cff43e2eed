"""The commands as seen from outside: output, exit codes, German messages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from praxis.cli import main
from tests.site_building import PROJECT


def run(*arguments: str, root: Path = PROJECT) -> int:
    try:
        return main(["--root", str(root), *arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def test_the_projects_own_contents_pass_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "json") == 0
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert {finding["severity"] for finding in findings} <= {"warning"}


def test_a_path_limits_the_findings_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "docs/luecken", "--format", "json") == 0
    assert all(finding["file"].startswith("docs/luecken/") for finding in json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "docs/gibt-es-nicht"), "Den Pfad „docs/gibt-es-nicht“ gibt es unter"),
        (("match", "gibt-es-nicht"), "Die Lücke „gibt-es-nicht“ gibt es nicht."),
        (("match",), "Nennen Sie eine Lücke, oder wenigstens --question, --standards oder --topics."),
        (
            ("match", "zugaenge-fuer-eltern", "--age", "3", "--municipality", "hamm"),
            "praxis match: Eine Lücke bringt ihre Angaben mit; lassen Sie --age und --municipality weg.",
        ),
        (("match", "--topics", "kitta"), "Das Thema „kitta“ gibt es nicht. Meinten Sie „kita“"),
        (("match", "--topics", "kita", "--age", "9-3"), "„9-3“: Das Alter endet, bevor es beginnt."),
        (("match", "--topics", "kita", "--age", "klein"), "„klein“ ist kein Alter."),
        (("unsinn",), "nicht vorgesehen"),
        (("check", "--form", "x"), "unbekannt"),
    ],
)
def test_wrong_use_is_explained_and_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_a_root_without_contents_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", root=tmp_path) == 2
    assert "gibt es keinen Ordner „docs“" in capsys.readouterr().err


def test_a_gap_is_matched_with_reasons_and_conditions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", "daten-foerderschule-beruf", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["matches"][0]["case"] == "kaoa-star"
    assert answer["matches"][0]["confirmed"] is True
    assert answer["matches"][0]["reasons"]
    assert {row["result"] for item in answer["matches"] for row in item["conditions"]} <= {
        "passt", "weicht-ab", "nicht-berichtet",
    }  # fmt: skip


def test_a_question_alone_is_matched_by_the_topics_in_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", "--question", "Was tun wir für Alleinerziehende und in Elterncafés?", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert "cafe-kinderwagen-warendorf" in [item["case"] for item in answer["matches"]]


def test_no_match_is_no_error_and_names_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", "--topics", "gefluechtete", "--age", "26", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["matches"] == [] or answer["nearest"] == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("alleinerziehnde Muetter", "alleinerziehende"),
        ("Willkommensbesuch", "begruessungsbesuch"),
        ("Sozialarbeit an Schulen", "schulsozialarbeit"),
        ("Duesseldorf", "duesseldorf"),
        ("OGS", "ogs"),
    ],
)
def test_a_search_finds_inflection_compounds_umlauts_and_slips(
    capsys: pytest.CaptureFixture[str], query: str, expected: str
) -> None:
    assert run("search", query, "-n", "5", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert expected in [result["id"] for result in answer["results"]]
    assert all(result["why"] for result in answer["results"])


def test_a_search_can_be_limited_to_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "Kita", "--kind", "luecke", "--json") == 0
    assert {result["kind"] for result in json.loads(capsys.readouterr().out)["results"]} == {"luecke"}


def test_any_corpus_can_be_ranked(tmp_path: Path) -> None:
    corpus, queries, out = (tmp_path / name for name in ("texte.jsonl", "fragen.jsonl", "lauf.tsv"))
    texts = [{"id": "a", "title": "Anträge", "text": "Elterngeld"}, {"id": "b", "title": "Wohnen", "text": "Miete"}]
    corpus.write_text("\n".join(json.dumps(text) for text in texts), encoding="utf-8")
    queries.write_text(json.dumps({"id": "q", "text": "Antrag"}), encoding="utf-8")
    assert run("evaluate-search", "--corpus", str(corpus), "--queries", str(queries), "--run", str(out)) == 0
    query, document, rank, score = out.read_text(encoding="utf-8").splitlines()[0].split("\t")
    assert (query, document, rank) == ("q", "a", "1")
    assert float(score) > 0
