"""An agreement as a lane of a picture of time: its terms, the days that decide, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from itadmin.domain.calculations.notice import Block, TermState, timeline
from itadmin.domain.calculations.notice_lines import About, line
from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.notice_turns import Situation, turn_of
from itadmin.domain.calculations.time_chart import Fill, Lane, Mark, Shape, Stretch
from itadmin.domain.calendar import Interval, spoken_day
from itadmin.services.timeline.gathering import Agreement
from itadmin.services.timeline.shown import Counted

_SITUATIONS = {
    Situation.GOES_ON: "blir tills vidare",
    Situation.ENDS: "löper ut",
    Situation.NOTICED: "uppsagt",
    Situation.ENDED: "har löpt ut",
    Situation.NO_NOTICE_TIME: "fortsätter, uppsägningstid saknas",
    Situation.UNKNOWN: "kan inte räknas fram",
}
_NO_LINE = "gäller tills vidare"


def day_of(standing: TermState, counted: Counted) -> date | None:
    """The day of an agreement that a calendar is about; None when there is none.

    The last day to act is that for notice, or for deciding on an option. The last valid day may be past.
    """
    if counted is Counted.END:
        return standing.ends_on or standing.noticed_end or standing.term_ends_on
    if standing.noticed_end is not None:
        return None
    decided_by = _decided_by(standing)
    if standing.ends_on is not None:
        return decided_by if decided_by is not None and decided_by >= standing.day else None
    return standing.next_notice_day


def is_dated(agreement: Agreement, until: date) -> bool:
    """Whether an agreement has any day to tell of until a day, also one that is past."""
    days = [day_of(agreement.standing, counted) for counted in Counted]
    return any(day is not None and day <= until for day in days)


def agreement_lane(agreement: Agreement, until: date, counted: Counted, level: int = 0) -> Lane:
    """The lane of an agreement; it is about the day that is `counted`."""
    standing = agreement.standing
    counted_day = day_of(standing, counted)
    said = line(standing, _about(agreement))
    blocks = tuple(_blocks(standing, until))
    return Lane(
        name=agreement.facts.name,
        sentence=f"{said.sentence}." if said else f"{agreement.facts.name}. {standing.explanation}",
        day="" if counted_day is None else counted_day.isoformat(),
        level=level,
        stretches=(*map(_stretch, blocks), *_window(standing)),
        marks=tuple(_marks(agreement, blocks, counted)),
        register="agreements",
        record_id=agreement.record_id,
    )


def what_then(agreement: Agreement) -> str:
    """What happens with an agreement after its term, in a few words."""
    standing = agreement.standing
    turn = turn_of(standing)
    if turn is None:
        return _NO_LINE
    if turn.situation in (Situation.RENEWS, Situation.RENEWED):
        return f"förlängs {months_in_words(standing.terms.renewal_months or 0)}"
    if turn.situation is Situation.OPTION and (place := standing.option_to_decide) is not None:
        return f"option på {months_in_words(standing.terms.options[place].months)}"
    return _SITUATIONS[turn.situation]


def _about(agreement: Agreement) -> About:
    names = tuple(name for _system, name in agreement.time.systems)
    return About(agreement.kind, names, agreement.facts.name, agreement.time.annual_price)


def _blocks(standing: TermState, until: date) -> Iterator[Block]:
    """The terms until a day; none that a notice keeps from coming, also one that is dated ahead."""
    for block in timeline(standing.terms, standing.day, until):
        final = standing.noticed_end
        if final is None or block.starts_on is None or block.starts_on <= final:
            yield block


def _stretch(block: Block) -> Stretch:
    fill = Fill.FIRM
    if not block.is_certain:
        fill = Fill.CHOICE if block.kind == "option" else Fill.LIKELY
    return Stretch(fill, block.starts_on, block.ends_on)


def _window(standing: TermState) -> Iterator[Stretch]:
    """The days on which it is too late to end the term that one can still say no to."""
    day, end = day_of(standing, Counted.NOTICE), standing.earliest_end
    if standing.ends_on is None and day is not None and end is not None and day < end:
        yield Stretch(Fill.WINDOW, day + timedelta(days=1), end)


def _marks(agreement: Agreement, blocks: tuple[Block, ...], counted: Counted) -> Iterator[Mark]:
    standing, name = agreement.standing, agreement.facts.name
    final = standing.ends_on or standing.noticed_end
    main = day_of(standing, counted)

    def mark(shape: Shape, day: date, said: str) -> Mark:
        of_its_kind = (shape in (Shape.NOTICE, Shape.CHOICE)) == (counted is Counted.NOTICE)
        words = f"{name} {said} {spoken_day(day, standing.day)}."
        return Mark(shape, Interval(day, day), words, day == main and of_its_kind)

    decided_by = _decided_by(standing)
    if decided_by is not None:
        yield mark(Shape.CHOICE, decided_by, "har en option som ska vara beslutad senast")
    for block in blocks:
        notice = block.last_notice_day
        if final is None and notice is not None and notice >= standing.day:
            yield mark(Shape.NOTICE, notice, "måste sägas upp senast")
        if block.ends_on is not None and block.ends_on >= standing.day and (final is None or block.ends_on < final):
            yield mark(Shape.RENEWAL, block.ends_on, "fortsätter med en ny period, om det inte sägs upp i tid, efter")
    if final is not None:
        yield mark(Shape.END, final, "löper ut" if final >= standing.day else "löpte ut")


def _decided_by(standing: TermState) -> date | None:
    """The day by which the option whose turn it is must be decided."""
    place = standing.option_to_decide
    return None if place is None else standing.terms.options[place].decision_day
