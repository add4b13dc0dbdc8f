"""Gallringsfrister: how long personal data of each kind is kept after it is no longer needed, and by which decision.

The months are the kommun's own; none is taken for granted. Nothing is removed by itself: somebody looks and confirms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import LOCAL, Choice, Day, LongText, Text, Whole
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class RetentionRule(Record):
    """After how many months what is removed."""

    kind: Annotated[str, Choice("Vad som gallras", LOCAL, values="gallringsslag", required=True)] = ""
    months: Annotated[int | None, Whole("Efter", LOCAL, unit="månader", maximum=1200, expected=True)] = None
    decision: Annotated[
        str, Text("Gallringsbeslut", LOCAL, expected=True, help="Till exempel dokumenthanteringsplanen 2026, § 4.")
    ] = ""
    decided_on: Annotated[date | None, Day("Beslutad", LOCAL)] = None
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""


REGISTER = Register(
    name="retention_rules",
    record=RetentionRule,
    singular="gallringsfrist",
    plural="Gallringsfrister",
    new_label="Ny frist",
    icon="broom",
    title_fields=("kind",),
    sections=(Section("oversikt", "Översikt", ("kind", "months", "decision", "decided_on", "note")),),
    columns=("kind", "months", "decision", "decided_on"),
    search=("decision", "note"),
    begun_with=("kind", "months", "decision"),
    place="Personer och organisation",
)
