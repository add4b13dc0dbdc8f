"""The look of papers on its page: two pages as they print, the colour in words, and choosing the picture."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QLabel, QWidget

from itadmin.documents.profiles import REGISTER
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.paper_profiles import LookPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

Page = Callable[[str], RecordPage]
Press = Callable[[QWidget, str], None]
Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def look_id(workspace: Workspace) -> UUID:
    own = str(workspace.file.info.organisation)
    return workspace.records.add(REGISTER, {"name": "Melleruds kommun", "organisation": own, "accent": "#0F4C5C"})


@pytest.fixture
def page(page_of: Page, look_id: UUID) -> RecordPage:
    page = page_of(REGISTER)
    page.show_record(look_id)
    QApplication.processEvents()
    return page


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "vapen.png"
    made = BytesIO()
    Image.new("RGB", (40, 60), "#C00000").save(made, "PNG")
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture
def said(session: Session) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda sentence, undoable: found.append((sentence, undoable)))
    return found


def panel_of(page: RecordPage) -> LookPanel:
    panel: LookPanel = page.findChild(LookPanel)
    return panel


def sheets(page: RecordPage) -> list[QLabel]:
    return [label for label in panel_of(page).findChildren(QLabel) if not label.pixmap().isNull()]


def pictures(workspace: Workspace, look_id: UUID) -> list[str]:
    record: Any = workspace.reading().one(REGISTER, look_id).record
    return [file.file_name for file in record.attachments if file.purpose == "logotyp"]


def test_two_pages_are_shown_as_they_print(page: RecordPage) -> None:
    assert [sheet.accessibleName() for sheet in sheets(page)] == [
        "Framsidan som den skrivs ut",
        "En sida som den skrivs ut",
    ]
    assert all(sheet.isVisible() for sheet in sheets(page))


def test_the_pages_follow_what_is_written(page: RecordPage, workspace: Workspace, look_id: UUID) -> None:
    before = [sheet.pixmap().toImage() for sheet in sheets(page)]
    workspace.records.save(REGISTER, look_id, {"accent": "#B00020"})
    QApplication.processEvents()
    assert [sheet.pixmap().toImage() == old for sheet, old in zip(sheets(page), before, strict=True)] == [False, False]


def test_a_picture_is_chosen_and_taken_off_again(
    page: RecordPage,
    workspace: Workspace,
    look_id: UUID,
    picture: Path,
    press: Press,
    said: list[tuple[str, bool]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    press(panel_of(page), "Välj bild…")
    press(panel_of(page), "Välj bild…")
    assert pictures(workspace, look_id) == ["vapen.png"]
    press(panel_of(page), "Ta bort bilden")
    assert pictures(workspace, look_id) == []
    assert said == [("Bilden är vald.", True), ("Bilden är vald.", True), ("Bilden är borttagen.", True)]
    workspace.undo.undo()
    assert pictures(workspace, look_id) == ["vapen.png"]


def test_nothing_happens_when_no_picture_is_chosen(
    page: RecordPage, press: Press, said: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(panel_of(page), "Välj bild…")
    assert said == []


def test_a_picture_may_be_dropped_on_the_page(
    page: RecordPage, workspace: Workspace, look_id: UUID, picture: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    where, buttons = QPointF(20, 20), Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier(0))
    QApplication.sendEvent(page, entering)
    QApplication.sendEvent(page, QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier(0)))
    assert pictures(workspace, look_id) == ["vapen.png"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("vapen.gif", b"GIF89a", "vapen.gif är ingen bild av slaget PNG, JPEG eller SVG. Välj en annan bild"),
        (
            "vapen.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script/></svg>",
            "innehåller program",
        ),
        ("vapen.png", b"", "vapen.png är tom. Välj en fil med innehåll."),
    ],
)
def test_what_cannot_be_used_is_told_beside_the_button_and_nothing_is_changed(
    page: RecordPage,
    workspace: Workspace,
    look_id: UUID,
    tmp_path: Path,
    seen: Seen,
    name: str,
    content: bytes,
    told: str,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    panel_of(page).set_picture(path)
    assert pictures(workspace, look_id) == []
    (sentence,) = (text for text in seen(panel_of(page)) if text.startswith("Bilden gick inte att använda. "))
    assert told in sentence


def test_a_refusal_is_gone_once_a_picture_is_taken(page: RecordPage, tmp_path: Path, picture: Path) -> None:
    panel_of(page).set_picture(tmp_path / "saknas.png")
    assert panel_of(page).refused.isVisible()
    panel_of(page).set_picture(picture)
    assert not panel_of(page).refused.isVisible()


def test_a_colour_is_chosen_and_can_be_undone(
    page: RecordPage, workspace: Workspace, look_id: UUID, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#b00020"))
    press(panel_of(page), "Välj färg…")
    record: Any = workspace.reading().one(REGISTER, look_id).record
    assert record.accent == "#B00020"
    QApplication.processEvents()
    assert panel_of(page).colour.swatch.accent == "#B00020"
    workspace.undo.undo()
    QApplication.processEvents()
    assert panel_of(page).colour.swatch.accent == "#0F4C5C"


def test_a_picture_that_cannot_be_printed_is_told_in_place_of_the_pages(
    page: RecordPage, workspace: Workspace, look_id: UUID, seen: Seen
) -> None:
    row = {**workspace.attachments.keep("vapen.png", b"ingen bild"), "purpose": "logotyp"}
    workspace.records.save(REGISTER, look_id, {"attachments": [row], "logotype_alt": "Vapen"})
    QApplication.processEvents()
    assert any("är ingen bild" in text for text in seen(panel_of(page)))
    assert not any(sheet.isVisible() for sheet in sheets(page))


def test_the_proof_opens_in_the_window_for_papers(
    page: RecordPage, session: Session, look_id: UUID, press: Press
) -> None:
    wanted: list[tuple[str, object]] = []
    session.guide.paper_wanted.connect(lambda kind, record: wanted.append((kind, record)))
    press(page, "Provtryck…")
    assert wanted == [("profile_sample", look_id)]
