"""Signs a PDF with a certificate file: PAdES, baseline B. Reads no clock, keeps nothing, and asks nobody."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from itadmin.domain.problems import KnownError
from itadmin.domain.text import clean_line
from itadmin.services.signatures.certificate import signer_of
from itadmin.services.signatures.opening import DAMAGE, opened
from itadmin.services.signatures.places import NAME, with_places
from itadmin.services.signatures.update import Update


@dataclass(frozen=True, slots=True)
class _Words:
    """What a signature says beside its name."""

    at: datetime
    reason: str
    place: str


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
    """The PDF with one more signature, added after all that was there.

    `certificate` is the content of a PKCS#12 file and `password` its own; `at` carries a zone. In a file that nobody
    has signed room is made for `places` signatures, so that those to come change nothing that was signed.
    Raises KnownError when the file or the certificate will not do.
    """
    signer = signer_of(certificate, password, at)
    try:
        roomy = _with_room(content, places)
        return asyncio.run(_signed(Update.of(roomy), _free_place(roomy), signer, _Words(at, reason, place)))
    except SigningError as error:
        raise KnownError(
            "Filen är låst för fler underskrifter av en tidigare underskrift eller av den som gjorde den.",
            details=str(error),
        ) from error
    except DAMAGE as error:
        raise KnownError(
            "PDF-filen är uppbyggd så att den inte kan skrivas under här. Skapa den igen och försök på nytt.",
            details=repr(error),
        ) from error


def _with_room(content: bytes, places: int) -> bytes:
    """The file with places to sign in; as it is when it has some, is signed, or cannot be given any.

    Then the signature gets a field of its own, which the structure of a tagged file does not tell of.
    """
    if next(enumerate_sig_fields(opened(content, strict=True)), None) is not None:
        return content
    try:
        return with_places(content, places)
    except DAMAGE:
        return content


def _free_place(content: bytes) -> str:
    """The name of the first place that nobody has signed in, or one for a new place."""
    fields = [(name, filled) for name, filled, _ in enumerate_sig_fields(opened(content, strict=True))]
    taken = {name for name, _ in fields}
    free = (name for name, filled in fields if filled is None)
    new = (f"{NAME} {number}" for number in range(1, len(taken) + 2) if f"{NAME} {number}" not in taken)
    return next(free, None) or next(new)


async def _signed(update: Update, place: str, signer: SimpleSigner, words: _Words) -> bytes:
    """The file signed in the field `place`. Awaits nothing but the key."""
    metadata = PdfSignatureMetadata(
        field_name=place,
        subfilter=SigSeedSubFilter.PADES,
        reason=clean_line(words.reason) or None,
        location=clean_line(words.place) or None,
    )
    field = SigFieldSpec(place, on_page=-1, readable_field_name=place)
    session = PdfSigner(metadata, signer, new_field_spec=field).init_signing_session(update)
    session.system_time = words.at
    room = await session.estimate_signature_container_size(None, tight=False)
    unsigned = session.prepare_tbs_document(None, room)
    digest, output = unsigned.digest_tbs_document()
    await unsigned.perform_signature(digest.document_digest, PdfCMSSignedAttributes(signing_time=words.at))
    output.seek(0)
    return bytes(output.read())
