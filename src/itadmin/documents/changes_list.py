"""What has changed in a period, on paper: record by record what there was and what there is. For one's own use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from itadmin.documents.content import (
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Paper,
    Paragraph,
)
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import Prepared
from itadmin.documents.profiles import profile_for
from itadmin.domain.differences import excerpts
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.services.change_words import ToldField
from itadmin.services.changes_between import ChangesBetween, Line
from itadmin.services.reading import Reading

MOST_RECORDS = 2_000
"""More than some hundred pages are nothing to read."""

_ROOM = 600
_NOTHING = "–"
_COLUMNS = (Column("Uppgift", weight=26), Column("Före", weight=40), Column("Efter", weight=40))
_SECRECY = "Förteckningen är ett internt underlag. Pröva sekretessen innan den lämnas ut."
_SAMPLE = "Övningsdata"


def prepare_changes(reading: Reading, changes: ChangesBetween, first: date | None, last: date | None) -> Prepared:
    """The paper of what has changed from a day to a day, None for the beginning and today.

    Raises KnownError when there is more than can be read on paper.
    """
    if len(changes) > MOST_RECORDS:
        raise KnownError(
            f"{grouped(len(changes))} poster har ändrats, och det blir för långt för papper. "
            "Välj en kortare tid, eller spara för Excel."
        )
    title = f"Ändringar {first or 'från början'} – {last or reading.day}"
    return Prepared(_paper(reading, title, changes.lines(0, len(changes))), (), file_name(f"{title}.pdf"))


def _paper(reading: Reading, title: str, lines: list[Line]) -> Paper:
    organisation = reading.organisation().label
    sample = (_SAMPLE,) if reading.is_sample else ()
    return Paper(
        title=title,
        subtitle=organisation,
        subject=f"{title} – {organisation}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right="Ändringar",
        footer_left=" · ".join((title, *sample)),
        marks=(*(word.upper() for word in sample), "INTERNT"),
        body=(
            Paragraph(f"{counted(len(lines), 'post har ändrats', 'poster har ändrats')}."),
            *(block for line in lines for block in _record(line)),
            Paragraph(_SECRECY, "note"),
        ),
    )


def _record(line: Line) -> Iterator[Block]:
    told = line.told
    yield Heading(f"{told.register.singular.capitalize()}: {told.label}", numbered=False)
    when = f", senast {line.last.at_here} av {line.last.who}" if line.last else ""
    yield Paragraph(f"{told.deed.word.capitalize()}{when}.")
    if told.fields and told.is_new:
        yield FieldTable(tuple(Field(field.label, _part(field.new)) for field in told.fields))
    elif told.fields:
        yield DataTable(_COLUMNS, tuple(_row(field) for field in told.fields), row_heading="strong")


def _row(field: ToldField) -> tuple[str, str, str]:
    if field.lines:
        return field.label, _NOTHING, _part("\n".join(field.lines))
    old, new = excerpts(field.old, field.new, _ROOM)
    return field.label, old or _NOTHING, new or _NOTHING


def _part(text: str) -> str:
    return excerpts("", text, _ROOM)[1]
