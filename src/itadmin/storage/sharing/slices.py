"""What is known of the slices of other owners: whose, which version, in which step, and the last two as they came.

Of each owner's lines, in the order they came, one at most is current: what stands in the file. Those after it have been
undone, and can be done again until another comes. Must be called inside `RegisterFile.writing()` where it writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

from sqlalchemy import Connection, Row, delete, insert, select, update

from itadmin.storage.sharing.manifest import Manifest, Version
from itadmin.storage.tables import RECEIVED, SENDERS

_KEPT = 2
"""Of each owner: the slice that stands in the file, and the one before it."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice as it was received. `container` is the whole share file, None when it is no longer kept."""

    pk: int
    owner: UUID
    version: Version
    profile: str
    file_name: str
    step: int
    container: bytes | None


@dataclass(frozen=True, slots=True)
class KnownSender:
    """Somebody whose file has been received, and the key they are known by."""

    organisation: UUID
    name: str
    public_key: bytes
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a file came: what it was called, when (ISO, UTC) and by whose hand."""

    file_name: str
    at: str
    who: str


def current(connection: Connection, owner: UUID) -> Slice | None:
    """The slice of an owner that stands in the file."""
    row = connection.execute(select(RECEIVED).where(RECEIVED.c.owner == owner, RECEIVED.c.current)).one_or_none()
    return None if row is None else _slice(row)


def of_step(connection: Connection, step: int) -> list[Slice]:
    """The slices that a step brought; none when it was no receiving."""
    rows = connection.execute(select(RECEIVED).where(RECEIVED.c.step == step).order_by(RECEIVED.c.pk))
    return [_slice(row) for row in rows]


def before(connection: Connection, slice_: Slice) -> Slice | None:
    """The slice of the same owner that one took the place of; None when it was the first."""
    query = select(RECEIVED).where(RECEIVED.c.owner == slice_.owner, RECEIVED.c.pk < slice_.pk)
    row = connection.execute(query.order_by(RECEIVED.c.pk.desc()).limit(1)).one_or_none()
    return None if row is None else _slice(row)


def owners(connection: Connection) -> dict[UUID, str]:
    """Those who have a slice in the file, by the name their file gave."""
    query = select(RECEIVED.c.owner, SENDERS.c.name).join(SENDERS, SENDERS.c.organisation == RECEIVED.c.owner)
    return {UUID(row.owner): row.name for row in connection.execute(query.where(RECEIVED.c.current))}


def note(connection: Connection, manifest: Manifest, content: bytes, receipt: Receipt, step: int) -> None:
    """Note a slice that now stands in the file; what was undone of the owner's is forgotten, what is old not kept."""
    owner = manifest.sender.id
    last = current(connection, owner)
    connection.execute(delete(RECEIVED).where(RECEIVED.c.owner == owner, RECEIVED.c.pk > (last.pk if last else 0)))
    _stand(connection, owner, None)
    created = manifest.created.astimezone(UTC).isoformat(timespec="milliseconds")
    connection.execute(
        insert(RECEIVED).values(
            owner=owner,
            number=manifest.number,
            version=manifest.version.clock,
            digest=manifest.version.digest,
            profile=manifest.profile_key,
            profile_name=manifest.profile_name,
            created_at=created,
            program=manifest.program,
            file_name=receipt.file_name,
            at=receipt.at,
            who=receipt.who,
            step=step,
            current=True,
            container=content,
        )
    )
    kept = select(RECEIVED.c.pk).where(RECEIVED.c.owner == owner).order_by(RECEIVED.c.pk.desc()).limit(_KEPT)
    connection.execute(
        update(RECEIVED).where(RECEIVED.c.owner == owner, RECEIVED.c.pk.not_in(kept)).values(container=None)
    )


def stand(connection: Connection, owner: UUID, slice_: Slice | None) -> None:
    """Note which of an owner's slices stands in the file now, when one is undone or done again; None when none does."""
    _stand(connection, owner, slice_.pk if slice_ else None)


def _stand(connection: Connection, owner: UUID, pk: int | None) -> None:
    connection.execute(update(RECEIVED).where(RECEIVED.c.owner == owner).values(current=RECEIVED.c.pk == (pk or 0)))


def sender(connection: Connection, organisation: UUID) -> KnownSender | None:
    """What is known of a sender; None when nothing has been received."""
    row = connection.execute(select(SENDERS).where(SENDERS.c.organisation == organisation)).one_or_none()
    return (
        None if row is None else KnownSender(UUID(row.organisation), row.name, row.public_key, row.trust == "confirmed")
    )


def know(connection: Connection, manifest: Manifest, at: str, *, is_confirmed: bool) -> None:
    """Keep a sender and its key; another key takes the place of the one before, whatever was confirmed."""
    known = sender(connection, manifest.sender.id)
    same = known is not None and known.public_key == manifest.public_key
    trusted = is_confirmed or (known is not None and same and known.is_confirmed)
    values = {
        "name": manifest.sender.name,
        "public_key": manifest.public_key,
        "trust": "confirmed" if trusted else "unconfirmed",
    }
    if is_confirmed:
        values["confirmed_at"] = at
    if known is None:
        connection.execute(insert(SENDERS).values(organisation=manifest.sender.id, met_at=at, **values))
    else:
        connection.execute(update(SENDERS).where(SENDERS.c.organisation == manifest.sender.id).values(**values))


def confirm(connection: Connection, organisation: UUID, at: str) -> None:
    """Note that somebody has heard a sender read the fingerprint of the key that is known."""
    chosen = SENDERS.c.organisation == organisation
    connection.execute(update(SENDERS).where(chosen).values(trust="confirmed", confirmed_at=at))


def _slice(row: Row[tuple[object, ...]]) -> Slice:
    return Slice(
        row.pk, UUID(row.owner), Version(row.version, row.digest), row.profile, row.file_name, row.step, row.container
    )
