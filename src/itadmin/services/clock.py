"""Time and identity as they are handed in: the real ones in the program, fixed ones in tests and the sample region."""

from __future__ import annotations

import getpass
import platform
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from itadmin.domain.identifiers import IdSource

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Who works, what time it is, and where new ids come from. `now` carries a time zone."""

    now: Clock
    new_id: Callable[[], UUID]
    who: str
    machine: str

    def today(self) -> date:
        """The day it is here."""
        return self.now().astimezone().date()

    def stamp(self) -> str:
        """The time as the journal holds it: ISO, UTC, whole milliseconds."""
        return self.now().astimezone(UTC).isoformat(timespec="milliseconds")


def real_surroundings() -> Surroundings:
    """The machine's clock and user."""

    def now() -> datetime:
        return datetime.now(UTC)

    ids = IdSource(lambda: int(now().timestamp() * 1000), secrets.token_bytes)
    return Surroundings(now, ids.new, _user_name(), platform.node() or "okänd dator")


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "okänd användare"
