"""Work that takes longer than a blink: run on a worker thread, its result brought back to the window's thread.

The work gets only what it was given; it must not touch widgets or the open connection – long reading takes a snapshot.
What was given is let go of on the window's thread too: it may be all that holds a part of a window.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from itadmin.domain.problems import KnownError

Work = Callable[[], Any]
Then = Callable[[Any], None]
Failed = Callable[[BaseException], None]


@dataclass(frozen=True)
class _Task:
    """A piece of work, and what comes of it."""

    work: Work
    then: Then
    failed: Failed
    outcome: Future[Any] = field(default_factory=Future)


class Background(QObject):
    """Runs one piece of work at a time, in the order they were asked for.

    `busy` tells when something starts (its Swedish name) and when all is done ("").
    """

    busy = Signal(str)
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None, *, at_once: bool = False) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="itadmin")
        self._numbers = count()
        self._tasks: dict[int, _Task] = {}
        self._finished.connect(self._bring_back, Qt.ConnectionType.QueuedConnection)

    def run(self, name: str, work: Work, then: Then, failed: Failed) -> None:
        """Run `work` and hand its result to `then`, or its exception to `failed`, on the window's thread."""
        number = next(self._numbers)
        self._tasks[number] = _Task(work, then, failed)
        self.busy.emit(name)
        if self._at_once:
            self._carry_out(number)
            self._bring_back(number)
            return
        gc.disable()  # else Python may collect parts of windows on the worker thread
        self._pool.submit(self._carry_out, number).add_done_callback(lambda _done: self._finished.emit(number))

    def close(self) -> None:
        """Let the work in hand finish and take no more."""
        self._finished.disconnect(self._bring_back)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()
        gc.enable()

    def _carry_out(self, number: int) -> None:
        """Work, on the worker thread, which holds nothing of the task afterwards."""
        _settle(self._tasks[number])

    def _bring_back(self, number: int) -> None:
        task = self._tasks.pop(number, None)
        if task is None:
            return  # closed while it was on its way
        if not self._tasks:
            self.busy.emit("")
            gc.enable()
        error = task.outcome.exception()
        if error is None:
            task.then(task.outcome.result())
        else:
            task.failed(error)


def known(error: BaseException) -> KnownError:
    """What failed, when it was the world's trouble; anything else is a bug and is raised."""
    if not isinstance(error, KnownError):
        raise error
    return error


def _settle(task: _Task) -> None:
    try:
        task.outcome.set_result(task.work())
    except Exception as error:  # noqa: BLE001 - whatever the work raises is brought back, as from the thread
        task.outcome.set_exception(error)
