"""What is done with records that are chosen in a list: into the bin, out of it, and copied. Says what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.ui.session import Session


def put_in_bin(session: Session, register: str, ids: Sequence[UUID]) -> None:
    """Put records in the bin; a neighbour's stay where they are, and that is said."""
    if session.guide.attempt(lambda: session.workspace.records.delete(register, ids)):
        what = "Posten" if len(ids) == 1 else f"{len(ids)} poster"
        session.guide.say(f"{what} ligger i papperskorgen.", undoable=True)


def take_out_of_bin(session: Session, register: str, ids: Sequence[UUID]) -> None:
    """Take records out of the bin."""
    session.workspace.records.restore(register, ids)
    session.guide.say("Återställt ur papperskorgen.", undoable=True)


def copied(session: Session, register: str, record_id: UUID) -> UUID | None:
    """Copy a record and give the copy's id; None for a neighbour's, which cannot be, and that is said."""
    try:
        made = session.workspace.records.copy(register, record_id)
    except KnownError as error:
        session.guide.say(error.sentence)
        return None
    session.guide.say("Posten är kopierad.", undoable=True)
    return made
