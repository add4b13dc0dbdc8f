"""What the format of a number says that it is."""

import pytest

from itadmin.services.tables.number_formats import Meaning, meaning_of


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (0, Meaning.NUMBER),
        (4, Meaning.NUMBER),
        (9, Meaning.PERCENT),
        (10, Meaning.PERCENT),
        (14, Meaning.DAY),
        (17, Meaning.MONTH),
        (20, Meaning.TIME),
        (22, Meaning.DAY),
        (46, Meaning.TIME),
        (49, Meaning.NUMBER),
    ],
)
def test_built_in_formats(number: int, meaning: Meaning) -> None:
    assert meaning_of(number) is meaning


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("General", Meaning.NUMBER),
        ("Standard", Meaning.NUMBER),
        ('#,##0\\ "kr"', Meaning.NUMBER),
        ('#,##0.00\\ "kr/mån"', Meaning.NUMBER),
        ("#,##0_ ;[Red]\\-#,##0\\ ", Meaning.NUMBER),
        ("[$-41D]0", Meaning.NUMBER),
        ("0.0%", Meaning.PERCENT),
        ("yyyy\\-mm\\-dd", Meaning.DAY),
        ("yyyy/mm/dd;@", Meaning.DAY),
        ("[$-41D]d\\ mmmm\\ yyyy;@", Meaning.DAY),
        ("åååå-mm-dd", Meaning.DAY),
        ("yyyy-mm-dd hh:mm", Meaning.DAY),
        ("mmm\\-yy", Meaning.MONTH),
        ("mmmm yyyy", Meaning.MONTH),
        ("yyyy", Meaning.YEAR),
        ("hh:mm", Meaning.TIME),
        ("[h]:mm:ss", Meaning.TIME),
        ("mm:ss", Meaning.TIME),
        ('0 "dygn"', Meaning.NUMBER),
    ],
)
def test_formats_of_the_file_s_own(code: str, meaning: Meaning) -> None:
    assert meaning_of(164, code) is meaning
