"""Sentences of the document window that depend on numbers, names or what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from itadmin.ui.widgets.prose import Prose, Strong


def lacking(count: int) -> Prose:
    """That something is missing, and what a draft then is."""
    values, until = (
        ("1 uppgift saknas. ", "den är ifylld") if count == 1 else (f"{count} uppgifter saknas. ", "de är ifyllda")
    )
    return (Strong(values), f"Tills {until} kan dokumentet sparas som utkast; då står UTKAST på varje sida.")


def untold(count: int) -> Prose:
    """That something is missing which the paper can be made without."""
    values = "1 uppgift saknas. " if count == 1 else f"{count} uppgifter saknas. "
    return (Strong(values), "Dokumentet kan skapas ändå, och säger då var uppgiften saknas.")


def refused(count: int) -> Prose:
    """Why the paper is not made ready."""
    values = "1 uppgift" if count == 1 else f"{count} uppgifter"
    return (Strong(f"Dokumentet är inte klart: {values} saknas. "), "Fyll i det som saknas, eller spara ett utkast.")


def complete() -> Prose:
    """That nothing is missing, and what making the file means."""
    return (Strong("Inget saknas. "), "PDF:en får ett nummer och lagras som handling i registret.")


def remarked(sentences: Sequence[str]) -> Prose:
    """That nothing is missing, but what is to be thought of before it is signed."""
    return (Strong("Inget saknas, men tänk på detta före underskrift. "), " ".join(sentences))


def thought_of(sentences: Sequence[str]) -> Prose:
    """What to think of before the paper is given to anybody."""
    return (Strong("Tänk på detta. "), " ".join(sentences))


def proposed() -> Prose:
    """That nothing is missing but the decision, and what making the file means until it is noted."""
    told = "Beslutet är inte antecknat, så FÖRSLAG står på varje sida. PDF:en får ett nummer och lagras som handling."
    return (Strong("Inget saknas. "), told)


def decided(*, is_stored: bool, may_store: bool = False, missing: int = 0) -> Prose:
    """That the pages of what is decided show what the register says now, and where what was decided is.

    Where it is not stored: that it may be, or that it may not for values that are missing.
    """
    where = "handlingen nedan är den beslutade" if is_stored else "ingen beslutad handling är lagrad i registret"
    then = ""
    if may_store:
        then = " Skapa PDF ger den ett nummer och lagrar den som den beslutade handlingen."
    elif missing and not is_stored:
        then = f" Den kan inte lagras, för {'1 uppgift' if missing == 1 else f'{missing} uppgifter'} saknas."
    return (Strong("Dokumentet är beslutat. "), f"Sidorna visar uppgifterna som de är i dag; {where}.{then}")


def stored(number: str, day: date | None) -> Prose:
    """That what is shown is a handling as it was made, whose content is what it was then."""
    made = f"som den skapades {day}, " if day else ""
    return (Strong(f"Handling {number} "), f"{made}med oförändrat innehåll.")


def signed(number: str, day: date | None) -> Prose:
    """That a handling is signed and stands as it is."""
    when = f" {day}" if day else ""
    return (Strong(f"Handling {number} är påskriven{when} "), "och låst. En ny PDF blir en ny handling.")


def issued_as(number: str, name: str) -> str:
    """That a handling has been registered and its file written."""
    return f"Handling {number} är registrerad och sparad som {name}"


def page_of(page: int, pages: int) -> str:
    """Which page is being read, counted from 0 here and from 1 on screen."""
    return f"Sida {page + 1} av {pages}" if pages else ""


def percent(zoom: float) -> str:
    """A zoom, where 1 is the size of the paper."""
    return f"{round(zoom * 100)}\u00a0%"


def not_saved(label: str, sentence: str) -> str:
    """That a value was left without being saved."""
    return f"{label} är inte sparat: {sentence}"


def saved_as(name: str) -> str:
    """That a file has been written."""
    return f"Sparat som {name}"


def printed_by_viewer(name: str) -> str:
    """That another program now shows the paper, to be printed from there."""
    return f"{name} är öppnad i datorns PDF-läsare. Skriv ut därifrån."
