"""The fields behind needs: how a row is told from the others, what it is called, and where it can be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from itadmin.domain.fields import STORED_VALUES, Field, Text
from itadmin.domain.problems import InvalidRecordError, KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.ui.document.needs import Need


def keyed(needs: Iterable[Need]) -> Iterator[tuple[str, Need]]:
    """Each need with what tells its row from the others, the same before and after it is filled in."""
    seen: dict[str, int] = {}
    for need in needs:
        name = "/".join((need.register, str(need.record_id), need.field, *(value for _, value in need.begun)))
        seen[name] = seen.get(name, 0) + 1
        yield f"{name}/{seen[name]}", need


def field_of(need: Need) -> Field:
    """The described field that a need is filled in."""
    return REGISTERS[need.register].fields[need.field]


def is_filled_in_here(need: Need) -> bool:
    """Whether the value is one that a single editor holds, of a record that is there or can be made."""
    return isinstance(field_of(need), STORED_VALUES) and has_place(need)


def has_place(need: Need) -> bool:
    """Whether there is a record to fill the value in, or one can be made."""
    return need.record_id is not None or bool(need.begun)


def described(need: Need) -> Field:
    """The field as its row is to show it: called what the paper calls it, and on one line also where it is rows."""
    field = field_of(need)
    if isinstance(field, STORED_VALUES):
        return replace(field, label=need.label)
    return Text(need.label, field.exposure)


def sentence_of(error: Exception, name: str) -> str:
    """What is wrong with the value of a field, as one sentence."""
    if isinstance(error, InvalidRecordError):
        own = [problem.text for problem in error.problems if problem.field == name and problem.severity == "fel"]
        return " ".join(own) or error.sentence
    return error.sentence if isinstance(error, KnownError) else str(error)
