"""What commands do with the page that is shown – a register's, or the start page – and which of them are on there.

What opens a window stands in `window_commands`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from itadmin.documents.of_records import WITH_PAPERS
from itadmin.ui.panels import RECORD_WINDOWS, special_of
from itadmin.ui.register.page import RegisterPage

if TYPE_CHECKING:
    from itadmin.ui.attention.page import StartPage

OF_REGISTER: Mapping[str, Callable[[RegisterPage], object]] = {
    "new": RegisterPage.add_record,
    "copy": RegisterPage.copy_record,
    "delete": RegisterPage.delete_records,
    "bin": RegisterPage.show_bin,
    "edit": lambda page: page.record.edit_current(),
    "save": lambda page: page.record.leave(),
    "paper": lambda page: page.record.make_paper(),
    "filter": lambda page: page.list.heading.focus_search(),
    "condition": lambda page: page.side.add_condition(),
    "save_view": lambda page: page.side.save_view(),
    "columns": lambda page: page.side.choose_columns(),
    "list_alone": RegisterPage.turn_list_alone,
    "change_many": lambda page: page.side.change_many(),
}

OF_START: Mapping[str, Callable[[StartPage], object]] = {
    "paper": lambda page: page.make_paper(),
    "export": lambda page: page.export(),
    "print_list": lambda page: page.print_list(),
    "filter": lambda page: page.head.focus_filters(),
}

ONES_OWN = frozenset({"copy", "delete"})
"""What is done with records of one's own alone."""

_ADD_A_RECORD = frozenset({"new", "copy"})
_NEED_REGISTER = frozenset({*OF_REGISTER, "export", "print_list", "history"})


def is_on(key: str, page: RegisterPage | None) -> bool:
    """Whether there is something for a command to do on a register's page, or on the start page when that is None."""
    if key in RECORD_WINDOWS:
        return page is not None and key in special_of(page.register.name).windows
    if key == "batch":
        return page is not None and page.register.name in WITH_PAPERS
    if page is None:
        return key in OF_START or key not in _NEED_REGISTER
    if key in ONES_OWN and page.record.why_others():
        return False
    if key in _ADD_A_RECORD and page.register.made_by_program:
        return False
    return key in _NEED_REGISTER or key not in OF_START
