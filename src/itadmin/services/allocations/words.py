"""A kostnadsfördelning in words: how each part is reckoned, and what should be thought of before it is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.allocation import FIXED_PERCENT
from itadmin.domain.calculations.allocation_models import WEIGHTED
from itadmin.domain.calculations.allocation_time import BY_DAYS, BY_MONTHS
from itadmin.domain.calendar import months_from
from itadmin.domain.money import NBSP, format_kronor, format_percent, grouped
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.text import listed, small_initial
from itadmin.domain.words import Words
from itadmin.services.allocations.counting import reckoned_on
from itadmin.services.allocations.outcome import Outcome, Simulation, later_words
from itadmin.services.populations import ESTIMATED, OLDEST_MONTHS

_LIST = "fordelningsmodell"
_MOST_MONTHS = 1200
_ROUNDED = (
    "Beloppen avrundas nedåt till hela ören, och de ören som blir över läggs på kommunerna med störst rest, "
    "så att summan stämmer."
)
_TIMES = {
    BY_DAYS: "Den som deltar en del av perioden bär sin del av de dagarna.",
    BY_MONTHS: "Den som deltar en del av perioden bär sin del av de månaderna; en påbörjad månad räknas hel.",
}


def told(outcome: Outcome, allocation: Allocation, words: Words) -> str:
    """How the parts are reckoned, in some sentences."""
    sentences = [_how(outcome, allocation, words)]
    if any(row.starts_on or row.ends_on for row in allocation.participants) and allocation.prorated in _TIMES:
        sentences.append(_TIMES[allocation.prorated])
    return " ".join([*sentences, _ROUNDED])


def model_words(code: str, allocation: Allocation, words: Words) -> str:
    """A model with what it needs to be understood: "Fast del 20 % lika, resten efter befolkning"."""
    if code == "FAST_RORLIG":
        return f"{_fixed(allocation)}{NBSP}% lika, resten efter befolkning"
    if code == WEIGHTED:
        keys = [
            f"{small_initial(words.label_of(_LIST, row.key))} {format_percent(row.weight or 0)}"
            for row in allocation.keys
        ]
        return f"Viktade nycklar: {listed(keys)}" if keys else words.label_of(_LIST, code)
    if code == "FAST_BELOPP":
        rest = small_initial(words.label_of(_LIST, allocation.rest_model or "BEFOLKNING"))
        return f"Fasta belopp, resten efter {rest}"
    return words.label_of(_LIST, code)


def phased_words(outcome: Outcome, simulation: Simulation) -> str:
    """What the years of a phasing-in share, and what is not changed by them."""
    of_year = sum(simulation.before.values())
    lead = (
        ""
        if of_year == outcome.amount
        else f"Beloppet gäller hela perioden; infasningen räknar med {format_kronor(of_year, whole=True)} per år. "
    )
    return f"{lead}Infasningen är ett räkneexempel: det som fastställs är delarna av hela beloppet."


def facts_words(outcome: Outcome, allocation: Allocation, words: Words) -> list[str]:
    """What is shared, for when, by which model and figures, and what it is compared with: a line each."""
    starts, ends = allocation.period_starts, allocation.period_ends
    period = f" för perioden {starts.isoformat()}{NBSP}– {ends.isoformat()}" if starts and ends else ""
    figures = figures_words(outcome)
    compared = model_words(allocation.compared_model, allocation, words) if allocation.compared_model else ""
    return [
        f"{format_kronor(outcome.amount, whole=True)} utan moms{period}",
        f"Modell: {model_words(outcome.model.code, allocation, words)}",
        *([f"Folkmängd: {figures}"] if figures else []),
        *([f"Jämförs med: {compared}"] if compared else []),
    ]


def remarks(outcome: Outcome, allocation: Allocation, day: date) -> Iterator[str]:
    """What should be thought of before it is adopted, the most serious first; nothing of what is locked."""
    if outcome.is_locked:
        return
    if allocation.internal_costs:
        yield "Kostnader inom en kommun bär den själv. Räkna bort dem ur beloppet."
    yield from _of_figures(outcome, reckoned_on(allocation, day))
    if allocation.model not in ("", "BEFOLKNING") and not allocation.basis_reference:
        yield "Modellen är inte befolkning. Ange avtalet eller beslutet som den bygger på."


def old_when_adopted(outcome: Outcome, allocation: Allocation) -> str:
    """That the figures of what is adopted were old on that day; "" when they were not, and of a draft."""
    oldest = min((figure.day for figure in outcome.figures), default=None)
    if not outcome.is_locked or oldest is None or allocation.locked_on is None:
        return ""
    day = reckoned_on(allocation, allocation.locked_on)
    if months_from(oldest, OLDEST_MONTHS) >= day:
        return ""
    return f"Folkmängden var {_months(oldest, day)} månader gammal när fördelningen fastställdes"


def _of_figures(outcome: Outcome, day: date) -> Iterator[str]:
    oldest = min((figure.day for figure in outcome.figures), default=None)
    later = later_words(outcome.counting, {part.code: part.name for part in outcome.parts})
    newer = f"{later} Skriv in det under Befolkningstal." if later and outcome.figures else ""
    if oldest and months_from(oldest, OLDEST_MONTHS) < day:
        told = f"Folkmängden är {_months(oldest, day)} månader gammal, och gränsen är {OLDEST_MONTHS}."
        yield f"{told} {newer or 'Skriv in nyare tal under Befolkningstal, för samma dag för alla som deltar.'}"
    elif newer:
        yield newer
    if any(figure.is_preliminary for figure in outcome.figures):
        yield "Folkmängden är preliminär för någon kommun."
    if any(figure.certainty == ESTIMATED for figure in outcome.figures):
        yield "Folkmängden är uppskattad för någon kommun. Kontrollera den mot SCB."


def _months(first: date, last: date) -> int:
    """How many whole months there are between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - 1 if months_from(first, months) > last else min(months, _MOST_MONTHS)


