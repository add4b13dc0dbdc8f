"""Those whose records are here as senders: the fingerprint each is known by, and whether it has been read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from itadmin.services.neighbours import Neighbour, neighbours
from itadmin.services.reading import Reading
from itadmin.storage.sharing import slices
from itadmin.storage.sharing.signing import fingerprint


@dataclass(frozen=True, slots=True)
class Sender:
    """A neighbour, what its key is known by, and whether that has been confirmed."""

    neighbour: Neighbour
    fingerprint: str
    is_confirmed: bool


def senders(reading: Reading) -> tuple[Sender, ...]:
    """All of them, in name order."""
    found = []
    for each in neighbours(reading):
        with reading.file.reading() as connection:
            known = slices.sender(connection, each.id)
        if known is not None:
            found.append(Sender(each, fingerprint(known.public_key), known.is_confirmed))
    return tuple(found)
