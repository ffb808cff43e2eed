"""Ways editors get it wrong, by where it comes from, each with the exact sentence that they or the office are told.

From forms, Word and e-mail the way is the office's: ``praxis from-issue``, then ``praxis check`` on what came of it. From
git it is the check alone. One example of every single rule stands in ``tests/rule_examples.py``, wrong use of the
commands in ``tests/test_wrong_use.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from praxis.cli import main
from praxis.commands.from_issue import summary
from praxis.editing.inputs import read_bytes
from praxis.editing.proposals import propose
from praxis.library import Library
from tests.broken import case, findings, gap, municipality
from tests.builders import TODAY
from tests.editing.filled import CASE_ANSWERS, filled, library


def told(root: Path, text: str) -> list[str]:
    """What the office is told of a text: by ``from-issue``, then by the check of the file that it wrote."""
    proposal = propose(library(root), text)
    path = root / proposal.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(proposal.text, encoding="utf-8")
    found = [f for f in Library.load(root, TODAY).findings if f.file == proposal.path]
    return [*summary(proposal).splitlines()[1:], *(f"{f.message} {f.remedy}" for f in found)]


KEPT = "1\u00a0Angabe steht am Ende unter „Nicht zugeordnet“."
FORM: list[tuple[str, Mapping[str, str], str]] = [
    # (what somebody did, the answers that it concerns, what is said)
    ("a title left out", {"titel": "_No response_"}, "Es fehlt: Wie heißt die Praxis?"),
    ("two sentences too long", {"kurz": "Lang " * 45}, "Der Text hat 224 Zeichen; erlaubt sind 200. Kürzen Sie ihn um mindestens 24 Zeichen; Ausführliches gehört in den Text unter dem Kopf."),
    ("a municipality mistyped", {"kommune": "Musterstatt"}, "Die Kommune „musterstatt“ gibt es in der Sammlung nicht. Meinten Sie „musterstadt“?"),
    ("a municipality that is not here", {"kommune": "Xanten"}, "Die Kommune „xanten“ gibt es in der Sammlung nicht. Prüfen Sie die Kennung (Dateiname ohne „.md“), oder legen Sie den Eintrag an."),
    ("two municipalities", {"kommune": "Musterstadt und Xanten"}, "Die Kommune „musterstadt-und-xanten“ gibt es in der Sammlung nicht. Meinten Sie „musterstadt“?"),
    ("a status in own words", {"status": "mal so, mal so"}, "Es fehlt: Wie steht es um die Praxis?"),
    ("a season for a year", {"zeitraum": "seit Herbst 2019"}, "Es fehlt: Seit wann, bis wann?"),
    ("a period the wrong way round", {"zeitraum": "2018 bis 2012"}, "Der Zeitraum endet, bevor er beginnt. Tauschen Sie „von“ und „bis“."),
    ("a year mistyped", {"zeitraum": "seit 2102"}, "2102 liegt in der Zukunft. Tragen Sie das Jahr oder Datum ein, von dem die Angabe wirklich ist."),
    ("an age in words", {"alter": "Kinder unter drei"}, "Es fehlt: Für welches Alter?"),
    ("ages the wrong way round", {"alter": "3 bis 0"}, "Das Alter endet, bevor es beginnt. Tauschen Sie „von“ und „bis“."),
    ("a standard made up", {"standards": "Weltfrieden"}, "Es fehlt: Welche Standards einer Präventionskette erfüllt sie?"),
    ("boxes left empty", {"standards": "- [ ] Zugänge zu Familien"}, "Es fehlt: Welche Standards einer Präventionskette erfüllt sie?"),
    ("a topic made up", {"themen": "Kindeswohl"}, "Es fehlt: Welche Themen?"),
    ("a person for an office", {"kontakt.stelle": "Frau Petra Schneider"}, "„Frau Petra Schneider“ sieht nach einer Person aus. Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle."),
    ("a mailbox of a person", {"kontakt.email": "petra.schneider@musterstadt.example"}, "„petra.schneider@musterstadt.example“ sieht nach einer Person aus. Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle."),
    ("a page without an address", {"kontakt.url": "steht auf unserer Homepage"}, "„steht auf unserer Homepage“ ist keine vollständige Adresse. Adressen beginnen mit https:// oder http:// und haben keine Leerzeichen."),
    ("a day that is none", {"stand": "31.02.2023"}, "Es fehlt: Von wann sind die Angaben?"),
    ("a day to come", {"stand": "1.5.2031"}, "1.\u00a0Mai\u00a02031 liegt in der Zukunft. Tragen Sie das Jahr oder Datum ein, von dem die Angabe wirklich ist."),
    ("only a heading for a text", {"#Kernidee": "## Kernidee"}, "Der Text fehlt. Beschreiben Sie den Eintrag in einigen Sätzen; in der Datei stehen sie unter dem Kopf."),
    ("a script in a field", {"kurz": "<script>alert('Hallo.')</script>"}, "Es fehlt: Was ist es, in einem Satz?"),
    ("a frame in a text", {"#Kernidee": "Text <iframe src='https://boese.example'></iframe>"}, "Es fehlt: Kernidee"),
    ("a link into nothing", {"#Kernidee": "Siehe [unser Konzept](konzept.pdf)."}, "Der Link „konzept.pdf“ führt ins Leere. Prüfen Sie den Pfad: von dieser Datei aus, mit der Endung „.md“."),
    ("a link that was never finished", {"#Kernidee": "Siehe [hier]()."}, "Dem Link fehlt die Adresse. Schreiben Sie sie zwischen die runden Klammern."),
    ("a picture without words", {"#Kernidee": "![](https://stadt.example/bild.png)"}, "Dem Bild fehlt der Alternativtext. Beschreiben Sie zwischen den eckigen Klammern, was das Bild zeigt."),
    ("a placeholder of a template", {"#Kernidee": "Wir sind die {{ kommune }}."}, "Der Text enthält Vorlagen-Syntax („{{“). Löschen Sie die Zeichen, oder setzen Sie die Stelle in `Backticks`."),
    ("an end without having ended", {"ende_grund": "Die Finanzierung endete (geld)"}, KEPT),
    ("an effect without how one knows", {"nachweis.ergebnis": "80 % wurden erreicht."}, KEPT),
    ("no consent", {"einverstaendnis": "- [ ] Genannt sind Stellen, keine Personen."}, KEPT),
]  # fmt: skip
WORD_FILES: list[tuple[str, bytes, str]] = [
    # (what somebody saved, how it begins, what is said)
    (
        "fall.docx",
        b"PK\x03\x04\x14\x00\x06\x00",
        "Die Datei „fall.docx“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild. Öffnen Sie sie, und speichern Sie den Text als „Nur Text (.txt)“.",
    ),
    (
        "fall.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00",
        "Die Datei „fall.doc“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild. Öffnen Sie sie, und speichern Sie den Text als „Nur Text (.txt)“.",
    ),
    (
        "fall.rtf",
        b"{\\rtf1\\ansi Text}",
        "Die Datei „fall.rtf“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild. Öffnen Sie sie, und speichern Sie den Text als „Nur Text (.txt)“.",
    ),
    (
        "fall.pdf",
        b"%PDF-1.7\n%\xe2\xe3",
        "Die Datei „fall.pdf“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild. Öffnen Sie sie, und speichern Sie den Text als „Nur Text (.txt)“.",
    ),
    ("fall.txt", b" \r\n\r\n", "Die Datei „fall.txt“ ist leer."),
    (
        "bild-im-text.txt",
        b"Text " * 300_000,
        "Die Datei „bild-im-text.txt“ ist größer als 1 MiB. Senden Sie nur den Text.",
    ),
]
WORD: list[tuple[str, str | bytes, str]] = [
    # (what Word did, the file that came of it, what the check says)
    (
        "saved as .docx under the name of a text",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        "Die Datei enthält keinen Text, sondern Binärdaten. Speichern Sie den Inhalt als reinen Text (Markdown, UTF-8), nicht als Word-Dokument, PDF oder Bild.",
    ),
    (
        "saved as Unicode text",
        case().encode("utf-16"),
        "Die Datei ist in UTF-16 gespeichert. Speichern Sie die Datei mit der Kodierung UTF-8 neu (im Windows-Editor: „Speichern unter“).",
    ),
    (
        "saved in the encoding of Windows",
        case().encode("cp1252", "replace"),
        "Das Zeichen an dieser Stelle (Byte 0xfc) ist nicht in UTF-8 gespeichert. Speichern Sie die Datei mit der Kodierung UTF-8 neu; prüfen Sie danach die Umlaute.",
    ),
    (
        "turned the three hyphens into a dash",
        case().replace("---\n", "—\n"),
        "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen (---). Stellen Sie den Kopf mit den Feldern an den Anfang der Datei, zwischen zwei Zeilen ---.",
    ),
    (
        "put curly quotes around a value with a colon",
        case(titel="titel: “Besuche: früh”"),
        "Im Wert steht ein Doppelpunkt mit Leerzeichen, oder diese oder die vorige Zeile ist falsch eingerückt. Setzen Sie den ganzen Wert in Anführungszeichen, oder prüfen Sie die Einrückung.",
    ),
    (
        "put German quotes around a value with a colon",
        case(kurz="kurz: „Besuche: früh“ heißt es"),
        "Im Wert steht ein Doppelpunkt mit Leerzeichen, oder diese oder die vorige Zeile ist falsch eingerückt. Setzen Sie den ganzen Wert in Anführungszeichen, oder prüfen Sie die Einrückung.",
    ),
    (
        "began keys with capital letters",
        case(titel="Titel: Besuche"),
        "Das Feld „Titel“ gibt es nicht. Meinten Sie „titel“?",
    ),
    (
        "indented with a tabulator",
        case(kontakt="kontakt:\n\tstelle: Jugendamt"),
        "Die Zeile ist mit einem Tabulator eingerückt. Rücken Sie mit Leerzeichen ein (zwei je Ebene).",
    ),
    (
        "set a space that does not break behind a key",
        case(status="status:\u00a0laeuft"),
        "Nach dem Doppelpunkt steht ein geschütztes Leerzeichen, wie Word es setzt. Ersetzen Sie es durch ein gewöhnliches; „praxis fix“ kann das.",
    ),
    (
        "made bullets of its own",
        case(themen="themen:\n  • fruehe-hilfen"),
        "Hier muss eine Liste stehen, nicht der Text „• fruehe-hilfen“. Schreiben Sie [a, b] oder je Zeile „- a“.",
    ),
    (
        "left a soft hyphen in an id",
        case(kommune="kommune: muster\u00adstadt"),
        "„muster\ufffdstadt“ ist keine Kennung. Kennungen haben nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche. Gemeint ist wohl „muster-stadt“.",
    ),
    (
        "left a mark for the direction of reading",
        case("Text \u200e(neu).\n"),
        "Hier steht ein unsichtbares Zeichen, das die Leserichtung ändert (U+200E). Löschen Sie das Zeichen; meist hilft es, die Stelle neu zu tippen.",
    ),
    (
        "pasted its HTML",
        case('<p class="MsoNormal">Text</p>\n'),
        'Das HTML „<p>“ ist nicht erlaubt. Schreiben Sie Markdown; erlaubt sind nur: <abbr>, <br>, <del>, <em>, <ins>, <kbd>, <mark>, <q>, <small>, <strong>, <sub>, <sup>, <wbr>, ohne Ereignisse und Stile; fremde Sprachen als <em lang="en">.',
    ),
    (
        "pasted a picture",
        case("![Foto vom Fest](data:image/png;base64,iVBORw0KGgo=)\n"),
        "Links der Art „data:“ sind hier nicht erlaubt. Bilder gehören in den Ordner docs/assets/.",
    ),
    (
        "linked a file of the own computer",
        case("Siehe [Konzept](file:///C:/Amt/Konzept.docx).\n"),
        "Der Link führt auf Ihren eigenen Rechner. Andere können die Datei nicht öffnen; verlinken Sie eine Adresse im Netz.",
    ),
    (
        "linked a drive",
        case("Siehe [Konzept](P:/Amt/Konzept.docx).\n"),
        "Der Link führt auf Ihren eigenen Rechner. Andere können die Datei nicht öffnen; verlinken Sie eine Adresse im Netz.",
    ),
    (
        "wrote a date as people do",
        case(stand="stand: 1. Mai 2023"),
        "Das Datum steht in deutscher Schreibweise. Schreiben Sie 2023-05-01 (Jahr-Monat-Tag).",
    ),
    (
        "wrote ages with a dash",
        case(alter="alter: 0–3"),
        "„0–3“ ist hier kein vorgesehener Wert. Möglich sind: altersuebergreifend, nicht-berichtet. Oder schreiben Sie {von: …, bis: …}.",
    ),
    (
        "wrote a list in one line",
        case(themen="themen: Frühe Hilfen, Kita"),
        "Hier muss eine Liste stehen, nicht der Text „Frühe Hilfen, Kita“. Schreiben Sie [a, b] oder je Zeile „- a“.",
    ),
]
MAIL: list[tuple[str, str, str]] = [
    # (what somebody sent, the mail below its sender, what is said)
    ("only a subject", "Subject: Unser Kochkurs\n\n", "Es fehlt: Wie heißt die Praxis?"),
    ("a word document", "Subject: Fall\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=g\n\n--g\nContent-Type: text/plain\n\nAnbei.\n--g\nContent-Type: application/msword\nContent-Disposition: attachment; filename=Fall.docx\n\nPK\n--g--\n", "Es fehlt: Wie heißt die Praxis?"),
    ("a letter without a title", "Subject: Fall\n\nKurz: Eltern begleiten Eltern.\nKommune: Musterstadt\n", "Es fehlt: Wie heißt die Praxis?"),
    ("a letter with a municipality that is not here", "Subject: Fall\n\nTitel: Lotsen\nKommune: Xanten\n", "Die Kommune „xanten“ gibt es in der Sammlung nicht. Prüfen Sie die Kennung (Dateiname ohne „.md“), oder legen Sie den Eintrag an."),
    ("a letter with a slip in the place", "Subject: Fall\n\nTitel: Lotsen\nKommune: Musterstatt\n", "Die Kommune „musterstatt“ gibt es in der Sammlung nicht. Meinten Sie „musterstadt“?"),
    ("a greeting and a signature", "Subject: Fall\n\nGuten Tag,\n\nTitel: Lotsen\nKurz: Eltern begleiten Eltern.\n\nViele Grüße\n-- \nP. Schneider\n", "1\u00a0Angabe steht am Ende unter „Nicht zugeordnet“."),
    ("a date in words", "Subject: Fall\n\nTitel: Lotsen\nKurz: Eltern begleiten Eltern.\nStand: letztes Jahr\n", "Es fehlt: Von wann sind die Angaben?"),
    ("a person as the contact", "Subject: Fall\n\nTitel: Lotsen\nKurz: Eltern begleiten Eltern.\nWelche Stelle kann man fragen? Frau Petra Schneider\n", "„Frau Petra Schneider“ sieht nach einer Person aus. Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle."),
    ("a year to come", "Subject: Fall\n\nTitel: Lotsen\nKurz: Eltern begleiten Eltern.\nStand: 2031\n", "1\u00a0Angabe steht am Ende unter „Nicht zugeordnet“."),
    ("a record with a slip", "Subject: Fall\n\nAnbei.\n\n" + case(titel="titel: Besuche: früh"), "Im Wert steht ein Doppelpunkt mit Leerzeichen, oder diese oder die vorige Zeile ist falsch eingerückt. Setzen Sie den ganzen Wert in Anführungszeichen, oder prüfen Sie die Einrückung."),
    ("a record without a field", "Subject: Fall\n\nAnbei.\n\n" + case(stand=None), "Das Pflichtfeld „stand“ fehlt. Ergänzen Sie „stand:“. Von wann die Angaben sind: Jahr-Monat-Tag, Jahr-Monat oder Jahr."),
    ("a record with a made up topic", "Subject: Fall\n\nAnbei.\n\n" + case(themen="themen: [kindeswohl]"), "Das Thema „kindeswohl“ gibt es im Vokabular nicht. Nehmen Sie eine Kennung aus dem Vokabular."),
    ("a record that the mail program quoted in part", "Subject: Fall\n\nAm Montag schrieb das Amt:\n\n" + case().replace("kurz: ", "> kurz: "), "Diese Zeile lässt sich nicht als „feld: wert“ lesen. Prüfen Sie Einrückung, Doppelpunkte, Anführungszeichen und Klammern in dieser und der vorigen Zeile."),
    ("a record that lost its end", "Subject: Fall\n\n" + case().replace("\n---\n\n", "\n\n"), "Dem Kopf fehlt die schließende Zeile aus drei Bindestrichen (---). Setzen Sie unter das letzte Feld eine Zeile mit genau drei Bindestrichen."),
    ("a record whose long line was broken", "Subject: Fall\n\n" + case(kurz="kurz: Alle Familien bekommen nach der Geburt\nBesuch von einer Fachkraft."), "In der Zeile fehlt der Doppelpunkt nach dem Feldnamen. Schreiben Sie „feld: wert“; lange Texte rücken Sie ein."),
    ("a record with the mailbox of a person in its text", "Subject: Fall\n\n" + case("Fragen an petra.schneider@musterstadt.example.\n"), "„petra.schneider@musterstadt.example“ sieht nach dem Postfach einer Person aus. Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle."),
]  # fmt: skip
OTHER = case(titel="titel: Andere")
GIT: list[tuple[str, Mapping[str, str | bytes], str]] = [
    # (what somebody committed, the files, what the check says)
    ("a conflict in the fields", {"docs/praxis/besuche.md": case(status="<<<<<<< HEAD\nstatus: laeuft\n=======\nstatus: beendet\n>>>>>>> thema")}, "docs/praxis/besuche.md: Hier steht die Marke einer Zusammenführung, die noch niemand entschieden hat. Behalten Sie eine der Fassungen, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>."),
    ("a conflict in the text", {"docs/praxis/besuche.md": case("<<<<<<< HEAD\nEin Satz.\n=======\nEin anderer.\n>>>>>>> thema\n")}, "docs/praxis/besuche.md: Hier steht die Marke einer Zusammenführung, die noch niemand entschieden hat. Behalten Sie eine der Fassungen, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>."),
    ("a pointer in place of a picture", {"docs/assets/bild.png": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"}, "docs/assets/bild.png: Die Datei endet auf „.png“, enthält aber kein solches Bild. Speichern Sie das Bild in einem Bildprogramm neu."),
    ("a file in a folder of its own", {"docs/praxis/musterstadt/besuche.md": case()}, "docs/praxis/musterstadt/besuche.md: Die Datei liegt in einem Unterordner von „docs/praxis“. Legen Sie sie direkt in „docs/praxis“ ab."),
    ("a name with capitals and umlauts", {"docs/praxis/Begrüßung.md": case()}, "docs/praxis/Begrüßung.md: Der Dateiname „Begrüßung“ taugt nicht als Kennung. Nennen Sie die Datei „begruessung.md“: Kleinbuchstaben a–z, Ziffern und Bindestriche, Umlaute ausgeschrieben."),
    ("an ending in capitals", {"docs/praxis/besuche.MD": case()}, "docs/praxis/besuche.MD: Dateien der Art „.MD“ werden nicht veröffentlicht. Speichern Sie den Text als reine Textdatei mit dem Namen „besuche.md“."),
    ("a file without an ending", {"docs/praxis/besuche": case()}, "docs/praxis/besuche: Dateien der Art „besuche“ werden nicht veröffentlicht. Speichern Sie den Text als reine Textdatei mit dem Namen „besuche.md“."),
    ("a copy for safety", {"docs/praxis/besuche.md.bak": case()}, "docs/praxis/besuche.md.bak: Dateien der Art „.bak“ werden nicht veröffentlicht. Nehmen Sie die Datei heraus; Bilder gehören als PNG, JPEG, WebP oder SVG nach docs/assets/."),
    ("the Word document itself", {"docs/praxis/besuche.docx": b"PK\x03\x04"}, "docs/praxis/besuche.docx: Dateien der Art „.docx“ werden nicht veröffentlicht. Speichern Sie den Text als reine Textdatei mit dem Namen „besuche.md“."),
    ("a hidden file", {"docs/praxis/.besuche.md": case()}, "docs/praxis/.besuche.md: Die Datei ist versteckt: Der Name beginnt mit einem Punkt. Nehmen Sie sie heraus, oder nennen Sie sie ohne den Punkt am Anfang."),
    ("names that differ in capitals only", {"docs/assets/plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "docs/assets/Plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}, "docs/assets/plan.svg: Der Name unterscheidet sich von „docs/assets/Plan.svg“ nur in großen und kleinen Buchstaben. Geben Sie einer der beiden Dateien einen anderen Namen: Windows und macOS halten sie sonst für dieselbe."),
    ("an id that was another's", {"docs/praxis/besuche.md": case(), "docs/praxis/lotsen.md": case(frueher="frueher: [besuche]")}, "docs/praxis/lotsen.md: Die frühere Kennung „besuche“ gehört zu docs/praxis/besuche.md. Streichen Sie die Kennung hier; unter einer Adresse kann nur eines stehen."),
    ("a renamed file that others still name", {"docs/praxis/lotsen.md": OTHER, "docs/praxis/besuche.md": case(herkunft="herkunft: [lotse]")}, "docs/praxis/besuche.md: Den Fall „lotse“ gibt es in der Sammlung nicht. Meinten Sie „lotsen“?"),
    ("a link to a file by its page", {"docs/praxis/lotsen.md": OTHER, "docs/praxis/besuche.md": case("Siehe [dort](lotsen.html).\n")}, "docs/praxis/besuche.md: Der Link „lotsen.html“ führt ins Leere. Prüfen Sie den Pfad: von dieser Datei aus, mit der Endung „.md“."),
    ("a link with the wrong case", {"docs/praxis/lotsen.md": OTHER, "docs/praxis/besuche.md": case("Siehe [dort](Lotsen.md).\n")}, "docs/praxis/besuche.md: Der Link „Lotsen.md“ führt ins Leere. Prüfen Sie den Pfad: von dieser Datei aus, mit der Endung „.md“."),
    ("a case that names itself as its origin", {"docs/praxis/besuche.md": case(herkunft="herkunft: [besuche]")}, "docs/praxis/besuche.md: Der Fall nennt sich selbst als Herkunft. Nennen Sie als Herkunft nur ältere Fälle; streichen Sie einen der Verweise."),
    ("a field twice after a merge", {"docs/praxis/besuche.md": case(stand="stand: 2023\nstand: 2024")}, "docs/praxis/besuche.md: Das Feld „stand“ steht hier zum zweiten Mal. Führen Sie beide Angaben zu einer zusammen."),
    ("front matter without its end", {"docs/praxis/besuche.md": case().replace("\n---\n\n", "\n\n")}, "docs/praxis/besuche.md: Dem Kopf fehlt die schließende Zeile aus drei Bindestrichen (---). Setzen Sie unter das letzte Feld eine Zeile mit genau drei Bindestrichen."),
    ("a page of generated name", {"docs/luecken/eltern.md": gap(), "docs/kommunen/index.md": municipality(), "docs/praxis/con.md": case()}, "docs/praxis/con.md: Der Dateiname „con.md“ lässt sich nicht auf jedem Rechner aus der Offline-Kopie auspacken. Nennen Sie die Datei „con-1.md“ und passen Sie die Verweise darauf an. Erlaubt sind Buchstaben ohne Umlaute, Ziffern, Punkt, Bindestrich und Unterstrich."),
    ("a program under the name of a picture", {"docs/assets/bild.png": b"MZ\x90\x00"}, "docs/assets/bild.png: Die Datei endet auf „.png“, enthält aber kein solches Bild. Speichern Sie das Bild in einem Bildprogramm neu."),
    ("an own web page", {"docs/assets/karte.html": "<p>x</p>"}, "docs/assets/karte.html: Dateien der Art „.html“ werden nicht veröffentlicht. Nehmen Sie die Datei heraus; Bilder gehören als PNG, JPEG, WebP oder SVG nach docs/assets/."),
    ("an anchor of YAML", {"docs/praxis/besuche.md": case(warum="warum: &text Weil es wirkt.")}, "docs/praxis/besuche.md: Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !). Setzen Sie den Wert in Anführungszeichen, oder schreiben Sie ihn aus."),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "sentence"), [way[1:] for way in FORM], ids=[way[0] for way in FORM])
def test_a_mistake_in_a_form_is_told(tmp_path: Path, answers: Mapping[str, str], sentence: str) -> None:
    assert sentence in told(tmp_path, filled("praxis", {**CASE_ANSWERS, **answers}))


@pytest.mark.parametrize(("name", "content", "sentence"), WORD_FILES, ids=[way[0] for way in WORD_FILES])
def test_a_file_that_is_no_text_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, sentence: str
) -> None:
    root = library(tmp_path).root
    (root / name).write_bytes(content)
    assert main(["--root", str(root), "from-issue", str(root / name)]) == 2
    assert capsys.readouterr().err == f"praxis from-issue: {sentence}\n"


@pytest.mark.parametrize(("content", "sentence"), [way[1:] for way in WORD], ids=[way[0] for way in WORD])
def test_what_word_did_to_a_file_is_told(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    found = findings(tmp_path, {"docs/praxis/besuche.md": content})
    assert sentence in [f"{finding.message} {finding.remedy}" for finding in found]


@pytest.mark.parametrize(("mail", "sentence"), [way[1:] for way in MAIL], ids=[way[0] for way in MAIL])
def test_a_mistake_in_a_mail_is_told(tmp_path: Path, mail: str, sentence: str) -> None:
    assert sentence in told(tmp_path, read_bytes(f"From: amt@musterstadt.example\n{mail}".encode()))


@pytest.mark.parametrize(("files", "sentence"), [way[1:] for way in GIT], ids=[way[0] for way in GIT])
def test_a_mistake_in_a_commit_is_told(tmp_path: Path, files: Mapping[str, str | bytes], sentence: str) -> None:
    assert sentence in [f"{found.file}: {found.message} {found.remedy}" for found in findings(tmp_path, files)]
