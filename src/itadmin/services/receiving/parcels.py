"""Share files as they come, from a folder or out of a mail: read, or refused with a sentence that says whom to ask.

Nothing of the register is asked here, and nothing written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG

from itadmin.domain.problems import KnownError
from itadmin.domain.sharing import ENDING
from itadmin.domain.text import clean_line
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.receiving.troubles import ShareProblem, problems_of
from itadmin.storage.sharing.container import LARGEST, first_member
from itadmin.storage.sharing.manifest import Manifest, Version
from itadmin.storage.sharing.protection import WrongPasswordError, is_protected, unprotect
from itadmin.storage.sharing.reader import Staged, read_share
from itadmin.storage.sharing.refused import NewerError, RefusedError
from itadmin.storage.sharing.signing import fingerprint

_OVERHEAD = 1024 * 1024
_LONGEST_NAME = 80
_SOMEBODY = "avsändaren"
_A_DAY = 24 * 60 * 60


class RefusedShareError(KnownError):
    """The file is no share file that can be taken in, whoever sent it."""


class PasswordNeededError(KnownError):
    """The file has a password, and none or another was given."""


@dataclass(frozen=True)
class Parcel:
    """A share file that holds together: every byte is the sender's, and its records are ones that could stand here."""

    file_name: str
    staged: Staged

    @property
    def manifest(self) -> Manifest:
        """What the file says of itself."""
        return self.staged.manifest

    @property
    def version(self) -> Version:
        """Which of the sender's files is the newer."""
        return self.staged.manifest.version

    @property
    def sender_name(self) -> str:
        """What the sender calls itself."""
        return self.staged.manifest.sender.name

    @property
    def fingerprint(self) -> str:
        """What the sender can read aloud of its key: eight groups of four digits."""
        return fingerprint(self.staged.manifest.public_key)

    @property
    def made_on(self) -> datetime:
        """When the file was made, by the sender's clock and our hour."""
        return self.staged.manifest.created.astimezone()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records of which register it has."""
        return self.staged.counts

    @property
    def problems(self) -> tuple[ShareProblem, ...]:
        """What does not fit here and stops nothing; the first of `number_of_problems`."""
        return tuple(problems_of(self.staged.troubles))

    @property
    def number_of_problems(self) -> int:
        """How many problems there are."""
        return self.staged.number_of_troubles

    def is_ahead_of(self, now: datetime) -> bool:
        """Whether the sender's clock must be more than a day ahead of ours."""
        return (self.version.clock >> 16) / 1000 - now.astimezone(UTC).timestamp() > _A_DAY


def read_parcel(path: Path, words: Words = BUILT_IN, password: str = "") -> Parcel:
    """Read a share file for a register whose words these are; takes some tenths of a second.

    Raises RefusedShareError, PasswordNeededError, or KnownError for a file that cannot be read at all.
    """
    return parcel_of(clean_line(path.name), _bytes_of(path), words, password)


def parcel_of(name: str, content: bytes, words: Words = BUILT_IN, password: str = "") -> Parcel:
    """The same of bytes that are called `name`."""
    inner = _without_password(name, content, password) if is_protected(content) else content
    try:
        return Parcel(name, read_share(inner, words))
    except NewerError as error:
        raise RefusedShareError(_newer(name), details=str(error)) from error
    except RefusedError as error:
        raise RefusedShareError(_refusal(name, inner), details=str(error)) from error


def _bytes_of(path: Path) -> bytes:
    """The bytes of an ordinary file, as many as a share file can have and some."""
    shown = clean_line(str(path))
    try:
        if not S_ISREG(path.stat().st_mode):
            raise KnownError(f"{shown} är ingen fil. Välj en delningsfil som slutar på {ENDING}.")
        with path.open("rb") as stream:
            return stream.read(LARGEST + _OVERHEAD)
    except FileNotFoundError as error:
        raise KnownError(f"Filen {shown} finns inte. Kontrollera namnet och mappen.") from error
    except OSError as error:
        raise KnownError(
            f"Filen {shown} går inte att läsa. Kontrollera att du har behörighet till den.", details=str(error)
        ) from error


def _without_password(name: str, content: bytes, password: str) -> bytes:
    if not password:
        raise PasswordNeededError(f"Filen {name} har lösenord. Fråga den som skickade den och ange lösenordet.")
    try:
        return unprotect(content, password)
    except WrongPasswordError as error:
        raise PasswordNeededError(
            f"Lösenordet öppnar inte filen {name}. Kontrollera ordet för ord, eller be att få filen igen."
        ) from error
    except RefusedError as error:
        raise RefusedShareError(_refusal(name, b""), details=str(error)) from error


def _refusal(name: str, content: bytes) -> str:
    said = _claimed(content)
    if not said and not content.startswith(b"PK"):
        return f"Filen {name} är ingen delningsfil från itadmin. Be {_SOMEBODY} att dela på nytt och skicka filen."
    return (
        f"Filen {name} är skadad eller ändrad på vägen och tas inte emot. Be {said or _SOMEBODY} att skicka den igen."
    )


def _newer(name: str) -> str:
    return f"Filen {name} är gjord med en nyare version av itadmin än den här. Uppdatera itadmin och försök igen."


def _claimed(content: bytes) -> str:
    """Who a broken file says that it is from, as far as that can be made out; "" when it cannot. Nothing to trust."""
    try:
        name = json.loads(first_member(content))["sender"]["name"]
    except (ValueError, KeyError, TypeError, RecursionError, RefusedError):
        return ""
    return clean_line(name)[:_LONGEST_NAME] if isinstance(name, str) else ""
