"""The Swedish sentences that explain how an agreement's time stands, and what comes next.

Every decisive day is named as an ISO date. Computes nothing but what a sentence needs beside the facts it is given.
What is said of an agreement in a list of things to do stands in `notice_lines.py`.
"""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.notice_state import Remark, Standing, State
from itadmin.domain.calculations.notice_terms import Terms, point, schedule_of
from itadmin.domain.calendar import day_name, is_working_day, previous_working_day, weekday_name
from itadmin.domain.money import grouped


def explanation(standing: Standing) -> str:
    """Explain why the days are what they are, in one to four sentences."""
    if standing.obstacle:
        return standing.obstacle
    if standing.state is State.ENDED:
        return _ended(standing)
    if standing.state is State.NOTICE_GIVEN:
        return _notice_given(standing)
    begins = f"Avtalet börjar gälla {standing.terms.starts_on}. " if standing.state is State.NOT_BEGUN else ""
    term = _until_further_notice(standing) if standing.term_ends_on is None else _term(standing)
    return f"{begins}{term}{_dated_ahead(standing)}"


def what_next(standing: Standing) -> str:
    """Say what happens if nothing is done, and what can be done; "" when nothing more happens."""
    if standing.obstacle:
        return ""
    if standing.state is State.ENDED:
        return _after_the_end(standing)
    noticed = standing.ends_on if standing.state is State.NOTICE_GIVEN else standing.noticed_end
    if noticed is not None:
        return f"Avtalet gäller till och med {noticed}."
    if standing.state is State.NOTICE_GIVEN:
        return ""
    if standing.terms.open_ended:
        return _next_when_open_ended(standing)
    return _next_when_renewed(standing) if standing.terms.renewal_months else _next_when_fixed(standing)


def remarks(standing: Standing) -> tuple[Remark, ...]:
    """List what is unusual but lawful about the days, each with what to think of."""
    if standing.obstacle:
        return ()
    found = []
    if standing.next_notice_day is not None and not is_working_day(standing.next_notice_day):
        found.append(Remark("ej_arbetsdag", _no_working_day(standing.next_notice_day, standing.day)))
    if _is_notice_before_term(standing):
        found.append(
            Remark(
                "lang_uppsagningstid",
                f"Uppsägningstiden på {period(standing.terms)} är minst lika lång som perioden, "
                f"så sista dag att säga upp infaller innan perioden börjar {standing.term_starts_on}.",
            )
        )
    if (standing.terms.renewal_months or standing.terms.open_ended) and standing.terms.notice is None:
        found.append(Remark("uppsagningstid_saknas", "Uppsägningstiden saknas."))
    option = _overdue_option(standing)
    if option:
        found.append(Remark("option_ej_beslutad", option))
    return tuple(found)


def period(terms: Terms) -> str:
    """Write a notice period that is known, "3 månader" or "1 dag"."""
    if terms.notice_days:
        return f"{grouped(terms.notice_days)} {'dag' if terms.notice_days == 1 else 'dagar'}"
    return months_in_words(terms.notice_months or 0)


def months_in_words(months: int) -> str:
    """Write a number of months, "1 månad" or "12 månader"."""
    return f"{grouped(months)} {'månad' if months == 1 else 'månader'}"


def option_to_decide(standing: Standing) -> int | None:
    """The place of the option whose turn it is to be decided; None when there is none, or notice makes it pointless."""
    return None if is_ended_by_notice(standing) else standing.terms.undecided_option


def is_ended_by_notice(standing: Standing) -> bool:
    """Whether a notice that has been given is why the agreement ends when it does."""
    terms, given, end = standing.terms, standing.terms.notice_given_on, standing.ends_on
    if given is None or given > standing.day or end is None:
        return False
    is_in_time = terms.notice is not None and given <= terms.notice.last_day_before(end)
    return terms.open_ended or bool(terms.renewal_months) or is_in_time


def _term(standing: Standing) -> str:
    last, end = standing.last_notice_day, standing.term_ends_on
    if last is None and standing.ends_on is None:
        return f"Avtalstiden löper ut {end}. Uppsägningstiden saknas, så sista dag att säga upp är okänd."
    if last is None and standing.ends_on != end:
        return f"Avtalstiden löper ut {end}, men {_taken(standing)} och förlänger avtalet till och med {standing.ends_on}."
    if last is None:
        return f"Avtalet gäller till och med {end}."
    if last == end:
        return f"Sista dag att säga upp är {last}, eftersom avtalstiden löper ut då och ingen uppsägningstid gäller."
    why = f"eftersom uppsägningstiden är {period(standing.terms)} och avtalstiden löper ut {end}"
    if last < standing.day:
        return f"Sista dag att säga upp var {last}, {why}. Den dagen har passerat{_after_the_day(standing)}"
    return f"Sista dag att säga upp är {last}, {why}."


