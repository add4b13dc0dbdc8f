"""What each kommun has said in a samverkansärende, as blocks: its word, who decides there, and its reservation."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.case_facts import CaseFacts
from itadmin.documents.content import Block, BulletList, Column, DataTable, Row, Strong
from itadmin.documents.phrases import paragraph_number
from itadmin.documents.templates import joined
from itadmin.domain.registers.cooperation_stances import CooperationStance
from itadmin.domain.states import UNDECIDED, WITH_RESERVATION
from itadmin.services.cooperation_cases.standing import USUAL_BODY, Standing


def stance_blocks(facts: CaseFacts) -> Iterator[Block]:
    """How each kommun stands as a table, and below it what is said with those that are with on conditions."""
    yield _stances(facts)
    yield from _reservations(facts)


def _stances(facts: CaseFacts) -> DataTable:
    columns = (
        Column("Kommun", weight=32),
        Column("Ställningstagande", weight=40),
        Column("Beslutas av", weight=40),
        Column("Senast", weight=22),
        Column("Beslut", weight=36),
    )
    rows: list[Row] = [_stance_row(facts, each) for each in facts.standings]
    return DataTable(columns, tuple(rows), "Kommunernas ställningstaganden", row_heading="strong", wide=True)


def _stance_row(facts: CaseFacts, standing: Standing) -> Row:
    """How a kommun stands; where nobody has said who decides there, it is who usually does."""
    record = standing.record or CooperationStance()
    decided = record.decided_on.isoformat() if record.decided_on and standing.code not in UNDECIDED else ""
    return (
        facts.town(standing.municipality),
        facts.words.label_of("stallningstagande", standing.code),
        facts.words.label_of("beslutsinstans", record.body or USUAL_BODY),
        record.decide_by.isoformat() if record.decide_by else "",
        ", ".join(part for part in (decided, paragraph_number(record.paragraph) if decided else "") if part),
    )


def _reservations(facts: CaseFacts) -> Iterator[Block]:
    """What those who are with on conditions have said of them."""
    said = [
        (facts.town(each.municipality), " ".join(each.record.comment.split()))
        for each in facts.standings
        if each.code == WITH_RESERVATION and each.record and each.record.comment.strip()
    ]
    if said:
        yield BulletList(tuple(joined(Strong(f"{town}, förbehåll."), f" {text}") for town, text in said))
