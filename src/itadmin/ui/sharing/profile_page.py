"""The first step of sharing: under which profile, and field by field what goes out and what stays at home."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.sharing import Profile
from itadmin.services.sharing.outgoing import Outgoing
from itadmin.services.sharing.own_profiles import is_own
from itadmin.ui.exporting.choices import RadioChoices
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing import share_words as words
from itadmin.ui.sharing.bounded_area import BoundedArea
from itadmin.ui.sharing.fields_part import FieldsPart
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Notice

_CHOICES, _TOLD = 312, 150


class ProfilePage(QWidget):
    """`changed` when another profile is chosen; `ready_changed` when one may go on, or may not.

    `own_wanted` asks for the list of one's own profiles.
    """

    changed = Signal()
    ready_changed = Signal()
    own_wanted = Signal()

    def __init__(self, look: Look, profiles: Sequence[Profile], chosen: str) -> None:
        """`chosen` is the key of the profile to begin with; the first one when there is no such."""
        super().__init__()
        self._look = look
        self._out: Outgoing | None = None
        self.choices = self._choices(profiles, chosen)
        self.own = LinkButton(look, "Byt namn eller ta bort egna profiler")
        self.holds = Label(look, style=TextStyle.NAME, wrap=True)
        self.before = Label(look, ink=Ink.TEXT2, wrap=True)
        self.notice = Notice(look)
        self.told = BoundedArea(look, self.notice, _TOLD, "Vad som är att tänka på")
        self.agree = QCheckBox("Ja, ta bort uppgifterna hos dem som tar emot")
        self.fields = FieldsPart(look)
        self._left = QVBoxLayout()
        self._build()
        self.own.clicked.connect(self.own_wanted)
        self.agree.toggled.connect(self.ready_changed)
        self._on_profile()

    def show_profiles(self, profiles: Sequence[Profile], chosen: str) -> None:
        """Offer other profiles, and choose the one with a key, or the first."""
        before, self.choices = self.choices, self._choices(profiles, chosen)
        self._left.replaceWidget(before, self.choices)
        before.hide()
        before.deleteLater()
        self._on_profile()

    def _choices(self, profiles: Sequence[Profile], chosen: str) -> RadioChoices:
        self._profiles = {profile.key: profile for profile in profiles}
        told = [(profile.key, profile.name, words.about(profile)) for profile in profiles]
        choices = RadioChoices(self._look, "Vem ska ta emot?", told)
        choices.choose(chosen)
        choices.changed.connect(self._on_profile)
        return choices

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
        self.fields.show_counts(out.counts if out else {})
        self.ready_changed.emit()

    def _build(self) -> None:
        look, metrics = self._look, self._look.metrics
        chosen, area = QWidget(), QScrollArea()
        chosen.setLayout(self._left)
        area.setWidget(chosen)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(metrics.px(_CHOICES))
        for ground in (area, area.viewport(), chosen):
            set_property(ground, "ground", "surface")
        self._left.setContentsMargins(0, 0, metrics.gap, 0)
        self._left.setSpacing(metrics.block)
        always = Label(look, words.ALWAYS_AT_HOME, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        for part in (self.choices, self.own, self.holds, self.before, always):
            self._left.addWidget(part)
        self._left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(metrics.gap)
        right.addWidget(self.told)
        right.addWidget(self.agree)
        right.addWidget(self.fields, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(metrics.margin)
        both.addWidget(area)
        both.addLayout(right, 1)

    def _on_profile(self) -> None:
        self.own.setVisible(any(map(is_own, self._profiles.values())))
        self.fields.show_profile(self.profile, own=is_own(self.profile))
        self.agree.setChecked(False)
        self.show_outgoing(None)
        self.changed.emit()
