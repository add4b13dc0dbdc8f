"""Pictures of time: the calendar of agreements, and the roadmap of systems with their agreements."""

from itadmin.services.timeline.chart_words import CALENDAR_TITLE, ROADMAP_TITLE
from itadmin.services.timeline.charts import Charted, chart_of
from itadmin.services.timeline.shown import Counted, Grouping, Shown, View

__all__ = ["CALENDAR_TITLE", "ROADMAP_TITLE", "Charted", "Counted", "Grouping", "Shown", "View", "chart_of"]
