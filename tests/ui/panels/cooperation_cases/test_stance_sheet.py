"""What a kommun says is asked for: an answer is demanded, can be changed, and is told of where it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.cooperation_stances import RESERVED
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.panels.cooperation_cases.answering import answer, ask_stance
from itadmin.ui.panels.cooperation_cases.stance_sheet import StanceSheet
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.reference_editors import ReferenceEditor
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session

OWN, HOST, OTHER = (municipality_id(code) for code in ("1460", "1438", "1461"))


@pytest.fixture
def said(session: Session) -> list[str]:
    told: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: told.append(sentence))
    return told


@pytest.fixture
def case(workspace: Workspace, received: Callable[..., UUID]) -> UUID:
    ids = [str(key) for key in (HOST, OWN, OTHER)]
    values = {"title": "Gemensam drift", "status": "utredning", "host": ids[0], "participants": ids}
    key = workspace.records.add("cooperation_cases", values)
    received("cooperation_cases", key, code="1438")
    return key


@pytest.fixture
def opened_sheet(look: Look, qtbot: QtBot) -> Iterator[Callable[[Callable[[QWidget], None]], StanceSheet]]:
    """The sheet that is opened over a window by what is done there."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(look.metrics.px(800), look.metrics.px(600))
    window.show()

    def opened(ask: Callable[[QWidget], None]) -> StanceSheet:
        ask(window)
        sheet = window.findChildren(StanceSheet)[-1]
        qtbot.waitExposed(sheet)
        QApplication.processEvents()
        return sheet

    yield opened
    window.close()


def line_of(sheet: StanceSheet, name: str) -> QWidget:
    line = sheet.editors[name].focusProxy()
    assert line is not None
    line.setFocus()
    return line


def offered(widget: QWidget) -> list[str]:
    popups = [each for each in widget.window().findChildren(PopupList) if each.isVisible()]
    return [popup.item(row).text() for popup in popups for row in range(popup.count())]


def labels(sheet: QWidget) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def stances(workspace: Workspace, case: UUID) -> list[Any]:
    return [read.record for read in workspace.reading().referring("cooperation_stances", "case", case)]


def test_an_answer_is_chosen_among_answers_and_nothing_is_none(
    session: Session, case: UUID, workspace: Workspace, opened_sheet: Any, said: list[str]
) -> None:
    sheet = opened_sheet(lambda window: answer(session, window, case))
    line = line_of(sheet, "stance")
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert offered(line) == ["Är med", "Är med, med förbehåll", "Avvaktar", "Avstår"]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    for typed in ("", "Inte svarat"):
        sheet.editors["stance"].show_draft(typed)
        sheet.save()
        assert sheet.isVisible()
        assert any(text.startswith("Välj vad er kommun svarar.") for text in labels(sheet))
    assert stances(workspace, case) == []
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "avv")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return)
    (made,) = stances(workspace, case)
    assert (made.municipality, made.stance, made.owner) == (OWN, "avvaktar", OWN)
    assert said == ["Ställningstagande tillagt. Dals-Ed får det med er nästa delningsfil."]


def test_an_answer_that_is_given_is_asked_for_again_with_what_it_says(
    session: Session, case: UUID, workspace: Workspace, opened_sheet: Any, said: list[str]
) -> None:
    about = {"case": str(case), "municipality": str(OWN), "decide_by": "2026-12-01", "comment": "Beror på priset."}
    key = workspace.records.add("cooperation_stances", {**about, "stance": "avvaktar"})
    sheet = opened_sheet(lambda window: answer(session, window, case))
    begun = {name: sheet.editors[name].plain() for name in ("stance", "decide_by", "comment")}
    assert begun == {"stance": "avvaktar", "decide_by": "2026-12-01", "comment": "Beror på priset."}
    sheet.editors["stance"].show_plain("avstar")
    sheet.save()
    (changed,) = stances(workspace, case)
    assert (changed.id, changed.stance, changed.comment) == (key, "avstar", "Beror på priset.")
    assert said == ["Ställningstagandet är ändrat. Dals-Ed får det med er nästa delningsfil."]


