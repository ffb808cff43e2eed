"""``praxis fix`` repairs what has one right result, by place, and leaves everything else byte for byte."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxis.cli import main
from praxis.editing.fixing import Fixer
from praxis.frontmatter import split_head
from praxis.library import Library
from praxis.records import Case
from praxis.source import Source
from tests.broken import BODY, case, findings, municipality, site
from tests.builders import TODAY
from tests.site_building import PROJECT

FILE = "docs/praxis/besuche.md"
OTHERS = {
    "docs/praxis/elternlotsen.md": case(frueher="frueher: [familienlotsen]"),
    "docs/kommunen/koeln.md": municipality(titel="titel: Köln", frueher="frueher: [colonia]"),
}


def fixed(root: Path, text: str, path: str = FILE) -> tuple[str, list[str]]:
    library = Library.load(site(root, {**OTHERS, path: text}), TODAY)
    return Fixer(library).text(Case, path, text)


REPAIRS = [
    # (field, as somebody wrote it, as it is repaired, what is said)
    ("titel", "titel: Besuche: früh und freundlich", "titel: 'Besuche: früh und freundlich'", "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: “Besuche: früh”", "titel: 'Besuche: früh'", "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: „Besuche: früh“", "titel: 'Besuche: früh'", "Wert in Anführungszeichen gesetzt."),
    ("titel", 'titel: "Besuche" in Musterstadt', "titel: '\"Besuche\" in Musterstadt'", "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: Besuche: so geht's", 'titel: "Besuche: so geht\'s"', "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: @Besuche", "titel: '@Besuche'", "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: *Besuche* für alle", "titel: '*Besuche* für alle'", "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: !Besuche für alle", "titel: '!Besuche für alle'", "Wert in Anführungszeichen gesetzt."),
    ("titel", "titel: Besuche   ", "titel: Besuche", "Leerzeichen am Zeilenende entfernt."),
    ("titel", 'titel: "  Besuche "', 'titel: "Besuche"', "Leerzeichen um den Wert entfernt."),
    ("status", "status:\u00a0laeuft", "status: laeuft", "Geschützte Leerzeichen ersetzt."),
    ("kontakt", "kontakt:\n\tstelle: Jugendamt", "kontakt:\n  stelle: Jugendamt", "Tabulatoren durch Leerzeichen ersetzt."),
    ("stand", "stand: 01.05.2023", "stand: 2023-05-01", "Datum „01.05.2023“ als „2023-05-01“ geschrieben."),
    ("stand", "stand: '1. Mai 2023' # laut Bericht", "stand: 2023-05-01 # laut Bericht", "Datum „1. Mai 2023“ als „2023-05-01“ geschrieben."),
    ("stand", "stand: Mai 2023", "stand: 2023-05", "Datum „Mai 2023“ als „2023-05“ geschrieben."),
    ("pruefung", "pruefung: 1.6.27", "pruefung: 2027-06-01", "Datum „1.6.27“ als „2027-06-01“ geschrieben."),
    ("kommune", "kommune: Köln", "kommune: koeln", "Kennung „Köln“ durch „koeln“ ersetzt."),
    ("kommune", "kommune: colonia", "kommune: koeln", "Kennung „colonia“ durch „koeln“ ersetzt."),
    ("herkunft", "herkunft: [familienlotsen]", "herkunft: [elternlotsen]", "Kennung „familienlotsen“ durch „elternlotsen“ ersetzt."),
    ("status", "status: läuft", "status: laeuft", "Wert „läuft“ als „laeuft“ geschrieben."),
    ("status", "status: Läuft", "status: laeuft", "Wert „Läuft“ als „laeuft“ geschrieben."),
    ("themen", "themen: [Frühe Hilfen, kita]", "themen: [fruehe-hilfen, kita]", "Kennung „Frühe Hilfen“ durch „fruehe-hilfen“ ersetzt."),
    ("standards", "standards: {Zugänge: Brief}", "standards: {zugaenge: Brief}", "Kennung „Zugänge“ durch „zugaenge“ ersetzt."),
    ("kontext", "kontext: {gemeindetyp: Großstadt}", "kontext: {gemeindetyp: grossstadt}", "Wert „Großstadt“ als „grossstadt“ geschrieben."),
    ("reife", "reife: {handbuch: Ja}", "reife: {handbuch: ja}", "Wert „Ja“ als „ja“ geschrieben."),
    ("alter", "alter: Altersübergreifend", "alter: altersuebergreifend", "Wert „Altersübergreifend“ als „altersuebergreifend“ geschrieben."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "wrong", "right", "reason"), REPAIRS)
def test_one_mistake_is_repaired_and_nothing_else(
    tmp_path: Path, field: str, wrong: str, right: str, reason: str
) -> None:
    before = case(**{field: wrong})
    after, reasons = fixed(tmp_path, before)
    ordered = fixed(tmp_path, case(**{field: right}))[0]
    assert after == ordered
    assert reason in reasons


LEFT = [
    # What has no single right result stays for people to decide.
    case(stand="stand: demnächst"),
    case(kommune="kommune: musterstatd"),
    case(themen="themen: [elternarbeit]"),
    case(titel="titel: ' '"),
    case(kurz="kurz: |\n  Zeile 1  \n  Zeile 2: so"),
    case(warum="warum: &a Text"),
    case(warum='warum: !!python/object/apply:os.system ["id"]'),
    case(titel='titel: "Besuche in Musterstadt'),
    case(titel="titel: Besuche\ntitel: Noch einmal"),
    case("Text mit Zeilenumbruch.  \nUnd weiter.\t\n\n\n"),
    BODY,
    "---\ntitel: x\n",
    "",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_needs_a_decision_stays(tmp_path: Path, text: str) -> None:
    assert fixed(tmp_path, text) == (text, [])


def test_fields_are_put_in_order_with_their_comments(tmp_path: Path) -> None:
    text = (
        "---\n# yaml-language-server: $schema=x\n# über den Stand\nstand: 2023-05-01\n# zum Titel\n# zwei Zeilen\n"
        "titel: Besuche # Rest\n---\n\nText.\n"
    )
    after, reasons = fixed(tmp_path, text)
    assert after == (
        "---\n# yaml-language-server: $schema=x\n# zum Titel\n# zwei Zeilen\ntitel: Besuche # Rest\n"
        "# über den Stand\nstand: 2023-05-01\n---\n\nText.\n"
    )
    assert reasons == ["Felder in die übliche Reihenfolge gebracht."]


def test_links_to_former_names_lead_to_the_new_ones(tmp_path: Path) -> None:
    text = case(
        "[a](familienlotsen.md), [b](../kommunen/Köln.md#k) und `[c](familienlotsen.md)`\n\n[d]: familienlotsen.md\n"
    )
    after, _ = fixed(tmp_path, text)
    assert after.endswith(
        "[a](elternlotsen.md), [b](../kommunen/koeln.md#k) und `[c](familienlotsen.md)`\n\n[d]: elternlotsen.md\n"
    )


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + case(status="status: läuft").replace("\n", "\r\n").encode()
    root = site(tmp_path, {FILE: raw})
    assert main(["--root", str(root), "fix", FILE]) == 0
    assert (root / FILE).read_bytes() == raw.replace("läuft".encode(), b"laeuft")


def test_the_command_shows_a_diff_and_can_only_show_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site(tmp_path, {FILE: case(status="status: läuft")})
    before = (root / FILE).read_bytes()
    assert main(["--root", str(root), "fix", "--dry-run"]) == 0
    assert (root / FILE).read_bytes() == before
    captured = capsys.readouterr()
    assert "-status: läuft\n+status: laeuft\n" in captured.out
    assert captured.err == f"{FILE}: Wert „läuft“ als „laeuft“ geschrieben.\n1\u00a0Datei würde geändert.\n"
    assert main(["--root", str(root), "fix"]) == 0
    assert findings(tmp_path / "x", {FILE: (root / FILE).read_text(encoding="utf-8")}) == ()
    assert main(["--root", str(root), "fix"]) == 0
    assert capsys.readouterr().err.endswith("keine\u00a0Datei geändert.\n")


def test_the_collection_itself_has_nothing_to_repair() -> None:
    library = Library.load(PROJECT, TODAY)
    fixer = Fixer(library)
    assert [file.path for file in library.files.records if (fixed := fixer.file(file)) and fixed.is_changed] == []


_FIELDS = {
    "titel": ["titel: Besuche", "titel: 'Besuche '", "titel: Besuche: früh", "titel: |\n  Zwei\n  Zeilen"],
    "status": ["status: laeuft", "status: läuft", "status:   laeuft  "],
    "stand": ["stand: 2023", "stand: 1.5.2023", "stand: 2023-05-01  # sicher"],
    "themen": ["themen: [kita]", "themen:\n  - Kita  \n  - frühe hilfen", "themen:\n- kita # ja"],
    "kommune": ["kommune: musterstadt", "kommune: Köln", 'kommune: "colonia"'],
    "alter": ["alter: {von: 0, bis: 3}", "alter:\n  von: schwangerschaft\n  bis: 3"],
    "warum": ["warum: >\n  Weil es\n\n  wirkt.", "warum: 'Weil''s wirkt'", 'warum: "Weil \\"es\\" wirkt"'],
}
_COMMENTS = st.sampled_from(["", "# eine Notiz\n", "# noch: eine\n# und weiter\n"])
_HEADS = st.permutations(list(_FIELDS)).flatmap(
    lambda keys: st.tuples(*(st.tuples(_COMMENTS, st.sampled_from(_FIELDS[key])) for key in keys))
)


@pytest.fixture(scope="module")
def fixer(tmp_path_factory: pytest.TempPathFactory) -> Fixer:
    return Fixer(Library.load(site(tmp_path_factory.mktemp("fix"), OTHERS), TODAY))


def plain(data: object) -> object:
    """Data as compared: what a repair may write otherwise counts as equal."""
    data = data.isoformat() if isinstance(data, dt.date) else data
    text = re.sub(r"[^a-z0-9]+", "", str(data).lower().replace("ä", "ae").replace("ü", "ue").replace("ö", "oe"))
    return text.replace("colonia", "koeln").replace("152023", "20230501")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=_HEADS, body=st.text(alphabet="ab \n#-[]().md`", max_size=60))
def test_loading_fixing_and_loading_loses_nothing(fixer: Fixer, head: tuple[tuple[str, str], ...], body: str) -> None:
    """Every comment stays, the body stays, every value is the same or says the same, and twice changes nothing."""
    text = "---\n" + "".join(f"{comment}{lines}\n" for comment, lines in head) + f"---\n{body}"
    after, _ = fixer.text(Case, FILE, text)
    assert fixer.text(Case, FILE, after) == (after, [])
    was, now = split_head(Source(FILE, text))[0], split_head(Source(FILE, after))[0]
    assert now is not None
    assert now.body == body
    assert sorted(re.findall(r"#.*", text.partition("\n---\n")[0])) == sorted(
        re.findall(r"#.*", after.partition("\n---\n")[0])
    )
    if was is not None:
        assert {key: plain(value) for key, value in was.data.items()} == {k: plain(v) for k, v in now.data.items()}
