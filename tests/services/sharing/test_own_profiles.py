"""A profile of one's own comes of leaving something out, and what is left out can go out again."""

from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES, Profile, reach
from itadmin.services.sharing.own_profiles import free_name, is_own, leave_out, let_out
from itadmin.services.sharing.profiles import profile_named
from itadmin.services.workspace import Workspace

NEIGHBOURS, WITHOUT_PEOPLE, GROUP = PROFILES.values()
SYSTEMS = REGISTERS["systems"]
VERSION, AGREEMENTS = ("systems", "version"), ("agreements", "")


def named(workspace: Workspace, key: str) -> Profile:
    return profile_named(workspace.reading(), key)


def test_what_is_left_out_of_the_programs_makes_one_of_ones_own(workspace: Workspace) -> None:
    own = named(workspace, leave_out(workspace, GROUP, [VERSION]))
    assert (own.name, own.levels, is_own(own), is_own(GROUP)) == (f"{GROUP.name} – egen", GROUP.levels, True, False)
    assert reach(GROUP, SYSTEMS) - reach(own, SYSTEMS) == {"version"}
    assert workspace.undo.undo().title.startswith("Ångrade: La till")


def test_ones_own_is_changed_and_becomes_what_it_was(workspace: Workspace) -> None:
    key = leave_out(workspace, NEIGHBOURS, [VERSION])
    assert leave_out(workspace, named(workspace, key), [AGREEMENTS]) == key
    own = named(workspace, key)
    assert own.left_out == {VERSION, AGREEMENTS}
    assert not reach(own, REGISTERS["agreements"])
    let_out(workspace, own, [AGREEMENTS])
    let_out(workspace, named(workspace, key), [VERSION])
    assert reach(named(workspace, key), SYSTEMS) == reach(NEIGHBOURS, SYSTEMS)


def test_each_has_a_name_of_its_own(workspace: Workspace) -> None:
    keys = [leave_out(workspace, NEIGHBOURS, [VERSION]) for _time in range(3)]
    names = [named(workspace, key).name for key in keys]
    assert names == ["Grannar – egen", "Grannar – egen 2", "Grannar – egen 3"]
    assert len({UUID(key) for key in keys}) == len(keys)


def test_a_name_is_given_or_proposed_and_never_one_that_is_taken(workspace: Workspace) -> None:
    assert free_name(workspace.reading(), NEIGHBOURS) == "Grannar – egen"
    key = leave_out(workspace, NEIGHBOURS, [VERSION, AGREEMENTS], "Till Säffle")
    assert (named(workspace, key).name, named(workspace, key).left_out) == ("Till Säffle", {VERSION, AGREEMENTS})
    with pytest.raises(KnownError, match="heter ”till säffle”"):
        leave_out(workspace, GROUP, [VERSION], "till säffle")
