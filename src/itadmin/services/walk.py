"""A list's order, gone along piece by piece only as far as it is asked for. Knows no file."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from itadmin.services.ranking import NONE, Working
from itadmin.storage.reads import Piece


class Walk:
    """A list's order, made as far as one has come along it."""

    def __init__(self, source: Iterator[Piece]) -> None:
        self._source = source
        self._order = array("q")
        self.come = 0

    def span(self, number: int) -> Working:
        """The next ones, so many if there are."""
        while len(self._order) < self.come + number:
            piece = next(self._source, None)
            if piece is None:
                break
            self._order.extend(piece.places)
            yield Piece(NONE, piece.looked_at)
        span = self._order[self.come : self.come + number]
        self.come += len(span)
        return span

    def rest(self) -> Working:
        """All after those."""
        for piece in self._source:
            self._order.extend(piece.places)
            yield Piece(NONE, piece.looked_at)
        return self._order[self.come :]
