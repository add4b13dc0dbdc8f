"""The network of an area: the next meeting, who can be asked, members with their level, and meetings newest first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from itadmin.domain.calculations.competence import ABLE
from itadmin.domain.calendar import prose
from itadmin.domain.registers.networks import MeetingRow, Network
from itadmin.services.competence.ground import ground_of
from itadmin.services.competence.heat_map import LEVELS
from itadmin.services.competence.network import Gathered, Member, network_of
from itadmin.services.reading import Read
from itadmin.ui.panels.competence.meeting_sheet import MeetingSheet
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button

_HEADINGS = ("Medlem", "Organisation", "Kommun", "Nivå")
_MEETING_HEADINGS = ("Dag", "Plats", "Anteckningar")
_NO_MEETING = "Inget kommande möte är bestämt."
_NOBODY = "Ingen i regionen behärskar området."


class NetworkPanel(TablePanel):
    """Every name leads to the person. Meetings are folded, the newest first."""

    section = "natverk"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", ("möte, det senaste först", "möten, det senaste först"))
        self._area: Network | None = None
        look = session.look
        self.note = Button(look, "Anteckna möte…", icon="calendar", small=True)
        self.note.clicked.connect(self._ask)
        self.foot.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, look.metrics.gap)
        self.foot.addWidget(self.note)
        self.foot.addStretch(1)

    def show_read(self, read: Read) -> None:
        """Show the network as it is today."""
        area = read.record
        if not isinstance(area, Network):
            return
        self._area = area
        reading = self.session.reading()
        network = network_of(reading, ground_of(reading), area)
        self.show_tables(
            Table(_HEADINGS, [partial(self._member_row, read, member) for member in network.members], whole=(3,)),
            Table(_MEETING_HEADINGS, [partial(_meeting_row, row) for row in network.meetings], whole=(0,)),
        )
        self.none.setText(" ".join(_told(network)))
        self.none.show()
        self.note.setVisible(self.session.may_change(read))

    def _member_row(self, read: Read, member: Member) -> Cells:
        who = member.person
        link = name_link(self.session.look, who.name, partial(self.session.guide.open_record, "people", who.id))
        level = "" if member.level is None else read.words.label_of(LEVELS, str(member.level))
        return (link, who.unit, who.kommun, level or "Inte bedömd")

    def _ask(self) -> None:
        if self._area is not None:
            MeetingSheet(self.session, self._area, self.window()).open()


def _told(network: Gathered) -> Iterable[str]:
    yield f"Nästa möte är {prose(network.coming)}." if network.coming else _NO_MEETING
    asked = ", ".join(f"{member.person.name} (nivå {member.level})" for member in network.ask)
    if not any((member.level or 0) >= ABLE for member in network.ask):
        yield f"{_NOBODY} Mest kan {asked}." if asked else _NOBODY
    else:
        yield f"Kan frågas: {asked}."


def _meeting_row(row: MeetingRow) -> Cells:
    return ("" if row.held_on is None else row.held_on.isoformat(), row.venue, row.minutes)
