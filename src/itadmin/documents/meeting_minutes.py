"""Mötesprotokoll: what a body decided on a day, paragraph by paragraph, and who does what by when.

Made of any of the decisions. Who was there is not in the register: it is written by hand, as are the names. Whoever
makes it is told so, and which decisions nobody will be reminded of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Missing,
    Paragraph,
    Row,
    Signatory,
    SignatureBlock,
    SignatureParty,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted, day_in_words, paragraph_number
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.publicity import protected_told
from itadmin.documents.templates import joined
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.decisions import Decision, is_carried_out
from itadmin.domain.states import DECISION_OVER
from itadmin.domain.text import file_name, listed
from itadmin.services.meetings.decided import REGISTER, decisions_of, people_of, responsible_of, taken_on
from itadmin.services.reading import Reading
from itadmin.services.samverkan.region import members_of

TYPE, NAME = "meeting_minutes", "Mötesprotokoll"

_LABELS = 34
_ROW_HEIGHT = 9
_LONGEST_NAME_PART = 60
_CONCERNS = {"systems": "System", "cases": "Ärenden", "agreements": "Avtal"}
_REGISTERS = {"systems": "systems", "cases": "cooperation_cases", "agreements": "agreements"}
_PRESENT = (Column("Kommun", weight=60), Column("Närvarande", weight=110, to_write=True))
_TO_DO = (
    Column("§", weight=14),
    Column("Att göra", weight=78),
    Column("Ansvarig", weight=46),
    Column("Senast", weight=24),
)
_DAY = "dag för mötet"
_PRESENT_LACK = "Vilka som var närvarande står inte i registret. Skriv dem på papperet innan det justeras."


@dataclass(frozen=True, slots=True)
class _Meeting:
    reading: Reading
    decisions: tuple[Decision, ...]
    names: Mapping[UUID, str]

    def named(self, keys: Sequence[UUID]) -> str:
        return listed([self.names[key] for key in keys if key in self.names])


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The minutes of the meeting at which a decision was taken. Raises KnownError when there is no such decision."""
    one = reading.one(REGISTER, record_id).record if record_id else None
    if not isinstance(one, Decision):
        raise KnownError("Välj ett beslut, så görs protokollet från mötet där det togs.")
    day, forum = one.decided_on, one.forum or "Möte"
    meeting = _meeting(reading, taken_on(decisions_of(reading), one.forum, day) if day else (one,))
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(meeting, day))),
        subtitle=f"{forum}, {day_in_words(day)}" if day else forum,
        subject=f"{NAME}: {forum}",
        header_right=f"{forum} {day}" if day else forum,
        draft=draft,
    )
    missing = missing_values(paper, {_DAY: Target(REGISTER, one.id, "decided_on")})
    name = file_name(f"{NAME}_{forum[:_LONGEST_NAME_PART]}_{day or reading.day}.pdf")
    return Prepared(paper, missing, name, remarks=tuple(_remarks(meeting)))


def _remarks(meeting: _Meeting) -> Iterator[str]:
    """What is written by hand, what nobody follows up, and what not everybody is to know."""
    yield _PRESENT_LACK
    left = [each for each in meeting.decisions if is_carried_out(each.kind) and each.status not in DECISION_OVER]
    undated = [_named(each) for each in left if not each.due]
    if undated:
        yield f"Utan sista dag, och därför varken i Att göra eller i Kräver åtgärd: {listed(undated)}."
    unmanned = [_named(each) for each in left if each.due and not responsible_of(each, meeting.names)]
    if unmanned:
        yield f"Utan ansvarig: {listed(unmanned)}."
    protected = protected_told(meeting.reading, [key for each in meeting.decisions for key in each.systems])
    if protected:
        yield protected


def _named(decision: Decision) -> str:
    number = paragraph_number(decision.paragraph) if decision.paragraph else ""
    return " ".join(filter(None, (number, decision.title)))


def _meeting(reading: Reading, decisions: tuple[Decision, ...]) -> _Meeting:
    names: dict[UUID, str] = {}
    for field, register in _REGISTERS.items():
        names |= reading.labels(register, {key for each in decisions for key in getattr(each, field)})
    names |= people_of(reading, decisions)
    names |= reading.labels("organisations", {each.municipality for each in decisions if each.municipality})
    return _Meeting(reading, decisions, names)


def _body(meeting: _Meeting, day: date | None) -> Iterator[Block]:
    when = (day_in_words(day),) if day else (Missing(_DAY),)
    yield Paragraph(joined(f"{counted(len(meeting.decisions), 'beslut', 'beslut')} ", *when, "."), "lead")
    yield from _present(meeting)
    for decision in meeting.decisions:
        yield Heading(_named(decision), 2, numbered=False)
        for part in decision.text.split("\n\n"):
            if part.strip():
                yield Paragraph(part.strip())
        facts = tuple(Field(label, value) for label, value in _facts(meeting, decision) if value)
        if facts:
            yield FieldTable(facts, label_width=_LABELS)
    to_do = tuple(_to_do(meeting))
    if to_do:
        yield Heading("Att göra", 2, numbered=False)
        yield DataTable(_TO_DO, to_do, row_heading="label", wide=True)
    parties = (
        SignatureParty("protokollet", "", "", (Signatory("Sekreterare"),)),
        SignatureParty("justeringen", "", "", (Signatory("Ordförande"),)),
    )
    yield Heading("Underskrifter", 2, numbered=False)  # what is signed is not bound to the last decision
    yield SignatureBlock(parties)


def _present(meeting: _Meeting) -> Iterator[Block]:
    """Room to write who was there, for each kommun of the region, and for the others that a decision is about."""
    members = {UUID(bytes=key) for key in members_of(meeting.reading).kommuner}
    names = meeting.reading.labels("organisations", {*members, *_parties(meeting)})
    told = sorted((key not in members, name) for key, name in names.items() if name)
    rows: tuple[Row, ...] = tuple((f"{name}, gäst" if is_guest else name, "") for is_guest, name in told)
    if rows:
        yield Heading("Närvarande", 2, numbered=False)
        yield DataTable(_PRESENT, rows, row_heading="label", row_height=_ROW_HEIGHT)


def _parties(meeting: _Meeting) -> Iterator[UUID]:
    """Those that take part in the cases and are parties of the agreements that are decided of, and are named alone."""
    for decision in meeting.decisions:
        if decision.municipality:
            yield decision.municipality
        for field, name in (("cases", "participants"), ("agreements", "connected_municipalities")):
            for read in meeting.reading.many(_REGISTERS[field], getattr(decision, field)).values():
                yield from getattr(read.record, name, ())


def _facts(meeting: _Meeting, decision: Decision) -> Iterator[tuple[str, str]]:
    kind = decision.kind
    yield "Slag", meeting.reading.words.label_of("beslutstyp", kind) if kind and kind != "beslut" else ""
    yield "Gäller kommun", meeting.named([decision.municipality] if decision.municipality else [])
    for field, label in _CONCERNS.items():
        yield label, meeting.named(getattr(decision, field))
    yield "Diarienummer", decision.registry_number
    yield "Ansvarig", responsible_of(decision, meeting.names)
    yield "Klart senast", decision.due.isoformat() if decision.due else ""


def _to_do(meeting: _Meeting) -> Iterator[Row]:
    """What somebody has to do, by its last day."""
    for each in sorted((each for each in meeting.decisions if each.due), key=lambda each: str(each.due)):
        yield (each.paragraph.removeprefix("§").strip(), each.title, responsible_of(each, meeting.names), str(each.due))
