"""An agreement's page shows what it belongs to and what belongs to it, and what has replaced what."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.chain import ChainPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.term_bar import MiniTermBar

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def chained(workspace: Workspace, agreement: UUID) -> dict[str, UUID]:
    term = {"status": "gallande", "starts_on": "2024-01-01", "first_term_months": 48}
    supplement: dict[str, Any] = {"title": "Tilläggsavtal 1", "chain_place": "tillaggsavtal", **term}
    added = workspace.records.add("agreements", {**supplement, "main_agreement": str(agreement)})
    annex = {"title": "Bilaga A", "chain_place": "bilaga", "main_agreement": str(added)}
    return {"main": agreement, "added": added, "annex": workspace.records.add("agreements", annex)}


def names(panel: ChainPanel) -> list[tuple[int, str]]:
    """The links and the agreement itself from the top, with how far in they stand."""
    cells = [*panel.findChildren(ElidedLink), *panel.findChildren(QLabel)]
    titles = {"Driftavtal Lifecare", "Driftavtal Lifecare 2027", "Tilläggsavtal 1", "Bilaga A"}
    shown = [(cell.mapTo(panel, cell.rect().topLeft()), cell.text()) for cell in cells if cell.isVisible()]
    stands = sorted((place.y(), place.x(), text) for place, text in shown if text in titles)
    return [(x, text) for _y, x, text in stands]


def test_the_chain_is_a_tree_from_each_of_its_agreements(page_of: Page, chained: dict[str, UUID], qtbot: QtBot) -> None:
    page = page_of("agreements")
    for record_id in chained.values():
        page.show_record(record_id)
        panel = page.findChild(ChainPanel)
        qtbot.waitUntil(lambda: len(names(page.findChild(ChainPanel))) == 3)
        stands = names(panel)
        assert [text for _x, text in stands] == ["Driftavtal Lifecare", "Tilläggsavtal 1", "Bilaga A"]
        assert stands[0][0] < stands[1][0] < stands[2][0]
        assert len([link for link in panel.findChildren(ElidedLink) if link.isVisible()]) == 2


def test_each_has_its_state_and_its_term(
    page_of: Page, chained: dict[str, UUID], seen: Seen, session: Session, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(chained["annex"])
    panel = page.findChild(ChainPanel)
    assert {"Tilläggsavtal", "Bilaga", "Gällande", "2027-12-31"} <= set(seen(panel))
    (chip,) = [item for item in panel.findChildren(Chip) if item.isVisible()]
    (bar,) = [item for item in panel.findChildren(MiniTermBar) if item.isVisible()]
    assert bar.accessibleName().startswith("Tilläggsavtal 1. ")
    assert bar.y() < chip.y() + chip.height()
    link = next(link for link in panel.findChildren(ElidedLink) if link.text() == "Tilläggsavtal 1")
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["agreements", chained["added"]]


def test_what_replaces_what_stands_newest_first(
    page_of: Page, workspace: Workspace, agreement: UUID, seen: Seen
) -> None:
    newer = {"title": "Driftavtal Lifecare 2027", "version": "2.0", "replaces": str(agreement)}
    workspace.records.add("agreements", newer)
    page = page_of("agreements")
    page.show_record(agreement)
    told = seen(page.findChild(ChainPanel))
    assert {"Ersätter och ersatts av", "2.0"} <= set(told)
    assert [text for _x, text in names(page.findChild(ChainPanel))] == [newer["title"], "Driftavtal Lifecare"]
    assert "Avtalet hör inte ihop med något annat avtal." not in told


def test_an_agreement_alone_offers_one_that_belongs_to_it(
    page_of: Page,
    workspace: Workspace,
    agreement: UUID,
    system_id: UUID,
    seen: Seen,
    press: Callable[[QWidget, str], None],
    sheet_of: Callable[..., Any],
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(ChainPanel)
    assert seen(panel) == ["Avtalet hör inte ihop med något annat avtal."]
    press(panel.parentWidget(), "Nytt avtal som hör hit …")
    sheet = sheet_of(page, NewRecordDialog)
    sheet.editors["title"].show_draft("Tilläggsavtal")
    sheet.save()
    (made,) = workspace.reading().referring("agreements", "main_agreement", agreement)
    record: Any = made.record
    assert (made.label, record.systems) == ("Tilläggsavtal", (system_id,))
    assert "Tilläggsavtal" in seen(panel)


def test_others_agreements_that_stand_alone_have_no_chain(page_of: Page, workspace: Workspace, agreement: UUID) -> None:
    workspace.records.delete("agreements", [agreement])
    page = page_of("agreements")
    page.show_record(agreement)
    assert not page.findChild(ChainPanel).isVisible()
