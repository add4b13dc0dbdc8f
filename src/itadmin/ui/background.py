"""Work that takes longer than a blink: run on a worker thread, its result brought back to the window's thread.

The work gets only what it was given; it must not touch widgets or the open connection – long reading takes a snapshot.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from itadmin.domain.problems import KnownError

Work = Callable[[], Any]
Then = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class Background(QObject):
    """Runs one piece of work at a time, in the order they were asked for.

    `busy` tells when something starts (its Swedish name) and when all is done ("").
    """

    busy = Signal(str)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, at_once: bool = False) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="itadmin")
        self._waiting = 0
        self._finished.connect(self._bring_back, Qt.ConnectionType.QueuedConnection)

    def run(self, name: str, work: Work, then: Then, failed: Failed) -> None:
        """Run `work` and hand its result to `then`, or its exception to `failed`, on the window's thread."""
        self._waiting += 1
        self.busy.emit(name)
        if self._at_once:
            self._bring_back(_done(work), then, failed)
            return
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._finished.emit(done, then, failed))

    def close(self) -> None:
        """Let the work in hand finish and take no more."""
        self._finished.disconnect(self._bring_back)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _bring_back(self, future: Future[Any], then: Then, failed: Failed) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.busy.emit("")
        error = future.exception()
        if error is None:
            then(future.result())
        else:
            failed(error)


def known(error: BaseException) -> KnownError:
    """What failed, when it was the world's trouble; anything else is a bug and is raised."""
    if not isinstance(error, KnownError):
        raise error
    return error


def _done(work: Work) -> Future[Any]:
    future: Future[Any] = Future()
    try:
        future.set_result(work())
    except Exception as error:  # noqa: BLE001 - whatever the work raises is brought back, as from the thread
        future.set_exception(error)
    return future
