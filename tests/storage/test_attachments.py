"""The store of attached files only grows, belongs to one register, and tells when it is not what it was."""

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.storage import attachments
from itadmin.storage.connection import journal_of
from itadmin.storage.file import DamagedError, NewerError, NotOursError

REGISTER = UUID(int=7)
OTHER = UUID(int=8)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return attachments.store_of(tmp_path / "bengtsfors.itadmin")


def changed(store: Path, statement: str) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("DROP TRIGGER IF EXISTS contents_stay")
        connection.execute(statement)
    connection.close()


def test_it_lies_beside_the_register(store: Path) -> None:
    assert store.name == "bengtsfors.bilagor"


def test_what_is_added_can_be_read_and_lies_there_once(store: Path) -> None:
    digest = attachments.add(store, REGISTER, b"innehall")
    assert attachments.add(store, REGISTER, b"innehall") == digest
    assert attachments.read(store, REGISTER, digest) == b"innehall"
    assert attachments.digests(store, REGISTER) == {digest}
    assert attachments.faults(store, REGISTER) == []


def test_what_is_not_there_is_nothing_and_makes_no_file(store: Path) -> None:
    assert attachments.read(store, REGISTER, "0" * 64) is None
    assert attachments.digests(store, REGISTER) == frozenset()
    assert attachments.faults(store, REGISTER) == []
    assert attachments.copy_new(store, store.with_name("annan.bilagor"), REGISTER) == 0
    assert list(store.parent.iterdir()) == []


def test_contents_are_never_changed_or_removed(store: Path) -> None:
    attachments.add(store, REGISTER, b"innehall")
    with sqlite3.connect(store) as connection:
        for statement in ("DELETE FROM contents", "UPDATE contents SET content = x'00'"):
            with pytest.raises(sqlite3.IntegrityError, match="contents"):
                connection.execute(statement)
    connection.close()


def test_it_belongs_to_one_register(store: Path) -> None:
    digest = attachments.add(store, REGISTER, b"innehall")
    for attempt in (
        lambda: attachments.read(store, OTHER, digest),
        lambda: attachments.add(store, OTHER, b"annat"),
    ):
        with pytest.raises(KnownError, match="hör till ett annat register"):
            attempt()


def test_a_content_that_has_changed_is_told(store: Path) -> None:
    digest = attachments.add(store, REGISTER, b"innehall")
    changed(store, "UPDATE contents SET content = x'00'")
    with sqlite3.connect(store) as connection:
        connection.execute(attachments._SCHEMA[2])
    connection.close()
    with pytest.raises(DamagedError, match="skadad"):
        attachments.read(store, REGISTER, digest)
    assert attachments.faults(store, REGISTER) == [f"bilagan {digest[:12]} har ändrats"]


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"inte en databas" * 100, NotOursError), (b"SQLite format 3\x00" + b"\xff" * 4080, NotOursError)],
)
def test_what_is_no_store_is_refused(store: Path, content: bytes, error: type[KnownError]) -> None:
    store.write_bytes(content)
    with pytest.raises(error):
        attachments.add(store, REGISTER, b"x")
    assert store.read_bytes() == content
    assert attachments.faults(store, REGISTER)


def test_a_newer_one_and_a_foreign_table_are_refused(store: Path) -> None:
    attachments.add(store, REGISTER, b"x")
    changed(store, "CREATE TABLE extra (a)")
    with pytest.raises(DamagedError):
        attachments.digests(store, REGISTER)
    changed(store, "PRAGMA user_version=9")
    with pytest.raises(NewerError):
        attachments.digests(store, REGISTER)


def test_an_empty_file_left_by_a_crash_is_made_anew(store: Path) -> None:
    store.touch()
    assert attachments.read(store, REGISTER, attachments.add(store, REGISTER, b"x")) == b"x"


def test_an_empty_file_left_by_a_crash_holds_nothing(store: Path) -> None:
    store.touch()
    assert attachments.read(store, REGISTER, "0" * 64) is None
    assert attachments.digests(store, REGISTER) == frozenset()
    assert attachments.faults(store, REGISTER) == []
    assert store.stat().st_size == 0


@pytest.mark.parametrize("digest", ["", "AB", "../../x", "å" * 64])
def test_what_is_no_digest_is_not_there(store: Path, digest: str) -> None:
    attachments.add(store, REGISTER, b"x")
    assert attachments.read(store, REGISTER, digest) is None


def test_an_attaching_that_was_interrupted_is_taken_back_by_whoever_looks_next(store: Path) -> None:
    digest = attachments.add(store, REGISTER, b"innehall")
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    for number in range(40):
        connection.execute("INSERT INTO contents VALUES (?, ?)", (bytes([number]) * 32, b"x" * 50_000))
    journal = journal_of(store)
    half, way_back = store.read_bytes(), journal.read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    for look in (
        lambda: attachments.read(store, REGISTER, digest) == b"innehall",
        lambda: attachments.digests(store, REGISTER) == {digest},
        lambda: attachments.faults(store, REGISTER) == [],
    ):
        store.write_bytes(half)
        journal.write_bytes(way_back)
        assert look()
        assert not journal.exists()


def test_what_is_no_file_is_no_store(store: Path) -> None:
    store.mkdir()
    for attempt in (lambda: attachments.digests(store, REGISTER), lambda: attachments.add(store, REGISTER, b"x")):
        with pytest.raises(NotOursError, match=r"bengtsfors\.bilagor är ingen bilagefil"):
            attempt()
    assert attachments.faults(store, REGISTER)


def test_a_cut_one_is_damaged(store: Path) -> None:
    attachments.add(store, REGISTER, b"x" * 50_000)
    store.write_bytes(store.read_bytes()[:9000])
    assert attachments.faults(store, REGISTER)


def test_only_what_is_new_is_copied(store: Path) -> None:
    target = store.with_name("kopia.bilagor")
    first = attachments.add(store, REGISTER, b"ett")
    assert attachments.copy_new(store, target, REGISTER) == 1
    second = attachments.add(store, REGISTER, b"tva")
    assert attachments.copy_new(store, target, REGISTER) == 1
    assert attachments.copy_new(store, target, REGISTER) == 0
    assert attachments.digests(target, REGISTER) == {first, second}


def test_a_folder_that_may_not_be_written_is_told(store: Path) -> None:
    with pytest.raises(KnownError):
        attachments.add(store.parent / "finns-inte" / "a.bilagor", REGISTER, b"x")
