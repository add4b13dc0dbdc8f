"""What is done with an agreement, as a user does it: the steps of `avtalsatgard.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.registers.agreements import Agreement
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.acts.dialog import ActDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("avtalsatgard.feature")

_TITLE = "Supportavtal Lifecare"
_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def keep(path: Path, around: Surroundings, **terms: Any) -> None:
    workspace = Workspace(open_register(path, "prov"), around)
    workspace.records.add("agreements", {"title": _TITLE, "kind": "supportavtal", "status": "gallande", **terms})
    workspace.close()


@given(parsers.parse('ett avtal från "{start}" på {months:d} månader'))
def fixed(register_path: Path, around: Surroundings, start: str, months: int) -> None:
    keep(register_path, around, starts_on=start, first_term_months=months)


_RENEWED = 'ett avtal från "{start}" på {months:d} månader som sedan förlängs, med {notice:d} månaders uppsägningstid'


@given(parsers.parse(_RENEWED))
def renewed(register_path: Path, around: Surroundings, start: str, months: int, notice: int) -> None:
    keep(register_path, around, starts_on=start, first_term_months=months, renewal_months=12, notice_months=notice)


@given("att avtalet är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    house.bench.open_record("agreements", house.workspace.reading().named("agreements", _TITLE))
    for _turn in range(20):
        hands.rest()


@when("jag trycker Ctrl+Shift+A på avtalet")
def press_command(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_A, _SHIFTED)
    dialog(house).activateWindow()
    hands.rest()


def dialog(house: Any) -> ActDialog:
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, ActDialog) and each.isVisible())
    return found


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@when(parsers.parse('jag släpper filen "{name}" på rutan'))
def drop(house: Any, hands: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7 inscannat")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(QPoint(9, 9), *how), QDropEvent(QPointF(9, 9), *how)):
        QApplication.sendEvent(dialog(house), event)
    hands.rest()


@then(parsers.parse('står det att "{sentence}"'))
def is_told(house: Any, sentence: str) -> None:
    acts = dialog(house)
    assert acts.choices.told(acts.deed) == sentence


@then(parsers.parse('visas handlingen "{title}"'))
def paper_is_shown(house: Any, qtbot: Any, title: str) -> None:
    (paper,) = house.papers
    qtbot.waitUntil(lambda: title in paper.windowTitle())
    paper.close()


def current(house: Any) -> Agreement:
    record = house.workspace.reading().one("agreements", house.bench.page.record.record_id).record
    assert isinstance(record, Agreement)
    return record


@then(parsers.parse('har avtalet läget "{status}" och är uppsagt i dag'))
def is_given_notice(house: Any, status: str) -> None:
    assert (current(house).status, current(house).notice_given_on) == (status, house.workspace.around.today())


@then(parsers.parse('har avtalet läget "{status}" och är inte uppsagt'))
def is_not_given_notice(house: Any, status: str) -> None:
    assert (current(house).status, current(house).notice_given_on) == (status, None)


@then(parsers.parse('historiken har steget "{title}"'))
def has_step(house: Any, title: str) -> None:
    assert house.workspace.undo.state().undo == title


@then(parsers.parse('visas avtalet "{title}" som utkast'))
def new_is_shown(house: Any, title: str) -> None:
    assert (current(house).title, current(house).status) == (title, "utkast")


@then(parsers.parse('har avtalet läget "{status}" och filen "{name}"'))
def is_signed(house: Any, status: str, name: str) -> None:
    (row,) = current(house).attachments
    assert (current(house).status, row.file_name, row.purpose) == (status, name, "paskrivet")


@then(parsers.parse('det gamla avtalet har läget "{status}"'))
def old_is(house: Any, status: str) -> None:
    assert current(house).replaces is not None
    old = house.workspace.reading().one("agreements", current(house).replaces).record
    assert (old.title, old.status) == (_TITLE, status)
