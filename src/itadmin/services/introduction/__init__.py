"""Införande and avveckling: plans made of templates, moved in time, judged against the register and approved."""

from itadmin.services.introduction.making import Wanted, filled, planned
from itadmin.services.introduction.parts import PlanParts, parts_of, plans_of
from itadmin.services.introduction.rescheduling import moved_activity, moved_by, moved_go_live
from itadmin.services.introduction.templates import IntroductionTemplate, template_of, templates

__all__ = [
    "IntroductionTemplate",
    "PlanParts",
    "Wanted",
    "filled",
    "moved_activity",
    "moved_by",
    "moved_go_live",
    "parts_of",
    "planned",
    "plans_of",
    "template_of",
    "templates",
]
