"""What the windows of utbildningsplaner say. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itadmin.documents.phrases import counted, lowered, raised
from itadmin.domain.calculations.lacking import BEFORE_ACCESS, OBLIGATORY, VOLUNTARY
from itadmin.domain.text import listed
from itadmin.ui.widgets.prose import Prose, Strong

SIGNS: Mapping[str, str] = {BEFORE_ACCESS: "F", OBLIGATORY: "O", VOLUNTARY: "V"}
"""The letter of each demand, on the screen as on paper."""

DEMAND_WORDS: Mapping[str, str] = {
    BEFORE_ACCESS: "Före behörighet",
    OBLIGATORY: "Obligatoriskt",
    VOLUNTARY: "Valfritt",
    "": "krävs inte",
}
KNOW = "Ska kunna"
ADOPTED, BEGUN = "Planen är fastställd.", "En ny version är påbörjad."
UNSAVED = "Det som inte går att läsa är inte sparat. Rätta det, eller tryck Esc en gång till för att slänga det."
REQUIRED_TIME = "Krävd tid"
SHOW = "Visa"
ANOTHERS = "Planen hör till en annan kommun och kan bara läsas."
NO_AUDIENCES: Prose = (Strong("Planen har inga målgrupper än. "), "Lägg till dem med Ny målgrupp.")
NO_MODULES: Prose = (Strong("Planen har inga moment än. "), "Lägg till det första med Nytt moment.")
_LOCKED, _NOW_RENEW = "Planen är fastställd och skrivskyddad. ", "Gör en ny version för att ändra den."
KEYS = (
    "F, O och V sätter krav, Delete tar bort, blanksteg byter. Enter öppnar en cell. "
    "Alt och pil flyttar. Insert ger ett nytt moment."
)
HEADS_KEYS = "Enter öppnar en cell, Delete tömmer den."
READING = "Piltangenterna går mellan cellerna."


def locked(reason: str) -> Prose:
    """That a plan cannot be changed, and why it is no longer worth its name, if it is not."""
    return (Strong(_LOCKED), f"{raised(reason)}. {_NOW_RENEW}" if reason else _NOW_RENEW)


def uncounted_words(audiences: Sequence[str]) -> str:
    """What it comes to that nobody has said how many there are of målgrupper that must go through something."""
    return f"{raised(listed([lowered(word) for word in audiences]))}. Planen räknar med att ingen där ska utbildas."


def people_words(number: int | None) -> str:
    """How many there are of a målgrupp, in the head of its column."""
    if number is None:
        return ""
    return counted(number, "person", "personer")


_JOINTS = ("användare", "ansvarig", "medarbetare", "vald")
_SOFT_HYPHEN = "\u00ad"


def breakable(word: str) -> str:
    """A word of the head of a narrow column that may be broken where its parts meet."""
    for joint in _JOINTS:
        word = word.replace(joint, f"{_SOFT_HYPHEN}{joint}")
    return word.removeprefix(_SOFT_HYPHEN).replace(f" {_SOFT_HYPHEN}", " ")


def unbroken_parts(words: str) -> list[str]:
    """The parts of words that stand on one line, with their hyphens."""
    lines = (
        part for word in words.split() for part in word.replace(_SOFT_HYPHEN, f"-{_SOFT_HYPHEN}").split(_SOFT_HYPHEN)
    )
    return list(lines)
