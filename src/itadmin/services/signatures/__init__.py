"""Electronic signatures in PDF files: who has signed a file, whether it is the paper we sent, and signing it.

All is done without a network. pyHanko takes most of a second to load and is loaded when it is first needed, by this
module; that a file has no signature is seen without it. Knows nothing of registers, papers or where files are kept.
"""

from __future__ import annotations

import logging
from datetime import datetime
from importlib import import_module
from types import ModuleType

from itadmin.services.signatures.files import may_be_signed, must_be_pdf
from itadmin.services.signatures.seen import NOT_CHECKED, STATES, SignatureSeen, moment, sentences, signer

__all__ = [
    "NOT_CHECKED",
    "STATES",
    "SignatureSeen",
    "is_same_paper",
    "moment",
    "sentences",
    "sign",
    "signatures_of",
    "signer",
]


def signatures_of(content: bytes) -> tuple[SignatureSeen, ...]:
    """The signatures and timestamps in a PDF, oldest first; () when it has none. Of more than 50 the first are told.

    Raises KnownError when the file is no PDF, or one with signatures that cannot be read.
    """
    must_be_pdf(content)
    if not may_be_signed(content):
        return ()
    found: tuple[SignatureSeen, ...] = _part("reading").signatures_of(content)
    return found


def is_same_paper(signed: bytes, ours: bytes) -> bool:
    """Whether a file that came back has the pages of the PDF `ours`, unchanged, and nothing more than signatures.

    False says only that it cannot be told so: a service for signing may add pages of its own, and a scan is pictures.
    Raises KnownError when either is no PDF that can be read.
    """
    must_be_pdf(signed)
    return signed == ours or bool(_part("sameness").same_pages(signed, ours))


def sign(
    content: bytes,
    certificate: bytes,
    password: str,
    *,
    at: datetime,
    reason: str = "",
    place: str = "",
    places: int = 2,
) -> bytes:
    """The PDF with one more signature (PAdES, baseline B), added after all that was there.

    `certificate` is the content of a PKCS#12 file and `password` its own, which is not kept; `at` carries a zone. In a
    file that nobody has signed room is made for `places` signatures, so that those to come change nothing that was
    signed. Raises KnownError when the file or the certificate will not do.
    """
    must_be_pdf(content)
    signed: bytes = _part("making").sign(
        content, certificate, password, at=at, reason=reason, place=place, places=places
    )
    return signed


def _part(name: str) -> ModuleType:
    """A module of this package that needs pyHanko, which is kept from writing of what it reads in any log."""
    for library in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    return import_module(f"{__name__}.{name}")
