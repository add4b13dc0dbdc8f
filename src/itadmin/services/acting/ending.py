"""Letting an agreement end: notice on a day, and noting that it is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.notice import State, TermState
from itadmin.domain.changes import Plain
from itadmin.domain.problems import KnownError
from itadmin.services.acting.case import OVER, REGISTER, Case
from itadmin.services.acting.files import with_file
from itadmin.services.acting.plan import Edit, Plan


def notice_state(case: Case, on: date) -> TermState:
    """How the agreement's time stands when notice is given on a day. Raises KnownError when it cannot be given."""
    state, agreement = case.in_force(), case.agreement
    if state.state is State.ENDED:
        raise KnownError(f"Avtalet löpte ut {state.ends_on} och behöver inte sägas upp.")
    goes_on = bool(agreement.renewal_months or agreement.open_ended)
    if state.terms.notice is None and goes_on:
        raise KnownError("Uppsägningstiden saknas. Fyll i den, så går det att räkna ut när avtalet upphör.")
    if state.terms.notice is None:
        raise KnownError(f"Avtalet löper ut {state.ends_on} av sig självt och behöver inte sägas upp.")
    return case.with_terms(notice_given_on=on)


def give_notice(case: Case, *, on: date, file: Plain | None = None) -> Plan:
    """Give notice on a day, with the notice itself as an attached file (its row) if there is one.

    Raises KnownError.
    """
    then = notice_state(case, on)
    values: dict[str, object] = {"notice_given_on": on.isoformat(), "status": "uppsagt"}
    edit = Edit(REGISTER, case.agreement.id, {**values, **with_file(case, file, "uppsagning")})
    return Plan(f"Sade upp {case.agreement.title}", (edit,), _outcome(case, then), tuple(_remarks(case, then, on)))


def end(case: Case) -> Plan:
    """Note that an agreement is over, or replaced where another has come into force. Raises KnownError."""
    agreement, follower = case.agreement, case.replaced_by
    if agreement.status in OVER:
        raise KnownError("Avtalet är redan avslutat.")
    is_replaced = follower is not None and follower.status == "gallande" and _has_begun(follower.starts_on, case.day)
    status, word = ("ersatt", "Ersatt") if is_replaced else ("upphort", "Upphört")
    return Plan(
        f"Avslutade {agreement.title}",
        (Edit(REGISTER, agreement.id, {"status": status}),),
        f"Avtalet får läget {word} och bevakas inte längre.",
        tuple(_still_running(case)),
    )


def _has_begun(starts_on: date | None, day: date) -> bool:
    return starts_on is None or starts_on <= day


def _outcome(case: Case, then: TermState) -> str:
    if then.ends_on is None:
        return "Avtalet upphör då först efter år 9999."
    without = case.state.ends_on
    if without == then.ends_on:
        return f"Avtalet löper ut {then.ends_on} också utan uppsägning."
    return f"Avtalet upphör då {then.ends_on}."


def _remarks(case: Case, then: TermState, on: date) -> Iterator[str]:
    missed, notice = then.missed_end, then.terms.notice
    if missed is not None and notice is not None:
        last = notice.last_day_before(missed)
        yield f"För sent för den löpande avtalstiden: sista dag för att avtalet skulle upphöra {missed} var {last}."
    if on > case.day:
        yield f"Uppsägningen är daterad framåt och räknas från {on}."
    if case.agreement.starts_on is not None and on < case.agreement.starts_on:
        yield f"Uppsägningen är daterad innan avtalet börjar gälla, {case.agreement.starts_on}."
    if case.below:
        number = len(case.below)
        others = case.below[0].title if number == 1 else f"{number} avtal"
        yield f"Till avtalet hör {others}, som inte sägs upp av detta."


def _still_running(case: Case) -> Iterator[str]:
    state = case.state
    if case.is_unsigned or state.obstacle or state.state is State.ENDED:
        return
    if state.ends_on is not None:
        yield f"Enligt villkoren gäller avtalet till och med {state.ends_on}."
    else:
        yield "Enligt villkoren gäller avtalet tills det sägs upp, och det är inte uppsagt."
