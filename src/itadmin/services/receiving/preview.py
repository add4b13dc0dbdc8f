"""What receiving a share file would do, shown before it is done: how much is new, changed and gone, record by record.

Works on a private copy of a register, which it puts nothing in. What must be asked about first it says in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.changes import Change, difference
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.receiving.narrowing import lost_between
from itadmin.services.receiving.parcels import Parcel, RefusedShareError
from itadmin.services.receiving.standing import Standing, position_of, refuse_invented
from itadmin.services.sharing.less import Lost, told_lost
from itadmin.storage.engine import RegisterFile
from itadmin.storage.records import RecordReader
from itadmin.storage.sharing import comparing
from itadmin.storage.sharing.comparing import CHANGED, GONE, NEW
from itadmin.storage.sharing.container import unpack
from itadmin.storage.sharing.manifest import manifest_from
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.staged_reading import StagedRecords

_BESIDE = "incoming"
_MOST_GONE, _LARGEST_SHARE = 50, 5
"""More records than so, or more than one in so many, are not taken away without asking."""
_FIRST: tuple[str, bytes] = ("", b"")

__all__ = ["CHANGED", "GONE", "NEW", "Entry", "Preview"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that receiving touches: what it is called, and what it says before and after, as a change."""

    label: str
    change: Change


class Preview:
    """One share file held against a register, until it is closed."""

    def __init__(self, file: RegisterFile, parcel: Parcel) -> None:
        """`file` is a private copy. Raises RefusedShareError for a file of what another owns, or nobody: invented."""
        refuse_invented(file, parcel)
        self.parcel = parcel
        self.position = position_of(file, parcel)
        self._file = file
        self._staged: StagedRecords | None = None
        self._counts: Mapping[tuple[str, str], int] = {}
        self._here = 0
        if self.position.standing is Standing.NEWER:
            self._compare()

    def _compare(self) -> None:
        owner = self.parcel.manifest.sender.id
        self._file.set_beside(_BESIDE, self.parcel.staged.database)
        try:
            with self._file.comparing() as connection:
                self._beside = comparing.beside(connection, _BESIDE, owner)
                comparing.compare(connection, self._beside)
                self._counts = comparing.counts(connection, self._beside)
                self._here = comparing.number_here(connection, owner)
        except RefusedError as error:
            self._file.take_away(_BESIDE)
            raise refused_for_others(self.parcel, error) from error
        self._staged = StagedRecords(self.parcel.staged.database)

    def close(self) -> None:
        """Let go of the file; the copy it was held against stays open."""
        if self._staged is not None:
            self._staged.close()
            self._staged = None
            self._file.take_away(_BESIDE)

    def count(self, deed: str, register: str = "") -> int:
        """How many records are NEW, CHANGED or GONE, in all or of one register."""
        return sum(number for key, number in self._counts.items() if key[1] == deed and register in ("", key[0]))

    @property
    def unchanged(self) -> int:
        """How many records of the file are here already, the same in all that they say."""
        if self.position.standing is not Standing.NEWER:
            return sum(self.parcel.counts.values()) if self.position.standing is Standing.SAME else 0
        return sum(self.parcel.counts.values()) - self.count(NEW) - self.count(CHANGED)

    @property
    def asks(self) -> tuple[str, ...]:
        """What should be asked about before it is done: a sentence each."""
        questions = (self._ask_of_real(), self._ask_of_gone(), self._ask_of_profile())
        return tuple(question for question in questions if question)

    def _ask_of_real(self) -> str:
        """The first time, whether what is real is to stand among what is invented."""
        position, is_invented = self.position, self._file.info.sample
        if not is_invented or self.parcel.manifest.sample or position.standing is not Standing.NEWER or position.here:
            return ""
        return (
            f"Filen från {self.parcel.sender_name} har verkliga uppgifter, men det här är ett övningsregister där allt "
            "är påhittat. Ska de blandas?"
        )

    def _ask_of_gone(self) -> str:
        gone = self.count(GONE)
        if not gone or (gone <= _MOST_GONE and gone * _LARGEST_SHARE <= self._here):
            return ""
        return f"{gone} av {self._here} uppgifter från {self.parcel.sender_name} tas bort. Stämmer det?"

    def _ask_of_profile(self) -> str:
        lost = self.lost
        if not lost:
            return ""
        return f"{self.parcel.sender_name} delar mindre än förra gången. {told_lost(lost, 'Här')} Stämmer det?"

    @property
    def lost(self) -> Lost:
        """What the sender's file before this one said something of, and this one has no place for."""
        here = self.position.here
        if self.position.standing is not Standing.NEWER or here is None or here.container is None:
            return {}
        return lost_between(manifest_from(unpack(here.container).manifest), self.parcel.manifest)

    def entries(self, deed: str, after: Entry | None = None, limit: int = 500) -> list[Entry]:
        """Records that are NEW, CHANGED or GONE, register by register; those after one that was given before."""
        if self._staged is None:
            return []
        start = (after.change.register, after.change.record_id.bytes) if after else _FIRST
        with self._file.reading() as connection:
            found = comparing.touched(connection, self._beside, deed, start, limit)
            reader = RecordReader(connection, date.min)
            entries: list[Entry] = []
            for name in dict.fromkeys(register for register, _ in found):
                ids = [record_id for register, record_id in found if register == name]
                entries += _entries(REGISTERS[name], deed, ids, reader, self._staged)
        return entries


def _entries(
    register: Register, deed: str, ids: list[UUID], here: RecordReader, there: StagedRecords
) -> Iterator[Entry]:
    now = here.plain(register, ids)
    then = {} if deed == GONE else there.plain(register, ids)  # of what has gone there may not even be a table
    labels = here.labels(register.name, ids)
    labels |= {} if deed == GONE else there.labels(register.name, ids)
    for record_id in ids:
        before, after = None if deed == NEW else now[record_id], then.get(record_id)
        change = Change(register.name, record_id, before, after)
        if before is not None and after is not None:
            change = difference(register.name, record_id, before, after) or Change(register.name, record_id, {}, {})
        yield Entry(labels[record_id], change)


def refused_for_others(parcel: Parcel, error: RefusedError) -> RefusedShareError:
    """The error for a file that has what another organisation owns."""
    return RefusedShareError(
        f"Filen {parcel.file_name} innehåller uppgifter som en annan organisation äger och tas inte emot. "
        f"Be {parcel.sender_name} att kontrollera sitt register.",
        details=str(error),
    )
