"""Column types of our own, which compile to INTEGER, TEXT or BLOB so that STRICT tables take them.

Values on the Python side are the plain form of `domain/record.py`: ids as text, truth as bool, days as ISO text.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    Reference,
    Whole,
    YesNo,
)
from itadmin.domain.fields import Text as TextField
from itadmin.storage.file import BrokenValueError

_ID_LENGTH = 16


class Identifier(TypeDecorator[str]):
    """A UUID as 16 bytes in the file and as text in plain form."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> bytes | None:
        """To the file: text or UUID becomes 16 bytes."""
        if value is None:
            return None
        return value.bytes if isinstance(value, UUID) else bytes.fromhex(value.replace("-", ""))

    def process_result_value(self, value: Any, _dialect: Dialect) -> str | None:
        """From the file: 16 bytes become text."""
        if value is None:
            return None
        if not isinstance(value, bytes) or len(value) != _ID_LENGTH:
            raise BrokenValueError("an id is not 16 bytes")
        return str(UUID(bytes=value))


class Truth(TypeDecorator[bool]):
    """True or false as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, _dialect: Dialect) -> int | None:
        """To the file."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> bool | None:
        """From the file."""
        return None if value is None else bool(value)


TEXT, WHOLE, BYTES = Text(), Integer(), LargeBinary()
IDENTIFIER, TRUTH = Identifier(), Truth()
"""The types there are; all columns of a type share it."""


def column_type(field: Field) -> TypeEngine[Any]:
    """The column type of a stored value or single reference."""
    if isinstance(field, (TextField, LongText, Choice, Day, ApproximateDay)):
        return TEXT
    if isinstance(field, (Whole, Percent, Money)):
        return WHOLE
    if isinstance(field, YesNo):
        return TRUTH
    if isinstance(field, Reference):
        return IDENTIFIER
    raise TypeError(f"{type(field).__name__} is not one column")
