"""A name without a space never makes the window wider than the screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage


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
