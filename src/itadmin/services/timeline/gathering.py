"""The agreements and systems that pictures of time are made of, with what they may be gathered under.

Read set by set; the time of an agreement is worked out once, when something first asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from itadmin.domain.calculations.notice import TermState, evaluate
from itadmin.domain.keys import Key
from itadmin.domain.words import Words
from itadmin.services.attention.answering import answers_for_agreement, answers_for_system
from itadmin.services.attention.known import IN_FORCE
from itadmin.services.reading import Reading
from itadmin.services.timeline.shown import Grouping, Shown
from itadmin.storage.queries.attention_agreements import AgreementTime
from itadmin.storage.queries.timeline import AgreementFacts, SystemFacts, TimelineFacts, timeline_facts

OVER = "avvecklad"


@dataclass(frozen=True)
class Agreement:
    """An agreement whose time runs. `department` is that of the first system it is about."""

    key: Key
    facts: AgreementFacts
    time: AgreementTime
    day: date
    kind: str
    responsible: str
    department: str

    @cached_property
    def standing(self) -> TermState:
        """How its time stands on the day."""
        return evaluate(self.time.terms, self.day)

    @property
    def record_id(self) -> UUID:
        """Its id."""
        return UUID(bytes=self.key)

    def group(self, grouping: Grouping) -> str:
        """What it is gathered under; "" when it belongs to nothing."""
        return _one_of(grouping, self.facts.supplier, self.responsible, self.kind, self.department)


@dataclass(frozen=True, slots=True)
class System:
    """A system that is not done with, and the agreements about it."""

    key: Key
    facts: SystemFacts
    lifecycle: str
    responsible: str
    agreements: tuple[Agreement, ...]

    @property
    def record_id(self) -> UUID:
        """Its id."""
        return UUID(bytes=self.key)

    def group(self, grouping: Grouping) -> str:
        """What it is gathered under; "" when it belongs to nothing."""
        return _one_of(grouping, self.facts.supplier, self.responsible, self.lifecycle, self.facts.department)


class Gathered:
    """All of a file's agreements in force and systems on a day, as far as `shown` wants them."""

    def __init__(self, reading: Reading, shown: Shown) -> None:
        with reading.file.reading() as connection:
            self._facts: TimelineFacts = timeline_facts(connection, reading.day)
        self._words: Words = reading.words
        self._shown = shown
        self._only = None if shown.only is None else frozenset(item.bytes for item in shown.only)
        self.day = reading.day
        self.agreements: Mapping[Key, Agreement] = {item.key: item for item in self._agreements()}

    def systems(self) -> Iterator[System]:
        """The systems that are wanted, each with its agreements by name."""
        about: dict[Key, list[Agreement]] = {}
        for agreement in sorted(self.agreements.values(), key=lambda item: item.facts.sort_key):
            for system, _name in agreement.time.systems:
                about.setdefault(system, []).append(agreement)
        for key, facts in self._facts.systems.items():
            agreements = tuple(about.get(key, ()))
            if facts.lifecycle != OVER and self._wants_system(key, agreements):
                answers = answers_for_system(self._facts.holders, key).name
                lifecycle = self._words.label_of("livscykel", facts.lifecycle) if facts.lifecycle else ""
                yield System(key, facts, lifecycle, answers, agreements)

    def _agreements(self) -> Iterator[Agreement]:
        facts, kinds = self._facts, self._words.all_of("avtalstyp")
        for key, time in facts.times.items():
            if time.status not in IN_FORCE or not self._wants(key, time):
                continue
            system = facts.systems.get(time.systems[0][0]) if time.systems else None
            yield Agreement(
                key,
                facts.agreements[key],
                time,
                self.day,
                kinds.get(time.kind, ""),
                answers_for_agreement(facts.holders, time).name,
                system.department if system else "",
            )

    def _wants(self, key: Key, time: AgreementTime) -> bool:
        if self._only is None:
            return True
        if self._shown.only_of == "agreements":
            return key in self._only
        return any(system in self._only for system, _name in time.systems)

    def _wants_system(self, key: Key, agreements: tuple[Agreement, ...]) -> bool:
        if self._only is None:
            return True
        return bool(agreements) if self._shown.only_of == "agreements" else key in self._only


def _one_of(grouping: Grouping, supplier: str, responsible: str, kind: str, department: str) -> str:
    match grouping:
        case Grouping.SUPPLIER:
            return supplier
        case Grouping.RESPONSIBLE:
            return responsible
        case Grouping.KIND:
            return kind
        case Grouping.DEPARTMENT:
            return department
    return ""
