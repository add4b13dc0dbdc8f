"""The share files that lie before one, and what has been answered about each: which of them are to be taken in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from itadmin.services.receiving.standing import Trust
from itadmin.ui.sharing.arrived import Arrived


@dataclass
class Answers:
    """What somebody has said of a file.

    `is_confirmed`: its fingerprint has been compared. `fingerprint`: what the sender has read aloud of a new key.
    `agreed`: what it asks has been answered with yes. `password`: what has been typed of it; `is_opening` while that is
    tried.
    """

    is_confirmed: bool = False
    fingerprint: str = ""
    agreed: bool = False
    password: str = ""
    is_opening: bool = False


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
        """Put in a file that has been looked at; a password that has been typed stays until it opens the file."""
        before = self._answers.get(arrived.path, Answers())
        self._files[arrived.path] = arrived
        self._answers[arrived.path] = Answers(password="" if arrived.parcel else before.password)

    def open_none(self) -> None:
        """Note that no password is being tried any more."""
        for answers in self._answers.values():
            answers.is_opening = False

    def remove(self, path: Path) -> None:
        """Take a file out again."""
        self._files.pop(path, None)
        self._answers.pop(path, None)

    def answers(self, arrived: Arrived) -> Answers:
        """What has been said of a file; may be changed."""
        return self._answers[arrived.path]

    def is_outdone(self, arrived: Arrived) -> bool:
        """Whether a newer file of the same sender lies here too, which nothing stops."""
        return any(
            other.parcel.version.is_newer_than(arrived.parcel.version)
            for other in self._files.values()
            if other.parcel and arrived.parcel and not self.is_stopped(other) and _sender(other) == _sender(arrived)
        )

    def is_double(self, arrived: Arrived) -> bool:
        """Whether one that is as new, of the same sender, is to be taken in its stead: the same file, as a rule."""
        alike = [other for other in self._candidates() if _sender(other) == _sender(arrived)]
        return any(other is arrived for other in alike[1:])

    def _candidates(self) -> list[Arrived]:
        """Those that would change what is here and that nothing stops; of each sender only the newest."""
        return [
            arrived
            for arrived in self._files.values()
            if arrived.is_newer and not self.is_stopped(arrived) and not self.is_outdone(arrived)
        ]

    def is_stopped(self, arrived: Arrived) -> bool:
        """Whether a changed key stops a file: until the new one's fingerprint has been read aloud."""
        return arrived.has_changed_key and not (
            arrived.is_newer and arrived.parcel and self._is_read_aloud(arrived, arrived.parcel.fingerprint)
        )

    def _is_read_aloud(self, arrived: Arrived, fingerprint: str) -> bool:
        return "".join(self.answers(arrived).fingerprint.split()) == "".join(fingerprint.split())

    @property
    def to_take(self) -> list[Arrived]:
        """Those that are to be taken in: one of each sender."""
        return [arrived for arrived in self._candidates() if not self.is_double(arrived)]

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


def _sender(arrived: Arrived) -> UUID | None:
    return arrived.parcel.manifest.sender.id if arrived.parcel else None


def is_as_new(one: Arrived, other: Arrived) -> bool:
    """Whether two files of one sender say the same, whatever they are called."""
    if one.parcel is None or other.parcel is None:
        return False
    return _sender(one) == _sender(other) and one.parcel.version == other.parcel.version
