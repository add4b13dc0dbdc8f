"""What is chosen of the look is there the next time; what cannot be read is as the system has it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look_settings import keep_look, kept_look


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_nothing_chosen_is_as_the_system_has_it(settings: QSettings) -> None:
    assert kept_look(settings) == (Scheme.SYSTEM, 1.0)


def test_what_is_kept_is_read_back(settings: QSettings, look: Look) -> None:
    look.set_scheme(Scheme.DARK)
    look.set_text_factor(1.5)
    keep_look(settings, look)
    settings.sync()
    assert kept_look(QSettings(settings.fileName(), QSettings.Format.IniFormat)) == (Scheme.DARK, 1.5)


@pytest.mark.parametrize(
    ("scheme", "factor", "read"),
    [("rosa", "1.2", (Scheme.SYSTEM, 1.2)), ("dark", "stor", (Scheme.DARK, 1.0)), ("", "", (Scheme.SYSTEM, 1.0))],
)
def test_damaged_settings_stop_nothing(
    settings: QSettings, scheme: str, factor: str, read: tuple[Scheme, float]
) -> None:
    settings.setValue("look/scheme", scheme)
    settings.setValue("look/text_factor", factor)
    assert kept_look(settings) == read
