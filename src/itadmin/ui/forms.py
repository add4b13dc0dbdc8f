"""Loading Qt Designer forms into widgets, bound by the annotations of the widget's class.

`class Welcome(QWidget): open_button: QPushButton` gets its child `open_button` from the form; a missing one, or one of
another class, fails at load. No generated code.
"""

from __future__ import annotations

from typing import get_type_hints

from PySide6.QtCore import QMetaObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLayout, QWidget

from itadmin.assets import asset


class FormError(Exception):
    """A form does not hold what its class expects: a bug, never the user's doing."""


class _Loader(QUiLoader):
    """Builds a form into an existing widget instead of a new one."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self._target: QWidget | None = target

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """Give the target for the form's outermost widget, and Qt's own for the others."""
        if parent is None and self._target is not None:
            target, self._target = self._target, None
            return target
        return super().createWidget(class_name, parent, name)


def load_form(name: str, target: QWidget) -> None:
    """Build `ui/<name>.ui` into `target` and bind its annotated children. Raises FormError."""
    _Loader(target).load(str(asset("ui", f"{name}.ui")))
    QMetaObject.connectSlotsByName(target)
    for attribute, kind in get_type_hints(type(target)).items():
        if isinstance(kind, type) and issubclass(kind, (QWidget, QLayout)):
            child = target.findChild(kind, attribute)
            if child is None:
                raise FormError(f"{name}.ui has no {kind.__name__} named {attribute}")
            setattr(target, attribute, child)
