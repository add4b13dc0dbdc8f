"""A sudden end or a full disk in the middle of a large step: an import or an attached file is there whole or not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import open_reading, open_workspace
from itadmin.storage import attachments
from itadmin.storage.backup import verify

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

ROWS = 1500

IMPORTS = """
import sys
from pathlib import Path
from itadmin.__main__ import main

print("ready", flush=True)
main(["import", "systems", sys.argv[1], sys.argv[2], "--apply"])
"""

ATTACHES = """
import sys
from pathlib import Path
from itadmin.services.clock import real_surroundings
from itadmin.services.workspace import open_workspace

workspace = open_workspace(Path(sys.argv[1]), real_surroundings())
source = Path(sys.argv[2])
print("ready", flush=True)
for number in range(1000):
    source.write_bytes(str(number).encode() * 300_000)
    print(workspace.attachments.add(source)["digest"], flush=True)
"""

LIMITED = """
import resource, signal, sys
from itadmin.__main__ import main

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
sys.exit(main(["import", "systems", sys.argv[1], sys.argv[2], "--apply"]))
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "lista.csv"
    lines = (f"System {number};Leverantör {number} AB;{'x' * 500}" for number in range(ROWS))
    path.write_text("\n".join(["Namn;Leverantör;Anteckning", *lines]), encoding="utf-8")
    return path


def systems_in(path: Path, around: Surroundings) -> int:
    """How many systems a register holds that somebody works in again, and that hangs together."""
    workspace = open_workspace(path, around)
    found = len(workspace.reading().keys("systems"))
    verify(path, workspace.file.content())
    workspace.close()
    return found


def test_an_import_that_is_killed_is_there_whole_or_not(register_path: Path, table: Path, around: Surroundings) -> None:
    journal = register_path.with_name(f"{register_path.name}-journal")
    command = [sys.executable, "-c", IMPORTS, str(register_path), str(table)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        while process.poll() is None and not (journal.exists() and journal.stat().st_size):
            pass
        process.kill()
    assert process.returncode < 0
    assert systems_in(register_path, around) in (0, ROWS)


def test_an_import_that_finds_no_room_changes_nothing(register_path: Path, table: Path, around: Surroundings) -> None:
    limit = register_path.stat().st_size + 300_000
    command = [sys.executable, "-c", LIMITED, str(register_path), str(table), str(limit)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (3, "")
    assert re.fullmatch(r"[^\n]+inget har ändrats\.\n", told.stderr)
    assert len(open_reading(register_path, around.today()).keys("systems")) == 0
    assert systems_in(register_path, around) == 0


@pytest.mark.parametrize("files", [0, 3])
def test_an_attaching_that_is_killed_loses_nothing_it_has_told_of(
    register_path: Path, around: Surroundings, tmp_path: Path, files: int
) -> None:
    command = [sys.executable, "-c", ATTACHES, str(register_path), str(tmp_path / "bilaga.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(files + 1)]
        process.kill()
        told += process.stdout.readlines()
    promised = {line.strip() for line in told if line.endswith("\n")} - {"ready"}
    workspace = open_workspace(register_path, around)
    kept = workspace.attachments
    assert kept.missing(promised) == frozenset()
    assert attachments.faults(kept.path, workspace.file.info.register_id) == []
    workspace.close()
