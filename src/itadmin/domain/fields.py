"""What a field of a register can be: value, reference, rows or computed.

A field is one annotated line of a record's dataclass. Everything generic – tables, lists, forms, search, history,
command line, export – is derived from these descriptions, so they hold plain attributes only: no callables, no
conditions. What needs an `if` is a rule or a panel. Knows nothing of storage, screens or any single register.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ShareLevel = Literal["lokal", "grupp", "region"]


@dataclass(frozen=True, slots=True)
class Exposure:
    """Who may see a field outside the owner's own file.

    `share`: `lokal` leaves in no profile, `grupp` only among the IT managers, `region` to every neighbour.
    `personal`: reached by gallring and left out where persons are left out. `open`: may stand in open prints.
    """

    share: ShareLevel = "lokal"
    personal: bool = False
    open: bool = False


LOCAL = Exposure("lokal")
"""Stays in the register file; also everything that may fall under secrecy."""
GROUP = Exposure("grupp")
"""For the IT managers' group only."""
REGION = Exposure("region")
"""Shared with neighbours, but not printed in open documents."""
OPEN = Exposure("region", open=True)
"""Shared with neighbours and allowed in open documents."""
PERSONAL = Exposure("region", personal=True)
"""Work contact data: shared with neighbours save in profiles without persons."""
LOCAL_PERSONAL = Exposure("lokal", personal=True)


@dataclass(frozen=True, slots=True)
class Field:
    """What every field says of itself, whatever its kind.

    `expected` is the grade below `required`: its absence is shown as "saknas" and blocks a paper for signature.
    """

    label: str
    exposure: Exposure
    required: bool = False
    expected: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Text(Field):
    """One line of text; "" is no value. `form` names a soft format: email, phone, version and so on."""

    form: str = ""
    max_length: int = 300


@dataclass(frozen=True, slots=True)
class LongText(Field):
    """Text of several paragraphs; "" is no value."""

    max_length: int = 200_000


@dataclass(frozen=True, slots=True)
class Day(Field):
    """An exact day: `datetime.date` or None."""


@dataclass(frozen=True, slots=True)
class ApproximateDay(Field):
    """A day, month or year as its ISO prefix ("2019", "2019-03", "2019-03-14"); "" is no value."""


@dataclass(frozen=True, slots=True)
class Whole(Field):
    """A whole number or None; `unit` is the Swedish word shown after it. Thousands stand apart, but not in a year."""

    unit: str = ""
    minimum: int = 0
    maximum: int = 1_000_000_000
    is_year: bool = False


@dataclass(frozen=True, slots=True)
class Percent(Field):
    """Hundredths of a percent as a whole number (9950 is 99,5 %), or None."""


@dataclass(frozen=True, slots=True)
class Money(Field):
    """An amount in whole öre, or None; `per` is the period shown after it ("år")."""

    per: str = ""


@dataclass(frozen=True, slots=True)
class YesNo(Field):
    """True, False or None (not known)."""


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """A code of the value list named `values`; "" is no value."""

    values: str = ""


@dataclass(frozen=True, slots=True)
class Reference(Field):
    """One record of register `to` as its id, or None."""

    to: str = ""


@dataclass(frozen=True, slots=True)
class References(Field):
    """Any number of records of register `to`: a tuple of ids, kept in a link table."""

    to: str = ""


@dataclass(frozen=True, slots=True)
class Held(Field):
    """A reference that lives in another register: who holds a role on the day asked for.

    The value is a record of register `to`, named by the record of register `through` that is of kind `role` and points
    back here; that register's `tenure` says by which fields. Setting it makes and ends such records.
    """

    to: str = ""
    through: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Rows(Field):
    """A tuple of small owned dataclasses of type `row`, edited as a grid and journalled with their record.

    Row fields are described as record fields are, with value kinds only.
    """

    row: type = object


@dataclass(frozen=True, slots=True)
class Computed(Field):
    """A value that a pure function makes of record and day; `kind` is the value kind it is shown as."""

    kind: type[Field] = Text
    values: str = ""


STORED_VALUES = (Text, LongText, Day, ApproximateDay, Whole, Percent, Money, YesNo, Choice)
"""Field kinds that are one column of the record's own table."""


def is_kommun(field: Field) -> bool:
    """Whether its value is a kommunkod."""
    return isinstance(field, Text) and field.form == "municipality_code"
