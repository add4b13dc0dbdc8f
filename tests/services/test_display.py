"""What is said of a record after its name, so that two of one name are told apart."""

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import subtitle
from itadmin.services.workspace import Workspace


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, ""),
        ({"title": "Rektor"}, "Rektor"),
        ({"title": "Rektor", "left_on": "2026-03-31"}, "Rektor · slutade 2026-03-31"),
        ({"left_on": "2026-03-31"}, "slutade 2026-03-31"),
    ],
)
def test_since_when_somebody_is_gone_is_told(workspace: Workspace, values: dict[str, str], told: str) -> None:
    person = workspace.records.add("people", {"name": "Anna Ek", **values})
    assert subtitle(REGISTERS["people"], workspace.reading().one("people", person)) == told
