"""The styrande dokument beside an IT-policy: in short in its introduction, with version and state in an appendix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from itadmin.documents.content import Block, Column, DataTable, Heading, Paragraph, Row
from itadmin.documents.it_policy_facts import Beside, PolicyFacts
from itadmin.documents.phrases import counted, listed
from itadmin.domain.calendar import days_in_month
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import fold

_INSTRUCTIONS = "it_instruktion_"
_SECURITY = "informationssakerhetspolicy"


def steering_documents(facts: PolicyFacts) -> tuple[Block, ...]:
    """The styrande dokument of the IT work: this one, and the others of the register."""
    columns = (
        Column("Dokument", weight=58),
        Column("Varaktighet", weight=28),
        Column("Fastställt", weight=34),
        Column("Finns", weight=23),
    )
    own: Row = (facts.document.title, duration(facts.document), _in_how_many(facts.adopted, len(facts.kommuner)), "Här")
    others = (_beside_row(beside) for beside in facts.beside)
    return (DataTable(columns, (own, *others), "Styrande dokument", row_heading="strong"),)


def _beside_row(beside: Beside) -> Row:
    return (
        beside.document.title,
        duration(beside.document),
        _in_how_many(len(beside.come.adopted), beside.come.asked),
        "Egen handling",
    )


def _in_how_many(adopted: int, deciding: int) -> str:
    if not deciding:
        return ""
    return f"{adopted} av {counted(deciding, 'kommun', 'kommuner')}"


def duration(document: SteeringDocument) -> str:
    """How long a document is meant to hold, "5 år"; "tills vidare" without an end, "" when it is not known."""
    if document.open_ended:
        return "Tills vidare"
    first, last = document.valid_from, document.valid_until
    if first is None or last is None:
        return ""
    months = _months(first, last)
    years, rest = divmod(months, 12)
    parts = (counted(years, "år", "år") if years else "", counted(rest, "månad", "månader") if rest else "")
    return listed([part for part in parts if part])


def _months(first: date, last: date) -> int:
    """Whole months from a first day to a last day, both counted."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if first.day == 1:
        return months + (last.day == days_in_month(last.year, last.month))
    return months - (last.day < first.day - 1)


def documents_beside(facts: PolicyFacts) -> Iterator[Block]:
    """What appendices A–C say: which documents there are beside the policy, as handlingar of their own."""
    instructions = [item for item in facts.beside if item.document.template.startswith(_INSTRUCTIONS)]
    security = [item for item in facts.beside if _SECURITY in fold(item.document.title).replace(" ", "")]
    others = [item for item in facts.beside if item not in (*instructions, *security)]
    yield Heading("A Styrande dokument", level=2, numbered=False)
    yield Paragraph("Dokument som styr IT-stödet vid sidan av policyn. De är egna handlingar.")
    yield _listed(facts, others, "Inga andra styrande dokument är registrerade.")
    yield Heading("B Informationssäkerhetspolicy", level=2, numbered=False)
    yield Paragraph("Informationssäkerhetspolicyn är en egen handling och antas av kommunfullmäktige i varje kommun.")
    yield _listed(facts, security, "Informationssäkerhetspolicyn är inte registrerad här.")
    yield Heading("C IT-instruktioner", level=2, numbered=False)
    yield Paragraph("IT-instruktionerna är egna handlingar. De har samma uppställning i alla kommuner.")
    yield _listed(facts, instructions, "Inga IT-instruktioner är registrerade.")


def _listed(facts: PolicyFacts, documents: Iterable[Beside], none: str) -> Block:
    rows = tuple(_document_row(facts, beside) for beside in documents)
    if not rows:
        return Paragraph(none, "note")
    columns = (
        Column("Dokument", weight=56),
        Column("Version", weight=20),
        Column("Läge", weight=26),
        Column("Revideras senast", weight=28),
        Column("Dokumentansvarig", weight=30),
    )
    return DataTable(columns, rows, row_heading="strong")


def _document_row(facts: PolicyFacts, beside: Beside) -> Row:
    document = beside.document
    return (
        document.title,
        document.version,
        facts.words.label_of("planstatus", document.status) if document.status else "",
        document.revise_by.isoformat() if document.revise_by else "",
        document.responsible_function,
    )
