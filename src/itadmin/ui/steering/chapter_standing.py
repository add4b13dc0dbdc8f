"""Whether a chapter can be written now, and what is said above it: locked, another kommun's, left out, or nothing."""

from __future__ import annotations

from uuid import UUID

from itadmin.documents.chapters import Chapter
from itadmin.ui.session import Session
from itadmin.ui.steering import words
from itadmin.ui.steering.chapters_read import DOCUMENTS, Level
from itadmin.ui.widgets.notice import Concern, Message


def lock_of(session: Session, document_id: UUID, level: Level) -> str:
    """Why the text of a document cannot be changed on a level; "" when it can."""
    reading = session.reading()
    read = reading.one(DOCUMENTS, document_id)
    lock = reading.lock_of(DOCUMENTS, read.record)
    if lock is not None:
        return lock.sentence
    if not session.workspace.writable or read.record.deleted:
        return words.ONLY_READ
    return "" if level is not None or session.may_change(read) else words.ANOTHERS


def messages_of(chapter: Chapter | None, lock: str) -> tuple[Message, ...]:
    """What is said above a chapter, or (None) where there is none; nothing when it can be written."""
    if lock:
        return (Message(Concern.READ_ONLY, words.locked(lock)),)
    if chapter is None:
        return (Message(Concern.INFORMATION, words.NO_CHAPTERS),)
    return (Message(Concern.INFORMATION, words.LEFT_OUT),) if chapter.left_out else ()
