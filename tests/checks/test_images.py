"""Images are what their ending says, and inert."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.checks.images import check_image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">{}</svg>'


def rules(tmp_path: Path, name: str, content: bytes) -> list[str]:
    (tmp_path / name).write_bytes(content)
    return [finding.rule for finding in check_image(tmp_path, name)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\nx"),
        ("a.PNG", b"\x89PNG\r\n\x1a\nx"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.jpeg", b"\xff\xd8\xff\xe1"),
        ("a.gif", b"GIF89ax"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
        ("a.svg", SVG.format('<path d="M0 0"/>').encode()),
        (
            "a.svg",
            SVG.format(
                '<g id="a"/><use href="#a" xlink:href="#a"/><rect fill="url(#b)" transform="rotate(3)"/>'
            ).encode(),
        ),
        ("a.svg", b'<?xml version="1.0"?>\n<!-- Zeichenprogramm -->\n' + SVG.format("<title>Kind</title>").encode()),
        ("a.svg", SVG.format("<text>one = two</text>").encode()),
    ],
)
def test_real_images_are_fine(tmp_path: Path, name: str, content: bytes) -> None:
    assert rules(tmp_path, name, content) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"\xff\xd8\xff\xe0"),
        ("a.jpg", b"<html>"),
        ("a.gif", b""),
        ("a.webp", b"RIFF\x00\x00\x00\x00AVI LIST"),
        ("a.png", b"<svg onload=alert(1)>"),
        ("a.svg", b"\x89PNG"),
        ("a.svg", b"<html><svg></svg><script>1</script></html>"),
    ],
)
def test_what_is_no_such_image_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    assert rules(tmp_path, name, content) == ["bild-inhalt"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<svg:script>alert(1)</svg:script>",
        "<script\n>alert(1)</script>",
        '<g onload="alert(1)"/>',
        "<g\nonload='alert(1)'/>",
        '<g/onload="alert(1)"/>',
        '<g id="a"onload="alert(1)"/>',
        "<foreignObject><body/></foreignObject>",
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<a xlink:href="https://x.example"><text>x</text></a>',
        '<image href="https://x.example/a.png"/>',
        '<image xlink:href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="other.svg#a"/>',
        '<a href="&#106;avascript:alert(1)"><text>x</text></a>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        "<set attributeName='onload' to='alert(1)'/>",
        '<rect fill="url(https://x.example)"/>',
        "<style>@import 'https://x.example'</style>",
        "<style>rect{background:u\\72l(https://x.example)}</style>",
        "<style>ur<!-- -->l(https://x.example)</style>",
        "<style><g/>@import 'https://x.example'</style>",
        "<iframe src='x'/>",
        "<handler type='text/javascript'>x</handler>",
    ],
)
def test_an_svg_with_active_parts_is_named(tmp_path: Path, inside: str) -> None:
    assert rules(tmp_path, "a.svg", SVG.format(inside).encode()) == ["bild-inhalt"]


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>' + SVG.format("&a;"),
        '<?xml-stylesheet href="https://x.example/a.css"?>' + SVG.format(""),
    ],
)
def test_an_svg_declares_nothing_and_has_no_foreign_style(tmp_path: Path, content: str) -> None:
    assert rules(tmp_path, "a.svg", content.encode()) == ["bild-inhalt"]


def test_an_svg_in_another_encoding_is_not_trusted(tmp_path: Path) -> None:
    assert rules(tmp_path, "a.svg", SVG.format("<script>1</script>").encode("utf-16")) == ["bild-inhalt"]
    declared = b"<?xml version='1.0' encoding='utf-7'?>" + SVG.format("+ADw-script+AD4-").encode()
    assert rules(tmp_path, "a.svg", declared) == ["bild-inhalt"]


def test_large_images_links_and_missing_ones_are_named(tmp_path: Path) -> None:
    assert rules(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + bytes(1 << 20)) == ["datei-zu-gross"]
    (tmp_path / "b.png").symlink_to("/etc/hostname")
    assert [finding.rule for finding in check_image(tmp_path, "b.png")] == ["datei-verweis"]
    assert [finding.rule for finding in check_image(tmp_path, "fehlt.png")] == ["datei-lesbar"]
