"""The window that compares two versions: which two, what differs, and going from change to change."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.problems import KnownError
from itadmin.services.steering import new_version
from itadmin.services.workspace import Workspace
from itadmin.ui.comparing.window import ComparisonWindow
from itadmin.ui.look.look import Scheme
from itadmin.ui.session import Session

LONG = "\n\n".join(f"Stycke {number} som är likadant." for number in range(40))


@pytest.fixture
def versions(workspace: Workspace) -> tuple[UUID, UUID]:
    first = workspace.records.add(
        "steering_documents", {"title": "Riktlinje", "template": "egen_text", "version": "1.0"}
    )
    text = {
        "document": str(first),
        "heading": "Lösenord",
        "manner": "ersatter",
        "text": f"Byt ofta.\n\n{LONG}\n\nDet är slut.",
    }
    workspace.records.add("steering_chapters", text)
    second, step = new_version(workspace.reading(), workspace.records, first)
    workspace.records.apply(step)
    (chapter,) = workspace.reading().referring("steering_chapters", "document", second)
    written = f"Byt sällan.\n\n{LONG}\n\nDet är slut nu."
    workspace.records.save("steering_chapters", chapter.record.id, {"text": written})
    return first, second


@pytest.fixture
def window(session: Session, versions: tuple[UUID, UUID], qtbot: QtBot) -> Iterator[ComparisonWindow]:
    window = ComparisonWindow(session, versions[1])
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    if isValid(window):
        window.close()


def marked(window: ComparisonWindow, word: str) -> tuple[bool, bool]:
    """Whether a word is underlined, and struck through."""
    cursor = window.text.document().find(word)
    assert not cursor.isNull(), word
    form = cursor.charFormat()
    return form.fontUnderline(), form.fontStrikeOut()


def test_what_has_come_is_underlined_and_what_is_gone_struck_through(window: ComparisonWindow) -> None:
    assert marked(window, "sällan.") == (True, False)
    assert marked(window, "ofta.") == (False, True)
    assert marked(window, "Det är") == (False, False)
    assert window.told.text().startswith("Från version 1.0 till version 2.0 (utkast): ")


def test_only_what_differs_is_shown_until_all_is_wanted(window: ComparisonWindow, qtbot: QtBot) -> None:
    assert "Stycke 7" not in window.text.toPlainText()
    assert window.text.toPlainText().count("…") == 1
    qtbot.keyClick(window.all_text, Qt.Key.Key_Space)
    assert "Stycke 7" in window.text.toPlainText()


def test_f3_goes_to_the_next_change_and_begins_anew(window: ComparisonWindow, qtbot: QtBot) -> None:
    places = []
    for _ in range(30):
        qtbot.keyClick(window, Qt.Key.Key_F3)
        places.append(window.text.textCursor().position())
    round_trip = places.index(places[0], 1)
    assert round_trip > 3
    assert places[:round_trip] == sorted(places[:round_trip])


def test_other_versions_are_chosen(window: ComparisonWindow, workspace: Workspace, versions: tuple[UUID, UUID]) -> None:
    window.earlier.setCurrentIndex(window.later.currentIndex())
    assert window.told.text().endswith(": inget skiljer sig.")
    assert window.text.toPlainText() == "Ingenting skiljer sig mellan versionerna."
    assert not window.text.go_to_next()


def test_it_follows_the_register_and_the_look(
    window: ComparisonWindow, workspace: Workspace, versions: tuple[UUID, UUID], session: Session, qtbot: QtBot
) -> None:
    workspace.records.save("steering_documents", versions[1], {"version": "1.1"})
    qtbot.waitUntil(lambda: window.later.currentText() == "1.1 (utkast)")
    before = window.text.document().find("sällan.").charFormat().foreground().color()
    session.look.set_scheme(Scheme.DARK)
    assert window.text.document().find("sällan.").charFormat().foreground().color() != before


def test_a_version_that_is_gone_closes_the_window(
    window: ComparisonWindow, workspace: Workspace, versions: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    window.text.moveCursor(QTextCursor.MoveOperation.End)
    workspace.undo.undo()
    workspace.undo.undo()
    qtbot.waitUntil(lambda: not isValid(window))


def test_one_version_alone_cannot_be_compared(session: Session, workspace: Workspace) -> None:
    alone = workspace.records.add("steering_documents", {"title": "Riktlinje"})
    with pytest.raises(KnownError, match="bara en version"):
        ComparisonWindow(session, alone)


def test_it_is_saved_as_a_file(
    window: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "jamforelse.csv"
    monkeypatch.setattr("itadmin.ui.exporting.overview_output.ask_save_place", lambda *_asked: target)
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    assert "Byt sällan." in target.read_text(encoding="utf-8-sig")
    assert window.said.text() == "Sparat som jamforelse.csv."


def test_headings_stand_as_headings_without_marks(
    session: Session, workspace: Workspace, versions: tuple[UUID, UUID]
) -> None:
    own = {"document": str(versions[1]), "heading": "Eget", "manner": "ersatter", "text": "## Former\n\nVi ses."}
    workspace.records.add("steering_chapters", own)
    window = ComparisonWindow(session, versions[1])
    assert "#" not in window.text.toPlainText()
    weights = [window.text.document().find(word).charFormat().fontWeight() for word in ("Former", "Vi ses.")]
    assert weights == [QFont.Weight.DemiBold, QFont.Weight.Normal]
    window.close()
