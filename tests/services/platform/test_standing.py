"""Whom a change touches by what the register knows, who has been told, and what it costs."""

from uuid import UUID

import pytest

from itadmin.domain.calculations.platform import Step
from itadmin.domain.problems import NotFoundError
from itadmin.services.platform import make_notices, standing_of
from itadmin.services.workspace import Workspace

Ids = dict[str, UUID]


def missing(workspace: Workspace, ids: Ids) -> list[str]:
    return [unit.name for unit in standing_of(workspace.reading(), ids["change"]).missing]


def test_who_answers_for_owns_or_uses_the_systems_is_touched(workspace: Workspace, server_change: Ids) -> None:
    units = standing_of(workspace.reading(), server_change["change"]).missing
    assert [unit.name for unit in units] == ["Dals-Eds kommun", "Socialförvaltningen"]
    neighbour, social = units
    assert [(use.name, use.way) for use in social.uses] == [("Kvarnen", "forvaltning")]
    assert (social.person, social.function) == (server_change["Eva Lind"], "Socialchef")
    assert [(use.way) for use in neighbour.uses] == ["anvander"]
    assert (neighbour.person, neighbour.function) == (None, "")


def test_the_kommun_itself_is_touched_where_no_forvaltning_answers(workspace: Workspace, server_change: Ids) -> None:
    own = {"system": str(server_change["Lönesystemet"]), "organisation": str(workspace.file.info.organisation)}
    workspace.records.add("system_uses", {**own, "status": "anvands"})
    workspace.records.save(
        "platform_changes", server_change["change"], {"systems": [str(server_change["Lönesystemet"])]}
    )
    assert missing(workspace, server_change) == ["Bengtsfors kommun"]


def test_suppliers_it_units_the_binned_and_those_that_use_it_no_more_are_not(
    workspace: Workspace, server_change: Ids
) -> None:
    records = workspace.records
    unit = records.add("organisations", {"name": "IT-enheten", "kind": "it_enhet"})
    uses = {"system": str(server_change["Kvarnen"]), "status": "upphort"}
    records.add("system_uses", {**uses, "organisation": str(server_change["Bildningsförvaltningen"])})
    records.add("system_uses", {**uses, "status": "anvands", "organisation": str(unit)})
    assert missing(workspace, server_change) == ["Dals-Eds kommun", "Socialförvaltningen"]
    records.delete("systems", [server_change["Kvarnen"]])
    assert missing(workspace, server_change) == []


def test_the_organisation_of_an_owner_is_touched(workspace: Workspace, server_change: Ids) -> None:
    school = str(server_change["Bildningsförvaltningen"])
    values = {"kind": "systemagare", "system": str(server_change["Lönesystemet"]), "function": "Skolchef"}
    workspace.records.add("roles", {**values, "organisation": school})
    workspace.records.save(
        "platform_changes", server_change["change"], {"systems": [str(server_change["Lönesystemet"])]}
    )
    (unit,) = standing_of(workspace.reading(), server_change["change"]).missing
    assert (unit.name, unit.function, unit.uses[0].way) == ("Bildningsförvaltningen", "Skolchef", "agare")


def test_notices_stand_by_name_with_how_far_they_have_come_and_what_they_cost(
    workspace: Workspace, server_change: Ids
) -> None:
    records, change = workspace.records, server_change["change"]
    make_notices(records, workspace.reading(), change, standing_of(workspace.reading(), change).missing)
    social = next(
        notice.record.id
        for notice in standing_of(workspace.reading(), change).notices
        if notice.name == "Socialförvaltningen"
    )
    costs = [{"year": 2027, "amount": 12_000_00}, {"year": 2028, "amount": -2_000_00}]
    records.save("platform_notices", social, {"informed_on": "2026-11-01", "consequences": costs})
    standing = standing_of(workspace.reading(), change)
    assert [(notice.name, notice.step) for notice in standing.notices] == [
        ("Dals-Eds kommun", Step.UNTOLD),
        ("Socialförvaltningen", Step.WAITING),
    ]
    assert standing.notices[1].recipient == "Eva Lind, Socialchef"
    assert standing.notices[1].email == "eva@exempel.example"
    assert [use.name for use in standing.notices[1].uses] == ["Kvarnen"]
    assert standing.missing == ()
    assert (standing.costs.years, standing.costs.total) == ([2027, 2028], 10_000_00)
    assert standing.count(Step.UNTOLD, Step.WAITING) == 2
    assert not standing.is_over


def test_a_change_that_is_not_there_is_told(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        standing_of(workspace.reading(), UUID(int=4))
