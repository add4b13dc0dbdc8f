"""The log writes to a file that does not grow without end, and never gets in the way."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from itadmin.log import FILE, NAME, start_log


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """The log as it was, afterwards."""
    log = logging.getLogger(NAME)
    yield
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.propagate = True


def test_lines_carry_time_and_level(tmp_path: Path) -> None:
    start_log(tmp_path / "logg").warning("Något hände")
    line = (tmp_path / "logg" / FILE).read_text(encoding="utf-8")
    assert line.endswith("WARNING Något hände\n")
    assert line[:2] == "20"


def test_no_file_is_made_until_there_is_something_to_say(tmp_path: Path) -> None:
    start_log(tmp_path)
    assert not (tmp_path / FILE).exists()


def test_a_large_file_is_turned(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"x" * 600_000)
    start_log(tmp_path).warning("Nytt")
    assert (tmp_path / FILE).stat().st_size < 200
    assert (tmp_path / "itadmin-aldre.log").stat().st_size == 600_000


def test_starting_again_does_not_write_twice(tmp_path: Path) -> None:
    start_log(tmp_path)
    start_log(tmp_path).warning("Ett")
    assert (tmp_path / FILE).read_text(encoding="utf-8").count("Ett") == 1


def test_a_folder_that_cannot_be_is_no_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").touch()
    start_log(tmp_path / "fil" / "under").warning("Ingenstans")
    assert capsys.readouterr() == ("", "")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b""]
