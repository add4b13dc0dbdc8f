"""Införande and avveckling: plans made of templates, moved in time, judged against the register and approved."""

from itadmin.services.implementation.approving import (
    Answer,
    LeftError,
    approved,
    by_the_register,
    left_of,
    noted,
)
from itadmin.services.implementation.making import Wanted, filled, planned
from itadmin.services.implementation.parts import PlanParts, activity_of, parts_of, plan_of, plans_of
from itadmin.services.implementation.rescheduling import moved_activity, moved_go_live
from itadmin.services.implementation.standing import Standing, standing_of
from itadmin.services.implementation.starting import has_come, is_early, put_in_operation
from itadmin.services.implementation.templates import ImplementationTemplate, template_of, templates
from itadmin.services.implementation.verdicts import Judgement, Verdict

__all__ = [
    "Answer",
    "ImplementationTemplate",
    "Judgement",
    "LeftError",
    "PlanParts",
    "Standing",
    "Verdict",
    "Wanted",
    "activity_of",
    "approved",
    "by_the_register",
    "filled",
    "has_come",
    "is_early",
    "left_of",
    "moved_activity",
    "moved_go_live",
    "noted",
    "parts_of",
    "plan_of",
    "planned",
    "plans_of",
    "put_in_operation",
    "standing_of",
    "template_of",
    "templates",
]
