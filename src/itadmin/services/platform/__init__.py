"""Förvarning om plattformsändring: whom it touches, who has been told and has answered, and what it costs them."""

from itadmin.services.platform.acts import (
    Answer,
    add_systems,
    answer,
    answered_on,
    inform,
    informing,
    make_notices,
    note_costs,
    reminded,
)
from itadmin.services.platform.proposals import Proposal, proposed_systems
from itadmin.services.platform.standing import ChangeStanding, NoticeShown, Unit, recipient_of, standing_of

__all__ = [
    "Answer",
    "ChangeStanding",
    "NoticeShown",
    "Proposal",
    "Unit",
    "add_systems",
    "answer",
    "answered_on",
    "inform",
    "informing",
    "make_notices",
    "note_costs",
    "proposed_systems",
    "recipient_of",
    "reminded",
    "standing_of",
]
