"""The last question: everything is read before it goes, a tick allows it, and refusals are told in the dialog."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace
from itadmin.ui.retention.erasure_dialog import ErasureDialog
from itadmin.ui.session import Session

Show = Callable[..., ErasureDialog]


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(*people: UUID, participations: tuple[UUID, ...] = ()) -> ErasureDialog:
        dialog = ErasureDialog(session, people, participations, parent)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in parent.findChildren(ErasureDialog):
        dialog.close()


def words(dialog: ErasureDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def test_all_that_happens_is_read_first(show: Show, anna: UUID) -> None:
    told = words(show(anna))
    for line in (
        "Gallra en person?",
        "Har kvar en roll.",
        "– E-post: anna.ek@kommun.example",
        "– Deltagande, Anteckning: Kom sent",
        "– Systemägare – Skola24 – Rektor",
        "– Deltaganden, Deltagare: 1",
        "– Utbildningstillfälle Kurs, Lärare, annan",
        "kan inte heller ångras",
        "Säkerhetskopior",
    ):
        assert line in told


def test_nothing_goes_without_the_tick(show: Show, anna: UUID, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = show(anna)
    assert not dialog.carry_out.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert workspace.reading().one("people", anna).label == "Anna Ek"


def test_it_goes_with_it(show: Show, anna: UUID, session: Session, workspace: Workspace, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda sentence, undoable: told.append((sentence, undoable)))
    dialog = show(anna)
    dialog.understood.setFocus()
    qtbot.keyClick(dialog.understood, Qt.Key.Key_Space)
    assert dialog.understood.isChecked()
    with qtbot.waitSignals([dialog.accepted, session.bus.changed]):
        qtbot.mouseClick(dialog.carry_out, Qt.MouseButton.LeftButton)
    assert workspace.reading().one("people", anna).label == "Person som har slutat"
    assert told == [("Gallrade en person som har slutat.", False)]


def test_what_is_refused_is_told_and_may_be_tried_again(
    show: Show, anna: UUID, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = show(anna)
    workspace.records.save("people", anna, {"left_on": None})
    dialog.understood.setChecked(True)
    qtbot.mouseClick(dialog.carry_out, Qt.MouseButton.LeftButton)
    assert "Fyll i sista dagen" in words(dialog)
    assert dialog.carry_out.isEnabled()


def test_texts_alone_are_told_as_such(show: Show, workspace: Workspace, anna: UUID) -> None:
    assert anna
    (participation,) = workspace.reading().keys("training_participations")
    told = words(show(participations=(participation,)))
    assert "Gallra texterna i ett deltagande?" in told
    assert "töms Omdöme och Anteckning" in told


def test_nobody_who_works_here_is_asked_about(session: Session, workspace: Workspace) -> None:
    person = workspace.records.add("people", {"name": "Bo"})
    with pytest.raises(KnownError, match="Fyll i sista dagen"):
        ErasureDialog(session, [person], (), None)
