"""Kommuner that do not exist, with registers in memory, who share and receive: to measure and to try orders on.

The same each time for the same seed. Files are read in this very process, since they are made here.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.share_versions import next_version
from itadmin.domain.sharing import PROFILES
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.digest import digest_shared
from itadmin.services.receiving.parcels import Parcel
from itadmin.services.receiving.taking import put_in
from itadmin.services.records import Records
from itadmin.services.sample_values import SAMPLE_MOMENT, addition
from itadmin.storage.connection import in_memory
from itadmin.storage.engine import RegisterFile
from itadmin.storage.sharing import child, sent
from itadmin.storage.sharing.envelope import sealed
from itadmin.storage.sharing.manifest import Manifest, Sender, Version
from itadmin.storage.sharing.projection import project
from itadmin.storage.sharing.reader import read_share
from itadmin.storage.sharing.register_bytes import register_bytes
from itadmin.storage.sharing.signing import public_key
from itadmin.storage.tables import TABLES

_UNORDERED = frozenset({"pk", "revision"})
_REST = (
    "SELECT owner, version, digest FROM received WHERE current = 1 ORDER BY owner",
    "SELECT owner, record, register, record_owner, label FROM received_refs ORDER BY owner, record",
    "SELECT owner, value_list, code, label FROM received_words ORDER BY owner, value_list, code",
)


def new_register(code: str) -> bytes:
    """The bytes of a new register of a kommun."""
    ids = seeded_id_source(f"new {code}", int(SAMPLE_MOMENT.timestamp() * 1000))
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{code}.itadmin")
        create(path, code, "", Surroundings(lambda: SAMPLE_MOMENT, ids.new, "Mätning", "itadmin")).close()
        return path.read_bytes()


class Kommun:
    """One kommun with its register, its clock – which may be wrong – and what it knows how to do with both."""

    def __init__(self, code: str, content: bytes, seed: str) -> None:
        self.code = code
        self.now = SAMPLE_MOMENT
        self._ids = seeded_id_source(f"{seed} {code}", int(SAMPLE_MOMENT.timestamp() * 1000))
        self.key = hashlib.sha256(code.encode()).digest()
        self.around = Surroundings(lambda: self.now, self._ids.new, "Mätning", "itadmin")
        self.file = _in_memory(code, content)

    def close(self) -> None:
        """Let go of the register."""
        self.file.close()

    def content(self) -> bytes:
        """The register's bytes, to go back to."""
        return self.file.content()

    def restore(self, content: bytes) -> None:
        """Go back to what the register was, as from a backup."""
        self.file.close()
        self.file = _in_memory(self.code, content)

    def wait(self, seconds: float) -> None:
        """Let the clock go; back if less than nought."""
        self.now += timedelta(seconds=seconds)

    def write(self, *changes: Change) -> None:
        """Change own records as one step."""
        Records(self.file, self.around, _tell_nobody).apply(ChangeSet("Ändrade", changes))

    def add(self, register: str, **values: object) -> UUID:
        """Add a record by its plain values."""
        record_id = self.around.new_id()
        self.write(addition(register, record_id, values))
        return record_id

    def share(self, profile: str = "grannar") -> bytes:
        """A share file of all that goes out now, noted as sent."""
        owner = self.file.info.organisation
        with self.file.reading() as connection:
            projection = project(connection, PROFILES[profile], owner)
            own, others = sent.sent_files(connection), sent.received_versions(connection)
        register = register_bytes(projection.content)
        clock = next_version(int(self.now.timestamp() * 1000), [each.version for each in own], others)
        manifest = Manifest(
            program="0",
            sender=Sender(owner, self.code, f"Kommun {self.code}"),
            number=len(own) + 1,
            version=Version(clock, digest_shared(projection, owner)),
            previous=None,
            profile_key=profile,
            profile_name=PROFILES[profile].name,
            created=self.now.astimezone(UTC).replace(microsecond=0),
            tables=projection.tables,
            member_size=len(register),
            member_sha256=hashlib.sha256(register).digest(),
            public_key=public_key(self.key),
        )
        with self.file.writing() as connection:
            sent.note(connection, _noted(manifest, self.around))
        return sealed(manifest, register, self.key)

    def receive(self, *parcels: Parcel) -> None:
        """Take in what others have shared, as one step."""
        put_in(self.file, self.around, parcels)


def parcel(content: bytes) -> Parcel:
    """A share file that was made here, read."""
    return Parcel("x.itdelning", read_share(content, ask=lambda request: child.answer(BytesIO(request))))


def _in_memory(code: str, content: bytes) -> RegisterFile:
    return RegisterFile(Path(f"{code}.itadmin"), in_memory(content), writable=True)


def _tell_nobody(_changes: ChangeSet, _initiator: object) -> None:
    """Nobody listens."""


def _noted(manifest: Manifest, around: Surroundings) -> sent.SentFile:
    return sent.SentFile(
        at=around.stamp(),
        who=around.who,
        number=manifest.number,
        version=manifest.version.clock,
        digest=manifest.version.digest,
        profile=manifest.profile_key,
        profile_name=manifest.profile_name,
        file_name="x.itdelning",
    )


def view_of(file: RegisterFile) -> str:
    """A hash of all that a register says of the region and how it can be found, whatever order it came in.

    What a name is called that only own records refer to is left out: nobody has told since it went.
    """
    total = hashlib.sha256()
    with file.reading() as connection:
        for name, tables in TABLES.items():
            columns = [column.name for column in tables.main.c if column.name not in _UNORDERED]
            rows = connection.exec_driver_sql(_rows_of(name, columns)).all()
            total.update(repr((name, rows)).encode())
            for side in (*tables.links.values(), *tables.rows.values()):
                rows = connection.exec_driver_sql(f'SELECT * FROM "{side.name}" ORDER BY record, ordinal').all()
                total.update(repr((side.name, rows)).encode())
            found = (
                f"SELECT m.id, i.title, i.body FROM search_index AS i JOIN search_registers AS r "
                f"ON r.pk = i.rowid >> 40 JOIN {name} AS m ON m.pk = i.rowid & 1099511627775 "
                f"WHERE r.register = '{name}' ORDER BY m.id"
            )
            total.update(repr(connection.exec_driver_sql(found).all()).encode())
        for query in _REST:
            total.update(repr(connection.exec_driver_sql(query).all()).encode())
    return total.hexdigest()


def _rows_of(name: str, columns: list[str]) -> str:
    told = "m.placeholder = 0 OR m.id IN (SELECT record FROM received_refs) OR m.id = m.owner"
    listed = (
        f'CASE WHEN {told} THEN m."{column}" END' if column in ("label", "sort_key", "owner") else f'm."{column}"'
        for column in columns
    )
    return f"SELECT {', '.join(listed)} FROM {name} AS m ORDER BY m.id"
