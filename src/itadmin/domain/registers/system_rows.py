"""Rows that a system owns: how it was classified before, and the kinds of right that can be given in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import GROUP, LOCAL, Choice, Day, LongText, Text, YesNo


@dataclass(frozen=True, kw_only=True)
class EarlierClassification:
    """A classification that another has replaced."""

    classified_on: Annotated[date | None, Day("Klassad", GROUP)] = None
    confidentiality: Annotated[str, Choice("Konfidentialitet", GROUP, values="krt_niva")] = ""
    integrity: Annotated[str, Choice("Riktighet", GROUP, values="krt_niva")] = ""
    availability: Annotated[str, Choice("Tillgänglighet", GROUP, values="krt_niva")] = ""
    traceability: Annotated[str, Choice("Spårbarhet", GROUP, values="krt_niva")] = ""
    classified_by: Annotated[str, Text("Klassad av", GROUP)] = ""
    reason: Annotated[str, LongText("Motivering", GROUP)] = ""


@dataclass(frozen=True, kw_only=True)
class AccessRight:
    """A kind of right that the system owner can decide that somebody shall have."""

    name: Annotated[
        str, Text("Behörighet", LOCAL, help="Till exempel Läsa, Handläggare eller Systemadministratör.")
    ] = ""
    description: Annotated[str, Text("Vad den ger", LOCAL)] = ""
    privileged: Annotated[bool | None, YesNo("Hög behörighet", LOCAL)] = None
