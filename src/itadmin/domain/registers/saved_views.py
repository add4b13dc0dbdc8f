"""Sparade vyer: named filters of a register's list, kept in the file so that they follow it to another machine.

What a view holds is JSON that the services make and read; nothing here knows its form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from itadmin.domain.fields import LOCAL, LongText, Text, Whole
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class SavedView(Record):
    """A view of one register: its name, and what it shows as JSON."""

    name: Annotated[str, Text("Namn", LOCAL, required=True, max_length=120)] = ""
    register: Annotated[str, Text("Register", LOCAL, max_length=60, expected=True)] = ""
    definition: Annotated[str, LongText("Innehåll", LOCAL, max_length=20_000)] = ""
    ordinal: Annotated[int | None, Whole("Ordning", LOCAL)] = None


REGISTER = Register(
    name="saved_views",
    record=SavedView,
    singular="vy",
    plural="Sparade vyer",
    new_label="Ny vy",
    icon="star",
    title_fields=("name",),
    sections=(Section("oversikt", "Översikt", ("register", "definition", "ordinal")),),
    columns=("name", "register"),
    search=("name",),
    subtitle=("register",),
)
