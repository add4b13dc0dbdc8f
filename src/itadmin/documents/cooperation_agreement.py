"""Samverkansavtal: what kommuner that cooperate about systems promise each other, with the cost as its appendix.

An agreement of the register, with the samverkansärende it comes of. A paper for signature waits for every kommun's
decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.case_facts import CaseFacts
from itadmin.documents.case_facts import gather as gather_case
from itadmin.documents.content import (
    Appendix,
    Block,
    BulletList,
    Clause,
    Column,
    Contents,
    Cover,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Row,
    Signatory,
    SignatureBlock,
    SignatureParty,
)
from itadmin.documents.cost_allocation_blocks import how, parts_table
from itadmin.documents.operations_agreement_front import missing_values as listed_gaps
from itadmin.documents.phrases import counted, day_in_words, frequency, lowered, number_word, paragraph_number
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.templates import Template, Words, shipped_template
from itadmin.domain.money import NBSP, format_kronor
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.text import file_name, listed, without_digit
from itadmin.services.cooperation_cases.making import case_of_agreement
from itadmin.services.cooperation_cases.standing import Standing
from itadmin.services.reading import Reading

TYPE, NAME = "cooperation_agreement", "Samverkansavtal"
KIND = "samverkansavtal"

_REGISTER, _CASES, _ALLOCATIONS, _STANCES = "agreements", "cooperation_cases", "allocations", "cooperation_stances"
_NUMBER, _FROM, _END, _NOTICE = "diarienummer", "första dag", "avtalstid", "uppsägningstid"
_PARTIES, _CASE, _PURPOSE, _SYSTEMS = "vilka kommuner som deltar", "samverkansärende", "syftet", "system"
_SPLIT, _HOST = "fastställd kostnadsfördelning", "värdkommun"
_DOERS = {"developed_by": "utveckling", "managed_by": "förvaltning", "operated_by": "drift"}
_SAMPLE = "Övningsdata"
_APPENDIX = "Bilaga 1"
_AUTHORITY = "Behörig företrädare för kommunen"
_LONGEST_NAME_PART = 60


@dataclass(frozen=True)
class _Facts:
    """The agreement with its case, and those who are parties in full name with organisation number."""

    agreement: Agreement
    case: CaseFacts | None
    parties: tuple[tuple[UUID, str, str], ...]
    systems: tuple[str, ...]
    is_sample: bool

    def standing(self, key: UUID) -> Standing | None:
        """How a party stands in the case."""
        return next((each for each in self.case.standings if each.municipality == key), None) if self.case else None


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one samverkansavtal. Raises KnownError when there is none."""
    facts = _gather(reading, record_id)
    paper = _paper(reading, facts, draft=draft)
    lacking = missing_values(paper, _targets(facts))
    if draft:
        gaps = listed_gaps([(value.where, value.label) for value in lacking])
        paper = replace(paper, front=(*gaps, *paper.front))
    name = f"{NAME}_{facts.agreement.title[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, lacking, file_name(name))


def _gather(reading: Reading, record_id: UUID | None) -> _Facts:
    if record_id is None:
        raise KnownError("Välj vilket samverkansavtal papperet ska göras av.")
    agreement = reading.one(_REGISTER, record_id).record
    if not isinstance(agreement, Agreement) or agreement.kind != KIND:
        raise KnownError("Avtalet är inget samverkansavtal. Välj ett avtal av det slaget.")
    case_id = case_of_agreement(reading, agreement.id)
    case = gather_case(reading, case_id) if case_id else None
    reads = reading.many("organisations", agreement.connected_municipalities)
    parties = tuple(
        (key, read.label, read.record.organisation_number if isinstance(read.record, Organisation) else "")
        for key, read in reads.items()
    )
    labels = reading.labels("systems", agreement.systems)
    systems = tuple(labels[key] for key in agreement.systems if labels.get(key))
    return _Facts(agreement, case, parties, systems, reading.is_sample)


