"""From the HTML of a text to calls of the template, element by element."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from praxis.book.pictures import Pictures
from praxis.book.places import Places
from praxis.book.writer import Writer
from praxis.library import Library
from tests.builders import TODAY

SITE = "https://praxis.example/"
LABELS = {"handbuch/zwei.html", "handbuch/eins.html#stelle", "handbuch/eins.html#quelle-1", "glossar/index.html#sinn"}


def write(html: str, deeper: int = 0, *, with_labels: bool = False) -> str:
    pictures = Pictures(Library(Path(), TODAY), SITE)
    places = Places(SITE, set(LABELS))
    return str(Writer("handbuch/eins.html", places, pictures, deeper, with_labels=with_labels).write(html))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Ein  Satz\nüber zwei Zeilen. </p>", 'para("Ein Satz über zwei Zeilen.")'),
        ("<p>a <em>b</em> <strong>c</strong></p>", 'para({"a ";emph("b");" ";strong("c")})'),
        ("<p>a<em> b </em>c</p>", 'para({"a ";emph("b");" c"})'),
        ("<p>a<br>b</p>", 'para({"a";linebreak();"b"})'),
        ("<p>H<sub>2</sub>O</p>", 'para({"H";sub("2");"O"})'),
        ("<p><q>so</q></p>", 'para("„so“")'),
        ("<p><code>a  b</code></p>", 'para(raw("a  b"))'),
        ('<p><em lang="en-GB">so</em></p>', 'para(emph(in-language("en", "GB", "so")))'),
        ('<p lang="fr">si</p>', 'para(in-language("fr", none, "si"))'),
        ('<p><em lang="#x">so</em></p>', 'para(emph("so"))'),
        ("<p></p><p> </p>", "{}"),
        ("lose Wörter", 'para("lose Wörter")'),
        ("<hr>", "divider()"),
        ("<blockquote><p>x</p></blockquote>", 'citation(para("x"))'),
        ("<pre><code>a\n  b\n</code></pre>", 'listing("a\\n  b")'),
        ("<ul><li>a</li><li>b</li></ul>", 'bullets(("a", "b", ))'),
        ("<ul><li><p>a</p><p>b</p></li></ul>", 'bullets(({"a";para("b")}, ))'),
        ("<ul><li><strong>a</strong> <em>b</em></li></ul>", 'bullets(({strong("a");" ";emph("b")}, ))'),
        ('<ol start="3"><li>a<ul><li>b</li></ul></li></ol>', 'numbered(({"a";bullets(("b", ))}, ), start: 3)'),
        ("<dl><dt>a</dt><dd>b</dd></dl>", 'definitions((("a", para("b"), ), ))'),
        ('<p><abbr title="Jugendamt">JA</abbr> und <abbr title="Jugendamt">JA</abbr></p>', 'para("JA (Jugendamt) und JA")'),
        ('<h2 id="stelle">Stelle</h2>', 'section-heading(2, "Stelle", "handbuch/eins.html#stelle", outlined: true)'),
    ],
)  # fmt: skip
def test_elements(html: str, expected: str) -> None:
    assert write(html) == expected


def test_headings_go_deeper_but_not_below_the_sixth_level() -> None:
    assert write("<h2>a</h2>", 2).startswith("section-heading(4,")
    assert write("<h6>a</h6>", 2).startswith("section-heading(6,")


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("zwei.md", 'cross-reference("handbuch/zwei.html", "x")'),
        ("zwei.md#gibt-es-nicht", 'cross-reference("handbuch/zwei.html", "x")'),
        ("#stelle", 'quiet-link("handbuch/eins.html#stelle", "x")'),
        ("../praxis/fall.md", 'outside("https://praxis.example/praxis/fall.html", "x")'),
        ("https://a.example/b?c=d#e", 'outside("https://a.example/b?c=d#e", "x")'),
        ("mailto:a@b.example", 'outside("mailto:a@b.example", "x")'),
        ("../../../etc/passwd", '"x"'),
    ],
)
def test_links_lead_into_the_book_to_the_site_or_outside(href: str, expected: str) -> None:
    assert write(f'<p><a href="{href}">x</a></p>') == f"para({expected})"


def test_sources_stand_in_parentheses_unless_they_do_already() -> None:
    link = '<a class="source-ref" href="#quelle-1">Quelle 1</a>'
    call = 'source-link("handbuch/eins.html#quelle-1", "Quelle\u00a01")'
    assert write(f"<p>belegt {link}.</p>") == f'para({{"belegt ";"(";{call};")";"."}})'
    assert write(f"<p>belegt (siehe {link}).</p>") == f'para({{"belegt (siehe ";{call};")."}})'


def test_pages_of_the_site_that_only_list_get_no_note() -> None:
    assert write('<p><a href="../kommunen/hamm.md">Hamm</a></p>') == (
        'para(address("https://praxis.example/kommunen/hamm.html", "Hamm"))'
    )


def test_an_address_that_is_its_own_text_needs_no_note() -> None:
    assert write('<p><a href="https://a.example/">https://a.example</a></p>') == (
        'para(printed-address("https://a.example/"))'
    )


def test_terms_lead_to_the_glossary_where_the_pdf_has_one() -> None:
    assert write('<p><a class="term" href="../glossar/index.html#sinn">Sinn</a></p>') == (
        'para(quiet-link("glossar/index.html#sinn", "Sinn"))'
    )
    assert write('<p><a class="term" href="../glossar/index.html#zweck">Zweck</a></p>') == 'para("Zweck")'


def test_lists_deeper_than_a_line_can_show_go_on_without_indent() -> None:
    html = "<ul><li>a" * 40 + "</li></ul>" * 40
    assert write(html).count("bullets(") == 6


def test_wide_tables_stand_in_parts_each_with_the_first_column() -> None:
    head = "".join(f"<th>k{number}</th>" for number in range(40))
    cells = "".join(f"<td>z{number}</td>" for number in range(40))
    written = write(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    assert written.count("data-table(") == 7
    assert written.count('"k0"') == written.count('"z0"') == 7
    assert all(written.count(f'"z{number}"') == 1 for number in range(1, 40))
    assert 'note: "Spalten 2 bis 7 von 40"' in written
    assert 'note: "Spalten 38 bis 40 von 40"' in written


def test_a_first_column_names_its_rows_where_every_cell_differs() -> None:
    def table(*first: str) -> str:
        rows = "".join(f"<tr><td>{text}</td><td>x</td></tr>" for text in first)
        return write(f"<table><tr><th>a</th><th>b</th></tr>{rows}</table>")

    assert "keyed: true" in table("eins", "zwei")
    assert "keyed: false" in table("eins", "eins")
    assert "keyed: false" in table("eins", "")


def test_the_index_can_lead_to_paragraphs_items_and_rows() -> None:
    """Each has its label once, in front of its words."""
    html = (
        "<p>a</p><ul><li>b</li><li>c</li></ul><table><tr><th>d</th><th>e</th></tr><tr><td>f</td><td>g</td></tr></table>"
    )
    written = write(html, with_labels=True)
    assert re.findall(r'target-here\("", "handbuch/eins.html#:(\d)"\);(?:para\()?"(\w)"', written) == [
        (str(number), word) for number, word in enumerate("abcdf")
    ]
    assert "target-here" not in write(html)
