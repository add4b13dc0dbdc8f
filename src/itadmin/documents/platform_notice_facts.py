"""What the papers of a change of the platform tell: the change, who is told of it, by which systems, at what cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.platform_changes import PlatformChange
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.platform import ChangeStanding, NoticeShown, standing_of
from itadmin.services.platform.standing import CHANGES, NOTICES
from itadmin.services.reading import Reading

ONE, ALL = "platform_notice", "platform_notice_all"


@dataclass(frozen=True)
class Told:
    """A change and how it stands. `notice` is the one that a paper for a single förvaltning is about; else None."""

    standing: ChangeStanding
    notice: NoticeShown | None
    recipient: Belonging | None
    sender: str
    responsible: str
    managers: Mapping[UUID, str]
    systems: Mapping[UUID, str]
    answers: Mapping[str, str]
    """The answers that can be given, by code."""

    @property
    def change(self) -> PlatformChange:
        """The change itself."""
        return self.standing.change

    def answer_words(self, notice: NoticeShown) -> str:
        """What a förvaltning has answered, and when; "" when it has not."""
        record = notice.record
        day = record.answered_on.isoformat() if record.answered_on else ""
        return ", ".join(part for part in (self.answers.get(record.answer, ""), day) if part)


def of_notice(reading: Reading, notice_id: UUID | None) -> Told:
    """What is told to one förvaltning. Raises KnownError where there is no such notice, or it is about no change."""
    if notice_id is None:
        raise KnownError("Välj vilken förvarnad förvaltning papperet ska göras av.")
    record: Any = reading.one(NOTICES, notice_id).record
    if record.change is None:
        raise KnownError("Ange vilken plattformsändring förvarningen gäller.")
    standing = standing_of(reading, record.change)
    notice = next((notice for notice in standing.notices if notice.record.id == notice_id), None)
    if notice is None:
        raise KnownError("Förvarningen ligger i papperskorgen. Ta tillbaka den först.")
    return _told(reading, standing, notice)


def of_change(reading: Reading, change_id: UUID | None) -> Told:
    """What is told to all. Raises KnownError where there is no such change."""
    if change_id is None:
        raise KnownError("Välj vilken plattformsändring papperet ska göras av.")
    reading.one(CHANGES, change_id)
    return _told(reading, standing_of(reading, change_id), None)


def _told(reading: Reading, standing: ChangeStanding, notice: NoticeShown | None) -> Told:
    change = standing.change
    wanted: Sequence[UUID] = change.systems
    if notice is not None and notice.uses:
        wanted = [use.system for use in notice.uses]
    reads = reading.many("systems", wanted)
    holders = {key: read.holders.get("system_manager") for key, read in reads.items()}
    person = reading.label("people", change.responsible) if change.responsible else ""
    return Told(
        standing,
        notice,
        belonging(reading, notice.record.organisation) if notice else None,
        reading.organisation().label,
        ", ".join(part for part in (change.responsible_function, person) if part),
        {key: holder.label for key, holder in holders.items() if holder is not None},
        {key: read.label for key, read in reads.items()},
        reading.words.all_of("forvarningssvar"),
    )
