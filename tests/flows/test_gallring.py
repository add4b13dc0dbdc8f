"""Somebody who has left becomes nameless: the steps of `gallring.feature`."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.attention import work_list
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("gallring.feature")


@given(
    parsers.parse('ett register där "{name}" slutade {day} och fristen är {months:d} månader'), target_fixture="person"
)
def register_with(register_path: Path, around: Surroundings, name: str, day: str, months: int) -> UUID:
    workspace = Workspace(open_register(register_path, "prov"), around)
    add = workspace.records.add
    person = add("people", {"name": name, "title": "Rektor", "left_on": day})
    session = add("training_sessions", {"title": "Kurs", "starts_on": "2019-03-01"})
    add("training_participations", {"person": str(person), "session": str(session), "status": "genomford"})
    add("retention_rules", {"kind": "slutat", "months": months, "decision": "Dokumenthanteringsplanen"})
    workspace.close()
    return person


@when("jag öppnar registret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    for _turn in range(20):
        hands.rest()


def told(house: Any) -> list[Any]:
    return [line for line in work_list(house.workspace.reading()).lines if line.kind == "ska_gallras"]


@then(parsers.parse('säger Kräver åtgärd att "{reason}"'))
def is_told(house: Any, reason: str) -> None:
    assert [line.reason for line in told(house)] == [reason]


@then("säger Kräver åtgärd inget om gallring")
def is_quiet(house: Any) -> None:
    assert told(house) == []


@when("jag öppnar fristen därifrån")
def open_rule(house: Any, hands: Any) -> None:
    (line,) = told(house)
    house.bench.open_record(line.register, line.record_id)
    for _turn in range(10):
        hands.rest()


@when(parsers.parse('jag trycker på "{button}"'))
def press(hands: Any, button: str) -> None:
    hands.press(button)


@then(parsers.parse('går det inte att trycka på "{word}"'))
def is_asleep(word: str) -> None:
    buttons = [each for each in QApplication.allWidgets() if isinstance(each, QAbstractButton) and each.text() == word]
    assert [each.isEnabled() for each in buttons if each.isVisible()] == [False]


@then(parsers.parse('heter personen "{name}" och har kvar sitt deltagande'))
def is_called(house: Any, person: UUID, name: str) -> None:
    reading = house.workspace.reading()
    assert reading.one("people", person).label == name
    assert len(reading.referring("training_participations", "person", person)) == 1


@then(parsers.parse('står "{name}" ingenstans i filen'))
def is_nowhere(register_path: Path, name: str) -> None:
    content = register_path.read_bytes()
    assert not [word for word in (name, *name.casefold().split()) if len(word) > 2 and word.encode() in content]


@when("jag ångrar")
def undo(house: Any, hands: Any) -> None:
    house.window.frame.activateWindow()
    house.bench.undo()
    hands.rest()
