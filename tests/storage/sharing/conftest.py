"""A share file of some records, made by hand, and the key it is signed with."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.storage.sharing.envelope import sealed
from itadmin.storage.sharing.manifest import Manifest, Sender, Version
from itadmin.storage.sharing.register_bytes import register_bytes
from itadmin.storage.sharing.schema import ShareTable
from itadmin.storage.sharing.signing import public_key

SYSTEMS = ShareTable("systems", "records", (("name", "text"), ("user_count", "integer"), ("supplier", "id")), 2)
ROWS = [(bytes([1]) * 16, "Treserva", "Treserva", 120, None), (bytes([2]) * 16, "Evolution", "Evolution", None, None)]


@pytest.fixture
def key() -> bytes:
    return bytes(range(32))


@pytest.fixture
def register() -> bytes:
    return register_bytes([(SYSTEMS, ROWS)])


@pytest.fixture
def manifest(key: bytes, register: bytes) -> Manifest:
    return Manifest(
        program="0.1.0",
        sender=Sender(municipality_id("1439"), "1439", "Färgelanda kommun"),
        number=3,
        version=Version(1_795_000_000_000 << 16, "ab" * 32),
        previous=Version(1_794_000_000_000 << 16, "cd" * 32),
        profile_key="grannar",
        profile_name="Grannar",
        created=datetime(2026, 11, 22, 12, tzinfo=UTC),
        tables=(SYSTEMS,),
        member_size=len(register),
        member_sha256=hashlib.sha256(register).digest(),
        public_key=public_key(key),
    )


@pytest.fixture
def made(manifest: Manifest, register: bytes, key: bytes) -> Callable[..., bytes]:
    """Make the share file, with other values in its manifest if any are given."""

    def make(**values: Any) -> bytes:
        return sealed(replace(manifest, **values), register, key)

    return make
