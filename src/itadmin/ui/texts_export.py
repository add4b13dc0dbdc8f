"""Sentences of export that depend on numbers and names."""

from __future__ import annotations

from collections.abc import Sequence

from itadmin.domain.money import grouped
from itadmin.ui.widgets.prose import Prose, Strong

_NAMED = 3
ALSO_WITHOUT_ROOM = "Också de som listan inte har rum för just nu."


def all_rows(number: int) -> str:
    """The choice of all rows that the list shows."""
    return f"Alla som listan visar ({grouped(number)})"


def selected_rows(number: int) -> str:
    """The choice of the marked rows."""
    return f"Bara de markerade ({grouped(number)})"


def shown_columns(number: int) -> str:
    """The choice of the columns that the list shows."""
    return f"Listans kolumner ({number})"


def every_column(number: int) -> str:
    """The choice of every field."""
    return f"Alla uppgifter ({number})"


def tables_beside(number: int) -> str:
    """That fields that are tables come as well; "" when there are none."""
    tables = "1 tabell, som får ett eget blad" if number == 1 else f"{number} tabeller, som får egna blad"
    return f"Därtill {tables} i Excel." if number else ""


def may_be_secret(labels: Sequence[str]) -> Prose:
    """That some columns may fall under secrecy, and which."""
    named = ", ".join(labels[:_NAMED])
    rest = len(labels) - _NAMED
    told = f"{named} och {rest} till" if rest > 0 else named
    return (
        Strong("Exporten innehåller uppgifter som kan omfattas av sekretess: "),
        f"{told}. Pröva innan filen lämnas ut.",
    )


def working(done: int, total: int) -> str:
    """How far the work has come."""
    return f"{grouped(done)} av {grouped(total)} poster lästa …" if total else "Filen skrivs …"


def saved(name: str, folder: str) -> Prose:
    """That the file is written, and where."""
    return (Strong("Klart. "), f"{name} ligger i {folder}.")


def saved_in_part(name: str, remarks: Sequence[str]) -> Prose:
    """That the file is written, but something did not fit in it."""
    more = f" Likadant för {len(remarks) - 1} till." if len(remarks) > 1 else ""
    return (Strong(f"{name} är sparad, men allt fick inte plats. "), f"{remarks[0]}{more}")