def _targets(facts: _Facts) -> dict[str, Target]:
    own = {
        _NUMBER: "registry_number",
        _FROM: "starts_on",
        _END: "first_term_months",
        _NOTICE: "notice_months",
        _PARTIES: "connected_municipalities",
        _SYSTEMS: "systems",
    }
    found = {label: Target(_REGISTER, facts.agreement.id, field) for label, field in own.items()}
    case = facts.case.case.id if facts.case else None
    begun = (("agreement", str(facts.agreement.id)),)
    found[_CASE] = Target(_ALLOCATIONS, None, "case", begun)
    found[_PURPOSE], found[_HOST] = Target(_CASES, case, "purpose"), Target(_CASES, case, "host")
    shared = facts.case.shared if facts.case else None
    found[_SPLIT] = Target(_ALLOCATIONS, shared.allocation.id if shared else None, "status", () if shared else begun)
    for key, name, _number in facts.parties:
        standing = facts.standing(key)
        record = standing.record if standing else None
        asked = (("case", str(case)), ("municipality", str(key)), ("stance", "med"))
        target = Target(_STANCES, record.id, "decided_on") if record else Target(_STANCES, None, "decided_on", asked)
        found[_decision_mark(name).label] = target
    return found


def _paper(reading: Reading, facts: _Facts, *, draft: bool) -> Paper:
    agreement, template = facts.agreement, shipped_template(TYPE)
    about = listed(facts.systems) or agreement.title
    sample = (_SAMPLE,) if facts.is_sample else ()
    parts = (f"Avtal {agreement.number}".strip(), f"version {agreement.version}" if agreement.version else "")
    return Paper(
        title=NAME,
        subtitle=_subtitle(facts, about),
        subject=f"{NAME} om {about}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right=f"{NAME} {about}"[:90],
        footer_left=" · ".join(part for part in (*parts, reading.day.isoformat(), *sample) if part),
        marks=tuple(word.upper() for word in sample),
        draft=draft,
        cover=_cover(facts),
        front=(Contents(),),
        body=tuple(_body(facts, template)),
        appendices=tuple(_appendices(facts)),
    )


def _subtitle(facts: _Facts, about: str) -> str:
    """What it is about and who is party: "Lifecare i Bengtsfors och Mellerud"."""
    towns = [facts.case.town(key) if facts.case else name for key, name, _number in facts.parties]
    return f"{about} i {listed(towns)}" if towns else about


def _cover(facts: _Facts) -> Cover:
    agreement = facts.agreement
    return Cover(
        facts=(
            Field("Diarienummer", agreement.registry_number or (Missing(_NUMBER),)),
            Field("Version", agreement.version or "–"),
            Field("Gäller från", agreement.starts_on.isoformat() if agreement.starts_on else (Missing(_FROM),)),
        ),
        steps=True,
    )


def _body(facts: _Facts, template: Template) -> Iterator[Block]:
    words = _words(facts)

    def clauses(section: str, *passages: str) -> Iterator[Block]:
        yield Heading(template.heading(section))
        for passage in passages:
            key = f"{section}.{passage}"
            yield Clause(template.text(words, key), template.title(key))

    yield from clauses("parties", "who")
    yield BulletList(tuple(_party(name, number) for _key, name, number in facts.parties) or ((Missing(_PARTIES),),))
    yield from clauses("purpose", "why", "scope", "level")
    yield from clauses("organisation", "host", "group", "own", *(("doers",) if _doers(facts) else ()))
    yield from clauses("economy", "split", "internal", "change")
    yield from clauses("follow_up", "meetings", "deviations")
    yield from clauses("information", "privacy", "records")
    yield from clauses("joining", "joins", "leaves")
    yield from clauses("term", "period", "notice", "end")
    yield from clauses("disputes", "talks")
    yield from clauses("signatures", "decided", "signed")
    yield _decisions(facts)
    yield SignatureBlock(tuple(_signs(name, number) for _key, name, number in facts.parties))


def _words(facts: _Facts) -> Words:
    agreement, case = facts.agreement, facts.case
    return {
        "system": listed(facts.systems) if facts.systems else (Missing(_SYSTEMS),),
        "syfte": _purpose(case),
        "niva": _level(case),
        "vard": _host(case),
        "gorare": _doers(facts),
        "kostnad": format_kronor(agreement.annual_price, whole=True)
        if agreement.annual_price is not None
        else "kostnaden",
        "mote": frequency(agreement.meeting_interval) if agreement.meeting_interval else "en gång om året",
        "fran": day_in_words(agreement.starts_on) if agreement.starts_on else (Missing(_FROM),),
        "tid": _term(agreement),
        "uppsagning": _notice(agreement),
        "bilaga": _split_state(facts),
        "antal": number_word(len(facts.parties), neuter=True),
    }


