"""What every command is handed: where to write, who works and when, and the programs that lie above this layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from itadmin.cli.output import Output
from itadmin.services.clock import Surroundings


@dataclass(frozen=True)
class Programs:
    """What the command line starts but may not know: each returns an exit status."""

    open_window: Callable[[Sequence[str]], int]
    self_test: Callable[[Path | None], int]
    screenshots: Callable[[Path, Path], int]


@dataclass(frozen=True)
class Context:
    """The world around one command."""

    output: Output
    around: Surroundings
    programs: Programs
