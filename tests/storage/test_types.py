"""Values on their way to the file and back."""

from uuid import UUID

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select, text

from itadmin.domain.fields import LOCAL, Computed, Money, Reference, Text, YesNo
from itadmin.storage.file import BrokenValueError
from itadmin.storage.types import Identifier, Truth, column_type

ID = UUID("019a9e2e-6c00-7000-8000-000000000001")
TABLE = Table("t", MetaData(), Column("pk", Integer, primary_key=True), Column("id", Identifier), Column("yes", Truth))


def test_ids_are_sixteen_bytes_and_truth_is_a_number_in_the_file() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        TABLE.create(connection)
        connection.execute(
            insert(TABLE),
            [{"id": ID, "yes": True}, {"id": str(ID), "yes": False}, {"id": None, "yes": None}],
        )
        kept = connection.execute(text("SELECT id, yes FROM t ORDER BY pk")).all()
        read = connection.execute(select(TABLE.c.id, TABLE.c.yes).order_by(TABLE.c.pk)).all()
    engine.dispose()
    assert [tuple(row) for row in kept] == [(ID.bytes, 1), (ID.bytes, 0), (None, None)]
    assert [tuple(row) for row in read] == [(str(ID), True), (str(ID), False), (None, None)]


@pytest.mark.parametrize("broken", ["x'0102'", "'text'", "7"])
def test_an_id_that_is_none_is_damage(broken: str) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE t (pk INTEGER PRIMARY KEY, id, yes)"))
        connection.execute(text(f"INSERT INTO t (id) VALUES ({broken})"))
        with pytest.raises(BrokenValueError):
            connection.execute(select(TABLE.c.id)).all()
    engine.dispose()


def test_a_field_is_text_number_or_bytes() -> None:
    names = [type(column_type(kind("", LOCAL))).__name__ for kind in (Text, Money, YesNo, Reference)]
    assert names == ["Text", "Integer", "Truth", "Identifier"]


def test_what_is_no_column_has_no_type() -> None:
    with pytest.raises(TypeError):
        column_type(Computed("", LOCAL))
