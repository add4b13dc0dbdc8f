"""The list of systems that anybody may read."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.system_register import COLUMNS
from itadmin.domain.registers import REGISTERS


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
    assert "1 system är i drift." in text


def test_a_system_on_its_way_out_is_still_in_use(example: Any, text_of: Any) -> None:
    assert "Ekot" in text_of(register(with_systems(example, Ekot={"lifecycle": "under_avveckling"})).paper)


def test_what_is_known_only_here_never_comes_along(example: Any, text_of: Any) -> None:
    told = text_of(register(example.with_system(note="HEMLIGT1", placement="HEMLIGT2", database="HEMLIGT3")).paper)
    assert "HEMLIGT" not in told


def test_without_departments_it_is_one_table(example: Any, text_of: Any) -> None:
    text = text_of(register(example.with_system(department=None)).paper)
    assert "# " not in text


def test_an_empty_register_gives_a_paper(example: Any, text_of: Any) -> None:
    empty = example.read_as(records={**example.reading.records, "systems": {}})
    assert "Inga system är i drift." in text_of(register(empty).paper)


def test_sample_data_and_drafts_say_so(example: Any) -> None:
    paper = register(example.read_as(is_sample=True), draft=True).paper
    assert (paper.marks, paper.draft) == (("ÖVNINGSDATA",), True)
