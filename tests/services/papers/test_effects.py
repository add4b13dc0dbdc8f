"""What a paper that is sent, or has come back signed, does to the record it is about."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.papers import Issued, Scan, Signed, paper_of, register_signed_paper, send
from itadmin.services.workspace import Workspace

Make = Callable[..., Issued]
TODAY = date(2026, 11, 22)
SIGNED = Signed(TODAY, "papper", ({"title": "Systemägare"},), Scan("skannat.pdf", b"%PDF-1.4 skannat"))


@pytest.fixture
def plan_id(workspace: Workspace) -> UUID:
    system = workspace.records.add("systems", {"name": "Lifecare", "version": "5.2"})
    plan = workspace.records.add(
        "training_plans",
        {
            "title": "Utbildningsplan Lifecare",
            "kind": "system",
            "system": str(system),
            "version": "1.0",
            "status": "utkast",
            "purpose": "Alla ska kunna dokumentera.",
            "responsible_function": "Systemansvarig",
            "audiences": [{"audience": "slutanvandare", "level": "2", "note": None}],
        },
    )
    demand = {"audience": "slutanvandare", "demand": "fore_behorighet"}
    values = {"title": "Grundkurs", "plan": str(plan), "form": "lararledd", "minutes": 90, "demands": [demand]}
    workspace.records.add("training_modules", values)
    return plan


def plan_of(workspace: Workspace, plan_id: UUID) -> Any:
    return workspace.reading().one("training_plans", plan_id).record


def test_a_plan_is_adopted_by_being_signed(workspace: Workspace, make_paper: Make, plan_id: UUID) -> None:
    issued = make_paper("training_plan", plan_id, register="training_plans")
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    plan = plan_of(workspace, plan_id)
    assert (plan.status, plan.adopted_on, plan.adopted_function) == ("faststalld", TODAY, "Systemägare")
    assert plan.system_version == "5.2"
    workspace.undo.undo()
    assert plan_of(workspace, plan_id).status == "utkast"
    assert paper_of(workspace.reading(), issued.paper_id).status == "for_underskrift"


def test_a_plan_that_is_adopted_already_stays_as_it_is(workspace: Workspace, make_paper: Make, plan_id: UUID) -> None:
    issued = make_paper("training_plan", plan_id, register="training_plans")
    workspace.records.save("training_plans", plan_id, {"status": "faststalld", "adopted_on": "2026-10-01"})
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert plan_of(workspace, plan_id).adopted_on == date(2026, 10, 1)
    assert paper_of(workspace.reading(), issued.paper_id).status == "paskrivet"


def test_a_plan_that_has_lost_what_it_needs_says_so_and_nothing_is_written(
    workspace: Workspace, make_paper: Make, plan_id: UUID
) -> None:
    issued = make_paper("training_plan", plan_id, register="training_plans")
    workspace.records.save("training_plans", plan_id, {"purpose": None})
    with pytest.raises(KnownError, match="saknar syfte och mål"):
        register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert paper_of(workspace.reading(), issued.paper_id).status == "for_underskrift"


def test_another_paper_about_the_plan_leaves_it_as_it_is(workspace: Workspace, make_paper: Make, plan_id: UUID) -> None:
    issued = make_paper("annat", plan_id, register="training_plans")
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert plan_of(workspace, plan_id).status == "utkast"


@pytest.fixture
def implementation(workspace: Workspace) -> UUID:
    point = {"point": "klassning", "state": "klart"}
    values = {"title": "Införande", "kind": "inforande", "status": "pagar", "checklist": [point]}
    return workspace.records.add("implementations", values)


def test_an_inforandeplan_is_approved_by_being_signed(
    workspace: Workspace, make_paper: Make, implementation: UUID
) -> None:
    issued = make_paper("implementation_plan", implementation, register="implementations")
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    plan: Any = workspace.reading().one("implementations", implementation).record
    assert (plan.status, plan.approved_on, plan.approved_by) == ("godkand", TODAY, "Systemägare")


def test_an_inforandeplan_with_points_left_is_not_approved_by_a_signature(
    workspace: Workspace, make_paper: Make, implementation: UUID
) -> None:
    issued = make_paper("implementation_plan", implementation, register="implementations")
    workspace.records.save("implementations", implementation, {"checklist": [{"point": "klassning", "state": "kvar"}]})
    with pytest.raises(KnownError, match="En punkt i checklistan är kvar: Informationen är klassad"):
        register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert paper_of(workspace.reading(), issued.paper_id).status == "for_underskrift"


@pytest.mark.parametrize(("paper", "status"), [("implementation_plan", "avbruten"), ("gantt", "pagar")])
def test_what_is_no_approval_leaves_an_inforandeplan_as_it_is(
    workspace: Workspace, make_paper: Make, implementation: UUID, paper: str, status: str
) -> None:
    workspace.records.save("implementations", implementation, {"status": status})
    issued = make_paper(paper, implementation, register="implementations")
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    plan: Any = workspace.reading().one("implementations", implementation).record
    assert plan.status == status


def test_a_forvaltning_is_told_by_being_sent_its_paper_and_has_answered_when_it_is_back(
    workspace: Workspace, make_paper: Make, server_change: dict[str, UUID]
) -> None:
    about = {"change": str(server_change["change"]), "organisation": str(server_change["Socialförvaltningen"])}
    notice = workspace.records.add("platform_notices", about)
    issued = make_paper("platform_notice", notice, register="platform_notices")

    def days() -> tuple[date | None, date | None]:
        record: Any = workspace.reading().one("platform_notices", notice).record
        return record.informed_on, record.answered_on

    send(workspace, issued.paper_id, on=date(2026, 11, 20), to="")
    assert days() == (date(2026, 11, 20), None)
    change: Any = workspace.reading().one("platform_changes", server_change["change"]).record
    assert change.announced_on == date(2026, 11, 20)
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert days() == (date(2026, 11, 20), TODAY)
    workspace.undo.undo()
    workspace.undo.undo()
    assert days() == (None, None)
