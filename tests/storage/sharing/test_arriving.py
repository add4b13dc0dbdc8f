"""What is taken of a share file, what is passed over and told of, and what refuses all of it."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.text import swedish_key
from itadmin.storage.sharing.arriving import Trouble
from itadmin.storage.sharing.child import answer
from itadmin.storage.sharing.register_bytes import register_bytes
from itadmin.storage.sharing.schema import ShareTable

SENDER = municipality_id("1439")
OTHER = municipality_id("1460")
COLUMNS = (("name", "text"), ("category", "text"), ("user_count", "integer"), ("supplier", "id"))
ONE, TWO, FAR = (bytes([number]) * 16 for number in (1, 2, 9))

Content = Sequence[tuple[ShareTable, Sequence[Sequence[Any]]]]


def systems(*rows: tuple[Any, ...], columns: Sequence[tuple[str, str]] = COLUMNS) -> tuple[ShareTable, Any]:
    return ShareTable("systems", "records", tuple(columns), len(rows)), rows


def table(name: str, form: str, *rows: tuple[Any, ...], columns: Any = ()) -> tuple[ShareTable, Any]:
    return ShareTable(name, form, columns, len(rows)), rows


def asked(content: Content, words: Any = None) -> tuple[dict[str, Any], bytes]:
    """What the reader says of a register, and the database that it makes."""
    register = register_bytes(content)
    request = {
        "owner": str(SENDER),
        "tables": [each.to_json() for each, _ in content],
        "words": words or {},
    }
    line, _, database = answer(BytesIO(json.dumps(request).encode() + b"\n" + register)).partition(b"\n")
    return json.loads(line), database


def refused(*content: tuple[ShareTable, Any]) -> bool:
    return "refused" in asked(content)[0]


def rows(database: bytes, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(database)
        return raw.execute(query).fetchall()


def troubles(told: dict[str, Any]) -> Iterator[Trouble]:
    assert told["number_of_troubles"] == len(told["troubles"])
    return (Trouble(*each) for each in told["troubles"])


def test_records_are_staged_with_all_that_a_register_file_has_of_them() -> None:
    told, database = asked([systems((ONE, "Åmål 2", "Åmål 2", "stodsystem", 7, None))])
    assert told["counts"] == {"systems": 1}
    (row,) = rows(database, "SELECT id, owner, deleted, shared, placeholder, label, name, user_count FROM systems")
    assert row == (ONE, SENDER.bytes, 0, 1, 0, "Åmål 2", "Åmål 2", 7)
    ((key, body),) = rows(database, "SELECT sort_key, search_body FROM systems")
    assert key == swedish_key("Åmål 2")
    assert body == "Åmål 2"


def test_links_and_rows_come_with_their_record() -> None:
    told, database = asked(
        [
            systems((ONE, "A", "A", None, None, None)),
            table("agreements", "records", (TWO, "Avtal", "Avtal"), columns=(("title", "text"),)),
            table("agreements_systems", "links", (TWO, 0, ONE)),
            table("agreements_options", "rows", (TWO, 0, 12), (TWO, 1, 24), columns=(("months", "integer"),)),
        ]
    )
    assert told["counts"] == {"systems": 1, "agreements": 1}
    assert rows(database, "SELECT record, ordinal, target FROM agreements_systems") == [(TWO, 0, ONE)]
    assert rows(database, "SELECT ordinal, months FROM agreements_options ORDER BY ordinal") == [(0, 12), (1, 24)]


def test_what_is_referred_to_outside_the_file_is_kept_by_name() -> None:
    refs = table("refs", "refs", ("organisations", FAR, OTHER.bytes, "Ömse Data"), ("okanda", TWO, FAR, "Okänd"))
    told, database = asked([systems((ONE, "A", "A", None, None, FAR)), refs])
    assert "refused" not in told
    assert rows(database, "SELECT * FROM received_refs") == [(FAR, "organisations", OTHER.bytes, "Ömse Data")]


def test_what_is_not_known_here_is_passed_over_and_told_of() -> None:
    told, database = asked(
        [
            systems((ONE, "A", "A", "x"), columns=(("name", "text"), ("from_the_future", "text"))),
            table("robots", "records", (TWO, "R", "R"), columns=(("name", "text"),)),
            table("systems_robots", "links", (ONE, 0, TWO)),
        ]
    )
    assert set(troubles(told)) == {
        Trouble("falt", "systems", "", "from_the_future"),
        Trouble("tabell", "robots"),
        Trouble("tabell", "systems_robots"),
    }
    assert rows(database, "SELECT name FROM systems") == [("A",)]


def test_a_column_of_another_kind_than_here_is_passed_over() -> None:
    told, database = asked([systems((ONE, "A", "A", "många"), columns=(("name", "text"), ("user_count", "text")))])
    assert set(troubles(told)) == {Trouble("falt", "systems", "", "user_count")}
    assert rows(database, "SELECT user_count FROM systems") == [(None,)]


@pytest.mark.parametrize("register", ["saved_views", "share_profiles", "attention_marks"])
def test_a_register_that_stays_at_home_is_taken_from_nobody(register: str) -> None:
    told, database = asked([table(register, "records", (ONE, "A", "A"), columns=(("name", "text"),))])
    assert set(troubles(told)) == {Trouble("tabell", register)}
    assert rows(database, f"SELECT count(*) FROM sqlite_schema WHERE name = '{register}'") == [(0,)]


def test_a_field_that_stays_at_home_is_taken_from_nobody() -> None:
    told, database = asked([systems((ONE, "A", "A", "10.0.0.1"), columns=(("name", "text"), ("servers", "text")))])
    assert set(troubles(told)) == {Trouble("falt", "systems", "", "servers")}
    assert rows(database, "SELECT servers FROM systems") == [(None,)]


def test_a_text_that_is_too_long_is_cut_and_told_of() -> None:
    told, database = asked([systems((ONE, "A", "x" * 400, None, None, None))])
    assert [(trouble.kind, trouble.field) for trouble in troubles(told)] == [("lang", "name")]
    assert rows(database, "SELECT length(name) FROM systems") == [(300,)]


def test_a_code_without_a_word_is_told_of_and_one_with_its_word_is_not() -> None:
    content = [systems((ONE, "A", "A", "nyslag", None, None))]
    told, _ = asked(content)
    assert set(troubles(told)) == {Trouble("kod", "systems", "A", "category", "nyslag")}
    words = table("words", "words", ("systemkategori", "nyslag", "Nytt slag"), ("okand_lista", "x", "X"))
    told, database = asked([*content, words])
    assert told["troubles"] == []
    assert rows(database, "SELECT * FROM received_words") == [("systemkategori", "nyslag", "Nytt slag")]


def test_built_in_words_are_nobodys_to_send() -> None:
    words = table("words", "words", ("systemkategori", "stodsystem", "Något annat"))
    _, database = asked([systems((ONE, "A", "A", "stodsystem", None, None)), words])
    assert rows(database, "SELECT * FROM received_words") == []


def test_a_record_is_called_by_the_receivers_words_then_by_those_that_came() -> None:
    columns = (("system", "id"), ("kind", "text"))
    content = [
        systems((ONE, "A", "A", None, None, None)),
        table("roles", "records", (TWO, "Ägare", ONE, "systemagare"), (FAR, "?", ONE, "1439.vakt"), columns=columns),
        table("words", "words", ("roll", "1439.vakt", "Vakt")),
    ]
    _, database = asked(content, {"roll": {"systemagare": "Systemets ägare"}})
    assert rows(database, "SELECT label FROM roles ORDER BY id") == [("Systemets ägare",), ("Vakt",)]


def test_a_record_without_a_name_is_called_as_its_sender_calls_it() -> None:
    _, database = asked([systems((ONE, "Namnlöst system", None, None, None, None))])
    assert rows(database, "SELECT label FROM systems") == [("Namnlöst system",)]


def test_the_demands_of_fields_are_told_of_and_stop_nothing() -> None:
    told, _ = asked([systems((ONE, "A", "A", None, -5, None))])
    (trouble,) = troubles(told)
    assert (trouble.kind, trouble.register, trouble.label, trouble.field) == ("regel", "systems", "A", "user_count")


def test_rules_are_asked_only_when_all_that_they_may_ask_for_has_come() -> None:
    same = table("matches", "records", (TWO, "Samma", "samma", ONE, ONE), columns=_pair("verdict", "one", "other"))
    whole = table(
        "matches", "records", (TWO, "S", "samma", ONE, ONE, None), columns=(*_pair("verdict", "one", "other"), _NOTE)
    )
    system = systems((ONE, "A", "A", None, None, None))
    assert asked([system, same])[0]["troubles"] == []
    assert [trouble.kind for trouble in troubles(asked([system, whole])[0])] == ["regel"]


_NOTE = ("note", "text")


def _pair(verdict: str, one: str, other: str) -> tuple[tuple[str, str], ...]:
    return (verdict, "text"), (one, "id"), (other, "id")


@pytest.mark.parametrize(
    "content",
    [
        [systems((ONE, "A", "A", None, None, FAR))],
        [systems((ONE, "A ", "A", None, None, None))],
        [systems((ONE, "", "A", None, None, None))],
        [systems((ONE, "A", "A\u202e", None, None, None))],
        [systems((b"\0" * 16, "A", "A", None, None, None))],
        [systems((b"kort", "A", "A", None, None, None))],
        [systems((ONE, "A", "A", "x" * 200, None, None))],
        [table("agreements_systems", "links", (TWO, 0, ONE))],
        [
            table("agreements", "records", (TWO, "Avtal", "Avtal"), columns=(("title", "text"),)),
            table("agreements_options", "rows", (ONE, 0, 12), columns=(("months", "integer"),)),
        ],
        [
            table("agreements", "records", (TWO, "Avtal", "Avtal"), columns=(("title", "text"),)),
            table("agreements_options", "rows", (TWO, 1, 12), columns=(("months", "integer"),)),
        ],
        [
            table("agreements", "records", columns=(("title", "text"),)),
            table("agreements_systems", "links", (TWO, 0, ONE)),
        ],
        [
            table("organisations", "records", (OTHER.bytes, "B", "B"), columns=(("name", "text"),)),
        ],
        [
            systems((ONE, "A", "A", None, None, ONE)),
            table("organisations", "records", (ONE, "B", "B"), columns=(("name", "text"),)),
            table("refs", "refs", ("organisations", ONE, FAR, "B")),
        ],
        [systems((ONE, "A", "A", None, None, FAR)), table("refs", "refs", ("organisations", FAR, b"x", "B"))],
        [systems((ONE, "A", "A", None, None, None)), table("words", "words", ("roll", "kod", "två\nrader"))],
    ],
)
def test_what_no_version_writes_refuses_the_whole_file(content: Content) -> None:
    assert refused(*content)


def test_the_senders_own_record_is_its_own_to_send() -> None:
    own = table("organisations", "records", (SENDER.bytes, "F", "F"), columns=(("name", "text"),))
    assert not refused(own)
