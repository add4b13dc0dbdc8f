"""What the work list asks of changes of the platform: when they are, and who has yet to be told or to answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.platform import is_open_objection
from itadmin.domain.keys import Key
from itadmin.domain.states import OVER
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN, not_among

_CHANGES = f"""
SELECT change.id, change.announced_on, change.answer_by, change.changes_on, change.responsible, person.label,
    change.responsible_function
FROM (SELECT * FROM platform_changes WHERE {OWN} AND {not_among(OVER)}) AS change
LEFT JOIN people AS person ON person.id = change.responsible
"""
_NOTICES = f"""
SELECT notice.change, unit.label, notice.informed_on, notice.answered_on, COALESCE(notice.answer, '')
FROM (SELECT * FROM platform_notices WHERE {OWN}) AS notice JOIN organisations AS unit ON unit.id = notice.organisation
ORDER BY unit.sort_key, notice.pk
"""


class Objection(NamedTuple):
    """That a förvaltning has answered something that is to be seen to: its name, the answer's code and its day."""

    name: str
    answer: str
    on: date | None


class ChangeTime(NamedTuple):
    """A change of the platform that is not over: its days, how many are to be told, and who has yet to do what."""

    announced_on: date | None
    answer_by: date | None
    changes_on: date | None
    responsible: Responsible
    number: int
    untold: tuple[str, ...]
    silent: tuple[str, ...]
    objections: tuple[Objection, ...]


class _Notice(NamedTuple):
    name: str
    informed: str | None
    answered_on: date | None
    answer: str

    @property
    def is_answered(self) -> bool:
        return bool(self.answer or self.answered_on)


def change_times(connection: Connection) -> Mapping[Key, ChangeTime]:
    """All own changes of the platform that are not over. Raises ValueError for a day that is none."""
    rows = connection.exec_driver_sql(_CHANGES).all()
    if not rows:
        return {}
    notices: dict[Key, list[_Notice]] = {}
    for change, name, informed, answered, answer in connection.exec_driver_sql(_NOTICES).all():
        notices.setdefault(change, []).append(_Notice(name or "", informed, _day(answered), answer))
    return {
        key: ChangeTime(
            _day(announced),
            _day(answer_by),
            _day(changes),
            Responsible(name or "", UUID(bytes=person)) if person else Responsible(function or ""),
            len(notices.get(key, ())),
            tuple(each.name for each in notices.get(key, ()) if not each.informed and not each.is_answered),
            tuple(each.name for each in notices.get(key, ()) if each.informed and not each.is_answered),
            tuple(
                Objection(each.name, each.answer, each.answered_on)
                for each in notices.get(key, ())
                if is_open_objection(each.answer, each.answered_on, _day(announced))
            ),
        )
        for key, announced, answer_by, changes, person, name, function in rows
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
