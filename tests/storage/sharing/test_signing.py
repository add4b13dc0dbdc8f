"""Signatures over manifests."""

import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from itadmin.storage.sharing.canonical import canonical
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.signing import fingerprint, new_key, public_key, sign, verify

MANIFEST = b'{"format":1}\n'


def test_a_signature_says_whose_it_is(key: bytes) -> None:
    assert verify(MANIFEST, sign(key, MANIFEST)) == public_key(key)


def test_it_is_over_the_hash_of_the_manifest_and_what_it_is_for(key: bytes) -> None:
    said = json.loads(sign(key, MANIFEST))
    assert set(said) == {"alg", "public_key", "signature"}
    signed = b"itadmin-share-v1\0" + hashlib.sha256(MANIFEST).digest()
    Ed25519PublicKey.from_public_bytes(public_key(key)).verify(bytes.fromhex(said["signature"]), signed)


def test_another_manifest_is_refused(key: bytes) -> None:
    with pytest.raises(RefusedError):
        verify(MANIFEST + b" ", sign(key, MANIFEST))


def test_each_bit_of_a_signature_counts(key: bytes) -> None:
    signature = sign(key, MANIFEST)
    for place in range(len(signature) * 8):
        flipped = bytearray(signature)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(RefusedError):
            verify(MANIFEST, bytes(flipped))


@pytest.mark.parametrize(
    "values",
    [
        {"alg": "none"},
        {"alg": None},
        {"more": 1},
        {"public_key": "00" * 32},
        {"public_key": ""},
        {"public_key": 5},
        {"signature": "00" * 64},
        {"signature": "å" * 128},
        {"signature": ["00"]},
    ],
)
def test_a_signature_of_another_form_is_refused(key: bytes, values: dict[str, object]) -> None:
    said = {**json.loads(sign(key, MANIFEST)), **values}
    with pytest.raises(RefusedError):
        verify(MANIFEST, canonical(said))


def test_hexadecimal_is_written_in_one_way(key: bytes) -> None:
    said = json.loads(sign(key, MANIFEST))
    with pytest.raises(RefusedError):
        verify(MANIFEST, canonical({**said, "signature": said["signature"].upper()}))


def test_a_fingerprint_can_be_read_aloud(key: bytes) -> None:
    read = fingerprint(public_key(key))
    assert [len(group) for group in read.split(" ")] == [4] * 8
    assert read.replace(" ", "").isdigit()
    assert fingerprint(public_key(new_key())) != read
