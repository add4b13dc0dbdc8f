"""Making a share file: what a profile lets out, signed, maybe with a password, and proven before it is called done.

The finished file is read as a neighbour's program reads it. Only when that holds is it saved and noted as sent; the
note and the signing key are the only things that change in the register file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from itadmin import __version__
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.share_versions import next_version
from itadmin.services.clock import Surroundings
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.sharing.outgoing import Outgoing
from itadmin.storage import wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.file import read_bytes
from itadmin.storage.sharing.container import KNOWN_BY, begins_as_packed
from itadmin.storage.sharing.envelope import sealed
from itadmin.storage.sharing.manifest import Manifest, Sender, Version
from itadmin.storage.sharing.protection import TooCostlyError, WrongPasswordError, is_protected, protect, unprotect
from itadmin.storage.sharing.reader import read_share
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.register_bytes import register_bytes
from itadmin.storage.sharing.sent import (
    SentFile,
    keep_signing_key,
    note,
    received_versions,
    sent_files,
    signing_key,
)
from itadmin.storage.sharing.signing import fingerprint, new_key, public_key

_PARTS = 4


@dataclass(frozen=True, slots=True)
class Made:
    """A share file that has been saved: the note of it, and the fingerprint that its receivers ask for at first."""

    sent: SentFile
    fingerprint: str


class Sending:
    """Makes share files of one register file, for the organisation that owns it."""

    def __init__(self, file: RegisterFile, around: Surroundings, make_key: Callable[[], bytes] = new_key) -> None:
        self._file = file
        self._around = around
        self._make_key = make_key

    def history(self) -> list[SentFile]:
        """The share files of the organisation, the newest first."""
        with self._file.reading() as connection:
            return sent_files(connection)

    def fingerprint(self) -> str:
        """The fingerprint of the organisation's key, to be read aloud; "" before anything has been shared."""
        with self._file.reading() as connection:
            key = signing_key(connection)
        return fingerprint(public_key(key)) if key else ""

    def make(self, path: Path, out: Outgoing, password: str = "", progress: Progress | None = None) -> Made:
        """Save what goes out as a share file, in place of one that is there, and note that it was sent.

        Raises KnownError, also where another kind of file stands and when somebody has asked for it to stop. Nothing
        is noted then, and no file is left but one that the disk gives back otherwise than it was written.
        """
        _refuse_others(path)
        told = progress or Progress()
        told.begin(_PARTS)
        key = self._key()
        register = register_bytes(out.projection.content)
        manifest = self._manifest(out, register, key)
        content = _sealed(manifest, register, key)
        told.advance()
        self._prove(content, manifest, out)
        told.advance()
        content = _protected(content, password) if password else content
        told.advance()
        sent = self._note(path, out, manifest)
        with self._file.writing() as connection:
            note(connection, sent)
            write_file(path, content)
            if read_bytes(path) != content:
                raise KnownError(f"Filen {path} blev inte hel. Kontrollera disken och spara på en annan plats.")
        told.done = _PARTS
        return Made(sent, fingerprint(public_key(key)))

    def _key(self) -> bytes:
        """The organisation's key, kept before it is used for the first time."""
        with self._file.reading() as connection:
            found = signing_key(connection)
        if found is not None:
            return found
        made = self._make_key()
        with self._file.writing() as connection:
            keep_signing_key(connection, made, self._around.stamp())
        return made

    def _manifest(self, out: Outgoing, register: bytes, key: bytes) -> Manifest:
        with self._file.reading() as connection:
            own, others = sent_files(connection), received_versions(connection)
        now = self._around.now()
        clock = next_version(int(now.timestamp() * 1000), [file.version for file in own], others)
        return Manifest(
            program=__version__,
            sender=self._sender(),
            number=max((file.number for file in own), default=0) + 1,
            version=Version(clock, out.digest),
            previous=Version(own[0].version, own[0].digest) if own else None,
            profile_key=out.profile.key,
            profile_name=out.profile.name,
            created=now.astimezone(UTC).replace(microsecond=0),
            tables=out.projection.tables,
            member_size=len(register),
            member_sha256=hashlib.sha256(register).digest(),
            public_key=public_key(key),
            sample=self._file.info.sample,
        )

    def _sender(self) -> Sender:
        read = Reading(self._file, self._around.today()).organisation()
        record = read.record
        code = (record.municipality_code or record.organisation_number) if isinstance(record, Organisation) else ""
        return Sender(record.id, code, read.label)

    def _prove(self, content: bytes, manifest: Manifest, out: Outgoing) -> None:
        """Read the file as a neighbour does. Raises KnownError unless it is what was meant."""
        with self._file.reading() as connection:
            words = wording.words(connection)
        try:
            staged = read_share(content, words)
        except RefusedError as error:
            raise _unproven(str(error)) from error
        if (staged.manifest, dict(staged.counts)) != (manifest, dict(out.counts)):
            raise _unproven("the reader found something else than was meant")

    def _note(self, path: Path, out: Outgoing, manifest: Manifest) -> SentFile:
        return SentFile(
            at=self._around.stamp(),
            who=self._around.who,
            number=manifest.number,
            version=manifest.version.clock,
            digest=manifest.version.digest,
            profile=out.profile.key,
            profile_name=out.profile.name,
            file_name=path.name,
        )


def _refuse_others(path: Path) -> None:
    """Let nothing but a share file be written over. Raises KnownError."""
    if not path.is_file():
        return
    begins = read_bytes(path, KNOWN_BY)
    if not begins_as_packed(begins) and not is_protected(begins):
        raise KnownError(f"{path} finns redan och är ingen delningsfil. Den skrivs inte över. Ange ett annat namn.")


def _sealed(manifest: Manifest, register: bytes, key: bytes) -> bytes:
    try:
        return sealed(manifest, register, key)
    except ValueError as error:
        raise KnownError(
            "Det som ska delas får inte plats i en delningsfil. Välj en profil som släpper ut mindre.",
            details=str(error),
        ) from error


def _protected(content: bytes, password: str) -> bytes:
    """The file with its password, which has been tried on it."""
    protected = protect(content, password)
    try:
        opened = unprotect(protected, password)
    except TooCostlyError as error:
        raise KnownError(
            "Lösenordsskyddet blev starkare än vad mottagarna kan öppna, för att datorn är så snabb. Försök igen medan "
            "datorn arbetar med annat, eller spara filen utan lösenord.",
            details=str(error),
        ) from error
    except (RefusedError, WrongPasswordError) as error:
        raise _unproven(str(error)) from error
    if opened != content:
        raise _unproven("the password gives something else")
    return protected


def _unproven(details: str) -> KnownError:
    return KnownError(
        "Delningsfilen klarade inte kontrollen och är inte sparad. Försök igen, och välj en profil som släpper ut "
        "mindre om det inte hjälper.",
        details=details,
    )
