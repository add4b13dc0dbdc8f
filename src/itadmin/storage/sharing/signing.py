"""Signatures of share files: Ed25519 over the manifest, and the fingerprint that two people compare by telephone.

The manifest has the hash of the register in the file, so its signature holds for all of it. Knows nothing of where a
key is kept or who is trusted.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from itadmin.storage.sharing.canonical import canonical, parsed
from itadmin.storage.sharing.refused import RefusedError

_ALGORITHM = "Ed25519"
_PURPOSE = b"itadmin-share-v1\0"
_KEY_SIZE, _SIGNATURE_SIZE = 32, 64
_GROUPS, _DIGITS = 8, 4


def new_key() -> bytes:
    """A new secret key: 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(key: bytes) -> bytes:
    """The public key of a secret one: 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def sign(key: bytes, manifest: bytes) -> bytes:
    """The signature member of a share file with this manifest."""
    signature = Ed25519PrivateKey.from_private_bytes(key).sign(_signed(manifest))
    return canonical({"alg": _ALGORITHM, "public_key": public_key(key).hex(), "signature": signature.hex()})


def verify(manifest: bytes, signature: bytes) -> bytes:
    """The public key that has signed a manifest. Raises RefusedError when the signature does not hold.

    That the manifest names the same key is for its reader to see to.
    """
    said = parsed(signature)
    if set(said) != {"alg", "public_key", "signature"} or said["alg"] != _ALGORITHM:
        raise RefusedError("no signature of a kind that is known")
    key = from_hex(said["public_key"], _KEY_SIZE)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(from_hex(said["signature"], _SIGNATURE_SIZE), _signed(manifest))
    except (InvalidSignature, ValueError) as error:
        raise RefusedError("the signature does not hold") from error
    return key


def from_hex(text: object, size: int) -> bytes:
    """The bytes that hexadecimal text of lower case says. Raises RefusedError unless there are `size` of them."""
    try:
        content = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        content = b""
    if len(content) != size or content.hex() != text:
        raise RefusedError("not hexadecimal")
    return content


def fingerprint(key: bytes) -> str:
    """What is read aloud of a public key: eight groups of four digits, with spaces between."""
    number = int.from_bytes(hashlib.sha256(_PURPOSE + key).digest(), "big") % 10 ** (_GROUPS * _DIGITS)
    digits = str(number).zfill(_GROUPS * _DIGITS)
    return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def _signed(manifest: bytes) -> bytes:
    return _PURPOSE + hashlib.sha256(manifest).digest()
