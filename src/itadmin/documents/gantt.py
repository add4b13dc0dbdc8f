"""Gantt pictures on paper: of one plan or all that are under way on A3 with a table, and as a block of other papers."""

from __future__ import annotations

from uuid import UUID

from itadmin.documents.content import Timeline
from itadmin.documents.prepared import Prepared
from itadmin.documents.time_charts import prepare_picture
from itadmin.domain.problems import NotFoundError
from itadmin.services.gantt import gantt_of, gantt_of_all
from itadmin.services.reading import Reading

TYPE, NAME = "gantt", "Gantt"
ALL_TYPE, ALL_NAME = "gantt_all", "Gantt för planer som pågår"

_WEIGHTS = (74, 24, 24, 18, 42, 46, 58)


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one plan. Raises NotFoundError, and KnownError when it has more lanes than can be read on paper."""
    if record_id is None:
        raise NotFoundError("Ange vilken plan bilden ska visa.")
    return prepare_picture(reading, gantt_of(reading, record_id).chart, _WEIGHTS, draft=draft)


def prepare_all(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of all plans that are under way, whatever `record_id`. Raises KnownError when there are too many."""
    del record_id
    return prepare_picture(reading, gantt_of_all(reading).chart, _WEIGHTS, draft=draft)


def gantt_block(reading: Reading, plan_id: UUID) -> Timeline:
    """The picture of a plan in another paper; its text alternative says every row. Raises NotFoundError."""
    chart = gantt_of(reading, plan_id).chart
    told = " ".join((chart.sentence, *(lane.sentence for lane in chart.lanes() if not lane.is_heading)))
    return Timeline(chart, f"Tidplan, {chart.sentence[:1].lower()}{chart.sentence[1:]}", told)
