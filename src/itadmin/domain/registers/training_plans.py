"""Utbildningsplaner: who must know what of a system or a general application, and how they come to know it.

Each version is a record; its moment are `training_modules`. A plan without a system is about what all use (e-post,
kontorsprogram) or about the IT staff. Source: the founding policy, which asks systemägaren for one for every system.
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
    Choice,
    Day,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register, Section
from itadmin.domain.registers.record_rows import SEARCHED_FILES, Attachment, Link
from itadmin.domain.registers.training_plan_findings import OF_TRAINING_PLANS

_WHOLE = 10_000


@dataclass(frozen=True, kw_only=True)
class AudienceRow:
    """A målgrupp of the plan and how well those in it must know the system."""

    audience: Annotated[str, Choice("Målgrupp", OPEN, values="malgrupp", required=True)] = ""
    level: Annotated[str, Choice("Ska kunna", OPEN, values="kompetensniva")] = ""
    note: Annotated[str, Text("Anmärkning", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class HeadCountRow:
    """How many of a målgrupp there are in a kommun, named by its kommunkod."""

    audience: Annotated[str, Choice("Målgrupp", OPEN, values="malgrupp", required=True)] = ""
    municipality: Annotated[str, Text("Kommun", OPEN, required=True, form="municipality_code", max_length=40)] = ""
    people: Annotated[int | None, Whole("Antal", OPEN)] = None


@dataclass(frozen=True, kw_only=True)
class MaterialRow:
    """A manual or other material: where it is, in which version, and who keeps it true."""

    title: Annotated[str, Text("Material", OPEN, required=True)] = ""
    address: Annotated[str, Text("Finns på", REGION, max_length=2000)] = ""
    version: Annotated[str, Text("Version", OPEN, form="version", max_length=40)] = ""
    responsible: Annotated[str, Text("Ansvarig funktion", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class DutyRow:
    """What a function answers for."""

    task: Annotated[str, Text("Uppgift", OPEN, required=True)] = ""
    function: Annotated[str, Text("Funktion", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class BudgetRow:
    """What a kind of thing costs in the year of the plan."""

    item: Annotated[str, Choice("Post", OPEN, values="utbildningskostnad", required=True)] = ""
    amount: Annotated[int | None, Money("Belopp", OPEN, per="år")] = None
    note: Annotated[str, Text("Anmärkning", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class TrainingPlan(Record):
    """One version of a plan. `system_version` is the system's version that it was adopted for."""

    title: Annotated[str, Text("Namn", OPEN, required=True, help="Till exempel Utbildningsplan Lifecare.")] = ""
    kind: Annotated[str, Choice("Gäller", OPEN, values="utbildningsplansslag", expected=True)] = ""
    system: Annotated[UUID | None, Reference("System", OPEN, to="systems")] = None
    all_staff: Annotated[
        bool | None,
        YesNo("Gäller all personal", OPEN, help="Ja: alla i de kommuner som planen gäller är slutanvändare."),
    ] = None
    municipalities: Annotated[tuple[UUID, ...], References("Kommuner", OPEN, to="organisations")] = ()
    version: Annotated[str, Text("Version", OPEN, form="version", max_length=40, expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="planstatus", expected=True)] = ""
    valid_from: Annotated[date | None, Day("Gäller från och med", OPEN, expected=True)] = None
    valid_until: Annotated[date | None, Day("Gäller till och med", OPEN)] = None
    revise_by: Annotated[date | None, Day("Revideras senast", OPEN, expected=True)] = None
    adopted_on: Annotated[date | None, Day("Fastställd", OPEN)] = None
    adopted_by: Annotated[UUID | None, Reference("Fastställd av", PERSONAL, to="people")] = None
    adopted_function: Annotated[str, Text("Fastställd av funktion", OPEN, help="Till exempel Systemägare.")] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    system_version: Annotated[str, Text("Systemets version", OPEN, form="version", max_length=40)] = ""
    responsible: Annotated[UUID | None, Reference("Ansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[
        str, Text("Ansvarig funktion", OPEN, expected=True, help="Till exempel Systemansvarig.")
    ] = ""
    purpose: Annotated[str, LongText("Syfte och mål", OPEN, expected=True)] = ""
    target_percent: Annotated[int | None, Percent("Mål: andel utbildade", OPEN)] = None
    audiences: Annotated[tuple[AudienceRow, ...], Rows("Målgrupper", OPEN, row=AudienceRow)] = ()
    head_counts: Annotated[tuple[HeadCountRow, ...], Rows("Antal per kommun", OPEN, row=HeadCountRow)] = ()
    material: Annotated[tuple[MaterialRow, ...], Rows("Material och manualer", OPEN, row=MaterialRow)] = ()
    duties: Annotated[tuple[DutyRow, ...], Rows("Ansvar", OPEN, row=DutyRow)] = ()
    budget: Annotated[tuple[BudgetRow, ...], Rows("Budget", OPEN, row=BudgetRow)] = ()
    cost_model: Annotated[str, Choice("Kostnaden fördelas", OPEN, values="fordelningsmodell")] = ""
    follow_up: Annotated[str, LongText("Uppföljning", OPEN)] = ""
    template: Annotated[str, Choice("Mall", OPEN, values="utbildningsmall")] = ""
    replaces: Annotated[UUID | None, Reference("Ersätter", OPEN, to="training_plans")] = None
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", REGION, row=Attachment)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", REGION, row=Link)] = ()