def _after_the_day(standing: Standing) -> str:
    """Go on after "Den dagen har passerat": what happens now, and the next chance."""
    terms, chance = standing.terms, ""
    if standing.next_notice_day is not None:
        chance = (
            f" Nästa sista dag är {standing.next_notice_day}; "
            f"sägs avtalet upp senast då upphör det {standing.earliest_end}."
        )
    if terms.renewal_months:
        renewed = _end_of_term_after(standing, standing.term_ends_on)
        if renewed is None:
            return ", och nästa förlängning slutar efter år 9999."
        return f", så avtalet förlängs {months_in_words(terms.renewal_months)}, till och med {renewed}.{chance}"
    if terms.open_ended:
        return f", så avtalet gäller tills vidare efter {standing.term_ends_on}."
    if standing.ends_on != standing.term_ends_on:
        return f", och {_taken(standing)}, så avtalet fortsätter till och med {standing.ends_on}.{chance}"
    return "." if standing.terms.undecided_option is not None else ", men avtalet förlängs inte."


def _dated_ahead(standing: Standing) -> str:
    """Say that notice is dated after the day, and when the agreement then ends; "" when it is not."""
    if standing.terms.notice_given_on is None:
        return ""
    said = f" En uppsägning är daterad {standing.terms.notice_given_on}"
    return f"{said}, så avtalet upphör {standing.noticed_end}." if standing.noticed_end else f"{said}."


def _until_further_notice(standing: Standing) -> str:
    terms = standing.terms
    if not terms.open_ended:
        return "Avtalstiden slutar efter år 9999."
    subject = "Det" if standing.state is State.NOT_BEGUN else "Avtalet"
    if terms.notice is None:
        return f"{subject} gäller tills vidare. Uppsägningstiden saknas."
    if _is_without_notice_time(terms):
        to_month_end = " och kan sägas upp till ett månadsskifte" if terms.month_end else ""
        return f"{subject} gäller tills vidare utan uppsägningstid{to_month_end}."
    to_month_end = ", räknad till ett månadsskifte" if terms.month_end else ""
    return f"{subject} gäller tills vidare. Uppsägningstiden är {period(terms)}{to_month_end}."


def _ended(standing: Standing) -> str:
    given, end, terms = standing.terms.notice_given_on, standing.ends_on, standing.terms
    if is_ended_by_notice(standing):
        return f"Avtalet sades upp {given} och upphörde {'samma dag' if given == end else end}."
    undecided = terms.undecided_option
    if undecided is not None:
        return f"Avtalet löpte ut {end}, eftersom option {undecided + 1} inte är registrerad som utnyttjad."
    if terms.declined_option is not None:
        return f"Avtalet löpte ut {end}, eftersom option {terms.declined_option + 1} inte utnyttjades."
    return f"Avtalet löpte ut {end} och förlängdes inte."


def _after_the_end(standing: Standing) -> str:
    place = option_to_decide(standing)
    if place is None:
        return ""
    months = months_in_words(standing.terms.options[place].months)
    return (
        f"Är option {place + 1} på {months} utnyttjad? Registrera det i så fall, "
        f"så gäller avtalet till och med {prolonged_to(standing, place)}."
    )


def _notice_given(standing: Standing) -> str:
    terms, end = standing.terms, standing.ends_on
    given = f"Avtalet sades upp {terms.notice_given_on}."
    if end is None:
        return f"{given} Det upphör först efter år 9999."
    if terms.notice is None:
        return f"{given} Det löper ut {end}."
    schedule = schedule_of(terms)
    if terms.open_ended and (schedule is None or schedule.end_of(0) != end):
        at = "vid månadsskiftet, " if terms.month_end else ""
        if _is_without_notice_time(terms):
            return f"{given} Ingen uppsägningstid gäller, så det upphör {at}{end}."
        return f"{given} Uppsägningstiden är {period(terms)}, så det upphör {at}{end}."
    missed = _missed_end(standing)
    if missed is not None and missed == end:
        return f"{given} Sista dag var {terms.notice.last_day_before(end)}, men avtalet löper ändå ut {end}."
    if missed is not None:
        last = terms.notice.last_day_before(missed)
        return (
            f"{given} Sista dag för att det skulle upphöra {missed} var {last}, "
            f"eftersom uppsägningstiden är {period(terms)}, så det upphör i stället {end}."
        )
    if _is_without_notice_time(terms):
        return f"{given} Det upphör {end}, när avtalstiden löper ut."
    return f"{given} Uppsägningstiden på {period(terms)} ryms innan avtalstiden löper ut, så det upphör {end}."


def _missed_end(standing: Standing) -> date | None:
    """Give the end of the term in which notice came too late for that term, if it did."""
    schedule, given, notice = schedule_of(standing.terms), standing.terms.notice_given_on, standing.terms.notice
    if schedule is None or given is None or notice is None:
        return None
    number = schedule.first_lasting_to(point(given))
    end = schedule.end_of(number) if number is not None else None
    return end if end is not None and notice.last_day_before(end) < given else None


