"""The process that looks into share files: a request comes on standard input, a staging database goes out on the other.

It is started for one file, holds itself to little memory and time, and loads neither database library nor window. What
it may come to in a hostile file ends it, and nothing else. On Windows the system is asked for no limits: there the
program that started it ends it after half a minute.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO
from uuid import UUID

from itadmin.domain.values import LISTS
from itadmin.domain.words import Words
from itadmin.storage.sharing.arriving import Arrival, arrive
from itadmin.storage.sharing.foreign import opened
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import tables_from

MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 30


def main() -> int:
    """Read one request and answer it. Returns 0 also when the file is refused."""
    if sys.platform != "win32":
        _hold_back()
    sys.stdout.buffer.write(answer(sys.stdin.buffer))
    sys.stdout.buffer.flush()
    return 0


def answer(request: BinaryIO) -> bytes:
    """The answer to a request: a line of JSON, and after it the staging database of a file that is not refused."""
    asked = json.loads(request.readline())
    try:
        arrival = _arrival(asked, request.read())
    except (RefusedError, sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
        return _line({"refused": f"{type(error).__name__}: {error}"})
    return _line(_told(arrival)) + arrival.database


def _arrival(asked: Mapping[str, Any], register: bytes) -> Arrival:
    tables = tables_from(asked["tables"])
    words = Words({**LISTS, **asked["words"]})
    with opened(register, tables) as raw:
        return arrive(raw, tables, UUID(asked["owner"]), words)


def _told(arrival: Arrival) -> dict[str, Any]:
    return {
        "counts": arrival.counts,
        "troubles": arrival.troubles,
        "number_of_troubles": arrival.number_of_troubles,
    }


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode() + b"\n"


if sys.platform != "win32":
    import resource

    def _hold_back() -> None:
        """Ask the system to end this process when it takes too much, and let it write no file at all."""
        limits = {
            resource.RLIMIT_AS: MOST_MEMORY,
            resource.RLIMIT_CPU: MOST_SECONDS,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for limit, value in limits.items():
            resource.setrlimit(limit, (value, value))
