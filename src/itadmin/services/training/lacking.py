"""Who lacks what of the training that adopted plans demand of them, with figures of parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar
from uuid import UUID

from itadmin.domain.calculations.lacking import Tally, Why, narrowed, tally
from itadmin.domain.text import swedish_key
from itadmin.services.collecting import nothing_collected
from itadmin.services.reading import Reading
from itadmin.services.training.completions import Completions
from itadmin.services.training.demanded import OwedOf, Subject, owed_of, subjects
from itadmin.services.training.lacking_rows import LackRow, Rows
from itadmin.services.training.membership import Members
from itadmin.storage.queries.training import done_facts, training_facts

__all__ = ["LackRow", "Lacking", "Total", "lacking"]

_Part = TypeVar("_Part", bound=Hashable)


class Total(NamedTuple):
    """Figures of a part: a record of a register, or a målgrupp by its `code`. `name` is "" for what is not known."""

    register: str
    record: UUID | None
    code: str
    name: str
    tally: Tally


class Lacking:
    """What is lacked on a day, of what was asked about. Rows and figures are worked out when they are asked for.

    What soon must be learnt again has rows, but counts as had.
    """

    def __init__(
        self,
        owed: Sequence[OwedOf],
        members: Members,
        completions: Completions,
        day: date,
        audiences: Mapping[str, str],
        unpeopled: int = 0,
    ) -> None:
        """`audiences` are the words of målgrupper by their codes, in order.

        `unpeopled` is how many of the plans that were asked about have nobody known in any målgrupp of theirs.
        """
        self.unpeopled = unpeopled
        self._owed, self._members, self._completions = owed, members, completions
        self._day = day
        self._audiences = audiences

    @cached_property
    def rows(self) -> Sequence[LackRow]:
        """Who lacks what, or soon will, in name order."""
        return self.rows_of(frozenset(Why))

    def rows_of(self, whys: Collection[Why]) -> Sequence[LackRow]:
        """The rows with these reasons only."""
        return Rows(self._owed, self._members, self._completions, self._day, whys)

    @cached_property
    def whole(self) -> Tally:
        """The figures of all that was asked about."""
        return self._tally(self._owed)

    @cached_property
    def by_system(self) -> tuple[Total, ...]:
        """By system, and by plan for what is about none; in Swedish order."""
        return tuple(
            Total(register, UUID(bytes=key), "", owed[0][0].about, self._tally(owed))
            for (register, key), owed in _grouped(self._owed, _about).items()
        )

    @cached_property
    def by_audience(self) -> tuple[Total, ...]:
        """By målgrupp, in the order of the value list; somebody may be in several."""
        asked = {held.audience for _subject, owed in self._owed for held in owed.held}
        ordered = [code for code in self._audiences if code in asked]
        return tuple(
            Total("", None, code, self._audiences.get(code, code), self._tally(self._owed, code))
            for code in [*ordered, *sorted(asked.difference(ordered))]
        )

    @cached_property
    def by_municipality(self) -> tuple[Total, ...]:
        """By the kommun that people work in, in Swedish order; those of whom it is not known come last."""
        owed = [each for _subject, each in self._owed]
        found = [
            Total("organisations", UUID(bytes=key) if key else None, "", name, tally(owed, people))
            for key, name, people in self._members.by_municipality()
        ]
        return _in_order(total for total in found if total.tally.demanded)

    @cached_property
    def by_module(self) -> tuple[Total, ...]:
        """By module, whichever plans it stands in, by its title in the first of them; in Swedish order."""
        return _in_order(
            Total("training_modules", UUID(bytes=identity), "", owed[0][0].module.title, self._tally(owed))
            for identity, owed in _grouped(self._owed, lambda subject: subject.module.identity).items()
        )

    def _tally(self, owed: Iterable[OwedOf], audience: str = "") -> Tally:
        return tally((each for _subject, each in owed), self._members.everybody, audience)


def lacking(
    reading: Reading,
    *,
    system: UUID | None = None,
    plan: UUID | None = None,
    audience: str = "",
    municipality: UUID | None = None,
    module: UUID | None = None,
    person: UUID | None = None,
) -> Lacking:
    """What training is lacked on the day of a reading; what is named narrows what is asked about.

    `module` is any of a module's versions, `municipality` any organisation, with all that is part of it. Only plans
    that are adopted demand anything. Raises BrokenValueError.
    """
    with nothing_collected():
        return _lacking(reading, system, plan, audience, municipality, module, person)


def _lacking(
    reading: Reading,
    system: UUID | None,
    plan: UUID | None,
    audience: str,
    municipality: UUID | None,
    module: UUID | None,
    person: UUID | None,
) -> Lacking:
    with reading.file.reading() as connection:
        facts = training_facts(connection, reading.day)
        members = Members(facts, reading.organisation_id.bytes)
        done = done_facts(connection, members.places, person.bytes if person else None)
    identity = facts.identities.get(module.bytes, module.bytes) if module else None

    def is_asked(subject: Subject) -> bool:
        return (
            (system is None or subject.plan.system == system.bytes)
            and (plan is None or subject.plan.key == plan.bytes)
            and (identity is None or subject.module.identity == identity)
        )

    asked = subjects(facts, is_asked)
    wanted = {subject.module.identity for subject in asked}
    completions = Completions(done, facts.identities, wanted, len(members.people), reading.day)
    within = members.everybody if municipality is None else members.within(municipality.bytes)
    if person is not None:
        within &= members.one(person.bytes)
    of_all = list(owed_of(asked, facts, members, completions))
    owed = [(subject, left) for subject, each in of_all for left in narrowed([each], within, audience)]
    unpeopled = {subject.plan.key for subject in asked} - {subject.plan.key for subject, _each in of_all}
    return Lacking(owed, members, completions, reading.day, reading.words.all_of("malgrupp"), len(unpeopled))


def _about(subject: Subject) -> tuple[str, bytes]:
    """What a module's plan is about, as a record."""
    system = subject.plan.system
    return ("training_plans", subject.plan.key) if system is None else ("systems", system)


def _grouped(owed: Iterable[OwedOf], by: Callable[[Subject], _Part]) -> dict[_Part, list[OwedOf]]:
    found: dict[_Part, list[OwedOf]] = defaultdict(list)
    for subject, each in owed:
        found[by(subject)].append((subject, each))
    return found


def _in_order(totals: Iterable[Total]) -> tuple[Total, ...]:
    return tuple(sorted(totals, key=lambda total: (not total.name, swedish_key(total.name))))
