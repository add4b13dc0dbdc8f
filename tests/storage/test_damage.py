"""Broken and hostile files: either what is read is well formed, or the trouble is known. Nothing else, ever."""

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace
from itadmin.storage import backup
from itadmin.storage import file as files
from itadmin.storage.engine import open_content, open_register

DAY = date(2026, 11, 22)
CORPORA = os.environ.get("ITADMIN_CORPORA")


def read_everything(reading: Reading) -> None:
    """Ask all that a window and the command line may ask."""
    for register in REGISTERS.values():
        ids = reading.keys(register.name, ListQuery(all_owners=True))
        assert reading.count(register.name) <= len(ids)
        for record_id in [*reading.many(register.name, ids), reading.organisation_id]:
            reading.related(register.name, record_id)
            reading.history(record_id)
        reading.choices(register.name, "a")
        for column in register.columns:
            reading.keys(register.name, ListQuery(sort=column))
    reading.organisation()
    reading.find("a")


def read_content(content: bytes) -> None:
    """Open the bytes of a file, and ask all of them."""
    read_everything(Reading(open_content(Path("a"), content), DAY))


def work_with(path: Path, around: Workspace) -> None:
    """Open a file for work and change it."""
    with closing(open_register(path, "Anna")) as file:
        work = Workspace(file, around.around)
        read_everything(work.reading())
        work.records.add("systems", {"name": "Nytt"})
        work.undo.undo()
        work.undo.undo()


def outcome(action: Callable[[], object]) -> str:
    """What became of it: "read", or the name of the trouble that was told. Any other trouble is raised."""
    try:
        action()
    except KnownError as error:
        return type(error).__name__
    return "read"


@pytest.fixture
def content(workspace: Workspace) -> bytes:
    """The bytes of a register with some of everything, and a history."""
    records = workspace.records
    person = records.add("people", {"name": "Anna Ek", "email": "anna@example.se"})
    unit = records.add("organisations", {"name": "IT-enheten", "kind": "it_enhet"})
    system = records.add("systems", {"name": "Lifecare", "supplier": str(unit), "system_owner": str(person)})
    records.add(
        "agreements",
        {
            "title": "Driftavtal",
            "systems": [str(system)],
            "starts_on": "2026-01-01",
            "first_term_months": 12,
            "options": [{"months": 12, "decision_day": "2026-06-01"}],
        },
    )
    records.save("systems", system, {"system_owner": None, "name": "Lifecare 2"})
    workspace.undo.undo()
    return workspace.file.content()


def places(number: int, size: int) -> list[int]:
    """Places spread over a file, the same ones each time, on no boundary."""
    return [place * (size // number) + place * 37 % 997 for place in range(1, number)]


@pytest.mark.parametrize("bit", [0, 3, 6, 7])
def test_a_flipped_bit_is_told_or_harmless(content: bytes, bit: int) -> None:
    outcomes = set()
    for place in [*range(16, 100, 9), *places(25, len(content))]:
        broken = bytearray(content)
        broken[place % len(content)] ^= 1 << bit
        outcomes.add(outcome(partial(read_content, bytes(broken))))
    assert outcomes == {"read", "DamagedError", "NewerError", "NotOursError"}


def pages(content: bytes) -> Iterator[int]:
    yield from range(0, len(content), files.PAGE_SIZE)


@pytest.mark.parametrize("filling", [b"\x00", b"\xff", b"A"])
def test_a_lost_page_is_told(content: bytes, filling: bytes) -> None:
    outcomes = []
    for start in pages(content):
        broken = content[:start] + filling * files.PAGE_SIZE + content[start + files.PAGE_SIZE :]
        outcomes.append(outcome(partial(read_content, broken)))
    assert outcomes[0] == "NotOursError"
    assert set(outcomes[1:]) == {"DamagedError"}


def test_swapped_pages_are_told_or_harmless(content: bytes) -> None:
    starts = list(pages(content))
    outcomes = set()
    for one, other in zip(starts[1::3], starts[2::3], strict=False):
        broken = bytearray(content)
        broken[one : one + 4096], broken[other : other + 4096] = (
            content[other : other + 4096],
            content[one : one + 4096],
        )
        outcomes.add(outcome(partial(read_content, bytes(broken))))
    assert outcomes == {"read", "DamagedError"}


def test_a_file_cut_off_anywhere_is_refused(content: bytes) -> None:
    lengths = [0, 1, 15, 16, 99, 100, 101, 4095, *range(4096, len(content), 4096), *range(5000, len(content), 9973)]
    for length in lengths:
        with pytest.raises(KnownError):
            open_content(Path("a"), content[:length])
        with pytest.raises(KnownError):
            backup.verify(Path("a"), content[:length])


def test_a_broken_file_can_be_worked_with_or_is_refused(content: bytes, workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "trasig.itadmin"
    outcomes = set()
    for start in range(100, 4100, 160):
        broken = bytearray(content)
        for place in places(4, len(content)):
            broken[(place + start * 11) % len(content)] ^= 1 << start // 160 % 8
        path.write_bytes(broken)
        outcomes.add(outcome(lambda: work_with(path, workspace)))
    assert outcomes == {"read", "DamagedError"}


# Files that others have made to break programs


def hostile_files() -> list[Path]:
    return sorted(Path(CORPORA, "hostile-sqlite").glob("*.db")) if CORPORA else []


@pytest.mark.skipif(not CORPORA, reason="ITADMIN_CORPORA is not set")
@pytest.mark.parametrize("pretends", [False, True], ids=["as-it-is", "as-ours"])
def test_a_hostile_file_is_refused(pretends: bool, tmp_path: Path) -> None:
    assert len(hostile_files()) > 50
    path = tmp_path / "fientlig.itadmin"
    for hostile in hostile_files():
        content = bytearray(hostile.read_bytes())
        if pretends and len(content) >= files.HEADER_SIZE:
            content[16:20] = struct.pack(">H", files.PAGE_SIZE) + b"\x01\x01"
            content[60:64] = struct.pack(">I", files.USER_VERSION)
            content[68:72] = struct.pack(">I", files.APPLICATION_ID)
        path.write_bytes(content)
        for attempt in (
            lambda: open_register(path, "Anna").close(),
            lambda content=content: open_content(path, bytes(content)),
            lambda content=content: backup.verify(path, bytes(content)),
        ):
            assert outcome(attempt) in ("NotOursError", "DamagedError"), hostile.name
        backup.faults(bytes(content))
        assert path.read_bytes() == content
