"""The trainings of a person: what is lacked stands first, and each line leads to its record."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.ui.panels.sessions.of_person import TrainingsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.widgets.buttons import LinkButton

Add = Callable[..., UUID]


@pytest.fixture
def panel_of(page_of: Callable[[str], RecordPage]) -> Callable[[UUID], TrainingsPanel]:
    def show(person: UUID) -> TrainingsPanel:
        page = page_of("people")
        page.show_record(person)
        panel = page.findChild(TrainingsPanel)
        assert panel is not None
        return panel

    return show


def words(panel: TrainingsPanel) -> list[str]:
    links = [link.text() for link in panel.now.findChildren(LinkButton) if link.isVisible()]
    return links + [label.text() for label in panel.now.findChildren(QLabel)]


def test_what_is_lacked_stands_before_what_is_to_come(
    panel_of: Callable[[UUID], TrainingsPanel], course: Any, person: Any, add: Add
) -> None:
    anna = person("Anna Ek")
    add("training_participations", person=anna, session=course.session, status="anmald")
    told = words(panel_of(anna))
    assert told[:3] == ["Fördjupning · Lifecare", "Grund · Lifecare", "Grundkurs · Lifecare"]
    assert "Aldrig genomfört (obligatoriskt)" in told
    assert "Anmäld" in told


def test_what_holds_says_until_when_and_what_was_missed_is_folded(
    panel_of: Callable[[UUID], TrainingsPanel], course: Any, person: Any, add: Add
) -> None:
    anna = person("Anna Ek")
    given = add("training_sessions", title="Grundkurs", modules=[course.basic], starts_on="2026-11-10")
    add("training_participations", person=anna, session=given, status="genomford")
    add("training_participations", person=anna, module=course.advanced, status="uteblev")
    panel = panel_of(anna)
    told = words(panel)
    assert {"Genomförd", "2026-11-10", "2028-11-10"} <= set(told)
    assert "Uteblev" not in told
    assert panel.earlier.isVisible()


def test_a_line_leads_to_its_session(
    qtbot: QtBot, panel_of: Callable[[UUID], TrainingsPanel], course: Any, person: Any, add: Add
) -> None:
    anna = person("Anna Ek")
    add("training_participations", person=anna, session=course.session, status="anmald")
    panel = panel_of(anna)
    asked: list[Any] = []
    panel.session.guide.record_wanted.connect(lambda *record: asked.append(record))
    (link,) = (link for link in panel.now.findChildren(LinkButton) if link.text() == "Grundkurs · Lifecare")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked == [("training_sessions", course.session)]


def test_somebody_of_whom_nothing_is_asked_says_so(panel_of: Callable[[UUID], TrainingsPanel], add: Add) -> None:
    panel = panel_of(add("people", name="Bo Lind"))
    assert panel.none.isVisible()
    assert panel.none.text() == "Inga utbildningar är antecknade, och ingen krävs."
