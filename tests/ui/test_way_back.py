"""The commands for back and forward lead where one has stood, and are off where they lead nowhere."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from itadmin.ui.commands import Commands
from itadmin.ui.look.look import Look
from itadmin.ui.trail import Place
from itadmin.ui.way_back import WayBack

SYSTEM = UUID(int=1)


@pytest.fixture
def commands(look: Look) -> Iterator[Commands]:
    window = QWidget()
    yield Commands(window, look)
    window.deleteLater()


def test_it_leads_back_and_forward_among_pages_and_records(commands: Commands) -> None:
    shown: list[Place] = []

    def show(place: Place) -> None:
        shown.append(place)
        way.note(place.page, place.record_id)

    way = WayBack(commands, show)
    way.tell()
    ons = []
    for step in (lambda: way.note("start"), lambda: way.note("systems", SYSTEM), way.back, way.back, way.forward):
        step()
        ons.append((commands["back"].isEnabled(), commands["forward"].isEnabled()))
    assert shown == [Place("start"), Place("systems", SYSTEM)]
    assert ons == [(False, False), (True, False), (False, True), (False, True), (True, False)]
