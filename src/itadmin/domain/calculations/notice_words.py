"""The Swedish sentences that explain how an agreement's time stands, and what comes next.

Every decisive day is named as an ISO date. Computes nothing but what a sentence needs beside the facts it is given.
"""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.notice_state import Remark, Standing, State
from itadmin.domain.calculations.notice_terms import Terms, point, schedule_of
from itadmin.domain.calendar import day_name, is_working_day, previous_working_day, weekday_name


def explanation(standing: Standing) -> str:
    """Explain why the days are what they are, in one to three sentences."""
    if standing.obstacle:
        return standing.obstacle
    sentences = []
    if standing.state is State.ENDED:
        sentences.append(_ended(standing))
    elif standing.state is State.NOTICE_GIVEN:
        sentences.append(_notice_given(standing))
    else:
        if standing.state is State.NOT_BEGUN:
            sentences.append(f"Avtalet börjar gälla {standing.terms.starts_on}.")
        sentences.append(_until_further_notice(standing) if standing.term_ends_on is None else _term(standing))
        if standing.terms.notice_given_on is not None:
            sentences.append(f"En uppsägning är daterad {standing.terms.notice_given_on}.")
    return " ".join(sentences)


def what_next(standing: Standing) -> str:
    """Say what happens if nothing is done, and what can be done; "" when nothing more happens."""
    if standing.obstacle or (standing.state is State.ENDED and standing.terms.undecided_option is None):
        return ""
    if standing.state is State.NOTICE_GIVEN:
        return f"Avtalet gäller till och med {standing.ends_on}." if standing.ends_on is not None else ""
    if standing.terms.open_ended:
        return _next_when_open_ended(standing)
    if standing.terms.renewal_months:
        return _next_when_renewed(standing)
    return _next_when_fixed(standing)


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
        return f"{terms.notice_days} {'dag' if terms.notice_days == 1 else 'dagar'}"
    return months_in_words(terms.notice_months or 0)


def months_in_words(months: int) -> str:
    """Write a number of months, "1 månad" or "12 månader"."""
    return f"{months} {'månad' if months == 1 else 'månader'}"


def _term(standing: Standing) -> str:
    last, end = standing.last_notice_day, standing.term_ends_on
    if last is None and standing.ends_on is None:
        return f"Avtalstiden löper ut {end}. Uppsägningstiden saknas, så sista dag att säga upp är okänd."
    if last is None and standing.ends_on != end:
        return f"Avtalstiden löper ut {end}, men en utnyttjad option förlänger avtalet till och med {standing.ends_on}."
    if last is None:
        return f"Avtalet gäller till och med {end}."
    why = f"uppsägningstiden är {period(standing.terms)}"
    if last < standing.day:
        passed = f"Avtalstiden löper ut {end}, {why} och sista dag att säga upp var {last}, som har passerat."
        if standing.next_notice_day is None:
            return passed
        return f"{passed} Nästa sista dag är {standing.next_notice_day}; då upphör avtalet {standing.earliest_end}."
    if last == end:
        return f"Sista dag att säga upp är {last}, eftersom avtalstiden löper ut då och ingen uppsägningstid gäller."
    return f"Sista dag att säga upp är {last}, eftersom {why} och avtalstiden löper ut {end}."


def _until_further_notice(standing: Standing) -> str:
    terms = standing.terms
    if not terms.open_ended:
        return "Avtalstiden slutar efter år 9999."
    if terms.notice is None:
        return "Avtalet gäller tills vidare. Uppsägningstiden saknas."
    to_month_end = ", räknad till ett månadsskifte" if terms.month_end else ""
    if not terms.notice.months and not terms.notice.days:
        return f"Avtalet gäller tills vidare utan uppsägningstid{to_month_end}."
    return f"Avtalet gäller tills vidare. Uppsägningstiden är {period(terms)}{to_month_end}."


def _ended(standing: Standing) -> str:
    given = _effective_notice(standing)
    if given is not None and (standing.terms.open_ended or standing.terms.renewal_months):
        return f"Avtalet sades upp {given} och upphörde {standing.ends_on}."
    return f"Avtalet löpte ut {standing.ends_on} och förlängdes inte."


