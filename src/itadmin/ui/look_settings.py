"""What the user has chosen of the look, as it is kept from one time to the next."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from itadmin.ui.look.look import Look, Scheme

_SCHEME = "look/scheme"
_TEXT = "look/text_factor"


def kept_look(settings: QSettings) -> tuple[Scheme, float]:
    """The colours and the text factor that were chosen; what cannot be read is as the system has it."""
    try:
        scheme = Scheme(str(settings.value(_SCHEME, Scheme.SYSTEM.value)))
    except ValueError:
        scheme = Scheme.SYSTEM
    try:
        factor = float(str(settings.value(_TEXT, 1.0)))
    except ValueError:
        factor = 1.0
    return scheme, factor


def keep_look(settings: QSettings, look: Look) -> None:
    """Keep what is chosen now."""
    settings.setValue(_SCHEME, look.scheme.value)
    settings.setValue(_TEXT, look.text_factor)
