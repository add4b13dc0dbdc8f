"""What each kommun has said in a samverkansärende, whose word that is, and what it decides by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from uuid import UUID

from itadmin.documents.phrases import paragraph_number
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.states import IN, OUT, UNDECIDED, WITH_RESERVATION
from itadmin.domain.text import listed
from itadmin.domain.words import Words
from itadmin.services.allocations.naming import towns_of
from itadmin.services.cooperation_cases.standing import STANCES, Standing, standings_of
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.panels.cooperation_cases.answering import answer, ask_stance
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session

_REGISTER = REGISTERS[STANCES]
_HEADINGS = ("Kommun", "Ställningstagande", "Senast", "Beslut", "Uppgift från")
_NONE = "Ingen kommun deltar än. Ange vilka under Deltagande kommuner."
_LIST = "stallningstagande"


class StancesPanel(TablePanel):
    """One row for each kommun that takes part; its name leads to its record, or begins one."""

    section = "stallning"
    title = "Ställningstaganden"
    takes = ((STANCES, "case"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, _NONE, ("", ""))
        self._shown: Read | None = None
        self._towns: Mapping[UUID, str] = {}

    def show_read(self, read: Read) -> None:
        """Offer one more where the register can be written."""
        self._shown = read
        may_add = self.session.workspace.writable and not read.record.deleted
        self.link_changed.emit(f"{_REGISTER.new_label} …" if may_add else "")

    def show_related(self, read: Read, _related: Related) -> None:
        """Show what counts of each kommun."""
        case = read.record
        if not isinstance(case, CooperationCase):
            return
        reading = self.session.reading()
        standings = standings_of(reading, case)
        self._towns = towns_of(reading, [*(each.municipality for each in standings), reading.organisation_id])
        rows = [partial(self._row, read, standing, reading.words) for standing in standings]
        self.show_tables(Table(_HEADINGS, rows, whole=(2, 3)), Table())
        self.none.setText(summary(standings, self._towns) if standings else _NONE)
        self.none.show()

    def follow_link(self) -> None:
        """Ask for one more."""
        if self._shown is not None:
            self._add(self._shown.record.id, None)

    def _row(self, case: Read, standing: Standing, words: Words) -> Cells:
        look, record, name = self.session.look, standing.record, self._towns[standing.municipality]
        if record is None or standing.read is None:
            link = name_link(look, name, partial(self._add, case.record.id, standing.municipality))
            return (link, words.label_of(_LIST, standing.code), "", "", "")
        follow = partial(self.session.guide.open_record, STANCES, record.id)
        if standing.is_of_other and standing.municipality == self.session.reading().organisation_id:
            follow = partial(answer, self.session, self.window(), case.record.id)
        link = name_link(look, name, follow)
        told = self._towns.get(record.owner, "en annan kommun") if standing.is_of_other else ""
        texts = (field_text(_REGISTER, standing.read, field) for field in ("stance", "decide_by"))
        decided = (field_text(_REGISTER, standing.read, "decided_on"), paragraph_number(record.paragraph))
        return (link, *texts, ", ".join(filter(None, decided)), told)

    def _add(self, case: UUID, municipality: UUID | None) -> None:
        ask_stance(self.session, self.window(), case, municipality)


def summary(standings: Iterable[Standing], towns: Mapping[UUID, str]) -> str:
    """How many are with, and who is not: "3 av 5 är med, varav 1 med förbehåll. Mellerud avstår."."""
    found = list(standings)
    counts = Counter(standing.code for standing in found)
    joined = sum(counts[code] for code in IN)
    reserved = counts[WITH_RESERVATION]
    how = "" if not reserved else ", med förbehåll" if reserved == joined else f", varav {reserved} med förbehåll"
    sentences = [f"{joined} av {len(found)} är med{how}."]
    silent = [towns[standing.municipality] for standing in found if standing.code in UNDECIDED]
    if silent:
        sentences.append(f"{listed(silent)} har inte tagit ställning.")
    if counts[OUT]:
        sentences.append(f"{listed([towns[each.municipality] for each in found if each.code == OUT])} avstår.")
    return " ".join(sentences)
