"""The log of what went wrong, a file that never grows without end. It holds nothing out of any register."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

NAME = "itadmin"
FILE = "itadmin.log"
_OLDER = "itadmin-aldre.log"
_MOST_BYTES = 512 * 1024
_LINE = "%(asctime)s %(levelname)s %(message)s"


def start_log(folder: Path) -> logging.Logger:
    """The program's log, written to a file in `folder`; the file is turned when it has grown large.

    A folder that cannot be written gives a log that goes nowhere: trouble with the log is never trouble for the user.
    """
    log = logging.getLogger(NAME)
    log.setLevel(logging.INFO)
    log.propagate = False
    for old in tuple(log.handlers):
        log.removeHandler(old)
        old.close()
    log.addHandler(_file(folder) or logging.NullHandler())
    return log


def _file(folder: Path) -> logging.Handler | None:
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(folder / _OLDER)
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter(_LINE))
        return handler
    return None
