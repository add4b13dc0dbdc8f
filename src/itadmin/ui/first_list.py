"""The list that is shown at once when a file is opened, while the rest of the program is being loaded.

The page of the register takes it over as it stands: the row one has moved to stays.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.storage.first_page import open_first_page
from itadmin.storage.reads import ListQuery
from itadmin.ui.look.look import Look
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.table_model import RegisterModel


def first_list(look: Look, path: Path, day: date) -> ListPane | None:
    """The first register's list of a file; None when it must be opened the ordinary way to say what is wrong."""
    register = next(iter(REGISTERS.values()))
    try:
        page = open_first_page(path, register, day)
    except KnownError:
        return None
    if page is None:
        return None
    model = RegisterModel(register, lambda: page)
    pane = ListPane(look, model)
    model.setParent(pane)
    model.load(ListQuery())
    pane.heading.set_counts(model.rowCount(), model.rowCount())
    pane.show_state(empty=model.rowCount() == 0, filtered=False)
    pane.select_row(0)
    return pane
