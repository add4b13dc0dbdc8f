"""Whom a handling is likely sent to."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.papers import Issued, likely_recipient, paper_of
from itadmin.services.workspace import Workspace

Make = Callable[..., Issued]
Ids = dict[str, UUID]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"recipient": "Eva Lind", "recipient_function": "Socialchef"}, "Eva Lind, eva@exempel.example"),
        ({"recipient_function": "Socialchef"}, "Socialchef"),
        ({}, "Socialförvaltningen"),
    ],
)
def test_a_forvarning_goes_to_its_recipient(
    workspace: Workspace, make_paper: Make, server_change: Ids, values: dict[str, Any], expected: str
) -> None:
    if "recipient" in values:
        values = {**values, "recipient": str(server_change[values["recipient"]])}
    about = {"change": str(server_change["change"]), "organisation": str(server_change["Socialförvaltningen"])}
    notice = workspace.records.add("platform_notices", {**about, **values})
    issued = make_paper("platform_notice", notice, register="platform_notices")
    reading = workspace.reading()
    assert likely_recipient(reading, paper_of(reading, issued.paper_id)) == expected


def test_of_other_handlingar_nobody_is_likely(workspace: Workspace, make_paper: Make, server_change: Ids) -> None:
    issued = make_paper("system_card", server_change["Kvarnen"], register="systems")
    reading = workspace.reading()
    assert likely_recipient(reading, paper_of(reading, issued.paper_id)) == ""
