"""What a record may not become while another stands open, whoever tries: a save, a bulk edit, an import or a step."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import InvalidRecordError
from itadmin.services import bulk
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]
DONE = [{"point": "klassning", "state": "klart"}]


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare", "lifecycle": "inforande"})


@pytest.fixture
def plan(workspace: Workspace, system: UUID) -> Add:
    """Adds a plan for the system."""

    def add(**values: object) -> UUID:
        usual = {"title": "Införande av Lifecare", "kind": "inforande", "system": str(system), "status": "pagar"}
        return workspace.records.add("implementations", {**usual, **values})

    return add


def lifecycle(workspace: Workspace, system: UUID) -> str:
    record: Any = workspace.reading().one("systems", system).record
    return str(record.lifecycle)


@pytest.mark.parametrize(
    ("kind", "status", "value"),
    [
        ("inforande", "", "i_drift"),
        ("inforande", "utkast", "i_drift"),
        ("inforande", "pagar", "i_drift"),
        ("byte", "pagar", "i_drift"),
        ("avveckling", "pagar", "avvecklad"),
    ],
)
def test_an_open_plan_keeps_the_gate_shut(
    workspace: Workspace, system: UUID, plan: Add, kind: str, status: str, value: str
) -> None:
    plan(kind=kind, status=status)
    with pytest.raises(InvalidRecordError, match=r"förrän ”Införande av Lifecare” är .*godkänd\. Öppna") as refused:
        workspace.records.save("systems", system, {"lifecycle": value, "note": "Nu"})
    assert [problem.field for problem in refused.value.problems] == ["lifecycle"]
    assert lifecycle(workspace, system) == "inforande"


@pytest.mark.parametrize(
    ("kind", "status", "value"),
    [
        ("inforande", "godkand", "i_drift"),
        ("inforande", "avbruten", "i_drift"),
        ("avveckling", "pagar", "i_drift"),
        ("inforande", "pagar", "avvecklad"),
        ("inforande", "pagar", "upphandling"),
    ],
)
def test_what_concerns_another_gate_does_not(
    workspace: Workspace, system: UUID, plan: Add, kind: str, status: str, value: str
) -> None:
    plan(kind=kind, status=status, checklist=DONE)
    workspace.records.save("systems", system, {"lifecycle": value})
    assert lifecycle(workspace, system) == value


def test_a_system_without_a_plan_is_not_asked(workspace: Workspace, system: UUID) -> None:
    workspace.records.save("systems", system, {"lifecycle": "i_drift"})
    assert lifecycle(workspace, system) == "i_drift"


def test_a_system_that_is_in_operation_already_may_be_changed(workspace: Workspace, system: UUID, plan: Add) -> None:
    workspace.records.save("systems", system, {"lifecycle": "i_drift"})
    plan(kind="byte")
    workspace.records.save("systems", system, {"lifecycle": "i_drift", "note": "Nytt"})
    read: Any = workspace.reading().one("systems", system)
    assert read.record.note == "Nytt"


def test_a_plan_in_the_bin_keeps_nothing(workspace: Workspace, system: UUID, plan: Add) -> None:
    workspace.records.delete("implementations", [plan()])
    workspace.records.save("systems", system, {"lifecycle": "i_drift"})
    assert lifecycle(workspace, system) == "i_drift"


def test_a_bulk_edit_leaves_it_out_and_says_why(workspace: Workspace, system: UUID, plan: Add) -> None:
    plan()
    other = workspace.records.add("systems", {"name": "Platina", "lifecycle": "inforande"})
    made = bulk.plan(workspace.records, "systems", [system, other], {"lifecycle": "i_drift"})
    assert made.records == (other,)
    assert [(each.label, "driftgodkänd" in each.reason) for each in made.refused] == [("Lifecare", True)]


def test_a_step_is_refused_whole_but_what_it_closes_counts(workspace: Workspace, system: UUID, plan: Add) -> None:
    key = plan(checklist=DONE)
    start = Change("systems", system, {"lifecycle": "inforande"}, {"lifecycle": "i_drift"})
    with pytest.raises(InvalidRecordError):
        workspace.records.apply(ChangeSet("Satte i drift", (start,)))
    assert lifecycle(workspace, system) == "inforande"
    approve = Change("implementations", key, {"status": "pagar"}, {"status": "godkand"})
    workspace.records.apply(ChangeSet("Satte i drift", (start, approve)))
    assert lifecycle(workspace, system) == "i_drift"


def test_a_plan_that_the_same_step_puts_in_the_bin_keeps_nothing(workspace: Workspace, system: UUID, plan: Add) -> None:
    bin_it = Change("implementations", plan(), {"deleted": False}, {"deleted": True})
    start = Change("systems", system, {"lifecycle": "inforande"}, {"lifecycle": "i_drift"})
    workspace.records.apply(ChangeSet("Satte i drift", (start, bin_it)))
    assert lifecycle(workspace, system) == "i_drift"


def test_undo_is_not_asked(workspace: Workspace, system: UUID, plan: Add) -> None:
    workspace.records.save("systems", system, {"lifecycle": "i_drift"})
    workspace.records.save("systems", system, {"lifecycle": "under_avveckling"})
    plan(kind="byte")
    workspace.undo.undo()
    workspace.undo.undo()
    assert lifecycle(workspace, system) == "i_drift"
