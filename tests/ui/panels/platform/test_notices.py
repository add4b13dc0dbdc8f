"""The page of a change of the platform: who is told, what is proposed, and each act as a step that can be undone."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.platform import Step
from itadmin.services.platform import Answer, ChangeStanding, answer, inform, make_notices, standing_of
from itadmin.ui.panels.platform.notices import NoticesPanel
from itadmin.ui.platform.answer_sheet import AnswerSheet
from itadmin.ui.platform.cost_sheet import CostSheet
from itadmin.ui.platform.tick_sheet import TickSheet
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton

Ids = dict[str, UUID]
LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 22)


@pytest.fixture
def said(session: Session) -> list[str]:
    found: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: found.append(sentence))
    return found


@pytest.fixture
def page(page_of: Callable[[str], RecordPage], server_change: Ids) -> RecordPage:
    page = page_of("platform_changes")
    page.resize(900, 1400)
    page.show_record(server_change["change"])
    return page


@pytest.fixture
def panel(page: RecordPage) -> NoticesPanel:
    found: NoticesPanel = page.findChild(NoticesPanel)
    return found


@pytest.fixture
def again(page: RecordPage, server_change: Ids) -> Callable[[], None]:
    """Shows the change as it is now."""
    return lambda: page.show_record(server_change["change"])


@pytest.fixture
def noticed(session: Session, server_change: Ids) -> list[UUID]:
    """Both who are touched have their notices: Dals-Ed and Socialförvaltningen."""
    units = standing_of(session.reading(), server_change["change"]).missing
    make_notices(session.workspace.records, session.reading(), server_change["change"], units)
    return [notice.record.id for notice in standing_of(session.reading(), server_change["change"]).notices]


def standing(session: Session, ids: Ids) -> ChangeStanding:
    return standing_of(session.reading(), ids["change"])


def open_sheet(kind: type) -> Any:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def answerable(panel: NoticesPanel) -> list[LinkButton]:
    """The links that ask for an answer, by row."""
    return shown_links(panel, "Notera svar …")


def shown_links(panel: NoticesPanel, text: str) -> list[LinkButton]:
    """The links of the panel with a text, from the top."""
    return [link for link in panel.findChildren(LinkButton) if link.isVisible() and link.text() == text]


def words(table: QWidget) -> list[str]:
    """What the cells of a table say."""
    found: list[Any] = table.findChildren(QWidget)
    return [each.text() for each in found if hasattr(each, "text") and each.isVisible()]


def test_those_who_are_touched_are_proposed_and_added_in_one_step(
    qtbot: QtBot, panel: NoticesPanel, session: Session, server_change: Ids, said: list[str], again: Callable[[], None]
) -> None:
    assert panel.none.text() == "Ingen förvaltning är tillagd."
    assert panel.add.text() == "Lägg till 2 berörda förvaltningar…"
    assert not panel.told.isVisible()
    qtbot.mouseClick(panel.add, LEFT)
    sheet = open_sheet(TickSheet)
    assert [offer.name for offer, _tick in sheet.ticks] == ["Dals-Eds kommun", "Socialförvaltningen"]
    assert sheet.ticks[1][0].reason == "ansvarar för Kvarnen"
    qtbot.mouseClick(sheet.act, LEFT)
    again()
    assert len(standing(session, server_change).notices) == 2
    assert said == ["La till 2 förvaltningar att förvarna: Byte till Windows Server 2025."]
    assert panel.none.text() == (
        "0 av 2 är förvarnade och 0 har svarat. Svar ska ha kommit senast torsdag 31 december."
    )
    assert not panel.add.isVisible()
    session.workspace.undo.undo()
    assert standing(session, server_change).notices == ()


def test_systems_are_proposed_by_their_technique(
    qtbot: QtBot, panel: NoticesPanel, session: Session, server_change: Ids, said: list[str]
) -> None:
    add = session.workspace.records.add
    add("systems", {"name": "Arkivet", "lifecycle": "i_drift", "operating_system": "Windows Server 2012"})
    qtbot.mouseClick(panel.propose, LEFT)
    sheet = open_sheet(TickSheet)
    assert [(offer.name, tick.isChecked()) for offer, tick in sheet.ticks] == [("Arkivet", True)]
    qtbot.mouseClick(sheet.act, LEFT)
    assert len(standing(session, server_change).change.systems) == 2
    assert said == ["Ändrade Byte till Windows Server 2025: System som berörs."]


def test_that_nothing_is_proposed_is_said(qtbot: QtBot, panel: NoticesPanel, said: list[str]) -> None:
    qtbot.mouseClick(panel.propose, LEFT)
    assert said[0].startswith("Registret säger inte att fler system")


def test_that_they_are_told_is_noted_for_all_at_once(
    qtbot: QtBot,
    noticed: list[UUID],
    panel: NoticesPanel,
    session: Session,
    server_change: Ids,
    again: Callable[[], None],
) -> None:
    del noticed
    assert panel.told.text() == "Notera att 2 förvaltningar förvarnats i dag"
    qtbot.mouseClick(panel.told, LEFT)
    again()
    assert standing(session, server_change).count(Step.WAITING) == 2
    assert not panel.told.isVisible()
    assert panel.remind.text() == "Påminn 2 förvaltningar…"
    session.workspace.undo.undo()
    assert standing(session, server_change).count(Step.UNTOLD) == 2


def test_an_answer_is_noted_from_its_row(
    qtbot: QtBot,
    noticed: list[UUID],
    panel: NoticesPanel,
    session: Session,
    server_change: Ids,
    again: Callable[[], None],
) -> None:
    inform(session.workspace.records, session.reading(), noticed, date(2026, 11, 1))
    again()
    qtbot.waitUntil(lambda: len(answerable(panel)) == 2)
    qtbot.mouseClick(answerable(panel)[-1], LEFT)
    sheet = open_sheet(AnswerSheet)
    sheet.save()
    assert sheet.isVisible()
    sheet.editors["answer"].show_plain("behover_tid")
    sheet.editors["note"].show_plain("Först i maj.")
    sheet.editors["consequences"].show_plain([{"year": 2027, "amount": 250_00, "note": None}])
    sheet.save()
    assert not sheet.isVisible()
    notice = standing(session, server_change).notices[1]
    assert (notice.record.answer, notice.record.answered_on, notice.record.note) == (
        "behover_tid",
        TODAY,
        "Först i maj.",
    )
    assert [row.amount for row in notice.record.consequences] == [250_00]
    again()
    qtbot.waitUntil(lambda: len(answerable(panel)) == 2)
    session.workspace.records.save("platform_notices", notice.record.id, {"answer": "utan_invandning"})
    again()
    qtbot.waitUntil(lambda: len(answerable(panel)) == 1)


def test_a_reminder_begins_a_letter_and_is_noted(
    qtbot: QtBot,
    noticed: list[UUID],
    panel: NoticesPanel,
    session: Session,
    server_change: Ids,
    again: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: letters.append(url.toString()) or True)
    inform(session.workspace.records, session.reading(), noticed, date(2026, 11, 1))
    again()
    qtbot.mouseClick(panel.remind, LEFT)
    assert letters[0].startswith("mailto:eva@exempel.example?subject=P")
    assert "Byte till Windows Server 2025" in unquote(letters[0])
    assert [notice.record.note for notice in standing(session, server_change).notices] == ["Påmind 2026-11-22."] * 2


def test_without_a_mail_program_nothing_is_noted(
    qtbot: QtBot,
    noticed: list[UUID],
    panel: NoticesPanel,
    session: Session,
    server_change: Ids,
    again: Callable[[], None],
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    inform(session.workspace.records, session.reading(), noticed, date(2026, 11, 1))
    again()
    qtbot.mouseClick(panel.remind, LEFT)
    assert said[-1].startswith("Det finns inget e-postprogram")
    assert standing(session, server_change).notices[0].record.note == ""


def test_what_it_costs_is_summed_by_year(
    qtbot: QtBot, noticed: list[UUID], panel: NoticesPanel, session: Session, again: Callable[[], None]
) -> None:
    for notice, amount in zip(noticed, (100_00, 250_00), strict=True):
        session.workspace.records.save("platform_notices", notice, {"consequences": [{"year": 2027, "amount": amount}]})
    again()
    qtbot.waitUntil(lambda: "350\N{NO-BREAK SPACE}kr" in words(panel.costs))


def test_what_it_costs_is_filled_in_from_its_row(
    qtbot: QtBot,
    noticed: list[UUID],
    panel: NoticesPanel,
    session: Session,
    server_change: Ids,
    said: list[str],
    again: Callable[[], None],
) -> None:
    del noticed
    again()
    qtbot.waitUntil(lambda: bool(shown_links(panel, "Ange kostnad …")))
    qtbot.mouseClick(shown_links(panel, "Ange kostnad …")[0], LEFT)
    sheet = open_sheet(CostSheet)
    sheet.editors["consequences"].show_plain([{"year": 2027, "amount": 100_00, "note": None}])
    sheet.save()
    assert said == ["Kostnaden för Dals-Eds kommun är noterad."]
    assert standing(session, server_change).costs.total == 100_00
    again()
    qtbot.waitUntil(lambda: words(panel).count("100\N{NO-BREAK SPACE}kr") >= 2)


def test_an_objection_is_said_above_what_is_done(
    qtbot: QtBot, noticed: list[UUID], panel: NoticesPanel, session: Session, again: Callable[[], None]
) -> None:
    given = Answer("behover_tid", TODAY, costs=[{"year": 2027, "amount": 500_00, "note": None}])
    answer(session.workspace.records, session.reading(), noticed[0], given)
    again()
    qtbot.waitUntil(lambda: "1 förvaltning har invändningar eller behöver mer tid." in panel.none.text())


def test_one_more_can_be_asked_for(qtbot: QtBot, panel: NoticesPanel) -> None:
    panel.follow_link()
    sheet = open_sheet(NewRecordDialog)
    qtbot.addWidget(sheet)
    assert "organisation" in sheet.editors
    sheet.close()


@pytest.mark.parametrize("status", ["klar", "avbruten"])
def test_a_change_that_is_over_is_only_told_of(
    noticed: list[UUID],
    panel: NoticesPanel,
    session: Session,
    server_change: Ids,
    again: Callable[[], None],
    status: str,
) -> None:
    del noticed
    session.workspace.records.save("platform_changes", server_change["change"], {"status": status})
    again()
    assert not any(button.isVisible() for button in (panel.propose, panel.add, panel.told, panel.remind))


def test_a_system_tells_of_what_is_coming(
    page_of: Callable[[str], RecordPage], session: Session, server_change: Ids
) -> None:
    page = page_of("systems")
    page.show_record(server_change["Kvarnen"])
    opened: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record: opened.append((register, record)))
    link = next(link for link in page.findChildren(LinkButton) if link.text() == "Byte till Windows Server 2025")
    link.click()
    assert opened == [("platform_changes", server_change["change"])]


def test_that_a_paper_to_all_is_made_asks_whether_it_has_gone_out(
    noticed: list[UUID], panel: NoticesPanel, session: Session, server_change: Ids, again: Callable[[], None]
) -> None:
    del noticed
    about = {"about_register": "platform_changes", "about": str(server_change["change"])}
    values = {"number": "2026-0004", "paper_type": "platform_notice_all", "title": "Förvarning"}
    session.workspace.records.add("papers", {**about, **values})
    again()
    told = "Förvarningen är gjord (2026-0004). Notera nedan när den har gått ut."
    assert panel.none.text().endswith(told)
    assert panel.now.y() < panel.told.mapTo(panel, panel.told.rect().topLeft()).y() < panel.costs.y()
    panel.told.click()
    again()
    assert told not in panel.none.text()
