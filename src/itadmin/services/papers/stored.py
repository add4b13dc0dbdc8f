"""The files of a handling as they lie in the store, and whether they still are what they were when they came there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from itadmin.domain.attached_files import clean_file_name
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.attachments import Attachments
from itadmin.services.papers.values_used import as_made


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a handling: what to call it, its SHA-256 in hexadecimal, and its content."""

    name: str
    digest: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one file of a handling is what it was, told as one Swedish sentence; `digest` is its SHA-256 as noted."""

    is_whole: bool
    sentence: str
    digest: str = ""


def file_of(attachments: Attachments, paper: IssuedPaper) -> StoredFile:
    """The paper as it was made. Raises KnownError when it is not here or not what it was."""
    return _stored(attachments, paper, paper.digest, "Handlingen har ingen lagrad fil. Skapa den på nytt.")


def signed_file_of(attachments: Attachments, paper: IssuedPaper) -> StoredFile:
    """The signed copy. Raises KnownError when there is none, or it is not here or not what it was."""
    return _stored(attachments, paper, paper.signed_digest, "Handlingen har ingen påskriven fil.")


def values_of(attachments: Attachments, paper: IssuedPaper) -> StoredFile:
    """What the paper was made of, as JSON, unpacked.

    Raises KnownError when it is not here or not what it was, ValueError when it was damaged already when it was kept.
    """
    digest = next((row.digest for row in paper.attachments if row.purpose == "uppgifter"), "")
    stored = _stored(attachments, paper, digest, "Det är inte sparat vad handlingen gjordes av.")
    return replace(stored, content=as_made(stored.name, stored.content))


def verify(attachments: Attachments, paper: IssuedPaper) -> tuple[Verdict, ...]:
    """Work out anew the SHA-256 of each file that the handling has, and say whether it is the one that was noted."""
    files = [("Handlingen", paper.digest), ("Det påskrivna exemplaret", paper.signed_digest)]
    found = tuple(_verdict(attachments, name, digest) for name, digest in files if digest)
    return found or (Verdict(is_whole=False, sentence="Handlingen har ingen lagrad fil att kontrollera."),)


def _verdict(attachments: Attachments, name: str, digest: str) -> Verdict:
    try:
        attachments.content(digest)
    except KnownError as error:
        return Verdict(is_whole=False, sentence=f"{name}: {error.sentence}", digest=digest)
    sentence = f"{name}: oförändrat innehåll, kontrollsumman SHA-256 stämmer."
    return Verdict(is_whole=True, sentence=sentence, digest=digest)


def _stored(attachments: Attachments, paper: IssuedPaper, digest: str, none: str) -> StoredFile:
    if not digest:
        raise KnownError(none)
    named = (row.file_name for row in paper.attachments if row.digest == digest)
    return StoredFile(clean_file_name(next(named, f"{paper.number}.pdf")), digest, attachments.content(digest))
