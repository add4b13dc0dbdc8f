"""Nothing leaves that a profile does not let out: a canary in every field, in all its earlier versions and all else.

What may leave is told here from the descriptions alone, so that the rules of sharing do not vouch for themselves.
"""

import io
import re
import struct
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Exposure,
    Field,
    LongText,
    Money,
    Reference,
    References,
    Rows,
    Text,
    Whole,
)
from itadmin.domain.record import described_fields, stored_fields, to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES
from itadmin.domain.values import LISTS
from itadmin.services.sharing.profiles import profile_named
from itadmin.services.sharing.sending import Made
from itadmin.services.workspace import Workspace
from itadmin.storage.sharing.container import pack, unpack
from itadmin.storage.sharing.sent import signing_key

Send = Callable[..., Made]
STAYS = ("systems", "aliases")
LEVELS: Mapping[str, tuple[set[str], bool]] = {
    "grannar": ({"region"}, True),
    "grannar_utan_personer": ({"region"}, False),
    "itchefsgruppen": ({"region", "grupp"}, True),
}
ENOUGH, SOME, SHORTEST = 2_000, 300, 9
CANARY = re.compile(rb"Qzx[0-9]{5}|19[0-9]{2}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(rb"\x3a\x5c[\x00-\xff]{2}")
FIRST_DAY, FIRST_NUMBER = date(1901, 1, 1), 0x3A5C0000


@dataclass
class Canaries:
    """Values that stand nowhere else, by where they stand: register and field, or "" for what never leaves."""

    found: dict[tuple[str, str], list[str | int]] = field(default_factory=lambda: defaultdict(list))
    number: int = 0

    def of(self, kind: Field, where: tuple[str, str]) -> Any:
        """A canary that a field of this kind can hold; None when it can hold none."""
        self.number += 1
        if isinstance(kind, (Day, ApproximateDay)):
            return self._kept(where, (FIRST_DAY + timedelta(days=self.number)).isoformat())
        if isinstance(kind, (Text, LongText)) and kind.max_length >= SHORTEST:
            return self._kept(where, f"Qzx{self.number:05}")
        if isinstance(kind, Money) or (isinstance(kind, Whole) and kind.maximum >= 10**9):
            return self._kept(where, FIRST_NUMBER + self.number)
        return None

    def _kept(self, where: tuple[str, str], value: str | int) -> str | int:
        self.found[where].append(value)
        return value

    def all_of(self, wanted: Callable[[str, str], bool]) -> set[str | int]:
        return {value for where, values in self.found.items() if wanted(*where) for value in values}


def values(register: Register, canaries: Canaries, targets: Mapping[str, UUID], at_home: str = "") -> dict[str, Any]:
    """A record in plain form with a canary in each field, or what `at_home` says of all of them."""
    plain: dict[str, Any] = {}
    for name, described in stored_fields(register.record).items():
        if isinstance(described, Reference):
            plain[name] = str(targets[described.to]) if described.to in targets else None
        elif isinstance(described, References):
            plain[name] = [str(targets[described.to])] if described.to in targets else []
        elif isinstance(described, Rows):
            row = described_fields(described.row).items()
            plain[name] = [{key: value(register, column, canaries, f"{name}.{key}", at_home) for key, column in row}]
        else:
            plain[name] = value(register, described, canaries, name, at_home)
    return plain


def value(register: Register, kind: Field, canaries: Canaries, name: str, at_home: str) -> Any:
    if isinstance(kind, Choice):
        return None if register.lock and register.lock.field == name else next(iter(LISTS[kind.values]))
    return canaries.of(kind, (at_home, name) if at_home else (register.name, name))


@pytest.fixture
def canaries(workspace: Workspace, received: Callable[..., UUID]) -> Canaries:
    """A record of each register with canaries, that has said other canaries before, and records that stay at home."""
    made = Canaries()
    ids = {name: workspace.around.new_id() for name in REGISTERS}

    def write(change: Callable[[Register], Change]) -> None:
        workspace.records.apply(ChangeSet("Kanariefåglar", tuple(change(register) for register in REGISTERS.values())))

    def more(at_home: str, **flags: bool) -> list[tuple[str, UUID]]:
        others = {name: workspace.around.new_id() for name in REGISTERS}
        write(lambda one: Change(one.name, others[one.name], None, values(one, made, ids, at_home) | flags))
        return list(others.items())

    def now(register: Register) -> Change:
        before = to_plain(workspace.reading().one(register.name, ids[register.name]).record)
        after = values(register, made, ids)
        return Change(register.name, ids[register.name], {name: before[name] for name in after}, after)

    write(lambda one: Change(one.name, ids[one.name], None, values(one, made, {}, "förr")))
    write(now)
    more("i papperskorgen", deleted=True)
    more("sekretess", shared=False)
    for name, record_id in more("grannens"):
        received(name, record_id)
    suggested = {register.name: register.proposal for register in REGISTERS.values() if register.proposal}
    for name, proposal in suggested.items():
        plain = values(REGISTERS[name], made, ids, "förslag") | {proposal: True}
        workspace.records.apply(ChangeSet("Förslag", (Change(name, workspace.around.new_id(), None, plain),)))
    return made


def may_leave(profile: str, register: str, name: str) -> bool:
    """Whether a field may, by what it and the one that names the register's records say of themselves."""
    if register not in REGISTERS:
        return False
    described = REGISTERS[register]
    exposures = [described.fields[described.title_fields[0]].exposure, *exposures_of(described, name)]
    levels, personal = LEVELS[profile]
    return all(exposure.share in levels and (personal or not exposure.personal) for exposure in exposures)


def exposures_of(register: Register, name: str) -> list[Exposure]:
    outer, _, column = name.partition(".")
    described = register.fields[outer]
    rows = [described_fields(described.row)[column].exposure] if isinstance(described, Rows) and column else []
    return [described.exposure, *rows]


def canaries_in(raw: bytes) -> set[str | int]:
    """The canaries of a share file, as UTF-8, UTF-16 or numbers; its members lie in it as they are."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert all(archive.read(name) in raw for name in archive.namelist())
    narrow = [raw, *(part for order in ("<H", ">H") for part in halved(raw, order))]
    texts = {match.decode() for part in narrow for match in CANARY.findall(part)}
    return texts | {int.from_bytes(match, "big") for match in NUMBER.findall(raw)}


def halved(raw: bytes, order: str) -> Iterator[bytes]:
    """The bytes read as UTF-16 of an order, from either parity, as far as they are ASCII; the rest is NUL."""
    for begins in (0, 1):
        even = raw[begins : begins + (len(raw) - begins) // 2 * 2]
        yield bytes(unit if unit < 128 else 0 for (unit,) in struct.iter_unpack(order, even))


@pytest.mark.parametrize("profile", PROFILES)
def test_no_canary_leaves_that_may_not(
    profile: str, canaries: Canaries, send: Send, tmp_path: Path, workspace: Workspace
) -> None:
    send(PROFILES[profile], name="först.itdelning")
    send(PROFILES[profile])
    raw = (tmp_path / "bengtsfors.itdelning").read_bytes()
    kept = canaries.all_of(lambda register, name: not may_leave(profile, register, name))
    shown = canaries.all_of(lambda register, name: may_leave(profile, register, name))
    assert (len(kept) >= ENOUGH, len(shown) >= SOME) == (True, True)
    assert canaries_in(raw) & kept == set()
    assert shown <= canaries_in(raw)
    with workspace.file.reading() as connection:
        key = signing_key(connection)
    assert key
    others = ["Kim Berg", "DATOR12", str(tmp_path), "först", "Kanariefåglar"]
    assert [known for known in (key, key.hex().encode(), *map(str.encode, others)) if known in raw] == []


def test_what_an_own_profile_keeps_does_not_leave(
    canaries: Canaries, send: Send, tmp_path: Path, workspace: Workspace
) -> None:
    left_out = [{"register": "agreements"}, {"register": "systems", "field": "aliases"}]
    workspace.records.add("share_profiles", {"name": "Egen", "base": "itchefsgruppen", "left_out": left_out})
    send(profile_named(workspace.reading(), "Egen"))
    raw = (tmp_path / "bengtsfors.itdelning").read_bytes()
    kept = canaries.all_of(lambda register, name: register == "agreements" or (register, name) == STAYS)
    assert canaries.found[STAYS]
    assert canaries_in(raw) & kept == set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"x"])
def test_a_canary_would_be_seen(encoding: str, before: bytes, send: Send, tmp_path: Path) -> None:
    send()
    members = unpack((tmp_path / "bengtsfors.itdelning").read_bytes())
    for number in (b"", (FIRST_NUMBER + 7).to_bytes(8, "big")):
        raw = pack(members._replace(register=before + "åQzx00001å1901-02-03".encode(encoding) + number))
        assert canaries_in(raw) == {"Qzx00001", "1901-02-03", *([FIRST_NUMBER + 7] if number else [])}
