"""A new register file is there whole, or not at all."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import OWNERS
from itadmin.storage import backup, creation
from itadmin.storage import file as files
from itadmin.storage.connection import journal_of
from itadmin.storage.creation import REVISION, Founding, create_register
from itadmin.storage.migrations.runner import VERSIONS

OWNER, OTHER = UUID(int=1), UUID(int=2)


def founding(values: Mapping[str, Any] | None = None) -> Founding:
    return Founding(
        register_id=UUID(int=3),
        organisation=OWNER,
        created_at="2026-11-22T12:00:00.000+00:00",
        sample=True,
        register=OWNERS,
        values=values or {"name": "Bengtsfors kommun", "deleted": False, "shared": True},
        others={OTHER: {"name": "Åmåls kommun"}},
    )


def test_it_holds_its_owner_and_the_placeholders(tmp_path: Path) -> None:
    path = tmp_path / "ny mapp" / "nytt.itadmin"
    create_register(path, founding())
    assert backup.verify(path, path.read_bytes()) == UUID(int=3)
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT id, owner, revision, placeholder, label FROM organisations ORDER BY pk"
    ).fetchall()
    (steps,) = connection.execute("SELECT count(*) FROM steps").fetchone()
    info = connection.execute("SELECT register_id, organisation, sample, created_at FROM file_info").fetchone()
    connection.close()
    assert rows == [
        (OTHER.bytes, OTHER.bytes, 0, 1, "Åmåls kommun"),
        (OWNER.bytes, OWNER.bytes, 1, 0, "Bengtsfors kommun"),
    ]
    assert steps == 0
    assert info == (UUID(int=3).bytes, OWNER.bytes, 1, "2026-11-22T12:00:00.000+00:00")
    assert [file.name for file in path.parent.iterdir()] == ["nytt.itadmin"]


def test_it_is_of_the_newest_version_there_is(tmp_path: Path) -> None:
    path = tmp_path / "nytt.itadmin"
    create_register(path, founding())
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (files.USER_VERSION,)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISION,)]
    connection.close()
    assert len(VERSIONS) == files.USER_VERSION
    assert VERSIONS[-1].REVISION == REVISION


def test_the_same_beginning_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        create_register(tmp_path / name, founding())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "nytt.itadmin"
    path.write_text("något annat", encoding="utf-8")
    with pytest.raises(KnownError, match="finns redan"):
        create_register(path, founding())
    assert path.read_text(encoding="utf-8") == "något annat"


def test_a_journal_from_an_earlier_file_would_destroy_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "nytt.itadmin"
    journal_of(path).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7")
    with pytest.raises(KnownError, match="hör till ett register som har legat här"):
        create_register(path, founding())
    assert not path.exists()
    journal_of(path).write_bytes(b"")
    create_register(path, founding())


@pytest.mark.parametrize("trouble", [KnownError("Nej."), OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_when_it_goes_wrong_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException
) -> None:
    def fail(*_arguments: object, **_names: object) -> None:
        raise trouble

    monkeypatch.setattr(creation, "add_first", fail)
    with pytest.raises(type(trouble)):
        create_register(tmp_path / "nytt.itadmin", founding())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(KnownError, match="kunde inte skrivas"):
        create_register(tmp_path / "fil" / "nytt.itadmin", founding())
