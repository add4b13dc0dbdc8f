"""What is told of the two systems of a question, each on a card of its own, row by row alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.identifiers import format_organisation_number, is_personal_number
from itadmin.domain.keys import Key
from itadmin.domain.money import grouped
from itadmin.services.matching.groups import Groups
from itadmin.services.reading import Reading
from itadmin.storage.queries import ties


@dataclass(frozen=True, slots=True)
class Card:
    """One system: what it is called, whose it is, and what is known of it; "" where nothing is.

    `same_as` are the systems it is tied to already, each with whose it is.
    """

    id: UUID
    name: str
    whose: str
    own: bool
    other_names: str
    product: str
    supplier: str
    agreed_with: str
    area: str
    users: str
    same_as: Sequence[str]


def card(reading: Reading, found: Groups, system: Key) -> Card | None:
    """The card of a system; None when it is no longer here."""
    with reading.file.reading() as connection:
        told = ties.told(connection, system)
        if told is None:
            return None
        agreed = ties.agreed_with(connection, system)
        others = [ties.told(connection, each) for each in found.members(system) if each != system]
    return Card(
        UUID(bytes=told.id),
        told.name,
        told.whose,
        bool(told.own),
        ", ".join(filter(None, (told.short_name, told.aliases))),
        told.product,
        _numbered(told.supplier, told.number),
        "; ".join(_numbered(name, number) for name, number in agreed),
        told.area,
        "" if told.users is None else grouped(told.users),
        sorted(f"{other.name} ({other.whose})" for other in others if other),
    )


def _numbered(name: str, number: str) -> str:
    """Somebody with the organisation number, but never the personal number of an enskild firma."""
    masked = bool(number) and is_personal_number(number)
    return f"{name} ({format_organisation_number(number, masked=masked)})" if number else name
