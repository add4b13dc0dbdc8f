"""The head of a record: a name makes no window wider, and is changed by its own kind of editor."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from itadmin.domain.fields import Choice, Text
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS
from itadmin.services.workspace import Workspace
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.record_header import RecordHeader
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import IconButton

Least = Callable[[Register], dict[str, Any]]


def chosen_titles() -> list[Register]:
    """The registers whose records are named by what is chosen, not by what is written."""
    return [each for each in REGISTERS.values() if not isinstance(each.fields[each.title_fields[0]], Text)]


def pencil(page: RecordPage) -> IconButton:
    return next(each for each in page.findChildren(IconButton) if each.accessibleName().startswith("Ändra "))


def test_a_long_word_is_broken_instead_of_widening_the_page(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    short, long = (workspace.records.add("systems", {"name": name}) for name in ("Ale", "x" * 290))
    page = page_of("systems")
    page.show_record(short)
    before = page.minimumSizeHint().width()
    page.show_record(long)
    name = next(label for label in page.findChildren(QLabel) if label.text() == "x" * 290)
    assert page.minimumSizeHint().width() < before + 300
    assert name.heightForWidth(600) > 2 * name.heightForWidth(60_000)


@pytest.mark.parametrize(
    ("name", "width", "beside"),
    [
        ("VA", 697, True),
        ("Överförmyndarens handläggarstöd", 697, False),
        ("VA", 420, False),
        ("Överförmyndarens handläggarstöd", 1000, True),
    ],
)
def test_the_buttons_go_under_a_name_that_would_be_broken_inside_a_word(
    page_of: Callable[[str], RecordPage], workspace: Workspace, qapp: QApplication, name: str, width: int, beside: bool
) -> None:
    page = page_of("systems")
    page.set_step(WidthStep.MIDDLE)
    page.show_record(workspace.records.add("systems", {"name": name, "lifecycle": "i_drift"}))
    page.resize(width, 600)
    qapp.processEvents()
    header = next(iter(page.findChildren(RecordHeader)))
    title = next(label for label in header.findChildren(QLabel) if label.text() == name)
    assert (header.action.geometry().left() > title.geometry().right()) is beside
    assert (header.action.geometry().top() > title.geometry().bottom()) is not beside
    words = name.split()
    widest = max(title.fontMetrics().horizontalAdvance(word) for word in words)
    assert title.width() >= widest


@pytest.mark.parametrize("register", chosen_titles(), ids=lambda register: register.name)
def test_what_is_chosen_as_a_name_is_changed_by_choosing(
    register: Register, page_of: Callable[[str], RecordPage], workspace: Workspace, least_values: Least
) -> None:
    name = register.title_fields[0]
    field = register.fields[name]
    assert isinstance(field, Choice)
    key = workspace.records.add(register.name, least_values(register))
    page = page_of(register.name)
    page.resize(900, 900)
    page.show_record(key)
    QApplication.processEvents()
    button = pencil(page)
    assert button.toolTip() == f"Ändra ”{field.label}”"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    row = next(row for row in page.findChildren(ValueRow) if row.name == name)
    line = QApplication.focusWidget()
    assert row.editor is not None
    assert line is not None
    assert line is row.editor.focusProxy()
    first, second = list(LISTS[field.values].items())[:2]
    assert workspace.reading().label(register.name, key) == first[1]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert getattr(workspace.reading().one(register.name, key).record, name) == second[0]
    assert workspace.reading().label(register.name, key) == second[1]
    QTest.keyClick(row, Qt.Key.Key_F2)
    assert row.editor is not None


def test_a_role_is_changed_in_the_field_that_names_it(
    page_of: Callable[[str], RecordPage], workspace: Workspace, least_values: Least
) -> None:
    key = workspace.records.add("roles", {**least_values(REGISTERS["roles"]), "function": ""})
    page = page_of("roles")
    for field, values in (("kind", {}), ("function", {"function": "IT-chef"})):
        workspace.records.save("roles", key, values)
        page.show_record(key)
        QTest.mouseClick(pencil(page), Qt.MouseButton.LeftButton)
        assert [row.name for row in page.findChildren(ValueRow) if row.editor is not None] == [field]
        page.finish()


def test_a_written_name_is_changed_at_the_head_and_it_is_said_where_the_rest_is(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: Any, session: Session
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    page = page_of("systems")
    page.show_record(system_id)
    assert pencil(page).toolTip() == "Ändra namnet"
    QTest.mouseClick(pencil(page), Qt.MouseButton.LeftButton)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert "allt annat där det står" in said[0]
    QTest.keyClicks(line, "Kvarnen")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert workspace.reading().label("systems", system_id) == "Kvarnen"
    assert isinstance(QApplication.focusWidget(), ValueRow)
