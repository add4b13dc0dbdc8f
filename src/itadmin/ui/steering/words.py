"""What the chapter editor says: whose text a chapter is, how it stands, and what has been done. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.documents.chapters import Chapter
from itadmin.ui.steering.chapters_read import ADDED, AS_BELOW, REPLACES
from itadmin.ui.widgets.prose import Prose, Strong

COMMON, OURS = "Gemensam text", "Bara vår kommun"
MANNERS: Mapping[str, str] = {
    AS_BELOW: "Som den gemensamma texten",
    ADDED: "Läggs till efter den gemensamma",
    REPLACES: "Ersätter den gemensamma",
}
"""How a chapter stands in a kommun's own document."""

NEW_HEADING = "Nytt kapitel"
NO_TEXT = (
    "Det här dokumentet har ingen text i programmet. Välj vilken text det bygger på, under Text på dokumentets sida."
)
NO_CHAPTERS: Prose = (Strong("Dokumentet har inga kapitel än. "), "Börja med Nytt kapitel.")
LEFT_OUT: Prose = (Strong("Kapitlet är utelämnat. "), "Välj Ta med om det ska stå i dokumentet.")
ONLY_READ = "Texten kan inte ändras här."
ANOTHERS = "Den gemensamma texten hör till en annan kommun. Skriv er egen under Bara vår kommun."
SHOW_PAPER = "Visa dokumentet…"
SHOW_PAGES, SHOW_TEXT = "Visa sidorna", "Visa texten"
NO_VALUES = (
    "Kapitlet har inga värden att fylla i. Sätt in ett med knappen Värde, till exempel servicedeskens telefonnummer."
)
UNKNOWN_NAMES = "Namn som är röda i texten finns inte bland värdena. Rätta stavningen, eller fyll i ett värde."
UNSAVED = "Ändrat. Sparas när du lämnar kapitlet."
SAVED = "Sparat."
NOW_LEFT_OUT = "Kapitlet är utelämnat."
TAKEN_IN = "Kapitlet står i dokumentet igen."
TAKEN_BACK = "Kapitlet har texten som den var utan era ändringar."
BINNED = "Kapitlet ligger i papperskorgen."
MOVED = "Kapitlet är flyttat. Kapitel har fått andra nummer, så se över hänvisningar till dem."
MOVED_HERE = "Kapitlet är flyttat. Numren hos er är nu andra än i den gemensamma texten, så se över hänvisningar."
ADDED_CHAPTER = "Kapitlet är tillagt. Det skrivs ut när det har fått en text."
ADDED_LAST = (
    "Kapitlet är tillagt sist, så att de gemensamma behåller sina nummer. Det skrivs ut när det har fått en text."
)
AS_BEFORE = "Texten är som den var. Inget behövde sparas."


def whose(chapter: Chapter, manner: str, *, is_shipped: bool) -> str:
    """Whose text a chapter is, in the list of chapters; `manner` is how it stands on a kommun's own level."""
    if chapter.left_out:
        return "Utelämnat"
    if not chapter.text:
        return "Utan text, skrivs inte ut"
    if chapter.source == "local":
        return {ADDED: "Gemensamt med vårt tillägg", REPLACES: "Vår egen text"}.get(manner, "Vår egen text")
    if chapter.source == "common":
        return "Ändrat, gemensamt" if is_shipped else "Eget kapitel, gemensamt"
    return "Programmets text"


def locked(sentence: str) -> Prose:
    """That the text can be read but not changed."""
    return (Strong("Bara att läsa. "), sentence)


def refused(sentence: str) -> Prose:
    """Why something was not done."""
    return (Strong("Det gick inte. "), sentence)


def not_saved(sentence: str) -> Prose:
    """That what is written was not saved, and how to leave it all the same."""
    return (Strong("Texten är inte sparad. "), f"{sentence} Stäng igen för att stänga utan att spara.")


def told_apart(title: str, version: str) -> str:
    """The document in the window's head."""
    return f"{title}, version {version}" if version else title
