"""A table that is read in from the page of what all its rows are about need not say so."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.given import Given, given_words, with_given
from itadmin.services.importing.headings import Headed, propose
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.workspace import Workspace

PARTS = REGISTERS["training_participations"]
COURSE = UUID(int=7)
GIVEN = Given(PARTS.name, "session", COURSE, "Grundkurs")
MakeTable = Callable[..., Headed]


def test_every_row_gets_what_is_given_beyond_the_widest_of_them(table: MakeTable) -> None:
    found = table(PARTS.name, ["Namn", "Närvaro"], ["Anna Ek"], ["Bo Lind", "ja", "kom sent"])
    whole, columns = with_given(PARTS, found, {0: "person", 1: "status"}, GIVEN)
    assert whole.headings == ("Namn", "Närvaro", "", "Tillfälle")
    assert [row.cells for row in whole.rows] == [
        ("Anna Ek", None, None, str(COURSE)),
        ("Bo Lind", "ja", "kom sent", str(COURSE)),
    ]
    assert [row.number for row in whole.rows] == [row.number for row in found.rows]
    assert columns == {0: "person", 1: "status", 3: "session"}


@pytest.mark.parametrize("name", ["session", "module", "id"])
def test_a_table_that_says_itself_is_left_as_it_is(table: MakeTable, name: str) -> None:
    found = table(PARTS.name, ["Namn", "Kurs"], ["Anna Ek", "Grundkurs"])
    columns = {0: "person", 1: name}
    assert with_given(PARTS, found, columns, GIVEN) == (found, columns)


def test_another_register_is_given_nothing(table: MakeTable) -> None:
    found = table("people", ["Namn"], ["Anna Ek"])
    assert with_given(REGISTERS["people"], found, {0: "name"}, GIVEN) == (found, {0: "name"})
    assert with_given(PARTS, found, {0: "person"}, None) == (found, {0: "person"})
    assert given_words(REGISTERS["people"], GIVEN) == given_words(PARTS, None) == ""
    assert given_words(PARTS, GIVEN) == "Har filen ingen kolumn för Tillfälle gäller alla rader Grundkurs."


def test_those_in_the_list_take_part_in_the_one_that_is_given(table: MakeTable, workspace: Workspace) -> None:
    sessions = [workspace.records.add("training_sessions", {"title": "Grundkurs"}) for _ in range(2)]
    found = table(PARTS.name, ["Deltagare", "Läge"], ["Anna Ek", "Anmäld"], ["Bo Lind", "Anmäld"])
    given = Given(PARTS.name, "session", sessions[1], "Grundkurs")
    whole, columns = with_given(PARTS, found, propose(PARTS, found.headings), given)
    planned = plan(workspace.reading(), PARTS, whole, columns, workspace.around.new_id, Progress())
    assert not planned.problems
    workspace.records.apply(planned.change_set)
    reading = workspace.reading()
    assert [len(reading.referring(PARTS.name, "session", each)) for each in sessions] == [0, 2]
