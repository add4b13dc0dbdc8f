"""What the record page says of a record beside its values: what to think of, what is wrong, why it is read-only."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.problems import InvalidRecordError, KnownError
from itadmin.domain.register import Register
from itadmin.domain.validation import check
from itadmin.services.reading import Read
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Strong


def remarks(register: Register, read: Read) -> dict[str, str]:
    """What to think of, by field."""
    return {problem.field: problem.text for problem in check(register, read.record) if problem.field}


def messages(read: Read, *, own: UUID) -> list[Message]:
    """What to say at the top of the page; `own` is the organisation whose file it is."""
    if read.placeholder or read.record.owner != own:
        return [Message(Concern.READ_ONLY, (Strong(f"Hör till {read.label}. "), "Skrivskyddat här."))]
    if read.record.deleted:
        return [Message(Concern.WARNING, (Strong("Ligger i papperskorgen. "), "Den kan tas tillbaka."), "Återställ")]
    return []


def sentence_of(error: Exception, field: str) -> str:
    """What is wrong with a field, in the words of what refused it."""
    if isinstance(error, InvalidRecordError):
        own = [problem.text for problem in error.problems if problem.field == field and problem.severity == "fel"]
        return " ".join(own) or error.sentence
    return error.sentence if isinstance(error, KnownError) else str(error)
