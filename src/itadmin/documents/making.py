"""Making a paper's file: prepared, refused if it may not be made, drawn. It has no number: `issuing` makes those."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from itadmin.documents import gantt, system_register
from itadmin.documents.catalogue import TYPES, IncompleteError, prepare
from itadmin.documents.changes_list import prepare_changes
from itadmin.documents.competence_plan import prepare_map
from itadmin.documents.cooperation_overview import prepare_overview as prepare_cooperation
from itadmin.documents.overview_list import prepare_overview
from itadmin.documents.pdf.render import render
from itadmin.documents.register_list import ListOnPaper, prepare_list
from itadmin.documents.time_charts import prepare_chart
from itadmin.documents.year_wheel import prepare_wheel
from itadmin.services.audit_pack import audit_pack
from itadmin.services.changes_between import ChangesBetween
from itadmin.services.competence.heat_map import Asked as AskedMap
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Written
from itadmin.services.planner.wheel import Asked
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.samverkan.matrix import Asked as AskedMatrix
from itadmin.services.samverkan.narrowing import Narrowing
from itadmin.services.timeline import Shown


def make(type_name: str, reading: Reading, record_id: UUID | None, *, draft: bool) -> bytes:
    """The PDF of a paper. Equal file, record and day give equal bytes.

    Raises IncompleteError when it is no draft and something obligatory is missing, KnownError when there is no such
    kind of paper or record.
    """
    prepared = prepare(type_name, reading, record_id, draft=draft)
    if prepared.missing and not draft:
        raise IncompleteError(TYPES[type_name].name, prepared.missing)
    return render(prepared.paper)


def make_audit_pack(reading: Reading, progress: Progress) -> Written:
    """Revisionspaketet as of the day of the reading. Raises CancelledError when the work is to stop, and KnownError."""
    return audit_pack(reading, make(system_register.TYPE, reading, None, draft=False), progress)


def make_changes(reading: Reading, changes: ChangesBetween, first: date | None, last: date | None) -> bytes:
    """The PDF of what has changed from a day to a day. Raises KnownError when it is too long for paper."""
    return render(prepare_changes(reading, changes, first, last).paper)


def make_competence_map(reading: Reading, asked: AskedMap) -> bytes:
    """The PDF of kompetenskartan as it is asked for, on A3."""
    return render(prepare_map(reading, asked).paper)


def make_cooperation_overview(
    reading: Reading, asked: AskedMatrix, narrowing: Narrowing, order: Sequence[bytes] = ()
) -> bytes:
    """The PDF of samverkan in a region: ladder, matrix and openings. `order` has the keys of the rows of the matrix."""
    return render(prepare_cooperation(reading, asked, narrowing, order).paper)


def make_list(reading: Reading, shown: ListOnPaper) -> bytes:
    """The PDF of a list as it is shown. Raises KnownError when it is too long for paper."""
    return render(prepare_list(reading, shown).paper)


def make_overview(reading: Reading, overview: Overview) -> bytes:
    """The PDF of an overview. Raises KnownError when it is too long for paper."""
    return render(prepare_overview(reading, overview).paper)


def make_time_chart(reading: Reading, shown: Shown) -> bytes:
    """The PDF of a picture of time. Raises KnownError when it is too long for paper."""
    return render(prepare_chart(reading, shown).paper)


def make_gantt(reading: Reading, plan_id: UUID | None) -> bytes:
    """The PDF of the Gantt picture of a plan, or (None) of all that are under way. Raises KnownError."""
    kind = gantt.ALL_TYPE if plan_id is None else gantt.TYPE
    return make(kind, reading, plan_id, draft=False)


def make_year_wheel(reading: Reading, asked: Asked) -> bytes:
    """The PDF of årshjulet. Raises KnownError when it is too long for paper."""
    return render(prepare_wheel(reading, asked).paper)
