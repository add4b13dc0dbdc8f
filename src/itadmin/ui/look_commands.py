"""The commands of the look: text size by keys, and the dialog of what one may choose. They work without a register.

What is chosen is kept at once.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject

from itadmin.ui.commands import Commands
from itadmin.ui.frame import Frame
from itadmin.ui.last_place import open_where_left, opens_where_left
from itadmin.ui.look.look import Look
from itadmin.ui.look_settings import keep_look

_STEP = 0.1


class LookCommands(QObject):
    """Binds the commands to the look of a window."""

    def __init__(self, commands: Commands, look: Look, frame: Frame) -> None:
        super().__init__(frame)
        self._look = look
        self._frame = frame
        commands.bind("appearance", self.show_choices)
        commands.bind("larger", lambda: self._resize_text(_STEP))
        commands.bind("smaller", lambda: self._resize_text(-_STEP))
        commands.bind("normal_size", lambda: look.set_text_factor(1.0))
        look.changed.connect(self._keep)

    def show_choices(self) -> None:
        """Show the dialog, which is loaded when it is asked for."""
        settings = self._frame.settings
        dialogs = import_module("itadmin.ui.dialogs.appearance")
        dialog = dialogs.AppearanceDialog(self._look, self._frame, opens_where_left=opens_where_left(settings))
        dialog.opening_chosen.connect(lambda chosen: open_where_left(settings, chosen=chosen))
        dialog.open()

    def _resize_text(self, by: float) -> None:
        self._look.set_text_factor(round(self._look.text_factor + by, 1))

    def _keep(self) -> None:
        keep_look(self._frame.settings, self._look)
