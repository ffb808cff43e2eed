"""Contacts are offices: persons are found, offices are left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from praxis.checks.contacts import looks_like_person, personal_mailbox
from praxis.library import Library
from tests.broken import case, findings, meeting, only, place, reuse
from tests.site_building import PROJECT

OFFICES = """
Stadt Gelsenkirchen, Familienbüro
Stadt Gelsenkirchen, Referat Kinder, Jugend und Familien, Abteilung Jugendhilfe–Schule
Stadt Duisburg, Gesundheitsamt und Büro Bildungsregion (Steuerungsgruppe)
Kreis Düren, Präventionsbüro, Amt für Demografie, Kinder, Jugend, Familie und Senioren
Stadt Detmold, Familien.Info.Treff
FABIDO, Dortmund
AWO in Witten (zuständige Gliederung nicht berichtet)
AWO Bezirksverband Niederrhein e. V. / Stadt Monheim am Rhein
Helene-Weber-Haus und Evangelische Familienbildungsstätte, Aachen
HAGE, Landeskoordinierungsstelle Präventionsketten Hessen
LVG & AFS, Programm Präventionsketten Niedersachsen
Institut für kommunale Planung und Entwicklung e. V. (IKPE)
Landschaftsverband Rheinland (LVR)
Kinderschutzbund Krefeld
Arbeiterwohlfahrt Duisburg
Lebenshilfe Bochum
Pro Familia
Donum Vitae
Kita Sonnenschein
Kita Pusteblume Wuppertal
Grundschule Kleinfeld
Anne-Frank-Schule
Anne Frank Schule
Heinrich-Böll-Gesamtschule Bochum
Erich Kästner Grundschule
Martin-Luther-Gemeinde Hamm
Kirchengemeinde St. Anna
Familienzentrum Maria Frieden
Haus Maria
Marienhospital
St. Josef-Krankenhaus
Dr.-Krauß-Stiftung
Regionalstelle Frau und Beruf Ortenau
Frauenbüro der Stadt Essen
Max Planck Institut
Wilde Wiese
Mobile Wache Nord
Frühförderung Hamm
Jugendamt Hamm, Fachstelle Frühe Hilfen
Landkreis Gotha, Jugendamt
Sozialdienst katholischer Frauen e. V.
Diakonisches Werk an der Ruhr
Caritasverband für das Bistum Essen
Stadtteilbüro Ückendorf
Rosa Strippe e. V.
Ernst-Strüngmann-Forum
Leon Löwe Lesetreff
Bürgermeisterbüro
Klinikum Westfalen, Geburtshilfe
Team Familienförderung
""".strip().splitlines()
PERSONS = """
Petra Schneider
Petra Schneider, Jugendamt Hamm
Jugendamt Hamm, Petra Schneider
Jugendamt Hamm (Petra Schneider)
Jugendamt Hamm – Petra Schneider
Jugendamt Hamm: Petra Schneider
Jugendamt Hamm/Petra Schneider
Jugendamt Hamm c/o Petra Schneider
Petra Schneider bei der Stadt Hamm
Frau Schneider
Jugendamt Hamm, Frau Schneider
Herr Schneider, Familienbüro
Herrn Schneider
Dr. Schneider
Prof. Dr. Schneider, Universität
Stadt Hamm, Dr. med. Anna Schneider
Dipl.-Päd. Anna Schneider
Anna Schneider M. A.
Hans-Peter Müller-Lüdenscheidt
Ayşe Yıldız
Mehmet Öztürk
Maria von Hausmann
Karl-Heinz Stadtler
Anna M. Neuhaus
Anna Maria Schneider
""".strip().splitlines()


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_is_no_person(office: str) -> None:
    assert not looks_like_person(office)


@pytest.mark.parametrize("person", PERSONS)
def test_a_person_is_found_wherever_the_name_stands(person: str) -> None:
    assert looks_like_person(person)


def test_the_projects_own_contents_raise_no_false_alarm() -> None:
    library = Library.load(PROJECT)
    assert [finding for finding in library.findings if finding.rule == "kontakt-person"] == []
    assert len(library.cases) >= 36


@pytest.mark.parametrize(
    "mailbox",
    [
        "info@stadt-hamm.de",
        "familienbuero@hamm.de",
        "familie.jugend@hamm.de",
        "koordination.praeventionskette@kreis-dueren.de",
        "gleichstellung.und.familie@stadt.de",
        "kita.sonnenschein@awo.de",
        "fb51.verwaltung@kreis.de",
        "post@lwl.org",
        "fruehe-hilfen@stadt.de",
    ],
)
def test_a_mailbox_of_an_office_is_fine(mailbox: str) -> None:
    assert personal_mailbox(mailbox) is None


@pytest.mark.parametrize(
    "mailbox", ["petra.schneider@stadt-hamm.de", "p.schneider@kreis.de", "Petra.Schneider-Blum@awo.org"]
)
def test_a_mailbox_of_a_person_is_found(mailbox: str) -> None:
    assert personal_mailbox(f"Fragen an {mailbox}.") is not None


def test_every_office_of_a_record_is_looked_at(tmp_path: Path) -> None:
    text = case(
        wer="wer: {federfuehrung: Petra Schneider, beteiligte: [Kitas, Petra Schneider]}",
        stufe="stufe: geprueft",
        pruefvermerk="pruefvermerk: {stelle: Petra Schneider, datum: 2024-01-01}",
        freigabe="freigabe: {stelle: Petra Schneider, datum: 2024-01-01}",
        kontakt="kontakt: {stelle: Stadt Hamm, email: petra.schneider@hamm.de}",
    )
    found = findings(tmp_path, {"docs/praxis/a.md": text})
    assert {finding.rule for finding in found} == {"kontakt-person"}
    assert [finding.field for finding in found] == [
        "kontakt.email",
        "wer.federfuehrung",
        "wer.beteiligte[1]",
        "pruefvermerk.stelle",
        "freigabe.stelle",
    ]


def test_meetings_and_transfers_name_offices_too(tmp_path: Path) -> None:
    talk = meeting(beitraege="beitraege: [{titel: Daten, von: Petra Schneider}, {titel: Ziele, von: Stadt Hamm}]")
    assert only(tmp_path / "a", talk, "docs/lernnetzwerk/a.md").field == "beitraege[0].von"
    moderated = reuse(praxis="praxis: {text: A}", begleitet_von="begleitet_von: Frau Schneider")
    assert only(tmp_path / "b", moderated, "docs/nachnutzung/a.md").field == "begleitet_von"


def test_a_personal_mailbox_in_the_text_is_found_but_not_in_code(tmp_path: Path) -> None:
    finding = only(tmp_path / "a", case("Fragen an\n[Petra](mailto:petra.schneider@hamm.de).\n"))
    assert (finding.rule, place(finding)) == ("kontakt-person", (22, 16, None))
    assert findings(tmp_path / "b", {"docs/praxis/a.md": case("Etwa `vorname.nachname@hamm.de`.\n")}) == ()


def test_odd_texts_take_no_time() -> None:
    start = time.process_time()
    for text in ("a." * 10_000, "Anna " * 4_000, "Anna-" * 4_000, "a.b@" * 5_000, "Dr. x. " * 3_000, "A" * 20_000):
        looks_like_person(text)
        personal_mailbox(text)
    assert time.process_time() - start < 1
