"""Tjänsteskrivelse: the paper by which the file's own kommun decides to take part in a samverkansärende.

Proposes what to decide as att-satser and gives what is needed for it: background, reasons, cost, consequences, days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.case_facts import CaseFacts, gather
from itadmin.documents.case_stances import stance_blocks
from itadmin.documents.content import (
    Block,
    BulletList,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import lowered
from itadmin.documents.prepared import MissingValue, Prepared, Target, missing_values
from itadmin.documents.publicity import judged_told, protected_told
from itadmin.documents.shared_cost_blocks import shared_blocks
from itadmin.documents.templates import Template, joined, shipped_template
from itadmin.domain.money import NBSP, format_kronor
from itadmin.domain.states import SILENT
from itadmin.domain.text import file_name, listed, without_digit
from itadmin.services.cooperation_cases.agreement import AGREEMENTS, agreement_of
from itadmin.services.cooperation_cases.standing import (
    CASES,
    STANCES,
)
from itadmin.services.reading import Reading

TYPE, NAME = "decision_paper", "Tjänsteskrivelse"

_BODY, _NUMBER, _PROPOSALS = "vem som beslutar", "diarienummer", "förslag till beslut"
_PURPOSE, _BACKGROUND, _HOST = "syftet", "bakgrunden", "värdkommun"
_CONSEQUENCES, _PARTICIPANTS, _COST = "konsekvenserna", "vilka kommuner som deltar", "kostnaden"
_REGISTRY_NUMBER = "registry_number"
_OF_CASE = {
    _PROPOSALS: "proposals",
    _PURPOSE: "purpose",
    _BACKGROUND: "background",
    _HOST: "host",
    _CONSEQUENCES: "consequences",
    _PARTICIPANTS: "participants",
    _COST: "annual_cost",
}
CASE_FIELDS = (*_OF_CASE.values(), _REGISTRY_NUMBER)
"""The fields of the case that it is not complete without."""
_LABELS = 42
_LONGEST_NAME_PART = 70
_DOERS = {"developed_by": "Utvecklas av", "managed_by": "Förvaltas av", "operated_by": "Driftas av"}
_NO_TITLE = "Handläggare"
_UNNAMED = "Ingen samordnare i er kommun är angiven i ärendet: handläggarens namn skrivs för hand."
_UNDATED = "Tidplanen i ärendet har inga dagar och är inte med. Skriv när stegen är planerade, om den ska vara det."


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The tjänsteskrivelse of one case. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    number = _number(facts)
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(reading, facts)), internal=False),
        subtitle=facts.label,
        subject=f"{NAME}: {facts.label}",
        header_right=f"Dnr {number}" if number else NAME,
        draft=draft,
    )
    name = f"{NAME}_{facts.label[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, _missing(paper, facts), file_name(name), remarks=_remarks(reading, facts))


def lacking(reading: Reading, case_id: UUID) -> tuple[str, ...]:
    """What the tjänsteskrivelse of a case lacks, as it says so itself. Raises KnownError."""
    return tuple(value.label for value in prepare(reading, case_id, draft=True).missing)


def _remarks(reading: Reading, facts: CaseFacts) -> tuple[str, ...]:
    """What it tells though not everybody is to know it, that nobody is named as handläggare, and no day is planned."""
    reasons = {row.trigger for row in facts.case.reasons}
    unnamed = "" if facts.coordinator else _UNNAMED
    undated = _UNDATED if facts.case.timetable and not _has_days(facts) else ""
    said = (judged_told(facts.words, reasons), protected_told(reading, facts.case.systems), unnamed, undated)
    return tuple(filter(None, said))


def _missing(paper: Paper, facts: CaseFacts) -> tuple[MissingValue, ...]:
    targets = {label: Target(CASES, facts.case.id, field) for label, field in _OF_CASE.items()}
    number = Target(CASES, facts.case.id, _REGISTRY_NUMBER) if facts.is_own else _own_stance(facts, _REGISTRY_NUMBER)
    return missing_values(paper, {**targets, _NUMBER: number, _BODY: _own_stance(facts, "body")})


def _own_stance(facts: CaseFacts, field: str) -> Target:
    """Where the own kommun says something for itself: its stance, or a new one."""
    standing = facts.own_standing
    if standing and standing.record and not standing.is_of_other:
        return Target(STANCES, standing.record.id, field)
    begun = (("case", str(facts.case.id)), ("municipality", str(facts.own)), ("stance", SILENT))
    return Target(STANCES, None, field, begun)


def _number(facts: CaseFacts) -> str:
    """The own kommun's diarienummer: of its stance, or of the case where it is the host; never another kommun's."""
    standing = facts.own_standing
    own = standing.record.registry_number if standing and standing.record and not standing.is_of_other else ""
    return own or (facts.case.registry_number if facts.is_own else "")


def _deciding(facts: CaseFacts) -> str:
    """The instans that decides in the own kommun; "" when nobody has said."""
    standing = facts.own_standing
    code = standing.record.body if standing and standing.record else ""
    return facts.words.label_of("beslutsinstans", code) if code else ""


def _body(reading: Reading, facts: CaseFacts) -> Iterator[Block]:
    template = shipped_template(TYPE)
    yield FieldTable(tuple(_facts(reading, facts)), label_width=_LABELS)
    yield Heading(template.heading("proposal"), numbered=False)
    yield from _proposal(facts, template)
    yield Heading(template.heading("summary"), numbered=False)
    yield from _prose(facts.case.purpose, _PURPOSE)
    yield Heading(template.heading("background"), numbered=False)
    yield from _prose(facts.case.background, _BACKGROUND)
    yield from _reasons(facts, template)
    yield Heading(template.heading("cooperation"), numbered=False)
    yield from _cooperation(facts, template)
    yield Heading(template.heading("economy"), numbered=False)
    yield from _economy(facts, template)
    yield Heading(template.heading("consequences"), numbered=False)
    yield from _prose(facts.case.consequences, _CONSEQUENCES)
    yield from _timetable(facts, template)
    grounds = tuple(_grounds(reading, facts))
    if grounds:
        yield Heading(template.heading("grounds"), numbered=False)
        yield BulletList(grounds)
    yield Heading(template.heading("sent_to"), numbered=False)
    yield BulletList((*(facts.names.get(key, "") for key in facts.partners), template.text({}, "sent_to.group")))
    yield SignatureBlock((SignatureParty("förvaltningen", _own_name(reading), "", (Signatory(_title(facts)),)),))


def _facts(reading: Reading, facts: CaseFacts) -> Iterator[Field]:
    deciding = _deciding(facts)
    yield Field("Till", joined(_own_name(reading), f", {lowered(deciding)}") if deciding else (Missing(_BODY),))
    if facts.coordinator:
        yield Field("Handläggare", ", ".join(part for part in (facts.coordinator, facts.coordinator_title) if part))
    yield Field("Diarienummer", _number(facts) or (Missing(_NUMBER),))
    standing = facts.own_standing
    due = standing.record.decide_by if standing and standing.record else None
    if due:
        yield Field("Beslut behövs senast", due.isoformat())
    if facts.systems:
        yield Field("System", listed(facts.systems))


def _proposal(facts: CaseFacts, template: Template) -> Iterator[Block]:
    deciding = _deciding(facts)
    words = {"instans": deciding or (Missing(_BODY),)}
    yield Paragraph(template.text(words, "proposal.lead"))
    rows = [row.text.strip().removeprefix("att ").rstrip(".,") for row in facts.case.proposals if row.text.strip()]
    if not rows:
        yield Paragraph((Missing(_PROPOSALS),))
        return
    ends = [*("," for _row in rows[:-2]), *((" och",) if len(rows) > 1 else ()), "."]
    yield BulletList(tuple(joined(Strong("att"), f" {text}{end}") for text, end in zip(rows, ends, strict=True)))


def _prose(text: str, mark: str) -> Iterator[Block]:
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    if not parts:
        yield Paragraph((Missing(mark),))
    for part in parts:
        yield Paragraph(part)


def _reasons(facts: CaseFacts, template: Template) -> Iterator[Block]:
    rows = facts.case.reasons
    if rows:
        yield Heading(template.heading("reasons"), numbered=False)
        words = [(facts.words.label_of("samverkanstrigger", row.trigger), row.text) for row in rows]
        yield BulletList(tuple(joined(Strong(f"{label}."), f" {text}" if text else "") for label, text in words))


def _cooperation(facts: CaseFacts, template: Template) -> Iterator[Block]:
    case = facts.case
    towns = [facts.town(key) for key in case.participants]
    words = {
        "kommuner": listed(towns) if towns else (Missing(_PARTICIPANTS),),
        "vard": facts.town(case.host) or (Missing(_HOST),),
    }
    yield Paragraph(template.text(words, "cooperation.who"))
    rows = [Field(label, doer) for key, label in _DOERS.items() if (doer := facts.doers[key])]
    if case.goal_level:
        name = without_digit(facts.words.label_of("samverkansniva", case.goal_level))
        reached = f", {case.goal_on}" if case.goal_on else ""
        rows.insert(0, Field("Mål", f"Nivå{NBSP}{case.goal_level}, {lowered(name)}{reached}"))
    if case.legal_form:
        rows.append(Field("Rättslig form", facts.words.label_of("rattslig_form", case.legal_form)))
    if rows:
        yield FieldTable(tuple(rows), label_width=_LABELS)
    if facts.standings:
        yield Paragraph(template.text({}, "cooperation.stances"))
        yield from stance_blocks(facts)


def _economy(facts: CaseFacts, template: Template) -> Iterator[Block]:
    case, shared = facts.case, facts.shared
    cost: Inline = (Missing(_COST),) if case.annual_cost is None else format_kronor(case.annual_cost, whole=True)
    yield Paragraph(template.text({"kostnad": cost}, "economy.annual"))
    if case.one_time_cost:
        once = format_kronor(case.one_time_cost, whole=True)
        yield Paragraph(template.text({"kostnad": once}, "economy.once"))
    if shared is not None and shared.outcome.parts:
        yield from shared_blocks(shared, facts.town(facts.own), facts.words)
    if case.financing:
        yield from _prose(case.financing, "")


def _timetable(facts: CaseFacts, template: Template) -> Iterator[Block]:
    rows = facts.case.timetable
    if _has_days(facts):
        yield Heading(template.heading("timetable"), numbered=False)
        columns = (
            Column("Steg", weight=80),
            Column("Planerat", weight=24),
            Column("Klart", weight=24),
            Column("Ansvarig", weight=40),
        )
        told = tuple(
            (row.step, row.planned_on, row.done_on.isoformat() if row.done_on else "", row.responsible) for row in rows
        )
        yield DataTable(columns, told, "Tidplan")


def _has_days(facts: CaseFacts) -> bool:
    """Whether the timetable says when anything is done: without it is no more than a list of what is usual."""
    return any(row.planned_on or row.done_on for row in facts.case.timetable)


def _grounds(reading: Reading, facts: CaseFacts) -> Iterator[str]:
    if facts.shared is not None and facts.shared.outcome.parts:
        yield facts.shared.label
    agreement = agreement_of(reading, facts.case.id)
    if agreement is not None:
        yield f"Avtalsförslag: {reading.label(AGREEMENTS, agreement)}"
    yield from (row.title or row.file_name for row in facts.case.attachments)


def _own_name(reading: Reading) -> str:
    return reading.organisation().label


def _title(facts: CaseFacts) -> str:
    return facts.coordinator_title or _NO_TITLE
