"""What the rules of the work list look at: the facts of a day, how each agreement stands, and who answers for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.notice import TermState, evaluate
from itadmin.domain.words import Words
from itadmin.services.attention.telling import About
from itadmin.services.reading import Reading
from itadmin.storage.queries.attention import Facts, facts
from itadmin.storage.queries.attention_people import Responsible

IN_FORCE = ("gallande", "uppsagt")
"""The states of agreements whose time runs."""

_NOBODY = Responsible()
_OF_SYSTEMS = ("systemansvarig", "systemagare")
_OF_RIGHTS = ("systemagare", "systemansvarig")
"""Roles in the order they are asked: rights are the systemägare's to decide."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a file's own records on a day. `standings` are of the agreements whose time runs."""

    day: date
    words: Words
    facts: Facts
    standings: Mapping[UUID, TermState]

    def about(self, register: str, record_id: UUID) -> About:
        """A record by name, and who answers for it."""
        return About(
            register, record_id, self.facts.named[register][record_id].name, self._answers(register, record_id)
        )

    def _answers(self, register: str, record_id: UUID) -> Responsible:
        """The first one named, from the nearest on."""
        if register == "systems":
            return self._holder(record_id, _OF_SYSTEMS)
        if register == "agreements":
            agreement = self.facts.agreements[record_id]
            return agreement.manager or (
                self._holder(agreement.systems[0][0], _OF_SYSTEMS) if agreement.systems else _NOBODY
            )
        system = self.facts.named[register][record_id].belongs_to
        if system is None:
            return _NOBODY
        return self._holder(system, _OF_RIGHTS if register == "access_decisions" else _OF_SYSTEMS)

    def _holder(self, system: UUID, roles: tuple[str, ...]) -> Responsible:
        held = self.facts.holders.get(system, {})
        return next((held[role] for role in roles if role in held), _NOBODY)


def known_of(reading: Reading) -> Known:
    """What is known on the day of a reading."""
    with reading.file.reading() as connection:
        read = facts(connection, reading.day)
    standings = {
        key: evaluate(agreement.terms, reading.day)
        for key, agreement in read.agreements.items()
        if agreement.status in IN_FORCE
    }
    return Known(reading.day, reading.words, read, standings)
