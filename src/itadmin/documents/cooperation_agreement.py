"""Samverkansavtal: what kommuner that cooperate about systems promise each other, with the cost as its appendix.

An agreement of the register, with the samverkansärende it comes of. A paper for signature waits for every kommun's
decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.case_facts import CaseFacts
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
    Link,
    Missing,
    Paper,
    Row,
    Signatory,
    SignatureBlock,
    SignatureParty,
)
from itadmin.documents.cooperation_agreement_facts import (
    CASE,
    COST,
    FIRST_DAY,
    HOST,
    KIND,
    NOTICE,
    NUMBER,
    PARTIES,
    PURPOSE,
    SPLIT,
    SYSTEMS,
    TERM,
    Facts,
    decision_mark,
    gather,
    targets,
)
from itadmin.documents.cost_allocation_blocks import how, parts_table
from itadmin.documents.operations_agreement_front import missing_values as listed_gaps
from itadmin.documents.phrases import counted, day_in_words, frequency, lowered, number_word, paragraph_number
from itadmin.documents.prepared import Prepared, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.templates import Template, Words, shipped_template
from itadmin.domain.money import NBSP, format_kronor
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.text import file_name, listed, without_digit
from itadmin.services.allocations.naming import without_name
from itadmin.services.allocations.standing import cost_of_year
from itadmin.services.reading import Reading

__all__ = ["KIND", "NAME", "TYPE", "prepare"]

TYPE, NAME = "cooperation_agreement", "Samverkansavtal"
_DOERS = {"developed_by": "utveckling", "managed_by": "förvaltning", "operated_by": "drift"}
_SAMPLE = "Övningsdata"
_APPENDIX, _SPLIT, _DECIDED = "Bilaga 1", "split", "decided"
"""The appendix, and the keys of what the text refers to."""
_AUTHORITY = "Behörig företrädare för kommunen"
_LONGEST_NAME_PART = 60


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one samverkansavtal. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    paper = _paper(reading, facts, draft=draft)
    lacking = missing_values(paper, targets(facts))
    if draft:
        gaps = listed_gaps([(value.where, value.label) for value in lacking])
        paper = replace(paper, front=(*gaps, *paper.front))
    name = f"{NAME}_{facts.agreement.title[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, lacking, file_name(name))


def _paper(reading: Reading, facts: Facts, *, draft: bool) -> Paper:
    agreement, template = facts.agreement, shipped_template(TYPE)
    about = listed(facts.systems) or agreement.title.removeprefix(NAME).strip() or agreement.title
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


def _subtitle(facts: Facts, about: str) -> str:
    """What it is about and who is party: "Lifecare i Bengtsfors och Mellerud"."""
    return f"{about} i {listed(facts.towns)}" if facts.towns else about


def _cover(facts: Facts) -> Cover:
    agreement = facts.agreement
    return Cover(
        facts=(
            Field("Diarienummer", agreement.registry_number or (Missing(NUMBER),)),
            Field("Version", agreement.version or "–"),
            Field("Gäller från", agreement.starts_on.isoformat() if agreement.starts_on else (Missing(FIRST_DAY),)),
        ),
        steps=True,
    )


def _body(facts: Facts, template: Template) -> Iterator[Block]:
    words = _words(facts)

    def clauses(section: str, *passages: str) -> Iterator[Block]:
        yield Heading(template.heading(section))
        for passage in passages:
            key = f"{section}.{passage}"
            yield Clause(template.text(words, key), template.title(key))

    yield from clauses("parties", "who")
    yield BulletList(tuple(_party(name, number) for _key, name, number in facts.parties) or ((Missing(PARTIES),),))
    yield from clauses("purpose", "why", "scope", "level")
    yield from clauses("organisation", "host", "group", "own", *(("doers",) if _doers(facts) else ()))
    yield from clauses("economy", "split", "internal", "change")
    yield from clauses("follow_up", "meetings", "deviations")
    yield from clauses("information", "privacy", "records")
    yield from clauses("joining", "joins", "leaves", "host_leaves")
    yield from clauses("term", "period", "notice", "end")
    yield from clauses("disputes", "talks")
    yield from clauses("signatures", "decided")
    yield _decisions(facts)
    yield Clause(template.text(words, "signatures.signed"), template.title("signatures.signed"))
    yield SignatureBlock(tuple(_signs(name, number) for _key, name, number in facts.parties))


def _words(facts: Facts) -> Words:
    agreement, case = facts.agreement, facts.case
    return {
        "system": listed(facts.systems) if facts.systems else (Missing(SYSTEMS),),
        "syfte": _purpose(case),
        "niva": _level(case),
        "vard": _host(case),
        "gorare": _doers(facts),
        "kostnad": _cost(facts),
        "mote": frequency(agreement.meeting_interval) if agreement.meeting_interval else "en gång om året",
        "fran": day_in_words(agreement.starts_on) if agreement.starts_on else (Missing(FIRST_DAY),),
        "tid": _term(agreement),
        "uppsagning": _notice(agreement),
        "bilaga": (Link(_SPLIT),),
        "tabell": (Link(_DECIDED),),
        "antal": number_word(len(facts.parties), neuter=True),
    }


def _cost(facts: Facts) -> Inline:
    """What is shared in a year: the agreement's price, or else what a year of the fördelning costs."""
    amount = facts.agreement.annual_price
    if amount is None and facts.shared is not None:
        amount = cost_of_year(facts.shared.allocation)
    return (Missing(COST),) if amount is None else format_kronor(amount, whole=True)


