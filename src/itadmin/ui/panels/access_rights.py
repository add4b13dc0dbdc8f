"""The kinds of right that a system has, offered where a decision about one of them is written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from itadmin.domain.registers.systems import System
from itadmin.domain.text import fold
from itadmin.ui.completing_line import Offer, Offers
from itadmin.ui.register.special import Beside, Writing
from itadmin.ui.session import Session


def _right_words(session: Session, beside: Beside) -> Offers:
    """The rights of the system that the decision is about, once it is chosen."""

    def offered(words: str) -> list[Offer]:
        rights = _rights(session, beside("system"))
        return [offer for offer in rights if fold(words) in fold(offer.text)]

    return offered


def _rights(session: Session, system: Any) -> list[Offer]:
    """The kinds of right of a system that is here; `system` is its id, or one that is yet to be made, or nothing."""
    if not isinstance(system, UUID | str) or not system:
        return []
    key = UUID(str(system))
    read = session.reading().many("systems", [key]).get(key)
    rights = read.record.access_rights if read is not None and isinstance(read.record, System) else ()
    return [Offer(right.name, right.name, right.description) for right in rights if right.name]


WRITING = Writing(words={"access_right": _right_words})
