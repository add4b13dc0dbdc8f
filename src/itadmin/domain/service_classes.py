"""The four classes of operation (driftklass) and the levels each of them proposes.

A class fills every service level of an agreement; whoever writes the agreement may then change any of them. The levels
are a proposal for small municipalities, not a rule. Everything is in plain form. Knows nothing of who agrees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ROUND_THE_CLOCK = "Dygnet runt, alla dagar"
OFFICE_HOURS = "Vardag 08.00–16.30"

_PRODUCTION = "produktion"
_BASIC = "4"

_OTHER_BUILDING = "Annan byggnad än driftstället, krypterad"
_DISCONNECTED = "Frånkopplat medium som inte kan skrivas över"
_AT_THE_END = "När ärendet avslutas"
_WHEN_CHANGED = "Vid förändring"


@dataclass(frozen=True, slots=True)
class _Level:
    """What differs between the classes; times of a priority are response, start, resolution and updates."""

    opening_hours: str
    availability_percent: int
    longest_outage: str
    response_time: str
    support_hours: str
    on_call: bool
    order_time: str
    priorities: tuple[tuple[str, str, str, str], ...]
    backups: tuple[tuple[str, str, int, str], ...]
    rpo_hours: int
    rto_hours: int
    restore_test: str
    maintenance_window: str
    change_notice_days: int
    critical_patch_time: str
    log_months: int
    review_interval: str
    operators: int
    report_interval: str
    meeting_interval: str


_LEVELS: Mapping[str, _Level] = {
    "1": _Level(
        opening_hours=ROUND_THE_CLOCK,
        availability_percent=9950,
        longest_outage="4 timmar",
        response_time="Högst 2 sekunder för 95 % av sökningarna",
        support_hours="Vardag 07.00–17.00, jour övrig tid",
        on_call=True,
        order_time="1 arbetsdag",
        priorities=(
            ("15 minuter", "30 minuter", "4 timmar", "Varje timme"),
            ("30 minuter", "1 timme", "8 timmar", "Var fjärde timme"),
            ("4 timmar", "1 arbetsdag", "2 arbetsdagar", _WHEN_CHANGED),
            ("1 arbetsdag", "2 arbetsdagar", "5 arbetsdagar", _AT_THE_END),
        ),
        backups=(
            ("full", "Varje natt", 35, _OTHER_BUILDING),
            ("transaktionslogg", "Varje timme", 7, _OTHER_BUILDING),
            ("full", "Varje månad", 365, _DISCONNECTED),
        ),
        rpo_hours=1,
        rto_hours=4,
        restore_test="kvartal",
        maintenance_window="natten till den andra söndagen i månaden kl. 02.00–05.00",
        change_notice_days=10,
        critical_patch_time="2 arbetsdagar",
        log_months=24,
        review_interval="halvar",
        operators=3,
        report_interval="manad",
        meeting_interval="kvartal",
    ),
    "2": _Level(
        opening_hours="Vardag 06.00–22.00, helg 08.00–18.00",
        availability_percent=9900,
        longest_outage="8 timmar",
        response_time="Högst 3 sekunder för 95 % av sökningarna",
        support_hours="Vardag 07.00–17.00",
        on_call=False,
        order_time="2 arbetsdagar",
        priorities=(
            ("15 minuter", "30 minuter", "8 timmar", "Varje timme"),
            ("1 timme", "2 timmar", "1 arbetsdag", "Två gånger per dag"),
            ("4 timmar", "1 arbetsdag", "3 arbetsdagar", _WHEN_CHANGED),
            ("1 arbetsdag", "3 arbetsdagar", "10 arbetsdagar", _AT_THE_END),
        ),
        backups=(
            ("full", "Varje natt", 35, _OTHER_BUILDING),
            ("transaktionslogg", "Var fjärde timme", 7, _OTHER_BUILDING),
            ("full", "Varje månad", 365, _DISCONNECTED),
        ),
        rpo_hours=4,
        rto_hours=8,
        restore_test="halvar",
        maintenance_window="natten till den andra söndagen i månaden kl. 00.00–06.00",
        change_notice_days=5,
        critical_patch_time="5 arbetsdagar",
        log_months=24,
        review_interval="halvar",
        operators=2,
        report_interval="kvartal",
        meeting_interval="halvar",
    ),
    "3": _Level(
        opening_hours="Vardag 07.00–18.00",
        availability_percent=9800,
        longest_outage="1 arbetsdag",
        response_time="Högst 3 sekunder för 95 % av sökningarna",
        support_hours=OFFICE_HOURS,
        on_call=False,
        order_time="3 arbetsdagar",
        priorities=(
            ("30 minuter", "1 timme", "8 timmar", "Två gånger per dag"),
            ("2 timmar", "4 timmar", "2 arbetsdagar", "Varje dag"),
            ("1 arbetsdag", "2 arbetsdagar", "5 arbetsdagar", _WHEN_CHANGED),
            ("2 arbetsdagar", "5 arbetsdagar", "15 arbetsdagar", _AT_THE_END),
        ),
        backups=(("full", "Varje natt", 35, _OTHER_BUILDING),),
        rpo_hours=24,
        rto_hours=8,
        restore_test="ar",
        maintenance_window="torsdagar kl. 18.00–21.00",
        change_notice_days=5,
        critical_patch_time="10 arbetsdagar",
        log_months=12,
        review_interval="ar",
        operators=2,
        report_interval="halvar",
        meeting_interval="ar",
    ),
    _BASIC: _Level(
        opening_hours=OFFICE_HOURS,
        availability_percent=9500,
        longest_outage="3 arbetsdagar",
        response_time="Högst 5 sekunder för 95 % av sökningarna",
        support_hours=OFFICE_HOURS,
        on_call=False,
        order_time="5 arbetsdagar",
        priorities=(
            ("1 timme", "4 timmar", "2 arbetsdagar", "Varje dag"),
            ("4 timmar", "1 arbetsdag", "4 arbetsdagar", _WHEN_CHANGED),
            ("1 arbetsdag", "3 arbetsdagar", "10 arbetsdagar", _WHEN_CHANGED),
            ("2 arbetsdagar", "5 arbetsdagar", "Enligt överenskommelse", _AT_THE_END),
        ),
        backups=(
            ("full", "Varje vecka", 35, _OTHER_BUILDING),
            ("inkrementell", "Varje natt", 14, _OTHER_BUILDING),
        ),
        rpo_hours=24,
        rto_hours=24,
        restore_test="ar",
        maintenance_window="vardagar kl. 16.30–20.00",
        change_notice_days=5,
        critical_patch_time="15 arbetsdagar",
        log_months=12,
        review_interval="ar",
        operators=2,
        report_interval="ar",
        meeting_interval="ar",
    ),
}


def preset(code: str) -> Mapping[str, Any]:
    """The fields of an agreement that a class fills, by identifier in plain form; the class itself is one of them.

    Environments differ between systems: `environment_rows` makes their levels. An unknown code fills nothing.
    """
    level = _LEVELS.get(code)
    if level is None:
        return {}
    return {
        "service_class": code,
        "operating_hours": ROUND_THE_CLOCK,
        "opening_hours": level.opening_hours,
        "availability_percent": level.availability_percent,
        "measuring_period": "kvartal",
        "longest_outage": level.longest_outage,
        "response_time": level.response_time,
        "support_hours": level.support_hours,
        "on_call": level.on_call,
        "support_channels": "Telefon, e-post och servicedeskens portal",
        "order_time": level.order_time,
        "priorities": _priority_rows(level),
        "backups": _backup_rows(level),
        "rpo_hours": level.rpo_hours,
        "rto_hours": level.rto_hours,
        "restore_test": level.restore_test,
        "maintenance_window": level.maintenance_window,
        "change_notice_days": level.change_notice_days,
        "critical_patch_time": level.critical_patch_time,
        "documentation_review": "ar",
        "log_months": level.log_months,
        "multi_factor": True,
        "access_review": level.review_interval,
        "operators_with_competence": level.operators,
        "report_interval": level.report_interval,
        "meeting_interval": level.meeting_interval,
        "action_plan_days": 10,
    }


def environment_rows(environments: Sequence[str], code: str) -> list[dict[str, Any]]:
    """The levels of each environment: production (or else the first) as the class says, the others as class 4."""
    production = next((name for name in environments if name.casefold().startswith(_PRODUCTION)), None)
    chosen = production or (environments[0] if environments else "")
    return [
        _environment_row(name, _LEVELS[code if name == chosen else _BASIC]) for name in environments if code in _LEVELS
    ]


def suggested_class(availability: str) -> str:
    """The class that suits an availability class T ("0"–"4"): T3 is at least class 2. "" when T is not known."""
    return {"4": "1", "3": "2", "2": "3", "1": "4", "0": "4"}.get(availability, "")


def incident_priority(impact: int, urgency: int) -> int:
    """Priority 1–4 of an incident from its impact (1 all – 4 one user) and urgency (1 standstill – 3 can work on)."""
    return min(max(impact + urgency - 1, 1), 4)


def _priority_rows(level: _Level) -> list[dict[str, Any]]:
    columns = ("response", "start", "resolution", "updates")
    return [
        {"priority": str(number), **dict(zip(columns, times, strict=True))}
        for number, times in enumerate(level.priorities, start=1)
    ]


def _backup_rows(level: _Level) -> list[dict[str, Any]]:
    columns = ("kind", "interval", "retention_days", "place")
    return [dict(zip(columns, backup, strict=True)) for backup in level.backups]


def _environment_row(name: str, level: _Level) -> dict[str, Any]:
    return {
        "name": name,
        "opening_hours": level.opening_hours,
        "support_hours": level.support_hours,
        "availability_percent": level.availability_percent,
        "rpo_hours": level.rpo_hours,
        "rto_hours": level.rto_hours,
    }
