"""The container of a share file: a ZIP of three stored members, in one order, without a byte that could be otherwise.

Ordinary programs can open it. What it is read by here takes the members out and packs them again: only when that gives
the same bytes is it one. Knows nothing of what the members say.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from itadmin.storage.sharing.refused import RefusedError

LARGEST = 64 * 1024 * 1024
"""Bytes of a whole share file, at most."""
KNOWN_BY = 64
"""Bytes that tell a share file from others."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_BEGINS = b"PK\x03\x04"
_NEEDS, _UNIX = 20, 3
_MODE = 0o100600 << 16
_TIME, _DATE = 0, 0x21
"""Midnight of 1980-01-01, as ZIP has it."""


class Members(NamedTuple):
    """The three members of a share file, in its order."""

    manifest: bytes
    register: bytes
    signature: bytes


_NAMES = (b"manifest.json", b"register.sqlite", b"signature.json")


def pack(members: Members) -> bytes:
    """The share file with these members. Raises ValueError when it would be too large."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in zip(_NAMES, members, strict=True):
        alike = (_NEEDS, 0, 0, _TIME, _DATE, zlib.crc32(content), len(content), len(content), len(name), 0)
        parts += (_LOCAL.pack(_BEGINS, *alike), name, content)
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _UNIX << 8 | _NEEDS, *alike, 0, 0, 0, _MODE, offset) + name)
        offset = sum(map(len, parts))
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), size, offset, 0)
    content = b"".join((*parts, *directory, end))
    if len(content) > LARGEST:
        raise ValueError("a share file has at most 64 MiB")
    return content


def unpack(content: bytes) -> Members:
    """The members of a share file. Raises RefusedError unless packing them gives the very same bytes."""
    if len(content) > LARGEST:
        raise RefusedError("larger than 64 MiB")
    members = Members(*_stored(content))
    if pack(members) != content:
        raise RefusedError("the container is not as it is packed")
    return members


def first_member(content: bytes) -> bytes:
    """What lies where the manifest does, in a file that may be broken: nothing to trust. Raises RefusedError."""
    begins = _LOCAL.size + len(_NAMES[0])
    if len(content) < begins:
        raise RefusedError("the container ends too early")
    return content[begins : begins + _LOCAL.unpack_from(content)[8]]


def begins_as_packed(content: bytes) -> bool:
    """Whether the first bytes are those of a share file, whatever follows."""
    return content.startswith(_BEGINS) and content[_LOCAL.size :].startswith(_NAMES[0])


def _stored(content: bytes) -> Sequence[bytes]:
    found, offset = [], 0
    for name in _NAMES:
        begins = offset + _LOCAL.size + len(name)
        if begins > len(content):
            raise RefusedError("the container ends too early")
        size = _LOCAL.unpack_from(content, offset)[8]
        found.append(content[begins : begins + size])
        offset = begins + size
    return found
