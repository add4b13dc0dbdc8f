"""Which appendices a driftavtal has beside those it always has: their numbers, and whether they are made with it.

The rows of the agreement decide. One with a diarienummer of its own, or one that is tested for secrecy, is a paper of
its own; so is a personuppgiftsbiträdesavtal, which two juridical persons sign, and driftdokumentation, which an open
paper must never hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from itadmin.domain.registers.agreement_rows import AppendixRow
from itadmin.domain.values import label_of

INSTRUCTION, TRAINING, DOCUMENTATION = "instruktion", "utbildningsplan", "driftdokumentation"
_MADE_TITLES = {TRAINING: "Utbildning"}
"""What a kind is called when it is made with the agreement, where that is less than what it else is."""
_TESTED = "sekretessprovas"


@dataclass(frozen=True)
class AppendixFacts:
    """An appendix by its number. `kind` is a code of "bilagetyp"; one that is `made` stands in the agreement's file."""

    number: int
    kind: str
    title: str
    registry_number: str = ""
    secret: bool = False
    made: bool = False

    @property
    def key(self) -> str:
        """What leads to it, where it is made."""
        return f"appendix-{self.number}"


def numbered(rows: Sequence[AppendixRow], after: int, *, within_one: bool) -> tuple[AppendixFacts, ...]:
    """The appendices of these rows, numbered on from `after`. `within_one` says that both parties are one person."""
    can_be_made = {INSTRUCTION, TRAINING} if within_one else {TRAINING}
    return tuple(_numbered(rows, after, can_be_made))


def _numbered(rows: Sequence[AppendixRow], after: int, can_be_made: set[str]) -> Iterator[AppendixFacts]:
    for number, row in enumerate(rows, start=after + 1):
        secret = row.publicity == _TESTED
        made = row.kind in can_be_made and not row.registry_number and not secret
        if made:
            can_be_made.remove(row.kind)
        usual = label_of("bilagetyp", row.kind)
        title = row.title or (_MADE_TITLES.get(row.kind, usual) if made else usual)
        yield AppendixFacts(number, row.kind, title, row.registry_number, secret, made)
