"""Making a profile of one's own by leaving something out, and letting it out again. Each is one step."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from uuid import UUID

from itadmin.domain.changes import Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.sharing import PROFILES, Profile
from itadmin.domain.text import clean_line, fold
from itadmin.services.reading import Reading
from itadmin.services.sharing.profiles import profiles_of
from itadmin.services.workspace import Workspace

_REGISTER = "share_profiles"
_OWN = "egen"

Part = tuple[str, str]
"""A register and a field of it as profiles have it, "" for the whole register."""


def leave_out(workspace: Workspace, profile: Profile, parts: Collection[Part], name: str = "") -> str:
    """Keep registers, or fields of them as profiles name them, at home; returns the profile's key.

    A profile of the program's stays as it is: a new one is made from it, called `name`, or `free_name` without. Raises
    KnownError.
    """
    return _keep(workspace, profile, profile.left_out | set(parts), name)


def let_out(workspace: Workspace, profile: Profile, parts: Collection[Part]) -> str:
    """Leave them out no longer, as far as the profile that one's own is made from lets them out. Raises KnownError."""
    return _keep(workspace, profile, profile.left_out - set(parts))


def is_own(profile: Profile) -> bool:
    """Whether a profile is one's own, and not the program's."""
    return profile.key not in PROFILES


def free_name(reading: Reading, profile: Profile) -> str:
    """A name for a profile that is made from another, which none has yet."""
    taken = _taken(reading)
    names = (f"{profile.name} – {_OWN}{f' {number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in names if fold(name) not in taken)


def _keep(workspace: Workspace, profile: Profile, left_out: frozenset[Part], name: str = "") -> str:
    rows: list[Plain] = [{"register": register, "field": field or None} for register, field in sorted(left_out)]
    if is_own(profile):
        workspace.records.save(_REGISTER, UUID(profile.key), {"left_out": rows})
        return profile.key
    reading = workspace.reading()
    if fold(name) in _taken(reading):
        raise KnownError(f"Det finns redan en profil som heter ”{clean_line(name)[:60]}”. Välj ett annat namn.")
    values = {"name": name or free_name(reading, profile), "base": profile.key, "left_out": rows}
    return str(workspace.records.add(_REGISTER, values))


def _taken(reading: Reading) -> set[str]:
    return {fold(each.name) for each in profiles_of(reading)}
