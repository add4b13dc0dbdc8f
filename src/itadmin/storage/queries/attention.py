"""Everything that the work list is made of, read at once and set by set: never record by record.

What follows from it is the services' affair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from itadmin.domain.calculations.attention import Mark
from itadmin.domain.calculations.reminders import Lead
from itadmin.domain.keys import Key
from itadmin.domain.registers import REGISTERS
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries import findings
from itadmin.storage.queries.attention_agreements import AgreementTime, agreement_times, last_changes, leads_of_kinds
from itadmin.storage.queries.attention_cooperation import (
    Asked,
    CaseTime,
    DecisionDue,
    case_times,
    cases_asked,
    decisions_due,
)
from itadmin.storage.queries.attention_implementation import PlanTime, plan_times
from itadmin.storage.queries.attention_issued_papers import PaperAway, papers_away
from itadmin.storage.queries.attention_people import Holders, LastDays, last_days, role_holders
from itadmin.storage.queries.attention_platform import ChangeTime, change_times
from itadmin.storage.queries.attention_records import MarkKey, Named, known_records, looked_at, marks
from itadmin.storage.queries.attention_rights import ending_rights
from itadmin.storage.queries.attention_sessions import SessionDays, session_days
from itadmin.storage.queries.attention_steering import SteeringTime, steering_times
from itadmin.storage.queries.attention_systems import SystemDays, system_days
from itadmin.storage.queries.goals import Ground, ground
from itadmin.storage.queries.retention import numbers_overdue
from itadmin.storage.queries.training_plans import StoredPlan, stored_plans

PATIENCE = timedelta(days=30)
"""How long a draft may lie, or a paper be away for signature."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known on a day of a file's own records: by register and id where nothing else is said."""

    records: Mapping[str, Mapping[Key, Named]]
    found: Mapping[str, Mapping[Key, Sequence[str]]]
    """The keys of what is wrong with each record that something is wrong with."""
    holders: Holders
    last_days: LastDays
    systems: Mapping[Key, SystemDays]
    agreements: Mapping[Key, AgreementTime]
    rights: Mapping[Key, date]
    ground: Ground
    """What is known of goals."""
    steering: Mapping[Key, SteeringTime]
    plans: Mapping[Key, StoredPlan]
    """Utbildningsplaner that are not replaced, the one that counts of a system first."""
    implementations: Mapping[Key, PlanTime]
    platform: Mapping[Key, ChangeTime]
    """Införande- and avvecklingsplaner that are not over."""
    cases: Mapping[Key, CaseTime]
    """Samverkansärenden that are worked on."""
    asked: Mapping[Key, Asked]
    """Those of neighbours that wait for one's own kommun: the only records here that are not own ones."""
    decisions: Mapping[Key, DecisionDue]
    """Beslut that are to be carried out by a day."""
    papers_away: Mapping[Key, PaperAway]
    """Handlingar that were sent to be signed longer ago than one is patient."""
    overdue: Mapping[Key, tuple[str, int]]
    """What is kept too long: of what, and how many, by the rule that says so."""
    leads_of_kinds: Mapping[str, Sequence[Lead]]
    session_days: Mapping[Key, SessionDays]
    """Of utbildningstillfällen that something is wrong with."""
    last_changes: Mapping[Key, date]
    marks: Mapping[MarkKey, Mark]


def facts(connection: Connection, day: date) -> Facts:
    """What the work list of a day is made of. Raises BrokenValueError."""
    found = {
        register.name: findings.found_in_all(connection, register, day)
        for register in REGISTERS.values()
        if register.findings
    }
    try:
        return Facts(
            records={register.name: known_records(connection, register) for register in looked_at()},
            found=found,
            holders=role_holders(connection, day),
            last_days=last_days(connection),
            systems=system_days(connection),
            agreements=agreement_times(connection),
            rights=ending_rights(connection, day),
            ground=ground(connection, day),
            steering=steering_times(connection),
            plans={plan.key: plan for plan in stored_plans(connection)},
            implementations=plan_times(connection, day),
            platform=change_times(connection),
            cases=case_times(connection),
            asked=cases_asked(connection),
            decisions=decisions_due(connection),
            papers_away=papers_away(connection, day - PATIENCE),
            overdue=numbers_overdue(connection, day),
            leads_of_kinds=leads_of_kinds(connection),
            session_days=session_days(connection, found["training_sessions"]),
            last_changes=last_changes(connection),
            marks=marks(connection),
        )
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error
