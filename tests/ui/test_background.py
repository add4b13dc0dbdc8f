import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.ui.background import Background, known


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


def test_the_result_comes_back(background: Background, qtbot: QtBot) -> None:
    results: list[int] = []
    background.run("Räknar", lambda: 6 * 7, results.append, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: results == [42])


def test_an_exception_comes_back(background: Background, qtbot: QtBot) -> None:
    failures: list[BaseException] = []
    background.run("Räknar", lambda: 1 // 0, lambda _result: pytest.fail("should have failed"), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_it_tells_what_is_being_done_and_when_all_is_done(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []
    background.busy.connect(told.append)
    for _ in range(2):
        background.run("Ritar", lambda: None, lambda _result: None, lambda _error: None)
    qtbot.waitUntil(lambda: told[-1:] == [""])
    assert told == ["Ritar", "Ritar", ""]


def test_at_once_means_before_run_returns() -> None:
    worker = Background(at_once=True)
    results: list[str] = []
    worker.run("Gör", lambda: "klart", results.append, lambda _error: None)
    assert results == ["klart"]
    worker.close()


def test_trouble_of_the_world_is_told_apart_from_bugs() -> None:
    trouble = KnownError("Filen är låst. Stäng den och försök igen.")
    assert known(trouble) is trouble
    with pytest.raises(ZeroDivisionError):
        known(ZeroDivisionError())


class Held:
    """Something to do, once `go` is set, that tells on which thread it was let go of."""

    def __init__(self, gone: list[threading.Thread], go: threading.Event) -> None:
        self._gone = gone
        self._go = go

    def __call__(self, *_given: object) -> None:
        self._go.wait()

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


def test_what_the_work_was_given_is_let_go_of_on_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    go = threading.Event()
    background.run("Gör", Held(gone, go), Held(gone, go), Held(gone, go))
    go.set()
    qtbot.waitUntil(lambda: len(gone) == 3)
    assert set(gone) == {threading.main_thread()}


def test_nothing_is_collected_on_the_worker_thread(background: Background, qtbot: QtBot) -> None:
    collecting: list[bool] = []
    background.run("Gör", lambda: collecting.append(gc.isenabled()), lambda _result: None, lambda _error: None)
    qtbot.waitUntil(lambda: collecting == [False])
    qtbot.waitUntil(gc.isenabled)


def test_what_comes_back_after_closing_is_dropped(qapp: object) -> None:
    worker = Background()
    results: list[int] = []
    worker.run("Gör", lambda: 42, results.append, lambda _error: None)
    worker.close()
    QCoreApplication.processEvents()
    assert results == []


def test_collecting_goes_on_when_work_is_cut_off(qapp: object) -> None:
    worker = Background()
    worker.run("Gör", lambda: None, lambda _result: None, lambda _error: None)
    worker.close()
    assert gc.isenabled()
