"""Share files read by a process of its own, and what becomes of those that should not be read."""

import hashlib
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import pytest

from itadmin import __main__ as program
from itadmin.storage.sharing import reader
from itadmin.storage.sharing.envelope import sealed
from itadmin.storage.sharing.manifest import Manifest, Version
from itadmin.storage.sharing.reader import read_share
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import APPLICATION_ID, ShareTable

HOSTILE = sorted(Path(os.environ.get("ITADMIN_CORPORA", "none"), "hostile-sqlite").glob("*.db"))


def reader_that(code: str) -> Callable[[], Popen[bytes]]:
    """A process that does something else than reading."""
    return lambda: Popen([sys.executable, "-c", code], stdin=PIPE, stdout=PIPE)


def test_a_file_is_read_by_another_process(made: Callable[..., bytes], manifest: Manifest) -> None:
    content = made()
    staged = read_share(content)
    assert (staged.manifest, staged.content) == (manifest, content)
    assert staged.counts == {"systems": 2}
    assert (staged.troubles, staged.number_of_troubles) == ((), 0)
    assert staged.database.startswith(b"SQLite format 3")


def test_every_flipped_bit_of_a_file_is_seen_before_anything_is_read(
    made: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[bytes] = []
    monkeypatch.setattr(reader, "_asked", started.append)
    content = made()
    for bit in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(RefusedError):
            read_share(bytes(flipped))
    assert started == []


@pytest.mark.parametrize("clock", [0, 2**62])
def test_a_version_that_no_clock_gives_is_refused(made: Callable[..., bytes], clock: int) -> None:
    with pytest.raises(RefusedError):
        read_share(made(version=Version(clock, "ab" * 32)))


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.stdin.buffer.read(); sys.exit(1)",
        "import sys; sys.stdin.buffer.read()",
        "import os; os.kill(os.getpid(), 9)",
        "import sys; sys.stdin.buffer.read(); print('{}', end='')",
    ],
)
def test_a_reader_that_ends_without_an_answer_refuses_the_file(
    made: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(reader, "_started", reader_that(code))
    with pytest.raises(RefusedError, match="ended with"):
        read_share(made())


def test_a_reader_that_never_answers_is_ended(made: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_SECONDS", 0.5)
    monkeypatch.setattr(reader, "_started", reader_that("while True: pass"))
    with pytest.raises(RefusedError, match="ended with"):
        read_share(made())


def test_a_reader_that_has_too_much_to_say_is_ended(
    made: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_LARGEST_ANSWER", 100_000)
    monkeypatch.setattr(reader, "_started", reader_that("while True: print('x' * 10000)"))
    with pytest.raises(RefusedError, match="too much"):
        read_share(made())


def test_the_program_is_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, str]] = []

    def late(module: str, function: str) -> Callable[..., Any]:
        called.append((module, function))
        return lambda: 7

    monkeypatch.setattr(program, "_late", late)
    assert program.main([program.READ_SHARE]) == 7
    assert called == [("itadmin.storage.sharing.child", "main")]
    source = Path(reader.__file__).read_text(encoding="utf-8")
    assert source.count(f'"{program.READ_SHARE}"') == 3


def test_the_reader_loads_neither_database_library_nor_window() -> None:
    code = "import sys, itadmin.storage.sharing.child; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded.isdisjoint({"sqlalchemy", "alembic", "PySide6", "reportlab", "cryptography", "pyrage", "openpyxl"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_reader_holds_itself_back() -> None:
    code = (
        "import resource, itadmin.storage.sharing.child as child; child._hold_back(); "
        "names = ('AS', 'CPU', 'FSIZE', 'CORE'); "
        "print(*(resource.getrlimit(getattr(resource, f'RLIMIT_{name}'))[0] for name in names))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == [str(2**30), "30", "0", "0"]


def dressed(content: bytes) -> bytes:
    """A database with the header that ours have."""
    dressed = bytearray(content.ljust(4096, b"\0"))
    dressed[18:24] = bytes((1, 1, 0, 64, 32, 32))
    dressed[24:28] = dressed[92:96]
    dressed[32:40], dressed[52:56], dressed[64:68] = bytes(8), bytes(4), bytes(4)
    dressed[56:64] = struct.pack(">2L", 1, 1)
    dressed[68:72] = struct.pack(">L", APPLICATION_ID)
    return bytes(dressed)


@pytest.mark.skipif(not HOSTILE, reason="the corpora are not here")
@pytest.mark.parametrize("path", HOSTILE[::8], ids=lambda path: path.stem)
def test_hostile_databases_that_are_packed_and_signed_are_refused(manifest: Manifest, key: bytes, path: Path) -> None:
    tables = (ShareTable("t1", "records", (("a", "text"),), 1), *manifest.tables)
    for content in (path.read_bytes(), dressed(path.read_bytes())):
        told = replace(
            manifest, tables=tables, member_size=len(content), member_sha256=hashlib.sha256(content).digest()
        )
        with pytest.raises(RefusedError):
            read_share(sealed(told, content, key))
