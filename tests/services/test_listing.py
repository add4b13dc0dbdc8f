"""Lists that answer at once are the same lists; every condition means the same in SQL as in plain words."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadmin.domain import filters
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Field,
    Held,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition
from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.problems import InvalidRecordError
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import swedish_key
from itadmin.domain.values import LISTS
from itadmin.domain.words import BUILT_IN
from itadmin.services import listing, orders, ranking
from itadmin.services.clock import Surroundings
from itadmin.services.display import field_text
from itadmin.services.listing import Listing
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace
from itadmin.storage import list_slices
from itadmin.storage.engine import open_register
from itadmin.storage.reads import Read

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = NOW.date()
T = TypeVar("T")
Targets = Mapping[str, Sequence[UUID]]
WORDS = ("Åmål", "amal", "Öl 9", "öl 10", "Webb", "vagn", "Zebra", "zebra", "System 2", "é", "100 %", "a_b", "")
SMALL_PIECES = {
    (orders, "_NAMES_AT_ONCE"): 7,
    (orders, "_PLACES_AT_ONCE"): 5,
    (orders, "_COLUMNS_AT_ONCE"): 4,
    (ranking, "_GROUPED_AT_ONCE"): 4,
    (orders, "_WHOLE_RECORDS_AT_ONCE"): 3,
    (listing, "_FIRST_LOOK"): 11,
    (listing, "_ASKED_AT_ONCE"): 4,
    (listing, "_MATCHED_AT_ONCE"): 6,
    (listing, "_FIRST_HITS"): 5,
    (listing, "_HITS_AT_ONCE"): 9,
    (listing, "_FEW"): 12,
    (listing, "_TOLD_AT_ONCE"): 3,
    (listing, "_SOON_TOLD"): 6,
    (listing, "_WHOLE_RECORDS_AT_ONCE"): 3,
    (listing, "_PAGE"): 5,
}
"""Pieces so small that a list of some tens of records is made of many."""


class Lots:
    """Draws the same lots each time."""

    def __init__(self) -> None:
        self._state = 1

    def below(self, limit: int) -> int:
        self._state = (self._state * 1103515245 + 12345) % 2**31
        return (self._state >> 8) % limit

    def one_of(self, things: Sequence[T]) -> T:
        return things[self.below(len(things))]

    def day(self) -> date:
        return DAY + timedelta(days=self.one_of((-800, -400, -30, -1, 0, 1, 30, 400)))


def _text(lots: Lots, _field: Any, _targets: Targets) -> Any:
    return lots.one_of(WORDS) or None


def _number(lots: Lots, _field: Any, _targets: Targets) -> Any:
    return lots.one_of((0, 1, 9, 10, 100))


VALUES: Mapping[type[Field], Callable[[Lots, Any, Targets], Any]] = {
    Text: _text,
    LongText: _text,
    Choice: lambda lots, field, _targets: lots.one_of(list(LISTS[field.values])[:4]),
    ApproximateDay: lambda lots, _field, _targets: lots.day().isoformat()[: lots.one_of((4, 7, 10))],
    Day: lambda lots, _field, _targets: lots.day().isoformat(),
    YesNo: lambda lots, _field, _targets: lots.below(2) == 0,
    Whole: _number,
    Money: _number,
    Percent: _number,
    Reference: lambda lots, field, targets: str(lots.one_of(targets[field.to])),
    References: lambda lots, field, targets: sorted({str(lots.one_of(targets[field.to])) for _ in range(3)}),
}
"""A plain value that may stand in a field of each kind, of few different ones."""


def add(workspace: Workspace, register: str, values: dict[str, Any]) -> UUID:
    """Add a record with as many of the values as do not contradict each other."""
    while True:
        try:
            return workspace.records.add(register, values)
        except InvalidRecordError as error:
            wrong = {problem.field for problem in error.problems}
            values = {name: value for name, value in values.items() if name not in wrong}


def filled(workspace: Workspace) -> None:
    """Records of every kind, with gaps, twins, roles now and then, proposals and a bin."""
    lots, records = Lots(), workspace.records
    people = [records.add("people", {"name": name or "Bo"}) for name in WORDS]
    targets = {
        "people": people,
        "organisations": [records.add("organisations", {"name": f"Leverantör {name}"}) for name in WORDS[:6]],
        "systems": [records.add("systems", {"name": f"Före {name}"}) for name in WORDS[:4]],
        "agreements": [records.add("agreements", {"title": "Före"})],
    }
    for register, number in (("systems", 50), ("agreements", 30)):
        described = REGISTERS[register]
        fields = {name: field for name, field in described.fields.items() if type(field) in VALUES}
        for _ in range(number):
            values = {
                name: VALUES[type(field)](lots, field, targets) for name, field in fields.items() if lots.below(2) == 0
            }
            values[described.title_fields[0]] = f"{lots.one_of(WORDS)} {lots.one_of(WORDS)} x".strip()
            if described.proposal:
                values[described.proposal] = lots.below(5) == 0 or None
            targets[register].append(add(workspace, register, values))
    for _ in range(40):
        who = {"person": str(lots.one_of(people))} if lots.below(3) else {"function": "Chef"}
        starts, ends = sorted((lots.day().isoformat(), lots.day().isoformat()))
        dates = {"starts_on": starts, "ends_on": ends if lots.below(2) else None}
        kind = lots.one_of(("systemagare", "systemansvarig"))
        records.add("roles", {"system": str(lots.one_of(targets["systems"])), "kind": kind, **who, **dates})
    records.save("agreements", targets["agreements"][3], {"freezes": [{"reason": "Bokslut", "period": None}]})
    records.delete("systems", targets["systems"][::9])


@pytest.fixture(scope="module")
def workspace_of_many(tmp_path_factory: pytest.TempPathFactory, new_register: bytes) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("lista") / "lista.itadmin"
    path.write_bytes(new_register)
    around = Surroundings(lambda: NOW, seeded_id_source("listor", 1).new, "Kim Berg", "DATOR12")
    opened = Workspace(open_register(path, "Kim Berg"), around)
    filled(opened)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    for (module, name), size in SMALL_PIECES.items():
        assert hasattr(module, name)
        monkeypatch.setattr(module, name, size)


def places(made: Listing) -> list[int]:
    found = array("q")
    while (piece := made.more()) is not None:
        found.extend(piece.places)
    return list(found)


def ids(reading: Reading, register: str, query: ListQuery) -> list[UUID]:
    return reading.ids(register, places(reading.listing(register, query)))


def everything(reading: Reading, register: str, query: ListQuery | None = None) -> dict[UUID, Read]:
    return reading.many(register, reading.keys(register, query))


def held_values(reading: Reading, field: Held, record_id: UUID) -> list[str]:
    """Who holds a role, all of them; "" for one that no person holds."""
    roles = [read.record for read in reading.referring("roles", "system", record_id)]
    today = reading.day
    return [
        str(role.person or "")
        for role in roles
        if role.kind == field.role
        and (role.starts_on is None or role.starts_on <= today)
        and (role.ends_on is None or role.ends_on >= today)
    ]


def value_of(reading: Reading, register: str, read: Read, name: str) -> Any:
    field = REGISTERS[register].fields[name]
    if isinstance(field, Held):
        return held_values(reading, field, read.record.id)
    return plain_value(field, getattr(read.record, name))


@st.composite
def conditions(draw: st.DrawFn, reading: Reading, register: str) -> Condition:
    fields = REGISTERS[register].fields
    name = draw(st.sampled_from(sorted(fields)))
    test = draw(st.sampled_from(filters.tests_of(fields[name])))
    if test in ("empty", "filled"):
        return Condition(name, test)
    known = {
        each
        for read in everything(reading, register).values()
        for value in [value_of(reading, register, read, name)]
        for each in (value if isinstance(value, list) else [value])
        if each not in (None, "")
    }
    if test in ("one_of", "none_of"):
        return Condition(name, test, tuple(draw(st.lists(st.sampled_from([None, *sorted(known)]), max_size=3))))
    if test in ("before", "after"):
        days = st.sampled_from(sorted({*known, "2026", "2026-11", DAY.isoformat()}))
        return Condition(name, test, (draw(days)[: draw(st.sampled_from((4, 7, 10)))],))
    if test in ("within_months", "by_months"):
        return Condition(name, test, (draw(st.sampled_from((0, 1, 12, 1200))),))
    if test == "contains":
        return Condition(name, test, (draw(st.sampled_from([*WORDS, "Ö", "%", "_", "ål"])),))
    return Condition(name, test, (draw(st.sampled_from(sorted({*known, 9}))),))


REGISTER_NAMES = st.sampled_from(["systems", "agreements"])


@settings(max_examples=150)
@given(st.data(), REGISTER_NAMES)
def test_a_condition_means_the_same_in_sql_and_in_plain_words(
    workspace_of_many: Workspace, data: st.DataObject, register: str
) -> None:
    reading = workspace_of_many.reading()
    condition = data.draw(conditions(reading, register))
    expected = {
        record_id
        for record_id, read in everything(reading, register).items()
        if all(
            holds(part, value_of(reading, register, read, part.field))
            for part in filters.settled((condition,), reading.day)
        )
    }
    query = ListQuery(conditions=(condition,))
    assert set(reading.keys(register, query)) == expected
    assert set(ids(reading, register, query)) == expected


@st.composite
def queries(draw: st.DrawFn, reading: Reading, register: str) -> ListQuery:
    described = REGISTERS[register]
    sortable = [name for name, item in described.fields.items() if not isinstance(item, (References, Rows))]
    words = st.sampled_from(["", "", "o", "ze", "amal", "s z", "webb öl", "finns inte", "*"])
    found = [finding.key for finding in described.findings]
    return ListQuery(
        words=draw(words),
        conditions=tuple(draw(st.lists(conditions(reading, register), max_size=2))),
        findings=tuple(draw(st.lists(st.sampled_from(found), max_size=1))) if found else (),
        sort=draw(st.sampled_from(["", *sortable])),
        descending=draw(st.booleans()),
        deleted=draw(st.integers(0, 5)) == 0,
        all_owners=draw(st.booleans()),
        proposals=draw(st.integers(0, 5)) == 0,
    )


@settings(max_examples=150)
@given(st.data(), REGISTER_NAMES)
def test_pieces_make_the_whole_list(workspace_of_many: Workspace, data: st.DataObject, register: str) -> None:
    reading = workspace_of_many.reading()
    query = data.draw(queries(reading, register))
    assert ids(reading, register, query) == reading.keys(register, query)
    assert ids(reading, register, query) == reading.keys(register, query)


@pytest.mark.parametrize("register", ["systems", "agreements"])
@pytest.mark.parametrize("descending", [False, True])
def test_every_field_sorts_as_swedes_expect(workspace_of_many: Workspace, register: str, descending: bool) -> None:
    reading = workspace_of_many.reading()
    reads = everything(reading, register)
    for name, field in REGISTERS[register].fields.items():
        if isinstance(field, (References, Rows, LongText)):
            continue
        listed = [reads[key] for key in ids(reading, register, ListQuery(sort=name, descending=descending))]
        assert len(listed) == len(reads)
        texts = [field_text(REGISTERS[register], read, name) for read in listed]
        shown = [text for text in texts if text]
        assert texts == [*shown, *[""] * (len(texts) - len(shown))]
        if isinstance(field, (Text, Reference)):
            assert [swedish_key(text) for text in shown] == sorted(map(swedish_key, shown), reverse=descending)
        elif not isinstance(field, Held):
            values = [plain_value(field, getattr(read.record, name)) for read in listed][: len(shown)]
            keys = [ranking.sort_key_of(field, value, BUILT_IN) for value in values]
            assert keys == sorted(keys, reverse=descending)


@settings(max_examples=40)
@given(st.data(), REGISTER_NAMES)
def test_a_row_says_what_the_record_says(workspace_of_many: Workspace, data: st.DataObject, register: str) -> None:
    reading = workspace_of_many.reading()
    described = REGISTERS[register]
    columns = data.draw(st.lists(st.sampled_from(sorted(described.fields)), min_size=1, max_size=6, unique=True))
    listed = places(reading.listing(register, ListQuery()))
    shown, real = reading.rows(register, listed, columns), everything(reading, register)
    assert list(shown) == listed or set(shown) == set(listed)
    for read in shown.values():
        record = real[read.record.id]
        assert (read.label, read.record.deleted) == (record.label, record.record.deleted)
        for name in columns:
            assert field_text(described, read, name) == field_text(described, record, name)


def test_proposals_are_a_list_of_their_own(workspace_of_many: Workspace) -> None:
    reading = workspace_of_many.reading()
    ordinary, proposed = (reading.keys("systems", ListQuery(proposals=proposals)) for proposals in (False, True))
    assert proposed
    assert not set(ordinary) & set(proposed)
    assert all(read.record.suggestion for read in reading.many("systems", proposed).values())
    assert len(ordinary) == reading.count("systems")
    assert not set(proposed) & {key for key, _label in reading.choices("systems")}
    label = reading.label("systems", proposed[0])
    assert proposed[0] not in {hit.record_id for hit in reading.find(label)}
    assert proposed[0] in reading.keys("systems", ListQuery(words=label, proposals=True))
    assert reading.keys("agreements", ListQuery(proposals=True)) == []


def test_a_change_is_seen_in_every_order(workspace: Workspace) -> None:
    first, second = (workspace.records.add("systems", {"name": name, "area": name}) for name in "ab")
    query = ListQuery(sort="area", conditions=(Condition("area", "filled"),))
    assert ids(workspace.reading(), "systems", query) == [first, second]
    workspace.records.save("systems", first, {"area": "c"})
    assert ids(workspace.reading(), "systems", query) == [second, first]
    workspace.undo.undo()
    assert ids(workspace.reading(), "systems", query) == [first, second]


def test_what_is_made_while_the_file_changes_is_not_kept(workspace: Workspace) -> None:
    for name in "abcdefghi":
        workspace.records.add("systems", {"name": name})
    begun = workspace.reading().listing("systems", ListQuery())
    begun.more()
    added = workspace.records.add("systems", {"name": "0"})
    assert ids(workspace.reading(), "systems", ListQuery())[0] == added
    places(begun)
    assert ids(workspace.reading(), "systems", ListQuery())[0] == added


def test_the_number_of_all_is_known_in_the_end(workspace_of_many: Workspace) -> None:
    reading = workspace_of_many.reading()
    narrowed = reading.listing("systems", ListQuery(words="ze"))
    assert narrowed.total is None
    assert len(places(narrowed)) < reading.count("systems") == narrowed.total


def test_what_is_prepared_is_there_at_once(workspace_of_many: Workspace) -> None:
    reading = workspace_of_many.reading()
    assert list(reading.warming("systems", ListQuery(), ["name", "area", "derived_criticality", "system_owner"]))
    for name in ("area", "system_owner"):
        made = reading.listing("systems", ListQuery(sort=name))
        piece = made.more()
        assert piece is not None
        assert len(piece.places) == reading.count("systems")
        assert made.more() is None


@pytest.fixture
def workspace_of_alike(workspace: Workspace) -> Workspace:
    """Sixty systems of which every third is called Zebra; as many in a register whose order is prepared."""
    for number in range(60):
        workspace.records.add("systems", {"name": f"{'Zebra' if number % 3 == 0 else 'Apa'} {number:02}"})
    assert list(workspace.reading().warming("systems", ListQuery(), ["name"]))
    return workspace


def test_the_first_page_of_many_hits_comes_before_the_list_is_gone_along(
    workspace_of_alike: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for (module, name), number in SMALL_PIECES.items():
        monkeypatch.setattr(module, name, number)
    reading = workspace_of_alike.reading()
    pieces = iter(reading.listing("systems", ListQuery(words="zebra")).more, None)
    first = next(piece for piece in pieces if piece and piece.places)
    expected = reading.keys("systems", ListQuery(words="zebra"))
    assert reading.ids("systems", first.places) == expected[: listing._PAGE]
    rest = [place for piece in pieces if piece for place in piece.places]
    assert reading.ids("systems", rest) == expected[listing._PAGE :]


def test_words_that_are_asked_again_are_not_searched_for_again(
    workspace_of_alike: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, query = workspace_of_alike.reading(), ListQuery(words="zebra")
    found = ids(reading, "systems", query)
    with monkeypatch.context() as patch:
        patch.delattr(list_slices, "hits")
        assert ids(reading, "systems", query) == found
        narrowed = ListQuery(words="zebra", conditions=(Condition("name", "contains", ("9",)),))
        assert ids(reading, "systems", narrowed) == [key for key in found if "9" in reading.label("systems", key)]
    added = workspace_of_alike.records.add("systems", {"name": "Zebra"})
    assert ids(workspace_of_alike.reading(), "systems", query) == [added, *found]


@pytest.mark.parametrize(
    ("query", "error"),
    [
        (ListQuery(sort="nmae"), KeyError),
        (ListQuery(sort="links"), KeyError),
        (ListQuery(conditions=(Condition("nmae", "filled"),)), KeyError),
        (ListQuery(conditions=(Condition("name", "before", ("2026",)),)), ValueError),
        (ListQuery(conditions=(Condition("user_count", "at_least"),)), ValueError),
        (ListQuery(conditions=(Condition("derived_criticality", "at_least", (1,)),)), ValueError),
        (ListQuery(conditions=(Condition("supplier", "one_of", ("Tieto",)),)), ValueError),
        (ListQuery(findings=("finns_inte",)), KeyError),
    ],
)
def test_what_cannot_be_asked_is_refused(workspace: Workspace, query: ListQuery, error: type[Exception]) -> None:
    reading = workspace.reading()
    with pytest.raises(error):
        reading.keys("systems", query)
    with pytest.raises(error):
        reading.listing("systems", query)
