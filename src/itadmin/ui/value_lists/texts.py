"""What the window of value lists says. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.values import OPEN_LISTS, PROPOSED_LISTS

TITLE = "Värdelistor"
LISTS_LABEL = "Listor"
INTRODUCTION = "Skriv orden som ni säger dem. Koderna bakom är desamma, så det som är registrerat följer med."
NEW_WORD = "Nytt ord: skriv och tryck Enter"
NEW_WORD_LABEL = "Nytt ord i listan"
RESET, REMOVE = "Återställ ordet", "Ta bort ordet"
RESET_ALL = "Återställ listan"
NOT_ADOPTED = "ej fastställd"

_USES: Mapping[str, str] = {
    "systemkategori": "Kategorin på ett system.",
    "omfattning": "Hur stor del av kommunen ett system är till för.",
    "livscykel": "Läget på ett system. Programmet vet av läget om systemet är i drift.",
    "driftform": "Var och av vem ett system driftas.",
    "roll": "Rollerna kring ett system, i den ordning de räknas upp.",
    "personslag": "Slaget på en person.",
    "organisationstyp": "Slaget på en organisation.",
    "kritikalitet": "Hur kritiskt ett system är; räknas fram av klassningen.",
    "driftklass": "Driftklassen i ett driftavtal. Klassen 1–4 fyller i servicenivåerna, vad den än heter.",
    "samverkansniva": "Hur långt kommunerna har kommit tillsammans med ett system.",
    "integrationstyp": "Slaget på en integration.",
    "dokumentlage": "Läget för ett systems dokumentation.",
}


def explanation(values: str) -> str:
    """What a list is for and what can be done with it."""
    parts = [_USES[values]]
    if values in PROPOSED_LISTS:
        parts.append(
            "Namnen är förslag: de visas med ”benämning ej fastställd” tills du har skrivit dagen i Fastställd."
        )
    if values not in OPEN_LISTS:
        parts.append("Orden kan döpas om men inte bli fler, för programmets regler bygger på dem.")
    return " ".join(parts)
