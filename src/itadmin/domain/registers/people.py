"""People with a task: name and work contact data, nothing else about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import LOCAL, LOCAL_PERSONAL, PERSONAL, Choice, Day, LongText, Reference, Text
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.surrounding_findings import OF_PEOPLE


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody who answers for systems or signs agreements."""

    name: Annotated[str, Text("Namn", PERSONAL, required=True)] = ""
    title: Annotated[str, Text("Befattning", PERSONAL, expected=True)] = ""
    organisation: Annotated[UUID | None, Reference("Organisation", PERSONAL, to="organisations", expected=True)] = None
    kind: Annotated[str, Choice("Slag", PERSONAL, values="personslag")] = ""
    email: Annotated[str, Text("E-post", PERSONAL, form="email", expected=True)] = ""
    phone: Annotated[str, Text("Telefon", PERSONAL, form="phone")] = ""
    left_on: Annotated[date | None, Day("Slutade", PERSONAL, help="Sista dagen i tjänst.")] = None
    anonymised_on: Annotated[date | None, Day("Avidentifierad", LOCAL)] = None
    note: Annotated[str, LongText("Anteckning", LOCAL_PERSONAL)] = ""

    def has_left(self, day: date) -> bool:
        """Whether the last day at work lies before a day."""
        return self.left_on is not None and self.left_on < day


REGISTER = Register(
    name="people",
    record=Person,
    singular="person",
    plural="Personer",
    new_label="Ny person",
    icon="people",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("title", "kind", "organisation", "email", "phone", "left_on", "anonymised_on", "note"),
        ),
    ),
    columns=("name", "title", "organisation", "email", "phone"),
    search=("name", "title", "email", "phone", "note"),
    keys=("email",),
    subtitle=("title", "organisation"),
    findings=OF_PEOPLE,
    past_after="left_on",
    place="Personer och organisation",
)
