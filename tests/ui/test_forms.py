from pathlib import Path

import pytest
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itadmin.assets import asset
from itadmin.ui import forms
from itadmin.ui.forms import FormError, load_form

FORM = """<ui version="4.0"><class>F</class><widget class="QWidget" name="f"><layout class="QVBoxLayout" name="rows">
<item><widget class="QPushButton" name="open_button"/></item></layout></widget></ui>"""


class Bound(QWidget):
    open_button: QPushButton


class Unbound(QWidget):
    close_button: QPushButton


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "small.ui").write_text(FORM, encoding="utf-8")
    monkeypatch.setattr(forms, "asset", lambda _folder, name: tmp_path / name)


@pytest.mark.usefixtures("form")
def test_children_are_bound_by_annotation(qtbot: QtBot) -> None:
    widget = Bound()
    qtbot.addWidget(widget)
    load_form("small", widget)
    assert widget.open_button.parent() is widget
    assert widget.layout() is not None


@pytest.mark.usefixtures("form")
def test_a_missing_child_fails_at_load(qtbot: QtBot) -> None:
    widget = Unbound()
    qtbot.addWidget(widget)
    with pytest.raises(FormError, match="close_button"):
        load_form("small", widget)


@pytest.mark.parametrize("path", sorted(asset("ui").glob("*.ui")), ids=lambda path: path.stem)
def test_every_form_loads(path: Path, qtbot: QtBot) -> None:
    loader = QUiLoader()
    widget = loader.load(str(path))
    assert widget is not None, loader.errorString()
    qtbot.addWidget(widget)
