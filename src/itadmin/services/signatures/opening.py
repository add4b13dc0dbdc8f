"""Opens a PDF for whoever reads or makes signatures in it, whatever the bytes are.

Knows pyHanko's reader; knows nothing of signatures.
"""

from __future__ import annotations

import zlib
from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from itadmin.domain.problems import KnownError
from itadmin.services.signatures.files import must_be_pdf

# What pyHanko and the parsers under it let out when a file is not what it says it is.
DAMAGE = (
    PdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)


def opened(content: bytes, *, strict: bool = False) -> PdfFileReader:
    """A reader of a PDF that is not locked. Raises KnownError when it is no PDF, damaged, encrypted or too large."""
    must_be_pdf(content)
    try:
        reader = PdfFileReader(BytesIO(content), strict=strict)
        encrypted = reader.encrypted
        reader.root["/Pages"]
    except DAMAGE as error:
        raise KnownError(
            "PDF-filen är skadad och går inte att läsa. Be avsändaren om en ny.", details=repr(error)
        ) from error
    if encrypted:
        raise KnownError("PDF-filen är skyddad med lösenord. Spara den utan lösenord och försök igen.")
    return reader