def _how(outcome: Outcome, allocation: Allocation, words: Words) -> str:
    amount, number = format_kronor(outcome.amount, whole=True), len(outcome.parts)
    match outcome.model.code:
        case "BEFOLKNING":
            return f"Varje kommun bär {amount} × invånare ÷ {grouped(outcome.basis or 0)}."
        case "LIKA":
            return f"{amount} delas lika av {number} kommuner."
        case "FAST_RORLIG":
            share = f"{_fixed(allocation)}{NBSP}procent"
            return f"{share} av {amount} delas lika av {number} kommuner och resten efter invånare."
        case "ANVANDARE":
            return f"Varje kommun bär {amount} × användare ÷ {grouped(outcome.basis or 0)}."
        case "ENHETER":
            return f"Varje kommun bär {amount} × enheter ÷ {grouped(outcome.basis or 0)}."
        case "HISTORISK":
            before = format_kronor(outcome.basis or 0, whole=True)
            return f"{amount} delas som de tidigare delarna, tillsammans {before}."
        case "DIREKT":
            return "Varje kommun bär den kostnad den själv orsakar."
        case _:
            return f"{amount} fördelas så: {small_initial(model_words(outcome.model.code, allocation, words))}."


def _fixed(allocation: Allocation) -> int:
    return FIXED_PERCENT if allocation.fixed_percent is None else allocation.fixed_percent


def figures_words(outcome: Outcome) -> str:
    """The figures that it rests on, shortly: "41 016 invånare 2024-12-31, SCB"; "" for none."""
    if not outcome.figures or outcome.basis is None:
        return ""
    day = outcome.counted_on
    told_day = f" {day.isoformat()}" if day else ""
    return ", ".join(filter(None, (f"{grouped(outcome.basis)} invånare{told_day}", sources_words(outcome))))


def sources_words(outcome: Outcome) -> str:
    """Where the figures come from; of several whose each is of, rarest first: "Kommunen (Åmål); SCB (Dals-Ed)"."""
    named: dict[str, list[str]] = {}
    for part in outcome.parts:
        if outcome.rests_on_population and part.figure and part.figure.source:
            named.setdefault(part.figure.source, []).append(part.name)
    if len(named) == 1:
        return next(iter(named))
    rarest_first = sorted(named.items(), key=lambda each: len(each[1]))
    return "; ".join(f"{source} ({', '.join(names)})" for source, names in rarest_first)
