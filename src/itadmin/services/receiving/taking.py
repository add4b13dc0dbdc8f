"""Taking in share files as one step: looked at once more when nothing can change, with a backup of the register before.

A file that is older or the same does nothing; one's own organisation's only makes what is sent next the newer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.text import listed
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.services.creation import other_municipalities
from itadmin.services.receiving.parcels import Parcel
from itadmin.services.receiving.preview import refused_for_others
from itadmin.services.receiving.standing import Position, Standing, position_of, refuse_changed_key, refuse_invented
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import RegisterFile
from itadmin.storage.sharing import sent, slices
from itadmin.storage.sharing.placing import MOST_AT_ONCE, place
from itadmin.storage.sharing.receipts import received
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.unit_of_work import StepNote

MOST_SENDERS = MOST_AT_ONCE
"""Senders whose files are taken in as one step."""


@dataclass(frozen=True)
class Taken:
    """What has been taken in: which parcels, what that touched – to be announced – and the backup before it, if any."""

    parcels: tuple[Parcel, ...]
    changes: ChangeSet
    backup: Path | None = None


def chosen(file: RegisterFile, parcels: Sequence[Parcel]) -> tuple[Parcel, ...]:
    """Of several files those that would be taken in: of each sender the newest, if it is newer than what is here."""
    newest: dict[UUID, Parcel] = {}
    for parcel in parcels:
        sender = parcel.manifest.sender.id
        if position_of(file, parcel).standing is Standing.NEWER and (
            sender not in newest or parcel.version.is_newer_than(newest[sender].version)
        ):
            newest[sender] = parcel
    return tuple(newest.values())


def take_in(
    workspace: Workspace, parcels: Sequence[Parcel], *, trusted: str = "", confirmed: Collection[UUID] = ()
) -> Taken:
    """Take in parcels, at most one step, after a backup; what it changes must be announced (`Records.announce`).

    `trusted` is the fingerprint of a changed key that is taken for good, `confirmed` senders who have read theirs
    aloud. May run beside the window. Raises KnownError, and then nothing has changed: a changed key, a file that has
    what others own, or too many senders.
    """
    file, around = workspace.file, workspace.around
    for parcel in parcels:
        refuse_invented(file, parcel)
        refuse_changed_key(parcel, position_of(file, parcel), trusted)
    if not chosen(file, parcels):
        return put_in(file, around, parcels)
    backup = Backups(workspace.path, around).keep(file.content())
    return replace(put_in(file, around, parcels, confirmed), backup=backup)


def put_in(
    file: RegisterFile, around: Surroundings, parcels: Sequence[Parcel], confirmed: Collection[UUID] = ()
) -> Taken:
    """The same with keys that are trusted, and without a backup. Raises KnownError."""
    wanted = chosen(file, parcels)
    if len(wanted) > MOST_SENDERS:
        raise KnownError(f"Ta emot filer från högst {MOST_SENDERS} avsändare åt gången.")
    _see_own(file, around, parcels)
    if not wanted:
        return Taken((), ChangeSet("", ()))
    title = f"Tog emot från {listed([parcel.sender_name for parcel in wanted])}"
    return Taken(wanted, _place(file, around, title, wanted, frozenset(confirmed)))


def _place(
    file: RegisterFile, around: Surroundings, title: str, wanted: Sequence[Parcel], confirmed: frozenset[UUID]
) -> ChangeSet:
    step = StepNote(around.new_id(), around.stamp(), around.who)
    placements = [
        received(
            parcel.staged,
            slices.Receipt(parcel.file_name, step.at, step.who),
            is_confirmed=parcel.manifest.sender.id in confirmed,
        )
        for parcel in wanted
    ]
    positions = [position_of(file, parcel) for parcel in wanted]

    def ask_again() -> None:
        if [position_of(file, parcel) for parcel in wanted] != positions:
            raise KnownError("Registret har ändrats under tiden. Läs in filerna på nytt.")

    try:
        return place(file, title, step, placements, other_municipalities(file.info.organisation), before=ask_again)
    except RefusedError as error:
        raise refused_for_others(wanted[0], error) from error


def _see_own(file: RegisterFile, around: Surroundings, parcels: Sequence[Parcel]) -> None:
    """Note files of one's own organisation that were made elsewhere, so that the next one made here is newer."""
    own = [parcel for parcel in parcels if _is_own(position_of(file, parcel))]
    with file.reading() as connection:
        known = {noted.version for noted in sent.sent_files(connection)}
    for parcel in own:
        if parcel.version.clock not in known:
            with file.writing() as connection:
                sent.note(connection, _sent(parcel, around))


def _is_own(position: Position) -> bool:
    return position.standing is Standing.OWN


def _sent(parcel: Parcel, around: Surroundings) -> sent.SentFile:
    manifest = parcel.manifest
    return sent.SentFile(
        at=around.stamp(),
        who=around.who,
        number=manifest.number,
        version=manifest.version.clock,
        digest=manifest.version.digest,
        profile=manifest.profile_key,
        profile_name=manifest.profile_name,
        file_name=parcel.file_name,
        made_here=False,
    )


def confirm(workspace: Workspace, sender: UUID) -> None:
    """Note that a sender has read the fingerprint of their key aloud, and that it is the one that is known here."""
    with workspace.file.writing() as connection:
        slices.confirm(connection, sender, workspace.around.stamp())
