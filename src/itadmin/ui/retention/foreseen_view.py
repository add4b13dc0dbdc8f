"""What would happen to one person, in words: what goes, what remains, and where the name stands besides."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.services.retention.foreseen import Foreseen
from itadmin.services.retention.words import kept_words, mention_words, written_words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label

_MOST_TOLD = 12
_NAMELESS = "Namnet blir Person som har slutat. Befattning, organisation och sista dag står kvar."
_STILL_HELD = "Har kvar {}. Lämna hellre över dem först: annars står Person som har slutat där."


class ForeseenView(QWidget):
    """A block of lines about one person. All of it can be marked and copied."""

    def __init__(self, look: Look, told: Foreseen) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.metrics.tight)
        self._column.addWidget(Label(look, told.person.label, TextStyle.NAME, wrap=True))
        if told.still_held:
            roles = "en roll" if told.still_held == 1 else f"{told.still_held} roller"
            self._column.addWidget(Label(look, _STILL_HELD.format(roles), ink=Ink.AMBER, wrap=True))
        self._tell(
            "Tas bort", [*(f"{label}: {value}" for label, value in told.emptied), *map(written_words, told.texts)]
        )
        self._tell("Står kvar", [_NAMELESS, *told.roles, *(kept_words(*kept) for kept in told.kept)])
        self._tell("Namnet står också här, och ändras inte", [mention_words(mention) for mention in told.mentions])

    def _tell(self, heading: str, lines: Iterable[str]) -> None:
        shown = list(lines)
        if not shown:
            return
        self._column.addWidget(Label(self._look, heading, ink=Ink.TEXT2))
        more = len(shown) - _MOST_TOLD
        told = [*(f"– {line}" for line in shown[:_MOST_TOLD]), *([f"– och {more} till"] if more > 0 else [])]
        self._column.addWidget(Label(self._look, "\n".join(told), wrap=True, selectable=True))
