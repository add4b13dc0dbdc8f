"""What a share file would hold, before it is made: how much, whether anything is new, and what it takes away.

Reads, and writes nothing. On a private copy of the register it may be worked out beside the window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from itadmin.domain.record import to_plain, typed_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.share_profiles import ShareProfile
from itadmin.domain.sharing import PROFILES, Profile, reach, withheld
from itadmin.services.digest import digest_shared
from itadmin.services.reading import Reading
from itadmin.services.sharing.less import Lost
from itadmin.services.sharing.profiles import own_profile
from itadmin.storage.sharing.leaving import confidential_of, leaving
from itadmin.storage.sharing.projection import Projection, project
from itadmin.storage.sharing.sent import SentFile, sent_files

_REGISTER = "share_profiles"


@dataclass(frozen=True)
class Outgoing:
    """What goes out under a profile.

    `counts` are records by register, `last` the newest file that has been sent. `unchanged_since` is when the same was
    first sent that all have by now; None when there is something new. `taken_away` is what the last file's profile let
    out and this one does not, of registers that there is something in: those who receive it lose that.
    """

    profile: Profile
    projection: Projection
    digest: str
    counts: Mapping[str, int]
    last: SentFile | None
    unchanged_since: datetime | None
    taken_away: Lost


def outgoing(reading: Reading, profile: Profile) -> Outgoing:
    """Work out what goes out of the file's own records under a profile."""
    owner = reading.organisation_id
    with reading.file.reading() as connection:
        projection = project(connection, profile, owner)
        sent = sent_files(connection)
    digest = digest_shared(projection, owner)
    last = sent[0] if sent else None
    return Outgoing(
        profile,
        projection,
        digest,
        {name: len(records) for name, records in projection.records.items() if records},
        last,
        _unchanged_since(sent, profile, digest),
        _taken_away(reading, last, profile) if last else {},
    )


def _unchanged_since(sent: Sequence[SentFile], profile: Profile, digest: str) -> datetime | None:
    since = None
    for file in sent:
        if (file.profile, file.digest) != (profile.key, digest):
            break
        since = datetime.fromisoformat(file.at)
    return since


def _taken_away(reading: Reading, last: SentFile, profile: Profile) -> Lost:
    before = _profile_then(reading, last)
    if before is None:
        return {}
    owner = reading.organisation_id
    with reading.file.reading() as connection:
        had = leaving(connection, before, owner, confidential_of(connection, owner))
    lost = {name: withheld(before, profile, REGISTERS[name]) for name, records in had.items() if records}
    return {name: fields if reach(profile, REGISTERS[name]) else frozenset() for name, fields in lost.items() if fields}


def _profile_then(reading: Reading, last: SentFile) -> Profile | None:
    """The profile of a file as it was when the file was made; None when nothing is known of it."""
    if last.profile in PROFILES:
        return PROFILES[last.profile]
    try:
        found = reading.many(_REGISTER, [UUID(last.profile)]).values()
    except ValueError:
        return None
    read = next(iter(found), None)
    if read is None or not isinstance(read.record, ShareProfile):
        return None
    plain = to_plain(read.record)
    for entry in reading.history(read.record.id):
        if entry.step.at > last.at:
            plain |= entry.change.before or {}
    fields = REGISTERS[_REGISTER].fields
    then = {name: typed_value(fields[name], plain[name]) for name in ("base", "left_out")}
    return own_profile(replace(read.record, **then))
