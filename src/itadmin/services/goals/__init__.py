"""Goals: what the register counts them by, how they stand, and what has been read of them."""

from itadmin.services.goals.following import Followed, followed, goals_that_count
from itadmin.services.goals.measures import shares
from itadmin.services.goals.shown import GoalShown, goal_of, goals_of

__all__ = ["Followed", "GoalShown", "followed", "goal_of", "goals_of", "goals_that_count", "shares"]
