"""What leaves the register file for neighbours: profiles, and which registers and fields each of them lets out.

Everything that has to do with leaving – the projection, the digest, the screen that says what goes out – asks here. A
field goes out when its exposure says so and the profile does not keep it; there is no other way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadmin.domain.fields import Exposure, Field, Rows, ShareLevel
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register
from itadmin.domain.values import LISTS

ENDING = ".itdelning"
"""How the name of a share file ends."""
_REGION: frozenset[ShareLevel] = frozenset({"region"})
_LIST = "delningsprofil"


@dataclass(frozen=True, slots=True)
class Profile:
    """What may go out: fields of these levels, with or without personal ones, less what is left out.

    `left_out` holds (register, field) by identifiers: field "" is the whole register, "ROWS.COLUMN" a column of rows.
    `key` is permanent, `name` what people call it.
    """

    key: str
    name: str
    levels: frozenset[ShareLevel] = _REGION
    personal: bool = True
    left_out: frozenset[tuple[str, str]] = frozenset()

    def allows(self, exposure: Exposure) -> bool:
        """Whether what is exposed so may go out. What is local never does."""
        return exposure.share != "lokal" and exposure.share in self.levels and (self.personal or not exposure.personal)


def _of_program(key: str, levels: frozenset[ShareLevel] = _REGION, *, personal: bool = True) -> Profile:
    return Profile(key, LISTS[_LIST][key], levels, personal)


NEIGHBOURS = _of_program("grannar")
"""The profile that is used when none is asked for."""

PROFILES: Mapping[str, Profile] = {
    profile.key: profile
    for profile in (
        NEIGHBOURS,
        _of_program("grannar_utan_personer", personal=False),
        _of_program("itchefsgruppen", frozenset({"region", "grupp"})),
    )
}
"""The program's own profiles, by key."""


def shared_fields(profile: Profile, register: Register) -> Mapping[str, Field]:
    """The stored fields of a register that go out, in its order; none when the register stays at home.

    It does when the field that names its records does. Rows go out when some column of theirs does.
    """
    fields = {
        name: field
        for name, field in stored_fields(register.record).items()
        if profile.allows(field.exposure)
        and (register.name, name) not in profile.left_out
        and (not isinstance(field, Rows) or shared_columns(profile, register, name))
    }
    goes_out = register.title_fields[0] in fields and (register.name, "") not in profile.left_out
    return fields if goes_out else {}


def shared_columns(profile: Profile, register: Register, rows: str) -> Mapping[str, Field]:
    """The columns that go out of a field of rows, which does so itself."""
    field = register.fields[rows]
    if not isinstance(field, Rows):
        return {}
    return {
        name: column
        for name, column in described_fields(field.row).items()
        if profile.allows(column.exposure) and (register.name, f"{rows}.{name}") not in profile.left_out
    }


def reach(profile: Profile, register: Register) -> frozenset[str]:
    """All that goes out of a register, as identifiers of fields and "ROWS.COLUMN"."""
    fields = shared_fields(profile, register)
    rows = (name for name, field in fields.items() if isinstance(field, Rows))
    columns = {f"{name}.{column}" for name in rows for column in shared_columns(profile, register, name)}
    return frozenset(fields) | columns


def withheld(before: Profile, after: Profile, register: Register) -> frozenset[str]:
    """What one profile lets out of a register and another does not, as `reach` names it."""
    return reach(before, register) - reach(after, register)
