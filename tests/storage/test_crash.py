"""What a sudden end, a full disk or a missing permission does to a register: nothing that was promised is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import open_reading, open_workspace
from itadmin.storage.backup import verify

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

SAVES_WITHOUT_END = """
import sys
from pathlib import Path
from itadmin.services.clock import real_surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS

around = real_surroundings()
workspace = Workspace(open_register(Path(sys.argv[1]), "Anna"), around)
system = REGISTERS["systems"].record
print("ready", flush=True)
for number in range(100_000):
    pair = (to_plain(system(name=f"{number} {half}", purpose="x" * 3000)) for half in "ab")
    workspace.records.apply(ChangeSet("", tuple(Change("systems", around.new_id(), None, plain) for plain in pair)))
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 2, 5, 9, 14])
def test_a_process_killed_while_it_saves_loses_nothing_it_has_told_of(
    register_path: Path, around: Surroundings, saves: int
) -> None:
    command = [sys.executable, "-c", SAVES_WITHOUT_END, str(register_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(saves + 1)]
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    promised = {int(line) for line in told if line.endswith("\n") and line != "ready\n"}

    seen_before = len(open_reading(register_path, around.today()).keys("systems"))
    workspace = open_workspace(register_path, around)
    reads = workspace.reading().many("systems", workspace.reading().keys("systems"))
    content = workspace.file.content()
    workspace.close()
    verify(register_path, content)
    kept = {int(read.label.split()[0]) for read in reads.values()}
    assert promised <= kept
    assert len(reads) == 2 * len(kept) == seen_before


# A full disk

LIMITED = """
import resource, signal, sys
from pathlib import Path
from itadmin.domain.problems import KnownError
from itadmin.services.clock import real_surroundings
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.storage.engine import open_register

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
action, limit = sys.argv[2], int(sys.argv[3])
around = real_surroundings()
workspace = None
if action == "save":
    workspace = Workspace(open_register(path, "Anna"), around)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    if action == "open":
        open_workspace(path, around)
    else:
        for number in range(50):
            workspace.records.add("systems", {"name": str(number), "purpose": "x" * 20_000})
            print(number, flush=True)
except KnownError as error:
    print(error.sentence)
"""


def limited(path: Path, action: str, limit: int) -> list[str]:
    """What an action says in a process whose files may not grow beyond a limit."""
    command = [sys.executable, "-c", LIMITED, str(path), action, str(limit)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.stderr == ""
    return result.stdout.splitlines()


@pytest.mark.parametrize("more", [0, 4096, 60_000, 200_000])
def test_a_step_that_finds_no_room_changes_nothing(register_path: Path, around: Surroundings, more: int) -> None:
    *done, sentence = limited(register_path, "save", register_path.stat().st_size + more)
    assert sentence.endswith("inget har ändrats.")
    reading = open_reading(register_path, around.today())
    reads = reading.many("systems", reading.keys("systems"))
    assert sorted(read.label for read in reads.values()) == sorted(done)
    assert len(reads) < 50
    verify(register_path, register_path.read_bytes())


def test_a_backup_that_finds_no_room_stops_the_opening_and_leaves_nothing(register_path: Path) -> None:
    before = register_path.read_bytes()
    (sentence,) = limited(register_path, "open", len(before) - 4096)
    assert "Kontrollera platsen på disken" in sentence
    assert register_path.read_bytes() == before
    assert [file.name for file in register_path.parent.rglob("*.itadmin*")] == [register_path.name]


# A place where nothing may be written

AS_NOBODY = """
import os, sys
from pathlib import Path
from itadmin.domain.problems import KnownError
from itadmin.services import creation
from itadmin.services.clock import real_surroundings
from itadmin.services.workspace import open_reading, open_workspace

known = creation.municipalities()
creation.municipalities = lambda: known  # the program itself may lie where only its owner can read
path, action = Path(sys.argv[1]), sys.argv[2]
around = real_surroundings()
if os.getuid() == 0:
    os.setgroups([])
    os.setuid(65534)
try:
    if action == "read":
        print(open_reading(path, around.today()).organisation().label)
    elif action == "create":
        creation.create(path.with_name("nytt.itadmin"), "1460", "", around)
    else:
        open_workspace(path, around).records.add("systems", {"name": "Ny"})
except KnownError as error:
    print(error.sentence)
"""


def as_nobody(path: Path, action: str) -> str:
    """What an action says when tried by somebody without rights of their own."""
    command = [sys.executable, "-c", AS_NOBODY, str(path), action]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.stderr == ""
    return result.stdout.strip()


@pytest.fixture
def guarded(new_register: bytes) -> Iterator[Path]:
    """A register in a folder that everybody can look into."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bengtsfors.itadmin")
        path.write_bytes(new_register)
        path.chmod(0o644)
        path.parent.chmod(0o755)
        yield path
        path.parent.chmod(0o755)


def test_a_file_that_may_only_be_read_is_read_but_not_opened_for_work(guarded: Path) -> None:
    guarded.chmod(0o444)
    guarded.parent.chmod(0o777)
    assert as_nobody(guarded, "read") == "Bengtsfors kommun"
    assert as_nobody(guarded, "work").startswith("Filen bengtsfors.itadmin är skrivskyddad.")
    assert [file.name for file in guarded.parent.iterdir()] == [guarded.name]


def test_a_folder_that_may_only_be_read_takes_no_changes(guarded: Path, new_register: bytes) -> None:
    guarded.chmod(0o666)
    guarded.parent.chmod(0o555)
    assert as_nobody(guarded, "read") == "Bengtsfors kommun"
    assert "Kontrollera" in as_nobody(guarded, "work")
    assert "kunde inte skrivas" in as_nobody(guarded, "create")
    assert guarded.read_bytes() == new_register
    assert [file.name for file in guarded.parent.iterdir()] == [guarded.name]


def test_a_file_that_may_not_be_read_is_said(guarded: Path) -> None:
    guarded.chmod(0o600)
    if os.getuid() != 0:
        guarded.chmod(0o000)
    assert "Kontrollera att du har behörighet" in as_nobody(guarded, "read")
    assert "Kontrollera att du har behörighet" in as_nobody(guarded, "work")


# Somebody else has it


def test_a_file_open_in_another_process_can_be_read_but_not_worked_with(
    register_path: Path, around: Surroundings
) -> None:
    command = [sys.executable, "-c", SAVES_WITHOUT_END, str(register_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(Exception, match="redan öppen hos Anna"):
            open_workspace(register_path, around)
        assert open_reading(register_path, around.today()).organisation().label == "Bengtsfors kommun"
        process.kill()
    connection = sqlite3.connect(register_path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
