"""Delningsprofiler of one's own: one of the program's profiles, less what the kommun wants to keep at home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from itadmin.domain.fields import LOCAL, Choice, LongText, Rows, Text
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class LeftOutRow:
    """A register that is left out, or one field of it, by identifiers."""

    register: Annotated[str, Text("Register", LOCAL, required=True, max_length=60)] = ""
    field: Annotated[str, Text("Fält", LOCAL, max_length=60)] = ""


@dataclass(frozen=True, kw_only=True)
class ShareProfile(Record):
    """What goes out under a name of one's own; never more than the profile it is made from."""

    name: Annotated[str, Text("Profil", LOCAL, required=True)] = ""
    base: Annotated[str, Choice("Utgår från", LOCAL, values="delningsprofil", expected=True)] = ""
    left_out: Annotated[tuple[LeftOutRow, ...], Rows("Stannar hemma", LOCAL, row=LeftOutRow)] = ()
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""


REGISTER = Register(
    name="share_profiles",
    record=ShareProfile,
    singular="delningsprofil",
    plural="Delningsprofiler",
    new_label="Ny delningsprofil",
    icon="filter",
    title_fields=("name",),
    sections=(Section("oversikt", "Översikt", ("base", "left_out", "note")),),
    columns=("name", "base"),
    search=("name", "note"),
    subtitle=("base",),
)
