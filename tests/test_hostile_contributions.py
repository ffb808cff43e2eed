"""Contributions of strangers: every attack gets a finding, and nothing of it passes the renderer.

``sites/feindlich`` holds attacks that the check refuses, one a file; ``sites/feindlich-gueltig`` is a whole site in
which every text field is an attack that is allowed because fields are text (``browser/test_hostile.py`` opens it).
"""

from __future__ import annotations

import re

import markdown
import pytest
from bs4 import BeautifulSoup

from praxis.checks.fields import check_markup
from praxis.html_policy import ATTRIBUTES, RENDERED_TAGS, SCHEMES, sanitise
from praxis.library import Library
from praxis.markdown import makeExtension
from tests.builders import SITES, TODAY

REFUSED = SITES / "feindlich"
ALLOWED = SITES / "feindlich-gueltig"
SOUND = {"docs/kommunen/musterstadt.md"}


@pytest.fixture(scope="module")
def refused() -> Library:
    return Library.load(REFUSED, TODAY)


def test_every_attack_gets_an_error(refused: Library) -> None:
    files = {path.relative_to(REFUSED).as_posix() for path in (REFUSED / "docs").rglob("*") if path.is_file()}
    attacks = {path for path in files if not path.startswith("docs/vokabular/")} - SOUND
    assert {finding.file for finding in refused.findings if finding.severity == "error"} == attacks
    assert len(attacks) >= 50


@pytest.mark.parametrize(
    ("prefix", "rules"),
    [
        ("docs/praxis/skript", {"html-nicht-erlaubt"}),
        ("docs/praxis/ereignis", {"html-nicht-erlaubt"}),
        ("docs/praxis/stil", {"html-nicht-erlaubt"}),
        ("docs/praxis/zaun", {"html-nicht-erlaubt"}),
        ("docs/praxis/link", {"verknuepfung-art"}),
        ("docs/praxis/bild", {"verknuepfung-art"}),
        ("docs/praxis/vorlage", {"vorlagen-syntax"}),
        ("docs/praxis/einbindung", {"vorlagen-syntax"}),
        ("docs/praxis/pfad", {"pfad-ausbruch", "kennung-form"}),
        ("docs/praxis/adresse", {"adresse-form"}),
        ("docs/materialien/adresse", {"adresse-form", "feld-html"}),
        ("docs/praxis/bombe", {"kopf-anker"}),
        ("docs/praxis/objekt-yaml", {"kopf-anker"}),
        ("docs/assets/", {"datei-art", "bild-inhalt"}),
    ],
)
def test_attacks_are_called_by_their_name(refused: Library, prefix: str, rules: set[str]) -> None:
    found = {finding.rule for finding in refused.findings if finding.file.startswith(prefix)}
    assert found == rules


def test_the_allowed_site_passes_the_check_and_its_html_in_fields_is_named() -> None:
    library = Library.load(ALLOWED, TODAY)
    assert not library.has_errors
    assert {finding.rule for finding in library.findings} == {"feld-html"}
    assert any(
        (finding.file, finding.line, finding.message) == ("docs/praxis/drei.md", 2, "Im Feld steht HTML („<script“).")
        for finding in library.findings
    )


@pytest.mark.parametrize(
    "words", ["Eltern <treffen> sich", "x < y und a > b", "<https://a.example>", "<Formular>", "online=<an>"]
)
def test_angle_brackets_around_words_are_no_html(words: str) -> None:
    assert list(check_markup({"titel": words})) == []


def rendered(text: str) -> BeautifulSoup:
    return BeautifulSoup(markdown.markdown(text, extensions=[makeExtension()]), "html.parser")


