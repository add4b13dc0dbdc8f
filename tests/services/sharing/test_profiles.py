"""The profiles of a register file."""

import pytest

from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES, shared_fields
from itadmin.services.sharing.profiles import profile_named, profiles_of
from itadmin.services.workspace import Workspace

VALUES = {
    "name": "Säffle",
    "base": "grannar_utan_personer",
    "left_out": [{"register": "agreements"}, {"register": "systems", "field": "user_count"}],
}


def test_ones_own_come_after_those_of_the_program(workspace: Workspace) -> None:
    workspace.records.add("share_profiles", VALUES)
    found = profiles_of(workspace.reading())
    assert [profile.name for profile in found] == [*(profile.name for profile in PROFILES.values()), "Säffle"]
    assert found[:3] == tuple(PROFILES.values())


def test_one_of_ones_own_lets_out_what_it_is_made_from_less_what_stays(workspace: Workspace) -> None:
    key = workspace.records.add("share_profiles", VALUES)
    profile = profile_named(workspace.reading(), "säffle")
    assert profile.key == str(key)
    assert not shared_fields(profile, REGISTERS["agreements"])
    assert "user_count" not in shared_fields(profile, REGISTERS["systems"])
    assert not shared_fields(profile, REGISTERS["people"])
    assert shared_fields(profile, REGISTERS["networks"])


def test_one_that_says_no_base_is_made_from_the_usual_one(workspace: Workspace) -> None:
    workspace.records.add("share_profiles", {"name": "Åmål"})
    assert profile_named(workspace.reading(), "Åmål").levels == PROFILES["grannar"].levels


@pytest.mark.parametrize("text", ["grannar_utan_personer", "Grannar utan personer", "grannar  utan PERSONER"])
def test_a_profile_is_found_by_key_or_name(text: str, workspace: Workspace) -> None:
    assert profile_named(workspace.reading(), text) == PROFILES["grannar_utan_personer"]


def test_what_is_not_found_is_said_with_what_there_is(workspace: Workspace) -> None:
    workspace.records.add("share_profiles", VALUES)
    with pytest.raises(NotFoundError, match=r"”alla”.*grannar, grannar_utan_personer, itchefsgruppen, Säffle"):
        profile_named(workspace.reading(), "alla")
    workspace.records.add("share_profiles", VALUES)
    with pytest.raises(NotFoundError):
        profile_named(workspace.reading(), "Säffle")
