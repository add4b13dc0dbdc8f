"""A list to tick: what is likely is ticked, one turn ticks all or none, and what is refused is told on the sheet."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.ui.look.look import Look
from itadmin.ui.platform.tick_sheet import Offer, TickSheet

OFFERS = [Offer(UUID(int=n), f"System {n}", f"Skäl {n}" if n else "", is_ticked=n == 1) for n in range(3)]


@pytest.fixture
def chosen() -> list[UUID]:
    return []


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def sheet(parent: QWidget, look: Look, chosen: list[UUID]) -> TickSheet:
    sheet = TickSheet(look, "Föreslå system", "Kryssa.", "Lägg till", OFFERS, chosen.extend, parent)
    sheet.open()
    return sheet


def test_what_is_ticked_is_what_is_done(qtbot: QtBot, sheet: TickSheet, chosen: list[UUID]) -> None:
    assert sheet.ticked == [UUID(int=1)]
    qtbot.keyClick(sheet.ticks[2][1], Qt.Key.Key_Space)
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert chosen == [UUID(int=1), UUID(int=2)]
    assert not sheet.isVisible()


def test_one_turn_ticks_all_and_the_next_none(qtbot: QtBot, sheet: TickSheet) -> None:
    qtbot.mouseClick(sheet.all, Qt.MouseButton.LeftButton)
    assert len(sheet.ticked) == 3
    qtbot.mouseClick(sheet.all, Qt.MouseButton.LeftButton)
    assert sheet.ticked == []
    assert not sheet.act.isEnabled()


def test_what_is_refused_is_told_and_the_sheet_stays(qtbot: QtBot, parent: QWidget, look: Look) -> None:
    def refuse(_chosen: Sequence[UUID]) -> None:
        raise KnownError("Det går inte nu.")

    sheet = TickSheet(look, "Föreslå system", "Kryssa.", "Lägg till", OFFERS[:1], refuse, parent)
    sheet.open()
    qtbot.keyClick(sheet.ticks[0][1], Qt.Key.Key_Space)
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.fault.text() == "Det går inte nu."
    assert not sheet.all.isVisible()
