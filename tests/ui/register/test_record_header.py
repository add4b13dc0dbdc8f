"""A name never makes the window wider than the screen, and is broken inside a word only where no room would do."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from itadmin.services.workspace import Workspace
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.record_header import RecordHeader


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
