"""What can be told of a file's bytes at a glance, before anything slow is loaded to read them."""

from __future__ import annotations

from itadmin.domain.attached_files import MOST_BYTES, size_text
from itadmin.domain.problems import KnownError

_PDF = b"%PDF-"
_WITHIN = 1024
_SIGNATURE = b"/ByteRange"


def must_be_pdf(content: bytes) -> None:
    """Raises KnownError when the bytes are no PDF, or more than a record can hold."""
    if len(content) > MOST_BYTES:
        raise KnownError(f"Filen är större än {size_text(MOST_BYTES)}. Välj en mindre fil.")
    if _PDF not in content[:_WITHIN]:
        raise KnownError("Filen är ingen PDF. Välj en PDF-fil.")


def may_be_signed(content: bytes) -> bool:
    """Whether there is a trace of a signature: it has to say in plain bytes what it covers."""
    return _SIGNATURE in content
