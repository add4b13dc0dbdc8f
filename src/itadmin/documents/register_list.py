"""A list of records on paper, as it is shown: the chosen fields in their order, and what the records have in common.

For one's own use: what is shown on the screen may stand in it, and then it says that it is internal. Names no register.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import quantiles
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Paper,
    Paragraph,
    Row,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import Prepared
from itadmin.domain.columns import column_field
from itadmin.domain.fields import Computed, Money, Percent, Whole
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.domain.text import file_name
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading

MOST_RECORDS = 10_000
"""More than some three hundred pages are nothing to read."""

_MOST_COLUMNS = 12
_MOST_UPRIGHT = 80
"""Signs that a table on a standing sheet has room for beside each other."""

_NARROWEST, _WIDEST = 7, 46
_TENTHS = 10
_NUMBERS = (Whole, Money, Percent)
_SECRECY = "Listan är ett internt underlag. Pröva sekretessen innan den lämnas ut."


@dataclass(frozen=True)
class ListOnPaper:
    """What is printed: the records in their order and the fields in theirs.

    `title` is what the list is called, `choice` what the records have in common as a sentence, "" when they are all.
    """

    register: Register
    ids: Sequence[UUID]
    fields: tuple[str, ...]
    title: str
    choice: str = ""


def prepare_list(reading: Reading, shown: ListOnPaper) -> Prepared:
    """The paper of a list. Raises KnownError when it has more records than can be read on paper."""
    number = len(shown.ids)
    if number > MOST_RECORDS:
        raise KnownError(
            f"Listan har {grouped(number)} rader och blir för lång för papper. Avgränsa den, eller spara den för Excel."
        )
    reads = list(reading.many(shown.register.name, shown.ids).values())
    name = f"{shown.title[:60]}_{reading.day.isoformat()}.pdf"
    return Prepared(_paper(reading, shown, reads), (), file_name(name))


def _paper(reading: Reading, shown: ListOnPaper, reads: Sequence[Read]) -> Paper:
    internal = not all(column_field(shown.register, name).exposure.open for name in shown.fields)
    texts = [tuple(field_text(shown.register, read, name) for name in shown.fields) for read in reads]
    weights = _weights(shown, texts)
    as_table = len(shown.fields) <= _MOST_COLUMNS
    body = _table(shown, texts, weights) if as_table else _sheets(shown, reads, texts)
    secrecy = (Paragraph(_SECRECY, "note"),) if internal else ()
    whole = (Paragraph(_told(shown)), *secrecy, *body)
    paper = dated_paper(reading, shown.title, whole, internal=internal)
    return replace(paper, landscape=as_table and sum(weights) > _MOST_UPRIGHT)


def _told(shown: ListOnPaper) -> str:
    number = counted(len(shown.ids), "post", "poster")
    return f"{shown.choice}: {number}." if shown.choice else f"{number}."


def _table(shown: ListOnPaper, texts: Sequence[tuple[str, ...]], weights: Sequence[float]) -> Iterator[Block]:
    fields = [column_field(shown.register, name) for name in shown.fields]
    columns = tuple(
        Column(field.label, "right" if _is_number(field) else "left", weight)
        for field, weight in zip(fields, weights, strict=True)
    )
    rows: tuple[Row, ...] = tuple(texts)
    yield DataTable(columns, rows, row_heading="strong")


def _sheets(shown: ListOnPaper, reads: Sequence[Read], texts: Sequence[tuple[str, ...]]) -> Iterator[Block]:
    """Each record as its values under its name: more columns than a sheet has room for can be read that way."""
    register = shown.register
    for read, values in zip(reads, texts, strict=True):
        yield Heading(read.label, numbered=False)
        told = zip(shown.fields, values, strict=True)
        yield FieldTable(
            tuple(
                Field(column_field(register, name).label, text)
                for name, text in told
                if text and _has_value(read, name)
            )
        )


def _has_value(read: Read, name: str) -> bool:
    """Whether a field says more than that it has no rows."""
    return name in read.holders or getattr(read.record, name) not in (None, "", ())


def _weights(shown: ListOnPaper, texts: Sequence[tuple[str, ...]]) -> list[float]:
    """How wide each column ought to be, in signs: as nine of ten of its values are long, within reason."""
    columns = list(zip(*texts, strict=True)) or [()] * len(shown.fields)
    return [
        min(max(_usual_length(column), _longest_word(column_field(shown.register, name).label), _NARROWEST), _WIDEST)
        for name, column in zip(shown.fields, columns, strict=True)
    ]


def _usual_length(texts: Sequence[str]) -> float:
    lengths = [len(text) for text in texts if text]
    return quantiles(lengths, n=_TENTHS)[-1] if len(lengths) > 1 else sum(lengths)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _is_number(field: object) -> bool:
    return isinstance(field, _NUMBERS) or (isinstance(field, Computed) and issubclass(field.kind, _NUMBERS))
