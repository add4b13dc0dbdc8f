"""What a kostnadsfördelning comes to: each kommun's part in whole öre, what it rests on, and another model.

A draft is worked out from the figures of today; one that is adopted is told as it was locked. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from itadmin.domain.calculations.allocation import FIXED_PERCENT, percent_of
from itadmin.domain.calculations.allocation_comparison import Change, between, compared, phased_in
from itadmin.domain.calculations.allocation_models import ALIKE, BY_INHABITANTS, Grounds, Model, carried, unnumbered
from itadmin.domain.calculations.allocation_time import Span, stretches, yearly_costs
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.domain.text import listed
from itadmin.services.allocations.counting import Counting, Wanted, counting_of
from itadmin.services.allocations.naming import municipality_names
from itadmin.services.populations import Figure
from itadmin.services.reading import Reading

_POPULATION = "BEFOLKNING"
_PERCENT = 100
_NO_AMOUNT = "Ange beloppet som ska fördelas."
_NO_MODEL = "Välj efter vilken modell kostnaden ska fördelas."
_NOBODY = "Ange vilka kommuner som deltar."


@dataclass(frozen=True, slots=True)
class Part:
    """What a kommun carries in öre, and the number that decides it: inhabitants with their figure, users or öre.

    `percent` is its part of the whole in hundredths of a percent, to be shown only.
    """

    code: str
    name: str
    basis: int | None
    figure: Figure | None
    amount: int
    percent: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The parts of a cost in order of kommunkod; none, and a sentence in `problem`, when it cannot be shared.

    `asked` are the models whose numbers decide, several where keys are weighed. `counting` is the day whose inhabitants
    count for a draft, `wanted` the inhabitants that are lacking.
    """

    amount: int
    model: Model
    parts: tuple[Part, ...] = ()
    problem: str = ""
    is_locked: bool = False
    asked: tuple[str, ...] = ()
    counting: Counting = field(default_factory=Counting)
    wanted: Wanted | None = None

    @property
    def amounts(self) -> dict[str, int]:
        """What each carries, in öre by kommunkod."""
        return {part.code: part.amount for part in self.parts}

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The population figures that it rests on."""
        return tuple(part.figure for part in self.parts if part.figure) if self.rests_on_population else ()

    @property
    def rests_on_population(self) -> bool:
        """Whether inhabitants decide some of it."""
        return any(each in BY_INHABITANTS for each in self.asked)

    @property
    def told_by(self) -> str:
        """The model whose numbers are told beside the parts; "" for none."""
        return _told_by(self.asked)

    @property
    def counted_on(self) -> date | None:
        """The day of the inhabitants; None when none are told."""
        return next((part.figure.day for part in self.parts if part.figure), None)

    @property
    def basis(self) -> int | None:
        """What the numbers that decide it add up to; None when not all have one."""
        numbers = [part.basis for part in self.parts if part.basis is not None]
        return sum(numbers) if numbers and len(numbers) == len(self.parts) else None


@dataclass(frozen=True, slots=True)
class Simulation:
    """Two models beside each other: how it is shared by the one that is compared with, and what changes.

    `years` are the amounts of each year while it is phased in, the last of them the new way, and `before` those of a
    year as it is now; none when it is not.
    """

    now: Outcome
    changes: Mapping[str, Change]
    years: tuple[Mapping[str, int], ...] = ()
    before: Mapping[str, int] = field(default_factory=dict)


def outcome_of(reading: Reading, allocation: Allocation) -> Outcome:
    """What a kostnadsfördelning comes to."""
    model = model_of(allocation, allocation.model)
    if is_locked(allocation):
        return _as_locked(reading, allocation, model)
    return _worked_out(reading, allocation, model, counting_of(reading, allocation))


def simulation_of(reading: Reading, allocation: Allocation, then: Outcome) -> Simulation | None:
    """The model it is compared with beside its outcome; None when there is none, or one of them cannot be told."""
    if not allocation.compared_model or not then.parts:
        return None
    known = {part.code: part.figure for part in then.parts if part.figure}
    counting = Counting(then.counted_on, known) if then.is_locked and known else counting_of(reading, allocation)
    now = _worked_out(reading, allocation, model_of(allocation, allocation.compared_model), counting)
    if not now.parts:
        return Simulation(now, {})
    years = allocation.phase_in_years or 0
    changes = compared(now.amounts, then.amounts)
    if years <= 1:
        return Simulation(now, changes)
    costs = yearly_costs(then.amount, Span(allocation.period_starts, allocation.period_ends), years)
    before = between(now.amounts, then.amounts, costs[0], Fraction())
    return Simulation(now, changes, tuple(phased_in(now.amounts, then.amounts, costs)), before)


def is_locked(allocation: Allocation) -> bool:
    """Whether it is told as it was locked."""
    return bool(allocation.snapshot) and REGISTER.lock is not None and REGISTER.lock.holds(allocation)


def model_of(allocation: Allocation, code: str) -> Model:
    """One of its models, as the calculation wants it."""
    return Model(code, allocation.rest_model or _POPULATION)


def _worked_out(reading: Reading, allocation: Allocation, model: Model, counting: Counting) -> Outcome:
    figures = counting.figures
    amount, codes = allocation.amount or 0, [row.municipality for row in allocation.participants]
    grounds = grounds_of(allocation, figures)
    begun = Outcome(amount, model, asked=model.asked(grounds), counting=counting)
    sentence = _incomplete(allocation, model)
    if sentence:
        return replace(begun, problem=sentence)
    lacking = unnumbered(model, codes, grounds)
    if lacking:
        return _lacking(reading, begun, lacking, grounds)
    period = Span(allocation.period_starts, allocation.period_ends)
    taking_part = {row.municipality: Span(row.starts_on, row.ends_on) for row in allocation.participants}
    try:
        amounts = carried(amount, model, grounds, stretches(period, taking_part, allocation.prorated))
    except ValueError as error:
        return replace(begun, problem=str(error))
    names = municipality_names(reading, codes)
    basis = _basis(begun.told_by, grounds)
    parts = (
        Part(code, names[code], basis.get(code), figures.get(code), amounts[code], _percent(amounts[code], amount))
        for code in sorted(amounts)
    )
    return replace(begun, parts=tuple(parts))


def grounds_of(allocation: Allocation, figures: Mapping[str, Figure]) -> Grounds:
    """What its models go by."""
    rows = allocation.participants
    numbers = {
        "ANVANDARE": {row.municipality: row.users for row in rows if row.users is not None},
        "ENHETER": {row.municipality: row.units for row in rows if row.units is not None},
        "HISTORISK": {row.municipality: row.earlier for row in rows if row.earlier is not None},
    }
    return Grounds(
        {code: figure.number for code, figure in figures.items()},
        numbers,
        {row.municipality: row.fixed_amount for row in rows if row.fixed_amount is not None},
        {row.key: row.weight for row in allocation.keys if row.weight},
        (FIXED_PERCENT if allocation.fixed_percent is None else allocation.fixed_percent) * _PERCENT,
    )


def _incomplete(allocation: Allocation, model: Model) -> str:
    """What is to be chosen before anything can be worked out; "" for nothing."""
    if allocation.amount is None:
        return _NO_AMOUNT
    if not model.code:
        return _NO_MODEL
    return "" if allocation.participants else _NOBODY


def _lacking(reading: Reading, begun: Outcome, lacking: tuple[str, ...], grounds: Grounds) -> Outcome:
    """What is said when kommuner lack a number, and of inhabitants which are wanted."""
    names = municipality_names(reading, [*lacking, *(begun.counting.later.codes if begun.counting.later else ())])
    who = listed([names[code] for code in lacking])
    asked = _asked_of(begun.model, lacking, grounds)
    if asked != _POPULATION:
        return replace(begun, problem=_NUMBERS[asked].format(who))
    day = begun.counting.day
    if day is None:
        return replace(begun, problem=_NO_DAY.format(who))
    told = f"Folkmängd per {day.isoformat()} saknas för {who}. {_WRITE_IN}"
    wanted = tuple(code for code in lacking if code not in begun.counting.figures)
    return replace(begun, problem=f"{told} {later_words(begun.counting, names)}".strip(), wanted=Wanted(day, wanted))


def later_words(counting: Counting, names: Mapping[str, str]) -> str:
    """Why a later day that some have figures of does not count; "" for none."""
    later = counting.later
    if later is None or later.day is None:
        return ""
    who = listed([names.get(code, code) for code in later.codes])
    return f"Tal per {later.day.isoformat()} räknas först när alla som deltar har ett; det saknas för {who}."


_WRITE_IN = "Skriv in den under Befolkningstal, eller välj en annan dag."
_NO_DAY = "Ingen dag med folkmängd finns för {}. Välj en dag, eller skriv in tal under Befolkningstal."
_NUMBERS = {
    "ANVANDARE": "Ange antalet användare för {}.",
    "ENHETER": "Ange antalet enheter för {}.",
    "HISTORISK": "Ange den tidigare delen för {}.",
    "DIREKT": "Ange kostnaden som fast belopp för {}.",
}


def _asked_of(model: Model, lacking: tuple[str, ...], grounds: Grounds) -> str:
    """The model whose number somebody lacks."""
    for each in model.asked(grounds):
        known = grounds.of(each)
        if known is not None and any(code not in known for code in lacking):
            return _POPULATION if each in BY_INHABITANTS else each
    return _POPULATION


def _told_by(asked: Sequence[str]) -> str:
    """Of several keys the first is told, and only where it is inhabitants: the others are of another measure."""
    return asked[0] if len(asked) == 1 or (asked and asked[0] in BY_INHABITANTS) else ""


def _basis(told_by: str, grounds: Grounds) -> Mapping[str, int]:
    """The numbers that are told beside the parts; inhabitants for a model that asks for none."""
    known = grounds.of(told_by) if told_by else {}
    return grounds.inhabitants if known is None else known


def _as_locked(reading: Reading, allocation: Allocation, model: Model) -> Outcome:
    names = municipality_names(reading, [row.municipality for row in allocation.snapshot])
    whole = sum(row.amount or 0 for row in allocation.snapshot)
    asked = model.asked(grounds_of(allocation, {}))
    figures = _locked_figures(allocation, _told_by(asked)) or counting_of(reading, allocation).figures
    parts = tuple(
        Part(
            row.municipality,
            names[row.municipality],
            row.basis,
            figures.get(row.municipality),
            row.amount or 0,
            _percent(row.amount or 0, whole),
        )
        for row in sorted(allocation.snapshot, key=lambda row: row.municipality)
    )
    return Outcome(whole, model, parts, is_locked=True, asked=asked)


def _locked_figures(allocation: Allocation, told_by: str) -> Mapping[str, Figure]:
    """The inhabitants that were written down; none where the numbers are of something else."""
    if told_by not in (*BY_INHABITANTS, ALIKE):
        return {}
    return {
        row.municipality: Figure(row.municipality, row.counted_on, row.basis, row.source)
        for row in allocation.snapshot
        if row.counted_on and row.basis is not None
    }


def _percent(amount: int, whole: int) -> int:
    return percent_of(amount, whole) if whole else 0
