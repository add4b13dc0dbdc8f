"""How a share file stands to what is here: whose it is, whether it is newer, and whether its key is the one we know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from itadmin.domain.problems import KnownError
from itadmin.services.receiving.parcels import Parcel, RefusedShareError
from itadmin.storage.engine import RegisterFile
from itadmin.storage.sharing import sent, slices
from itadmin.storage.sharing.signing import fingerprint, public_key


class Standing(StrEnum):
    """What a file would do: NEWER is taken in, SAME and OLDER do nothing, OWN is from one's own organisation."""

    NEWER = "nyare"
    SAME = "samma"
    OLDER = "aldre"
    OWN = "egen"


class Trust(StrEnum):
    """How well a sender's key is known: met for the first time, met but never asked, confirmed – or another key now."""

    NEW = "ny"
    UNCONFIRMED = "obekraftad"
    CONFIRMED = "bekraftad"
    CHANGED = "bytt"


class ChangedKeyError(KnownError):
    """The file is signed with another key than the sender's earlier ones."""


@dataclass(frozen=True, slots=True)
class Position:
    """Standing and trust of a file; `here` is the slice of its sender that stands here, `known_as` its fingerprint."""

    standing: Standing
    trust: Trust
    here: slices.Slice | None
    known_as: str = ""


def position_of(file: RegisterFile, parcel: Parcel) -> Position:
    """How a file stands to a register."""
    with file.reading() as connection:
        here = slices.current(connection, parcel.manifest.sender.id)
        known = slices.sender(connection, parcel.manifest.sender.id)
        own_key = sent.signing_key(connection)
    if parcel.manifest.sender.id == file.info.organisation:
        is_ours = own_key is None or public_key(own_key) == parcel.manifest.public_key
        return Position(Standing.OWN, Trust.CONFIRMED if is_ours else Trust.CHANGED, None)
    trust, known_as = Trust.NEW, ""
    if known is not None:
        known_as = fingerprint(known.public_key)
        trust = Trust.CONFIRMED if known.is_confirmed else Trust.UNCONFIRMED
        trust = trust if known.public_key == parcel.manifest.public_key else Trust.CHANGED
    return Position(_standing(parcel, here), trust, here, known_as)


def _standing(parcel: Parcel, here: slices.Slice | None) -> Standing:
    if here is None or parcel.version.is_newer_than(here.version):
        return Standing.NEWER
    return Standing.SAME if parcel.version == here.version else Standing.OLDER


def refuse_invented(file: RegisterFile, parcel: Parcel) -> None:
    """Let nothing invented into a register of what is real. Raises RefusedShareError."""
    if parcel.manifest.sample and not file.info.sample:
        raise RefusedShareError(
            f"Filen {parcel.file_name} hör till exempelregionen: allt i den är påhittat, och den tas inte emot här. "
            f"Be {parcel.sender_name} om en fil från deras eget register."
        )


def refuse_changed_key(parcel: Parcel, position: Position, trusted: str = "") -> None:
    """Stop at a key that is another one than before, unless its fingerprint is one that is trusted.

    Raises ChangedKeyError.
    """
    if position.trust is not Trust.CHANGED:
        return
    if position.standing is Standing.OWN:
        raise ChangedKeyError(
            f"Filen {parcel.file_name} säger sig komma från er egen organisation men är underskriven med en annan "
            "nyckel. Ta inte emot den; kontrollera var den kommer ifrån."
        )
    if "".join(trusted.split()) != "".join(parcel.fingerprint.split()):
        raise ChangedKeyError(
            f"Filen {parcel.file_name} är underskriven med en annan nyckel än tidigare filer från {parcel.sender_name} "
            f"och tas inte emot. Ring dem på ett nummer som du redan har och jämför det nya fingeravtrycket: "
            f"{parcel.fingerprint}."
        )