def _purpose(case: CaseFacts | None) -> Inline:
    if case is None:
        return (Missing(_CASE),)
    text = " ".join(case.case.purpose.split())
    return f"{text.rstrip('.')}." if text else (Missing(_PURPOSE),)


def _level(case: CaseFacts | None) -> Inline:
    if case is None or not case.case.goal_level:
        return "den nivå som parterna kommer överens om"
    name = without_digit(case.words.label_of("samverkansniva", case.case.goal_level))
    reached = f" senast {case.case.goal_on}" if case.case.goal_on else ""
    return f"nivå{NBSP}{case.case.goal_level}, {lowered(name)},{reached}".rstrip(",")


def _host(case: CaseFacts | None) -> Inline:
    if case is None:
        return (Missing(_CASE),)
    return case.names.get(case.case.host, "") if case.case.host else (Missing(_HOST),)


def _doers(facts: _Facts) -> str:
    """Who does what, as a sentence goes on: "drift av Bengtsfors kommun"; "" when nobody has said."""
    doers = facts.case.doers if facts.case else {}
    return listed([f"{what} av {doers[key]}" for key, what in _DOERS.items() if doers.get(key)])


def _term(agreement: Agreement) -> Inline:
    if agreement.open_ended:
        return "tills vidare"
    if agreement.first_term_ends_on:
        return f"till och med {day_in_words(agreement.first_term_ends_on)}"
    if agreement.first_term_months:
        months = counted(agreement.first_term_months, "månad", "månader")
        return f"i {months}"
    return (Missing(_END),)


def _notice(agreement: Agreement) -> Inline:
    months = agreement.notice_months
    return counted(months, "månad", "månader") if months else (Missing(_NOTICE),)


def _split_state(facts: _Facts) -> Inline:
    """The appendix, when there is an adopted fördelning to put there."""
    shared = facts.case.shared if facts.case else None
    return "bilaga 1" if shared and shared.outcome.is_locked else (Missing(_SPLIT),)


def _party(name: str, number: str) -> str:
    return f"{name}, org.nr{NBSP}{number[:6]}-{number[6:]}" if number else name


def _decisions(facts: _Facts) -> DataTable:
    """By which decision each party has joined."""
    columns = (Column("Part", weight=50), Column("Beslutat av", weight=45), Column("Beslut", weight=50))
    rows: tuple[Row, ...] = tuple(_decided(facts, key, name) for key, name, _number in facts.parties)
    return DataTable(columns, rows or (("–", "", ""),), "Parternas beslut", row_heading="strong")


def _decided(facts: _Facts, key: UUID, name: str) -> Row:
    standing = facts.standing(key)
    record = standing.record if standing else None
    if record is None or standing is None or not standing.is_in or record.decided_on is None or facts.case is None:
        return (name, "", (_decision_mark(name),))
    body = facts.case.words.label_of("beslutsinstans", record.body) if record.body else ""
    paragraph = f", {paragraph_number(record.paragraph)}" if record.paragraph else ""
    return (name, body, f"{record.decided_on.isoformat()}{paragraph}")


def _decision_mark(name: str) -> Missing:
    return Missing(f"beslut om att delta, {name}")


def _signs(name: str, number: str) -> SignatureParty:
    shown = f"Org.nr{NBSP}{number[:6]}-{number[6:]}" if number else ""
    return SignatureParty(name, name, shown, (Signatory(_AUTHORITY),))


def _appendices(facts: _Facts) -> Iterator[Appendix]:
    shared = facts.case.shared if facts.case else None
    if shared is not None and shared.outcome.parts and facts.case is not None:
        allocation, words = shared.allocation, facts.case.words
        rows = [Field("Belopp utan moms", format_kronor(shared.outcome.amount, whole=True))]
        if allocation.period_starts and allocation.period_ends:
            days = f"{allocation.period_starts.isoformat()}{NBSP}– {allocation.period_ends.isoformat()}"
            rows.append(Field("Period", days))
        if allocation.locked_on:
            rows.append(Field("Fastställd", allocation.locked_on.isoformat()))
        blocks: tuple[Block, ...] = (
            FieldTable(tuple(rows)),
            parts_table(shared.outcome),
            how(allocation, shared.outcome, words),
        )
        yield Appendix(_APPENDIX, "Kostnadsfördelning", blocks)
