"""A register to share, and what sends it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from itadmin.domain.sharing import NEIGHBOURS, Profile
from itadmin.services.sharing.outgoing import Outgoing, outgoing
from itadmin.services.sharing.sending import Made, Sending
from itadmin.services.workspace import Workspace


@pytest.fixture
def sending(workspace: Workspace) -> Sending:
    return Sending(workspace.file, workspace.around)


@pytest.fixture
def out(workspace: Workspace) -> Callable[..., Outgoing]:
    def worked_out(profile: Profile = NEIGHBOURS) -> Outgoing:
        return outgoing(workspace.reading(), profile)

    return worked_out


@pytest.fixture
def send(sending: Sending, out: Callable[..., Outgoing], tmp_path: Path) -> Callable[..., Made]:
    def sent(profile: Profile = NEIGHBOURS, name: str = "bengtsfors.itdelning", password: str = "") -> Made:
        return sending.make(tmp_path / name, out(profile), password)

    return sent
