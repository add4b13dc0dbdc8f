"""Whatever is pasted into any field through the window is kept as text and shown as text."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from itadmin.domain.fields import Choice, Field, LongText, Reference, Text
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line
from itadmin.domain.values import LISTS
from itadmin.ui.panels import special_of
from itadmin.ui.register.value_row import ValueRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

HOSTILE = (
    '<b>fet</b><img src="file:///etc/passwd">',
    "'; DROP TABLE systems; --",
    "=HYPERLINK(0)\u202e\x00\x07 %s {0.__class__} 🧨 \ufeff",
)
LONG = "å" * 100_000


@pytest.mark.parametrize("register", REGISTERS.values(), ids=lambda register: register.name)
def test_any_text_field_takes_anything(house: Any, hands: Any, register_path: Any, register: Register) -> None:
    house.start(register_path)
    workspace = house.workspace
    values = _values(register, workspace)
    record_id = workspace.records.add(register.name, values)
    house.bench.open_record(register.name, record_id)
    page = house.bench.page.record
    coded = ("value_list", *special_of(register.name).parts.left_out)  # codes, and what is not on the page
    texts = [
        (name, field)
        for name, field in register.fields.items()
        if isinstance(field, (Text, LongText)) and name not in coded
    ]
    for number, (name, field) in enumerate(texts):
        hostile = HOSTILE[number % len(HOSTILE)]
        if isinstance(field, Text) and field.form == "organisation_number":
            continue
        _paste(page, name, hostile)
        page.leave()
        kept = getattr(workspace.reading().one(register.name, record_id).record, name)
        refused = isinstance(field, Text) and (field.form or len(hostile) > field.max_length)
        before = values.get(name, "")
        assert kept in ((clean_line(hostile), before) if refused else (clean_line(hostile),)), name
    shown = [label for label in page.findChildren(QLabel) if "<" in label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    hands.rest()


def test_a_text_of_100_000_characters_is_kept_or_refused_with_a_sentence(
    house: Any, hands: Any, register_path: Any
) -> None:
    house.start(register_path)
    workspace = house.workspace
    record_id = workspace.records.add("systems", {"name": "Lifecare"})
    house.bench.open_record("systems", record_id)
    page = house.bench.page.record
    _paste(page, "note", LONG)
    page.finish()
    hands.rest()
    assert workspace.reading().one("systems", record_id).record.note == LONG
    _paste(page, "area", LONG)
    page.finish()
    assert (
        next(row for row in page.findChildren(ValueRow) if row.name == "area")
        .fault()
        .endswith("får ha högst 300. Korta texten.")
    )
    page.leave()
    assert workspace.reading().one("systems", record_id).record.area == ""


def _values(register: Register, workspace: Any) -> dict[str, Any]:
    """What a record of the register cannot be without; a name is "Prov"."""
    name = register.title_fields[0]
    needed = [key for key, field in register.fields.items() if field.required or key == name]
    return {key: _value(register.fields[key], workspace) for key in needed}


def _value(field: Field, workspace: Any) -> str:
    if isinstance(field, Text) and field.form == "municipality_code":
        return "1765"
    if isinstance(field, Choice):
        return next(iter(LISTS[field.values]))
    if isinstance(field, Reference):
        known = workspace.file.info.organisation if field.to == "organisations" else None
        return str(known or workspace.records.add(field.to, {REGISTERS[field.to].title_fields[0]: "Prov"}))
    return "Prov"


def _paste(page: Any, name: str, text: str) -> None:
    page.edit_field(name)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, (QLineEdit, QPlainTextEdit)), name
    QApplication.clipboard().setText(text)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
