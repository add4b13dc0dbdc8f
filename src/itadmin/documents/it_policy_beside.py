"""The styrande dokument beside an IT-policy: in short in its introduction, with version and state in an appendix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from itadmin.documents.content import Block, Column, DataTable, Heading, Paragraph, Row
from itadmin.documents.it_policy_decisions import of_how_many
from itadmin.documents.it_policy_facts import Beside, PolicyFacts
from itadmin.documents.phrases import counted, in_sentence, listed_names
from itadmin.domain.calendar import days_in_month
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import fold, listed

_INSTRUCTIONS = "it_instruktion_"
_SECURITY = "informationssakerhetspolicy"
_OTHERS = "Dokument som styr IT-stödet vid sidan av policyn. De är egna handlingar."
_NO_OTHERS = "Vid sidan av dokumenten i bilaga B och C finns inga andra dokument som styr IT-stödet."


def steering_documents(facts: PolicyFacts) -> tuple[Block, ...]:
    """The styrande dokument of the IT work that are in force: this one, and the others of the register."""
    columns = (
        Column("Dokument", weight=58),
        Column("Varaktighet", weight=28),
        Column("Fastställt i", weight=34),
        Column("Finns", weight=23),
    )
    own: Row = (facts.document.title, duration(facts.document), of_how_many(facts), "Här")
    others = (
        (beside.document.title, duration(beside.document), _adopted_in(facts, beside), "Egen handling")
        for beside in facts.beside
        if beside.is_settled
    )
    return (
        DataTable(columns, (own, *others), "Styrande dokument", _on_its_way(facts, facts.beside), row_heading="strong"),
    )


def _adopted_in(facts: PolicyFacts, beside: Beside) -> str:
    """Where a document is adopted: in one kommun by its name, of several in how many; without decisions in our own."""
    if beside.come.asked > 1:
        return f"{len(beside.towns)} av {counted(beside.come.asked, 'kommun', 'kommuner')}"
    return "".join(beside.towns) or facts.own


def _on_its_way(facts: PolicyFacts, documents: Iterable[Beside]) -> str:
    """The documents that are being made and do not only renew one in force; "" without any."""
    in_force = {beside.document.id for beside in facts.beside if beside.is_settled}
    made = [each.document for each in documents if not each.is_settled and each.document.replaces not in in_force]
    return f"Tas fram: {listed_names([in_sentence(document.title) for document in made])}." if made else ""


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
    yield Paragraph(_OTHERS if others else _NO_OTHERS)
    yield from _listed(facts, others)
    yield Heading("B Informationssäkerhetspolicy", level=2, numbered=False)
    yield Paragraph("Informationssäkerhetspolicyn är en egen handling och antas av kommunfullmäktige i varje kommun.")
    yield from _listed(facts, security)
    yield Heading("C IT-instruktioner", level=2, numbered=False)
    yield Paragraph("IT-instruktionerna är egna handlingar. De har samma uppställning i alla kommuner.")
    yield from _listed(facts, instructions)


def _listed(facts: PolicyFacts, documents: Sequence[Beside]) -> Iterator[Block]:
    """The documents that are in force, and those that are on their way; nothing when there are none."""
    columns = (
        Column("Dokument", weight=56),
        Column("Version", weight=18),
        Column("Fastställt i", weight=28),
        Column("Revideras senast", weight=28),
        Column("Dokumentansvarig", weight=30),
    )
    rows = tuple(_document_row(facts, beside) for beside in documents if beside.is_settled)
    made = _on_its_way(facts, documents)
    if rows:
        yield DataTable(columns, rows, note=made, row_heading="strong")
    elif made:
        yield Paragraph(made)


def _document_row(facts: PolicyFacts, beside: Beside) -> Row:
    document = beside.document
    return (
        document.title,
        document.version,
        _adopted_in(facts, beside),
        document.revise_by.isoformat() if document.revise_by else "",
        document.responsible_function,
    )
