"""What the rules of the work list look at: the facts of a day, how each agreement stands, and who answers for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.notice import TermState, evaluate
from itadmin.domain.keys import Key
from itadmin.domain.words import Words
from itadmin.services.attention.answering import (
    NOBODY,
    OF_RIGHTS,
    OF_SYSTEMS,
    answers_for_agreement,
    answers_for_system,
)
from itadmin.services.attention.telling import About
from itadmin.services.goals import followed
from itadmin.services.reading import Reading
from itadmin.services.training.repetition import Repetition, repetitions
from itadmin.storage.queries.attention import Facts, facts
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import Named
from itadmin.storage.queries.training_plans import StoredPlan

IN_FORCE = ("gallande", "uppsagt")
"""The states of agreements whose time runs."""

_NAMED_BY_THEMSELVES = ("integrations",)
"""Registers of what belongs to a system and has a name that says so."""


class Known:
    """All that is known of a file's own records on a day.

    `standings` are of the agreements whose time runs, `goals` those that count.
    """

    def __init__(self, day: date, words: Words, known: Facts, repetitions: Sequence[Repetition] = ()) -> None:
        self.day = day
        self.words = words
        self.facts = known
        self.standings: Mapping[Key, TermState] = {
            key: evaluate(agreement.terms, day)
            for key, agreement in known.agreements.items()
            if agreement.status in IN_FORCE
        }
        self.goals = followed(known.ground, known.found["systems"], day)
        self.repetitions = repetitions
        self._told_of: dict[Key, About] = {}

    def about(self, register: str, key: Key) -> About:
        """A record by name, and who answers for it; nobody for what a neighbour asks."""
        found = self._told_of.get(key)
        if found is None:
            found = self._told_of[key] = self._about(register, key)
        return found

    def _about(self, register: str, key: Key) -> About:
        asked = self.facts.asked.get(key)
        if asked is not None:
            return About(register, UUID(bytes=key), asked.name, asked.sort_key, NOBODY)
        named = self.facts.records[register][key]
        if named.belongs_to is None:
            return About(register, UUID(bytes=key), named.name, named.sort_key, self._answers(register, key))
        name, sort_key = self._after_system(register, named, named.belongs_to)
        return About(register, UUID(bytes=key), name, sort_key, self._answers_of(register, named.belongs_to))

    def _after_system(self, register: str, named: Named, belongs_to: Key) -> tuple[str, str]:
        """What a record is called and sorted by: after its system, where its own name says little without that."""
        system = self.facts.records["systems"].get(belongs_to)
        if system is None or register in _NAMED_BY_THEMSELVES:
            return named.name, named.sort_key
        return f"{system.name} – {named.name}", system.sort_key

    def _answers(self, register: str, key: Key) -> Responsible:
        """Who answers for a record that belongs to no system: the first one named, from the nearest on."""
        if register == "systems":
            return answers_for_system(self.facts.holders, key)
        goal = self.facts.ground.goals.get(key)
        if goal is not None:
            return goal.responsible
        plan = self.facts.plans.get(key)
        if plan is not None:
            return self._answers_for_plan(plan)
        facts = self.facts
        for of_register in (facts.implementations, facts.platform, facts.cases, facts.decisions, facts.steering):
            found = of_register.get(key)
            if found is not None:
                return found.responsible
        agreement = self.facts.agreements.get(key)
        return NOBODY if agreement is None else answers_for_agreement(self.facts.holders, agreement)

    def _answers_for_plan(self, plan: StoredPlan) -> Responsible:
        """The person of a plan, else who answers for its system: most plans only say that its systemansvarig does."""
        if plan.responsible.person_id is not None or plan.system is None:
            return plan.responsible
        holder = answers_for_system(self.facts.holders, plan.system)
        return holder if holder.name else plan.responsible

    def _answers_of(self, register: str, system: Key) -> Responsible:
        """Who answers for what belongs to a system."""
        roles = OF_RIGHTS if register == "access_decisions" else OF_SYSTEMS
        return answers_for_system(self.facts.holders, system, roles)


def known_of(reading: Reading) -> Known:
    """What is known on the day of a reading."""
    with reading.file.reading() as connection:
        read = facts(connection, reading.day)
    return Known(reading.day, reading.words, read, repetitions(reading))
