from collections.abc import Callable

from itadmin.services.exporting.separated import write_separated
from itadmin.services.exporting.sheet import Column, Sheet

Parted = Callable[[bytes], list[list[str]]]


def test_every_kind_as_it_is_typed_in_sweden(kinds: Sheet, parted: Parted) -> None:
    rows = parted(write_separated(kinds).content)
    assert rows[0] == ["Namn", "Text", "Antal", "Kostnad", "Andel", "Dag", "Finns", "Id"]
    assert rows[1] == ["Ängslan", "ett\ntvå", "1200", "1234,50", "99,50%", "2026-11-22", "Ja", "abc"]
    assert rows[2] == ["", "", "0", "148000", "100%", "2019-03", "Nej", "def"]
    assert rows[3] == ["Tom", "", "", "", "", "", "", "ghi"]


def test_negative_amounts_keep_their_sign_and_stay_numbers(parted: Parted) -> None:
    sheet = Sheet("A", (Column("Kostnad", "money"),), ((-5,), (-123400,)))
    assert parted(write_separated(sheet).content)[1:] == [["-0,05"], ["-1234"]]


def test_the_form_that_a_swedish_excel_opens() -> None:
    content = write_separated(Sheet("A", (Column("Å"), Column("B")), (("ä;", 'ö"'),))).content
    assert content == '\ufeff"Å";"B"\r\n"ä;";"ö"""\r\n'.encode()


def test_no_cell_and_no_heading_becomes_a_formula(parted: Parted) -> None:
    sheet = Sheet("A", (Column("=rubrik"), Column("B", "long_text")), (("=cmd|' /C calc'!A0", "\t@x"),))
    assert parted(write_separated(sheet).content) == [["'=rubrik", "B"], ["'=cmd|' /C calc'!A0", "'\t@x"]]
