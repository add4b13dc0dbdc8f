"""Who knows what of an area and who is to know more, what its actions cost, and the action that is proposed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from itadmin.domain.calculations.competence import gap
from itadmin.domain.money import format_kronor
from itadmin.domain.record import stored_fields, typed_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.competence_actions import CompetenceAction
from itadmin.domain.text import swedish_key
from itadmin.services.competence.actions import ACTIONS, Gap, actions_in, gaps_of, proposed, sums_by_topic_and_year
from itadmin.services.competence.ground import COMPETENCES, Ground, Judged, Someone, Topic, ground_of
from itadmin.services.competence.heat_map import LEVELS
from itadmin.services.competence.network import topic_of
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button

_REGISTER, _JUDGEMENTS = REGISTERS[ACTIONS], REGISTERS[COMPETENCES]
_HEADINGS = ("Person", "Kommun", "Nu", "Önskat", "Gap", "Åtgärd")
_ALSO = ("people", "seats", "level_after", "municipalities", "cost_alone", "cost_together")
_NOBODY = "Ingen är bedömd i området."


class GapsPanel(TablePanel):
    """Stands under a title of its own; somebody else can be judged from there."""

    section = "kompetens"
    title = "Kompetens"
    takes = ((COMPETENCES, "area"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, _NOBODY, ("", ""))
        look = session.look
        self._ground: Ground | None = None
        self._topic: Topic | None = None
        self._gaps: tuple[Gap, ...] = ()
        self.propose = Button(look, "Föreslå åtgärd…", icon="lightbulb", small=True)
        self.propose.clicked.connect(self._propose)
        self.foot.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, look.metrics.gap)
        self.foot.addWidget(self.propose)
        self.foot.addStretch(1)

    def show_read(self, read: Read) -> None:
        """Show the people, those with the largest gap first."""
        reading = self.session.reading()
        self._ground = ground_of(reading)
        self._topic = topic_of(self._ground, read.record.id)
        self.link_changed.emit(f"{_JUDGEMENTS.new_label} …" if self.session.may_change(read) else "")
        actions = [each.record for each in actions_in(reading) if isinstance(each.record, CompetenceAction)]
        self._gaps = () if self._topic is None else gaps_of(self._ground, self._topic, actions)
        people = [] if self._topic is None else list(_judged(self._ground, self._topic))
        rows = [partial(self._row, read, who, judged) for who, judged in people]
        self.show_tables(Table(_HEADINGS, rows, right=(4,), whole=(2, 3, 5)), Table())
        told = [] if self._topic is None else list(self._told(self._ground, self._topic))
        self.none.setText(" ".join(told) if people or told else _NOBODY)
        self.none.show()
        self.propose.setVisible(self.session.may_change(read) and bool(self._proposed()))

    def show_related(self, _read: Read, _related: Related) -> None:
        """Judgements are told of as they stand, also those of neighbours."""

    def follow_link(self) -> None:
        """Ask how well somebody knows the area."""
        if self._topic is None:
            return
        sheet = NewRecordDialog(self.session, _JUDGEMENTS, {"area": self._topic.record_id}, self.window())
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(_JUDGEMENTS), undoable=True))
        sheet.open()

    def _row(self, read: Read, who: Someone, judged: Judged) -> Cells:
        guide, look = self.session.guide, self.session.look
        link = name_link(look, who.name, partial(guide.open_record, COMPETENCES, judged.id))
        left = gap(judged.level, judged.wanted)
        levels = (
            "" if each is None else read.words.label_of(LEVELS, str(each)) for each in (judged.level, judged.wanted)
        )
        is_covered = any(each.covered for each in self._gaps if each.person.id == who.id)
        planned = "" if not left else "Planerad" if is_covered else "Saknas"
        return (link, who.kommun, *levels, str(left) if left else "", planned)

    def _told(self, ground: Ground, topic: Topic) -> Iterable[str]:
        able = ground.able(topic)
        yield f"{able} i regionen behärskar området." if able != 1 else "1 person i regionen behärskar området."
        ids = set(topic.ids)
        about = [read for read in actions_in(self.session.reading()) if getattr(read.record, "area", None) in ids]
        for each in sums_by_topic_and_year(about):
            sums = (
                format_kronor(amount, whole=True) for amount in (each.sums.alone, each.sums.together, each.sums.saving)
            )
            alone, together, saved = sums
            yield f"Åtgärder {each.year or 'utan år'}: {alone} enskilt, {together} samordnat, besparing {saved}."

    def _proposed(self) -> dict[str, object]:
        if self._ground is None or self._topic is None:
            return {}
        reading = self.session.reading()
        return proposed(self._ground, self._topic, self._gaps, reading.organisation_id, reading.day.year + 1)

    def _propose(self) -> None:
        """Ask for an action, begun with what is proposed."""
        values = self._proposed()
        if not values or self._topic is None:
            return
        fields = stored_fields(CompetenceAction)
        begun = {name: typed_value(fields[name], value) for name, value in values.items() if name != "area"}
        given = {"area": self._topic.record_id}
        sheet = NewRecordDialog(self.session, _REGISTER, given, self.window(), also=_ALSO, begun=begun)
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(_REGISTER), undoable=True))
        sheet.open()


def _judged(ground: Ground, topic: Topic) -> Iterable[tuple[Someone, Judged]]:
    found = [(who, judged) for who in ground.people.values() if (judged := ground.of(who.id, topic)) is not None]
    return sorted(found, key=lambda each: (-gap(each[1].level, each[1].wanted), swedish_key(each[0].name)))
