"""An editor that ticks any number of words: what may hold of a choice or a yes/no. Space ticks, Enter finishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.register.editor import Editor


class ChecksEditor(Editor):
    """Ticks among `words`, plain value to word."""

    def __init__(self, look: Look, label: str, words: Mapping[Any, str]) -> None:
        super().__init__()
        self._boxes: dict[Any, QCheckBox] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight // 2)
        for value, word in words.items():
            box = QCheckBox(word.replace("&", "&&"))
            box.setAccessibleName(f"{label}: {word}")
            box.installEventFilter(self)
            column.addWidget(box)
            self._boxes[value] = box
        self._hold(body, label)
        self.setFocusProxy(next(iter(self._boxes.values()), body))

    def plain(self) -> list[Any]:
        """The values that are ticked."""
        return [value for value, box in self._boxes.items() if box.isChecked()]

    def show_plain(self, value: Any) -> None:
        """Tick these values and no others."""
        for each, box in self._boxes.items():
            box.setChecked(each in value)

    def draft(self) -> list[Any]:
        """Give what is ticked."""
        return self.plain()

    def show_draft(self, draft: Any) -> None:
        """Tick it again."""
        self.show_plain(draft)
