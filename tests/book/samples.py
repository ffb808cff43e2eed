"""Records of the miniature book."""

from __future__ import annotations

from typing import Any

TEXT = """\
Ein <em lang="en">mapping</em> und ein Absatz mit *Betonung*, **Nachdruck**, `Quelltext`, z. B. § 8 SGB VIII und 12 % der Familien.

## Ein Kreislauf

![Vier Stationen im Kreis](../assets/kreislauf.png)

Siehe [Besuche](../praxis/besuche.md), [die zweite Stelle](02-zwei.md#zweite-stelle), [Quelle 1](#quelle-1) und
[ein Bericht](https://www.example.org/bericht). Dazu eine Anmerkung[^1] und noch einmal dieselbe[^1].

| Ebene | Aufgabe | Zahl |
|---|---|---:|
| Steuerung | legt Ziele fest | 1 |
| Planung | bereitet vor | 2 |

1. erstens
2. zweitens
    - darunter
    - noch eines

> Ein Zitat.

Begriff
:   Seine Erklärung.

```
Zeile eins
```

[^1]: Der Text der Anmerkung.
"""
CHAPTERS: list[dict[str, Any]] = [
    {
        "id": "01-eins",
        "titel": "Zugänge",
        "standards": ["zugaenge"],
        "quellen": [{"titel": "Bericht", "herausgeber": "Stadt", "url": "https://www.example.org/a_b", "jahr": 2020}],
        "text": TEXT,
    },
    {"id": "02-zwei", "titel": "Steuerung", "text": "## Zweite Stelle\n\nDer Begrüßungsbesuch ist freiwillig.\n"},
]
FULL: dict[str, Any] = {
    "id": "besuche",
    "titel": "Besuche bei allen Familien",
    "kommune": "musterstadt",
    "standards": {"zugaenge": "Jede Familie bekommt ein Angebot."},
    "uebergaenge": ["geburt"],
    "themen": ["begruessungsbesuch", "fruehe-hilfen"],
    "handlungsebenen": ["operativ"],
    "warum": {"text": "Früher Kontakt senkt die Schwelle.", "von": "redaktion"},
    "wer": {"traeger": "oeffentlich", "federfuehrung": "Familienbüro", "beteiligte": ["Klinik"]},
    "wo": ["familie"],
    "kern": [{"id": "freiwillig", "text": "freiwillig und kostenlos"}],
    "form": ["Inhalt der Tasche"],
    "abweichung": "Es kamen weniger Anmeldungen als gedacht.",
    "qualitaetssicherung": "Jährliche Auswertung.",
    "kontext": {"gemeindetyp": {"wert": "grossstadt", "hinweis": "Eine Großstadt", "stand": 2024}},
    "aufwand": {"personal": "1-2", "sachkosten": "10-50k", "anlauf": "6-12", "stand": 2024},
    "finanzierung": ["kommune"],
    "reife": {"handbuch": "nein", "schulung": "ja", "begleitung": "ja", "hospitation": "ja"},
    "nachweis": {"grad": "beobachtet", "art": ["prozessdaten"], "ergebnis": "80 % erreicht.", "quelle": 1},
    "lehren": {"gelungen": ["Der Brief kam gut an."], "schwierig": [{"huerde": "Zeit", "loesung": "Ein fester Tag"}], "heute_anders": "Früher beginnen."},
    "kontakt": {"stelle": "Stadt Musterstadt, Familienbüro", "telefon": "0209 1690", "email": "familienbuero@musterstadt.example", "url": "https://www.musterstadt.example/"},
    "quellen": [{"titel": "Familienbericht", "herausgeber": "Stadt Musterstadt", "url": "https://www.musterstadt.example/bericht", "jahr": 2024}],
    "text": "## Kernidee\n\nAlle Familien bekommen Besuch ([Quelle 1](#quelle-1)), anders als in [Anderswo](kurz.md).\n",
}  # fmt: skip
MINIMAL: dict[str, Any] = {"id": "kurz", "titel": "Kurz gesagt", "kommune": "anderswo"}
