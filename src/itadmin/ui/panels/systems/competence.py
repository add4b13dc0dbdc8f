"""Why the competence that a system needs is hard to keep, and who is able with it in the whole region."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from itadmin.domain.calculations.competence import ABLE
from itadmin.domain.calculations.competence import is_vulnerable as is_thin
from itadmin.services.competence.depth import trouble_of
from itadmin.services.competence.ground import COMPETENCES, SYSTEMS, Ground, ground_of
from itadmin.services.reading import Read
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.prose import Prose, Strong

_HARD = "Svårt att hålla kompetens: "
_TRY = " Pröva samverkan eller utbilda fler."


class CompetencePanel(Panel):
    """Hidden where nothing speaks for it and nobody is judged."""

    section = "bedomning"
    takes = ((COMPETENCES, "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self.told = CalculationBox(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.gap)
        column.addWidget(self.told)

    def show_read(self, read: Read) -> None:
        """Tell it as it is today."""
        reading = self._session.reading()
        trouble = None if read.record.deleted else trouble_of(reading, read.record.id)
        prose: Prose = () if trouble is None else (Strong(_HARD), f"{_lowered(trouble.sentence)}{_TRY}")
        known = _able(ground_of(reading), read)
        self.told.set_prose((*prose, *((" ",) if prose and known else ()), *known))
        self.setVisible(bool(prose or known))

    def show_related(self, _read: Read, _related: Related) -> None:
        """Judgements are told of as they stand, also those of neighbours."""


def _able(ground: Ground, read: Read) -> Prose:
    topic = next((each for each in ground.topics if each.register == SYSTEMS and read.record.id in each.ids), None)
    if topic is None:
        return ()
    levels = ground.levels(topic)
    names = [who.name for who in ground.people.values() if (levels.get(who.id) or 0) >= ABLE]
    if not names:
        return ("Ingen i regionen behärskar systemet.",)
    return (f"{'Bara ' if is_thin(len(names)) else ''}{', '.join(names)} behärskar systemet.",)


def _lowered(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
