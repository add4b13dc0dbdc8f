"""Delimited text: encodings and delimiters by evidence, and text that was kept from being a formula."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.services.exporting.formulas import guarded
from itadmin.services.tables.delimited import read_delimited

ROWS = [["Namn", "Ort", "Kostnad"], ["Ärendehanteraren", "Åmål", "1 234,50"], ["Öppna data", "Dals-Ed", "7"]]


def text(delimiter: str, newline: str = "\r\n") -> str:
    return "".join(delimiter.join(row) + newline for row in ROWS)


def cells(content: bytes) -> list[list[object]]:
    return [list(row.cells) for row in read_delimited(content, "lista.csv").rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_encodings_and_delimiters_are_told_from_each_other(encoding: str, delimiter: str) -> None:
    assert cells(text(delimiter).encode(encoding)) == ROWS


def test_commas_part_where_numbers_have_none() -> None:
    assert cells(b"Namn,Antal\nLifecare,3\nRaindance,4\n") == [["Namn", "Antal"], ["Lifecare", "3"], ["Raindance", "4"]]


def test_decimal_commas_do_not_part() -> None:
    assert cells(b"Namn;Kostnad\nA;1,5\nB;2,5\n") == [["Namn", "Kostnad"], ["A", "1,5"], ["B", "2,5"]]


def test_excel_s_own_word_for_the_delimiter_is_taken() -> None:
    found = read_delimited(b"sep=,\nNamn,Not;is;er\nA,b;c\n", "lista.csv")
    assert [(row.number, row.cells) for row in found.rows] == [(2, ("Namn", "Not;is;er")), (3, ("A", "b;c"))]


def test_one_column_is_a_table_too() -> None:
    assert cells(b"Namn\nLifecare\n") == [["Namn"], ["Lifecare"]]


def test_quoted_cells_hold_delimiters_and_newlines() -> None:
    assert cells(b'Namn;Not\n"A;B";"en\ntv\xc3\xa5"\n') == [["Namn", "Not"], ["A;B", "en\ntvå"]]


def test_commas_in_the_lines_of_a_single_quoted_record_do_not_part() -> None:
    note = "ett, två\ntre, fyra\nfem, sex\nsju, åtta"
    assert cells(f'"Namn";"Not"\r\n"Lifecare";"{note}"\r\n'.encode()) == [["Namn", "Not"], ["Lifecare", note]]


def test_rows_count_as_records_and_empty_ones_are_left_out() -> None:
    found = read_delimited(b'Namn;Not\n\n;;\n"A\nB";c\nD;e\n', "lista.csv")
    assert [row.number for row in found.rows] == [1, 4, 5]


def test_a_fault_in_utf_8_is_told_and_the_rest_read() -> None:
    found = read_delimited("Namn;Ort\nÅsa;Åmål\nÖrjan;Ängelholm\n".encode() + b"B\xff;c\n", "lista.csv")
    assert found.rows[1].cells == ("Åsa", "Åmål")
    assert found.rows[3].cells == ("B\ufffd", "c")
    assert found.remarks == ("1 tecken i filen gick inte att läsa och står som \ufffd.",)


def test_nul_in_text_does_no_harm() -> None:
    assert cells(b"Namn;Not\nA\x00B;c\n")[1] == ["A\x00B", "c"]


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\x00\x01\x02\x03" * 400])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(KnownError, match=r"är ingen tabell|har inga|UTF|är för stor|skadad|citattecken"):
        read_delimited(content, "bild.csv")


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    with pytest.raises(KnownError, match="citattecken som öppnar en cell"):
        read_delimited(b'Namn;Not\n"A;b\n' + b"x;y\n" * 50_000, "lista.csv")


@pytest.mark.parametrize("content", [b"x" * 2_000_000, b";" * 2_000_000, b'"\n";' * 600_000])
def test_a_row_without_end_is_told_before_it_costs_anything(content: bytes) -> None:
    with pytest.raises(KnownError, match="en rad som aldrig tar slut"):
        read_delimited(b"Namn;Not\n" + content, "lista.csv")


def test_rows_with_a_tail_of_empty_cells_are_no_work() -> None:
    found = cells(b"Namn;Not" + b";" * 16_000 + b"\n" + (b"a;b" + b";" * 16_000 + b"\n") * 50)
    assert found == [["Namn", "Not"], *[["a", "b"]] * 50]


@pytest.mark.parametrize("newline", ["\r", "\n", "\r\n"])
def test_rows_end_as_they_end_anywhere(newline: str) -> None:
    assert cells(text(";", newline).encode("cp1252")) == ROWS


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(KnownError, match="för stor"):
        read_delimited((";".join(["x"] * 2000) + "\n").encode(), "lista.csv")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00")).filter(str.strip))
def test_guarded_text_comes_back_as_it_was(written: str) -> None:
    content = f'Namn;Not\r\n"{guarded(written).replace(chr(34), chr(34) * 2)}";x\r\n'.encode("utf-8-sig")
    assert cells(content)[1][0] == written


@pytest.mark.skipif("ITADMIN_CORPORA" not in os.environ, reason="the corpora are not here")
def test_payloads_of_the_world_are_text(saved: Callable[..., Path]) -> None:
    payloads = Path(os.environ["ITADMIN_CORPORA"], "csv-injection", "csv-payload.txt").read_text(encoding="utf-8")
    for payload in filter(str.strip, payloads.splitlines()):
        quoted = payload.replace('"', '""')
        found = cells(f'Namn;Not\r\n"{quoted}";"x"\r\n'.encode("utf-8-sig"))
        assert isinstance(found[1][0], str)
        assert found[1][0].strip() == payload.strip().removeprefix("'") or found[1][0] == payload
