"""The first step of sharing: under which profile, and field by field what goes out and what stays at home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile
from itadmin.domain.text import fold
from itadmin.services.sharing.outgoing import Outgoing
from itadmin.ui.exporting.choices import RadioChoices
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing import share_words as words
from itadmin.ui.sharing.grouped_rows import GroupedRow
from itadmin.ui.sharing.grouped_table import GroupedTable
from itadmin.ui.sharing.told_fields import ToldRegister, told_fields
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Notice

_OUT, _HOME = range(2)
_CHOICES = 300
_WHY = 220


class ProfilePage(QWidget):
    """`changed` when another profile is chosen; `ready_changed` when one may go on, or may not."""

    changed = Signal()
    ready_changed = Signal()

    def __init__(self, look: Look, profiles: Sequence[Profile]) -> None:
        super().__init__()
        self._look = look
        self._profiles = {profile.key: profile for profile in profiles}
        self._told: tuple[ToldRegister, ...] = ()
        self._out: Outgoing | None = None
        choices = [(profile.key, profile.name, words.about(profile)) for profile in profiles]
        self.choices = RadioChoices(look, "Vem ska ta emot?", choices)
        self.holds = Label(look, style=TextStyle.NAME, wrap=True)
        self.before = Label(look, ink=Ink.TEXT2, wrap=True)
        self.notice = Notice(look)
        self.agree = QCheckBox("Ja, ta bort uppgifterna hos dem som tar emot")
        self.tabs = QTabBar()
        self.search = QLineEdit()
        self.table = GroupedTable(look, ("Fält", "Upplysning"), (0, _WHY), "Fält som går ut")
        self._build()
        self.choices.changed.connect(self._on_profile)
        self.agree.toggled.connect(self.ready_changed)
        self.tabs.currentChanged.connect(self._show_fields)
        self.search.textChanged.connect(self._show_fields)
        self._on_profile()

    @property
    def profile(self) -> Profile:
        """The profile that is chosen."""
        return self._profiles[self.choices.chosen()]

    def choose(self, key: str) -> None:
        """Choose a profile, if there is such a one."""
        self.choices.choose(key)

    def outgoing(self) -> Outgoing | None:
        """What goes out, as far as it is known and agreed to."""
        agreed = self._out is not None and (not self._out.taken_away or self.agree.isChecked())
        return self._out if agreed else None

    def show_outgoing(self, out: Outgoing | None) -> None:
        """Tell how much goes out; None while that is worked out."""
        self._out = out
        self.holds.setText(words.holds(out.counts) if out else "Räknar poster …")
        self.before.setText(words.before(out) if out else "")
        self.notice.set_messages(words.messages(out) if out else [])
        self.agree.setVisible(out is not None and bool(out.taken_away))
        self._show_fields()
        self.ready_changed.emit()

    def _build(self) -> None:
        look, metrics = self._look, self._look.metrics
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Vad som går ut och vad som stannar")
        for word in ("Går ut", "Stannar hemma"):
            self.tabs.addTab(word)
        self.search.setPlaceholderText("Sök fält eller register")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        left = QVBoxLayout()
        left.setSpacing(metrics.block)
        left.addWidget(self.choices)
        left.addWidget(self.holds)
        left.addWidget(self.before)
        left.addWidget(Label(look, words.ALWAYS_AT_HOME, TextStyle.SECOND, Ink.TEXT2, wrap=True))
        left.addStretch(1)
        chosen = QWidget()
        chosen.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        chosen.setFixedWidth(metrics.px(_CHOICES))
        right = QVBoxLayout()
        right.setSpacing(metrics.gap)
        right.addWidget(self.notice)
        right.addWidget(self.agree)
        right.addWidget(self.tabs)
        right.addWidget(self.search)
        right.addWidget(self.table, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(metrics.margin)
        both.addWidget(chosen)
        both.addLayout(right, 1)

    def _on_profile(self) -> None:
        self._told = told_fields(self.profile, REGISTERS.values())
        self.agree.setChecked(False)
        self.show_outgoing(None)
        self.changed.emit()

    def _show_fields(self) -> None:
        out = self.tabs.currentIndex() == _OUT
        for place, goes_out in ((_OUT, True), (_HOME, False)):
            number = sum(len(told.going_out(out=goes_out)) for told in self._told)
            self.tabs.setTabText(place, f"{'Går ut' if goes_out else 'Stannar hemma'} ({number})")
        self.table.setAccessibleName("Fält som går ut" if out else "Fält som stannar hemma")
        counts = self._out.counts if self._out else {}
        self.table.rows.show_rows(list(_rows(self._told, counts, fold(self.search.text()), out=out)))


def _rows(told: Sequence[ToldRegister], counts: Mapping[str, int], wanted: str, *, out: bool) -> Iterator[GroupedRow]:
    for each in told:
        name = each.register.plural
        fields = [item for item in each.going_out(out=out) if wanted in fold(item.label) or wanted in fold(name)]
        if fields:
            yield GroupedRow((name, _about(each, counts, out=out)), heading=True)
            yield from (GroupedRow((item.label, item.why), quiet=frozenset({1})) for item in fields)


def _about(told: ToldRegister, counts: Mapping[str, int], *, out: bool) -> str:
    number = len(told.going_out(out=out))
    if number == len(told.fields) and not out:
        return "hela registret stannar hemma"
    records = counts.get(told.register.name, 0)
    shown = f"{number} av {len(told.fields)} fält"
    return f"{'1 post' if records == 1 else f'{records} poster'} · {shown}" if out and counts else shown
