"""Questions about pairs answered with one key each, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.matching.window import MatchingWindow
from itadmin.ui.matching.words import NO_NEIGHBOURS
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

Add = Callable[..., UUID]
Show = Callable[[], MatchingWindow]
KEYS = Qt.Key


def names(window: MatchingWindow) -> tuple[str, str]:
    QApplication.processEvents()
    assert window.pair.isVisible()
    return window.pair.names()


def said(workspace: Workspace) -> list[str]:
    reading = workspace.reading()
    return sorted(read.label for read in reading.many("matches", reading.keys("matches")).values())


def test_a_pair_stands_side_by_side_with_what_speaks_for_it(show: Show, system: Add, workspace: Workspace) -> None:
    supplier = str(workspace.records.add("organisations", {"name": "Tietoevry", "organisation_number": "556001-0000"}))
    system("Vård", aliases="Procapita, Pro", area="Omsorg", user_count=1200, supplier=supplier)
    system("Procapita", "1438", product="Procapita", area="Omsorg")
    window = show()
    assert names(window) == ("Vård", "Procapita")
    assert window.pair.whose() == ("Bengtsfors kommun", "Dals-Eds kommun")
    assert window.pair.said("other_names") == ("Procapita, Pro", "–")
    assert window.pair.said("product") == ("–", "Procapita")
    assert window.pair.said("supplier") == ("Tietoevry (556001-0000)", "–")
    assert window.pair.said("users") == ("1\xa0200", "–")
    assert window.pair.spoken() == ["Ett annat namn är detsamma", "Samma område"]
    assert window.question.accessibleName() == (
        "Är Vård i Bengtsfors kommun och Procapita i Dals-Eds kommun samma system? "
        "Ett annat namn är detsamma; Samma område."
    )
    assert window.progress.text() == "0 besvarade · 1 kvar"
    assert window.same.hasFocus()


def test_one_key_is_an_answer_and_the_next_question_is_there(
    show: Show, system: Add, workspace: Workspace, qtbot: QtBot
) -> None:
    for name in ("Alfa", "Beta", "Gamma"):
        system(name)
        system(name, "1438")
    window = show()
    assert names(window)[0] == "Alfa"
    qtbot.keyClick(window, KEYS.Key_J)
    assert window.status.said.text() == "Alfa i Bengtsfors kommun och Alfa i Dals-Eds kommun är samma."
    assert names(window)[0] == "Beta"
    qtbot.keyClick(window, KEYS.Key_N)
    assert names(window)[0] == "Gamma"
    assert window.progress.text() == "2 besvarade · 1 kvar"
    assert said(workspace) == ["Inte samma", "Samma"]
    qtbot.mouseClick(window.apart, Qt.MouseButton.LeftButton)
    assert not window.pair.isVisible()
    assert window.none.isVisible()
    assert said(workspace) == ["Inte samma", "Inte samma", "Samma"]


def test_what_one_does_not_know_comes_last(show: Show, system: Add, workspace: Workspace, qtbot: QtBot) -> None:
    for name in ("Alfa", "Beta"):
        system(name)
        system(name, "1438")
    window = show()
    qtbot.keyClick(window, KEYS.Key_V)
    assert names(window)[0] == "Beta"
    assert said(workspace) == []
    qtbot.keyClick(window, KEYS.Key_J)
    assert names(window)[0] == "Alfa"


@pytest.mark.parametrize("key", ["key", "undo", "button"])
def test_the_last_answers_are_taken_back_one_by_one(
    show: Show, system: Add, workspace: Workspace, qtbot: QtBot, key: str
) -> None:
    for name in ("Alfa", "Beta"):
        system(name)
        system(name, "1438")
    window = show()
    assert not window.back.isEnabled()
    qtbot.keyClick(window, KEYS.Key_J)
    qtbot.keyClick(window, KEYS.Key_N)
    assert window.none.isVisible()
    for left, name in ((["Samma"], "Beta"), ([], "Alfa")):
        if key == "key" or window.none.isVisible():
            qtbot.keyClick(window, KEYS.Key_Backspace)
        elif key == "undo":
            qtbot.keyClick(window, KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            qtbot.mouseClick(window.back, Qt.MouseButton.LeftButton)
        assert names(window)[0] == name
        assert said(workspace) == left
    qtbot.keyClick(window, KEYS.Key_Backspace)
    assert names(window)[0] == "Alfa"


def test_an_answer_after_which_something_else_was_done_is_left_to_the_main_window(
    show: Show, system: Add, workspace: Workspace, qtbot: QtBot
) -> None:
    for name in ("Alfa", "Beta"):
        system(name)
        system(name, "1438")
    window = show()
    qtbot.keyClick(window, KEYS.Key_J)
    workspace.records.add("people", {"name": "Kim Berg"})
    qtbot.keyClick(window, KEYS.Key_Backspace)
    assert window.status.said.text().startswith("Något annat har ändrats")
    assert said(workspace) == ["Samma"]
    assert names(window)[0] == "Beta"


def test_the_window_follows_the_register_and_stays_at_its_question(
    show: Show, system: Add, workspace: Workspace, qtbot: QtBot
) -> None:
    for name in ("Alfa", "Beta"):
        system(name)
        system(name, "1438")
    window = show()
    qtbot.keyClick(window, KEYS.Key_V)
    assert names(window)[0] == "Beta"
    system("Aktiv", "1438")
    workspace.records.add("systems", {"name": "Aktiv"})
    assert names(window)[0] == "Beta"
    assert window.progress.text() == "0 besvarade · 3 kvar, varav 1 Vet inte"
    [beta] = [
        each for each in workspace.reading().keys("systems") if workspace.reading().label("systems", each) == "Beta"
    ]
    workspace.records.delete("systems", [beta])
    assert names(window)[0] == "Aktiv"


def test_pairs_are_looked_for_beside_the_window_and_that_can_be_stopped(
    session: Session, system: Add, qtbot: QtBot
) -> None:
    system("Alfa")
    system("Alfa", "1438")
    background, go = Background(), Event()
    background.run("Annat", go.wait, lambda _result: None, lambda _error: None)
    window = MatchingWindow(replace(session, background=background))
    window.show()
    assert window.looking.isVisible()
    qtbot.keyClick(window, KEYS.Key_J)
    qtbot.mouseClick(window.stop, Qt.MouseButton.LeftButton)
    go.set()
    qtbot.waitUntil(window.none.isVisible)
    assert window.status.said.text() == "Avbrutet. Inget är ändrat."
    window.refresh()
    qtbot.waitUntil(window.pair.isVisible)
    window.close()
    background.close()


def test_without_neighbours_it_is_said_when_questions_come(show: Show, system: Add) -> None:
    system("Alfa")
    window = show()
    assert [label.text() for label in window.none.findChildren(Label)] == list(NO_NEIGHBOURS)


def test_answers_that_contradict_each_other_are_asked_about_until_they_agree(
    show: Show, system: Add, workspace: Workspace, qtbot: QtBot
) -> None:
    one, other, third = system("Alfa"), system("Beta", "1438"), system("Gamma", "1439")
    for pair, verdict in (((one, other), "samma"), ((other, third), "samma"), ((one, third), "inte_samma")):
        workspace.records.add("matches", {"verdict": verdict, "one": str(pair[0]), "other": str(pair[1])})
    window = show()
    assert window.notice.isVisible()
    assert window.pair.spoken() == ["Ni har svarat: samma"]
    qtbot.keyClick(window, KEYS.Key_N)
    QApplication.processEvents()
    assert window.none.isVisible()
    assert said(workspace) == ["Inte samma", "Inte samma", "Samma"]


def test_a_system_is_opened_from_its_card(show: Show, system: Add, session: Session, qtbot: QtBot) -> None:
    system("Alfa")
    theirs = system("Alfa", "1438")
    wanted: list[object] = []
    session.guide.record_wanted.connect(lambda _register, record: wanted.append(record))
    window = show()
    links = {link.accessibleName(): link for link in window.pair.findChildren(LinkButton)}
    qtbot.mouseClick(links["Öppna Alfa i Dals-Eds kommun"], Qt.MouseButton.LeftButton)
    assert wanted == [theirs]