def test_saving_an_answer_as_it_was_says_nothing(
    session: Session, case: UUID, workspace: Workspace, opened_sheet: Any, said: list[str]
) -> None:
    about = {"case": str(case), "municipality": str(OWN), "stance": "med"}
    workspace.records.add("cooperation_stances", about)
    sheet = opened_sheet(lambda window: answer(session, window, case))
    sheet.save()
    assert not sheet.isVisible()
    assert said == []


def test_a_decision_is_told_with_its_paragraph_and_not_before_it_is_taken(
    session: Session, case: UUID, workspace: Workspace, opened_sheet: Any
) -> None:
    sheet = opened_sheet(lambda window: answer(session, window, case))
    for name, value in (("stance", "med"), ("decided_on", "2026-11-23"), ("paragraph", "87")):
        sheet.editors[name].show_plain(value)
    sheet.save()
    assert sheet.isVisible()
    assert any(text.startswith("Dagen har inte kommit.") for text in labels(sheet))
    sheet.editors["decided_on"].show_plain("2026-11-22")
    sheet.save()
    (made,) = stances(workspace, case)
    assert (str(made.decided_on), made.paragraph) == ("2026-11-22", "87")


def test_a_reservation_that_is_not_told_is_remarked_on_and_taken(
    session: Session, case: UUID, workspace: Workspace, opened_sheet: Any, page_of: Callable[[str], RecordPage]
) -> None:
    sheet = opened_sheet(lambda window: answer(session, window, case))
    line, comment = line_of(sheet, "stance"), sheet.editors["comment"].focusProxy()
    QTest.keyClicks(line, "med f")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert RESERVED in labels(sheet)
    QTest.keyClicks(comment, "Om alla deltar.")
    QTest.keyClick(comment, Qt.Key.Key_Tab)
    assert RESERVED not in labels(sheet)
    sheet.editors["comment"].show_plain("")
    sheet.save()
    (made,) = stances(workspace, case)
    assert (made.stance, made.comment) == ("med_forbehall", "")
    assert RESERVED in labels(opened_sheet(lambda window: answer(session, window, case)))
    page = page_of("cooperation_stances")
    page.show_record(made.id)
    assert RESERVED in labels(page)


@pytest.mark.parametrize("participants", [(OWN, HOST), ()])
def test_the_kommun_is_chosen_among_those_of_the_case_and_none_is_new(
    session: Session, workspace: Workspace, opened_sheet: Any, page_of: Callable[[str], RecordPage],
    participants: tuple[UUID, ...],
) -> None:  # fmt: skip
    for name, kind in (("Socialnämnden", "namnd"), ("Atea", "leverantor")):
        workspace.records.add("organisations", {"name": name, "kind": kind})
    ids = [str(key) for key in (*participants, OTHER)]
    key = workspace.records.add("cooperation_cases", {"title": "Drift", "participants": ids if participants else []})
    sheet = opened_sheet(lambda window: ask_stance(session, window, key, None))
    line = line_of(sheet, "municipality")
    QTest.keyClick(line, Qt.Key.Key_Down)
    names = offered(line)
    assert {"Socialnämnden", "Atea"}.isdisjoint(names)
    assert any(name.startswith("Bengtsfors") for name in names)
    assert len(names) == len(ids) or not participants
    QTest.keyClicks(line, "Ny kommun")
    assert offered(line) == []
    sheet.editors["stance"].show_plain("med")
    sheet.save()
    assert stances(workspace, key) == []
    made = workspace.records.add(
        "cooperation_stances", {"case": str(key), "municipality": str(OWN), "stance": "ej_svarat"}
    )
    page = page_of("cooperation_stances")
    page.show_record(made)
    page.edit_field("municipality")
    (row,) = [row for row in page.findChildren(ValueRow) if row.editor is not None]
    assert isinstance(row.editor, ReferenceEditor)
    row.editor.show_draft("Socialnämnden")
    with pytest.raises(ValueError, match="Välj i listan"):
        row.editor.plain()
