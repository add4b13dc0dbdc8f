"""What is done about something found: the field is filled in where there is one, else the record is opened."""

from itadmin.domain.calculations.attention import Act
from itadmin.services.attention import work_list
from itadmin.services.workspace import Workspace


def test_what_no_field_mends_is_opened(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare", "rto_hours": 4})
    values = {"title": "Driftavtal", "kind": "driftavtal", "status": "gallande", "systems": [str(system)]}
    workspace.records.add("agreements", {**values, "rto_hours": 8, "third_country": True})
    acts = {(line.register, line.kind): (line.act, line.field) for line in work_list(workspace.reading()).lines}
    assert acts["agreements", "lovar_mindre_an_behov"] == (Act.OPEN, "")
    assert acts["agreements", "tredje_land_utan_grund"] == (Act.FILL_IN, "third_country_basis")
