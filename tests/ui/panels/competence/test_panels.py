"""The pages of an area and a system: who knows what, the network, and why competence is hard to keep."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.competence.gaps import GapsPanel
from itadmin.ui.panels.competence.meeting_sheet import MeetingSheet
from itadmin.ui.panels.competence.network import NetworkPanel
from itadmin.ui.panels.systems.competence import CompetencePanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.record_header import RecordHeader
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton

Pages = Callable[[str], RecordPage]


@pytest.fixture
def area(workspace: Workspace) -> UUID:
    """Nät, where Anna is able and Bo is to know more; Bo is a member of the network."""
    add = workspace.records.add
    anna, bo = (add("people", {"name": name}) for name in ("Anna Ek", "Bo Åberg"))
    found = add("networks", {"name": "Nät", "members": [str(bo)], "meetings": [{"held_on": "2026-09-01"}]})
    add("competences", {"person": str(anna), "area": str(found), "level": "4"})
    add("competences", {"person": str(bo), "area": str(found), "level": "1", "wanted_level": "3"})
    values: dict[str, Any] = {"planned_on": "2027-03", "cost_alone": 500_00, "cost_together": 200_00, "status": "klar"}
    add("competence_actions", {"title": "Kurs", "area": str(found), **values})
    return found


def words(panel: object) -> list[str]:
    assert isinstance(panel, (GapsPanel, NetworkPanel))
    labels = (label.text() for label in panel.now.findChildren(QLabel))
    links = (link.accessibleName() or link.text() for link in panel.now.findChildren(LinkButton))
    return [*labels, *links]


def test_an_area_tells_who_knows_what_and_what_is_left(page_of: Pages, area: UUID) -> None:
    page = page_of("networks")
    page.show_record(area)
    panel = page.findChild(GapsPanel)
    assert panel is not None
    told = words(panel)
    assert {"1 Känner till", "3 Behärskar", "4 Specialist, lär ut", "2", "Saknas"} <= set(told)
    assert panel.none.text() == (
        "1 person i regionen behärskar området. Åtgärder 2027: 500\u00a0kr enskilt, 200\u00a0kr samordnat, "
        "besparing 300\u00a0kr."
    )


def test_a_gap_leads_to_a_proposed_action(qtbot: QtBot, page_of: Pages, area: UUID, workspace: Workspace) -> None:
    page = page_of("networks")
    page.show_record(area)
    panel = page.findChild(GapsPanel)
    assert panel is not None
    qtbot.mouseClick(panel.propose, Qt.MouseButton.LeftButton)
    sheet = page.window().findChild(NewRecordDialog)
    assert sheet is not None
    assert sheet.written("title") == "Kurs: Nät"
    assert (sheet.written("level_after"), sheet.written("seats"), sheet.written("planned_on")) == ("3", 1, "2027")
    sheet.save()
    QApplication.processEvents()
    assert workspace.reading().count("competence_actions") == 2
    page.show_record(area)
    assert "Planerad" in words(page.findChild(GapsPanel))
    assert panel.propose.isHidden()


def test_the_network_tells_whom_to_ask_and_notes_a_meeting_in_one_step(
    qtbot: QtBot, page_of: Pages, area: UUID, workspace: Workspace
) -> None:
    page = page_of("networks")
    page.show_record(area)
    panel = page.findChild(NetworkPanel)
    assert panel is not None
    assert panel.none.text() == "Inget kommande möte är bestämt. Kan frågas: Anna Ek (nivå 4)."
    assert "1 Känner till" in words(panel)
    qtbot.mouseClick(panel.note, Qt.MouseButton.LeftButton)
    sheet = page.window().findChild(MeetingSheet)
    assert sheet is not None
    assert sheet.editors["held_on"].plain() == "2026-11-22"
    sheet.editors["held_on"].show_plain("2026-12-24")
    minutes = sheet.editors["minutes"].findChild(QLineEdit)
    qtbot.keyClicks(minutes, "Brandvaggar")
    qtbot.keyClick(minutes, Qt.Key.Key_Return)
    record: Any = workspace.reading().one("networks", area).record
    assert [(str(row.held_on), row.minutes) for row in record.meetings] == [
        ("2026-09-01", ""),
        ("2026-12-24", "Brandvaggar"),
    ]
    page.show_record(area)
    assert panel.none.text().startswith("Nästa möte är den 24 december 2026.")
    workspace.undo.undo()
    record = workspace.reading().one("networks", area).record
    assert len(record.meetings) == 1


def test_a_meeting_without_a_day_is_refused_in_words(qtbot: QtBot, page_of: Pages, area: UUID) -> None:
    page = page_of("networks")
    page.show_record(area)
    panel = page.findChild(NetworkPanel)
    assert panel is not None
    qtbot.mouseClick(panel.note, Qt.MouseButton.LeftButton)
    sheet = page.window().findChild(MeetingSheet)
    assert sheet is not None
    sheet.editors["held_on"].show_plain(None)
    qtbot.mouseClick(sheet.note, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.fault.text() == "Ange vilken dag mötet är."


def test_a_system_tells_why_its_competence_is_hard_to_keep(page_of: Pages, workspace: Workspace, area: UUID) -> None:
    reading = workspace.reading()
    anna = reading.named("people", "Anna Ek")
    system = workspace.records.add("systems", {"name": "Kvarnen", "competence_rating": "sarbar"})
    workspace.records.add("competences", {"person": str(anna), "system": str(system), "level": "3"})
    fine = workspace.records.add("systems", {"name": "Ekot"})
    page = page_of("systems")
    page.show_record(system)
    panel = page.findChild(CompetencePanel)
    assert panel is not None
    assert panel.told.text() == (
        "Svårt att hålla kompetens: kompetensen bedöms vara sårbar och färre än två behärskar systemet. "
        "Pröva samverkan eller utbilda fler. Bara Anna Ek behärskar systemet."
    )
    page.show_record(fine)
    assert panel.isHidden()
    assert area


def test_a_judgement_is_headed_by_whom_and_what_it_is_of(
    page_of: Pages, workspace: Workspace, area: UUID, seen: Callable[[QWidget], list[str]]
) -> None:
    reading = workspace.reading()
    system = workspace.records.add("systems", {"name": "Kvarnen"})
    anna = str(reading.named("people", "Anna Ek"))
    of_system = workspace.records.add("competences", {"person": anna, "system": str(system), "level": "3"})
    (of_area,) = [read.record.id for read in reading.referring("competences", "area", area) if read.label[0] == "4"]
    page = page_of("competences")
    for key, called, level in ((of_area, "Anna Ek · Nät", "4"), (of_system, "Anna Ek · Kvarnen", "3")):
        page.show_record(key)
        header = page.findChild(RecordHeader)
        assert header is not None
        shown, chip = seen(header)[:2]
        assert shown == called
        assert chip.startswith(level)


@pytest.mark.parametrize("register", ["competences", "competence_actions", "networks"])
def test_every_page_of_competence_leads_to_the_map(
    qtbot: QtBot, page_of: Pages, session: Session, area: UUID, register: str
) -> None:
    asked: list[str] = []
    session.guide.command_wanted.connect(asked.append)
    page = page_of(register)
    page.show_record(session.reading().keys(register)[0])
    (way,) = [button for button in page.findChildren(Button) if button.text() == "Kompetenskarta"]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert asked == ["competence"]
    assert area


def test_a_need_leads_to_the_courses(qtbot: QtBot, page_of: Pages, session: Session) -> None:
    asked: list[str] = []
    session.guide.command_wanted.connect(asked.append)
    need = session.workspace.records.add("training_needs", {"topic": "Grundkurs", "year": 2027, "people": 3})
    page = page_of("training_needs")
    page.show_record(need)
    (way,) = [button for button in page.findChildren(Button) if button.text() == "Gemensamma kurser"]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert asked == ["courses"]
