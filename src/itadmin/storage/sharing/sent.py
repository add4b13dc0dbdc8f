"""The signing key of a register file, and the notes of what it has sent: tables of the file that nothing else reads.

They belong to no step of the journal: a file that is sent cannot be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select

from itadmin.storage.tables import RECEIVED, SENT, SIGNING_KEY


@dataclass(frozen=True, slots=True)
class SentFile:
    """A share file of the file's own organisation: made here, or one that came back and was made elsewhere.

    `at` is ISO, UTC. `version` and `digest` are as its manifest says.
    """

    at: str
    who: str
    number: int
    version: int
    digest: str
    profile: str
    profile_name: str
    file_name: str
    made_here: bool = True


def signing_key(connection: Connection) -> bytes | None:
    """The secret key that the file signs with; None before the first time."""
    found = connection.execute(select(SIGNING_KEY.c.private_key)).scalar_one_or_none()
    return None if found is None else bytes(found)


def keep_signing_key(connection: Connection, key: bytes, at: str) -> None:
    """Keep the first and only key of the file."""
    connection.execute(insert(SIGNING_KEY).values(pk=1, private_key=key, created_at=at))


def sent_files(connection: Connection) -> list[SentFile]:
    """All of them, the newest by version first."""
    rows = connection.execute(select(SENT).order_by(SENT.c.version.desc(), SENT.c.pk.desc()))
    return [_sent(row) for row in rows]


def note(connection: Connection, file: SentFile) -> None:
    """Note a share file of one's own."""
    kind = "sent" if file.made_here else "seen"
    connection.execute(
        insert(SENT).values(
            at=file.at,
            who=file.who,
            kind=kind,
            number=file.number,
            version=file.version,
            digest=file.digest,
            profile=file.profile,
            profile_name=file.profile_name,
            file_name=file.file_name,
        )
    )


def received_versions(connection: Connection) -> list[int]:
    """The versions of the files of others that have been received."""
    return [int(version) for version in connection.execute(select(RECEIVED.c.version)).scalars()]


def _sent(row: Row[tuple[object, ...]]) -> SentFile:
    return SentFile(
        at=row.at,
        who=row.who,
        number=row.number,
        version=row.version,
        digest=row.digest,
        profile=row.profile,
        profile_name=row.profile_name,
        file_name=row.file_name,
        made_here=row.kind == "sent",
    )
