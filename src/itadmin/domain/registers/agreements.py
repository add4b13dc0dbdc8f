"""Agreements: what is agreed about systems, between whom, for how long and to what level.

One register for every kind. What only a driftavtal has (service levels, backup, responsibilities) is left empty by the
others. The rows an agreement owns are described in `agreement_rows.py`, terms are computed in `calculations/notice.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated
from uuid import UUID

from itadmin.domain.calculations.notice import Option, Terms, TermState, evaluate
from itadmin.domain.calculations.notice import problems as term_problems
from itadmin.domain.fields import (
    GROUP,
    LOCAL,
    OPEN,
    REGION,
    Choice,
    Computed,
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
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.agreement_rows import (
    AppendixRow,
    BackupRow,
    ContactRow,
    EnvironmentRow,
    EscalationRow,
    FreezeRow,
    OptionRow,
    PriceRow,
    PriorityRow,
    ResponsibilityRow,
    SignatoryRow,
)
from itadmin.domain.registers.record_rows import Attachment, Link
from itadmin.domain.registers.surrounding_findings import OF_AGREEMENTS
from itadmin.domain.service_time import hours_in


@dataclass(frozen=True, kw_only=True)
class Agreement(Record):
    """An agreement of any kind; most fields beside identity and term belong to a driftavtal."""

    title: Annotated[str, Text("Benämning", OPEN, required=True, help="Till exempel Driftavtal Lifecare.")] = ""
    number: Annotated[str, Text("Avtalsnummer", OPEN, expected=True, max_length=40)] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, expected=True, max_length=40)] = ""
    kind: Annotated[str, Choice("Slag", OPEN, values="avtalstyp", expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="avtalsstatus", expected=True)] = ""
    version: Annotated[str, Text("Version", OPEN, max_length=20)] = ""
    systems: Annotated[tuple[UUID, ...], References("System", OPEN, to="systems", expected=True)] = ()
    document_owner: Annotated[str, Text("Dokumentansvarig", OPEN, help="Funktionen som håller avtalet aktuellt.")] = ""
    publicity: Annotated[str, Choice("Offentlighet", OPEN, values="sekretess")] = ""
    paper_title: Annotated[
        str,
        Text(
            "Rubrik på handlingen",
            OPEN,
            help="Lämnas tom: då avgör parterna om det är ett avtal eller en överenskommelse.",
        ),
    ] = ""
    appendices: Annotated[tuple[AppendixRow, ...], Rows("Bilagor som egna handlingar", OPEN, row=AppendixRow)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", LOCAL, row=Link)] = ()
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", LOCAL, row=Attachment)] = ()
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""

    customer: Annotated[
        UUID | None,
        Reference(
            "Systemägarens part", OPEN, to="organisations", help="Nämnden eller förvaltningen som äger systemet."
        ),
    ] = None
    provider: Annotated[
        UUID | None, Reference("Driftenhetens part", OPEN, to="organisations", help="IT-enheten som utför driften.")
    ] = None
    supplier: Annotated[UUID | None, Reference("Leverantör", OPEN, to="organisations")] = None
    contacts: Annotated[tuple[ContactRow, ...], Rows("Kontakter", REGION, row=ContactRow)] = ()
    signatories: Annotated[tuple[SignatoryRow, ...], Rows("Undertecknas av", OPEN, row=SignatoryRow)] = ()
    signing: Annotated[str, Choice("Underskrift", OPEN, values="signering")] = ""
    copies: Annotated[int | None, Whole("Antal exemplar", OPEN, minimum=1, maximum=20)] = None
    signed_on: Annotated[date | None, Day("Undertecknat", OPEN)] = None

    starts_on: Annotated[date | None, Day("Gäller från och med", OPEN, expected=True)] = None
    first_term_months: Annotated[
        int | None, Whole("Första avtalstid", OPEN, unit="månader", minimum=1, maximum=1200)
    ] = None
    first_term_ends_on: Annotated[
        date | None, Day("Gäller till och med", OPEN, help="Sista dagen som avtalet gäller.")
    ] = None
    open_ended: Annotated[bool | None, YesNo("Gäller tills vidare", OPEN)] = None
    renewal_months: Annotated[int | None, Whole("Förlängs med", OPEN, unit="månader i taget", maximum=1200)] = None
    notice_months: Annotated[int | None, Whole("Uppsägningstid", OPEN, unit="månader", maximum=1200)] = None
    notice_days: Annotated[int | None, Whole("Uppsägningstid i dagar", OPEN, unit="dagar", maximum=36_500)] = None
    notice_to_month_end: Annotated[bool | None, YesNo("Uppsägning till månadsskifte", OPEN)] = None
    notice_given_on: Annotated[date | None, Day("Uppsagt den", OPEN)] = None
    options: Annotated[tuple[OptionRow, ...], Rows("Optioner", OPEN, row=OptionRow)] = ()
    term_ends_on: Annotated[date | None, Computed("Löper till och med", OPEN, kind=Day)] = None
    last_notice_day: Annotated[date | None, Computed("Sista dag att säga upp", OPEN, kind=Day)] = None
    next_notice_day: Annotated[date | None, Computed("Nästa dag att säga upp", OPEN, kind=Day)] = None
    state: Annotated[str, Computed("Avtalstid", OPEN, kind=Text)] = ""
    explanation: Annotated[str, Computed("Så räknas dagen fram", OPEN, kind=LongText)] = ""

    connected_municipalities: Annotated[
        tuple[UUID, ...], References("Anslutna kommuner", OPEN, to="organisations")
    ] = ()
    modules: Annotated[str, Text("Moduler", OPEN)] = ""
    environments: Annotated[str, Text("Miljöer", OPEN)] = ""
    user_count: Annotated[int | None, Whole("Högsta antal användare", OPEN)] = None
    included: Annotated[str, LongText("Ingår", OPEN, help="En punkt på varje rad.")] = ""
    excluded: Annotated[str, LongText("Ingår inte", OPEN, help="En punkt på varje rad.")] = ""
    dependencies: Annotated[str, LongText("Beroenden", REGION, help="Vad driften är beroende av.")] = ""
    responsibilities: Annotated[
        tuple[ResponsibilityRow, ...], Rows("Ansvarsfördelning", OPEN, row=ResponsibilityRow)
    ] = ()
    critical_patch_time: Annotated[str, Text("Kritisk säkerhetsuppdatering inom", OPEN)] = ""
    documentation_review: Annotated[str, Choice("Driftdokumentation gås igenom", OPEN, values="intervall")] = ""

    service_class: Annotated[
        str, Choice("Driftklass", OPEN, values="driftklass", help="Fyller i alla servicenivåer.")
    ] = ""
    operating_hours: Annotated[str, Text("Driftstid", OPEN)] = ""
    opening_hours: Annotated[str, Text("Öppettid", OPEN)] = ""
    availability_percent: Annotated[int | None, Percent("Tillgänglighet", OPEN)] = None
    measuring_period: Annotated[str, Choice("Mäts per", OPEN, values="matperiod")] = ""
    longest_outage: Annotated[str, Text("Längsta avbrott", OPEN)] = ""
    response_time: Annotated[str, Text("Svarstid i systemet", OPEN)] = ""
    support_hours: Annotated[str, Text("Supporttid", OPEN)] = ""
    on_call: Annotated[bool | None, YesNo("Jour utanför supporttid", OPEN)] = None
    support_channels: Annotated[str, Text("Kontaktvägar", OPEN)] = ""
    order_time: Annotated[str, Text("Beställning utförs inom", OPEN)] = ""
    priorities: Annotated[tuple[PriorityRow, ...], Rows("Incidenter per prioritet", OPEN, row=PriorityRow)] = ()
    environment_levels: Annotated[tuple[EnvironmentRow, ...], Rows("Nivåer per miljö", OPEN, row=EnvironmentRow)] = ()

    backups: Annotated[tuple[BackupRow, ...], Rows("Säkerhetskopiering", LOCAL, row=BackupRow)] = ()
    rpo_hours: Annotated[int | None, Whole("Största dataförlust (RPO)", OPEN, unit="timmar")] = None
    rto_hours: Annotated[int | None, Whole("Återställt inom (RTO)", OPEN, unit="timmar")] = None
    restore_test: Annotated[str, Choice("Återläsning provas", OPEN, values="intervall")] = ""
    fallback_routine: Annotated[str, Text("Reservrutin", REGION)] = ""
    restart_order: Annotated[int | None, Whole("Plats i återstartsordningen", GROUP)] = None

    maintenance_window: Annotated[str, Text("Servicefönster", OPEN)] = ""
    change_notice_days: Annotated[int | None, Whole("Avisering av ändring", OPEN, unit="arbetsdagar", maximum=365)] = (
        None
    )
    freezes: Annotated[tuple[FreezeRow, ...], Rows("Frysperioder", OPEN, row=FreezeRow)] = ()
    log_months: Annotated[int | None, Whole("Loggar sparas", LOCAL, unit="månader")] = None
    multi_factor: Annotated[bool | None, YesNo("Flerfaktorsinloggning", LOCAL)] = None
    access_review: Annotated[str, Choice("Behörigheter granskas", OPEN, values="intervall")] = ""
    incident_duty: Annotated[
        str, Text("Incidenter anmäls", OPEN, help="Hur snart och hur motparten ska anmäla en säkerhetsincident.")
    ] = ""
    subcontractors: Annotated[str, Text("Underleverantörer", OPEN)] = ""
    dpa: Annotated[UUID | None, Reference("PUB-avtal", OPEN, to="agreements")] = None
    operators_with_competence: Annotated[int | None, Whole("Minst antal med driftkompetens", OPEN)] = None

    annual_price: Annotated[int | None, Money("Pris", OPEN, per="år")] = None
    price_model: Annotated[str, Choice("Prismodell", OPEN, values="prismodell")] = ""
    prices: Annotated[tuple[PriceRow, ...], Rows("Prisrader", OPEN, row=PriceRow)] = ()
    allocation_model: Annotated[str, Choice("Kostnadsfördelning", OPEN, values="fordelningsmodell")] = ""
    population_day: Annotated[date | None, Day("Befolkning per", OPEN)] = None
    population_source: Annotated[str, Text("Källa för befolkning", OPEN)] = ""
    invoicing: Annotated[str, Choice("Faktureras", OPEN, values="intervall")] = ""
    price_adjustment: Annotated[str, Text("Pris justeras", OPEN)] = ""
    hourly_rate: Annotated[int | None, Money("Tilläggsarbete", OPEN, per="timme")] = None

    report_interval: Annotated[str, Choice("Utfall redovisas", OPEN, values="intervall")] = ""
    meeting_interval: Annotated[str, Choice("Uppföljningsmöte", OPEN, values="intervall")] = ""
    action_plan_days: Annotated[int | None, Whole("Åtgärdsplan inom", OPEN, unit="arbetsdagar", maximum=365)] = None
    escalations: Annotated[tuple[EscalationRow, ...], Rows("Eskalering", OPEN, row=EscalationRow)] = ()
    handover_format: Annotated[str, Text("Information lämnas ut som", OPEN)] = ""


def terms_of(agreement: Agreement) -> Terms:
    """The agreement's terms as the calculation wants them."""
    return Terms(
        starts_on=agreement.starts_on,
        first_term_months=agreement.first_term_months,
        first_term_ends_on=agreement.first_term_ends_on,
        renewal_months=agreement.renewal_months,
        notice_months=agreement.notice_months,
        notice_days=agreement.notice_days,
        open_ended=bool(agreement.open_ended),
        notice_given_on=agreement.notice_given_on,
        options=tuple(Option(row.months, row.decision_day, row.taken) for row in agreement.options if row.months),
        month_end=bool(agreement.notice_to_month_end),
    )


