"""Processes started to be measured from their very start.

A child tells what it has to say as lines of `name value`; moments are nanoseconds of `perf_counter_ns`, a clock that
all processes of a machine share. Knows nothing of what the children do.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns

ROOT = Path(__file__).resolve().parent.parent

_LONGEST = 300
_NS_PER_MS = 1_000_000


class ChildError(Exception):
    """A child failed, or did not tell what it was started to tell; the message is its standard error."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a child told, and when it was started."""

    started: int
    values: Mapping[str, int]

    def ms(self, name: str) -> float:
        """Milliseconds from the start of the process to a moment. Raises ChildError when the child never told it."""
        return (self.value(name) - self.started) / _NS_PER_MS

    def value(self, name: str) -> int:
        """A number as it was told. Raises ChildError when the child never told it."""
        if name not in self.values:
            raise ChildError(f"Mätningen kom aldrig fram till {name}.")
        return self.values[name]


def run_child(module: str, *arguments: str) -> Told:
    """Run a module in a process of its own and hear what it tells. Raises ChildError."""
    command = [sys.executable, "-m", module, *arguments]
    started = perf_counter_ns()
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=_environment(), capture_output=True, text=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ChildError(f"{module} blev inte klar på {_LONGEST} sekunder.") from error
    if done.returncode:
        raise ChildError(f"{module} avbröts: {done.stderr.strip()}")
    pairs = (line.split() for line in done.stdout.splitlines())
    return Told(started, {name: int(value) for name, value in pairs})


def _environment() -> dict[str, str]:
    """The environment of a child: no window to be seen, and nothing that makes each start compile all modules anew."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}
