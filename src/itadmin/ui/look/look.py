"""The look as one object that is handed to every widget: colours, fonts, measures and icons that belong together.

It follows the system's colour scheme and contrast setting and says `changed` when anything in it is new. It knows the
application object, but no screen.
"""

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from itadmin.assets import asset
from itadmin.ui.look.fonts import Fonts, TextStyle
from itadmin.ui.look.icons import Icons
from itadmin.ui.look.metrics import Metrics
from itadmin.ui.look.palette import contrast_tokens, palette
from itadmin.ui.look.style import Ticks, style_sheet
from itadmin.ui.look.tokens import DARK, LIGHT, Tokens

_NATIVE_STYLES = ("windows11", "windowsvista")
LEAST_FACTOR = 0.8
GREATEST_FACTOR = 2.0
"""The least and the greatest size of text that can be chosen, as factors of the system's."""


class Scheme(Enum):
    """The user's choice of light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme:
    """One state of the look, ready to paint with. Painting functions take it as a whole."""

    def __init__(self, tokens: Tokens, base: QFont, text_factor: float) -> None:
        self.tokens = tokens
        self.fonts = Fonts(base, text_factor)
        self.metrics = _measure(self.fonts, text_factor)
        self.icons = Icons(tokens, self.metrics)
        self._base = base
        self._text_factor = text_factor

    def for_print(self) -> "Theme":
        """Give the same look in light colours, for pictures that leave the screen."""
        return Theme(LIGHT, self._base, self._text_factor)


class Look(QObject):
    """What widgets are handed. `changed` is said after colours, text size or contrast are new."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme, text_factor: float) -> None:
        super().__init__(application)
        self._application = application
        self._base = QFont(application.font())
        self._system_palette = QPalette(application.palette())
        self._scheme = scheme
        self._text_factor = _within(text_factor)
        self._native = application.style().name().lower() in _NATIVE_STYLES
        self.theme = self._put_on()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_change)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_change)

    @property
    def tokens(self) -> Tokens:
        """The colours now."""
        return self.theme.tokens

    @property
    def fonts(self) -> Fonts:
        """The fonts now."""
        return self.theme.fonts

    @property
    def metrics(self) -> Metrics:
        """The measures now."""
        return self.theme.metrics

    @property
    def icons(self) -> Icons:
        """The icons now."""
        return self.theme.icons

    @property
    def scheme(self) -> Scheme:
        """The user's choice of light or dark."""
        return self._scheme

    @property
    def text_factor(self) -> float:
        """The user's text size as a factor of the system's."""
        return self._text_factor

    def set_scheme(self, scheme: Scheme) -> None:
        """Take light, dark or what the system says."""
        self._scheme = scheme
        self._renew()

    def set_text_factor(self, text_factor: float) -> None:
        """Take another text size; values outside 0.8–2.0 become the nearest of those."""
        self._text_factor = _within(text_factor)
        self._renew()

    def _on_system_change(self) -> None:
        self._renew()

    def _renew(self) -> None:
        self.theme = self._put_on()
        self.changed.emit()

    def _put_on(self) -> Theme:
        tokens = self._choose_tokens()
        theme = Theme(tokens, self._base, self._text_factor)
        self._application.setFont(theme.fonts.font(TextStyle.TEXT))
        self._application.setPalette(self._system_palette if tokens.contrast else palette(tokens))
        sheet = style_sheet(tokens, theme.metrics, _ticks(tokens), own_fields=not self._native)
        self._application.setStyleSheet(sheet)
        return theme

    def _choose_tokens(self) -> Tokens:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return contrast_tokens(self._application.style().standardPalette())
        if self._scheme is Scheme.SYSTEM:
            return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT


def apply_look(application: QApplication, scheme: Scheme = Scheme.SYSTEM, text_factor: float = 1.0) -> Look:
    """Dress the application: Fusion (Windows keeps its own style), our palette, fonts and style sheet."""
    if application.style().name().lower() not in _NATIVE_STYLES:
        application.setStyle("Fusion")
    return Look(application, scheme, text_factor)


def _within(text_factor: float) -> float:
    return min(max(text_factor, LEAST_FACTOR), GREATEST_FACTOR)


def _ticks(tokens: Tokens) -> Ticks:
    light, dark = (asset("resources", "icons", f"tick_{name}.svg") for name in ("light", "dark"))
    return Ticks(on_accent=dark, on_menu=light) if tokens.dark else Ticks(on_accent=light, on_menu=dark)


def _measure(fonts: Fonts, text_factor: float) -> Metrics:
    return Metrics(
        line=round(fonts.metrics(TextStyle.TEXT).height()),
        second_line=round(fonts.metrics(TextStyle.SECOND).height()),
        text_pixels=float(QFontInfo(fonts.font(TextStyle.TEXT)).pixelSize()),
        text_factor=text_factor,
    )
