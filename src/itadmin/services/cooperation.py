"""Samverkansnivåer of a system: which hold on a day, and setting a new one, which ends the one before in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import InvalidRecordError, Problem
from itadmin.domain.record import to_plain
from itadmin.domain.registers.cooperation_levels import CooperationLevel
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records

REGISTER = "cooperation_levels"
_KEPT = ("legal_form", "developed_by", "managed_by", "operated_by")


def current_levels(levels: Iterable[Read], day: date) -> list[Read]:
    """Those that hold on a day: begun, and not ended before it. Order is kept."""
    return [read for read in levels if isinstance(read.record, CooperationLevel) and _holds(read.record, day)]


def levels_by_system(reading: Reading) -> Mapping[UUID, Sequence[CooperationLevel]]:
    """The levels that hold on the day of the reading, by their system."""
    found: dict[UUID, list[CooperationLevel]] = defaultdict(list)
    reads = reading.many(REGISTER, reading.keys(REGISTER)).values()
    for read in current_levels(reads, reading.day):
        if isinstance(read.record, CooperationLevel) and read.record.system:
            found[read.record.system].append(read.record)
    return found


def set_level(records: Records, levels: Sequence[Read], values: Plain, also: tuple[Change, ...] = ()) -> ChangeSet:
    """Let a kommun have another level in a system, as one step; who does what is carried over from the one before.

    `levels` are those of the system; `values` plain values of the new one, of which `system`, `municipality` and
    `starts_on` are needed; `also` are changes in the same step. One that begins the same day is corrected instead.
    Raises InvalidRecordError when a field lacks its value or the level before began later.
    """
    starts_on = _day_of(values)
    before = _before(levels, values, starts_on)
    if before is None:
        changes: tuple[Change, ...] = (records.addition(REGISTER, values),)
    elif before.starts_on == starts_on:
        return records.save(REGISTER, before.id, values, also=also)
    else:
        plain = to_plain(before)
        last = {"ends_on": (starts_on - timedelta(days=1)).isoformat()}
        begun = {**{name: plain[name] for name in _KEPT}, **values}
        changes = (
            Change(REGISTER, before.id, {"ends_on": plain["ends_on"]}, last),
            records.addition(REGISTER, begun),
        )
    step = ChangeSet("Satte ny samverkansnivå", (*also, *changes))
    records.apply(step)
    return step


def _day_of(values: Plain) -> date:
    text = values.get("starts_on")
    if not text:
        raise InvalidRecordError((Problem("starts_on", "Ange från vilken dag nivån gäller."),))
    return date.fromisoformat(text)


def _before(levels: Sequence[Read], values: Plain, starts_on: date) -> Any:
    """The level that the new one follows upon; None when the kommun has none to end."""
    of = values.get("municipality")
    own: list[Any] = [read.record for read in levels if _is_of(read.record, of)]
    later = next((level for level in own if level.starts_on is not None and level.starts_on > starts_on), None)
    if later is not None:
        sentence = f"En nivå gäller redan från {later.starts_on}. Välj en senare dag, eller ändra den nivån."
        raise InvalidRecordError((Problem("starts_on", sentence),))
    return next((level for level in own if level.ends_on is None or level.ends_on >= starts_on), None)


def _is_of(level: Any, municipality: Any) -> bool:
    if not isinstance(level, CooperationLevel) or level.deleted or not municipality:
        return False
    return level.municipality == UUID(str(municipality))


def _holds(level: CooperationLevel, day: date) -> bool:
    has_begun = level.starts_on is None or level.starts_on <= day
    return has_begun and (level.ends_on is None or level.ends_on >= day)
