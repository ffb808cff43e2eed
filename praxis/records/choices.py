"""The fixed values that fields may have, with what each means to an author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """What the values of a fixed list mean; stands beside the ``Literal`` that lists them."""

    by_value: Mapping[str, str]


def values_of(choice: Any) -> tuple[str, ...]:
    """The values of a fixed list, in the order of their definition."""
    return values_of(get_args(choice)[0]) if get_origin(choice) is Annotated else get_args(choice)


AgeWord = Annotated[
    Literal["altersuebergreifend", "nicht-berichtet"],
    Meanings(
        {
            "altersuebergreifend": "Eine Struktur für alle Altersgruppen, etwa eine Steuerungsgruppe.",
            "nicht-berichtet": "Das Alter ist nicht bekannt.",
        }
    ),
]
Importance = Annotated[
    Literal["unverzichtbar", "hilfreich", "unerheblich"],
    Meanings(
        {
            "unverzichtbar": "Ohne diese Bedingung gelingt die Praxis anderswo nicht.",
            "hilfreich": "Sie erleichtert die Praxis; es geht auch ohne.",
            "unerheblich": "Sie spielt für das Gelingen keine Rolle.",
        }
    ),
]
Funding = Annotated[
    Literal["kommune", "land", "bund", "esf", "efre", "eler", "stiftung", "krankenkassen", "spenden", "andere"],
    Meanings(
        {
            "kommune": "Haushalt der Stadt, der Gemeinde oder des Kreises.",
            "land": "Mittel des Bundeslandes.",
            "bund": "Mittel des Bundes.",
            "esf": "Europäischer Sozialfonds.",
            "efre": "Europäischer Fonds für regionale Entwicklung.",
            "eler": "Europäischer Landwirtschaftsfonds für die Entwicklung des ländlichen Raums.",
            "stiftung": "Mittel einer Stiftung.",
            "krankenkassen": "Mittel der gesetzlichen Krankenkassen.",
            "spenden": "Spenden und Sponsoren.",
            "andere": "Alles Weitere; welche, steht im Text.",
        }
    ),
]
Status = Annotated[
    Literal["geplant", "laeuft", "verstetigt", "beendet", "abgebrochen", "nicht-berichtet"],
    Meanings(
        {
            "geplant": "Beschlossen, aber noch nicht begonnen.",
            "laeuft": "Findet statt, befristet oder als Projekt.",
            "verstetigt": "Findet unbefristet statt und ist im Haushalt gesichert.",
            "beendet": "Wie vorgesehen oder durch Beschluss zu Ende gegangen.",
            "abgebrochen": "Vor dem vorgesehenen Ende aufgegeben.",
            "nicht-berichtet": "Der Stand ist nicht bekannt.",
        }
    ),
]
EndReason = Annotated[
    Literal["geld", "personal", "wirkung", "politik", "bedarf", "anderes"],
    Meanings(
        {
            "geld": "Die Finanzierung endete.",
            "personal": "Es fehlten Menschen, die es tun.",
            "wirkung": "Die erhoffte Wirkung blieb aus.",
            "politik": "Rat, Kreistag oder Leitung entschieden sich dagegen.",
            "bedarf": "Es wurde nicht mehr gebraucht oder durch Besseres ersetzt.",
            "anderes": "Ein anderer Grund; welcher, steht im Text.",
        }
    ),
]
Subject = Annotated[
    Literal["angebot", "struktur", "verfahren", "instrument"],
    Meanings(
        {
            "angebot": "Etwas, das Kinder oder Familien unmittelbar nutzen.",
            "struktur": "Ein Gremium, eine Stelle, ein Netzwerk.",
            "verfahren": "Ein verabredeter Ablauf, etwa eine Übergabe.",
            "instrument": "Ein Werkzeug, etwa ein Bericht, ein Index, ein Bogen.",
        }
    ),
]
Shelf = Annotated[
    Literal["entwurf", "beschrieben", "geprueft"],
    Meanings(
        {
            "entwurf": "Wird geprüft, aber nicht veröffentlicht.",
            "beschrieben": "Vollständig genug zum Veröffentlichen.",
            "geprueft": "Von der Redaktion gegen die Quellen geprüft; braucht „pruefvermerk“.",
        }
    ),
]
Level = Annotated[
    Literal["strategisch", "planend", "operativ"],
    Meanings(
        {
            "strategisch": "Steuerungsgruppe: entscheidet über Ziele und Mittel.",
            "planend": "Planungsgruppe: plant über Ämter hinweg.",
            "operativ": "Facharbeitsgruppe: arbeitet mit Kindern, Familien und Einrichtungen.",
        }
    ),
]
AgencyKind = Annotated[
    Literal["oeffentlich", "frei", "gemischt"],
    Meanings(
        {
            "oeffentlich": "Kommune oder andere öffentliche Stelle.",
            "frei": "Freier Träger, Verein, Kirche, Stiftung.",
            "gemischt": "Beide gemeinsam.",
        }
    ),
]
Grade = Annotated[
    Literal["begruendet", "beobachtet", "wahrscheinlich", "nachgewiesen"],
    Meanings(
        {
            "begruendet": "Die Wirkweise leuchtet ein; untersucht ist sie nicht.",
            "beobachtet": "Eigene Zahlen zeigen eine Veränderung; die Ursache ist offen.",
            "wahrscheinlich": "Es gibt eine Vergleichsgruppe, oder mehrere Orte berichten dasselbe.",
            "nachgewiesen": "Unabhängig, streng und über längere Zeit untersucht.",
        }
    ),
]
Reading = Annotated[
    Literal["kommune", "redaktion"],
    Meanings(
        {"kommune": "So sieht es die Kommune.", "redaktion": "So liest es die Redaktion; die Seite zeigt das an."}
    ),
]
Editorial = Annotated[
    Literal["redaktionell"],
    Meanings({"redaktionell": "Aus öffentlichen Quellen geschrieben, nicht freigegeben; die Seite zeigt das an."}),
]
OfferState = Annotated[
    Literal["angeboten", "vereinbart", "gefuehrt", "nachbereitet"],
    Meanings(
        {
            "angeboten": "Die Kommune hat angeboten, von ihrer Erfahrung zu berichten.",
            "vereinbart": "Ein Gespräch ist verabredet.",
            "gefuehrt": "Das Gespräch hat stattgefunden.",
            "nachbereitet": "Was daraus folgt, ist festgehalten.",
        }
    ),
]
Origin = Annotated[
    Literal["gemeldet", "redaktionell"],
    Meanings(
        {
            "gemeldet": "Eine Kommune hat die Frage gestellt, in ihren Worten.",
            "redaktionell": "Die Redaktion hat sie aus einem Text gefolgert; sie erscheint nie als Frage einer Kommune.",
        }
    ),
]
GapStatus = Annotated[
    Literal["offen", "angebote", "im-austausch", "in-erprobung", "beantwortet", "zurueckgezogen", "nicht-berichtet"],
    Meanings(
        {
            "offen": "Noch niemand hat sich gemeldet.",
            "angebote": "Kommunen haben Rat angeboten.",
            "im-austausch": "Gespräche sind verabredet oder laufen.",
            "in-erprobung": "Etwas Übernommenes wird ausprobiert.",
            "beantwortet": "Die Kommune hat gefunden, was sie brauchte.",
            "zurueckgezogen": "Die Kommune sucht nicht mehr.",
            "nicht-berichtet": "Der Stand ist nicht bekannt.",
        }
    ),
]
AdaptationKind = Annotated[
    Literal["ergaenzt", "weggelassen", "gekuerzt", "ersetzt", "umgestellt", "zugeschnitten"],
    Meanings(
        {
            "ergaenzt": "Etwas kam hinzu.",
            "weggelassen": "Etwas wurde gestrichen.",
            "gekuerzt": "Es wurde kürzer, seltener oder kleiner.",
            "ersetzt": "Eines trat an die Stelle eines anderen.",
            "umgestellt": "Die Reihenfolge oder der Ablauf wurde geändert.",
            "zugeschnitten": "Es wurde auf eine andere Zielgruppe oder einen anderen Ort zugeschnitten.",
        }
    ),
]
DimensionId = Annotated[
    Literal["institutionell", "sozialraeumlich", "diskurs", "individuell", "projektbezogen"],
    Meanings(
        {
            "institutionell": "Verwaltung und Träger.",
            "sozialraeumlich": "Der Ort und seine Menschen.",
            "diskurs": "Umgang miteinander und Entscheidungen.",
            "individuell": "Einzelne Menschen, ihr Können und Wollen.",
            "projektbezogen": "Was das Vorhaben selbst braucht.",
        }
    ),
]
Outcome = Annotated[
    Literal["vorbereitung", "laeuft", "beendet", "abgebrochen", "nicht-begonnen"],
    Meanings(
        {
            "vorbereitung": "Die Übernahme wird vorbereitet.",
            "laeuft": "Das Übernommene findet statt.",
            "beendet": "Es fand statt und ist zu Ende gegangen.",
            "abgebrochen": "Es wurde begonnen und aufgegeben.",
            "nicht-begonnen": "Es blieb bei der Überlegung.",
        }
    ),
]
PlaceKind = Annotated[
    Literal["stadt", "kreis", "gemeinde", "verbund", "land", "stelle"],
    Meanings(
        {
            "stadt": "Eine Stadt, kreisfrei oder kreisangehörig.",
            "kreis": "Ein Kreis oder Landkreis.",
            "gemeinde": "Eine Gemeinde.",
            "verbund": "Mehrere Kommunen gemeinsam.",
            "land": "Ein Bundesland.",
            "stelle": "Eine Landesstelle oder ein Institut, das im Netzwerk mitwirkt.",
        }
    ),
]
Station = Annotated[
    Literal["leitbild", "steuerung-und-ziele", "umsetzung", "reflexion", "wissensbasierung", "rahmen"],
    Meanings(
        {
            "leitbild": "Station 1: Präventionsleitbild.",
            "steuerung-und-ziele": "Station 2: strategische Steuerung und Ziele.",
            "umsetzung": "Station 3: Ziele konkret machen und umsetzen.",
            "reflexion": "Station 4: Reflexion und Neuausrichtung.",
            "wissensbasierung": "Das Wissen, das alle Stationen brauchen.",
            "rahmen": "Rahmen um den ganzen Kreislauf.",
        }
    ),
]
MaterialKind = Annotated[
    Literal["handreichung", "arbeitshilfe", "vorlage", "studie"],
    Meanings(
        {
            "handreichung": "Erklärt ein Thema für die Praxis.",
            "arbeitshilfe": "Hilft bei einer Aufgabe Schritt für Schritt.",
            "vorlage": "Lässt sich ausfüllen oder abändern.",
            "studie": "Berichtet, was untersucht wurde.",
        }
    ),
]
MeetingKind = Annotated[
    Literal["lernnetzwerktreffen", "akademie", "planungsworkshop", "expertenworkshop", "transfertreffen"],
    Meanings(
        {
            "lernnetzwerktreffen": "Treffen aller Kommunen des Lernnetzwerks.",
            "akademie": "Fortbildung über mehrere Tage oder Themen.",
            "planungsworkshop": "Arbeitstreffen zur Planung.",
            "expertenworkshop": "Arbeitstreffen mit Fachleuten zu einem Thema.",
            "transfertreffen": "Gespräch zwischen Kommunen über eine Übertragung.",
        }
    ),
]