@lru_cache(maxsize=4096)
def _evaluate(terms: Terms, day: date) -> TermState:
    return evaluate(terms, day)


def term_state(agreement: Agreement, day: date) -> TermState:
    """What holds of the agreement's term on a day."""
    return _evaluate(terms_of(agreement), day)


def check_terms(agreement: Agreement) -> Iterable[Problem]:
    """The terms must make sense together."""
    for field, severity, sentence in term_problems(terms_of(agreement)):
        yield Problem(field, sentence, severity)


def check_parties(agreement: Agreement) -> Iterable[Problem]:
    """Nobody agrees with themselves."""
    if agreement.customer and agreement.customer == agreement.provider:
        yield Problem(
            "provider", "Samma organisation står på båda sidor. Välj enheten som utför driften.", "anmarkning"
        )


def check_recovery(agreement: Agreement) -> Iterable[Problem]:
    """What may last a time at most must be restored within it."""
    longest = hours_in(agreement.longest_outage)
    if longest is not None and agreement.rto_hours is not None and agreement.rto_hours > longest:
        yield Problem("rto_hours", "Återställningstiden är längre än det längsta tillåtna avbrottet.", "anmarkning")


REGISTER = Register(
    name="agreements",
    record=Agreement,
    singular="avtal",
    plural="Avtal",
    new_label="Nytt avtal",
    icon="document_text",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "status",
                "systems",
                "number",
                "registry_number",
                "version",
                "document_owner",
                "publicity",
                "paper_title",
                "appendices",
                "note",
            ),
        ),
        Section(
            "avtalstid",
            "Avtalstid",
            (
                "starts_on",
                "first_term_months",
                "first_term_ends_on",
                "open_ended",
                "renewal_months",
                "notice_months",
                "notice_days",
                "notice_to_month_end",
                "notice_given_on",
                "options",
            ),
        ),
        Section("parter", "Parter", ("customer", "provider", "supplier", "contacts")),
        Section(
            "omfattning",
            "Omfattning och ansvar",
            (
                "modules",
                "environments",
                "connected_municipalities",
                "user_count",
                "included",
                "excluded",
                "dependencies",
                "responsibilities",
                "critical_patch_time",
                "documentation_review",
            ),
        ),
        Section(
            "servicenivaer",
            "Servicenivåer",
            (
                "service_class",
                "operating_hours",
                "opening_hours",
                "availability_percent",
                "measuring_period",
                "longest_outage",
                "response_time",
                "support_hours",
                "on_call",
                "support_channels",
                "order_time",
                "priorities",
                "environment_levels",
            ),
        ),
        Section(
            "kontinuitet",
            "Säkerhetskopiering och kontinuitet",
            ("backups", "rpo_hours", "rto_hours", "restore_test", "fallback_routine", "restart_order"),
        ),
        Section(
            "andringar",
            "Ändringar och säkerhet",
            (
                "maintenance_window",
                "change_notice_days",
                "freezes",
                "log_months",
                "multi_factor",
                "access_review",
                "incident_duty",
                "subcontractors",
                "dpa",
                "operators_with_competence",
            ),
        ),
        Section(
            "ekonomi",
            "Ekonomi",
            (
                "annual_price",
                "price_model",
                "prices",
                "allocation_model",
                "population_day",
                "population_source",
                "invoicing",
                "price_adjustment",
                "hourly_rate",
            ),
        ),
        Section(
            "uppfoljning",
            "Uppföljning",
            ("report_interval", "meeting_interval", "action_plan_days", "escalations", "handover_format"),
        ),
        Section("underskrift", "Underskrift", ("signing", "copies", "signatories", "signed_on")),
        Section("filer", "Länkar och filer", ("links", "attachments")),
    ),
    columns=("title", "status", "term_ends_on", "last_notice_day", "kind", "provider", "supplier"),
    search=("title", "number", "registry_number", "note"),
    keys=("number",),
    subtitle=("kind", "provider", "supplier"),
    rules=(check_terms, check_parties, check_recovery),
    findings=OF_AGREEMENTS,
    place="Avtal",
    calculations={
        "term_ends_on": lambda record, day: term_state(record, day).term_ends_on,
        "last_notice_day": lambda record, day: term_state(record, day).last_notice_day,
        "next_notice_day": lambda record, day: term_state(record, day).next_notice_day,
        "state": lambda record, day: term_state(record, day).state,
        "explanation": lambda record, day: term_state(record, day).explanation,
    },
)
