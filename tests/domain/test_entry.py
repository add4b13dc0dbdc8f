"""What people type becomes a value, and a value becomes what people read and can type again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadmin.domain.entry import clean_plain, edit_text, filled_in, plain_from_text, text_from_plain
from itadmin.domain.fields import (
    LOCAL,
    STORED_VALUES,
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Field,
    Held,
    LongText,
    Money,
    Percent,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.record import Record, plain_value, stored_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS

NUMBER = Text("Organisationsnummer", LOCAL, form="organisation_number")
PRICE = Money("Pris", LOCAL, per="år")
MONTHS = Whole("Tid", LOCAL, unit="månader")
CYCLE = Choice("Läge", LOCAL, values="livscykel")


@dataclass(frozen=True, kw_only=True)
class Line:
    what: Annotated[str, Text("Vad", LOCAL)] = ""
    many: Annotated[int | None, Whole("Antal", LOCAL)] = None


@dataclass(frozen=True, kw_only=True)
class Thing(Record):
    name: Annotated[str, Text("Namn", LOCAL)] = ""
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""
    lines: Annotated[tuple[Line, ...], Rows("Rader", LOCAL, row=Line)] = ()
    keeper: Annotated[object, Held("Hos", LOCAL)] = None
    age: Annotated[object, Computed("Ålder", LOCAL)] = None


# Typing


@pytest.mark.parametrize(
    ("field", "typed", "plain"),
    [
        (Text("", LOCAL), "  Åmåls \t kommun ", "Åmåls kommun"),
        (Text("", LOCAL), "   ", None),
        (Text("", LOCAL), "\x00\u202e\ufeff", None),
        (LongText("", LOCAL), " rad 1\r\n\r\nrad 2 ", "rad 1\n\nrad 2"),
        (LongText("", LOCAL), "\n", None),
        (NUMBER, "212000-1843", "2120001843"),
        (CYCLE, "i drift", "i_drift"),
        (CYCLE, "I_DRIFT", "i_drift"),
        (Day("", LOCAL), "2026-11-22", "2026-11-22"),
        (ApproximateDay("", LOCAL), "2019-03", "2019-03"),
        (PRICE, "148 000 kr", 14_800_000),
        (Percent("", LOCAL), "99,5 %", 9950),
        (MONTHS, "1 200", 1200),
        (MONTHS, "1\u00a0200", 1200),
        (MONTHS, "\u22125", -5),
        (YesNo("", LOCAL), "JA", True),
        (YesNo("", LOCAL), "nej", False),
        (YesNo("", LOCAL), "", None),
    ],
)
def test_what_is_typed_is_understood(field: Field, typed: str, plain: Any) -> None:
    assert plain_from_text(field, typed) == plain


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (NUMBER, "212000-1844"),
        (CYCLE, "kanske"),
        (Day("", LOCAL), "2026-02-30"),
        (ApproximateDay("", LOCAL), "snart"),
        (PRICE, "mycket"),
        (Percent("", LOCAL), "halva"),
        (MONTHS, "12,5"),
        (MONTHS, "-"),
        (MONTHS, "--1"),
        (MONTHS, "9" * 16),
        (MONTHS, "²"),
        (YesNo("", LOCAL), "kanske"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_a_sentence(field: Field, typed: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-ZÅÄÖ”].*\.$"):
        plain_from_text(field, typed)


def test_a_long_word_that_is_no_choice_is_cut_in_the_answer() -> None:
    with pytest.raises(ValueError, match="Välj något av") as caught:
        plain_from_text(CYCLE, "x" * 100_000)
    assert len(str(caught.value)) < 1000


# Reading


@pytest.mark.parametrize(
    ("field", "plain", "text"),
    [
        (Text("", LOCAL), None, ""),
        (NUMBER, "2120001843", "212000-1843"),
        (CYCLE, "i_drift", "I drift"),
        (PRICE, 14_800_000, "148\u00a0000\u00a0kr per år"),
        (Money("", LOCAL), 12_345, "123,45\u00a0kr"),
        (Percent("", LOCAL), 9950, "99,5\u00a0%"),
        (MONTHS, 1200, "1\u00a0200\u00a0månader"),
        (Whole("", LOCAL), 0, "0"),
        (Whole("", LOCAL, is_year=True), 2025, "2025"),
        (YesNo("", LOCAL), True, "Ja"),
        (YesNo("", LOCAL), False, "Nej"),
        (Day("", LOCAL), "2026-11-22", "2026-11-22"),
        (Computed("", LOCAL, kind=Money), 100, "1\u00a0kr"),
        (Computed("", LOCAL, kind=YesNo), False, "Nej"),
        (Computed("", LOCAL, values="livscykel"), "i_drift", "I drift"),
    ],
)
def test_a_value_is_read(field: Field, plain: Any, text: str) -> None:
    assert text_from_plain(field, plain) == text


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
@settings(max_examples=20)
@given(data=st.data())
def test_what_stands_in_an_editing_field_means_the_same_when_it_is_left(
    register: Register, values_of: Callable[..., st.SearchStrategy[dict[str, Any]]], data: st.DataObject
) -> None:
    nobody = dict.fromkeys(REGISTERS, (Record().id,))
    values = data.draw(values_of(register, nobody))
    for name, field in stored_fields(register.record).items():
        if isinstance(field, STORED_VALUES):
            plain = plain_value(field, getattr(filled_in(register.record(), values), name))
            assert plain_from_text(field, edit_text(field, plain)) == plain


# Cleaning


@given(st.text())
def test_a_cleaned_text_can_be_kept_and_stays_as_it_is(text: str) -> None:
    for field in (Text("", LOCAL), LongText("", LOCAL)):
        kept = clean_plain(field, text)
        assert clean_plain(field, kept) == kept
        assert kept is None or "\x00" not in kept.encode("utf-8").decode("utf-8") != ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [("212000-1843", "2120001843"), ("16212000-1843", "2120001843"), ("212000-1844", "212000-1844")],
)
def test_an_organisation_number_is_kept_as_digits(written: str, kept: str) -> None:
    assert clean_plain(NUMBER, written) == kept


def test_cells_are_cleaned_and_numbers_left_alone() -> None:
    rows = Rows("Rader", LOCAL, row=Line)
    assert clean_plain(rows, [{"what": " a\x07 ", "many": 0}]) == [{"what": "a", "many": 0}]
    assert clean_plain(rows, None) == []
    assert clean_plain(Whole("", LOCAL), 0) == 0
    assert clean_plain(Text("", LOCAL), None) is None


def test_a_record_takes_its_own_values_cleaned() -> None:
    thing = filled_in(
        Thing(name="gammal", note="kvar"),
        {"name": " ny ", "lines": [{"what": " x "}], "keeper": "någon", "age": 5, "deleted": 1},
    )
    assert thing == Thing(name="ny", note="kvar", lines=(Line(what="x"),), deleted=True)


@pytest.mark.parametrize("values", [{"nmae": "x"}, {"owner": "x"}, {"lines": [{"wath": "x"}]}])
def test_what_a_record_does_not_have_is_a_mistake_of_ours(values: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        filled_in(Thing(), values)


@pytest.mark.parametrize(
    ("text", "minutes"), [("90", 90), ("1 200", 1200), ("1,5", 90), ("1 tim 30 min", 90), ("1:30", 90), ("2 h", 120)]
)
def test_a_time_is_written_in_minutes_or_hours(text: str, minutes: int) -> None:
    assert plain_from_text(Whole("Tid", LOCAL, unit="minuter"), text) == minutes
    with pytest.raises(ValueError, match="Skriv tiden i minuter eller timmar"):
        plain_from_text(Whole("Tid", LOCAL, unit="minuter"), "länge")
