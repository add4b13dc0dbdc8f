"""Gallring in sentences, for the window and the command line alike: what goes, what is left and where it still is."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.registers import REGISTERS
from itadmin.services.retention.foreseen import Written
from itadmin.services.retention.overdue import LEFT, PARTICIPATIONS, Due
from itadmin.storage.queries.mentions import Mention

FINAL = "Det går inte att ångra."
COPIES = (
    "Säkerhetskopior och filer som redan är exporterade, utskrivna eller bifogade har kvar uppgifterna. "
    "Av programmets egna säkerhetskopior finns en kvar för var och en av de 24 senaste månader som har någon, "
    "och filer som lades undan vid en återställning eller uppgradering finns kvar tills ni tar bort dem."
)
NO_RULES = (
    "Ni har inga gallringsfrister. Lägg till dem under Gallringsfrister, med månader enligt er dokumenthanteringsplan."
)
NOTHING_DUE = "Inget är äldre än era gallringsfrister."
_DUE: Mapping[str, tuple[str, str]] = {
    LEFT: ("1 person som slutade för mer än {months} sedan", "{number} personer som slutade för mer än {months} sedan"),
    PARTICIPATIONS: (
        "texterna i 1 deltagande som är äldre än {months}",
        "texterna i {number} deltaganden som är äldre än {months}",
    ),
}


def due_words(due: Due) -> str:
    """What one rule says is to go: "3 personer som slutade för mer än 24 månader sedan"."""
    number = len(due.records)
    months = "1 månad" if due.months == 1 else f"{due.months} månader"
    return _DUE[due.kind][number != 1].format(number=number, months=months)


def kept_words(register: str, field: str, number: int) -> str:
    """How many records of a kind remain, and as what the person stands there: "Deltaganden, Deltagare: 3"."""
    description = REGISTERS[register]
    return f"{description.plural}, {description.fields[field].label}: {number}"


def written_words(written: Written) -> str:
    """A text that goes, and where it stands."""
    description = REGISTERS[written.register]
    return f"{description.singular.capitalize()}, {description.fields[written.field].label}: {written.text}"


def mention_words(mention: Mention) -> str:
    """Where a name stands that is left."""
    description = REGISTERS[mention.register]
    told = f"{description.singular.capitalize()} {mention.label}, {description.fields[mention.field].label}"
    return f"{told} (i papperskorgen)" if mention.in_bin else told
