"""A share file as a whole: manifest and register put together and signed, and taken apart again when all of it holds.

What comes out of `opened` is what the sender signed, and nothing more is known of it: the register has not been looked
into.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from itadmin.storage.sharing.container import Members, pack, unpack
from itadmin.storage.sharing.manifest import Manifest, manifest_from
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.signing import sign, verify


class Opened(NamedTuple):
    """What a share file says of itself, and the bytes of its register."""

    manifest: Manifest
    register: bytes


def sealed(manifest: Manifest, register: bytes, key: bytes) -> bytes:
    """The share file of a manifest, and the register it is made for, signed with a secret key.

    Raises ValueError when it would be too large.
    """
    said = manifest.to_bytes()
    return pack(Members(said, register, sign(key, said)))


def opened(content: bytes) -> Opened:
    """Take a share file apart. Raises RefusedError unless every byte is the one that its sender signed."""
    members = unpack(content)
    key = verify(members.manifest, members.signature)
    manifest = manifest_from(members.manifest)
    if manifest.public_key != key:
        raise RefusedError("the manifest names another key than the signature")
    register = members.register
    if len(register) != manifest.member_size or hashlib.sha256(register).digest() != manifest.member_sha256:
        raise RefusedError("the register is not the one that was signed")
    return Opened(manifest, register)
