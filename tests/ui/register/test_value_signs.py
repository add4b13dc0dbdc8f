"""Which values are shown with a sign, and how it is told in words."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.fields import Choice
from itadmin.domain.registers import REGISTERS
from itadmin.ui.look.look import Look
from itadmin.ui.register.value_signs import value_sign


def texts(widget: QWidget | None) -> list[str]:
    if widget is None:
        return []
    return [label.text().strip() for label in (*[widget], *widget.findChildren(QLabel)) if isinstance(label, QLabel)]


@pytest.mark.parametrize(
    ("register", "name", "code", "text", "told"),
    [
        ("systems", "confidentiality", "3", "3 Allvarlig skada", ["3", "Allvarlig skada"]),
        ("cooperation_levels", "level", "4", "4 Egen benämning", ["Nivå 4", "Egen benämning"]),
        ("systems", "lifecycle", "i_drift", "I drift", ["I drift"]),
        ("systems", "hosting", "saas", "Molntjänst", []),
        ("cooperation_levels", "level", "9", "9 Okänd", []),
        ("systems", "purpose", "3", "3", []),
    ],
)
def test_signs(look: Look, qtbot: QtBot, register: str, name: str, code: str, text: str, told: list[str]) -> None:
    field = REGISTERS[register].fields[name]
    sign = value_sign(look, field, code, text)
    if sign is not None:
        qtbot.addWidget(sign)
    assert texts(sign) == told
    assert bool(told) <= isinstance(field, Choice)
