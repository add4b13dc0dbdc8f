"""What the button of a line does: leads to where the next thing is done, or begins it.

Knows which registers and windows that is; shows nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QWidget

from itadmin.domain.calculations.attention import Act, AttentionLine
from itadmin.domain.filters import Condition
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.system_record import System
from itadmin.domain.views import ListView
from itadmin.services.acting import Deed, case_of, possible
from itadmin.services.papers import paper_of
from itadmin.services.reading import ListQuery
from itadmin.ui.acts.dialog import ActDialog
from itadmin.ui.attention.plan_deeds import PlanDeeds
from itadmin.ui.attention.ways import way_for_all
from itadmin.ui.panels.cooperation_cases.answering import answer
from itadmin.ui.panels.systems.classification import ClassingSheet
from itadmin.ui.papers.desk import PaperDesk
from itadmin.ui.session import Session

_AGREEMENTS = "agreements"
_TO_MANY = "Gå igenom en och en, eller markera flera i listan och välj Ändra flera i menyn Redigera."
_OPERATIONS = ("driftavtal", "driftoverenskommelse")
_PROCESSING = ("pub_avtal",)
_OF_PROCESSING = ("personuppgifter_utan_pub", "pub_avtal_ej_i_registret")
"""The lines about systems that lack a PUB-avtal; in all others it is a driftavtal that is drawn up."""
_CALLED = {_OPERATIONS: "Driftavtal", _PROCESSING: "PUB-avtal"}
_REPLACED = "ersatt"
_BEGUN = ("utkast", "forhandling", "invantar_underskrift")


class Doing:
    """Does what is to be done of lines, through the session's guide or in a dialog over `window`."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session = session
        self._window = window
        self._papers = PaperDesk(session, window)
        self._plans = PlanDeeds(session, window)
        self._acts: Mapping[Act, Callable[[AttentionLine], None]] = {
            Act.RENEW: self.decide,
            Act.SIGN: self._sign,
            Act.APPOINT: self._fill_in,
            Act.REVIEW: self._fill_in,
            Act.CLASSIFY: self._classify,
            Act.FILL_IN: self._fill_in,
            Act.DRAW_UP: self._draw_up,
            Act.REPLACE: self._replace,
            Act.WHO_LACKS: self._who_lacks,
            Act.MAKE_PLAN: self._plans.make,
            Act.OPEN_PLAN: self._plans.open,
            Act.NEXT_VERSION: self._plans.begin_next,
            Act.MATCH: lambda _line: self._session.guide.do_command("matching"),
            Act.ANSWER: lambda line: answer(session, window.window(), line.record_id),
            Act.OPEN: self.open,
        }

    def act(self, line: AttentionLine) -> None:
        """Do what comes next of a line."""
        self._acts[line.act](line)

    def open(self, line: AttentionLine) -> None:
        """Open the record that a line is about."""
        self._session.guide.open_record(line.register, line.record_id)

    def act_on_all(self, line: AttentionLine) -> None:
        """Go where all lines of the same kind as one are mended, if there is such a place."""
        way = way_for_all(line)
        if isinstance(way, ListView):
            self._session.guide.open_list(line.register, way)
            self._session.guide.say(_TO_MANY)
        elif way is not None:
            self._session.guide.do_command(way)

    def _fill_in(self, line: AttentionLine) -> None:
        if line.field:
            self._session.guide.open_field(line.register, line.record_id, line.field)
        else:
            self.open(line)

    def _who_lacks(self, line: AttentionLine) -> None:
        """Show who lacks what a line is about."""
        self.open(line)
        self._session.guide.do_command("who_lacks")

    def deeds_of(self, line: AttentionLine) -> Iterable[Deed]:
        """What can be done with the agreement of a line, the likeliest first; nothing where it is of something else."""
        if line.register != _AGREEMENTS:
            return ()
        try:
            return possible(case_of(self._session.reading(), line.record_id))
        except KnownError:
            return ()

    def _sign(self, line: AttentionLine) -> None:
        """Register what has come back signed: a handling, or an agreement of which there is none."""
        if line.register == _AGREEMENTS:
            self.decide(line, first=Deed.REGISTER_SIGNED)
        else:
            self._papers.register_returned(paper_of(self._session.reading(), line.record_id))

    def _classify(self, line: AttentionLine) -> None:
        """Ask for the classification of a system, anew or for the first time."""
        read = self._session.reading().one(line.register, line.record_id)
        if isinstance(read.record, System):
            ClassingSheet(self._session, read, read.record, self._window.window()).open()

    def decide(self, line: AttentionLine, first: str = "") -> None:
        """Ask what is to be done with an agreement, beginning with an act if it can be done. Raises KnownError."""
        ActDialog(self._session, line.record_id, self._window.window(), first).open()

    def _replace(self, line: AttentionLine) -> None:
        """Note that a record has been replaced by what has taken its place."""
        self._session.workspace.records.save(line.register, line.record_id, {line.field: _REPLACED})
        self._session.guide.say(f"{line.record} har läget Ersatt.", undoable=True)

    def _draw_up(self, line: AttentionLine) -> None:
        """Begin the agreement that a system lacks, or go on with one that is begun."""
        kinds = _PROCESSING if line.kind in _OF_PROCESSING else _OPERATIONS
        guide, workspace = self._session.guide, self._session.workspace
        begun = self._session.reading().keys(
            _AGREEMENTS,
            ListQuery(
                conditions=(
                    Condition("systems", "one_of", (str(line.record_id),)),
                    Condition("kind", "one_of", kinds),
                    Condition("status", "one_of", _BEGUN),
                )
            ),
        )
        if begun:
            guide.open_record(_AGREEMENTS, begun[0])
            return
        title = f"{_CALLED[kinds]} {line.record}"
        values: dict[str, object] = {"title": title, "kind": kinds[0], "status": _BEGUN[0]}
        values["systems"] = [str(line.record_id)]
        made = workspace.records.add(_AGREEMENTS, values)
        guide.open_record(_AGREEMENTS, made)
        guide.say(f"Ett utkast är påbörjat: {title}.", undoable=True)
