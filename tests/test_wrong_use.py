"""Commands called with nonsense: one German sentence, exit code 2, nothing written, never a traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from praxis.cli import main
from praxis.commands.errors import os_error_text
from tests.broken import case, gap, site

LONG = "x" * 300


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site as the current folder, with odd files beside ``docs/``."""
    root = site(tmp_path, {"docs/praxis/besuche.md": case(), "docs/luecken/eltern.md": gap()})
    (root / "ordner").mkdir()
    (root / "leer.txt").write_bytes(b"")
    (root / "fall.docx").write_bytes(b"PK\x03\x04\x00\x00")
    (root / "latin.txt").write_bytes("Grüße".encode("latin-1"))
    os.mkfifo(root / "rohr")
    (root / "kaputt").mkdir()
    (root / "kaputt/ereignis.json").write_text("{", encoding="utf-8")
    (root / "antwort").mkdir()
    (root / "antwort/ereignis.json").write_text("{}", encoding="utf-8")
    (root / "antwort/antworten.json").write_text("{", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


WORD = "ist kein Text, sondern ein Word-Dokument, PDF oder Bild. Öffnen Sie sie, und speichern Sie den Text als „Nur Text (.txt)“."
WRONG = [
    # (call, what is said)
    (["check", "README.txt"], "praxis check: Den Pfad „README.txt“ gibt es unter „.“ nicht."),
    (["check", "leer.txt"], "praxis check: „leer.txt“ gehört nicht zu den Inhalten; die liegen unter „docs“."),
    (["check", LONG], f"praxis check: Den Pfad „{LONG}“ gibt es unter „.“ nicht."),
    (["check", "--root", LONG], f"praxis: Unter „{LONG}“ gibt es keinen Ordner „docs“. Nennen Sie mit --root den richtigen Ordner."),
    (["check", "--format", "xml"], "praxis check: Angabe --format: nicht vorgesehen: 'xml' (möglich sind 'github', 'json', 'text')\nHilfe: praxis check --help"),
    (["fix", "ordner"], "praxis fix: „ordner“ gehört nicht zu den Inhalten; die liegen unter „docs“."),
    (["fix", "rohr"], "praxis fix: „rohr“ gehört nicht zu den Inhalten; die liegen unter „docs“."),
    (["new", "fall"], "praxis new: Angabe ART: nicht vorgesehen: 'fall' (möglich sind 'kommune', 'luecke', 'nachnutzung', 'praxis')\nHilfe: praxis new --help"),
    (["new", "praxis", "--from", "ordner"], "praxis new: „ordner“ ist ein Ordner; gebraucht wird eine Datei."),
    (["new", "praxis", "--from", "fall.docx"], f"praxis new: Die Datei „fall.docx“ {WORD}"),
    (["new", "kommune", "--from", "latin.txt", "--set", "titel=N"], "praxis new: --set und --from gehen nicht zusammen: Nehmen Sie eines, und ergänzen Sie dann die Datei."),
    (["new", "kommune", "--set", "titel"], "praxis new: „titel“: Schreiben Sie --set titel=WERT."),
    (["from-issue", "fehlt.txt"], "praxis from-issue: Die Datei „fehlt.txt“ gibt es nicht."),
    (["from-issue", "ordner"], "praxis from-issue: „ordner“ ist ein Ordner; gebraucht wird eine Datei."),
    (["from-issue", "rohr"], "praxis from-issue: „rohr“ ist keine gewöhnliche Datei."),
    (["from-issue", LONG], f"praxis from-issue: Die Datei „{LONG[:200]}“ gibt es nicht."),
    (["from-issue", "leer.txt"], "praxis from-issue: Die Datei „leer.txt“ ist leer."),
    (["from-issue", "latin.txt", "--out", "leer.txt"], "praxis from-issue: „leer.txt“ lässt sich nicht lesen oder schreiben: dort liegt schon etwas anderes."),
    (["from-issue", "latin.txt", "--out", "leer.txt/aus"], "praxis from-issue: „leer.txt/aus“ lässt sich nicht lesen oder schreiben: das ist kein Ordner."),
    (["rename", "besuch", "neu"], "praxis rename: Einen Eintrag „besuch“ gibt es nicht. Meinten Sie „besuche“? Nichts geändert."),
    (["rename", "besuche", LONG], "praxis rename: Die Kennung hat 300 Zeichen; höchstens 100 sind erlaubt. Nichts geändert."),
    (["rename", "besuche", "../weg"], "praxis rename: „../weg“ taugt nicht als Kennung: nur Kleinbuchstaben a–z, Ziffern und Bindestriche. Nichts geändert."),
    (["review", "ordner"], "praxis review: Den Fall „ordner“ gibt es nicht."),
    (["review", "besuch"], "praxis review: Den Fall „besuch“ gibt es nicht. Meinten Sie „besuche“?"),
    (["due", "--days", "-1"], "praxis due: Angabe --days: „-1“ ist keine ganze Zahl von 0 bis 36.500\nHilfe: praxis due --help"),
    (["due", "--days", "bald"], "praxis due: Angabe --days: „bald“ ist keine ganze Zahl von 0 bis 36.500\nHilfe: praxis due --help"),
    (["links", "--format", "csv"], "praxis links: Angabe --format: nicht vorgesehen: 'csv' (möglich sind 'json', 'text')\nHilfe: praxis links --help"),
    (["import-raster", "ordner"], "praxis import-raster: „ordner“ ist ein Ordner; gebraucht wird eine Datei."),
    (["import-raster", LONG], f"praxis import-raster: Die Datei „{LONG[:200]}“ gibt es nicht."),
    (["import-raster", "latin.txt", "--municipality", ""], "praxis import-raster: Die Kommune „“ gibt es nicht."),
    (["offer", "eltern", "--municipality", "musterstatt"], "praxis offer: Die Kommune „musterstatt“ gibt es nicht. Meinten Sie „musterstadt“?"),
    (["offer", "eltern", "--municipality", "musterstadt", "--date", "bald"], "praxis offer: „bald“ ist kein Tag. Schreiben Sie zum Beispiel 2026-11-26."),
    (["offer", "eltern", "--municipality", "musterstadt", "--date", "2999-01-01"], "praxis offer: 1.\u00a0Januar\u00a02999 liegt in der Zukunft."),
    (["offer", "eltern", "--municipality", "musterstadt", "--due", ""], "praxis offer: „“ ist kein Tag. Schreiben Sie zum Beispiel 2026-11-26."),
    (["adopt-question", "fehlt"], "praxis adopt-question: Die Nachnutzung „fehlt“ gibt es nicht."),
    (["workflow", "form", "--replay", "ordner"], "praxis workflow: In „ordner“ liegt kein ereignis.json."),
]  # fmt: skip


@pytest.mark.parametrize(("call", "message"), WRONG, ids=lambda value: " ".join(value)[:60])
def test_wrong_use_is_told_in_one_sentence_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], call: list[str], message: str
) -> None:
    before = contents(folder)
    try:
        status = main(call)
    except SystemExit as stop:
        status = int(stop.code or 0)
    captured = capsys.readouterr()
    assert (status, captured.out, captured.err) == (2, "", f"{message}\n")
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ("kaputt", "praxis workflow nightly: Das Ereignis ist kein lesbares JSON."),
        ("antwort", "praxis workflow nightly: „antwort/antworten.json“ ist kein lesbares JSON"),
    ],
)
def test_a_broken_event_ends_a_task_with_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], event: str, message: str
) -> None:
    assert main(["workflow", "nightly", "--replay", event]) == 1
    assert capsys.readouterr().err == f"{message}\n"


def test_a_name_in_the_way_of_a_long_one_is_cut() -> None:
    error = OSError(errno.ENOSPC, "No space left on device", LONG)
    assert os_error_text(error) == f"„{LONG[:80]}…“ lässt sich nicht lesen oder schreiben: der Datenträger ist voll."
