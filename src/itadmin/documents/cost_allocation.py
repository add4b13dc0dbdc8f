"""Kostnadsfördelning: what each kommun carries of a joint cost, how that is reckoned, and what another model changes.

An appendix of the agreement that it is for. The finished paper is of a fördelning that is adopted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from itadmin.documents.content import Block, Field, FieldTable, Heading, Inline, Missing, Paper, Paragraph, Strong
from itadmin.documents.cost_allocation_blocks import comparison, how, parts_chart, parts_table, phasing
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted, day_in_words
from itadmin.documents.prepared import MissingValue, Prepared, Target, missing_values
from itadmin.documents.templates import Words as Values
from itadmin.documents.templates import shipped_template
from itadmin.domain.money import NBSP, format_kronor
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.text import file_name
from itadmin.domain.words import Words
from itadmin.services.allocations import Outcome, Simulation, outcome_of, simulation_of
from itadmin.services.allocations.naming import without_name
from itadmin.services.allocations.states import allocation_of
from itadmin.services.allocations.words import model_words, old_when_adopted
from itadmin.services.reading import Reading

TYPE, NAME = "cost_allocation", "Kostnadsfördelning"

_ADOPTED, _WORKED_OUT, _AMOUNT = "att fördelningen är fastställd", "vad kommunerna bär", "beloppet"
_FOR, _BASIS = "avtal eller ärende", "grund för modellen"
_LABELS = 42
_LONGEST_NAME_PART = 70
_ALONE = "BEFOLKNING"


@dataclass(frozen=True)
class _Told:
    """A fördelning with what it comes to and what it is for: label, number and register."""

    allocation: Allocation
    title: str
    outcome: Outcome
    simulation: Simulation | None
    words: Words
    subject: tuple[str, str, str] | None


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one kostnadsfördelning. Raises KnownError when there is none."""
    if record_id is None:
        raise KnownError("Välj vilken kostnadsfördelning papperet ska göras av.")
    read = reading.one(REGISTER.name, record_id)
    allocation = allocation_of(read)
    outcome = outcome_of(reading, allocation)
    simulation = simulation_of(reading, allocation, outcome)
    told = _Told(allocation, read.label, outcome, simulation, reading.words, _subject(reading, allocation))
    number, about = told.subject[1] if told.subject else "", without_name(read.label)
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(told)), internal=False),
        subtitle=about,
        subject=f"{NAME}: {about}" if about != NAME else NAME,
        header_right=f"Dnr {number}" if number else NAME,
        draft=draft,
    )
    name = f"{NAME}_{about[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, _missing(paper, allocation), file_name(name))


def _missing(paper: Paper, allocation: Allocation) -> tuple[MissingValue, ...]:
    fields = {_ADOPTED: "status", _WORKED_OUT: "participants", _AMOUNT: "amount", _FOR: "agreement"}
    targets = {label: Target(REGISTER.name, allocation.id, field) for label, field in fields.items()}
    return missing_values(paper, {**targets, _BASIS: Target(REGISTER.name, allocation.id, "basis_reference")})


def _subject(reading: Reading, allocation: Allocation) -> tuple[str, str, str] | None:
    """What it is for: the agreement before the case."""
    for register, key in (("agreements", allocation.agreement), ("cooperation_cases", allocation.case)):
        read = reading.many(register, [key]).get(key) if key else None
        if read is not None:
            record = read.record
            number = record.registry_number if isinstance(record, (Agreement, CooperationCase)) else ""
            return read.label, number, register
    return None


def _body(told: _Told) -> Iterator[Block]:
    template, outcome, allocation = shipped_template(TYPE), told.outcome, told.allocation
    yield Paragraph(template.text(_values(told), "intro.appendix" if _is_appendix(told) else "intro.alone"), "lead")
    yield FieldTable(tuple(_facts(told)), label_width=_LABELS)
    yield Heading(template.heading("parts"), numbered=False)
    if not outcome.parts:
        yield Paragraph((Missing(_WORKED_OUT), f" {outcome.problem}"))
        return
    yield Paragraph(template.text(_values(told), "parts.told"))
    yield parts_table(outcome)
    yield Heading(template.heading("how"), numbered=False)
    yield how(allocation, outcome, told.words)
    if told.simulation is not None and told.simulation.changes:
        yield Heading(template.heading("comparison"), numbered=False)
        yield Paragraph(template.text(_values(told), "comparison.told"))
        yield parts_chart(allocation, outcome, told.simulation, told.words)
        yield comparison(outcome, told.simulation)
        if told.simulation.years:
            yield Paragraph(template.text(_values(told), "comparison.years"))
            yield from phasing(allocation, outcome, told.simulation)
    else:
        yield parts_chart(allocation, outcome, None, told.words)


def _is_appendix(told: _Told) -> bool:
    return told.subject is not None and told.subject[2] == "agreements"


def _values(told: _Told) -> Values:
    compared = model_words(told.allocation.compared_model, told.allocation, told.words)
    return {
        "avser": told.subject[0] if told.subject else told.title,
        "belopp": _amount(told),
        "antal": counted(len(told.outcome.parts), "kommun", "kommuner"),
        "jamforelse": compared[:1].lower() + compared[1:],
        "ar": str(len(told.simulation.years)) if told.simulation else "",
        "arskostnad": format_kronor(sum(told.simulation.before.values()), whole=True) if told.simulation else "",
    }


def _amount(told: _Told) -> Inline:
    amount = told.allocation.amount
    return (Missing(_AMOUNT),) if amount is None else format_kronor(amount, whole=True)


def _facts(told: _Told) -> Iterator[Field]:
    allocation, outcome = told.allocation, told.outcome
    if told.subject is None:
        yield Field("Avser", (Missing(_FOR),))
    else:
        label, number, register = told.subject
        yield Field("Avtal" if register == "agreements" else "Samverkansärende", label)
        if number:
            yield Field("Diarienummer", number)
    if allocation.period_starts and allocation.period_ends:
        period = f"{allocation.period_starts.isoformat()}{NBSP}– {allocation.period_ends.isoformat()}"
        yield Field("Period", period)
    yield Field("Belopp för hela perioden, utan moms", _amount(told))
    yield Field("Modell", model_words(allocation.model, allocation, told.words) or "–")
    if allocation.basis_reference or allocation.model not in ("", _ALONE):
        yield Field("Modellen grundas på", allocation.basis_reference or (Missing(_BASIS),))
    if outcome.figures and outcome.counted_on:
        then = old_when_adopted(outcome, allocation)
        yield Field("Folkmängd per", f"{outcome.counted_on.isoformat()}{f'. {then}.' if then else ''}")
    for row in allocation.participants:
        if row.starts_on or row.ends_on:
            yield Field(f"{_name(outcome, row.municipality)} deltar", _span(row.starts_on, row.ends_on))
    day = allocation.locked_on
    yield Field("Fastställd", (Strong(day_in_words(day)),) if day and outcome.is_locked else (Missing(_ADOPTED),))


def _name(outcome: Outcome, code: str) -> str:
    return next((part.name for part in outcome.parts if part.code == code), code)


def _span(first: object, last: object) -> str:
    return " ".join(
        part for part in (f"från och med {first}" if first else "", f"till och med {last}" if last else "") if part
    )
