"""Lines in bands, many of one kind folded, and what is chosen of them."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import RESTING, AttentionLine, Band, Mark
from itadmin.services.attention import WorkList
from itadmin.ui.attention.rows import (
    FOLDED_FROM,
    NOBODY,
    BandRow,
    Choice,
    FoldRow,
    LineRow,
    Row,
    Shown,
    fold_of,
    rows_of,
    same_row,
    who_answers,
)

Line = Callable[..., AttentionLine]


def told(rows: list[Row]) -> list[str]:
    names = []
    for row in rows:
        if isinstance(row, BandRow):
            names.append(f"{row.band.value} {row.number}")
        elif isinstance(row, FoldRow):
            names.append(f"{len(row.lines)} i ett")
        else:
            names.append(row.line.record)
    return names


def test_each_band_has_a_heading_with_its_number(line: Line) -> None:
    work = WorkList((line(1, band=Band.FORSENAT), line(2, band=Band.SENARE), line(3, band=Band.SENARE)))
    assert told(rows_of(work, Choice())) == ["forsenat 1", "System 1", "senare 2", "System 2", "System 3"]


def test_nothing_to_do_has_no_headings() -> None:
    assert rows_of(WorkList(()), Choice()) == []


@pytest.mark.parametrize("number", [FOLDED_FROM - 1, FOLDED_FROM, FOLDED_FROM + 1])
def test_ten_of_a_kind_in_a_band_are_one_row_where_the_first_stands(line: Line, number: int) -> None:
    other = line(99, kind="utan_systemagare", record="Annat")
    work = WorkList((line(0), other, *(line(each) for each in range(1, number))))
    rows = told(rows_of(work, Choice()))
    if number < FOLDED_FROM:
        assert len(rows) == number + 2
    else:
        assert rows == [f"inom_6_manader {number + 1}", f"{number} i ett", "Annat"]


def test_kinds_of_other_registers_and_bands_are_not_folded_together(line: Line) -> None:
    few = FOLDED_FROM - 1
    lines = [line(each) for each in range(few)]
    lines += [line(each, register="people") for each in range(few)]
    work = WorkList((line(200, band=Band.FORSENAT), *lines))
    assert not any(isinstance(row, FoldRow) for row in rows_of(work, Choice()))


def test_an_open_fold_is_followed_by_its_lines(line: Line) -> None:
    lines = tuple(line(each) for each in range(FOLDED_FROM))
    _heading, fold, *rest = rows_of(WorkList(lines), Choice(), [fold_of(lines[0])])
    assert isinstance(fold, FoldRow)
    assert fold.is_open
    assert rest == [LineRow(each) for each in lines]


def test_what_is_chosen_is_of_one_person_or_nobody_and_of_one_register(line: Line) -> None:
    anna = UUID(int=7)
    work = WorkList(
        (
            line(1, responsible="Anna Ek", responsible_id=anna),
            line(2, responsible="IT-chef"),
            line(3),
            line(4, register="people", responsible="Anna Ek", responsible_id=anna),
        )
    )
    chosen = {
        key: [row.line.record for row in rows_of(work, choice) if isinstance(row, LineRow)]
        for key, choice in {
            "anna": Choice(str(anna)),
            "chef": Choice("IT-chef"),
            "ingen": Choice(NOBODY),
            "personer": Choice(register="people"),
            "annas system": Choice(str(anna), "systems"),
        }.items()
    }
    assert chosen == {
        "anna": ["System 1", "System 4"],
        "chef": ["System 2"],
        "ingen": ["System 3"],
        "personer": ["System 4"],
        "annas system": ["System 1"],
    }
    assert [who_answers(each) for each in work.lines] == [str(anna), "IT-chef", NOBODY, str(anna)]


def test_what_rests_stands_with_its_mark_and_without_headings(line: Line) -> None:
    mark = Mark(UUID(int=1), RESTING, date(2027, 1, 1), "")
    work = WorkList((line(1),), resting=((line(2), mark),))
    assert rows_of(work, Choice(shown=Shown.RESTING)) == [LineRow(line(2), mark)]
    assert rows_of(work, Choice(shown=Shown.HANDLED)) == []


def test_a_row_is_known_again_whatever_has_happened_to_it(line: Line) -> None:
    lines = tuple(line(each) for each in range(FOLDED_FROM))
    assert same_row(LineRow(line(1)), LineRow(line(1, said="Annat.", band=Band.FORSENAT)))
    assert not same_row(LineRow(line(1)), LineRow(line(2)))
    assert not same_row(LineRow(line(1)), LineRow(line(1, kind="annat")))
    assert same_row(FoldRow(lines, is_open=True), FoldRow(lines[1:], is_open=False))
    assert not same_row(FoldRow(lines, is_open=True), LineRow(line(0)))
