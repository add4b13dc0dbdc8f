"""The way back: the places one has stood on, as in a browser. Knows nothing of screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A record one has stood on: the key of its page, which is its register, and its id. A page alone has no id."""

    page: str
    record_id: UUID | None = None


class Trail:
    """Places in the order they were visited, and where in it we are."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._moving = False

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether we have gone back from a later place."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Stand on a place; what lay ahead is forgotten. Nothing happens while moving along the trail.

        The first record that is stood on in a page takes the place of the page alone.
        """
        here = self._places[self._at] if self._places else None
        if self._moving or here == place:
            return
        if here == Place(place.page):
            self._places[self._at] = place
            return
        self._places = [*self._places[: self._at + 1], place][-_LONGEST:]
        self._at = len(self._places) - 1

    def back(self) -> Place | None:
        """Go to the place before; None at the beginning."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """Go to the place after; None at the end."""
        return self._step(1) if self.can_go_forward else None

    @contextmanager
    def moving(self) -> Iterator[None]:
        """A block in which visits are the trail's own doing."""
        self._moving = True
        try:
            yield
        finally:
            self._moving = False

    def _step(self, by: int) -> Place:
        self._at += by
        return self._places[self._at]
