"""Deltaganden: that a person is signed up for, has taken part in or has missed a session, or has done a module.

With a session it is about all the session's modules; what is learnt without one (e-lärande, film) names the module.
Who has left is made anonymous in `people`; what is here remains, so that figures do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.calculations.participation import ATTENDED, MISSED
from itadmin.domain.fields import LOCAL_PERSONAL, PERSONAL, REGION, Choice, Day, Reference, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import DayGate, Register, Section

NOT_YET = "Tillfället är {day} och har inte varit än. Närvaro noteras från och med den dagen."


@dataclass(frozen=True, kw_only=True)
class TrainingParticipation(Record):
    """One person's part in a session, or of a module by itself."""

    status: Annotated[str, Choice("Läge", REGION, values="deltagarlage", required=True)] = ""
    person: Annotated[UUID | None, Reference("Deltagare", PERSONAL, to="people", required=True)] = None
    session: Annotated[UUID | None, Reference("Tillfälle", REGION, to="training_sessions")] = None
    module: Annotated[
        UUID | None, Reference("Moment", REGION, to="training_modules", help="För det som lärs utan tillfälle.")
    ] = None
    audience: Annotated[str, Choice("Målgrupp", REGION, values="malgrupp")] = ""
    organisation: Annotated[UUID | None, Reference("Deltar för", REGION, to="organisations")] = None
    signed_up_on: Annotated[date | None, Day("Anmäld", REGION)] = None
    completed_on: Annotated[
        date | None, Day("Genomförd", REGION, help="Lämnas tom: då är det tillfällets sista dag.")
    ] = None
    rating: Annotated[
        int | None, Whole("Utvärdering", REGION, minimum=1, maximum=5, help="1 dåligt, 5 mycket bra.")
    ] = None
    rating_note: Annotated[str, Text("Omdöme", LOCAL_PERSONAL, max_length=1000)] = ""
    note: Annotated[str, Text("Anteckning", LOCAL_PERSONAL, max_length=1000)] = ""


def check_about(participation: TrainingParticipation) -> Iterable[Problem]:
    """It is about a session or a module, and what is done without a session has a day."""
    if participation.session is None and participation.module is None:
        yield Problem("session", "Välj vilket tillfälle eller moment deltagandet gäller.", "anmarkning")
    if participation.status == "genomford" and participation.session is None and participation.completed_on is None:
        yield Problem("completed_on", "Fyll i vilken dag momentet genomfördes.", "anmarkning")


AFTER_THE_DAY = DayGate(
    field="status",
    values=frozenset({ATTENDED, MISSED}),
    day="completed_on",
    register="training_sessions",
    through="session",
    first="starts_on",
    own_sentence="Dagen är {day} och har inte varit än. Närvaro noteras från och med den dagen.",
    sentence=NOT_YET,
)
"""Nobody has been at, or away from, what is still to come."""

REGISTER = Register(
    name="training_participations",
    record=TrainingParticipation,
    singular="deltagande",
    plural="Deltaganden",
    new_label="Nytt deltagande",
    icon="person_available",
    title_fields=("status",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "person",
                "session",
                "module",
                "status",
                "audience",
                "organisation",
                "signed_up_on",
                "completed_on",
                "note",
            ),
        ),
        Section("utvardering", "Utvärdering", ("rating", "rating_note")),
    ),
    columns=("person", "session", "module", "status", "completed_on", "organisation", "rating"),
    search=("note", "rating_note"),
    subtitle=("person", "session"),
    rules=(check_about,),
    day_gates=(AFTER_THE_DAY,),
    begun_with=("person", "session", "module", "status", "completed_on"),
    place="Utbildning",
)
