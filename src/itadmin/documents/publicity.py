"""What is not for everybody, though a paper that anybody may ask for could tell it: said to whoever makes the paper.

How well a system works and how hard its competence is to keep is judged among the IT managers; that a system is under
säkerhetsskydd is not told outside. Builds no blocks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from itadmin.domain.calculations.opportunities import PUBLIC, TRIGGERS
from itadmin.domain.registers.system_record import System
from itadmin.domain.text import listed
from itadmin.domain.words import Words
from itadmin.services.reading import Reading

JUDGED = frozenset(TRIGGERS) - frozenset(PUBLIC)
"""The reasons that are judged among the IT managers."""

_VALUES = "samverkanstrigger"


def judged_told(words: Words, reasons: Collection[str]) -> str:
    """That a paper tells some of what is judged among the IT managers; "" when it tells none of it."""
    names = [f"”{words.label_of(_VALUES, reason)}”" for reason in TRIGGERS if reason in JUDGED and reason in reasons]
    if not names:
        return ""
    which = "Skälen" if len(names) > 1 else "Skälet"
    return (
        f"{which} {listed(names)} bedöms i IT-chefsgruppen, och dokumentet kan bli allmän handling. "
        "Ta bort det ur ärendet om det inte ska stå."
    )


def judged_held_back(words: Words, reasons: Collection[str]) -> str:
    """That a paper leaves out what is judged among the IT managers; "" when there was none of it."""
    names = [f"”{words.label_of(_VALUES, reason)}”" for reason in TRIGGERS if reason in JUDGED and reason in reasons]
    if not names:
        return ""
    return f"{listed(names)} bedöms i IT-chefsgruppen och står inte i dokumentet, som kan bli allmän handling."


def protected_told(reading: Reading, systems: Iterable[UUID]) -> str:
    """That a paper names systems that are under säkerhetsskydd; "" when it names none."""
    reads = reading.many("systems", dict.fromkeys(systems)).values()
    names = [read.label for read in reads if isinstance(read.record, System) and read.record.security_protection]
    if not names:
        return ""
    return f"{listed(names)} rör säkerhetsskydd och nämns i dokumentet. Pröva om det ska stå innan det lämnas ut."
