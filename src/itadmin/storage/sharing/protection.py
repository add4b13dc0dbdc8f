"""Share files with a password, in the age format: other programs open them with the same password.

Looks at what opening would cost before it opens anything. The only module that loads pyrage.
"""

from __future__ import annotations

import re

from pyrage import DecryptError, passphrase

from itadmin.domain.text import clean_line
from itadmin.storage.sharing.container import LARGEST
from itadmin.storage.sharing.refused import RefusedError

_BEGINS = b"age-encryption.org/v1\n"
_BY_PASSWORD = b"-> scrypt "
_STANZA = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
_MOST_WORK = 20
"""As a power of two: at 20 opening takes a gigabyte of memory and some seconds."""
_MORE_TRIES = 4
_OVERHEAD = 64 * 1024
"""Bytes that a file gains at most by being protected."""


class WrongPasswordError(Exception):
    """The password is not that of the file, or the file is damaged: the format does not tell which."""


class TooCostlyError(RefusedError):
    """Trying a password would take more memory and time than is ever given."""


def is_protected(content: bytes) -> bool:
    """Whether the bytes begin as a file with a password does; one for a key of the format's own has none."""
    return content.startswith(_BEGINS + _BY_PASSWORD)


def protect(content: bytes, password: str) -> bytes:
    """The bytes with a password; takes a second or some. Never twice the same.

    How much work opening takes is measured anew each time, and a quick machine may ask for more than is ever tried;
    then it is measured again, a few times.
    """
    protected: bytes = passphrase.encrypt(content, clean_line(password))
    for _ in range(_MORE_TRIES):
        if _work(protected) <= _MOST_WORK:
            break
        protected = passphrase.encrypt(content, clean_line(password))
    return protected


def unprotect(content: bytes, password: str) -> bytes:
    """The bytes without their password. Raises WrongPasswordError, RefusedError, or TooCostlyError."""
    if len(content) > LARGEST + _OVERHEAD:
        raise RefusedError("larger than 64 MiB")
    if _work(content) > _MOST_WORK:
        raise TooCostlyError("its password would take too long to try")
    try:
        opened: bytes = passphrase.decrypt(content, clean_line(password))
    except DecryptError as error:
        raise WrongPasswordError(str(error)) from error
    return opened


def _work(content: bytes) -> int:
    """How much work it takes to try a password, as a power of two. Raises RefusedError for what has none."""
    stanza = _STANZA.match(content, len(_BEGINS)) if is_protected(content) else None
    if stanza is None:
        raise RefusedError("not protected by a password")
    return int(stanza[1])
