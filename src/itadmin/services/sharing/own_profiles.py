"""Making a profile of one's own by leaving something out, and letting it out again. Each is one step."""

from __future__ import annotations

from itertools import count
from uuid import UUID

from itadmin.domain.changes import Plain
from itadmin.domain.sharing import PROFILES, Profile
from itadmin.services.sharing.profiles import profiles_of
from itadmin.services.workspace import Workspace

_REGISTER = "share_profiles"
_OWN = "egen"


def leave_out(workspace: Workspace, profile: Profile, register: str, field: str = "") -> str:
    """Keep a register, or a field of it as profiles name them, at home; returns the profile's key.

    A profile of the program's stays as it is: a new one is made from it. Raises KnownError.
    """
    return _keep(workspace, profile, profile.left_out | {(register, field)})


def let_out(workspace: Workspace, profile: Profile, register: str, field: str = "") -> str:
    """Leave it out no longer, as far as the profile that one's own is made from lets it out. Raises KnownError."""
    return _keep(workspace, profile, profile.left_out - {(register, field)})


def is_own(profile: Profile) -> bool:
    """Whether a profile is one's own, and not the program's."""
    return profile.key not in PROFILES


def _keep(workspace: Workspace, profile: Profile, left_out: frozenset[tuple[str, str]]) -> str:
    rows: list[Plain] = [{"register": register, "field": field or None} for register, field in sorted(left_out)]
    if is_own(profile):
        workspace.records.save(_REGISTER, UUID(profile.key), {"left_out": rows})
        return profile.key
    values = {"name": _free_name(workspace, profile), "base": profile.key, "left_out": rows}
    return str(workspace.records.add(_REGISTER, values))


def _free_name(workspace: Workspace, profile: Profile) -> str:
    """A name for a profile that is made from another, which none has yet."""
    taken = {each.name.casefold() for each in profiles_of(workspace.reading())}
    names = (f"{profile.name} – {_OWN}{f' {number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in names if name.casefold() not in taken)