def check_validity(plan: TrainingPlan) -> Iterable[Problem]:
    """It does not end before it begins, and is revised while it is valid."""
    first, last, revised = plan.valid_from, plan.valid_until, plan.revise_by
    if first and last and last < first:
        yield Problem("valid_until", "Planen slutar gälla före sin första dag. Ändra dagen.")
    if first and revised and revised < first:
        yield Problem("revise_by", "Planen ska revideras innan den har börjat gälla. Ändra dagen.")
    if plan.status == "faststalld" and plan.adopted_on is None:
        yield Problem("adopted_on", "Planen saknar dag. Fyll i när den fastställdes.", "anmarkning")
    if plan.replaces and plan.replaces == plan.id:
        yield Problem("replaces", "Planen kan inte ersätta sig själv. Välj versionen före.")


def check_about(plan: TrainingPlan) -> Iterable[Problem]:
    """A plan for a system names it."""
    if plan.kind == "system" and plan.system is None:
        yield Problem("system", "Planen gäller ett system. Välj vilket.", "anmarkning")
    if plan.kind in ("allman", "it_personal") and plan.system is not None:
        yield Problem("kind", "Planen gäller ett system och ska då ha Gäller: Ett system.", "anmarkning")


def check_rows(plan: TrainingPlan) -> Iterable[Problem]:
    """A målgrupp stands once, and so does its number in a kommun; shares are at most a hundred percent."""
    audiences = [row.audience for row in plan.audiences]
    if len(set(audiences)) < len(audiences):
        yield Problem("audiences", "Samma målgrupp står två gånger. Ta bort den ena raden.")
    counted = [(row.audience, row.municipality) for row in plan.head_counts]
    if len(set(counted)) < len(counted):
        yield Problem("head_counts", "Samma målgrupp och kommun står två gånger. Ta bort den ena raden.")
    if plan.target_percent is not None and plan.target_percent > _WHOLE:
        yield Problem("target_percent", "Målet är mer än 100 procent. Ange en andel.")


REGISTER = Register(
    name="training_plans",
    record=TrainingPlan,
    singular="utbildningsplan",
    plural="Utbildningsplaner",
    new_label="Ny utbildningsplan",
    icon="hat_graduation",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "system",
                "all_staff",
                "municipalities",
                "version",
                "status",
                "purpose",
                "target_percent",
                "template",
                "replaces",
                "note",
            ),
        ),
        Section("malgrupper", "Målgrupper", ("audiences", "head_counts")),
        Section("ansvar", "Ansvar", ("responsible", "responsible_function", "duties")),
        Section("material", "Material och manualer", ("material",)),
        Section("budget", "Budget", ("budget", "cost_model")),
        Section("uppfoljning", "Uppföljning", ("follow_up",)),
        Section(
            "giltighet",
            "Giltighet och beslut",
            (
                "valid_from",
                "valid_until",
                "revise_by",
                "adopted_on",
                "adopted_by",
                "adopted_function",
                "registry_number",
                "system_version",
            ),
        ),
        Section("dokument", "Dokument", ("attachments", "links")),
    ),
    columns=("title", "status", "system", "version", "adopted_on", "revise_by", "responsible_function"),
    search=("title", "registry_number", "purpose", "note", *SEARCHED_FILES),
    keys=("registry_number",),
    subtitle=("version", "status"),
    rules=(check_validity, check_about, check_rows),
    findings=OF_TRAINING_PLANS,
    begun_with=("title", "kind", "system", "version", "status", "responsible_function"),
    lock=Lock(
        "Planen är fastställd och kan inte ändras. Gör en ny version av den.",
        "status",
        values=frozenset({"faststalld", "inaktuell", "ersatt"}),
        open=frozenset({"note", "links", "attachments", "responsible", "responsible_function"}),
    ),
    place="Utbildning",
)
