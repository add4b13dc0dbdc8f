"""Single values of a share file: what any version may write, what is cut, and what refuses the file."""

from typing import Any

import pytest

from itadmin.domain.fields import (
    OPEN,
    ApproximateDay,
    Choice,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    Reference,
    Text,
    Whole,
    YesNo,
)
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.values import identifier, reader_of

NAME = Text("Namn", OPEN, max_length=10)
NOTE = LongText("Anteckning", OPEN, max_length=20)
CODE = Choice("Roll", OPEN, values="roll")
DAY = Day("Dag", OPEN)
SINCE = ApproximateDay("Sedan", OPEN)
YES = YesNo("Ja", OPEN)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (NAME, "Åsa Öberg", "Åsa Öberg"),
        (NAME, None, None),
        (NOTE, "en rad\noch en till", "en rad\noch en till"),
        (CODE, "1460.e_arkiv", "1460.e_arkiv"),
        (DAY, "2026-02-28", "2026-02-28"),
        (SINCE, "2019", "2019"),
        (SINCE, "2019-03", "2019-03"),
        (SINCE, "2019-03-14", "2019-03-14"),
        (Whole("Antal", OPEN), -7, -7),
        (Percent("Andel", OPEN), 9950, 9950),
        (Money("Pris", OPEN), 2**53, 2**53),
        (YES, 1, True),
        (YES, 0, False),
        (Reference("System", OPEN, to="systems"), b"\x01" * 16, b"\x01" * 16),
    ],
)
def test_what_a_version_writes_is_taken(field: Field, value: Any, kept: Any) -> None:
    assert reader_of(field)(value) == (kept, False)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (NAME, ""),
        (NAME, " Lifecare"),
        (NAME, "två  blanksteg"),
        (NAME, "rad\nbryt"),
        (NAME, "vänd\u202e"),
        (NAME, "noll\x00"),
        (NAME, "o\u0308"),
        (NAME, 7),
        (NAME, b"bytes"),
        (NOTE, "slut "),
        (NOTE, "retur\r\n."),
        (CODE, "x" * 121),
        (DAY, "2026-02-30"),
        (DAY, "20260228"),
        (DAY, "2026-2-28"),
        (DAY, "2026-02-28T00:00"),
        (SINCE, "2019-13"),
        (SINCE, "19"),
        (SINCE, "2019-03-"),
        (SINCE, "२०१९"),
        (Whole("Antal", OPEN), 2**62),
        (Whole("Antal", OPEN), 1.5),
        (Whole("Antal", OPEN), "7"),
        (YES, 2),
        (YES, "ja"),
        (Reference("System", OPEN, to="systems"), b"\x01" * 15),
        (Reference("System", OPEN, to="systems"), "0" * 16),
    ],
)
def test_what_no_version_writes_refuses_the_file(field: Field, value: Any) -> None:
    with pytest.raises(RefusedError):
        reader_of(field)(value)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (NAME, "Lifecare HSL", "Lifecare H"),
        (NAME, "Treserva  ".strip() + " 2 och", "Treserva 2"),
        (NOTE, "a" * 30, "a" * 20),
    ],
)
def test_a_text_that_is_longer_than_here_is_cut(field: Field, value: str, kept: str) -> None:
    assert reader_of(field)(value) == (kept, True)


def test_a_cut_text_does_not_end_with_a_space() -> None:
    assert reader_of(NAME)("Lifecares hus") == ("Lifecares", True)


@pytest.mark.parametrize("value", [b"", b"\x00" * 16, b"\x01" * 17, None, "x" * 16])
def test_an_id_is_sixteen_bytes_and_not_nothing(value: Any) -> None:
    with pytest.raises(RefusedError):
        identifier(value)
