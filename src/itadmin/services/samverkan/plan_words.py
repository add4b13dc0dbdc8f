"""What is said in Swedish of when kommuner can begin together: the common day, and what each does until it."""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.alignment import Bridge, Exit, Part, Way, exits_of
from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calendar import days_from
from itadmin.domain.keys import Key
from itadmin.domain.money import NBSP
from itadmin.domain.text import listed
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.planner import Lane, Plan
from itadmin.services.samverkan.words import names_in

_MONTHS_OF_YEAR = 12
_BRIDGES = {
    Bridge.FREE: "Inget avtal som binder finns i registret.",
    Bridge.UNKNOWN: "Avtalets tid går inte att räkna ut. Fyll i den först.",
}


def told_plan(matrix: Matrix, plan: Plan) -> str:
    """When all can begin together, and the first day on which somebody has something to say, with who and what."""
    found = plan.alignment
    if found.last_day is None:
        return "Inget avtal i registret avgör när kommunerna kan börja tillsammans."
    start = days_from(found.last_day, 1)
    said = [f"Alla kan lämna sina avtal till {found.last_day} och börja tillsammans {start}."]
    if found.without_bridges not in (None, found.last_day):
        said.append(f"Utan något att överbrygga går det till {found.without_bridges}.")
    unknown = [part.who for part in found.parts if part.bridge is Bridge.UNKNOWN]
    if unknown:
        said.append(f"Avtalstiden är okänd för {names_in(matrix, unknown)} och räknas inte med.")
    if found.say_by is not None:
        deeds = [_deed(matrix, plan, part) for part in found.parts if part.say_by == found.say_by]
        said.append(f"Första dag att passa är {found.say_by}, sista dagen {listed(deeds)}.")
    return " ".join(said)


def told_part(plan: Plan, part: Part[Key]) -> str:
    """What one kommun does until the common day, in one or two sentences."""
    if part.leaving is None or plan.alignment.last_day is None:
        return _BRIDGES[part.bridge]
    common, leaving = plan.alignment.last_day, part.leaving
    if part.bridge is Bridge.NONE:
        return f"{_way(leaving)}."
    if part.bridge is Bridge.LATER_NOTICE:
        by = f" senast {part.say_by}" if part.say_by else ""
        return f"Avtalet gäller tills vidare. Säg upp{by} till {common}."
    too_soon = f"{_way(leaving)}, {_long(leaving.last_day, common)} före den gemensamma dagen."
    if part.longer is None:
        return f"{too_soon} Avtala om tiden däremellan."
    past = f"{_choice(part.longer)}, {_long(common, part.longer.last_day)} efter den"
    return f"{too_soon} Avtala om tiden däremellan, eller {past}."


def _deed(matrix: Matrix, plan: Plan, part: Part[Key]) -> str:
    """What somebody has to say of its agreement in time: "för Dals-Ed att säga upp Driftavtal till 2027-12-31"."""
    who = "er" if part.who == matrix.own else matrix.by_key[part.who].name
    agreement = _binding_title(plan.by_kommun[part.who])
    if part.leaving is None:
        return f"för {who}"
    if part.leaving.way is Way.OPTION:
        return f"för {who} att ta {_options(part.leaving)} i {agreement} till {part.leaving.last_day}"
    day = plan.alignment.last_day if part.bridge is Bridge.LATER_NOTICE else part.leaving.last_day
    return f"för {who} att säga upp {agreement} till {day}"


def _binding_title(lane: Lane) -> str:
    """What the agreement is called that a kommun can leave last."""
    titles = (term.title for term in lane.terms if exits_of(term.standing) == lane.bound.exits)
    return next(filter(None, titles), "avtalet")


def _way(found: Exit) -> str:
    """How an agreement ends, as a sentence without its full stop."""
    day = found.last_day
    match found.way:
        case Way.ENDS:
            return f"Avtalet löper ut {day}"
        case Way.NOTICED:
            return f"Avtalet är uppsagt till {day}"
        case Way.OPTION:
            return f"Avtalet gäller med {_options(found)} till {day}"
        case Way.NOTICE:
            return f"Avtalet kan sägas upp till {day}{_by(found)}"
        case Way.ANY_DAY:
            return f"Avtalet kan sägas upp till {day} eller senare"


def _choice(found: Exit) -> str:
    """What to do to be bound until a later end."""
    day = found.last_day
    return (
        f"ta {_options(found)} till {day}{_by(found)}" if found.way is Way.OPTION else f"säg upp till {day}{_by(found)}"
    )


def _options(found: Exit) -> str:
    return "optionen" if found.options == 1 else f"{found.options} optioner"


def _by(found: Exit) -> str:
    return f" (senast {found.say_by})" if found.say_by else ""


def _long(first: date, last: date) -> str:
    """How long it is between two days: in months, or in days where it is less than one."""
    months = (last.year - first.year) * _MONTHS_OF_YEAR + last.month - first.month
    is_month_end = days_from(last, 1).day == 1
    if last.day < first.day and not is_month_end:
        months -= 1
    if months:
        return months_in_words(months)
    days = (last - first).days
    return f"{days}{NBSP}{'dag' if days == 1 else 'dagar'}"
