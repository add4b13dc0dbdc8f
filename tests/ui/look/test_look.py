"""The look dresses the application and tells everyone when it changes."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.tokens import DARK, LIGHT


def test_the_application_is_dressed(qapp: QApplication, look: Look) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)
    assert qapp.font().pixelSize() == 13
    assert LIGHT.accent in qapp.styleSheet()
    assert look.tokens is LIGHT
    qapp.setStyleSheet("")
    assert qapp.style().name().lower() == "fusion"


def test_dark_is_taken_and_told(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_scheme(Scheme.DARK)
    assert look.tokens is DARK
    assert look.scheme is Scheme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.surface)


def test_text_size_scales_fonts_and_measures(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    before = look.metrics.row
    with qtbot.waitSignal(look.changed):
        look.set_text_factor(1.5)
    assert qapp.font().pixelSize() == 20
    assert look.metrics.row > before
    assert look.fonts.font(TextStyle.PAGE_TITLE).pixelSize() == 33
    look.set_text_factor(1.0)
    assert qapp.font().pixelSize() == 13
    assert look.metrics.row == before


@pytest.mark.parametrize(("asked", "taken"), [(0.1, 0.8), (1.25, 1.25), (9.0, 2.0)])
def test_text_size_stays_within_reason(look: Look, asked: float, taken: float) -> None:
    look.set_text_factor(asked)
    assert look.text_factor == taken


def hints(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> SimpleNamespace:
    accessibility = SimpleNamespace(contrastPreference=lambda: contrast)
    return SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: accessibility)


@pytest.mark.parametrize(("system", "dark"), [(Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)])
def test_the_system_is_followed_when_asked_to(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, look: Look, system: Qt.ColorScheme, dark: bool
) -> None:
    answers = hints(system, Qt.ContrastPreference.NoPreference)
    monkeypatch.setattr(
        look,
        "_application",
        SimpleNamespace(
            styleHints=lambda: answers,
            setFont=qapp.setFont,
            setPalette=qapp.setPalette,
            setStyleSheet=qapp.setStyleSheet,
            style=qapp.style,
        ),
    )
    look.set_scheme(Scheme.SYSTEM)
    assert look.tokens.dark is dark


def test_a_change_in_the_system_is_heard(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    with qtbot.waitSignal(look.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    with qtbot.waitSignal(look.changed):
        qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


def test_contrast_mode_drops_our_palette_and_style_sheet(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, look: Look
) -> None:
    answers = hints(Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast)
    monkeypatch.setattr(
        look,
        "_application",
        SimpleNamespace(
            styleHints=lambda: answers,
            setFont=qapp.setFont,
            setPalette=qapp.setPalette,
            setStyleSheet=qapp.setStyleSheet,
            style=qapp.style,
        ),
    )
    look.set_scheme(Scheme.LIGHT)
    assert look.tokens.contrast
    assert qapp.styleSheet() == ""
    assert qapp.palette().color(QPalette.ColorRole.Accent) != QColor(LIGHT.accent)


def test_print_is_always_light(look: Look) -> None:
    look.set_scheme(Scheme.DARK)
    assert look.theme.for_print().tokens is LIGHT
    assert look.theme.for_print().metrics == look.theme.metrics
