"""The appendices of an IT-policy: the documents beside it, the systems anybody may know of, and every decision."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Appendix, Block, Column, DataTable, Paragraph, Row
from itadmin.documents.it_policy_beside import documents_beside
from itadmin.documents.it_policy_decisions import in_full
from itadmin.documents.it_policy_facts import PolicyFacts
from itadmin.documents.it_policy_figures import target_words
from itadmin.documents.it_policy_systems import PolicySystem
from itadmin.documents.open_systems import LEFT_OUT
from itadmin.documents.phrases import counted, day_in_words
from itadmin.domain.money import grouped

_YES_NO = {True: "Ja", False: "Nej", None: ""}
_OPEN = f"Förteckningen innehåller öppna uppgifter om verksamheternas och kommunernas gemensamma system. {LEFT_OUT}"


def appendices(facts: PolicyFacts) -> tuple[Appendix, ...]:
    """All appendices in their order; A–C tell of handlingar of their own and share a page."""
    return (
        Appendix("Bilaga A–C", "Andra styrande dokument", tuple(documents_beside(facts))),
        Appendix("Bilaga D", "Systemförteckning, öppna uppgifter", tuple(_systems(facts)), landscape=True),
        Appendix("Bilaga E", "Beslut per kommun", tuple(_decisions(facts))),
    )


def _systems(facts: PolicyFacts) -> Iterator[Block]:
    yield Paragraph(_how_many(facts))
    if facts.listed:
        columns = (
            Column("System", weight=56),
            Column("Område", weight=48),
            Column("Systemägare", weight=54),
            Column("Driftas av", weight=42),
            Column("Nivå", "center", 13),
            Column("Mål", "center", 13),
            Column("Person\u00aduppgifter", "center", 23),
        )
        rows = tuple(_system_row(found) for found in facts.listed)
        yield DataTable(columns, rows, "System i drift", _OPEN, row_heading="strong")


def _how_many(facts: PolicyFacts) -> str:
    listed, every, day = len(facts.listed), len(facts.systems), day_in_words(facts.day)
    if listed < every:
        systems = f"Förteckningen tar upp {grouped(listed)} av de {grouped(every)} system som"
    else:
        systems = counted(every, "system", "system") if every else "Inga system"
    return f"{systems} var i drift {day} enligt {facts.register}."


def _system_row(found: PolicySystem) -> Row:
    return (
        found.system.name,
        found.system.area,
        found.owner,
        found.operated_by or found.hosting,
        str(found.level) if found.levels else "",
        target_words(found),
        _YES_NO[found.system.personal_data],
    )


def _decisions(facts: PolicyFacts) -> Iterator[Block]:
    yield Paragraph(
        "Policyn gäller i en kommun när alla beslut som ska fattas där är fattade. "
        "Kommunfullmäktige antar policyn och kommunstyrelsen antar strategierna."
    )
    if facts.kommuner:
        yield in_full(facts)
