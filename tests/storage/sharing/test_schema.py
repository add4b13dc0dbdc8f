"""The DDL of a share file, letter by letter as the manifest's list has it."""

import sqlite3
from typing import Any

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import FORMS, ShareTable, selection, statement, tables_from


def said(**values: Any) -> dict[str, Any]:
    return {"name": "systems", "form": "records", "columns": [["name", "text"]], "rows": 1, **values}


@pytest.mark.parametrize(
    ("table", "ddl"),
    [
        (
            ShareTable("systems", "records", (("name", "text"), ("user_count", "integer"), ("supplier", "id"))),
            (
                'CREATE TABLE "systems" ("id" BLOB NOT NULL, "label" TEXT NOT NULL, "name" TEXT, "user_count" INTEGER, '
                '"supplier" BLOB, PRIMARY KEY ("id")) STRICT, WITHOUT ROWID'
            ),
        ),
        (
            ShareTable("agreements_systems", "links"),
            (
                'CREATE TABLE "agreements_systems" ("record" BLOB NOT NULL, "ordinal" INTEGER NOT NULL, "target" BLOB '
                'NOT NULL, PRIMARY KEY ("record", "ordinal")) STRICT, WITHOUT ROWID'
            ),
        ),
        (
            ShareTable("agreements_options", "rows", (("months", "integer"),)),
            (
                'CREATE TABLE "agreements_options" ("record" BLOB NOT NULL, "ordinal" INTEGER NOT NULL, "months" '
                'INTEGER, PRIMARY KEY ("record", "ordinal")) STRICT, WITHOUT ROWID'
            ),
        ),
    ],
)
def test_the_text_follows_from_the_list(table: ShareTable, ddl: str) -> None:
    assert statement(table) == ddl


@pytest.mark.parametrize("form", FORMS)
def test_tables_of_each_form_can_be_made_and_read(form: str) -> None:
    columns = (("select", "text"), ("group", "integer")) if FORMS[form].has_more else ()
    table = ShareTable("order", form, columns, 0)
    raw = sqlite3.connect(":memory:")
    raw.execute(statement(table))
    assert raw.execute(selection(table)).fetchall() == []
    assert raw.execute("SELECT sql FROM sqlite_schema").fetchall() == [(statement(table),)]
    assert [row[1] for row in raw.execute('PRAGMA table_info("order")')] == [name for name, _ in table.all_columns]
    raw.close()


def test_a_table_stands_in_the_manifest_and_comes_out_again() -> None:
    table = ShareTable("systems", "records", (("name", "text"),), 7)
    assert tables_from([table.to_json()]) == (table,)


@pytest.mark.parametrize(
    "listed",
    [
        None,
        {},
        [1],
        [said(name="Systems")],
        [said(name="systems\n")],
        [said(name='a"b')],
        [said(name="sqlite_schema")],
        [said(name="")],
        [said(name="a" * 64)],
        [said(name=None)],
        [said(form="views")],
        [said(form=["records"])],
        [said(form="links")],
        [said(rows=-1)],
        [said(rows=200_001)],
        [said(rows=True)],
        [said(rows=1.0)],
        [said(more=1)],
        [{"name": "systems"}],
        [said(columns=None)],
        [said(columns=["name"])],
        [said(columns=[["name"]])],
        [said(columns=[["name", "real"]])],
        [said(columns=[["name", ["text"]]])],
        [said(columns=[["name)", "text"]])],
        [said(columns=[["id", "text"]])],
        [said(columns=[["name", "text"], ["name", "integer"]])],
        [said(columns=[[f"c{number}", "text"] for number in range(251)])],
        [said(), said()],
        [said(name="a", form="refs", columns=[]), said(name="b", form="refs", columns=[])],
        [said(name=f"t{number}") for number in range(201)],
    ],
)
def test_a_list_that_nobody_would_make_is_refused(listed: object) -> None:
    with pytest.raises(RefusedError):
        tables_from(listed)


def test_all_our_own_names_may_stand_there() -> None:
    tables = [said(name=name, columns=[]) for name in REGISTERS]
    assert len(tables_from(tables)) == len(REGISTERS)
