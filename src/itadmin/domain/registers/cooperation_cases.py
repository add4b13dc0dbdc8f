"""Samverkansärenden: from an opening to cooperate about a system to decisions and an agreement.

A case is its host's. What each kommun thinks of it is a record of its own (`cooperation_stances`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    GROUP,
    OPEN,
    PERSONAL,
    REGION,
    ApproximateDay,
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
from itadmin.domain.registers.cooperation_case_rows import ProposalRow, ReasonRow, StepRow
from itadmin.domain.registers.record_rows import Attachment


@dataclass(frozen=True, kw_only=True)
class CooperationCase(Record):
    """One case. Costs are those of all who take part together, without moms."""

    title: Annotated[str, Text("Ärende", OPEN, required=True, help="Till exempel Gemensamt bibliotekssystem.")] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="arendelage", expected=True)] = ""
    host: Annotated[UUID | None, Reference("Värdkommun", OPEN, to="organisations", expected=True)] = None
    participants: Annotated[
        tuple[UUID, ...], References("Deltagande kommuner", OPEN, to="organisations", expected=True)
    ] = ()
    systems: Annotated[tuple[UUID, ...], References("System", OPEN, to="systems")] = ()
    coordinator: Annotated[UUID | None, Reference("Samordnare", PERSONAL, to="people")] = None
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    started_on: Annotated[date | None, Day("Startat", OPEN)] = None
    purpose: Annotated[str, LongText("Syfte", OPEN, expected=True)] = ""
    background: Annotated[str, LongText("Bakgrund", OPEN)] = ""
    consequences: Annotated[
        str, LongText("Konsekvenser", OPEN, help="För personal, information, säkerhet och ekonomi.")
    ] = ""
    reasons: Annotated[tuple[ReasonRow, ...], Rows("Skäl", OPEN, row=ReasonRow)] = ()
    goal_level: Annotated[str, Choice("Målnivå", OPEN, values="samverkansniva")] = ""
    goal_on: Annotated[str, ApproximateDay("Målet nås", OPEN)] = ""
    legal_form: Annotated[str, Choice("Rättslig form", OPEN, values="rattslig_form")] = ""
    developed_by: Annotated[UUID | None, Reference("Utvecklas av", OPEN, to="organisations")] = None
    managed_by: Annotated[UUID | None, Reference("Förvaltas av", OPEN, to="organisations")] = None
    operated_by: Annotated[UUID | None, Reference("Driftas av", OPEN, to="organisations")] = None
    cost_model: Annotated[str, Choice("Fördelningsmodell", OPEN, values="fordelningsmodell")] = ""
    fixed_percent: Annotated[int | None, Whole("Fast del", OPEN, unit="%", maximum=100)] = None
    annual_cost: Annotated[int | None, Money("Kostnad per år", REGION, per="år")] = None
    one_time_cost: Annotated[int | None, Money("Engångskostnad", REGION)] = None
    financing: Annotated[str, LongText("Finansiering", REGION)] = ""
    timetable: Annotated[tuple[StepRow, ...], Rows("Tidplan", OPEN, row=StepRow)] = ()
    proposals: Annotated[tuple[ProposalRow, ...], Rows("Förslag till beslut", OPEN, row=ProposalRow)] = ()
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", REGION, row=Attachment)] = ()
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_host(case: CooperationCase) -> Iterable[Problem]:
    """The host takes part, and nobody cooperates alone."""
    if case.host and case.participants and case.host not in case.participants:
        yield Problem("participants", "Värdkommunen står inte bland deltagarna. Lägg till den.", "anmarkning")
    if len(case.participants) == 1:
        yield Problem("participants", "Ett samverkansärende behöver minst två kommuner.", "anmarkning")


REGISTER = Register(
    name="cooperation_cases",
    record=CooperationCase,
    singular="samverkansärende",
    plural="Samverkansärenden",
    new_label="Nytt samverkansärende",
    icon="handshake",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "status",
                "host",
                "participants",
                "systems",
                "coordinator",
                "registry_number",
                "started_on",
                "purpose",
                "background",
                "reasons",
                "note",
            ),
        ),
        Section(
            "mal", "Mål och form", ("goal_level", "goal_on", "legal_form", "developed_by", "managed_by", "operated_by")
        ),
        Section("kostnad", "Kostnad", ("cost_model", "fixed_percent", "annual_cost", "one_time_cost", "financing")),
        Section("tidplan", "Tidplan och beslut", ("timetable", "proposals", "consequences")),
        Section("dokument", "Dokument", ("attachments",)),
    ),
    columns=("title", "status", "host", "goal_level", "goal_on", "annual_cost"),
    search=("title", "registry_number", "purpose", "background", "note", "attachments.file_name", "attachments.title"),
    keys=("registry_number",),
    subtitle=("status", "host"),
    rules=(check_host,),
    begun_with=("title", "status", "host", "participants", "systems", "purpose"),
    place="Samverkan",
)
