"""Raw HTML, template syntax and nesting."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from praxis.checks.body import check_body
from praxis.checks.text import Body
from praxis.files import ContentFiles
from tests.broken import case, findings, only


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("Text <script>alert(1)</script>", 6, "<script>"),
        ("<SCRIPT SRC=//x>", 1, "<SCRIPT>"),
        ("Text <script/src=//x>", 6, "<script>"),
        ("Text <img src=x onerror=alert(1)>", 6, "<img>"),
        ("Text <img/src/onerror=alert(1)>", 6, "<img>"),
        ("Text <img\nsrc=x\nonerror=alert(1)>", 6, "<img>"),
        ("Text <iframe src='https://x'>", 6, "<iframe>"),
        ("<style>*{display:none}</style>", 1, "<style>"),
        ("<svg/onload=alert(1)>", 1, "<svg>"),
        ("<svg><animate onbegin=alert(1)>", 1, "<svg>"),
        ("<math><mi//xlink:href='data:x,<script>'>", 1, "<math>"),
        ("<details open ontoggle=alert(1)>", 1, "<details>"),
        ("<a href='javascript:alert(1)'>x</a>", 1, "<a>"),
        ("<p>Absatz</p>", 1, "<p>"),
        ("<div markdown>Text</div>", 1, "<div>"),
        ("<x-element>", 1, "<x-element>"),
        ("Text <scr<script>ipt>", 6, "<scr>"),
        ("Text <em onclick=alert(1)>x</em>", 6, "<em> mit Attributen"),
        ('Text <abbr title="x" onmouseover="y">x</abbr>', 6, "<abbr> mit Attributen"),
        ('Text <em lang="en" class="x">x</em>', 6, "<em> mit Attributen"),
        ('Text <em lang="en&quot;x">x</em>', 6, "<em> mit Attributen"),
        ("Text <br class=x>", 6, "<br> mit Attributen"),
        ("Text <q cite=javascript:x>x</q>", 6, "<q> mit Attributen"),
        ("Text \\<script>", 7, "<script>"),
        ("Text \\`<script>\\`", 8, "<script>"),
        ("a ` b\n`<script>` c", 2, "<script>"),
        ("Text <script", 6, "<script>"),
        ("```\ncode\n\n<script>", 1, "<script>"),
    ],
)
def test_html_that_is_not_allowed_is_named_at_its_tag(tmp_path: Path, text: str, column: int, what: str) -> None:
    found = findings(tmp_path, {"docs/praxis/a.md": case(text + "\n")})
    assert (found[0].rule, found[0].column) == ("html-nicht-erlaubt", column)
    assert found[0].message == f"Das HTML „{what}“ ist nicht erlaubt."


@pytest.mark.parametrize(
    "text", ["<!-- Notiz -->", "<!DOCTYPE html>", "<?php echo 1 ?>", "<![CDATA[x]]>", "Text <!-- offen"]
)
def test_comments_and_declarations_are_not_allowed(tmp_path: Path, text: str) -> None:
    finding = only(tmp_path, case(text + "\n"))
    assert (finding.rule, finding.column) == ("html-nicht-erlaubt", text.index("<") + 1)
    assert finding.message == "HTML-Kommentare und -Anweisungen sind nicht erlaubt."


@pytest.mark.parametrize(
    "text",
    [
        "H<sub>2</sub>O, 2<sup>nd</sup>, <em>so</em>, <q>Zitat</q>",
        "eins<br>zwei<br/>drei<br />vier",
        '<abbr title="Kein Kind zurücklassen">KeKiz</abbr>',
        'ein <em lang="en">mapping</em> und <q lang="en-GB">so</q>',
        "Kinder < 3 Jahre, Quote <5 %, a<3, x << y, -->",
        "<https://www.kinderstark.nrw/?a[b][c]=1>",
        "<familienbuero@stadt.example>",
        "`<script>` und ``<a href='x'>``",
        "```html\n<script>alert(1)</script>\n```",
    ],
)
def test_what_editors_need_is_allowed(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, {"docs/praxis/a.md": case(text + "\n")}) == ()


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("Stand: {{ config }}", 8, "{{"),
        ("{% include 'x' %}", 1, "{%"),
        ("Text {# Notiz #}", 6, "{#"),
        ('--8<-- "../../etc/passwd"', 1, "--8<--"),
        ("a\n  ;--8<-- x", 1, ";--8<--"),
    ],
)
def test_template_and_include_syntax_is_named(tmp_path: Path, text: str, column: int, what: str) -> None:
    finding = only(tmp_path, case(text + "\n"))
    assert (finding.rule, finding.column) == ("vorlagen-syntax", column)
    assert finding.message == f"Der Text enthält Vorlagen-Syntax („{what}“)."


@pytest.mark.parametrize("text", ["`{{ config }}`", "```\n{% raw %}\n```", "{von: 0, bis: 3}", "{a}", "%}"])
def test_braces_in_code_and_single_ones_are_fine(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, {"docs/praxis/a.md": case(text + "\n")}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "- " * 21 + "a",
        "1. " * 30 + "a",
        "> " * 30 + "a",
        ">" * 30 + "a",
        "- > * 1. " * 8 + "a",
        " " * 200 + "- a",
        "[" * 21 + "a" + "]" * 21,
        "![" * 30,
        "[a](b " * 30,
        "[a] " * 4_100,
    ],
    ids=range(10),
)
def test_endless_nesting_is_named_once(tmp_path: Path, text: str) -> None:
    assert only(tmp_path, case(text + "\n")).rule == "text-verschachtelt"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("    " * level + "- a" for level in range(8)),
        "> > > a",
        "[" * 20 + "a" + "]" * 20,
        "- [a](https://x.example) [b](https://y.example)\n" * 100,
        "* " * 3 + "\n\na",
        "- - -\n\na",
        "```\n" + " " * 300 + "x\n```",
        "`" + "x" * 300 + "` a",
    ],
    ids=range(8),
)
def test_what_people_write_is_not_too_nested(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, {"docs/praxis/a.md": case(text + "\n")}) == ()


LINE = 19_000
HOSTILE = {
    "brackets": "[" * LINE,
    "closed brackets": "[a]" * (LINE // 3),
    "half closed": "[[a]" * (LINE // 4),
    "escaped brackets": "\\[" * (LINE // 2),
    "links without end": "[a](" * (LINE // 4),
    "links in links": "[a](b" * (LINE // 5) + ")" * 100,
    "parentheses": "[a](" + "(" * LINE,
    "images": "![" * (LINE // 2),
    "tags": "<a " * (LINE // 3),
    "tag ends": "<a>" * (LINE // 3),
    "open tags": "<" * LINE,
    "attributes": "<a " + "x " * (LINE // 2),
    "autolinks": "<http://a" * (LINE // 9),
    "comments": "<!--" * (LINE // 4),
    "templates": "{{" * (LINE // 2),
    "mailboxes": "a.b@" * (LINE // 4),
    "mailbox parts": "a." * (LINE // 2),
    "long mailbox": "<" + "a" * LINE,
    "hashes": "#" * LINE,
    "markers": "- " * (LINE // 2),
    "spaces": " " * LINE,
    "definitions": "[a]: b",
    "open definition": "[a]:",
    "references": "[a][b]" * (LINE // 6),
    "footnotes": "[^a]" * (LINE // 4),
    "underlines": "a\n-",
    "entities": "[a](&#106;" + "&#x6a;" * (LINE // 6) + ")",
    "percent": "[a](" + "%25" * (LINE // 3) + ")",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("separator", ["\n", "\n\n"], ids=["one block", "many blocks"])
def test_a_mebibyte_of_anything_is_checked_in_seconds(line: str, separator: str) -> None:
    text = (line + separator) * ((1 << 20) // (len(line) + len(separator)))
    start = time.process_time()
    found, _ = check_body(Body("docs/praxis/a.md", text, 1, 1, True), ContentFiles())
    assert time.process_time() - start < 4
    assert len(found) < 400
