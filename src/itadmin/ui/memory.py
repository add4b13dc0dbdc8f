"""What the window remembers of how things are shown, from one time to the next: texts by key.

Kept among the program's settings, for one register file; without settings it lasts as long as the window.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

_KEY_LENGTH = 16


def view_place(register: str) -> str:
    """The key of which view of a register was shown last."""
    return f"list/{register}/view"


def view_state(register: str, view: str) -> str:
    """The key of how a view of a register was left."""
    return f"list/{register}/views/{view or 'all'}"


class Memory:
    """Plain values by key. What cannot be read as one is forgotten."""

    def __init__(self, settings: QSettings | None = None, path: Path | None = None) -> None:
        self._settings = settings
        self._under = f"shown/{sha256(str(path and path.absolute()).encode()).hexdigest()[:_KEY_LENGTH]}"
        self._own: dict[str, str] = {}

    def keep(self, key: str, value: Any) -> None:
        """Remember a plain value; None forgets."""
        text = "" if value is None else json.dumps(value, ensure_ascii=False)
        if self._settings is None:
            self._own[key] = text
        elif text:
            self._settings.setValue(self._name(key), text)
        else:
            self._settings.remove(self._name(key))

    def value(self, key: str) -> Any:
        """What is remembered; None when nothing is."""
        text = self._own.get(key, "") if self._settings is None else str(self._settings.value(self._name(key), ""))
        try:
            return json.loads(text) if text else None
        except (ValueError, RecursionError):
            return None

    def has_list(self, register: str) -> bool:
        """Whether a register's list was left otherwise than it is at first."""
        return self.value(view_place(register)) is not None or self.value(view_state(register, "")) is not None

    def _name(self, key: str) -> str:
        return f"{self._under}/{key}"
