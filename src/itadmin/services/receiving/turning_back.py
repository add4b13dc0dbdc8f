"""Taking back a receiving, and doing it again: the slices from before it stand once more, or those it brought.

The two newest slices of each owner are kept as they came; they are read anew, as a file is, before they stand.
"""

from __future__ import annotations

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import NotFoundError
from itadmin.services.creation import other_municipalities
from itadmin.storage import wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.sharing import slices
from itadmin.storage.sharing.placing import Placement, place
from itadmin.storage.sharing.reader import Staged, read_share
from itadmin.storage.sharing.receipts import standing_again, taken_away
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.slices import Slice
from itadmin.storage.unit_of_work import StepNote


def turn(file: RegisterFile, title: str, step: StepNote) -> ChangeSet:
    """Take back the slices that a step's target brought, or let them stand again, as the step to write says.

    Raises NotFoundError when what is to stand is no longer kept; nothing has changed then.
    """
    with file.reading() as connection:
        brought = slices.of_step(connection, step.target or 0)
    turned = _earlier if step.kind == "undo" else _again
    placements = [turned(file, title, each) for each in brought]
    try:
        return place(file, title, step, placements, other_municipalities(file.info.organisation))
    except RefusedError as error:
        raise _not_kept(title, str(error)) from error


def _earlier(file: RegisterFile, title: str, slice_: Slice) -> Placement:
    with file.reading() as connection:
        before = slices.before(connection, slice_)
    return taken_away(slice_) if before is None else standing_again(before, _read(file, title, before))


def _again(file: RegisterFile, title: str, slice_: Slice) -> Placement:
    return standing_again(slice_, _read(file, title, slice_))


def _read(file: RegisterFile, title: str, slice_: Slice) -> Staged:
    if slice_.container is None:
        raise _not_kept(title)
    with file.reading() as connection:
        words = wording.words(connection)
    try:
        return read_share(slice_.container, words)
    except RefusedError as error:
        raise _not_kept(title, str(error)) from error


def _not_kept(title: str, details: str = "") -> NotFoundError:
    _, _, what = title.partition(": ")
    return NotFoundError(
        f"”{what}” går inte att ångra: uppgifterna från dessförinnan sparas inte längre. "
        "Ta i stället emot en fil av det innehåll du vill ha.",
        details=details,
    )
