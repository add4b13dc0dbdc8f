"""The list of systems that anybody may read."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.system_register import COLUMNS
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Field,
    Held,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Whole,
    YesNo,
)
from itadmin.domain.record import described_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS
from itadmin.domain.words import Words


def register(example: Any, *, draft: bool = False) -> Any:
    return prepare("system_register", example.reading, None, draft=draft)


def with_systems(example: Any, **systems: dict[str, Any]) -> Any:
    """The same with other systems beside the first, called as the keywords."""
    held = example.reading.records["systems"]
    first = held[example.system]
    others = {
        UUID(int=number): replace(first, id=UUID(int=number), name=name, **values)
        for number, (name, values) in enumerate(systems.items(), start=1)
    }
    return example.read_as(records={**example.reading.records, "systems": {**held, **others}})


def test_the_paper_as_text(example: Any, text_of: Any, matches_expected: Any) -> None:
    made = register(with_systems(example, Ekot={"department": None, "supplier": None, "personal_data": False}))
    assert (made.missing, made.paper.landscape, made.paper.draft) == ((), True, False)
    assert made.file_name == "Systemforteckning_Melleruds-kommun_2026-11-22.pdf"
    matches_expected("system_register.txt", text_of(made.paper))


def test_everything_in_it_may_be_known_by_anybody() -> None:
    fields = REGISTERS["systems"].fields
    assert [name for name, _title, _weight in COLUMNS if not fields[name].exposure.open] == []
    assert fields["department"].exposure.open


@pytest.mark.parametrize(
    "values",
    [
        {"security_protection": True},
        {"shared": False},
        {"lifecycle": "avvecklad"},
        {"lifecycle": "planerad"},
        {"lifecycle": ""},
    ],
)
def test_what_may_be_secret_or_is_not_in_use_is_left_out(example: Any, text_of: Any, values: dict[str, Any]) -> None:
    text = text_of(register(with_systems(example, Ekot=values)).paper)
    assert "Ekot" not in text
    assert "1 system i drift tas upp här." in text


def test_a_system_on_its_way_out_is_still_in_use(example: Any, text_of: Any) -> None:
    assert "Ekot" in text_of(register(with_systems(example, Ekot={"lifecycle": "under_avveckling"})).paper)


def test_what_is_known_only_here_never_comes_along(example: Any, text_of: Any) -> None:
    told = text_of(register(example.with_system(note="HEMLIGT1", placement="HEMLIGT2", database="HEMLIGT3")).paper)
    assert "HEMLIGT" not in told


_MARK = "ZQX"


def marked(field: Field) -> Any:
    """A plain value of a field that can be told from any other on paper."""
    match field:
        case ApproximateDay():
            return "1987-06-05"
        case Day():
            return "1987-06-05"
        case Whole() | Money() | Percent():
            return 98_765
        case YesNo():
            return True
        case Choice(values=values):
            return next(iter(LISTS[values]))
        case Rows(row=row):
            return [{name: marked(inner) for name, inner in described_fields(row).items()}]
    return f"{_MARK} text"


def test_no_field_that_is_not_open_comes_along(example: Any, text_of: Any) -> None:
    """Every such field is given a mark of its own kind: a text, a day, a number, or a word of its value list."""
    fields = REGISTERS["systems"].fields
    closed = {name: field for name, field in fields.items() if not field.exposure.open}
    kept = {"security_protection", "suggestion", *(name for name, field in closed.items() if isinstance(field, Held))}
    values = {
        name: marked(field)
        for name, field in closed.items()
        if name not in kept and not isinstance(field, (Computed, Reference, References))
    }
    assert len(values) > 40
    lists = {field.values for field in closed.values() if isinstance(field, Choice)}
    open_lists = {field.values for field in fields.values() if isinstance(field, Choice) and field.exposure.open}
    words = {
        name: dict.fromkeys(codes, f"{_MARK} {name}") for name, codes in LISTS.items() if name in lists - open_lists
    }
    changed = example.with_system(**values).read_as(words=Words({**LISTS, **words}))
    holder = changed.change("people", changed.ids["person"], name=f"{_MARK} person", email=f"{_MARK}@mellerud.example")
    text = text_of(register(holder).paper)
    assert "Kvarnen" in text
    assert [mark for mark in (_MARK, "1987", "98765", "98 765", "987,65") if mark in text.replace("\u00a0", " ")] == []


def test_without_departments_it_is_one_table(example: Any, text_of: Any) -> None:
    text = text_of(register(example.with_system(department=None)).paper)
    assert "# " not in text


def test_an_empty_register_gives_a_paper(example: Any, text_of: Any) -> None:
    empty = example.read_as(records={**example.reading.records, "systems": {}})
    assert "Inga system i drift tas upp här." in text_of(register(empty).paper)


def test_sample_data_and_drafts_say_so(example: Any) -> None:
    paper = register(example.read_as(is_sample=True), draft=True).paper
    assert (paper.marks, paper.draft) == (("ÖVNINGSDATA",), True)
