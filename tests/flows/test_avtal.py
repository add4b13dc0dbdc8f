"""Agreements of several kinds, their promises and their instruktion: the steps of `avtal.feature`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.register.section_block import SectionBlock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("avtal.feature")

Table = Sequence[Sequence[str]]


@given(parsers.parse('ett register med systemet "{name}" som säger'))
def register_with(register_path: Path, around: Surroundings, name: str, datatable: Table) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    values = {field: int(value) if value.isdigit() else value for field, value in datatable}
    workspace.records.add("systems", {"name": name, **values})
    workspace.close()


@given("att systemet är öppet i fönstret")
def open_system(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    (system,) = house.workspace.reading().keys("systems")
    house.bench.session.guide.open_record("systems", system)
    hands.rest()


@when(parsers.parse('jag lägger till ett avtal som heter "{title}" av slaget "{kind}"'))
def add_agreement(hands: Any, title: str, kind: str) -> None:
    hands.press("Nytt avtal …: Avtal")
    hands.write(title, Qt.Key.Key_Tab)
    hands.write(kind)
    hands.press("Lägg till")


@when(parsers.parse('jag öppnar avtalet "{title}"'))
@when(parsers.parse('jag trycker på "{title}"'))
def press(hands: Any, title: str) -> None:
    hands.press(title)


@when(parsers.parse('jag skriver "{value}" i "{label}"'))
def write_value(house: Any, hands: Any, value: str, label: str) -> None:
    fields = REGISTERS["agreements"].fields
    name = next(name for name, field in fields.items() if field.label == label)
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.page.record.edit_field(name)
    hands.rest()
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write(value)


def sections(house: Any) -> list[str]:
    page = house.bench.page
    assert page.register.name == "agreements"
    return [block.section.title for block in page.record.findChildren(SectionBlock) if block.isVisible()]


@then(parsers.parse('har sidan avsnittet "{title}"'))
def has_section(house: Any, title: str) -> None:
    assert title in sections(house)


@then(parsers.parse('sidan har inte avsnittet "{title}"'))
def lacks_section(house: Any, title: str) -> None:
    assert title not in sections(house)


@then("säger avtalet")
def agreement_says(house: Any, datatable: Table) -> None:
    agreement = house.workspace.reading().one("agreements", house.bench.page.record.record_id).record
    assert {field: getattr(agreement, field) for field, _value in datatable} == dict(map(tuple, datatable))


@then(parsers.parse('står det "{words}"'))
def stands(house: Any, words: str) -> None:
    labels = [label for label in house.bench.page.record.findChildren(QLabel) if label.isVisible()]
    assert words in [label.text().replace("\u00a0", " ") for label in labels]


@then(parsers.parse("jag har gjort högst {most:d} inmatningar"))
def few_inputs(hands: Any, most: int) -> None:
    assert len(hands.inputs) <= most, hands.inputs
