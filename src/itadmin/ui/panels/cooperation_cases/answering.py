"""*Svara*: asks what a kommun says of a samverkansärende, and keeps it as a record of one's own.

What somebody else has noted of the kommun is where the answer begins; it is not written in.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import Plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.services.cooperation_cases.standing import CASES, STANCES, Standing, standings_of
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

_REGISTER = REGISTERS[STANCES]
_ALSO = ("stance", "body", "decide_by")


def ask_stance(
    session: Session, parent: QWidget, case: UUID, municipality: UUID | None, noted: Standing | None = None
) -> None:
    """Ask for a new stance in a case, of a kommun or of one that is asked for too."""
    given = {"case": case} | ({"municipality": municipality} if municipality else {})
    record = noted.record if noted else None
    begun: Plain = {"body": record.body, "decide_by": record.decide_by} if record else {}
    sheet = NewRecordDialog(session, _REGISTER, given, parent, also=_ALSO, begun=begun)
    sheet.added.connect(lambda _made: session.guide.say(added_words(_REGISTER), undoable=True))
    sheet.open()


def answer(session: Session, parent: QWidget, case: UUID) -> None:
    """Ask what the own kommun says of a case: in its own record where one is begun, else in a new one."""
    reading = session.reading()
    record = reading.one(CASES, case).record
    standings = standings_of(reading, record) if isinstance(record, CooperationCase) else ()
    own = next((each for each in standings if each.municipality == reading.organisation_id), None)
    if own is not None and own.record is not None and not own.is_of_other:
        session.guide.open_field(STANCES, own.record.id, "stance")
    else:
        ask_stance(session, parent, case, reading.organisation_id, own)
