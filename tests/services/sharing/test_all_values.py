"""Whatever can be entered in a register can be shared: the reader of those who receive it takes it."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.entry import filled_in
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES
from itadmin.services.digest import digest
from itadmin.services.sharing.outgoing import outgoing
from itadmin.services.sharing.sending import Sending
from itadmin.services.workspace import Workspace


@settings(
    max_examples=4,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_it_is_shared(data: st.DataObject, values_of: Callable, workspace: Workspace, tmp_path: Path) -> None:
    ids = {name: workspace.around.new_id() for name in REGISTERS}
    targets = {name: [record_id] for name, record_id in ids.items()}
    changes = []
    for name, register in REGISTERS.items():
        record = filled_in(register.record(id=ids[name]), data.draw(values_of(register, targets)))
        changes.append(Change(name, ids[name], None, to_plain(record)))
    workspace.records.apply(ChangeSet("Allt", tuple(changes)))
    profile = data.draw(st.sampled_from(list(PROFILES.values())))
    out = outgoing(workspace.reading(), profile)
    Sending(workspace.file, workspace.around).make(tmp_path / "allt.itdelning", out)
    assert out.digest == digest(workspace.reading(), None, profile)
    workspace.undo.undo()
