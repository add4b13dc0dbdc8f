"""What becomes of a list, by what is wished for."""

import io
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

import openpyxl
import pypdfium2
import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.exporting.records import all_fields
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.ui.exporting.work import PAPER, Listed, Wish, make

Listing = Callable[..., Listed]


def rows(workspace: Workspace, listed: Listed, wish: Wish) -> list[list[Any]]:
    made = make(workspace.snapshot(), listed, wish, Progress())
    page = openpyxl.load_workbook(io.BytesIO(made.content))["System"]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_all_that_the_query_gives_with_the_lists_columns(workspace: Workspace, listed: Listing) -> None:
    query = ListQuery(where={"lifecycle": ["i_drift"]}, sort="name", descending=True)
    found = rows(workspace, listed(query=query), Wish(".xlsx"))
    assert [row[:2] for row in found] == [["Namn", "Läge"], ["Ärendet", "I drift"], ["Lifecare", "I drift"]]
    assert found[0] == ["Namn", "Läge", "Id"]


def test_only_what_is_marked(workspace: Workspace, listed: Listing, ids: tuple[UUID, ...]) -> None:
    found = rows(workspace, listed(selected=(ids[2], ids[0])), Wish(".xlsx", only_selected=True))
    assert [row[0] for row in found[1:]] == ["Ärendet", "Ale"]


def test_every_field_where_that_is_wished_for(workspace: Workspace, listed: Listing) -> None:
    found = rows(workspace, listed(), Wish(".xlsx", every_field=True))
    assert len(found[0]) > 60


def test_whose_records_are_is_told_in_lists_of_several_owners(workspace: Workspace, listed: Listing) -> None:
    found = rows(workspace, listed(query=ListQuery(all_owners=True)), Wish(".xlsx"))
    assert found[0] == ["Namn", "Läge", "Ägare", "Id"]


def test_a_paper_has_the_columns_of_the_list(workspace: Workspace, listed: Listing) -> None:
    wish = Wish(PAPER, every_field=True)
    assert wish.fields(listed()) == ("name", "lifecycle")
    assert Wish(".csv", every_field=True).fields(listed()) == all_fields(REGISTERS["systems"])
    made = make(workspace.snapshot(), listed(sentence="I drift"), wish, Progress())
    with pypdfium2.PdfDocument(made.content) as document:
        text = document[0].get_textpage().get_text_range()
    assert "I drift: 3" in text
    assert "Ärendet" in text


@pytest.mark.parametrize("stopped", [False, True])
@pytest.mark.parametrize("ending", [".xlsx", ".csv", PAPER])
def test_the_copy_is_let_go_of_however_it_ends(
    workspace: Workspace, listed: Listing, ending: str, stopped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, progress, closed = workspace.snapshot(), Progress(), []
    close = copy.close
    monkeypatch.setattr(copy, "close", lambda: closed.append(close()))
    if stopped:
        progress.cancel()
    with suppress(CancelledError):
        make(copy, listed(), Wish(ending), progress)
    assert len(closed) == 1


def test_the_file_is_named_by_register_and_day(listed: Listing) -> None:
    assert listed().file_name(".csv", "2026-11-22") == "System_2026-11-22.csv"
