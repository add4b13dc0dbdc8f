"""Goals with all that is told of them on the day of a reading: those of a document, or one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.goals import Aimed, Measured, Standing, newest, standing_of
from itadmin.domain.registers.goals import Goal
from itadmin.domain.text import swedish_key
from itadmin.services.goals.measures import Counted, counted
from itadmin.services.goals.words import aim_words, counted_sentence, noted_sentence
from itadmin.services.reading import Read, Reading

REGISTER = "goals"
_AREAS, _STATES = "malomrade", "aktivitetsstatus"
_NO_YEAR = 9999


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal and how it stands on a day. `area` and `status` are words, `responsible` a person or a function.

    `value` is what the register counts, else the last reading, and `target` what is aimed at, both in hundredths of a
    percent. `is_counted` says that the register counts it; `left` are then the systems that remain. `readings` stand
    from the first day on.
    """

    id: UUID
    area: str
    wording: str
    year: int | None
    responsible: str
    status: str
    value: int | None
    target: int | None
    standing: Standing
    sentence: str
    is_counted: bool
    left: tuple[UUID, ...]
    readings: tuple[Measured, ...]


def goals_of(reading: Reading, document_id: UUID) -> tuple[GoalShown, ...]:
    """The goals of a styrande dokument, area by area, then by year."""
    return _in_order(reading, reading.referring(REGISTER, "document", document_id))


def goal_of(reading: Reading, goal_id: UUID) -> GoalShown:
    """One goal. Raises NotFoundError."""
    return _in_order(reading, [reading.one(REGISTER, goal_id)])[0]


def shown(read: Read, measures: Mapping[str, Counted], reading: Reading) -> GoalShown:
    """How a goal that has been read stands, by what the measures count."""
    goal, words = read.record, read.words
    if not isinstance(goal, Goal):
        raise TypeError(f"{REGISTER} holds a {type(goal).__name__}")
    readings = readings_of(goal)
    is_own = goal.owner == reading.organisation_id  # another's is not counted in this register
    measure, last = measures.get(goal.measure) if is_own else None, newest(readings, reading.day)
    status, aim = words.label_of(_STATES, goal.status), aim_words(goal.target_percent, goal.year)
    if measure is not None:
        value, sentence = measure.share.percent, counted_sentence(goal.measure, measure.share, aim)
    else:
        value, sentence = last.percent if last else None, noted_sentence(last, status, aim)
    aimed = Aimed(goal.status, goal.target_percent, goal.year, is_counted=measure is not None)
    return GoalShown(
        id=goal.id,
        area=words.label_of(_AREAS, goal.area),
        wording=goal.wording,
        year=goal.year,
        responsible=read.labels.get(goal.responsible, "") if goal.responsible else goal.responsible_function,
        status=status,
        value=value,
        target=goal.target_percent,
        standing=standing_of(aimed, value, reading.day),
        sentence=sentence,
        is_counted=measure is not None,
        left=measure.left_ids if measure is not None else (),
        readings=readings,
    )


def readings_of(goal: Goal) -> tuple[Measured, ...]:
    """What has been read of a goal, from the first day on; of a day read twice the last."""
    by_day = {
        reading.measured_on: reading.percent
        for reading in goal.readings
        if reading.measured_on is not None and reading.percent is not None
    }
    return tuple(Measured(day, percent) for day, percent in sorted(by_day.items()))


def _in_order(reading: Reading, reads: Iterable[Read]) -> tuple[GoalShown, ...]:
    found = list(reads)
    measured = any(isinstance(read.record, Goal) and read.record.measure for read in found)
    measures = counted(reading) if measured else {}
    places = {area: place for place, area in enumerate(reading.words.all_of(_AREAS).values())} if found else {}
    goals = [shown(read, measures, reading) for read in found]
    return tuple(
        sorted(
            goals,
            key=lambda goal: (places.get(goal.area, len(places)), goal.year or _NO_YEAR, swedish_key(goal.wording)),
        )
    )
