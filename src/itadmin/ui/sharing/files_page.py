"""The first step of receiving: which files, and of each how it stands, whom to ring, which password it has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from itadmin.domain.sharing import ENDING
from itadmin.services.receiving.parcels import PasswordNeededError
from itadmin.services.receiving.senders import Sender
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing import receive_words as words
from itadmin.ui.sharing.arrived import Arrived
from itadmin.ui.sharing.basket import Basket
from itadmin.ui.sharing.known_part import KnownPart
from itadmin.ui.sharing.trust_part import TrustPart
from itadmin.ui.told_rows import Told, ToldRows
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate

_ICON = 32
_HEADERS = ("Fil", "Avsändare", "Skapad", "Nr", "Läge")
_WIDTHS = (0, 170, 140, 44, 190)


class FilesPage(QWidget):
    """Shows a basket. `choose_wanted` when files are to be asked for; `opened` gives a path and a password to try.

    `removed` gives the path of a file that is not wanted; `changed` when something has been answered, or when one
    stands on another.
    """

    choose_wanted = Signal()
    opened = Signal(object, str)
    removed = Signal(object)
    changed = Signal()

    def __init__(self, look: Look, basket: Basket) -> None:
        super().__init__()
        self._look = look
        self._basket = basket
        self.choose = Button(look, "Välj filer…", icon="folder_open")
        self.rows = ToldRows(self, _HEADERS)
        self.table = RowTable(look)
        self.trust = TrustPart(look)
        self.known = KnownPart(look)
        self.leave_out = LinkButton(look, "Ta bort ur listan")
        self._below = QWidget()
        self._build()
        self.choose.clicked.connect(self.choose_wanted)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_current())
        self.leave_out.clicked.connect(self._leave_out)
        self.trust.answered.connect(self.changed)
        self.trust.password_given.connect(self._open)
        self.show_files()

    def show_files(self, current: Path | None = None) -> None:
        """Show what lies in the basket, and stand on a file; on the one that was stood on without."""
        shown = self.current()
        wanted = current or (shown.path if shown else None)
        files = self._basket.files
        self.rows.show_rows(_HEADERS, [self._told(arrived) for arrived in files])
        paths = [arrived.path for arrived in files]
        if files:
            self.table.setCurrentIndex(self.rows.index(paths.index(wanted) if wanted in paths else 0, 0))
        self.table.setVisible(bool(files))
        self._below.setVisible(bool(files))
        self.known.setVisible(not files and self.known.has_any)
        self._show_current()

    @property
    def asks_password(self) -> bool:
        """Whether the file that one stands on waits for its password."""
        arrived = self.current()
        return arrived is not None and isinstance(arrived.trouble, PasswordNeededError)

    def ask_password_again(self) -> bool:
        """Let the password of the file that one stands on be typed again, if one has been tried in vain."""
        arrived = self.current()
        is_wrong = arrived is not None and self.asks_password and bool(self._basket.answers(arrived).password)
        if is_wrong:
            self.trust.ask_again()
        return is_wrong

    def show_senders(self, senders: Sequence[Sender]) -> None:
        """Show whom one has received from so far, while there is no file."""
        self.known.show_senders(senders)
        self.show_files()

    def current(self) -> Arrived | None:
        """The file that one stands on."""
        row, files = self.table.currentIndex().row(), self._basket.files
        return files[row] if 0 <= row < len(files) else None

    def _told(self, arrived: Arrived) -> Told:
        how = words.standing(arrived, self._basket)
        told = dict(words.facts(arrived.parcel)) if arrived.parcel else {}
        cells = (arrived.name, *(told.get(name, "") for name in ("Avsändare", "Skapad", "Fil nr")), how)
        return Told(cells, ", ".join(cell for cell in cells if cell))

    def _show_current(self) -> None:
        arrived = self.current()
        if arrived is not None:
            self.trust.show_file(arrived, self._basket.answers(arrived))
        self.changed.emit()

    def _open(self, password: str) -> None:
        arrived = self.current()
        if arrived is not None:
            self.opened.emit(arrived.path, password)

    def _leave_out(self) -> None:
        arrived = self.current()
        if arrived is not None:
            self.removed.emit(arrived.path)

    def _build(self) -> None:
        metrics = self._look.metrics
        drop = QWidget()
        set_property(drop, "ground", "sunken")
        line = QHBoxLayout(drop)
        line.setContentsMargins(metrics.margin, metrics.section_gap, metrics.margin, metrics.section_gap)
        line.setSpacing(metrics.block)
        line.addWidget(IconPicture(self._look, "mail_inbox", _ICON))
        told = QVBoxLayout()
        told.setSpacing(metrics.tight)
        told.addWidget(Label(self._look, "Släpp en eller flera delningsfiler här, eller välj dem.", TextStyle.NAME))
        line_2 = f"De slutar på {ENDING}. Ordningen spelar ingen roll, och egna uppgifter rörs inte."
        told.addWidget(Label(self._look, line_2, TextStyle.SECOND, Ink.TEXT2, wrap=True))
        line.addLayout(told, 1)
        line.addWidget(self.choose)
        self._dress_table()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(metrics.block)
        below.addWidget(self.trust)
        below.addWidget(self.leave_out, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.section_gap)
        column.addWidget(drop)
        column.addWidget(self.table, 1)
        column.addWidget(self._below)
        column.addWidget(self.known, 1)
        column.addStretch(0)

    def _dress_table(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName("Filer att ta emot")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            kind = TextDelegate if column else NameDelegate
            self.table.setItemDelegateForColumn(column, kind(self._look, self.table))
            if width:
                self.table.setColumnWidth(column, self._look.metrics.px(width))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
