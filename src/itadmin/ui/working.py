"""Work of a dialog beside the window: one piece at a time, told how far it has come, stopped until it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from itadmin.services.progress import CancelledError, Progress
from itadmin.ui.background import Background

_EVERY = 100


class Working(QObject):
    """`began` and `ended` bracket a piece of work; `moved` tells how many parts of how many are done.

    What comes back after `forget` is handed to nobody but `late`, which gets the exception, if any.
    """

    began = Signal(str)
    moved = Signal(int, int)
    ended = Signal()
    late = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._progress: Progress | None = None
        self._forgotten = False
        self._poll = QTimer(self, interval=_EVERY)
        self._poll.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether something is in hand."""
        return self._progress is not None

    def run(
        self,
        name: str,
        work: Callable[[Progress], Any],
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do `work`, then hand its result to `then` or its exception to `failed`; what was stopped has failed.

        Work that cannot be stopped half-way may not be asked to stop.
        """
        progress = Progress()

        def come_back(found: Any) -> None:
            if not self._is_wanted():
                self.late.emit(None)
            elif progress.is_cancelled:
                failed(CancelledError())
            else:
                then(found)

        self._progress = progress
        self.began.emit(name)
        self._poll.start()
        self._background.run(
            name,
            lambda: work(progress),
            come_back,
            lambda error: failed(error) if self._is_wanted() else self.late.emit(error),
        )

    def stop(self) -> None:
        """Ask the work to stop."""
        if self._progress is not None:
            self._progress.cancel()

    def forget(self) -> None:
        """Stop, and want nothing more."""
        self._forgotten = True
        self._poll.stop()
        self.stop()

    def _is_wanted(self) -> bool:
        """The work has come back: say so, unless nobody wants it any more."""
        self._poll.stop()
        self._progress = None
        if not self._forgotten:
            self.ended.emit()
        return not self._forgotten

    def _tell(self) -> None:
        if self._progress is not None and self._progress.total:
            self.moved.emit(self._progress.done, self._progress.total)
