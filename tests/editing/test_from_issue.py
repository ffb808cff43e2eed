"""Filled-in forms, saved files and e-mails become record files; the ways people get them wrong, one by one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from praxis.cli import main
from praxis.editing.inputs import read_bytes
from praxis.editing.proposals import propose
from praxis.library import Library
from tests.broken import case
from tests.builders import TODAY
from tests.editing.filled import (
    CASE_ANSWERS,
    GAP_ANSWERS,
    REUSE_ANSWERS,
    filled,
    head_of,
    library,
    proposed,
    unplaced_of,
)


@pytest.mark.parametrize(
    ("kind", "answers"), [("praxis", CASE_ANSWERS), ("luecke", GAP_ANSWERS), ("nachnutzung", REUSE_ANSWERS)]
)
def test_a_filled_in_form_becomes_a_file_without_findings(tmp_path: Path, kind: str, answers: dict[str, str]) -> None:
    proposal = proposed(tmp_path, kind, answers)
    (tmp_path / proposal.path).parent.mkdir(exist_ok=True)
    (tmp_path / proposal.path).write_text(proposal.text, encoding="utf-8")
    assert Library.load(tmp_path, TODAY).findings == ()
    assert (proposal.type.kind, proposal.missing, proposal.unplaced) == (kind, (), 0)


def test_the_id_is_made_of_title_and_place_and_is_never_taken(tmp_path: Path) -> None:
    assert proposed(tmp_path, "praxis", CASE_ANSWERS).id == "begruessungsbesuche-musterstadt"
    assert proposed(tmp_path, "praxis", {**CASE_ANSWERS, "titel": "Besuche", "kommune": ""}).id == "besuche-2"


WHOLE = [
    # (question, what people write, what the field gets)
    ("titel", '"Begrüßungsbesuche"', "Begrüßungsbesuche"),
    ("titel", "- Begrüßungs\u00adbesuche \u200b", "Begrüßungsbesuche"),
    ("titel", "Begru\u0308ßungs-\nbesuche", "Begrüßungs- besuche"),
    ("titel", "Besuche: früh & freundlich #1", "Besuche: früh & freundlich #1"),
    ("titel", "nein", "nein"),
    ("titel", "2015", "2015"),
    ("kurz", '<p class="MsoNormal">Alle <b>Familien</b>&nbsp;bekommen Besuch.<o:p></o:p></p>', "Alle Familien bekommen Besuch."),
    ("kurz", "<table><tr><td>Kosten</td><td>keine</td></tr></table>", "Kosten keine"),
    ("kurz", "<!--[if gte mso 9]><xml>x</xml><![endif]-->Alle Familien.", "Alle Familien."),
    ("kurz", "Erste Zeile. \n\tZweite\tZeile.", "Erste Zeile.\nZweite Zeile."),
    ("kurz", "„Willkommen“ – so heißt’s.", "„Willkommen“ – so heißt’s."),
    ("kurz", "Besuche für alle (siehe https://a.example).", "Besuche für alle (siehe https://a.example)."),
    ("kurz", "Besuche\u00a0für 50\u00a0% der\u202fEltern.", "Besuche für 50\u00a0% der Eltern."),
    ("alter", "Kinder von 0 bis 3 Jahren", {"von": 0, "bis": 3}),
    ("alter", "0\u00a0bis\u00a03\u00a0Jahre", {"von": 0, "bis": 3}),
    ("kommune", "Stadt Musterstadt", "musterstadt"),
    ("kommune", "musterstadt", "musterstadt"),
    ("kommune", "https://praxis.example/kommunen/musterstadt.html", "musterstadt"),
    ("status", "läuft", "laeuft"),
    ("status", "Alter Wortlaut im Formular (laeuft)", "laeuft"),
    ("zeitraum", "2012", {"von": 2012}),
    ("zeitraum", "2012 – heute", {"von": 2012}),
    ("zeitraum", "von 2012 bis 2018", {"von": 2012, "bis": 2018}),
    ("zeitraum", "2012-2018", {"von": 2012, "bis": 2018}),
    ("zeitraum", "weiß ich nicht", "nicht-berichtet"),
    ("alter", "Schwangerschaft bis 3 Jahre", {"von": "schwangerschaft", "bis": 3}),
    ("alter", "von der Geburt bis zum 3. Geburtstag", {"von": 0, "bis": 3}),
    ("alter", "0–3", {"von": 0, "bis": 3}),
    ("alter", "altersübergreifend", "altersuebergreifend"),
    ("alter", "alle", "altersuebergreifend"),
    ("alter", "unbekannt", "nicht-berichtet"),
    ("alter", "6", {"von": 6, "bis": 6}),
    ("standards", "Zugänge zu Familien", ["zugaenge"]),
    ("standards", "- [x] zugaenge", ["zugaenge"]),
    ("standards", "- [ ] Steuerung\n- [X] Zugänge zu Familien\n- [ ] wirkung", ["zugaenge"]),
    ("themen", "fruehe-hilfen, begruessungsbesuch", ["fruehe-hilfen", "begruessungsbesuch"]),
    ("themen", "• Frühe Hilfen\n• Begrüßungsbesuch", ["fruehe-hilfen", "begruessungsbesuch"]),
    ("themen", "frühe Unterstützung, Willkommensbesuch", ["fruehe-hilfen", "begruessungsbesuch"]),
    ("themen", "Frühe Hilfen und Begrüßungsbesuch", ["fruehe-hilfen", "begruessungsbesuch"]),
    ("stand", "01.05.2023", dt.date(2023, 5, 1)),
    ("stand", "1. Mai 2023", dt.date(2023, 5, 1)),
    ("stand", "Mai 2023", "2023-05"),
    ("stand", "2023-05-01", dt.date(2023, 5, 1)),
    ("stand", "2023", 2023),
    ("quellen", "www.musterstadt.example", [{"url": "https://www.musterstadt.example"}]),
    ("quellen", "[Bericht](https://a.example/b.pdf)", [{"titel": "Bericht", "url": "https://a.example/b.pdf"}]),
    ("quellen", "Bericht <https://a.example/b.pdf>", [{"titel": "Bericht", "url": "https://a.example/b.pdf"}]),
    ("quellen", "1. Bericht (2020)\n2. Protokoll", [{"titel": "Bericht", "jahr": 2020}, {"titel": "Protokoll"}]),
    ("quellen", "Auf https://a.example steht, dass es wirkt.", [{"titel": "Auf https://a.example steht, dass es wirkt.", "url": "https://a.example"}]),
    ("kern", "a) freiwillig\n\nkostenlos", ["a) freiwillig", "kostenlos"]),
    ("kern", "– freiwillig\n– kostenlos\n  für alle", ["freiwillig", "kostenlos für alle"]),
    ("lehren.schwierig", "Keine Zeit → Vertretung\nKein Raum", {"schwierig": [{"huerde": "Keine Zeit", "loesung": "Vertretung"}, "Kein Raum"]}),
    ("kontext", "gemeindetyp: mittelstadt", {"gemeindetyp": "mittelstadt"}),
    ("abweichung", "Erst so.\r\n\r\nDann anders.", "Erst so.\n\nDann anders."),
    ("kontakt.url", "www.musterstadt.example", {"stelle": "Stadt Musterstadt, Familienbüro", "url": "https://www.musterstadt.example"}),
    ("freigabe", "Unsere Stelle hat den Text gelesen und gibt ihn frei (freigegeben)", {"stelle": "Stadt Musterstadt, Familienbüro", "datum": TODAY}),
]  # fmt: skip


@pytest.mark.parametrize(("key", "answer", "value"), WHOLE)
def test_what_people_write_is_understood(tmp_path: Path, key: str, answer: str, value: Any) -> None:
    proposal = proposed(tmp_path, "praxis", {**CASE_ANSWERS, key: answer})
    assert head_of(proposal).get(key.split(".")[0]) == value
    assert proposal.unplaced == 0, unplaced_of(proposal)


KEPT = [
    # (question, what people write, what the field gets, what is still said to be missing)
    ("kommune", "Kleinkleckersdorf", "kleinkleckersdorf", False),
    ("kommune", "Stadt Musterstadt (NRW)", "musterstadt", False),
    ("kommune", "Musterstadt, Ortsteil Nord", "musterstadt", False),
    ("standards", "- [ ] Zugänge zu Familien\n- [ ] Weltfrieden", None, True),
    ("status", "mal so, mal so", "nicht-berichtet", True),
    ("zeitraum", "seit 2012, mit einer Pause 2020", "nicht-berichtet", True),
    ("alter", "Kinder unter drei", "nicht-berichtet", True),
    ("standards", "Zugänge zu Familien, Weltfrieden", ["zugaenge"], False),
    ("themen", "Kindeswohl", None, True),
    ("stand", "vorgestern", None, True),
    ("stand", "31.02.2023", None, True),
    ("kurz", "<script>alert('Hallo.')</script>", None, True),
    ("kurz", '<a href="https://boese.example" onclick="x()">Klick</a>', None, True),
    ("#Kernidee", "Text <iframe src='https://boese.example'></iframe>", None, True),
    ("kontext", "Wetter: gut", None, False),
    ("ende_grund", "Die Finanzierung endete (geld)", None, False),
    ("nachweis.ergebnis", "80 % wurden erreicht.", None, False),
]


@pytest.mark.parametrize(("key", "answer", "value", "is_missing"), KEPT)
def test_what_is_not_understood_is_kept_word_for_word(
    tmp_path: Path, key: str, answer: str, value: Any, is_missing: bool
) -> None:
    proposal = proposed(tmp_path, "praxis", {**CASE_ANSWERS, key: answer})
    assert head_of(proposal).get(key.split(".")[0]) == value
    kept = "geld" if key == "ende_grund" else answer
    assert f"~~~\n{kept}\n~~~" in unplaced_of(proposal)
    assert bool(proposal.missing) is is_missing
    assert head_of(proposal)["stufe"] == "entwurf"


@pytest.mark.parametrize("nothing", ["", "_No response_", "No response", "-", "–", "k. A.", "keine Angabe", "n/a", "???", "_Keine Antwort_", " \t"])  # fmt: skip
def test_nothing_is_nothing_in_every_form(tmp_path: Path, nothing: str) -> None:
    proposal = proposed(tmp_path, "praxis", {**CASE_ANSWERS, "abweichung": nothing})
    assert "abweichung" not in head_of(proposal)
    assert proposal.unplaced == 0


def test_text_beyond_the_questions_is_kept(tmp_path: Path) -> None:
    text = "Hallo, hier unser Beitrag.\n\n" + filled("praxis", CASE_ANSWERS) + "\n### Eigene Frage\n\nEine Antwort.\n"
    kept = unplaced_of(propose(library(tmp_path), text))
    assert "Hallo, hier unser Beitrag." in kept
    assert "### Eigene Frage\n\nEine Antwort." in kept


def test_text_beyond_the_questions_loses_the_layout_of_word_and_nothing_else(tmp_path: Path) -> None:
    word = '<p class="MsoNormal">Alle&nbsp;<b>Familien</b>.<o:p></o:p></p>\n<ul><li>Eins</li><li>Zwei</li></ul>'
    link = '<p>Siehe <a href="https://a.example">hier</a>.</p>'
    text = f"{filled('praxis', CASE_ANSWERS)}\n### Noch etwas\n\n{word}\n"
    assert "### Noch etwas\n\nAlle Familien.\n\n\n- Eins\n\n- Zwei\n" in unplaced_of(propose(library(tmp_path), text))
    text = f"{filled('praxis', CASE_ANSWERS)}\n### Noch etwas\n\n{link}\n"
    assert f"### Noch etwas\n\n{link}\n" in unplaced_of(propose(library(tmp_path), text))


def test_a_changed_heading_still_names_its_question(tmp_path: Path) -> None:
    text = filled("praxis", CASE_ANSWERS).replace("### Was ist es, in einem Satz?", "## Was ist das in einem Satz")
    assert head_of(propose(library(tmp_path), text))["kurz"] == CASE_ANSWERS["kurz"]


def test_headings_inside_a_text_stay_in_it_one_level_lower(tmp_path: Path) -> None:
    answer = "Vorher.\n\n# Wichtig\n\nNachher.\n\n```\n### Für welches Alter?\n```"
    text = proposed(tmp_path, "praxis", {**CASE_ANSWERS, "#Kernidee": answer}).text
    assert "## Kernidee\n\nVorher.\n\n### Wichtig\n\nNachher.\n\n```\n### Für welches Alter?\n```" in text


def test_other_languages_pass_as_they_are(tmp_path: Path) -> None:
    answer = "The nurse visits every family.\n\nГоворим по-русски. نتحدث العربية."
    assert answer in proposed(tmp_path, "praxis", {**CASE_ANSWERS, "#Kernidee": answer}).text


def test_a_letter_with_names_of_questions_is_read_without_headings(tmp_path: Path) -> None:
    """An e-mail to the office, typed by hand."""
    text = (
        "Guten Tag,\n\nTitel: Elternlotsen\nKurz: Eltern begleiten Eltern.\nKommune: Musterstadt\n"
        "Für welches Alter? 0 bis 6\n\n**Kernidee**\n\nEltern helfen Eltern.\n"
    )
    proposal = propose(library(tmp_path), text)
    head = head_of(proposal)
    assert (head["titel"], head["kommune"], head["alter"]) == ("Elternlotsen", "musterstadt", {"von": 0, "bis": 6})
    assert "Guten Tag," in unplaced_of(proposal)
    assert "Wie steht es um die Praxis?" in proposal.missing


def test_a_short_answer_ends_with_its_paragraph(tmp_path: Path) -> None:
    """The greeting below the last answer of a letter is no part of it."""
    proposal = propose(
        library(tmp_path), "Titel: Lotsen\n\nEin Satz.\n\nFür welches Alter? 0-6\n\nViele Grüße\nJugendamt"
    )
    assert (head_of(proposal)["titel"], head_of(proposal)["alter"]) == ("Lotsen", {"von": 0, "bis": 6})
    assert "Ein Satz." in unplaced_of(proposal)
    assert "Viele Grüße\nJugendamt" in unplaced_of(proposal)


def test_a_saved_file_passes_unchanged(tmp_path: Path) -> None:
    record = case(titel="titel: Elternlotsen # Arbeitstitel")
    proposal = propose(library(tmp_path), record)
    assert proposal.text == record
    assert proposal.path == "docs/praxis/elternlotsen-musterstadt.md"


def test_a_saved_file_inside_a_mail_keeps_the_words_around_it(tmp_path: Path) -> None:
    proposal = propose(library(tmp_path), "Hallo,\nanbei der Fall.\n\n" + case())
    assert proposal.text.startswith("---\ntitel: Begrüßungsbesuche in Musterstadt\n")
    assert "anbei der Fall." in unplaced_of(proposal)


def test_a_broken_saved_file_is_kept_for_the_check_to_explain(tmp_path: Path) -> None:
    record = case(titel="titel: Besuche: früh")
    assert propose(library(tmp_path), record).text == record


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert read_bytes("Begrüßung – für 3 €".encode(encoding)) == "Begrüßung – für 3 €"


def test_a_mail_is_read_with_its_attachment(tmp_path: Path) -> None:
    mail = (
        "From: Jugendamt <jugendamt@musterstadt.example>\nSubject: Fall\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="g"\n\n--g\nContent-Type: text/plain; charset=iso-8859-1\n'
        "Content-Transfer-Encoding: quoted-printable\n\nF=FCr Sie.\n--g\n"
        'Content-Type: application/octet-stream; name="fall.md"\nContent-Disposition: attachment; filename="fall.md"\n\n'
        + case()
        + "\n--g--\n"
    )
    proposal = propose(library(tmp_path), read_bytes(mail.encode()))
    assert proposal.text.startswith("---\ntitel: Begrüßungsbesuche in Musterstadt\n")
    assert "Für Sie." in unplaced_of(proposal)


def test_a_letter_that_goes_on_below_the_name_of_a_place_keeps_the_name(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, "praxis", {**CASE_ANSWERS, "kommune": "Stadt Musterstadt\nUns fehlen Hebammen."})
    assert head_of(proposal)["kommune"] == "musterstadt"
    assert "Stadt Musterstadt\nUns fehlen Hebammen." in unplaced_of(proposal)


def mail_with(*headers: str, body: str) -> bytes:
    return "\n".join(["From: amt@stadt.example", "MIME-Version: 1.0", *headers, "", body]).encode("latin-1")


def test_a_mail_that_is_only_html_is_read_by_its_words(tmp_path: Path) -> None:
    body = (
        "<html><head><title>x</title><style>p{color:red}</style></head><body><p>Wie heißt die Praxis?</p>"
        "<p>V\u00e4tertreff\n&amp; Café</p><p>In welcher Kommune?</p><p>Musterstadt</p>"
        "<ul><li>Siehe <a href='https://a.example/x'>hier</a>.</li></ul></body></html>"
    )
    text = read_bytes(mail_with("Subject: Fall", "Content-Type: text/html; charset=iso-8859-1", body=body))
    assert text == (
        "Betreff: Fall\n\nWie heißt die Praxis?\nVätertreff & Café\nIn welcher Kommune?\nMusterstadt\n"
        "- Siehe hier https://a.example/x ."
    )
    assert head_of(propose(library(tmp_path), text))["titel"] == "Vätertreff & Café"


def test_the_subject_and_attachments_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    body = (
        "--g\nContent-Type: text/plain\n\nAnbei.\n--g\n"
        "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document\n"
        'Content-Disposition: attachment; filename="Fall.docx"\n\nPK\n--g\n'
        'Content-Type: image/png\nContent-Disposition: inline; filename="wappen.png"\n\nx\n--g--\n'
    )
    mail = mail_with("Subject: Kochkurs für Väter", 'Content-Type: multipart/mixed; boundary="g"', body=body)
    proposal = propose(library(tmp_path), read_bytes(mail.decode("latin-1").encode()))
    kept = unplaced_of(proposal)
    assert "Betreff: Kochkurs für Väter" in kept
    assert "Nicht gelesener Anhang: Fall.docx" in kept
    assert "wappen.png" not in kept


def test_a_mail_says_in_which_encoding_it_is(tmp_path: Path) -> None:
    mail = mail_with("Subject: x", "Content-Type: text/plain; charset=iso-8859-15", body="\u00a4 Haben Sie x?")
    assert read_bytes(mail) == "€ Haben Sie x?"


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "from-issue", *arguments])


def test_the_command_writes_and_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library(tmp_path)
    form = tmp_path / "formular.txt"
    form.write_text(filled("praxis", {**CASE_ANSWERS, "zeitraum": "lange"}), encoding="utf-8")
    assert run(tmp_path, str(form), "--out", str(tmp_path / "aus")) == 0
    assert run(tmp_path, str(form), "--out", str(tmp_path / "aus")) == 0
    names = sorted(path.name for path in (tmp_path / "aus").iterdir())
    assert names == ["begruessungsbesuche-musterstadt-2.md", "begruessungsbesuche-musterstadt.md"]
    captured = capsys.readouterr()
    assert captured.out.splitlines()[0].endswith("aus/begruessungsbesuche-musterstadt.md")
    assert captured.err.splitlines()[:3] == [
        "Praxisbeispiel: „begruessungsbesuche-musterstadt“.",
        "Es fehlt: Seit wann, bis wann?",
        "1\u00a0Angabe steht am Ende unter „Nicht zugeordnet“.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("fall.docx", b"PK\x03\x04\x00", "Die Datei „fall.docx“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild."),
        ("fall.txt", b"Wort\x00\x01\xd9", "Die Datei „fall.txt“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild."),
        ("fall.pdf", b"%PDF-1.7", "speichern Sie den Text als „Nur Text (.txt)“."),
        ("gross.txt", b"Wort " * 250_000, "Die Datei „gross.txt“ ist größer als 1 MiB. Senden Sie nur den Text."),
        ("fehlt.txt", None, "gibt es nicht."),
        ("leer.txt", b" \n", "Die Datei „leer.txt“ ist leer."),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, message: str
) -> None:
    library(tmp_path)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert run(tmp_path, str(tmp_path / name)) == 2
    assert message in capsys.readouterr().err
