"""Links and images: inline, by reference, in angle brackets; what they lead to and how they are hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.broken import PNG, case, chapter, findings, only, place

SITE: dict[str, str | bytes] = {
    "docs/praxis/elterncafe.md": case("## Ziele und Größe\n\nText[^1]\n\n[^1]: Anmerkung\n"),
    "docs/praxis/entwurf.md": case(stufe="stufe: entwurf"),
    "docs/handbuch/05-zugaenge.md": chapter(),
    "docs/assets/gruppe.png": PNG,
    "docs/assets/zwei-gruppen.png": PNG,
    "docs/index.md": "# Start\n\nText\n",
}


def check(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    """Rule, line and column of the findings of a case with this text; its body begins in line 21."""
    found = findings(tmp_path, {**SITE, "docs/praxis/a.md": case(text + "\n")})
    assert {finding.file for finding in found} <= {"docs/praxis/a.md"}
    return [(finding.rule, finding.line, finding.column) for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "[a](elterncafe.md) [b](elterncafe.md#ziele-und-groesse) [c](../handbuch/05-zugaenge.md)",
        "[a](../index.md) [b](index.md) [c](../luecken/index.md) [d](../raster/index.md)",
        "[a](../themen/fruehe-hilfen.md) [b](../standards/zugaenge.md) [c](../glossar/index.md#praeventionskette)",
        "[a](https://x.example/a(b)c?d=[e]) [b](http://x.example 'Titel') [c](mailto:info@x.example)",
        "[a](HTTPS://X.EXAMPLE) [b](<https://x.example/a b>)",
        "[a](https://x.example/?tx_news[action][b]=detail&tx[c][d]=1)",
        "[Quelle 1](#quelle-1) [Quelle 1](#quelle-1) [b](#unten)\n\n## Unten\n\nText",
        "[a](elterncafe.md#quelle-1) [b](elterncafe.md#fn:1)",
        "![Eine Gruppe am Tisch](../assets/gruppe.png) ![Zwei Gruppen](<../assets/zwei-gruppen.png>)",
        "![Zwei Gruppen](../assets/zwei%2Dgruppen.png)",
        "[![Eine Gruppe am Tisch](../assets/gruppe.png)](elterncafe.md)",
        "[a][1], [b], [c][B]\n\n[1]: elterncafe.md\n[b]: https://x.example 'Titel'",
        "Text[^1] und[^zwei].\n\n[^1]: Eins\n[^zwei]: Zwei\n    [a](elterncafe.md)",
        "Er sagte [sic] und [...] und [ ] und [a] [b].",
        "- [ ] offen\n- [x] erledigt",
        "\\[a\\](fehlt.md) und `[a](fehlt.md)`",
        "```\n[a](javascript:alert(1))\n```",
        "[a](fehlt.md",
        "*[KeKiz]: Kein Kind zurücklassen\n\nKeKiz",
    ],
)
def test_links_that_lead_somewhere_are_fine(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("Mehr [hier](fehlt.md)", 21, 13),
        ("Mehr [hier]( fehlt.md )", 21, 14),
        ("Mehr [hier](<fehlt.md>)", 21, 13),
        ("Mehr [hier](fehlt.md 'Titel')", 21, 13),
        ("Mehr [hier](fehlt.md#stelle)", 21, 13),
        ("Mehr [hier](../kommunen/fehlt.md)", 21, 13),
        ("Mehr [hier](../handbuch/zugaenge.md)", 21, 13),
        ("Mehr [hier](elterncafe.html)", 21, 13),
        ("Mehr [hier](elterncafe)", 21, 13),
        ("Mehr [hier](Elterncafe.md)", 21, 13),
        ("Mehr [hier](../vokabular/themen.yml)", 21, 13),
        ("Mehr [hier](entwurf.md)", 21, 13),
        ("Mehr [hier](www.x.example)", 21, 13),
        ("Mehr [über\nzwei Zeilen](fehlt.md)", 22, 14),
        ("Mehr [hier [und] da](fehlt.md)", 21, 22),
        ("Mehr [tief [ge [schach [telt]]]](fehlt.md)", 21, 34),
        ("> Mehr [hier](fehlt.md)", 21, 15),
        ("| A | B |\n|---|---|\n| [a](fehlt.md) | b |", 23, 7),
        ("- Mehr\n\n    [hier](fehlt.md)", 23, 12),
        ("[![Eine Gruppe am Tisch](../assets/gruppe.png)](fehlt.md)", 21, 49),
        ("Mehr [hier][1]\n\n[1]: fehlt.md", 23, 6),
        ("Mehr [hier][1]\n\n[1]:\n  fehlt.md", 24, 3),
        ("Mehr [hier][fehlt]", 21, 12),
        ("Mehr [hier][]", 21, 12),
        ("Mehr[^1]", 21, 5),
        ("Mehr [^1](fehlt.md)", 21, 11),
    ],
)
def test_a_broken_link_is_named_at_its_address(tmp_path: Path, text: str, line: int, column: int) -> None:
    assert check(tmp_path, text) == [("verknuepfung-kaputt", line, column)]


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("Siehe [hier]().", "verknuepfung-kaputt", "Dem Link fehlt die Adresse."),
        ("Siehe [hier]( ).", "verknuepfung-kaputt", "Dem Link fehlt die Adresse."),
        ("Siehe [hier](<>).", "verknuepfung-kaputt", "Dem Link fehlt die Adresse."),
        ("Siehe [hier](#).", "verknuepfung-kaputt", "Dem Link fehlt die Adresse."),
        ("![Ein Fest]()", "bild-fehlt", "Dem Bild fehlt die Adresse."),
    ],
)
def test_a_link_without_an_address_is_named(tmp_path: Path, text: str, rule: str, message: str) -> None:
    finding = only(tmp_path, case(text + "\n"))
    assert (finding.rule, finding.message, finding.remedy) == (
        rule,
        message,
        "Schreiben Sie sie zwischen die runden Klammern.",
    )


def test_a_draft_may_link_to_a_draft(tmp_path: Path) -> None:
    text = case("Mehr [hier](entwurf.md).\n", stufe="stufe: entwurf")
    assert findings(tmp_path, {**SITE, "docs/praxis/a.md": text}) == ()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;&#x61;vascript&#58;alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "%6aavascript:alert(1)",
        "javascript%3Aalert(1)",
        "  javascript:alert(1)",
        "&nbsp;javascript:alert(1)",
        "data:text/html,<b>x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "blob:https://x",
        "file:///etc/passwd",
        "ftp://x.example",
        "tel:+49123",
        "C:\\Daten\\Bericht.docx",
        "//x.example/a",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form", ["[a]({})", "[a](<{}>)", "[a]({} 'T')", "[a][b]\n\n[b]: {}"], ids=["inline", "angle", "title", "reference"]
)
def test_kinds_of_addresses_that_are_not_allowed(tmp_path: Path, address: str, form: str) -> None:
    if "reference" in form or "]: " in form:
        address = address.replace("\n", "").replace("\t", "").strip()
    found = {rule for rule, _, _ in check(tmp_path, form.format(address))}
    assert "verknuepfung-art" in found or ("<b" in address and "html-nicht-erlaubt" in found)
    assert found <= {"verknuepfung-art", "html-nicht-erlaubt"}


def test_a_hidden_script_in_angle_brackets_is_found(tmp_path: Path) -> None:
    assert check(tmp_path, "Mehr <javascript:alert(1)>") == [("verknuepfung-art", 21, 7)]


@pytest.mark.parametrize(
    "address",
    [
        "../../geheim.md",
        "../../../etc/passwd",
        "/etc/passwd",
        "..%2f..%2f..%2fetc/passwd",
        "..\\..\\geheim.md",
        "%2e%2e/%2e%2e/x.md",
        "./../../x.md",
    ],
)
def test_paths_stay_inside(tmp_path: Path, address: str) -> None:
    assert check(tmp_path, f"[a]({address})") == [("pfad-ausbruch", 21, 5)]
    assert check(tmp_path, f"![Bild einer Gruppe]({address})") == [("pfad-ausbruch", 21, 22)]


def test_a_path_with_backslashes_is_none_of_ours(tmp_path: Path) -> None:
    """Browsers read two backslashes like two slashes: another host."""
    for text in ("[a](\\\\x.example\\a)", "[a][b]\n\n[b]: \\\\x.example\\a"):
        assert [rule for rule, _, _ in check(tmp_path, text)] == ["pfad-ausbruch"]


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("![](../assets/gruppe.png)", "bild-alternativtext", 1),
        ("Text ![ ](../assets/gruppe.png)", "bild-alternativtext", 6),
        ("![][b]\n\n[b]: ../assets/gruppe.png", "bild-alternativtext", 1),
        ("[![](../assets/gruppe.png)](elterncafe.md)", "bild-alternativtext", 2),
        ("![Bild](../assets/gruppe.png)", "bild-alternativtext-leer", 1),
        ("![gruppe.png](../assets/gruppe.png)", "bild-alternativtext-leer", 1),
        ("![Gruppe am Tisch](../assets/fehlt.png)", "bild-fehlt", 20),
        ("![Gruppe am Tisch](https://x.example/a.png)", "verknuepfung-art", 20),
        ("![Gruppe am Tisch](data:image/png;base64,AAAA)", "verknuepfung-art", 20),
    ],
)
def test_images_need_a_text_and_a_file_of_ours(tmp_path: Path, text: str, rule: str, column: int) -> None:
    assert check(tmp_path, text) == [(rule, 21, column)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[a](#fehlt)", "verknuepfung-anker"),
        ("[a](elterncafe.md#fehlt)", "verknuepfung-anker"),
        ("[a](elterncafe.md#Ziele-und-Größe)", "verknuepfung-anker"),
        ("[a](#quelle-2)", "quelle-nummer"),
        ("[a](#quelle-0)", "quelle-nummer"),
    ],
)
def test_places_within_pages_exist(tmp_path: Path, text: str, rule: str) -> None:
    assert [found[0] for found in check(tmp_path, text)] == [rule]


def test_a_record_without_sources_can_name_none(tmp_path: Path) -> None:
    finding = only(tmp_path, chapter("Siehe [Quelle 1](#quelle-1).\n"), "docs/handbuch/01-a.md")
    assert (finding.rule, place(finding)) == ("quelle-nummer", (6, 18, None))


def test_the_message_names_the_address_but_never_all_of_it(tmp_path: Path) -> None:
    finding = only(tmp_path, case(f"[a]({'x' * 500}.md)\n"))
    assert finding.message == f"Der Link „{'x' * 59}…“ führt ins Leere."
