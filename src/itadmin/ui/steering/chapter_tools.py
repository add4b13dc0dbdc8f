"""The buttons above a chapter's text: each puts marks into it. What is meant by them stands in `marks`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from itadmin.domain.text import swedish_key
from itadmin.ui.look.look import Look
from itadmin.ui.steering.chapter_text import ChapterText
from itadmin.ui.steering.marks import Passage, headed, indented, listed, strong, with_table, with_words
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.flow_layout import FlowLayout

_NEW_NAME = "nytt_namn"
_Tool = Callable[[Passage], Passage | None]
_TOOLS: tuple[tuple[str, str, _Tool], ...] = (
    ("Rubrik", "Ctrl+1", partial(headed, level=2)),
    ("Underrubrik", "Ctrl+2", partial(headed, level=3)),
    ("Punktlista", "Ctrl+Shift+L", partial(listed, numbered=False)),
    ("Numrerad lista", "Ctrl+Shift+N", partial(listed, numbered=True)),
    ("Underpunkt", "Ctrl+M", partial(indented, outwards=False)),
    ("Tabell", "Ctrl+Shift+T", with_table),
    ("Fet", "Ctrl+B", strong),
)
_VALUE = "Värde"

KEYS: Mapping[str, _Tool] = {
    **{keys: work for _word, keys, work in _TOOLS},
    "Ctrl+Shift+M": partial(indented, outwards=True),
}
"""What keys do in the text: the buttons', and moving a point of a list out again."""


class ChapterTools(QWidget):
    """The buttons of one text. `value_wanted` is said when a new value is to be named."""

    value_wanted = Signal()

    def __init__(self, look: Look, text: ChapterText) -> None:
        super().__init__()
        self._text = text
        self._offered: Mapping[str, Mapping[str, str]] = {}
        flow = FlowLayout(look.metrics.tight, self)
        for word, keys, work in _TOOLS:
            button = Button(look, word, ButtonKind.QUIET, small=True)
            button.setToolTip(f"{word} ({keys})")
            button.clicked.connect(lambda _checked=False, work=work: text.work(work))
            flow.addWidget(button)
        self.values = Button(look, _VALUE, ButtonKind.QUIET, "chevron_down", small=True)
        self.values.setToolTip("Sätt in ett värde, som kommunens telefonnummer")
        self.values.setMenu(QMenu(self.values))
        flow.addWidget(self.values)

    def offer(self, offered: Mapping[str, Mapping[str, str]]) -> None:
        """Offer values to put in, by name what they are called; those under "" in the menu itself, others below it."""
        if offered == self._offered:
            return
        self._offered = offered
        former, menu = self.values.menu(), QMenu(self.values)
        self._fill(menu, offered.get("", {}))
        menu.addSeparator()
        for title, values in offered.items():
            if title and values:
                self._fill(menu.addMenu(title), values)
        menu.addSeparator()
        menu.addAction("Nytt värde…", partial(self._text.work, self._with_new_name))
        self.values.setMenu(menu)
        former.deleteLater()

    def _fill(self, menu: QMenu, offered: Mapping[str, str]) -> None:
        for name, label in sorted(offered.items(), key=lambda item: swedish_key(item[1])):
            put = partial(with_words, words=f"{{{{{name}}}}}")
            menu.addAction(label.replace("&", "&&"), partial(self._text.work, put))

    def _with_new_name(self, passage: Passage) -> Passage:
        """A value whose name is selected, to be written over."""
        made = with_words(passage, f"{{{{{_NEW_NAME}}}}}")
        start = made.start - len(_NEW_NAME) - 2
        return Passage(made.text, start, start + len(_NEW_NAME))
