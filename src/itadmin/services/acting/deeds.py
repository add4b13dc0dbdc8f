"""Which acts there are, and what each comes to for an agreement with what has been asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from itadmin.domain.changes import Plain
from itadmin.domain.problems import KnownError
from itadmin.services.acting.case import Case
from itadmin.services.acting.ending import end, give_notice
from itadmin.services.acting.plan import Plan
from itadmin.services.acting.prolonging import decline_option, let_renew, renew, take_option
from itadmin.services.acting.replacing import register_signed, replace_with_new

USUAL_MONTHS = 12


class Deed(StrEnum):
    """What can be done with an agreement, the likeliest first; the values are permanent codes."""

    TAKE_OPTION = "utnyttja_option"
    DECLINE_OPTION = "avsta_option"
    RENEW = "fornya"
    LET_RENEW = "lat_forlangas"
    GIVE_NOTICE = "sag_upp"
    REPLACE = "ersatt"
    REGISTER_SIGNED = "registrera_paskrivet"
    END = "avsluta"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the acts want to know: the day of notice or signature, months of a prolongation, a file's row, a number."""

    on: date
    months: int = USUAL_MONTHS
    file: Plain | None = None
    number: str = ""


_DEEDS: Mapping[Deed, Callable[[Case, Asked], Plan]] = {
    Deed.TAKE_OPTION: lambda case, _asked: take_option(case),
    Deed.DECLINE_OPTION: lambda case, _asked: decline_option(case),
    Deed.RENEW: lambda case, asked: renew(case, months=asked.months),
    Deed.LET_RENEW: lambda case, _asked: let_renew(case),
    Deed.GIVE_NOTICE: lambda case, asked: give_notice(case, on=asked.on, file=asked.file),
    Deed.REPLACE: lambda case, asked: replace_with_new(case, number=asked.number),
    Deed.REGISTER_SIGNED: lambda case, asked: register_signed(case, signed_on=asked.on, file=asked.file),
    Deed.END: lambda case, _asked: end(case),
}


def plan_of(case: Case, deed: Deed, asked: Asked) -> Plan:
    """What an act comes to. Raises KnownError with why it cannot be done."""
    return _DEEDS[deed](case, asked)


def usual(case: Case, deed: Deed) -> Asked:
    """What an act is asked for if nothing else is said: today, but the day of signature that is known already."""
    is_signing = deed is Deed.REGISTER_SIGNED
    return Asked(case.agreement.signed_on or case.day if is_signing else case.day)


def possible(case: Case) -> dict[Deed, Plan]:
    """The acts that can be done, each as it usually is; what comes first is likeliest."""
    found: dict[Deed, Plan] = {}
    for deed in Deed:
        try:
            found[deed] = plan_of(case, deed, usual(case, deed))
        except KnownError:
            continue
    return found
