"""The share files that lie before one, and what has been answered about each: which of them are to be taken in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from itadmin.services.receiving.standing import Trust
from itadmin.ui.sharing.arrived import Arrived


@dataclass
class Answers:
    """What somebody has said of a file.

    `is_confirmed`: its fingerprint has been compared. `fingerprint`: what the sender has read aloud of a new key.
    `agreed`: what it asks has been answered with yes.
    """

    is_confirmed: bool = False
    fingerprint: str = ""
    agreed: bool = False


class Basket:
    """The files in the order they came; one that comes again takes its own place."""

    def __init__(self) -> None:
        self._files: dict[Path, Arrived] = {}
        self._answers: dict[Path, Answers] = {}

    @property
    def files(self) -> list[Arrived]:
        """All of them."""
        return list(self._files.values())

    def put(self, arrived: Arrived) -> None:
        """Put in a file that has been looked at."""
        self._files[arrived.path] = arrived
        self._answers[arrived.path] = Answers()

    def remove(self, path: Path) -> None:
        """Take a file out again."""
        self._files.pop(path, None)
        self._answers.pop(path, None)

    def answers(self, arrived: Arrived) -> Answers:
        """What has been said of a file; may be changed."""
        return self._answers[arrived.path]

    def is_outdone(self, arrived: Arrived) -> bool:
        """Whether a newer file of the same sender lies here too."""
        return any(
            other.parcel.version.is_newer_than(arrived.parcel.version)
            for other in self._files.values()
            if other.parcel and arrived.parcel and other.parcel.manifest.sender.id == arrived.parcel.manifest.sender.id
        )

    def is_double(self, arrived: Arrived) -> bool:
        """Whether the same file came before it, under another name."""
        before = takewhile(lambda other: other is not arrived, self._files.values())
        return any(is_same(other, arrived) for other in before)

    def is_stopped(self, arrived: Arrived) -> bool:
        """Whether a changed key stops a file: until the new one's fingerprint has been read aloud."""
        return arrived.has_changed_key and not (
            arrived.is_newer and arrived.parcel and self._is_read_aloud(arrived, arrived.parcel.fingerprint)
        )

    def _is_read_aloud(self, arrived: Arrived, fingerprint: str) -> bool:
        return "".join(self.answers(arrived).fingerprint.split()) == "".join(fingerprint.split())

    @property
    def to_take(self) -> list[Arrived]:
        """Those that would change what is here and that nothing stops."""
        return [
            arrived
            for arrived in self._files.values()
            if arrived.is_newer
            and not self.is_stopped(arrived)
            and not self.is_outdone(arrived)
            and not self.is_double(arrived)
        ]

    def asks_whom(self, arrived: Arrived) -> bool:
        """Whether nobody has compared the fingerprint of a file's sender, now or before."""
        is_met = arrived.position is not None and arrived.position.trust in (Trust.NEW, Trust.UNCONFIRMED)
        return is_met and not self.answers(arrived).is_confirmed

    @property
    def unanswered(self) -> list[Arrived]:
        """Those of them that ask something that has not been answered."""
        return [arrived for arrived in self.to_take if self.asks(arrived) and not self.answers(arrived).agreed]

    def asks(self, arrived: Arrived) -> bool:
        """Whether a file asks something before it is taken in."""
        return bool(arrived.asks) or self.asks_whom(arrived)


def is_same(one: Arrived, other: Arrived) -> bool:
    """Whether two files are one, whatever they are called."""
    return one.parcel is not None and other.parcel is not None and one.parcel.manifest == other.parcel.manifest
