"""A system as a lane of the roadmap: from when it came into use until it is to be retired, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.time_chart import Fill, Lane, Mark, Shape, Stretch
from itadmin.domain.calendar import Interval, approximate_span
from itadmin.services.timeline.gathering import System

_BEFORE_USE = frozenset({"behov", "planerad", "upphandling", "inforande"})


def system_lane(system: System) -> Lane:
    """The lane of a system; what is not known to the day has soft ends."""
    facts = system.facts
    return Lane(
        name=facts.name,
        sentence=_sentence(system),
        day=facts.planned_retirement,
        stretches=tuple(_life(system)),
        marks=tuple(_marks(system)),
        register="systems",
        record_id=system.record_id,
        cells=(
            facts.name,
            facts.in_operation_since,
            facts.planned_retirement,
            "",
            " · ".join(part for part in (system.lifecycle, *_told(system)) if part),
            system.responsible,
        ),
    )


def happens(system: System, within: Interval) -> bool:
    """Whether a system comes into use, loses its support or is retired within an interval, as far as is known."""
    facts = system.facts
    spans = map(_span, (facts.in_operation_since, facts.support_ends, facts.planned_retirement))
    return any(span is not None and span.overlaps(within) for span in spans)


def _life(system: System) -> Iterator[Stretch]:
    """The time in use: sure in the middle, vague where a day is not known. Nothing before it where no day is known."""
    facts = system.facts
    fill = Fill.CHOICE if facts.lifecycle in _BEFORE_USE else Fill.FIRM
    begin, end = _span(facts.in_operation_since), _span(facts.planned_retirement)
    if begin is None and fill is Fill.CHOICE:
        return
    sure_from, sure_to = None, None
    if begin is not None and begin.starts_on and begin.ends_on:
        sure_from = begin.starts_on if begin.starts_on == begin.ends_on else _shifted(begin.ends_on, 1)
        if sure_from > begin.starts_on:
            yield Stretch(Fill.VAGUE, begin.starts_on, begin.ends_on)
    if end is not None and end.starts_on and end.ends_on:
        sure_to = end.ends_on if end.starts_on == end.ends_on else _shifted(end.starts_on, -1)
        if sure_to < end.ends_on:
            yield Stretch(Fill.VAGUE, end.starts_on, end.ends_on)
    if sure_from is None or sure_to is None or sure_from <= sure_to:
        yield Stretch(fill, sure_from, sure_to)


def _marks(system: System) -> Iterator[Mark]:
    facts = system.facts
    support, retired = _span(facts.support_ends), _span(facts.planned_retirement)
    if support is not None:
        said = f"Leverantörens stöd för {facts.name} upphör {facts.support_ends}."
        yield Mark(Shape.SUPPORT, support, said)
    if retired is not None:
        yield Mark(Shape.END, retired, f"{facts.name} ska avvecklas {facts.planned_retirement}.")


def _sentence(system: System) -> str:
    facts = system.facts
    since = facts.in_operation_since
    state = system.lifecycle.lower()
    if facts.in_operation_since:
        state += f", planerad driftstart {since}" if facts.lifecycle in _BEFORE_USE else f" sedan {since}"
    retired = f"ska avvecklas {facts.planned_retirement}" if facts.planned_retirement else ""
    said = ", ".join(part for part in (state, retired, *_told(system)) if part)
    return f"{facts.name}: {said}."


def _told(system: System) -> Iterator[str]:
    facts = system.facts
    if facts.support_ends:
        yield f"stödet upphör {facts.support_ends}"
    if facts.successor:
        yield f"ersätts av {facts.successor}"


def _span(approximate: str) -> Interval | None:
    return Interval(*approximate_span(approximate)) if approximate else None


def _shifted(day: date, days: int) -> date:
    """A day so many days later, or the first or last day there is."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
