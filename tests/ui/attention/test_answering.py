"""A neighbour's case is answered from its line, in a record of one's own: the line is gone when it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.services.attention import work_list
from itadmin.services.workspace import Workspace
from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.rows import LineRow
from itadmin.ui.panels.cooperation_cases.stance_sheet import StanceSheet

KIND = "eget_besked_saknas"


@pytest.fixture
def case(workspace: Workspace, received: Callable[..., UUID]) -> UUID:
    ids = [str(municipality_id(code)) for code in ("1439", "1460")]
    values = {"title": "Gemensam drift", "status": "utredning", "host": ids[0], "participants": ids}
    key = workspace.records.add("cooperation_cases", values)
    noted = {"case": str(key), "municipality": ids[1], "stance": "ej_svarat", "body": "KF", "decide_by": "2026-12-01"}
    received("cooperation_stances", workspace.records.add("cooperation_stances", noted))
    received("cooperation_cases", key)
    return key


def press(page: StartPage, qtbot: QtBot) -> str:
    def place() -> int | None:
        rows = ((number, page.model.row(number)) for number in range(page.model.rowCount()))
        return next((number for number, row in rows if isinstance(row, LineRow) and row.line.kind == KIND), None)

    qtbot.waitUntil(lambda: place() is not None)
    number = place()
    assert number is not None
    page.view.stand_on(number)
    said = str(page.model.button(page.model.row(number)))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    return said


def test_it_is_answered_in_a_record_of_ones_own(
    case: UUID, page: StartPage, qtbot: QtBot, workspace: Workspace
) -> None:
    assert press(page, qtbot) == "Svara…"
    (sheet,) = page.window().findChildren(StanceSheet)
    editors: Any = sheet.editors
    assert (editors["body"].plain(), editors["decide_by"].plain()) == ("KF", "2026-12-01")
    editors["stance"].show_plain("med")
    sheet.save()
    reading = workspace.reading()
    stances: list[Any] = [read.record for read in reading.referring("cooperation_stances", "case", case)]
    (made,) = [each for each in stances if each.owner == reading.organisation_id]
    assert (made.municipality, made.stance) == (reading.organisation_id, "med")
    assert KIND not in {line.kind for line in work_list(workspace.reading()).lines}


def test_an_answer_that_is_begun_is_gone_on_with(
    case: UUID, page: StartPage, qtbot: QtBot, workspace: Workspace
) -> None:
    own = {"case": str(case), "municipality": str(municipality_id("1460")), "stance": "ej_svarat", "paragraph": "12"}
    begun = workspace.records.add("cooperation_stances", own)
    press(page, qtbot)
    (sheet,) = page.window().findChildren(StanceSheet)
    editors: Any = sheet.editors
    assert editors["stance"].plain() is None
    editors["stance"].show_plain("avvaktar")
    sheet.save()
    found: Any = workspace.reading().one("cooperation_stances", begun).record
    assert (found.stance, found.paragraph) == ("avvaktar", "12")
    assert len(workspace.reading().referring("cooperation_stances", "case", case)) == 2
