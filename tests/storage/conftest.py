"""Files in a bad state, made the hard way: by a process that dies in the middle of a change."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from itadmin.storage.connection import journal_of

DIES_IN_THE_MIDDLE = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE organisations SET label = label || ' och något halvgjort', sort_key = sort_key || 'x'")
connection.execute("CREATE TABLE halvgjort (a)")
connection.executemany("INSERT INTO halvgjort VALUES (?)", [("x" * 500,)] * 500)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def interrupted(register_path: Path) -> None:
    """Leave the register half changed, with the journal that can take it back, as a crash does."""
    if os.name != "posix":
        pytest.skip("no SIGKILL here")
    died = subprocess.run([sys.executable, "-c", DIES_IN_THE_MIDDLE, str(register_path)], check=False, timeout=30)
    assert died.returncode == -signal.SIGKILL
    assert journal_of(register_path).stat().st_size > 0
