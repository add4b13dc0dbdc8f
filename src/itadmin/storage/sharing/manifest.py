"""What a share file says of itself: who sends it, the how manieth it is, under which profile, and what lies in it.

Read strictly and before anything else: each entry that is known must be of its kind. Entries that are not known are
passed over, for a later program may tell more; unless it says that they must be understood. Trusts nobody: whether the
signature holds and the register is the one meant is asked by `reader.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from itadmin.domain.text import clean_line
from itadmin.storage.sharing.canonical import canonical, parsed
from itadmin.storage.sharing.refused import NewerError, RefusedError
from itadmin.storage.sharing.schema import ShareTable, tables_from
from itadmin.storage.sharing.signing import from_hex

FORMAT = 1
LARGEST_MANIFEST = 1024 * 1024
_HASH_SIZE, _KEY_SIZE = 32, 32
_LARGEST_NUMBER = 2**63 - 1
_LONGEST_NAME = 300
_FIRST_YEAR, _LAST_YEAR = 1970, 2999
"""Clocks go wrong; but days before and after must be told, in whatever time zone."""
_DIGITS = re.compile(r"[0-9]*")
_PROFILE_KEY = re.compile(r"[a-z0-9_.-]{1,80}")


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose records a file has: its id, what it is called, and its kommunkod or organisation number, "" for none."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Version:
    """Which of a sender's files is the newer: the greater, by clock and then by digest of the content.

    `clock` is a hybrid logical clock: milliseconds since 1970 times 65,536, and a counter. `digest` is hexadecimal.
    """

    clock: int
    digest: str

    def is_newer_than(self, other: Version | None) -> bool:
        """Whether what this one has takes the place of the other's."""
        return other is None or (self.clock, self.digest) > (other.clock, other.digest)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a manifest says.

    `number` counts a sender's files from 1, `created` is UTC. `member_size` is bytes of the register, `member_sha256`
    their hash. `sample` marks invented content.
    """

    program: str
    sender: Sender
    number: int
    version: Version
    previous: Version | None
    profile_key: str
    profile_name: str
    created: datetime
    tables: tuple[ShareTable, ...]
    member_size: int
    member_sha256: bytes
    public_key: bytes
    sample: bool = False

    def to_bytes(self) -> bytes:
        """The manifest member."""
        return canonical(
            {
                "format": FORMAT,
                "program": self.program,
                "sender": {"id": str(self.sender.id), "code": self.sender.code, "name": self.sender.name},
                "number": self.number,
                "version": self.version.clock,
                "digest": self.version.digest,
                "previous": self.previous and {"version": self.previous.clock, "digest": self.previous.digest},
                "profile": {"key": self.profile_key, "name": self.profile_name},
                "created": self.created.isoformat(timespec="seconds"),
                "tables": [table.to_json() for table in self.tables],
                "member": {"size": self.member_size, "sha256": self.member_sha256.hex()},
                "public_key": self.public_key.hex(),
                "sample": self.sample,
                "critical": [],
            }
        )


def manifest_from(content: bytes) -> Manifest:
    """Read a manifest member. Raises RefusedError."""
    if len(content) > LARGEST_MANIFEST:
        raise RefusedError("the manifest is too large")
    said = parsed(content)
    if _number(said.get("format")) > FORMAT:
        raise NewerError("a format that is not known yet")
    if said.get("format") != FORMAT or not isinstance(said.get("critical"), list):
        raise RefusedError("a format that is not known")
    if said["critical"]:
        raise NewerError("the file demands what this version does not know")
    sender, profile, member = (_part(said, name) for name in ("sender", "profile", "member"))
    return Manifest(
        program=_line(said.get("program")),
        sender=Sender(_id(sender.get("id")), _code(sender.get("code")), _line(sender.get("name"))),
        number=_number(said.get("number"), 1),
        version=_version(said),
        previous=None if said.get("previous") is None else _version(_part(said, "previous")),
        profile_key=_matching(profile.get("key"), _PROFILE_KEY),
        profile_name=_line(profile.get("name")),
        created=_moment(said.get("created")),
        tables=tables_from(said.get("tables")),
        member_size=_number(member.get("size")),
        member_sha256=from_hex(member.get("sha256"), _HASH_SIZE),
        public_key=from_hex(said.get("public_key"), _KEY_SIZE),
        sample=_truth(said.get("sample", False)),
    )


def _version(said: dict[str, Any]) -> Version:
    return Version(_number(said.get("version")), from_hex(said.get("digest"), _HASH_SIZE).hex())


def _part(said: dict[str, Any], name: str) -> dict[str, Any]:
    part = said.get(name)
    if not isinstance(part, dict):
        raise RefusedError(f"the manifest has no {name}")
    return part


def _number(value: object, least: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _LARGEST_NUMBER:
        raise RefusedError("the manifest has no number where one belongs")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise RefusedError("the manifest does not say whether it is invented")
    return value


def _line(value: object) -> str:
    """Text that is shown: one line of ordinary characters, and some."""
    if not isinstance(value, str) or not value or len(value) > _LONGEST_NAME or clean_line(value) != value:
        raise RefusedError("the manifest has no name where one belongs")
    return value


def _matching(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or form.fullmatch(value) is None:
        raise RefusedError("the manifest has no such code")
    return value


def _code(value: object) -> str:
    return _matching(value, _DIGITS)


def _id(value: object) -> UUID:
    try:
        found = UUID(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or str(found) != value:
        raise RefusedError("the manifest has no id where one belongs")
    return found


def _moment(value: object) -> datetime:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.utcoffset() is None or found.isoformat(timespec="seconds") != value:
        raise RefusedError("the manifest has no moment where one belongs")
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise RefusedError("the manifest has no moment where one belongs")
    return found
