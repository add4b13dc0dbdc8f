"""The figures above the work list: how many systems and agreements there are, how complete, and what they cost."""

from __future__ import annotations

from dataclasses import dataclass

from itadmin.domain.calculations.notice import State
from itadmin.domain.calendar import months_from
from itadmin.domain.registers.system_record import IN_USE
from itadmin.services.attention.known import Known, known_of
from itadmin.services.goals import Followed
from itadmin.services.reading import Reading

_SOON = 12
"""Months within which an agreement counts as about to end."""
_COUNTED = ("systems", "agreements")
"""The registers whose records are asked to be complete."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A register in figures on a day. The cost is in whole öre, the share in whole percent, None without records.

    `agreements_ending` of those in force end within twelve months by what is decided. `complete_percent` of systems
    and agreements say everything they are expected to. `goals` are those that count, behind ones first.
    """

    systems: int
    in_operation: int
    agreements_in_force: int
    agreements_ending: int
    complete_percent: int | None
    yearly_cost: int
    goals: tuple[Followed, ...] = ()


def figures(reading: Reading) -> Figures:
    """The figures of own records on the day of the reading."""
    return figures_of(known_of(reading))


def figures_of(known: Known) -> Figures:
    """The figures of what is known."""
    facts = known.facts
    limit = months_from(known.day, _SOON)
    running = {key: standing for key, standing in known.standings.items() if standing.state is not State.ENDED}
    counted = [named for register in _COUNTED for named in facts.records[register].values()]
    complete = sum(not named.lacks for named in counted)
    return Figures(
        systems=len(facts.systems),
        in_operation=sum(system.lifecycle in IN_USE for system in facts.systems.values()),
        agreements_in_force=len(running),
        agreements_ending=sum(item.ends_on is not None and item.ends_on <= limit for item in running.values()),
        complete_percent=100 * complete // len(counted) if counted else None,
        yearly_cost=sum(facts.agreements[key].annual_price or 0 for key in running),
        goals=known.goals,
    )
