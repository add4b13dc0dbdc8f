"""Telling of a change of the platform until all have answered: the steps of `plattformsandring.feature`."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.documents.making import make
from itadmin.services.attention import work_list
from itadmin.services.clock import Surroundings
from itadmin.services.platform import ChangeStanding, standing_of
from itadmin.services.workspace import Workspace
from itadmin.ui import desk
from itadmin.ui.panels.platform.notices import NoticesPanel
from itadmin.ui.platform.answer_sheet import AnswerSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("plattformsandring.feature")

Ids = dict[str, UUID]


def standing(house: Any, ids: Ids) -> ChangeStanding:
    return standing_of(house.workspace.reading(), ids["change"])


def panel(house: Any) -> NoticesPanel:
    found: list[NoticesPanel] = house.window.frame.findChildren(NoticesPanel)
    return next(each for each in found if each.isVisible())


@given("ett register med ett byte av servrar", target_fixture="ids")
def register(
    workspace: Workspace,
    server_change: Ids,
    around: Surroundings,
    register_path: Path,
    house: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Ids:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace.close()
    house.start(register_path)
    return server_change


@when("jag öppnar ändringens sida")
def open_page(house: Any, hands: Any, ids: Ids) -> None:
    house.bench.session.guide.open_record("platform_changes", ids["change"])
    hands.rest()


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@when("det har blivit den 4 januari")
def later(house: Any, clock: Any) -> None:
    clock.move(days=(date(2027, 1, 4) - date(2026, 11, 22)).days)
    assert house.workspace.reading().day == date(2027, 1, 4)


@when("alla förvaltningar har svarat")
def all_answer(house: Any, hands: Any, ids: Ids) -> None:
    for _notice in standing(house, ids).notices:
        hands.press("Notera svar …")
        sheet = next(item for item in QApplication.topLevelWidgets() if isinstance(item, AnswerSheet))
        sheet.editors["answer"].show_plain("utan_invandning")
        hands.press("Notera")
    assert not standing(house, ids).count("vantar_pa_svar", "svar_saknas")


@then(parsers.parse('säger Kräver åtgärd "{reason}"'))
def is_told(house: Any, ids: Ids, reason: str) -> None:
    lines = [line.reason for line in work_list(house.workspace.reading()).lines if line.record_id == ids["change"]]
    assert [line for line in lines if line.startswith(reason)]


@then("Kräver åtgärd säger inget om ändringen")
@then("säger Kräver åtgärd inget om ändringen")
def nothing_is_told(house: Any, ids: Ids) -> None:
    assert ids["change"] not in [line.record_id for line in work_list(house.workspace.reading()).lines]


@then(parsers.parse('säger sidan "{sentence}"'))
def page_says(house: Any, sentence: str) -> None:
    house.qtbot.waitUntil(lambda: panel(house).none.text() == sentence)


@then(parsers.parse('förvarningen till "{name}" kan göras som handling'))
def can_be_made(house: Any, ids: Ids, name: str) -> None:
    (notice,) = [notice for notice in standing(house, ids).notices if notice.name == name]
    data = make("platform_notice", house.workspace.reading(), notice.record.id, draft=False)
    assert data.startswith(b"%PDF")
