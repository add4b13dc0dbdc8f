"""The agreement's own parts: its term drawn and explained, its driftklass, and what its paper lacks."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements import LackingPanel, ServiceClassPanel, TermPanel, term_bar_data
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.term_bar import TermBar
from itadmin.ui.widgets.term_data import BlockKind

TODAY = date(2026, 11, 22)


@pytest.fixture
def agreement(workspace: Workspace, system_id: UUID) -> UUID:
    values = {"title": "Driftavtal Lifecare", "kind": "driftavtal", "systems": [str(system_id)]}
    return workspace.records.add("agreements", values)


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_the_bar_has_what_is_agreed_the_renewals_and_the_flag() -> None:
    agreement = Agreement(
        title="Avtal", starts_on=date(2024, 1, 1), first_term_months=36, renewal_months=12, notice_months=6
    )
    data = term_bar_data(agreement, term_state(agreement, TODAY), TODAY)
    assert [block.kind for block in data.blocks] == [BlockKind.FIRST, *[BlockKind.RENEWAL] * (len(data.blocks) - 1)]
    assert data.blocks[0].label == "Avtalad tid"
    assert data.flag is not None
    assert data.notice is not None


def test_an_open_ended_term_has_no_end_on_the_bar() -> None:
    agreement = Agreement(title="Avtal", starts_on=date(2024, 1, 1), open_ended=True, notice_months=3)
    data = term_bar_data(agreement, term_state(agreement, TODAY), TODAY)
    assert data.blocks[0].open_ended
    assert data.blocks[0].label == "Tills vidare"


def test_the_term_is_explained_in_words_with_the_days_in_bold(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(TermPanel)
    assert panel.isHidden()
    term = {"starts_on": "2025-01-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 6}
    workspace.records.save("agreements", agreement, term)
    assert panel.isVisible()
    told = " ".join(words(panel.findChild(CalculationBox)))
    assert "Sista dag att säga upp är 2027-06-30" in told
    assert "2027-06-30" in panel.findChild(TermBar).accessibleName() + panel.findChild(TermBar).accessibleDescription()


def test_a_driftavtal_without_class_shows_the_way_to_one(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, session: Session, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(ServiceClassPanel)
    with qtbot.waitSignal(session.guide.field_wanted) as asked:
        qtbot.mouseClick(panel.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    assert asked.args == ["agreements", agreement, "service_class"]
    workspace.records.save("agreements", agreement, {"service_class": "3"})
    assert panel.isHidden()
    workspace.records.save("agreements", agreement, {"service_class": None, "kind": "supportavtal"})
    assert panel.isHidden()


def test_choosing_a_driftklass_fills_every_level_as_one_step(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    type_text: Callable[..., None],
    qtbot: QtBot,
) -> None:
    workspace.records.save("agreements", agreement, {"environments": "produktion, test"})
    page = page_of("agreements")
    page.show_record(agreement)
    page.edit_field("service_class")
    with qtbot.waitSignal(session.guide.said) as said:
        type_text("2", Qt.Key.Key_Return)
    assert said.args == ["Servicenivåerna är ifyllda efter driftklassen.", True]
    read: Any = workspace.reading().one("agreements", agreement).record
    assert (read.service_class, len(read.priorities), len(read.environment_levels)) == ("2", 4, 2)
    assert read.rto_hours is not None
    workspace.undo.undo()
    read = workspace.reading().one("agreements", agreement).record
    assert (read.service_class, read.priorities, read.rto_hours) == ("", (), None)


def test_what_the_paper_lacks_is_told_with_its_place_and_leads_there(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, session: Session, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(lambda: panel.missing_count() > 0)
    qtbot.waitUntil(lambda: "Diarienummer" in words(panel))
    assert "Framsida" in words(panel)
    assert any(text.startswith("avsnitt ") for text in words(panel))
    assert f"{panel.missing_count()} saknas" in words(panel.parentWidget())
    fill = next(item for item in panel.findChildren(QAbstractButton) if item.accessibleName() == "Fyll i diarienummer")
    with qtbot.waitSignal(session.guide.field_wanted) as asked:
        QTest.keyClick(fill, Qt.Key.Key_Space)
    assert asked.args == ["agreements", agreement, "registry_number"]


def test_what_is_filled_in_is_not_missed_any_more(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(lambda: "Diarienummer" in words(panel))
    before = panel.missing_count()
    workspace.records.save("agreements", agreement, {"registry_number": "KS 2026/7"})
    qtbot.waitUntil(lambda: "Diarienummer" not in words(panel))
    assert panel.missing_count() == before - 1


@pytest.mark.parametrize("kind", ["supportavtal", "pub_avtal"])
def test_other_agreements_have_no_paper_to_lack_anything(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    kind: str,
    qtbot: QtBot,
) -> None:
    workspace.records.save("agreements", agreement, {"kind": kind})
    page = page_of("agreements")
    page.show_record(agreement)
    QApplication.processEvents()
    assert not page.findChild(LackingPanel).isVisible()
    assert not any(item.text() == "Skapa dokument…" for item in page.findChildren(QAbstractButton) if item.isVisible())
    with qtbot.waitSignal(session.guide.said) as said:
        page.make_paper()
    assert said.args[0] == "Det finns inget dokument för den här sortens post."


def test_changing_the_kind_shows_and_hides_what_belongs_to_a_paper(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(panel.isVisible)
    workspace.records.save("agreements", agreement, {"kind": "licensavtal"})
    assert not panel.isVisible()
    workspace.undo.undo()
    qtbot.waitUntil(panel.isVisible)
