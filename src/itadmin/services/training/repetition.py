"""Which moment must be learnt again, by how many and from when: what has gone out, and what does so before long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.lacking import SOON, places_of
from itadmin.domain.calendar import months_from
from itadmin.services.collecting import nothing_collected
from itadmin.services.reading import Reading
from itadmin.services.training.completions import Completions
from itadmin.services.training.demanded import OwedOf, owed_of, subjects
from itadmin.services.training.membership import Members
from itadmin.storage.queries.training import done_facts, is_ever_repeated, training_facts


@dataclass(frozen=True, slots=True)
class Repetition:
    """That people must do a moment again: how many have to before long, and how many should have by now.

    `module` is the record in the plan. `first` is the earliest day that what was done holds until, of those with a day.
    """

    module: UUID
    title: str
    about: str
    soon: int
    overdue: int
    first: date | None

    @property
    def people(self) -> int:
        """How many there are in all."""
        return self.soon + self.overdue


def repetitions(reading: Reading) -> list[Repetition]:
    """What those who are held to something must repeat before long, in the order of the plans.

    Raises BrokenValueError.
    """
    with nothing_collected():
        return _repetitions(reading)


def _repetitions(reading: Reading) -> list[Repetition]:
    with reading.file.reading() as connection:
        if not is_ever_repeated(connection):
            return []
        facts = training_facts(connection, reading.day)
        members = Members(facts, reading.organisation_id.bytes)
        done = done_facts(connection, members.places)
    asked = subjects(facts, lambda subject: subject.module.valid_months is not None)
    wanted = {subject.module.identity for subject in asked}
    completions = Completions(done, facts.identities, wanted, len(members.people), reading.day, SOON.days)
    found = (_repetition(owed, completions) for owed in owed_of(asked, facts, members, completions))
    return [repetition for repetition in found if repetition.people]


def _repetition(owed_of_module: OwedOf, completions: Completions) -> Repetition:
    subject, owed = owed_of_module
    overdue = owed.lacking & owed.done.ever
    months = subject.module.valid_months or 0
    last = completions.last(subject.module.identity) if overdue or owed.soon else {}
    days = (last[place] for place in places_of(overdue | owed.soon) if place in last)
    first = min(days, default=None)
    return Repetition(
        UUID(bytes=subject.module.key),
        subject.module.title,
        subject.about,
        owed.soon.bit_count(),
        overdue.bit_count(),
        months_from(first, months) if first else None,
    )
