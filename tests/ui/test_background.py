from collections.abc import Iterator

import pytest
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
