"""Making many papers of one kind, in this process or divided between processes of their own.

Every process has a private copy of the register, and its memory goes with it: that of a window cannot tidy up while it
works. What comes back comes in the order that was asked for, whoever made it; when a process is lost, what it had left
is made here. Loads the PDF renderer, so it is loaded when it is needed.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from uuid import UUID

from itadmin.documents.catalogue import TYPES, MissingValue, prepare
from itadmin.documents.pdf.render import render
from itadmin.documents.phrases import counted
from itadmin.documents.suitable import suitable, suitable_words
from itadmin.domain.problems import KnownError
from itadmin.services.packing import PackedRegister
from itadmin.services.reading import Reading

_MOST_PROCESSES = 2
_WORTH_DIVIDING = 16
"""From how many papers it pays to start processes: to start one takes as long as to make some papers."""

_TOLD = 3


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a kind of paper, of which records, for signature or as drafts."""

    type_name: str
    ids: tuple[UUID, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it came out. Where it could not be made `content` is empty and `reason` says why, as a sentence."""

    record_id: UUID
    label: str
    file_name: str = ""
    content: bytes = b""
    reason: str = ""


class Press:
    """Makes the papers of an order one by one."""

    def __init__(self, reading: Reading, order: Order) -> None:
        """Raises KnownError for a kind of paper that is about the whole file."""
        self._reading, self._order = reading, order
        self._kind = TYPES[order.type_name]
        if self._kind.register is None:
            raise KnownError(f"{self._kind.name} handlar om hela filen och görs inte för flera poster.")
        self._register = self._kind.register
        self._suitable = frozenset(reading.keys(self._register, suitable(self._kind)))

    def make(self, record_id: UUID) -> Made:
        """The paper of one record, or why there is none."""
        label = self._reading.label(self._register, record_id)
        if record_id not in self._suitable:
            words = suitable_words(self._kind)
            return Made(record_id, label, reason=f"Görs bara där {words}." if words else "Posten finns inte i listan.")
        try:
            prepared = prepare(self._order.type_name, self._reading, record_id, draft=self._order.draft)
        except KnownError as error:
            return Made(record_id, label, reason=error.sentence)
        if prepared.missing and not self._order.draft:
            return Made(record_id, label, reason=_lacking(prepared.missing))
        return Made(record_id, label, prepared.file_name, render(prepared.paper))


def _lacking(missing: Sequence[MissingValue]) -> str:
    named = ", ".join(value.label for value in missing[:_TOLD])
    rest = f" och {len(missing) - _TOLD} till" if len(missing) > _TOLD else ""
    return f"{counted(len(missing), 'uppgift', 'uppgifter')} saknas: {named}{rest}."


def press(packed: PackedRegister, order: Order) -> Generator[Made, None, None]:
    """Make the papers of an order, as they are asked for; close the iterator to stop. Raises KnownError."""
    reading = packed.open()
    try:
        own = Press(reading, order)
        helpers = _Helpers.start(packed, order) if len(order.ids) >= _WORTH_DIVIDING else None
        if helpers is None:
            yield from map(own.make, order.ids)
            return
        try:
            for place, record_id in enumerate(order.ids):
                yield helpers.next_of(place) or own.make(record_id)
        finally:
            helpers.stop()
    finally:
        reading.close()


class _Helpers:
    """Processes that each make every n-th paper of an order, at most one paper ahead of what is asked for."""

    def __init__(self) -> None:
        self._processes: list[SpawnProcess] = []
        self._ends: list[Connection | None] = []

    @classmethod
    def start(cls, packed: PackedRegister, order: Order) -> _Helpers | None:
        """Start as many as it pays to have; None when there can be none here."""
        number = min(_MOST_PROCESSES, os.cpu_count() or 1)
        context = _context()
        if context is None:
            return None
        helpers = cls()
        try:
            for _ in range(number):
                helpers._start_one(context)
        except OSError:
            helpers.stop()
            return None
        for first in range(number):
            helpers._tell(first, packed, Order(order.type_name, order.ids[first::number], order.draft))
        return helpers

    def _start_one(self, context: SpawnContext) -> None:
        """Start one, which is told what to do afterwards: what is handed over at the start must be small.

        Python would wait for ever for a process that ends before it has taken it all.
        """
        own, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs,), daemon=True)
        self._ends.append(own)
        process.start()
        theirs.close()
        self._processes.append(process)

    def _tell(self, number: int, packed: PackedRegister, order: Order) -> None:
        end = self._ends[number]
        try:
            if end is not None:
                end.send((packed, order))
        except OSError:
            self._lose(number)

    def _lose(self, number: int) -> None:
        """Take nothing more from a process."""
        end = self._ends[number]
        if end is not None:
            end.close()
        self._ends[number] = None

    def next_of(self, place: int) -> Made | None:
        """The paper of a place, each asked for once and in order; None when the process that had it is lost."""
        number = place % len(self._ends)
        end = self._ends[number]
        if end is None:
            return None
        try:
            made: Made = end.recv()
        except (EOFError, OSError):
            self._lose(number)
            return None
        return made

    def stop(self) -> None:
        """End them all, whatever they are doing: they only read, from copies of their own."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for number in range(len(self._ends)):
            self._lose(number)


def work(end: Connection) -> None:
    """What a process does: hears of a register and an order, and sends each paper of it.

    Ends quietly when nobody takes them any more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        packed, order = end.recv()
        own = Press(packed.open(), order)
        gc.freeze()  # what is loaded stays, and need not be gone through again for each paper
        for record_id in order.ids:
            end.send(own.make(record_id))


def _context() -> SpawnContext | None:
    """How processes are started; None where the program that runs is not Python and none lies beside it."""
    context = multiprocessing.get_context("spawn")
    if Path(sys.executable).stem.lower().startswith("python"):
        return context
    beside = Path(sys.base_prefix, "pythonw.exe")
    if not beside.exists():
        return None
    context.set_executable(str(beside))
    return context
