"""What is special of a ställningstagande: which kommuner it can be of."""

from __future__ import annotations

from uuid import UUID

from itadmin.services.cooperation_cases.asked import asked_of
from itadmin.ui.register.picker import Choices
from itadmin.ui.register.special import Beside, Head, Special, Writing
from itadmin.ui.session import Session


def _kommuner(session: Session, beside: Beside) -> Choices:
    """The kommuner of the case that stands beside, as it is written now."""

    def found(words: str, most: int) -> list[tuple[UUID, str]]:
        return asked_of(session.reading(), _known(beside("case")), words, most)

    return found


def _known(case: object) -> UUID | None:
    """A case that is in the file; one that is only written, and not yet made, is none."""
    return case if isinstance(case, UUID) else UUID(case) if isinstance(case, str) else None


WRITING = Writing(among={"municipality": _kommuner})

SPECIAL = Special(
    head=Head(chips=("stance",), tells=("municipality", "case", "decide_by")),
    writing=WRITING,
)
