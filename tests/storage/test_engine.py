"""An open register: reading and writing as blocks, all or nothing, and never in the wrong one."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError, OperationalError

from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.storage import file as files
from itadmin.storage import locks
from itadmin.storage.connection import has_unfinished
from itadmin.storage.engine import RegisterFile, open_content, open_register
from itadmin.storage.file import BusyError, DamagedError, NewerError, NotOursError
from itadmin.storage.tables import STEPS

STEP = {"id": "019a9e2e-6c00-7000-8000-000000000001", "at": "", "who": "", "title": "x", "kind": "step"}


@pytest.fixture
def file(register_path: Path) -> Iterator[RegisterFile]:
    opened = open_register(register_path, "Anna på DATOR7")
    yield opened
    opened.close()


def steps(file: RegisterFile) -> int:
    with file.reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM steps")).scalar_one())


# Writing


def test_what_is_written_in_a_block_is_kept(file: RegisterFile, register_path: Path) -> None:
    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])
    assert steps(file) == 1
    file.close()
    assert steps(open_content(register_path, register_path.read_bytes())) == 1


@pytest.mark.parametrize("statement", ["DELETE FROM organisations", "CREATE TABLE ny (a)", "PRAGMA user_version=9"])
def test_a_write_outside_a_block_is_a_mistake_and_does_nothing(
    file: RegisterFile, register_path: Path, statement: str
) -> None:
    before = register_path.read_bytes()
    with pytest.raises(OperationalError, match="readonly"), file.reading() as connection:
        connection.execute(text(statement))
    assert register_path.read_bytes() == before


def test_a_write_that_the_world_refuses_in_a_block_is_told(file: RegisterFile, register_path: Path) -> None:
    def write() -> None:
        with file.writing() as connection:
            connection.execute(text("PRAGMA query_only=ON"))
            connection.execute(insert(STEPS), [STEP])

    before = register_path.read_bytes()
    with pytest.raises(KnownError, match="skrivskyddad"):
        write()
    assert register_path.read_bytes() == before
    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])


def test_a_file_that_may_only_be_read_is_refused_before_it_is_opened(
    register_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "access", lambda _path, mode: mode != files.os.W_OK)
    with pytest.raises(KnownError, match="skrivskyddad"):
        open_register(register_path, "Anna")
    assert locks.lock_state(register_path) == ""


def test_after_a_block_nothing_can_be_written_again(file: RegisterFile) -> None:
    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])
    with pytest.raises(OperationalError), file.reading() as connection:
        connection.execute(text("DELETE FROM steps"))
    with pytest.raises(ZeroDivisionError), file.writing():
        raise ZeroDivisionError
    with pytest.raises(OperationalError), file.reading() as connection:
        connection.execute(text("DELETE FROM steps"))


@pytest.mark.parametrize("trouble", [ZeroDivisionError, KeyboardInterrupt, KnownError, sqlite3.OperationalError])
def test_whatever_happens_in_the_middle_the_file_is_as_before(
    file: RegisterFile, register_path: Path, trouble: type[BaseException]
) -> None:
    before = register_path.read_bytes()

    def write_much_and_fail() -> None:
        with file.writing() as connection:
            connection.execute(text("PRAGMA cache_size=5"))
            for number in range(500):
                step = {**STEP, "id": f"019a9e2e-6c00-7000-8000-{number:012x}", "title": "x" * 500}
                connection.execute(insert(STEPS), [step])
            assert has_unfinished(register_path)
            raise trouble("mitt i")

    with pytest.raises(trouble):
        write_much_and_fail()
    assert register_path.read_bytes() == before
    assert not has_unfinished(register_path)
    assert steps(file) == 0


def test_a_mistake_in_sql_is_ours_and_changes_nothing(file: RegisterFile) -> None:
    with pytest.raises(DBAPIError), file.writing() as connection:
        connection.execute(insert(STEPS), [STEP, {**STEP, "pk": 1}])
    assert steps(file) == 0


def test_a_reference_to_nothing_is_said_when_the_step_is_finished(file: RegisterFile) -> None:
    nobody = {"nobody": bytes(16)}
    with pytest.raises(KnownError, match="hänvisar till något som inte finns"), file.writing() as connection:
        connection.execute(text("UPDATE organisations SET parent = :nobody"), nobody)
    with file.reading() as connection:
        assert connection.execute(text("SELECT count(parent) FROM organisations")).scalar_one() == 0


def test_one_step_may_not_be_written_inside_another(file: RegisterFile) -> None:
    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])
        with pytest.raises(RuntimeError), file.writing():
            pass
    assert steps(file) == 1


def test_reading_within_writing_sees_what_is_written(file: RegisterFile) -> None:
    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])
        assert steps(file) == 1


def test_others_wait_while_a_step_is_written(file: RegisterFile) -> None:
    seen = []
    started = threading.Event()

    def look() -> None:
        started.set()
        seen.append(steps(file))

    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])
        thread = threading.Thread(target=look)
        thread.start()
        started.wait()
        assert seen == []
    thread.join()
    assert seen == [1]


# Copies


def test_a_copy_is_read_only_and_stays_as_it_was(file: RegisterFile) -> None:
    copy = file.copy()
    with file.writing() as connection:
        connection.execute(insert(STEPS), [STEP])
    assert (steps(file), steps(copy)) == (1, 0)
    assert copy.info == file.info
    with pytest.raises(ReadOnlyError), copy.writing():
        pass
    copy.close()
    assert steps(file) == 1


def test_closing_a_copy_leaves_the_note_of_who_has_the_file(file: RegisterFile) -> None:
    file.copy().close()
    assert locks.who_has(file.path) == "Anna på DATOR7"
    file.close()
    assert locks.who_has(file.path) == ""


# Opening


def test_an_open_file_tells_whose_it_is(file: RegisterFile) -> None:
    with file.reading() as connection:
        row = connection.execute(text("SELECT id FROM organisations WHERE NOT placeholder")).one()
    assert file.info.organisation.bytes == row.id
    assert file.info.sample is False


def test_a_second_opening_says_who_has_it(file: RegisterFile) -> None:
    with pytest.raises(BusyError, match="redan öppen hos Anna på DATOR7"):
        open_register(file.path, "Bo")
    assert locks.lock_state(file.path) == "SQLITE_BUSY"
    assert locks.who_has(file.path) == "Anna på DATOR7"


def test_swedish_rules_are_at_hand_in_sql(file: RegisterFile) -> None:
    with file.reading() as connection:
        row = connection.execute(text("SELECT fold('ÅMÅL'), casefold('ÅMÅL'), swedish_key(NULL), fold(NULL)")).one()
    assert tuple(row) == ("amal", "åmål", None, None)


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("PRAGMA application_id=1", NotOursError),
        (f"PRAGMA user_version={files.USER_VERSION + 1}", NewerError),
        ("DELETE FROM file_info", DamagedError),
        ("DROP TABLE journal", DamagedError),
        ("CREATE VIEW vy AS SELECT 1", DamagedError),
        ("CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM journal; END", DamagedError),
        ("CREATE TABLE extra (a)", DamagedError),
        ("ALTER TABLE systems ADD COLUMN extra TEXT", DamagedError),
        ("DROP TABLE search_index", DamagedError),
        ("PRAGMA journal_mode=WAL", DamagedError),
    ],
)
def test_what_is_not_exactly_a_register_of_ours_is_refused(
    register_path: Path, statement: str, error: type[KnownError]
) -> None:
    connection = sqlite3.connect(register_path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(error) as caught:
        open_register(register_path, "Anna")
    assert type(caught.value) is error
    with pytest.raises(error):
        open_content(register_path, register_path.read_bytes())
    assert locks.lock_state(register_path) == ""


def test_a_file_that_does_not_hang_together_is_refused(register_path: Path) -> None:
    connection = sqlite3.connect(register_path)
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'organisations_sort'")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedError):
        open_register(register_path, "Anna")
    with pytest.raises(DamagedError):
        open_content(register_path, register_path.read_bytes())


def test_an_older_file_must_be_upgraded_first(register_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "USER_VERSION", files.USER_VERSION + 1)
    with pytest.raises(KnownError, match="äldre version"):
        open_register(register_path, "Anna")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE file_info SET organisation = x'00'",
        "UPDATE organisations SET name = CAST(x'ff41' AS TEXT)",
        "UPDATE organisations SET label = CAST(x'c3' AS TEXT)",
    ],
)
def test_values_that_cannot_have_been_written_are_damage(register_path: Path, statement: str) -> None:
    connection = sqlite3.connect(register_path)
    connection.execute(statement)
    connection.commit()
    connection.close()

    def read() -> None:
        with closing(open_register(register_path, "Anna")) as file, file.reading() as reading:
            reading.execute(text("SELECT name, label, fold(name) FROM organisations")).all()

    with pytest.raises(DamagedError):
        read()
