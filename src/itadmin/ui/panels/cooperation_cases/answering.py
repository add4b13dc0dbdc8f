"""*Svara*: asks what a kommun says of a samverkansärende, and keeps it as a record of one's own.

What is kept of the own kommun already is gone on with. What somebody else has noted of it is where the answer begins.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.services.allocations.naming import towns_of
from itadmin.services.cooperation_cases.standing import CASES, STANCES, Standing, standings_of
from itadmin.ui.panels.cooperation_cases.stance_sheet import StanceSheet
from itadmin.ui.register.naming import added_words
from itadmin.ui.session import Session

_CHANGED = "Ställningstagandet är ändrat."


def ask_stance(
    session: Session, parent: QWidget, case: UUID, municipality: UUID | None, known: Standing | None = None
) -> None:
    """Ask for the stance in a case, of a kommun or of one that is asked for too."""
    given = {"case": case} | ({"municipality": municipality} if municipality else {})
    sheet = StanceSheet(session, given, known, parent)
    sheet.kept.connect(partial(_tell, session, case))
    sheet.open()


def answer(session: Session, parent: QWidget, case: UUID) -> None:
    """Ask what the own kommun says of a case: in its own record where one is begun, else in a new one."""
    reading = session.reading()
    record = reading.one(CASES, case).record
    standings = standings_of(reading, record) if isinstance(record, CooperationCase) else ()
    own = next((each for each in standings if each.municipality == reading.organisation_id), None)
    ask_stance(session, parent, case, reading.organisation_id, own)


def _tell(session: Session, case: UUID, is_new: bool) -> None:
    """Say that a stance is kept, and how it reaches the kommun whose case it is."""
    said = [added_words(REGISTERS[STANCES]) if is_new else _CHANGED]
    reading = session.reading()
    host = reading.one(CASES, case).record.owner
    if host != reading.organisation_id:
        said.append(f"{towns_of(reading, [host])[host]} får det med er nästa delningsfil.")
    session.guide.say(" ".join(said), undoable=True)