def _next_when_renewed(standing: Standing) -> str:
    months = months_in_words(standing.terms.renewal_months or 0)
    if standing.term_ends_on is None:
        return ""
    if standing.last_notice_day is None:
        return f"Sägs avtalet inte upp i tid förlängs det {months} i taget."
    is_past = standing.last_notice_day < standing.day
    renewed = _end_of_term_after(standing, standing.earliest_end)
    if renewed is None:
        return "" if is_past else f"Nästa förlängning på {months} slutar efter år 9999."
    if is_past:
        return f"Sägs avtalet inte upp senast {standing.next_notice_day} förlängs det igen, till och med {renewed}."
    return f"Sägs avtalet inte upp förlängs det {months}, till och med {renewed}."


def _end_of_term_after(standing: Standing, end: date | None) -> date | None:
    schedule = schedule_of(standing.terms)
    number = None if schedule is None or end is None else schedule.first_lasting_to(point(end))
    return None if schedule is None or number is None else schedule.end_of(number + 1)


def _next_when_open_ended(standing: Standing) -> str:
    terms, end = standing.terms, standing.earliest_end
    if standing.next_notice_day is not None:
        return f"Sägs avtalet inte upp gäller det tills vidare efter {standing.term_ends_on}."
    if terms.notice is None:
        return "" if standing.term_ends_on is None else "Därefter gäller avtalet tills vidare."
    if end is None:
        return ""
    if terms.month_end:
        return f"Sägs det upp senast {terms.notice.last_day_before(end)} upphör det vid månadsskiftet, {end}."
    given = max(standing.day, terms.starts_on or standing.day)
    return f"Sägs det upp {given} upphör det {'samma dag' if given == end else end}."


def _next_when_fixed(standing: Standing) -> str:
    terms, end = standing.terms, standing.ends_on
    goes_on = ""
    if standing.term_ends_on != end and standing.last_notice_day is not None and standing.last_notice_day >= standing.day:
        goes_on = f"{_taken(standing).capitalize()}, så avtalet fortsätter till och med {end}. "
    place = option_to_decide(standing)
    if place is not None:
        return goes_on + _option(standing, place)
    if terms.declined_option is not None:
        return f"{goes_on}Option {terms.declined_option + 1} utnyttjas inte, så avtalet löper ut {end}."
    by_itself = " utan uppsägning" if standing.next_notice_day is not None else ""
    return f"{goes_on}Avtalet löper ut {end}{by_itself} och förlängs inte."


def _option(standing: Standing, place: int) -> str:
    option = standing.terms.options[place]
    if option.decision_day is None:
        by = "Dag för beslut saknas."
    elif option.decision_day >= standing.day:
        by = f"Det ska beslutas senast {option.decision_day}."
    else:
        by = f"Det skulle ha beslutats senast {option.decision_day}."
    return (
        f"Utnyttjas option {place + 1} förlängs avtalet {months_in_words(option.months)}, "
        f"till och med {prolonged_to(standing, place)}; annars löper det ut {standing.ends_on}. {by}"
    )


def prolonged_to(standing: Standing, place: int) -> date | None:
    """The last valid day if the option at that place in the terms is taken; None beyond year 9999."""
    hoped = schedule_of(standing.terms, with_undecided=True)
    return None if hoped is None else hoped.end_of(place + 1)


def _taken(standing: Standing) -> str:
    """Say which options are taken and still to come: "option 1 är utnyttjad", "option 1 och 2 är utnyttjade"."""
    terms, first = standing.terms, (standing.term_number or 0) + 1
    last = next((number for number, option in enumerate(terms.options) if not option.taken), len(terms.options))
    if first == last:
        return f"option {first} är utnyttjad"
    return f"option {first}{' och ' if last == first + 1 else '–'}{last} är utnyttjade"


def _is_without_notice_time(terms: Terms) -> bool:
    return not terms.notice_months and not terms.notice_days


def _overdue_option(standing: Standing) -> str | None:
    place = option_to_decide(standing)
    if place is None:
        return None
    day = standing.terms.options[place].decision_day
    if day is not None and day < standing.day:
        return f"Option {place + 1} skulle ha beslutats senast {day}, men inget beslut är registrerat."
    if standing.state is State.ENDED:
        return f"Inget beslut om option {place + 1} är registrerat."
    return None


def _no_working_day(day: date, today: date) -> str:
    before = previous_working_day(day)
    advice = (
        f"säg upp senast arbetsdagen före, {weekday_name(before)} {before}"
        if before >= today
        else f"arbetsdagen före, {weekday_name(before)} {before}, har passerat"
    )
    return f"Sista dag att säga upp, {day}, är {day_name(day)} och ingen arbetsdag: {advice}."


def _is_notice_before_term(standing: Standing) -> bool:
    last, start = standing.last_notice_day, standing.term_starts_on
    return standing.state is not State.ENDED and last is not None and start is not None and last < start
