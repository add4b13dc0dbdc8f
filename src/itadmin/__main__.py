"""`itadmin` and `python -m itadmin`: the command line, which without a command opens the window.

Joins the command line to the parts of the program that only load when they are asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from itadmin.cli.context import Context, Programs
from itadmin.cli.main import run
from itadmin.cli.output import Output
from itadmin.services.clock import real_surroundings

READ_SHARE = "--read-share"
"""The only argument of the process that `storage/sharing/reader.py` starts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, the process's own by default, and return its exit status."""
    asked = sys.argv[1:] if arguments is None else arguments
    if list(asked) == [READ_SHARE]:
        return read_share()
    context = Context(
        Output(sys.stdout, sys.stderr), real_surroundings(), Programs(open_window, self_test, screenshots)
    )
    return run(asked, context)


def read_share() -> int:
    """Be the process that looks into a share file for the program; nothing that users are told of."""
    return int(_late("itadmin.storage.sharing.child", "main")())


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on a file, or on the last one."""
    return int(_late("itadmin.app", "main")(list(arguments)))


def self_test(out: Path | None) -> int:
    """Try every part of the program."""
    return int(_late("itadmin.self_test", "self_test")(out))


def screenshots(directory: Path, file: Path) -> int:
    """Save pictures of the main screens."""
    return int(_late("itadmin.self_test", "screenshots")(directory, file))


def _late(module: str, function: str) -> Callable[..., Any]:
    """A function of a module that no other command should wait for."""
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    sys.exit(main())
