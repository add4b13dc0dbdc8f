"""What the record page says of a record beside its values: what to think of, what is wrong, why it is read-only."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from itadmin.domain.findings import Finding
from itadmin.domain.problems import InvalidRecordError, KnownError
from itadmin.domain.register import Lock, Register
from itadmin.domain.text import listed
from itadmin.domain.validation import check
from itadmin.services.journal import Step
from itadmin.services.neighbours import Neighbour, neighbour
from itadmin.services.reading import Read, Reading
from itadmin.ui.register.owner_choice import whose_words
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Prose, Strong, plain_text

RESTORE = "Återställ"
MEND = "Gå dit"
"""What the buttons of the messages say."""

_MOST_LABELS = 3
_CLOSED = "Fältet kan inte ändras här."


def remarks(register: Register, read: Read, findings: Sequence[Finding] = ()) -> dict[str, str]:
    """What to think of, by field: what the record itself tells, and the gravest of what is found beside it."""
    told = {finding.field: finding.text for finding in reversed(findings) if finding.field}
    return told | {problem.field: problem.text for problem in check(register, read.record) if problem.field}


def messages_of(
    reading: Reading, register: Register, read: Read, findings: Sequence[Finding], *, writable: bool
) -> list[Message]:
    """What to say at the top of a record's page; nothing is offered in a register that is not `writable`."""
    own = reading.organisation_id
    return messages(
        read,
        findings,
        own=own,
        binned=reading.journal().binned(read.record.id) if read.record.deleted else None,
        lock=reading.lock_of(register.name, read.record),
        whose=neighbour(reading, read.record.owner) if read.record.owner != own else None,
        writable=writable,
    )


def why_closed(told: Sequence[Message]) -> str:
    """Why a field cannot be changed, in one sentence, by what the page says of its record."""
    reasons = (message for message in told if message.concern is Concern.READ_ONLY or message.action == RESTORE)
    found = next(reasons, None)
    return plain_text(found.prose) if found else _CLOSED


def messages(
    read: Read,
    findings: Sequence[Finding] = (),
    *,
    own: UUID,
    binned: Step | None = None,
    lock: Lock | None = None,
    whose: Neighbour | None = None,
    writable: bool = True,
) -> list[Message]:
    """What to say at the top of the page; `own` is the organisation whose file it is.

    `whose` is the neighbour that has shared the record, if one has, `binned` the step that put it in the bin, `lock`
    what keeps it from being changed.
    """
    if read.placeholder or read.record.owner != own:
        return [Message(Concern.READ_ONLY, _others_words(read, whose))]
    if read.record.deleted:
        how = f"Togs bort {binned.at_here} av {binned.who}." if binned else "Den kan tas tillbaka."
        return [Message(Concern.WARNING, (Strong("Ligger i papperskorgen. "), how), RESTORE if writable else "")]
    if lock is not None:
        return [Message(Concern.READ_ONLY, (Strong("Skrivskyddat. "), lock.sentence))]
    if findings:
        concern = Concern.PROBLEM if findings[0].grave else Concern.WARNING
        action = MEND if findings[0].field and writable else ""
        return [Message(concern, (Strong("Att åtgärda: "), _summary(findings)), action)]
    return []


def _others_words(read: Read, whose: Neighbour | None) -> Prose:
    """From whom it is and since when; of what stands here by its name alone, whose it is."""
    if whose is not None and not read.placeholder:
        return whose_words(whose)
    owner = read.labels.get(read.record.owner, "") or read.label
    return (Strong(f"Hör till {owner}. "), "Bara namnet är känt. Skrivskyddat här.")


def _summary(findings: Sequence[Finding]) -> str:
    """One thing in full, several by their labels; the list is of what is wrong, so "med" is left out of it."""
    if len(findings) == 1:
        return findings[0].text
    labels = [finding.label.removeprefix("med ") for finding in findings]
    if len(labels) > _MOST_LABELS + 1:
        labels[_MOST_LABELS:] = [f"{len(labels) - _MOST_LABELS} till"]
    return f"{listed(labels)}."


def sentence_of(error: Exception, field: str) -> str:
    """What is wrong with a field, in the words of what refused it."""
    if isinstance(error, InvalidRecordError):
        own = [problem.text for problem in error.problems if problem.field == field and problem.severity == "fel"]
        return " ".join(own) or error.sentence
    return error.sentence if isinstance(error, KnownError) else str(error)
