"""The profiles that a file can be shared under: the program's, and the kommun's own that are made from them."""

from __future__ import annotations

from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers.share_profiles import ShareProfile
from itadmin.domain.sharing import NEIGHBOURS, PROFILES, Profile
from itadmin.domain.text import clean_line, fold
from itadmin.services.reading import Reading

_REGISTER = "share_profiles"


def profiles_of(reading: Reading) -> tuple[Profile, ...]:
    """All profiles, the program's first and those of one's own by name."""
    own = reading.many(_REGISTER, reading.keys(_REGISTER)).values()
    return (*PROFILES.values(), *(own_profile(read.record) for read in own if isinstance(read.record, ShareProfile)))


def own_profile(record: ShareProfile) -> Profile:
    """The profile that a record describes: never more than the one it is made from."""
    base = PROFILES.get(record.base, NEIGHBOURS)
    left_out = frozenset((row.register, row.field) for row in record.left_out)
    return Profile(str(record.id), record.name, base.levels, base.personal, left_out)


def profile_named(reading: Reading, text: str) -> Profile:
    """The profile with a key or name. Raises NotFoundError."""
    known = profiles_of(reading)
    for profile in known:
        if text == profile.key:
            return profile
    found = [profile for profile in known if fold(text) == fold(profile.name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join((*PROFILES, *(profile.name for profile in known[len(PROFILES) :])))
    raise NotFoundError(f"Det finns ingen delningsprofil ”{clean_line(text)[:60]}”. Välj bland {names}.")
