"""A record and its plain form say the same."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import pytest

from itadmin.domain.fields import (
    LOCAL,
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Field,
    Held,
    LongText,
    Money,
    Reference,
    References,
    Rows,
    Text,
    YesNo,
)
from itadmin.domain.record import (
    Record,
    described_fields,
    plain_value,
    row_from_plain,
    row_to_plain,
    stored_fields,
    to_plain,
    typed_value,
)

ONE, OTHER = UUID(int=1), UUID(int=2)


@dataclass(frozen=True, kw_only=True)
class Line:
    what: Annotated[str, Text("Vad", LOCAL)] = ""
    when: Annotated[date | None, Day("När", LOCAL)] = None


@dataclass(frozen=True, kw_only=True)
class Thing(Record):
    name: Annotated[str, Text("Namn", LOCAL)] = ""
    made: Annotated[date | None, Day("Gjord", LOCAL)] = None
    maker: Annotated[UUID | None, Reference("Av", LOCAL, to="things")] = None
    keeper: Annotated[UUID | None, Held("Hos", LOCAL, to="things", through="keepings", role="x")] = None
    lines: Annotated[tuple[Line, ...], Rows("Rader", LOCAL, row=Line)] = ()
    age: Annotated[int | None, Computed("Ålder", LOCAL)] = None
    unseen: str = "beside"


BOTH_FORMS = [
    (Text("", LOCAL), "Åmål", "Åmål"),
    (Text("", LOCAL), "", None),
    (LongText("", LOCAL), "", None),
    (Choice("", LOCAL), "i_drift", "i_drift"),
    (ApproximateDay("", LOCAL), "2019-03", "2019-03"),
    (Day("", LOCAL), date(2026, 2, 28), "2026-02-28"),
    (Day("", LOCAL), None, None),
    (Money("", LOCAL), 0, 0),
    (YesNo("", LOCAL), False, False),
    (Reference("", LOCAL), ONE, str(ONE)),
    (Held("", LOCAL), ONE, str(ONE)),
    (References("", LOCAL), (ONE, OTHER), [str(ONE), str(OTHER)]),
    (References("", LOCAL), (), []),
    (
        Rows("", LOCAL, row=Line),
        (Line(what="a", when=date(2026, 1, 1)), Line()),
        [{"what": "a", "when": "2026-01-01"}, {"what": None, "when": None}],
    ),
]


@pytest.mark.parametrize(("field", "value", "plain"), BOTH_FORMS)
def test_a_value_becomes_plain_and_comes_back(field: Field, value: Any, plain: Any) -> None:
    assert plain_value(field, value) == plain
    assert typed_value(field, plain) == value


@pytest.mark.parametrize(
    ("field", "value", "plain"),
    [
        (Computed("", LOCAL, kind=Day), date(2026, 1, 1), "2026-01-01"),
        (Computed("", LOCAL, kind=Text), "", None),
        (Computed("", LOCAL, kind=Money), 100, 100),
    ],
)
def test_a_computed_value_is_plain_as_its_kind_is(field: Field, value: Any, plain: Any) -> None:
    assert plain_value(field, value) == plain


def test_only_described_attributes_are_fields_in_their_order() -> None:
    assert list(described_fields(Thing)) == ["name", "made", "maker", "keeper", "lines", "age"]


def test_what_belongs_to_others_or_nobody_is_not_stored() -> None:
    assert list(stored_fields(Thing)) == ["name", "made", "maker", "lines"]


def test_the_plain_form_of_a_record_has_its_flags_but_not_its_identity() -> None:
    thing = Thing(id=ONE, owner=OTHER, revision=3, deleted=True, name="x", keeper=ONE, age=4)
    assert to_plain(thing) == {
        "name": "x",
        "made": None,
        "maker": None,
        "lines": [],
        "deleted": True,
        "shared": True,
    }


def test_rows_leave_out_what_they_do_not_know() -> None:
    assert row_from_plain(Line, {"what": "a", "gone": "b"}) == Line(what="a")
    assert row_to_plain(Line(what="a")) == {"what": "a", "when": None}
