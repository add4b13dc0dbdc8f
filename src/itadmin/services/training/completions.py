"""Who has done what and when: by module, whichever of its versions it was, together with all who did so that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import chain

from itadmin.domain.calculations.lacking import SOON, Done, bits_of, first_that_holds, growing
from itadmin.domain.calendar import days_from
from itadmin.domain.keys import Key
from itadmin.storage.queries.training import DoneFacts

_ByDay = Mapping[date | None, Collection[int]]
"""Places of people by the day they did something, None when nobody has said."""


class Completions:
    """What people, by their places, have done of some modules; the keys are first versions."""

    def __init__(
        self,
        facts: DoneFacts,
        identities: Mapping[Key, Key],
        wanted: AbstractSet[Key],
        count: int,
        day: date,
        ahead: int = SOON.days,
    ) -> None:
        """`identities` are the first versions of all modules, `count` is how many people there are.

        What holds no longer than so many days `ahead` must be learnt again soon; what is noted on a day after `day`
        has not been done.
        """
        self._days = (day, days_from(day, ahead + 1))
        self._count = count
        self._done = _by_module(facts, identities, wanted, day)

    def done(self, module: Key, valid_months: int | None) -> Done:
        """Who has done a module, and for whom that holds on the day, and for some time yet.

        What was done nobody knows when holds only where it holds for ever.
        """
        by_day = self._done.get(module)
        if by_day is None:
            return Done()
        if valid_months is None:
            ever = bits_of(chain.from_iterable(by_day.values()), self._count)
            return Done(ever, ever, ever)
        holds_from, fresh_from = (first_that_holds(valid_months, day) for day in self._days)
        groups: tuple[list[int], list[int], list[int]] = ([], [], [])
        for day, people in by_day.items():
            age = 2 if day is None or day < holds_from else 1 if day < fresh_from else 0
            groups[age].extend(people)
        fresh, holds, ever = growing(groups, self._count)
        return Done(ever, holds, fresh)

    def last(self, module: Key) -> Mapping[int, date]:
        """The last day that each place did a module on, of those with a day."""
        by_day = self._done.get(module, {})
        days = sorted(day for day in by_day if day is not None)
        return {place: day for day in days for place in by_day[day]}


def _by_module(
    facts: DoneFacts, identities: Mapping[Key, Key], wanted: AbstractSet[Key], today: date
) -> Mapping[Key, _ByDay]:
    taught = {key: {first} & wanted for key, first in identities.items()}
    for session, modules in facts.modules.items():
        taught[session] = {identities[module] for module in modules if module in identities} & wanted
    found: dict[Key, dict[date | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (what, said), people in facts.people.items():
        day = said or facts.last_days.get(what)
        if day is not None and day > today:
            continue
        here = [place for place in people if place is not None]
        for module in taught.get(what, ()):
            found[module][day].extend(here)
    return found
