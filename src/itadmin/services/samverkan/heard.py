"""Who has told what the region is seen by: since which day each kommun's word is known, and who has sent nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from itadmin.domain.text import listed
from itadmin.services.neighbours import neighbours
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.region import Kommun


class Heard(NamedTuple):
    """A kommun and the day of its newest file; None when it has sent none. The own register is of the day itself."""

    kommun: Kommun
    day: date | None
    is_own: bool = False


def heard_of(reading: Reading, matrix: Matrix) -> tuple[Heard, ...]:
    """The kommuner of a matrix in their order."""
    days = {neighbour.id.bytes: neighbour.shared_on for neighbour in neighbours(reading)}
    return tuple(
        Heard(kommun, matrix.day, is_own=True) if kommun.key == matrix.own else Heard(kommun, days.get(kommun.key))
        for kommun in matrix.kommuner
    )


def told_heard(heard: Iterable[Heard]) -> str:
    """Whose word it is and of which day, as sentences."""
    found = list(heard)
    own = [f"det egna registret ({each.kommun.name})" for each in found if each.is_own]
    sent = [f"{each.kommun.name} {each.day}" for each in found if each.day and not each.is_own]
    silent = [each.kommun.name for each in found if each.day is None]
    said = f"Uppgifter från {listed([*own, *sent])}." if own or sent else ""
    return " ".join(filter(None, (said, _silent(silent))))


def day_words(heard: Heard) -> str:
    """Of which day a kommun's own word is, for a cell."""
    if heard.day is None:
        return "ingen fil mottagen"
    return "eget register" if heard.is_own else heard.day.isoformat()


def _silent(names: Sequence[str]) -> str:
    if not names:
        return ""
    about = "den" if len(names) == 1 else "dem"
    return f"{listed(names)} har inte skickat någon fil; det som visas om {about} är andras uppgifter."
