"""All about a row, and what is done with it: a case, a cost, putting it aside, each as one step that is undone."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.money import NBSP
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.registers.opportunity_notes import OpportunityNote
from itadmin.services.samverkan.narrowing import Which
from itadmin.services.time_machine import past_workspace
from itadmin.ui.bus import Bus
from itadmin.ui.samverkan.cost_sheet import CostSheet
from itadmin.ui.samverkan.matrix_model import SCORE, SCORED
from itadmin.ui.samverkan.sheets import AsideSheet, BeginSheet
from itadmin.ui.samverkan.window import SamverkanWindow
from itadmin.ui.session import Guide, Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.prose import ProseLabel

Region = dict[str, UUID]
Records = list[tuple[str, UUID]]


@pytest.fixture
def standing(window: SamverkanWindow, region: Region, qtbot: QtBot) -> SamverkanWindow:
    """The window, standing on Kvarnen."""
    window.pane.stand_on(region["Kvarnen"].bytes)
    qtbot.waitUntil(lambda: window.panel.heading.text() == "Kvarnen")
    return window


def sentences(window: SamverkanWindow) -> list[str]:
    return [label.text().replace(NBSP, " ") for label in window.panel.findChildren(ProseLabel)]


def all_of(session: Session, register: str) -> list[Any]:
    reading = session.reading()
    return [read.record for read in reading.many(register, reading.keys(register)).values()]


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_times_reasons_levels_and_whose_word_are_told(standing: SamverkanWindow) -> None:
    panel = standing.panel
    assert sentences(standing) == [
        "Alla kan lämna sina avtal till 2027-12-31 och börja tillsammans 2028-01-01.",
        "Bengtsfors: Avtalet löper ut 2027-12-31.",
        "Mellerud: Inget avtal som binder finns i registret.",
        "+1 Avtal på väg ut. Ett avtal slutar eller kan sägas upp inom 24 månader, 2027-12-31: Bengtsfors.",
        "+1 Flera använder samma. 2 kommuner använder samma: Bengtsfors och Mellerud.",
        "+1 Målet är inte nått. Nivån som helhet är 2 och målet 4.",
    ]
    for words in ("Kandidatpoäng: 3 av 5", "Nivå över tid", "2020-05-01", "Mellerud: nivå 3, uppgift från Bengtsfors."):
        assert words in panel.words
    assert panel.lanes.accessibleName().startswith("Avtalstider. Alla kan lämna")
    told = "Nivå över tid. Som helhet från 2020-05-01 nivå 2. Målet är nivå 4."
    assert panel.steps.accessibleName() == told


def test_an_agreement_is_opened_from_the_table(
    standing: SamverkanWindow, region: Region, opened_records: Records, qtbot: QtBot
) -> None:
    links = standing.panel.findChildren(LinkButton)
    click(qtbot, next(link for link in links if link.accessibleName() == "Avtal Kvarnen"))
    click(qtbot, standing.panel.heading)
    assert opened_records == [("agreements", region["avtal"]), ("systems", region["Kvarnen"])]


def test_a_case_is_filled_from_the_row(
    standing: SamverkanWindow, session: Session, region: Region, opened_records: Records, qtbot: QtBot
) -> None:
    click(qtbot, standing.panel.begin)
    (sheet,) = standing.findChildren(BeginSheet)
    assert sheet.title.text() == "Samverkan om Kvarnen"
    assert [tick.text() for tick in sheet.ticks.values() if tick.isChecked()] == ["Bengtsfors", "Mellerud"]
    assert sheet.outcome.text() == (
        "I ärendet deltar Bengtsfors och Mellerud. 2 skäl följer med. "
        "Målet nås 2028-01-01, då alla kan börja tillsammans."
    )
    qtbot.keyClick(sheet.title, Qt.Key.Key_Return)
    (case,) = (record for record in all_of(session, "cooperation_cases") if isinstance(record, CooperationCase))
    assert (case.title, case.systems, case.goal_level) == ("Samverkan om Kvarnen", (region["Kvarnen"],), "4")
    assert set(case.participants) == {region["1460"], region["1461"]}
    assert [reason.trigger for reason in case.reasons] == ["avtal_pa_vag_ut", "flera_anvander_samma"]
    (note,) = (record for record in all_of(session, "opportunity_notes") if isinstance(record, OpportunityNote))
    assert (note.status, note.case, note.system) == ("arende", case.id, region["Kvarnen"])
    assert opened_records == [("cooperation_cases", case.id)]
    qtbot.waitUntil(standing.panel.case.isVisible)
    assert not standing.panel.begin.isVisible()
    click(qtbot, standing.panel.case)
    assert opened_records[1:] == [("cooperation_cases", case.id)]
    session.workspace.undo.undo()
    assert not all_of(session, "cooperation_cases")
    assert not all_of(session, "opportunity_notes")


def test_a_case_needs_another_kommun_and_a_name(standing: SamverkanWindow, region: Region, qtbot: QtBot) -> None:
    click(qtbot, standing.panel.begin)
    (sheet,) = standing.findChildren(BeginSheet)
    assert not sheet.ticks[region["1460"]].isEnabled()
    sheet.ticks[region["1461"]].setChecked(False)
    assert sheet.fault.text().startswith("Välj minst en kommun till.")
    sheet.ticks[region["1461"]].setChecked(True)
    sheet.title.setText(" ")
    assert sheet.fault.text() == "Skriv vad ärendet ska heta."


def test_a_row_is_put_aside_until_a_day_and_taken_back(
    standing: SamverkanWindow, session: Session, region: Region, qtbot: QtBot
) -> None:
    click(qtbot, standing.panel.aside)
    (sheet,) = standing.findChildren(AsideSheet)
    assert sheet.day.text() == "2027-11-22"
    sheet.day.setText("2020-01-01")
    assert sheet.fault.text() == "Dagen har varit. Skriv en dag som kommer."
    sheet.day.setText("2027-03-01")
    sheet.note.setText("Byts först 2028")
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return)
    (note,) = all_of(session, "opportunity_notes")
    assert (note.status, str(note.until), note.note) == ("inte_aktuell", "2027-03-01", "Byts först 2028")
    qtbot.waitUntil(lambda: standing.panel.aside.text() == "Aktuellt igen")
    assert "Vår bedömning: inte aktuell till och med 2027-03-01. Byts först 2028" in standing.panel.words
    assert "Inte aktuell till 2027-03-01\n" in standing.panel.words
    assert "Kandidatpoäng" not in standing.panel.words
    model, place = standing.model, standing.table.currentIndex().row()
    scored = model.index(place, model.first_sum + SCORED)
    assert (scored.data(), scored.data(SCORE)) == ("Inte aktuell till 2027-03-01", None)
    assert model.told(model.rows[place], scored.column()).endswith("och är ingen kandidat. Byts först 2028")
    standing.table.grab()
    which = standing.controls.which
    which.setCurrentIndex(which.findData(Which.OPENINGS))
    assert "Kvarnen" not in [row.name for row in model.rows]
    which.setCurrentIndex(which.findData(Which.ALL))
    standing.pane.stand_on(region["Kvarnen"].bytes)
    qtbot.waitUntil(lambda: standing.panel.heading.text() == "Kvarnen")
    click(qtbot, standing.panel.aside)
    (note,) = all_of(session, "opportunity_notes")
    assert (note.status, note.until) == ("bevakas", None)
    qtbot.waitUntil(lambda: standing.panel.aside.text() == "Inte aktuellt till…")


def test_the_cost_is_shared_by_those_who_use_it(
    standing: SamverkanWindow, session: Session, opened_records: Records, qtbot: QtBot
) -> None:
    asked: list[str] = []
    session.guide.command_wanted.connect(asked.append)
    click(qtbot, standing.panel.cost)
    (sheet,) = standing.findChildren(CostSheet)
    told = "120 000 kr för 2027 delas mellan Bengtsfors och Mellerud. Modell: befolkning."
    assert sheet.outcome.text().replace(NBSP, " ").startswith(told)
    assert not all_of(session, "allocations")
    sheet.amount.setText("mycket")
    click(qtbot, sheet.act)
    assert sheet.fault.isVisible()
    sheet.amount.setText("")
    assert sheet.remarks.text() == "Beloppet är inte känt. Skriv det nu eller senare."
    sheet.amount.setText("130000")
    click(qtbot, sheet.act)
    (allocation,) = (record for record in all_of(session, "allocations") if isinstance(record, Allocation))
    assert allocation.title == "Kostnadsfördelning Kvarnen"
    assert (allocation.status, allocation.amount, allocation.model) == ("utkast", 130_000_00, "BEFOLKNING")
    assert [row.municipality for row in allocation.participants] == ["1460", "1461"]
    assert (opened_records, asked) == ([("allocations", allocation.id)], ["allocation"])
    assert standing.status.undo.isVisible()
    standing.deeds.share_cost()
    assert opened_records == [("allocations", allocation.id)] * 2
    assert len(all_of(session, "allocations")) == 1
    session.workspace.undo.undo()
    assert not all_of(session, "allocations")


def test_on_an_earlier_day_nothing_can_be_begun(session: Session, region: Region, qtbot: QtBot) -> None:
    workspace = session.workspace
    past = past_workspace(workspace.path, workspace.file.content(), workspace.reading().day, workspace.around)
    window = SamverkanWindow(Session(past, session.look, Bus(), Guide(), session.background))
    qtbot.addWidget(window)
    window.show()
    window.pane.stand_on(region["Kvarnen"].bytes)
    panel = window.panel
    assert not any(button.isVisible() for button in (panel.begin, panel.aside, panel.cost, panel.match))


def test_an_empty_register_leads_to_receiving(session: Session, qtbot: QtBot) -> None:
    asked: list[str] = []
    session.guide.command_wanted.connect(asked.append)
    window = SamverkanWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert window.empty.isVisible()
    assert not window.save.isEnabled()
    window.empty.plain_chosen.emit()
    assert asked == ["receive"]


def test_one_kommun_alone_sees_all_its_systems(session: Session, qtbot: QtBot) -> None:
    session.workspace.records.add("systems", {"name": "Ensam", "lifecycle": "i_drift"})
    window = SamverkanWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert [row.name for row in window.model.rows] == ["Ensam"]
    assert window.told.text().endswith("bara er egen kommun har uppgifter")
    assert "Ingen har angett någon nivå." in window.panel.words
