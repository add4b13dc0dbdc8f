"""The Swedish sentences that explain how an agreement's time stands, and what is unusual about it.

Every decisive day is named as an ISO date. Computes nothing: the facts are given. What comes next is said in
`notice_next.py`, what stands in a list of things to do in `notice_lines.py`.
"""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.notice_phrases import months_in_words, period, taken_options
from itadmin.domain.calculations.notice_state import Remark, Standing, State
from itadmin.domain.calculations.notice_terms import schedule_of
from itadmin.domain.calendar import day_name, is_working_day, previous_working_day, weekday_name


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


def _term(standing: Standing) -> str:
    last, end = standing.last_notice_day, standing.term_ends_on
    ends = f"{end}{_counted(standing)}"
    if last is None and standing.ends_on is None:
        return f"Avtalstiden löper ut {ends}. Uppsägningstiden saknas, så sista dag att säga upp är okänd."
    if last is None and standing.ends_on != end:
        goes_on = f"{taken_options(standing)} och förlänger avtalet till och med {standing.ends_on}"
        return f"Avtalstiden löper ut {ends}, men {goes_on}."
    place = standing.option_to_decide
    if last is None:
        undecided = "" if place is None else f", och option {place + 1} är inte beslutad"
        return f"Avtalet gäller till och med {ends}{undecided}."
    if last == end:
        why = f"eftersom avtalstiden löper ut då{_counted(standing)} och ingen uppsägningstid gäller"
        return f"Sista dag att säga upp är {last}, {why}."
    why = f"eftersom uppsägningstiden är {period(standing.terms)} och avtalstiden löper ut {ends}"
    if last < standing.day:
        return f"Sista dag att säga upp var {last}, {why}. Den dagen har passerat{_after_the_day(standing)}"
    return f"Sista dag att säga upp är {last}, {why}."


def _counted(standing: Standing) -> str:
    """Say how the end of the running term is counted, " (36 månader från 2024-06-01)"; "" where it is as written.

    Always from the first day, since terms that were counted from each other would drift at the ends of months.
    """
    counted, number = standing.counted, standing.term_number
    if counted is None or number is None:
        return ""
    months, since = counted
    kind = "option" if standing.terms.options else "förlängning"
    which = f"{kind} {number}, sammanlagt " if number else ""
    return f" ({which}{months_in_words(months)} från {since})"


def _after_the_day(standing: Standing) -> str:
    """Go on after "Den dagen har passerat": what happens now, and the next chance."""
    terms, chance = standing.terms, ""
    if standing.next_notice_day is not None:
        chance = (
            f" Nästa sista dag är {standing.next_notice_day}; "
            f"sägs avtalet upp senast då upphör det {standing.earliest_end}."
        )
    if terms.renewal_months:
        renewed = standing.end_after(standing.term_ends_on)
        if renewed is None:
            return ", och nästa förlängning slutar efter år 9999."
        return f", så avtalet förlängs {months_in_words(terms.renewal_months)}, till och med {renewed}.{chance}"
    if terms.open_ended:
        return f", så avtalet gäller tills vidare efter {standing.term_ends_on}."
    if standing.ends_on != standing.term_ends_on:
        return f", och {taken_options(standing)}, så avtalet fortsätter till och med {standing.ends_on}.{chance}"
    return "." if terms.undecided_option is not None else ", men avtalet löper ut ändå."


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
    if terms.is_without_notice_time:
        to_month_end = " och kan sägas upp till ett månadsskifte" if terms.month_end else ""
        return f"{subject} gäller tills vidare utan uppsägningstid{to_month_end}."
    to_month_end = ", räknad till ett månadsskifte" if terms.month_end else ""
    return f"{subject} gäller tills vidare. Uppsägningstiden är {period(terms)}{to_month_end}."


def _ended(standing: Standing) -> str:
    given, end, terms = standing.terms.notice_given_on, standing.ends_on, standing.terms
    if standing.is_ended_by_notice:
        return f"Avtalet sades upp {given} och upphörde {'samma dag' if given == end else end}."
    undecided = terms.undecided_option
    if undecided is not None:
        return f"Avtalet löpte ut {end}, eftersom option {undecided + 1} inte är registrerad som utnyttjad."
    if terms.declined_option is not None:
        return f"Avtalet löpte ut {end}, eftersom option {terms.declined_option + 1} inte utnyttjades."
    return f"Avtalet löpte ut {end} och förlängdes inte."


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
        if terms.is_without_notice_time:
            return f"{given} Ingen uppsägningstid gäller, så det upphör {at}{end}."
        return f"{given} Uppsägningstiden är {period(terms)}, så det upphör {at}{end}."
    missed = standing.missed_end
    if missed is not None and missed == end:
        last = terms.notice.last_day_before(end)
        return f"{given} Sista dag att säga upp var {last}, men avtalet löper ändå ut {end}."
    if missed is not None:
        last = terms.notice.last_day_before(missed)
        return (
            f"{given} Sista dag för att det skulle upphöra {missed} var {last}, "
            f"eftersom uppsägningstiden är {period(terms)}, så det upphör i stället {end}."
        )
    if terms.is_without_notice_time:
        return f"{given} Det upphör {end}, när avtalstiden löper ut."
    return f"{given} Uppsägningstiden på {period(terms)} ryms innan avtalstiden löper ut, så det upphör {end}."


def _overdue_option(standing: Standing) -> str | None:
    place = standing.option_to_decide
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
