"""A cell that would take a record through a gate that is shut is left as it was and told; the rest is taken in."""

from collections.abc import Callable
from typing import Any

from itadmin.services.importing.plan import ImportPlan
from itadmin.services.workspace import Workspace


def test_a_system_does_not_get_in_operation_by_an_import_while_its_plan_is_open(
    workspace: Workspace, taken: Callable[..., ImportPlan]
) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare", "lifecycle": "inforande"})
    plan = {"title": "Införande av Lifecare", "kind": "inforande", "system": str(system), "status": "pagar"}
    workspace.records.add("implementations", plan)
    rows = (["Namn", "Läge", "Version"], ["Lifecare", "I drift", "9"], ["Platina", "I drift", "2"])
    found = taken("systems", *rows)
    assert [(row.label, row.state) for row in found.rows] == [("Lifecare", "andrad"), ("Platina", "ny")]
    assert [(problem.row, problem.field) for problem in found.problems] == [(2, "lifecycle")]
    assert "förrän ”Införande av Lifecare” är driftgodkänd" in found.problems[0].reason
    record: Any = workspace.reading().one("systems", system).record
    assert (record.lifecycle, record.version) == ("inforande", "9")