def _notice_given(standing: Standing) -> str:
    terms, end = standing.terms, standing.ends_on
    given = f"Avtalet sades upp {terms.notice_given_on}."
    if end is None:
        return f"{given} Det upphör först efter år 9999."
    if terms.notice is None:
        return f"{given} Det löper ut {end}."
    schedule = schedule_of(terms)
    if terms.open_ended and (schedule is None or schedule.end_of(0) != end):
        at = "vid månadsskiftet " if terms.month_end else ""
        return f"{given} Uppsägningstiden är {period(terms)}, så det upphör {at}{end}."
    missed = _missed_end(standing)
    if missed is not None:
        last = terms.notice.last_day_before(missed)
        return f"{given} Sista dag för att det skulle upphöra {missed} var {last}, så det upphör i stället {end}."
    if not (terms.notice.months or terms.notice.days):
        return f"{given} Det upphör {end}, när avtalstiden löper ut."
    return f"{given} Det upphör {end}, eftersom uppsägningstiden på {period(terms)} ryms innan avtalstiden löper ut då."


def _missed_end(standing: Standing) -> date | None:
    """Give the end of the term in which notice came too late for that term, if it did."""
    schedule, given, notice = schedule_of(standing.terms), standing.terms.notice_given_on, standing.terms.notice
    if schedule is None or given is None or notice is None:
        return None
    number = schedule.first_lasting_to(point(given))
    end = schedule.end_of(number) if number is not None else None
    return end if end is not None and notice.last_day_before(end) < given else None


def _next_when_renewed(standing: Standing) -> str:
    terms = standing.terms
    months = months_in_words(terms.renewal_months or 0)
    if standing.last_notice_day is None:
        return f"Sägs avtalet inte upp i tid förlängs det med {months} i taget."
    renewed = _end_of_next_term(standing)
    if renewed is None:
        return f"Nästa förlängning på {months} slutar efter år 9999."
    if standing.last_notice_day >= standing.day:
        return f"Sägs avtalet inte upp förlängs det {months}, till och med {renewed}."
    return f"Avtalet förlängs {months}, till och med {renewed}."


def _end_of_next_term(standing: Standing) -> date | None:
    schedule = schedule_of(standing.terms)
    if schedule is None or standing.term_number is None:
        return None
    return schedule.end_of(standing.term_number + 1)


def _next_when_open_ended(standing: Standing) -> str:
    terms, end = standing.terms, standing.earliest_end
    continues = "" if standing.term_ends_on is None else "Därefter gäller avtalet tills vidare. "
    if standing.next_notice_day is not None:
        return f"Sägs avtalet inte upp gäller det tills vidare efter {standing.term_ends_on}."
    if end is None or terms.notice is None:
        return continues.strip()
    if terms.month_end:
        last = terms.notice.last_day_before(end)
        return f"{continues}Sägs det upp senast {last} upphör det vid månadsskiftet {end}."
    given = max(standing.day, terms.starts_on or standing.day)
    return f"{continues}Sägs det upp {given} upphör det {end}."


def _next_when_fixed(standing: Standing) -> str:
    terms, place = standing.terms, standing.terms.undecided_option
    if place is None and standing.term_ends_on != standing.ends_on:
        return f"En option är utnyttjad, så avtalet fortsätter och löper ut först {standing.ends_on}."
    if place is None:
        return f"Avtalet löper ut {standing.ends_on} och förlängs inte."
    option = terms.options[place]
    hoped = schedule_of(terms, with_undecided=True)
    prolonged = hoped.end_of(place + 1) if hoped is not None else None
    months = months_in_words(option.months)
    if standing.state is State.ENDED:
        return f"Registrera om option {place + 1} på {months} är utnyttjad. Då gäller avtalet till och med {prolonged}."
    by = ""
    if option.decision_day is not None:
        must = "ska beslutas" if option.decision_day >= standing.day else "skulle ha beslutats"
        by = f" Det {must} senast {option.decision_day}."
    return (
        f"Utnyttjas option {place + 1} förlängs avtalet {months}, till och med {prolonged}; "
        f"annars löper det ut {standing.ends_on}.{by}"
    )


def _overdue_option(standing: Standing) -> str | None:
    place = standing.terms.undecided_option
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
    return last is not None and start is not None and last < start


def _effective_notice(standing: Standing) -> date | None:
    given = standing.terms.notice_given_on
    return given if given is not None and given <= standing.day else None
