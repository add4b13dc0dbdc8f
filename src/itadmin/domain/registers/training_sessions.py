"""Utbildningstillfällen: when and where modules are given, by whom, for how many and for which kommuner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.clock_times import minutes_of, written
from itadmin.domain.fields import (
    OPEN,
    PERSONAL,
    REGION,
    Choice,
    Day,
    LongText,
    Money,
    Reference,
    References,
    Rows,
    Text,
    Whole,
)
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.record_rows import SEARCHED_FILES, Attachment, Link
from itadmin.domain.registers.session_findings import OF_SESSIONS


@dataclass(frozen=True, kw_only=True)
class TrainingSession(Record):
    """One occasion, of one or several days; times are of each of its days, as "09:00"."""

    title: Annotated[str, Text("Namn", OPEN, required=True, help="Till exempel Grundkurs Lifecare, våren.")] = ""
    modules: Annotated[tuple[UUID, ...], References("Moment", OPEN, to="training_modules")] = ()
    status: Annotated[str, Choice("Läge", OPEN, values="tillfalleslage", expected=True)] = ""
    starts_on: Annotated[date | None, Day("Dag", OPEN, expected=True)] = None
    ends_on: Annotated[date | None, Day("Sista dag", OPEN, help="Lämnas tom: då är det en dag.")] = None
    starts_at: Annotated[str, Text("Börjar", OPEN, form="time", max_length=5, help="Till exempel 09:00.")] = ""
    ends_at: Annotated[str, Text("Slutar", OPEN, form="time", max_length=5)] = ""
    venue: Annotated[str, Text("Lokal", OPEN)] = ""
    meeting_link: Annotated[str, Text("Möteslänk", REGION, form="address", max_length=2000)] = ""
    teacher: Annotated[UUID | None, Reference("Lärare", PERSONAL, to="people")] = None
    teacher_name: Annotated[str, Text("Lärare, annan", PERSONAL, help="Den som inte finns bland Personer.")] = ""
    host: Annotated[UUID | None, Reference("Värd", OPEN, to="organisations")] = None
    municipalities: Annotated[tuple[UUID, ...], References("Kommuner", OPEN, to="organisations")] = ()
    seats: Annotated[int | None, Whole("Platser", OPEN, maximum=100_000)] = None
    sign_up_by: Annotated[date | None, Day("Anmälan senast", OPEN)] = None
    cost: Annotated[int | None, Money("Kostnad", OPEN)] = None
    note: Annotated[str, LongText("Anteckning", REGION)] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", REGION, row=Attachment)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", REGION, row=Link)] = ()


def check_days(session: TrainingSession) -> Iterable[Problem]:
    """It does not end before it begins, neither in days nor in hours, and one signs up before it is over."""
    first, last = session.starts_on, session.ends_on or session.starts_on
    if first and last and last < first:
        yield Problem("ends_on", "Tillfället slutar före sin första dag. Ändra dagen.")
    if last and session.sign_up_by and session.sign_up_by > last:
        yield Problem("sign_up_by", "Anmälan stänger efter att tillfället är slut. Ändra dagen.")


def check_times(session: TrainingSession) -> Iterable[Problem]:
    """Times are of the clock, and the end is after the beginning of the same day."""
    begins, ends = minutes_of(session.starts_at), minutes_of(session.ends_at)
    for field, text, time in (("starts_at", session.starts_at, begins), ("ends_at", session.ends_at, ends)):
        if text and time is None:
            yield Problem(field, "Skriv tiden som timmar och minuter, till exempel 09:00.")
    if begins is not None and ends is not None and ends <= begins:
        yield Problem("ends_at", "Tillfället slutar innan det har börjat. Ändra tiden.")


def write_times(_before: TrainingSession, after: TrainingSession, _day: date) -> TrainingSession:
    """Let times stand as "09:00", however they were typed."""
    return replace(after, starts_at=_alike(after.starts_at), ends_at=_alike(after.ends_at))


def _alike(time: str) -> str:
    minutes = minutes_of(time)
    return time if minutes is None else written(minutes)


REGISTER = Register(
    name="training_sessions",
    record=TrainingSession,
    singular="utbildningstillfälle",
    plural="Tillfällen",
    new_label="Nytt tillfälle",
    icon="calendar_person",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("modules", "status", "starts_on", "ends_on", "starts_at", "ends_at", "venue", "meeting_link", "note"),
        ),
        Section(
            "deltagare",
            "Platser och anmälan",
            ("teacher", "teacher_name", "host", "municipalities", "seats", "sign_up_by", "cost"),
        ),
        Section("dokument", "Dokument", ("attachments", "links")),
    ),
    columns=("title", "starts_on", "starts_at", "venue", "status", "seats", "teacher"),
    search=("title", "venue", "teacher_name", "note", *SEARCHED_FILES),
    subtitle=("starts_on", "venue"),
    rules=(check_days, check_times),
    settle=write_times,
    begun_with=("title", "modules", "status", "starts_on", "starts_at", "ends_at", "venue", "seats"),
    findings=OF_SESSIONS,
    place="Utbildning",
)
