"""A list on paper as it is shown on the screen."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from itadmin.documents.content import DataTable, FieldTable
from itadmin.documents.pdf.render import render
from itadmin.documents.register_list import MOST_RECORDS, ListOnPaper, prepare_list
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS

SYSTEMS = REGISTERS["systems"]


def paper(example: Any, *fields: str, choice: str = "", ids: list[UUID] | None = None) -> Any:
    keys = example.reading.keys("systems") if ids is None else ids
    return prepare_list(example.reading, ListOnPaper(SYSTEMS, keys, fields, "System", choice)).paper


def table(made: Any) -> DataTable:
    (found,) = [block for block in made.body if isinstance(block, DataTable)]
    return found


def test_the_chosen_fields_in_their_order(example: Any) -> None:
    found = table(paper(example, "lifecycle", "name", "system_owner"))
    assert [column.title for column in found.columns] == ["Läge", "Namn", "Systemägare"]
    assert found.rows == (("I drift", "Kvarnen", "Ekonomichef"),)


def test_what_the_records_have_in_common_is_told(example: Any, text_of: Any) -> None:
    assert "System · i drift: 1 post." in text_of(paper(example, "name", choice="System · i drift"))
    assert "\n1 post.\n" in text_of(paper(example, "name"))


def test_numbers_stand_to_the_right(example: Any) -> None:
    found = table(paper(example, "name", "user_count", "annual_cost"))
    assert [column.align for column in found.columns] == ["left", "right", "right"]


@pytest.mark.parametrize(("fields", "internal"), [(("name", "lifecycle"), False), (("name", "placement"), True)])
def test_a_list_with_more_than_open_fields_is_internal(
    example: Any, text_of: Any, fields: tuple[str, ...], internal: bool
) -> None:
    made = paper(example, *fields)
    assert ("INTERNT" in made.marks) is internal
    assert ("Pröva sekretessen" in text_of(made)) is internal


def test_what_is_said_of_secrecy_never_stands_alone_on_a_last_page(example: Any, text_of: Any) -> None:
    told = text_of(paper(example, "name", "placement"))
    assert told.index("1 post.") < told.index("Pröva sekretessen") < told.index("Kvarnen")


def test_wide_lists_lie_on_their_side(example: Any) -> None:
    assert not paper(example, "name", "lifecycle").landscape
    assert paper(example, "name", "purpose", "department", "supplier", "area").landscape


def test_more_columns_than_a_sheet_is_wide_are_told_record_by_record(example: Any, text_of: Any) -> None:
    made = paper(example, *SYSTEMS.fields)
    assert not made.landscape
    assert [block for block in made.body if isinstance(block, DataTable)] == []
    (values,) = [block for block in made.body if isinstance(block, FieldTable)]
    assert {"Läge", "Systemägare"} <= {field.label for field in values.fields}
    assert all(field.value for field in values.fields)
    assert "0 rader" not in text_of(made)


def test_a_list_of_nothing_is_a_paper_too(example: Any) -> None:
    assert render(paper(example, "name", "lifecycle", ids=[])).startswith(b"%PDF-")


def test_what_is_too_long_for_paper_is_refused_with_a_way_out(example: Any) -> None:
    ids = [uuid4()] * (MOST_RECORDS + 1)
    with pytest.raises(KnownError, match="spara den för Excel"):
        paper(example, "name", ids=ids)


def test_its_file_is_named_by_title_and_day(example: Any) -> None:
    shown = ListOnPaper(SYSTEMS, [], ("name",), "Utan ägare / åäö" * 10)
    name = prepare_list(example.reading, shown).file_name
    assert name.startswith("Utan-agare-aao")
    assert name.endswith("2026-11-22.pdf")


def test_sample_data_says_so(example: Any) -> None:
    assert "ÖVNINGSDATA" in paper(example.read_as(is_sample=True), "name").marks
