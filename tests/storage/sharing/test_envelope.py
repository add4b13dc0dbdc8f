"""A share file as a whole."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from itadmin.storage.sharing.container import pack, unpack
from itadmin.storage.sharing.envelope import opened, sealed
from itadmin.storage.sharing.manifest import Manifest
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.signing import new_key, sign

Make = Callable[..., bytes]


def test_what_is_sealed_can_be_opened(made: Make, manifest: Manifest, register: bytes) -> None:
    assert opened(made()) == (manifest, register)


def test_the_same_content_gives_the_same_bytes(made: Make) -> None:
    assert made() == made()


def test_a_register_that_was_not_signed_is_refused(made: Make, register: bytes) -> None:
    members = unpack(made())
    for other in (register + bytes(4096), register[:-1] + b"\x00"):
        with pytest.raises(RefusedError):
            opened(pack(members._replace(register=other)))


def test_a_manifest_that_names_another_key_is_refused(manifest: Manifest, register: bytes) -> None:
    with pytest.raises(RefusedError):
        opened(sealed(manifest, register, new_key()))


def test_one_who_signs_what_another_has_made_shows_his_own_key(manifest: Manifest, made: Make) -> None:
    members, key = unpack(made()), new_key()
    changed = replace(manifest, number=4).to_bytes()
    with pytest.raises(RefusedError):
        opened(pack(members._replace(manifest=changed)))
    with pytest.raises(RefusedError):
        opened(pack(members._replace(manifest=changed, signature=sign(key, changed))))
