"""What the window remembers between two times."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from itadmin.ui.memory import Memory


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_what_is_kept_is_there_the_next_time_for_the_same_file(settings: QSettings, tmp_path: Path) -> None:
    path = tmp_path / "a.itadmin"
    Memory(settings, path).keep("systems/å", {"columns": ["name", "ö"], "widths": {"name": 120}})
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert Memory(again, path).value("systems/å") == {"columns": ["name", "ö"], "widths": {"name": 120}}
    assert Memory(again, tmp_path / "b.itadmin").value("systems/å") is None


@pytest.mark.parametrize("with_settings", [True, False])
def test_none_forgets(settings: QSettings, tmp_path: Path, with_settings: bool) -> None:
    memory = Memory(settings, tmp_path) if with_settings else Memory()
    memory.keep("a", [1])
    assert memory.value("a") == [1]
    memory.keep("a", None)
    assert memory.value("a") is None
    assert settings.allKeys() == []


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "nej"])
def test_what_cannot_be_read_is_forgotten(settings: QSettings, tmp_path: Path, text: str) -> None:
    memory = Memory(settings, tmp_path)
    memory.keep("a", 1)
    (key,) = settings.allKeys()
    settings.setValue(key, text)
    assert memory.value("a") is None
