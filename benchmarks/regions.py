"""Regions that might be: kommuner that work, share, receive, lose files and go back to backups, as chance has it.

What comes out is the share files they have sent and a kommun that has received none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.shares import Kommun, new_register, parcel
from itadmin.domain.changes import Change
from itadmin.domain.registers import REGISTERS
from itadmin.services.receiving.parcels import Parcel
from itadmin.storage.records import RecordReader

SENDERS = ("1438", "1439", "1461")
RECEIVER = "1460"
_DAY = 86_400.0
_SELDOM_BACK = 0.7
_AT_FIRST = 8


def blank_registers() -> Mapping[str, bytes]:
    """A new register of each kommun."""
    return {code: new_register(code) for code in (*SENDERS, RECEIVER)}


@dataclass(frozen=True)
class Region:
    """The share files of a region, in the order they were made, and the register that is to receive them."""

    files: tuple[Parcel, ...]
    receiver: bytes


def region(seed: int, blank: Mapping[str, bytes], number: int) -> Region:
    """A region in which so many share files have been made."""
    chance = Random(seed)
    kommuner = {code: Kommun(code, blank[code], str(seed)) for code in (*SENDERS, RECEIVER)}
    for code in SENDERS:
        for _ in range(_AT_FIRST):
            change_something(kommuner[code], chance)
    files: list[Parcel] = []
    backups = {code: kommun.content() for code, kommun in kommuner.items()}
    while len(files) < number:
        code = chance.choice(SENDERS)
        kommun = kommuner[code]
        act = chance.choices(("change", "receive", "share", "restore", "back_up", "clock"), (8, 3, 4, 1, 1, 2), k=1)[0]
        if act == "change":
            change_something(kommun, chance)
        elif act == "receive" and files:
            kommun.receive(chance.choice(files))
        elif act == "share":
            files.append(parcel(kommun.share(chance.choice(("grannar", "grannar", "itchefsgruppen")))))
        elif act == "restore":
            kommun.restore(backups[code])
        elif act == "back_up":
            backups[code] = kommun.content()
        else:
            kommun.wait(chance.uniform(-2 * _DAY, 3 * _DAY))
    receiver = kommuner[RECEIVER]
    if chance.random() < _SELDOM_BACK:
        receiver.receive(chance.choice(files))
        for _ in range(4):
            change_something(receiver, chance)
    content = receiver.content()
    for kommun in kommuner.values():
        kommun.close()
    return Region(tuple(files), content)


def change_something(kommun: Kommun, chance: Random) -> None:
    """Add a record, or change, bin or keep back one of the kommun's own; some refer to what others have."""
    chance.choice(_DEEDS)(kommun, chance)


def _add_system(kommun: Kommun, chance: Random) -> None:
    category = chance.choice(("verksamhetssystem", f"{kommun.code}.egen"))
    kommun.add("systems", name=f"System {chance.randrange(9)}", category=category, purpose="Stöd åt enheten")


def _add_agreement(kommun: Kommun, chance: Random) -> None:
    systems = chance.sample(known := _ids(kommun, "systems"), min(2, len(known)))
    options = [{"months": chance.randrange(1, 40), "taken": True}] * chance.randrange(3)
    kommun.add("agreements", title=f"Avtal {chance.randrange(9)}", systems=list(map(str, systems)), options=options)


def _add_level(kommun: Kommun, chance: Random) -> None:
    system, place = chance.choice(_ids(kommun, "systems") or [None]), chance.choice(_ids(kommun, "organisations"))
    if system:
        level = chance.choice("12345")
        kommun.add("cooperation_levels", system=str(system), municipality=str(place), level=level)


def _add_match(kommun: Kommun, chance: Random) -> None:
    known = _ids(kommun, "systems")
    if len(known) > 1:
        one, other = map(str, chance.sample(known, 2))
        kommun.add("matches", verdict=chance.choice(("samma", "inte_samma")), one=one, other=other)


def _add_role(kommun: Kommun, chance: Random) -> None:
    known = _ids(kommun, "systems")
    if known:
        kind = chance.choice(("systemagare", f"{kommun.code}.radgivare"))
        kommun.add("roles", system=str(chance.choice(known)), kind=kind)


def _add_word(kommun: Kommun, chance: Random) -> None:
    code = f"{chance.choice(SENDERS)}.radgivare"
    kommun.add("value_words", name=f"Rådgivare {chance.randrange(5)}", value_list="roll", code=code)


def _edit(kommun: Kommun, chance: Random) -> None:
    _change_own(kommun, chance, {"name": f"System {chance.randrange(9)}", "user_count": chance.randrange(500)})


def _bin(kommun: Kommun, chance: Random) -> None:
    _change_own(kommun, chance, {"deleted": chance.random() < _SELDOM_BACK})


def _hide(kommun: Kommun, chance: Random) -> None:
    _change_own(kommun, chance, {"shared": chance.random() > _SELDOM_BACK})


_DEEDS = (_add_system, _add_system, _add_agreement, _add_level, _add_match, _add_role, _add_word, _edit, _bin, _hide)


def _change_own(kommun: Kommun, chance: Random, after: dict[str, Any]) -> None:
    owned = _ids(kommun, "systems", only_own=True)
    if owned:
        record = chance.choice(owned)
        with kommun.file.reading() as connection:
            reader = RecordReader(connection, kommun.around.today())
            plain = reader.plain(REGISTERS["systems"], [record])[record]
        before = {name: plain[name] for name in after}
        if before != after:
            kommun.write(Change("systems", record, before, after))


def _ids(kommun: Kommun, register: str, *, only_own: bool = False) -> list[UUID]:
    """The ids of the records that are known, names alone too, in the order of their ids."""
    own = f"WHERE owner = x'{kommun.file.info.organisation.hex}' AND placeholder = 0" if only_own else ""
    with kommun.file.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT id FROM {register} {own} ORDER BY id").all()
    return [UUID(bytes=row[0]) for row in rows]
