"""The next day that something is due of a system: notice of an agreement, its end, or a review. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.reading import Read

_OVER = ("upphort", "ersatt")


@dataclass(frozen=True, slots=True, order=True)
class DueDay:
    """A day and what it is, in Swedish."""

    day: date
    what: str


def next_due(system: Read, agreements: Iterable[Read], day: date) -> DueDay | None:
    """The first that is due on `day` or later; None when nothing is known to be."""
    found = [*_of_system(system), *(due for agreement in agreements for due in _of_agreement(agreement))]
    return min((due for due in found if due.day >= day), default=None)


def _of_system(read: Read) -> Iterator[DueDay]:
    system = read.record
    if isinstance(system, System):
        if system.next_review_on is not None:
            yield DueDay(system.next_review_on, "granskning")
        if system.classification_valid_until is not None:
            yield DueDay(system.classification_valid_until, "klassningen gäller till och med")


def _of_agreement(read: Read) -> Iterator[DueDay]:
    agreement = read.record
    if isinstance(agreement, Agreement) and agreement.status not in _OVER:
        if agreement.next_notice_day is not None:
            yield DueDay(agreement.next_notice_day, f"sista dag att säga upp {agreement.title}")
        elif agreement.ends_on is not None:
            yield DueDay(agreement.ends_on, f"{agreement.title} löper ut")