PAYLOADS = """
<script>alert(1)</script>
<SCRIPT>alert(1)</SCRIPT>
<script src=https://boese.example/a.js></script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<img src="x" onerror="alert(1)" alt="a">
<img/src/onerror=alert(1)>
<img src=javascript:alert(1)>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><animate onbegin=alert(1) attributeName=x></svg>
<svg><use href="data:image/svg+xml,<svg id='x' onload='alert(1)'/>#x"/></svg>
<math><mtext><table><mglyph><style><img src onerror=alert(1)>
<math><mi//xlink:href="data:x,<script>alert(1)</script>">
<iframe src=javascript:alert(1)></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data=javascript:alert(1)></object>
<embed src=javascript:alert(1)>
<form action=javascript:alert(1)><button>x</button></form>
<button formaction=javascript:alert(1)>x</button>
<input autofocus onfocus=alert(1)>
<details open ontoggle=alert(1)>x</details>
<video src=x onerror=alert(1)></video>
<body onload=alert(1)>
<a href="javascript:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#14;javascript:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href=x onclick=alert(1)>x</a>
<a href="//boese.example" target=_blank ping=//boese.example>x</a>
<base href=https://boese.example>
<meta http-equiv=refresh content="0;url=https://boese.example">
<link rel=stylesheet href=https://boese.example/a.css>
<style>@import 'https://boese.example/a.css'</style>
<p style="background:url(https://boese.example)">x</p>
<em onclick=alert(1)>x</em>
<abbr title="x" onmouseover="alert(1)">x</abbr>
<!--><script>alert(1)</script>-->
<![CDATA[<script>alert(1)</script>]]>
<?xml version="1.0"?><script>alert(1)</script>
<noscript><p title="</noscript><script>alert(1)</script>">
<textarea><script>alert(1)</script></textarea>
<template><script>alert(1)</script></template>
<xmp><script>alert(1)</script></xmp>
<plaintext><script>alert(1)</script>
[x](javascript:alert(1))
[x](JaVaScRiPt:alert(1))
[x](&#106;avascript:alert(1))
[x](javascript&colon;alert(1))
[x](java&#10;script:alert(1))
[x](<javascript:alert(1)>)
[x](vbscript:alert(1))
[x](data:text/html;base64,PHNjcmlwdD4=)
[x](https://x.example "t" onmouseover="alert(1))
[x](https://x.example" onmouseover="alert(1))
![x](javascript:alert(1))
![x" onerror="alert(1)](x.png)
![x](x.png"onerror="alert(1))
<javascript:alert(1)>
<https://x.example/"onmouseover="alert(1)>
{: onclick=alert(1) }
`<script>alert(1)</script>`
*[HTML]: x" onmouseover="alert(1)
""".strip().splitlines()
FRAMES = {
    "a paragraph": "{}",
    "a sentence": "Text {} Text",
    "a list": "- Eins\n- {}",
    "a quotation": "> {}",
    "a table": "| A | B |\n|---|---|\n| {} | b |",
    "a heading": "## {}",
    "a footnote": "Text[^1]\n\n[^1]: {}",
    "a definition": "Wort\n: {}",
    "an open code span": "a ` b\n{}",
    "an open fence": "```\n{}",
    "a reference": "HTML [x][1]\n\n[1]: https://x.example\n\n{}",
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_active_passes_the_renderer(payload: str, frame: str) -> None:
    """Only tags, attributes and kinds of addresses of the allow-list come out, whatever goes in."""
    for element in rendered(frame.format(payload)).find_all(True):
        assert element.name in RENDERED_TAGS
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(element.name, set())
        assert set(element.attrs) <= allowed, element
        for name in ("href", "src", "cite"):
            address = str(element.attrs.get(name, ""))
            scheme = re.match(r"([^:/?#]+):", address)
            assert scheme is None or scheme[1].lower() in SCHEMES, address


def test_text_in_front_of_and_behind_an_attack_stays() -> None:
    assert rendered("Vorher <script>alert(1)</script> nachher").get_text().split() == ["Vorher", "nachher"]


@pytest.mark.parametrize("text", ["{{ config }}", "{% include 'x' %}", "{# x #}", "--8<-- 'x'"])
def test_template_syntax_is_text(text: str) -> None:
    """Nothing of ours or of the site generator renders bodies as templates."""
    assert rendered(f"Text {text} Text").get_text().replace("’", "'") == f"Text {text} Text"


@pytest.mark.parametrize(
    "tag", ["<a href='https://x.example' rel='x'>", "<div class='a' id='b' style='c'>", "<td align='left'>"]
)
def test_sanitising_twice_changes_nothing(tag: str) -> None:
    once = sanitise(tag)
    assert sanitise(once) == once
    assert "style" not in once


def test_ids_of_raw_html_cannot_take_over_parts_of_the_page() -> None:
    """Names of globals and of elements that our own scripts look for must not come from a text."""
    text = rendered("<p id='__proto__'>a</p>\n\n<a name='praxis' id='suche'>b</a> <em id='c'>c</em>\n\n## Vorgehen\n")
    assert [(element.name, element.attrs) for element in text.find_all(True) if element.attrs] == [
        ("h2", {"id": "vorgehen"})
    ]