def _purpose(case: CaseFacts | None) -> Inline:
    if case is None:
        return (Missing(CASE),)
    text = " ".join(case.case.purpose.split())
    return f"{text.rstrip('.')}." if text else (Missing(PURPOSE),)


def _level(case: CaseFacts | None) -> Inline:
    if case is None or not case.case.goal_level:
        return "den nivå som parterna kommer överens om"
    name = without_digit(case.words.label_of("samverkansniva", case.case.goal_level))
    reached = f" senast {case.case.goal_on}" if case.case.goal_on else ""
    return f"nivå{NBSP}{case.case.goal_level}, {lowered(name)},{reached}".rstrip(",")


def _host(case: CaseFacts | None) -> Inline:
    if case is None:
        return (Missing(CASE),)
    return case.names.get(case.case.host, "") if case.case.host else (Missing(HOST),)


def _doers(facts: Facts) -> str:
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
    return (Missing(TERM),)


def _notice(agreement: Agreement) -> Inline:
    months = agreement.notice_months
    return counted(months, "månad", "månader") if months else (Missing(NOTICE),)


def _party(name: str, number: str) -> str:
    return f"{name}, org.nr{NBSP}{number[:6]}-{number[6:]}" if number else name


def _decisions(facts: Facts) -> DataTable:
    """By which decision each party has joined."""
    columns = (Column("Part", weight=50), Column("Beslutat av", weight=45), Column("Beslut", weight=50))
    rows: tuple[Row, ...] = tuple(_decided(facts, key, name) for key, name, _number in facts.parties)
    return DataTable(columns, rows or (("–", "", ""),), "Parternas beslut", row_heading="strong", key=_DECIDED)


def _decided(facts: Facts, key: UUID, name: str) -> Row:
    standing = facts.standing(key)
    record = standing.record if standing else None
    if record is None or standing is None or not standing.is_in or record.decided_on is None or facts.case is None:
        return (name, "", (decision_mark(name),))
    body = facts.case.words.label_of("beslutsinstans", record.body) if record.body else ""
    paragraph = f", {paragraph_number(record.paragraph)}" if record.paragraph else ""
    return (name, body, f"{record.decided_on.isoformat()}{paragraph}")


def _signs(name: str, number: str) -> SignatureParty:
    shown = f"Org.nr{NBSP}{number[:6]}-{number[6:]}" if number else ""
    return SignatureParty(name, name, shown, (Signatory(_AUTHORITY),))


def _appendices(facts: Facts) -> Iterator[Appendix]:
    """How the cost is shared, also while that is not known, so that the text refers to what is there."""
    yield Appendix(_APPENDIX, "Kostnadsfördelning", tuple(_split(facts)), key=_SPLIT)


def _split(facts: Facts) -> Iterator[Block]:
    shared = facts.shared
    if shared is None:
        yield FieldTable((Field("Fastställd", (Missing(SPLIT),)),))
        return
    allocation, outcome = shared.allocation, shared.outcome
    rows = [Field("Avser", without_name(shared.label))]
    if allocation.amount is not None:
        rows.append(Field("Belopp för hela perioden, utan moms", format_kronor(allocation.amount, whole=True)))
    if allocation.period_starts and allocation.period_ends:
        days = f"{allocation.period_starts.isoformat()}{NBSP}– {allocation.period_ends.isoformat()}"
        rows.append(Field("Period", days))
    is_adopted = shared.is_adopted and allocation.locked_on is not None
    rows.append(Field("Fastställd", str(allocation.locked_on) if is_adopted else (Missing(SPLIT),)))
    yield FieldTable(tuple(rows))
    if outcome.parts:
        yield parts_table(outcome)
        yield how(allocation, outcome, facts.words)
