"""Gantt pictures of införande- och avvecklingsplaner: one plan with its activities, or all plans that are under way."""

from itadmin.services.gantt.charts import Gantt, Handle, gantt_of, gantt_of_all
from itadmin.services.gantt.gathering import offered_plans
from itadmin.services.gantt.moving import move
from itadmin.services.gantt.words import ALL_TITLE, days_words

__all__ = ["ALL_TITLE", "Gantt", "Handle", "days_words", "gantt_of", "gantt_of_all", "move", "offered_plans"]
