"""Acting on an agreement: prolong it, take its option, give notice, replace it, note that it is signed or over.

Each act gives a plan: what it leads to in words, and one step that can be undone. All days come from the calculation
of terms. Writes nothing itself.
"""

from itadmin.services.acting.case import Case, case_of
from itadmin.services.acting.deeds import USUAL_MONTHS, Asked, Deed, plan_of, possible, usual
from itadmin.services.acting.ending import end, give_notice, notice_state
from itadmin.services.acting.plan import Edit, Plan, step_of
from itadmin.services.acting.prolonging import decline_option, let_renew, renew, take_option
from itadmin.services.acting.replacing import register_signed, replace_with_new

__all__ = [
    "USUAL_MONTHS",
    "Asked",
    "Case",
    "Deed",
    "Edit",
    "Plan",
    "case_of",
    "decline_option",
    "end",
    "give_notice",
    "let_renew",
    "notice_state",
    "plan_of",
    "possible",
    "register_signed",
    "renew",
    "replace_with_new",
    "step_of",
    "take_option",
    "usual",
]
