"""A step is shown record by record and field by field, and only wanted when it is asked for."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import Change, ChangeSet
from itadmin.services.changes_between import ChangesOfStep
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.session import Session


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Callable[..., ChangesDialog]:
    def make(*changes: Change) -> ChangesDialog:
        dialog = ChangesDialog(session, ChangeSet("Flyttade", changes), None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


@pytest.fixture
def choose(session: Session, qtbot: QtBot) -> ChangesDialog:
    """Two new systems, each of which can be left out."""
    changes = (Change("systems", uuid4(), None, {"name": name}) for name in ("Alfa", "Beta"))
    dialog = ChangesDialog(session, ChangeSet("Nya system", tuple(changes)), None, choosing=True)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_is_not_to_be_done_is_left_out_by_key_or_click(choose: ChangesDialog, qtbot: QtBot) -> None:
    table, model = choose.browser.table, choose.browser.model
    assert choose.heading.text() == "Nya system: 2 poster läggs till"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [change.after for change in choose.wanted.changes] == [{"name": "Alfa"}]
    assert choose.heading.text() == "Nya system: 1 post läggs till"
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", tas inte med")
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(0, 0)).center())
    assert choose.wanted.changes == ()
    assert not choose.carry_out.isEnabled()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(0, 3)).center())
    assert choose.wanted.changes == ()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert choose.carry_out.isEnabled()


def test_the_boxes_are_drawn_as_they_are_ticked(choose: ChangesDialog, qtbot: QtBot) -> None:
    table = choose.browser.table
    before = table.viewport().grab().toImage()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.viewport().grab().toImage() != before


def test_nothing_can_be_left_out_of_a_step_that_is_a_whole(show: Callable[..., ChangesDialog], system_id: UUID) -> None:
    changes = [Change("systems", key, {"name": "A"}, {"name": "B"}) for key in (system_id, uuid4())]
    dialog = show(*changes)
    model = dialog.browser.model
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    assert not model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.wanted.changes == tuple(changes)


def words(dialog: ChangesDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_old_and_new_values_are_told_as_people_read_them(
    show: Callable[..., ChangesDialog], session: Session, system_id: UUID
) -> None:
    old, new = (session.reading().named("organisations", name) for name in ("Exempelbolaget AB", "1461"))
    before = {"supplier": str(old), "annual_cost": 41_000_00, "purpose": None}
    after = {"supplier": str(new), "annual_cost": None, "purpose": "Nytt syfte"}
    dialog = show(Change("systems", system_id, before, after))
    assert not dialog.browser.table.isVisible()
    told = words(dialog)
    assert told[0] == "Flyttade: 1 post ändras"
    assert "System · Lifecare" in told
    assert "Exempelbolaget AB  →  Melleruds kommun" in told
    assert "41\u00a0000\u00a0kr per år  →  tomt" in told
    assert "tomt  →  Nytt syfte" in told


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (None, {"name": "Nytt"}, "ny"),
        ({"deleted": False}, {"deleted": True}, "tas bort"),
        ({"name": "Nytt"}, None, "tas bort"),
        ({"deleted": True}, {"deleted": False}, "tas fram ur papperskorgen"),
        ({"name": "Nytt"}, {"name": "Nyare"}, "ändras"),
    ],
)
def test_what_happens_to_a_record_is_a_word(
    show: Callable[..., ChangesDialog],
    system_id: UUID,
    before: dict[str, object] | None,
    after: dict[str, object] | None,
    word: str,
) -> None:
    assert word in words(show(Change("systems", system_id, before, after)))


def test_many_records_are_listed_and_the_one_stood_on_is_told_in_full(
    show: Callable[..., ChangesDialog], session: Session, qtbot: QtBot
) -> None:
    changes = [
        Change("systems", session.workspace.around.new_id(), None, {"name": f"System {number}", "area": "Omsorg"})
        for number in range(130)
    ]
    dialog = show(*changes)
    assert words(dialog)[0] == "Flyttade: 130 poster läggs till"
    table = dialog.browser.table
    assert table.model().rowCount() == 130
    assert table.model().index(129, 0).data() == "System 129"
    assert table.model().index(129, 2).data() == "ny"
    assert table.model().index(129, 3).data() == "Område: Omsorg"
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert "System · System 1" in words(dialog)


def test_five_thousand_records_are_shown_at_once_and_told_as_they_are_looked_at(
    show: Callable[..., ChangesDialog], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    plain_lines = ChangesOfStep.lines
    monkeypatch.setattr(
        ChangesOfStep, "lines", lambda self, start, number: asked.append(start) or plain_lines(self, start, number)
    )
    new_id = session.workspace.around.new_id
    dialog = show(*(Change("systems", new_id(), None, {"name": f"System {number}"}) for number in range(5000)))
    dialog.browser.table.scrollToBottom()
    dialog.grab()
    assert dialog.browser.table.model().index(4999, 0).data() == "System 4999"
    assert len(set(asked)) == len(asked) < 5


def test_texts_are_never_read_as_markup_and_long_ones_are_cut(
    show: Callable[..., ChangesDialog], system_id: UUID
) -> None:
    hostile = '<img src="file:///etc/passwd">' + "x" * 100_000
    dialog = show(Change("systems", system_id, {"purpose": None}, {"purpose": hostile}))
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    assert max(len(text) for text in words(dialog)) < 320


def test_the_focus_is_on_not_doing_it(show: Callable[..., ChangesDialog], system_id: UUID, qtbot: QtBot) -> None:
    dialog = show(Change("systems", system_id, {"name": "A"}, {"name": "B"}))
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    focused = dialog.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(focused, Qt.Key.Key_Return)


def test_carrying_out_is_accepting(show: Callable[..., ChangesDialog], system_id: UUID, qtbot: QtBot) -> None:
    dialog = show(Change("systems", system_id, {"name": "A"}, {"name": "B"}))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.carry_out, Qt.MouseButton.LeftButton)
