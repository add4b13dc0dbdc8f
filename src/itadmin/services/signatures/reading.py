"""Finds the signatures of a PDF and what each is worth, with pyHanko and without a network.

No issuer is trusted and nothing is fetched: whose word a certificate is cannot be known offline. Whether a file was
changed after it was signed is told by our own comparison of pages, for pyHanko's reads every object many times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import (
    DocumentTimestampStatus,
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko_certvalidator import ValidationContext

from itadmin.domain.text import clean_line
from itadmin.services.signatures.opening import DAMAGE, opened
from itadmin.services.signatures.sameness import same_pages
from itadmin.services.signatures.seen import Kind, Later, SignatureSeen, State

_LONGEST_NAME = 120
_MOST = 50
_Told = TypeVar("_Told")


def signatures_of(content: bytes) -> tuple[SignatureSeen, ...]:
    """The signatures and timestamps in a PDF, oldest first; () when it has none. Of more than 50 the first are told.

    Raises KnownError when the file is no PDF that can be read.
    """
    reader = opened(content)
    return tuple(seen for _, seen in sorted(_found(reader), key=lambda found: found[0]))


def _found(reader: PdfFileReader) -> Iterator[tuple[int, SignatureSeen]]:
    """Each signature with the revision of the file that it came with."""
    try:
        for count, (name, _, field) in enumerate(enumerate_sig_fields(reader, filled_status=True)):
            if count == _MOST:
                return
            yield _read(reader, field, name)
    except DAMAGE:
        yield reader.xrefs.total_revisions, SignatureSeen("underskrift", "okand")


def _read(reader: PdfFileReader, field: Any, name: str) -> tuple[int, SignatureSeen]:
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
    except DAMAGE:
        return reader.xrefs.total_revisions, SignatureSeen("underskrift", "okand")
    return signature.signed_revision, _seen(signature)


def _seen(signature: EmbeddedPdfSignature) -> SignatureSeen:
    kind: Kind = "tidsstampel" if signature.sig_object_type == "/DocTimeStamp" else "underskrift"
    state, later, stamped = _judged(signature, kind)
    names = _or(dict[str, str](), lambda: _names(signature.signer_cert.subject))
    issuer = _or(dict[str, str](), lambda: _names(signature.signer_cert.issuer))
    return SignatureSeen(
        kind,
        state,
        later,
        name=names.get("common_name", ""),
        organisation=names.get("organization_name", ""),
        issuer=issuer.get("common_name", "") or issuer.get("organization_name", ""),
        claimed_at=None if kind == "tidsstampel" else _or(None, lambda: _moment(signature.self_reported_timestamp)),
        stamped_at=stamped,
        valid_from=_or(None, lambda: _moment(signature.signer_cert.not_valid_before)),
        valid_to=_or(None, lambda: _moment(signature.signer_cert.not_valid_after)),
        reason=_or("", lambda: _line(signature.sig_object.get("/Reason", ""))),
        place=_or("", lambda: _line(signature.sig_object.get("/Location", ""))),
    )


def _judged(signature: EmbeddedPdfSignature, kind: Kind) -> tuple[State, Later, datetime | None]:
    """What a signature is worth, what came after it, and what time a timestamping service gives it."""
    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    try:
        if kind == "tidsstampel":
            stamp = validate_pdf_timestamp(signature, nobody, skip_diff=True)
            return *_worth(stamp, signature), _moment(stamp.timestamp)
        status = validate_pdf_signature(signature, nobody, skip_diff=True)
        stamped = status.timestamp_validity
        sound = stamped is not None and stamped.intact and stamped.valid
        return *_worth(status, signature), _moment(stamped.timestamp) if stamped is not None and sound else None
    except DAMAGE:
        return "okand", "inget", None


def _worth(
    status: PdfSignatureStatus | DocumentTimestampStatus, signature: EmbeddedPdfSignature
) -> tuple[State, Later]:
    if not (status.intact and status.valid):
        return "skadad", "andringar"
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "hel", "inget"
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    if whole and signature.docmdp_level != MDPPerm.NO_CHANGES and _is_only_signed_after(signature):
        return "hel", "underskrifter"
    return "andrad", "andringar"


def _is_only_signed_after(signature: EmbeddedPdfSignature) -> bool:
    """Whether the file has the pages that it had when it was signed, and since then only more signatures."""
    content = signature.reader.stream.getvalue()
    _, _, start, length = signature.byte_range
    return same_pages(content, content[: start + length])


def _names(name: Any) -> dict[str, str]:
    """The parts of a certificate's name; of one that is there many times the last."""
    return {part: _line(value) for part, value in name.native.items() if isinstance(value, str)}


def _line(text: object) -> str:
    return clean_line(str(text))[:_LONGEST_NAME]


def _moment(moment: datetime | None) -> datetime | None:
    """A time that carries a zone; one without is taken to be of here."""
    return moment.astimezone() if moment is not None else None


def _or(otherwise: _Told, told: Callable[[], _Told]) -> _Told:
    """What is told, or `otherwise` when the file does not make sense there."""
    try:
        return told()
    except DAMAGE:
        return otherwise
