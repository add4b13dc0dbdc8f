"""A staged share file as a slice to be put in its place, with what is to be noted of it and of its sender."""

from __future__ import annotations

from sqlalchemy import Connection

from itadmin.storage.sharing import slices
from itadmin.storage.sharing.placing import Placement
from itadmin.storage.sharing.reader import Staged
from itadmin.storage.sharing.slices import Receipt


def received(staged: Staged, receipt: Receipt, *, is_confirmed: bool) -> Placement:
    """A file that comes for the first time."""

    def note(connection: Connection, step: int) -> None:
        slices.note(connection, staged.manifest, staged.content, receipt, step)
        slices.know(connection, staged.manifest, receipt.at, is_confirmed=is_confirmed)

    return Placement(staged.manifest.sender.id, staged.database, staged.words, note)


def standing_again(slice_: slices.Slice, staged: Staged) -> Placement:
    """A slice that has been kept, to stand once more."""
    return Placement(
        slice_.owner,
        staged.database,
        staged.words,
        lambda connection, _: slices.stand(connection, slice_.owner, slice_),
    )


def taken_away(slice_: slices.Slice) -> Placement:
    """The first slice of its owner, to stand no more."""
    return Placement(slice_.owner, b"", None, lambda connection, _: slices.stand(connection, slice_.owner, None))
