"""In which order somebody's systems are looked through. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from itadmin.services.reviewing.rounds import Item, Share


def first(share: Share) -> Item | None:
    """Where to begin: the first that is left; None when nothing is."""
    return next(iter(share.left), None)


def after(share: Share, current: UUID) -> Item | None:
    """The next that is left after a system, from the beginning again after the last; None when no other is left."""
    return next((item for item in _from(share.items, current) if item in share.left), None)


def beside(share: Share, current: UUID, by: int) -> Item | None:
    """The system a step forward or back, reviewed or not; None past either end."""
    ids = [item.system_id for item in share.items]
    place = ids.index(current) + by if current in ids else 0
    return share.items[place] if 0 <= place < len(share.items) else None


def _from(items: Sequence[Item], current: UUID) -> Sequence[Item]:
    """The other systems, beginning with the one after `current`."""
    place = next((number for number, item in enumerate(items) if item.system_id == current), -1)
    return (*items[place + 1 :], *items[: max(place, 0)])
