"""Goals: what the register counts them by, how they stand, what has been read of them and what it was before."""

from itadmin.services.goals.following import Followed, followed
from itadmin.services.goals.leftovers import list_of_left
from itadmin.services.goals.measures import shares
from itadmin.services.goals.noting import note_today, noted_today
from itadmin.services.goals.shown import GoalShown, goal_of, goals_of, readings_of

__all__ = [
    "Followed",
    "GoalShown",
    "followed",
    "goal_of",
    "goals_of",
    "list_of_left",
    "note_today",
    "noted_today",
    "readings_of",
    "shares",
]
