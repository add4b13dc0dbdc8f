"""Whose a paper is and how it looks: what the file says of an organisation's papers, or else its name alone.

A unit without a look of its own has that of what it belongs to. A picture that cannot be used stops the paper, with
words that say what to do. One whose file did not come along with the register is left out, as its absence is told
where files are shown; papers are also made of copies.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from uuid import UUID

from itadmin.documents.content import Logotype, Profile
from itadmin.documents.pdf.unusable import UnusablePictureError
from itadmin.domain.calculations.contrast import is_colour
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.paper_profiles import PaperProfile
from itadmin.services.attached_content import AbsentContentError, attached_content
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.reading import Reading

REGISTER = "paper_profiles"
LOGOTYPE = "logotyp"
"""The kind of attached file that is the picture."""

_PICTURES = "itadmin.documents.pdf.pictures"
_WITHOUT = "Byt bilden, eller ta bort filen där: då görs handlingarna utan bild."
_REMEMBERED = 8


def profile_for(reading: Reading, organisation_id: UUID | None) -> Profile:
    """Whose paper it is, by the organisation it is from; None is the one whose file it is.

    Raises KnownError, naming the look, when its picture cannot be used.
    """
    belongs = belonging(reading, organisation_id or reading.organisation_id)
    if belongs is None:
        return Profile(reading.organisation().label)
    plain = Profile(belongs.legal.name, belongs.units[0].name if belongs.units else "")
    found = _nearest(reading, belongs)
    return profile_of(reading, found, plain) if found else plain


def profile_of(reading: Reading, look: PaperProfile, plain: Profile) -> Profile:
    """`plain` with all that a record says of the look of papers.

    Raises KnownError, naming the record, when its picture cannot be used.
    """
    return replace(
        plain,
        organisation=look.name,
        unit=look.unit or plain.unit,
        accent=look.accent if is_colour(look.accent) else plain.accent,
        address=look.address,
        footer=look.footer,
        logotype=_logotype(reading, look),
    )


def read_logotype(content: bytes, alt: str) -> Logotype:
    """The picture that a file holds. Raises UnusablePictureError."""
    logotype: Logotype = import_module(_PICTURES).read_logotype(content, alt)
    return logotype


def _nearest(reading: Reading, belongs: Belonging) -> PaperProfile | None:
    """The look of the organisation itself, or of the nearest one above it."""
    looks = [read.record for read in reading.many(REGISTER, reading.keys(REGISTER)).values()]
    for step in belongs.chain:
        for look in looks:
            if isinstance(look, PaperProfile) and look.organisation == step.id:
                return look
    return None


def _logotype(reading: Reading, look: PaperProfile) -> Logotype | None:
    """The picture of a look; None when it has none, none that is told in words, or its file lies elsewhere."""
    digest = next((file.digest for file in look.attachments if file.purpose == LOGOTYPE), "")
    alt = look.logotype_alt.strip()
    if not digest or not alt:
        return None
    file = reading.file
    try:
        return _remembered(file.path, file.info.register_id, digest, alt)
    except AbsentContentError:
        return None
    except UnusablePictureError as error:
        raise KnownError(f"Bilden i Utseende på handlingar för {look.name} {error.reason}. {_WITHOUT}") from error
    except KnownError as error:
        sentence = f"Bilden i Utseende på handlingar för {look.name} går inte att läsa. {error.sentence}"
        raise KnownError(sentence, details=error.details) from error


@lru_cache(maxsize=_REMEMBERED)
def _remembered(register: Path, register_id: UUID, digest: str, alt: str) -> Logotype:
    """A picture by its content, which is decoded once for many papers."""
    return read_logotype(attached_content(register, register_id, digest), alt)
