"""The time of an införande: what lies where, what moves with what, and how far a plan has come."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.implementation import (
    Length,
    Piece,
    Schedule,
    Span,
    Stage,
    Task,
    followers,
    laid_out_from,
    laid_out_until,
    moved_span,
    moved_stages,
    moved_tasks,
    progress,
)
from itadmin.domain.calendar import is_working_day

TODAY = date(2026, 11, 22)
LENGTHS = (Length("test", 2), Length("driftgodkannande", 1), Length("driftstart", 1), Length("utvardering", 1))
PIECES = (
    Piece("prov", "test", 0, 10),
    Piece("godkannande", "driftgodkannande", 1, 3),
    Piece("start", "driftstart", 0, 2),
)
DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))


def test_phases_are_laid_out_so_that_the_turning_one_begins_on_its_day() -> None:
    laid = laid_out_until(LENGTHS, PIECES, "driftstart", date(2027, 2, 1))
    assert laid.phases == {
        "test": Span(date(2027, 1, 11), date(2027, 1, 22)),
        "driftgodkannande": Span(date(2027, 1, 25), date(2027, 1, 29)),
        "driftstart": Span(date(2027, 2, 1), date(2027, 2, 5)),
        "utvardering": Span(date(2027, 2, 8), date(2027, 2, 12)),
    }
    assert laid.activities == {
        "prov": Span(date(2027, 1, 11), date(2027, 1, 22)),
        "godkannande": Span(date(2027, 1, 26), date(2027, 1, 28)),
        "start": Span(date(2027, 2, 1), date(2027, 2, 2)),
    }


def test_christmas_is_not_worked() -> None:
    laid = laid_out_until(LENGTHS, PIECES, "driftstart", date(2027, 1, 11))
    assert laid.phases["driftgodkannande"] == Span(date(2026, 12, 30), date(2027, 1, 8))


def test_a_system_may_be_opened_on_a_sunday() -> None:
    laid = laid_out_until(LENGTHS, PIECES, "driftstart", date(2027, 1, 31))
    assert laid.phases["driftstart"].first == date(2027, 1, 31)
    assert laid.phases["driftgodkannande"].last == date(2027, 1, 29)
    assert laid.phases["driftstart"].last == date(2027, 2, 5)


@given(DAYS)
def test_what_is_laid_out_from_its_first_day_is_the_same_as_until_its_driftstart(first: date) -> None:
    laid = laid_out_from(LENGTHS, PIECES, "driftstart", first)
    assert laid == laid_out_until(LENGTHS, PIECES, "driftstart", laid.go_live_on)
    begins = laid.phases["test"].first
    assert begins is not None
    assert first <= begins <= first + timedelta(days=6)


@given(DAYS)
def test_everything_lies_on_arbetsdagar_after_each_other(day: date) -> None:
    laid = laid_out_until(LENGTHS, PIECES, "driftstart", day)
    days = [end for span in laid.phases.values() for end in span if end is not None]
    assert days == sorted(set(days))
    assert all(is_working_day(each) for each in days if each != day)


@pytest.mark.parametrize("lay_out", [laid_out_from, laid_out_until])
def test_a_phase_that_is_not_there_is_an_error(lay_out: Callable[..., Schedule]) -> None:
    with pytest.raises(KeyError):
        lay_out(LENGTHS, PIECES, "avstangning", TODAY)


@pytest.mark.parametrize(
    ("span", "count", "keeps_start", "moved"),
    [
        (Span(date(2027, 2, 1), date(2027, 2, 5)), 5, False, Span(date(2027, 2, 8), date(2027, 2, 12))),
        (Span(date(2027, 2, 1), date(2027, 2, 5)), 5, True, Span(date(2027, 2, 1), date(2027, 2, 12))),
        (Span(date(2027, 2, 1), date(2027, 2, 5)), -9, True, Span(date(2027, 2, 1), date(2027, 2, 1))),
        (Span(None, date(2027, 2, 5)), -1, True, Span(None, date(2027, 2, 4))),
        (Span(date(2027, 2, 1), None), 1, True, Span(date(2027, 2, 1), None)),
        (Span(None, None), 3, False, Span(None, None)),
    ],
)
def test_a_time_is_moved_by_arbetsdagar(span: Span, count: int, *, keeps_start: bool, moved: Span) -> None:
    assert moved_span(span, count, keeps_start=keeps_start) == moved


@given(DAYS, st.integers(-30, 30))
def test_what_is_moved_and_moved_back_stands_where_it_stood(day: date, count: int) -> None:
    begun = moved_span(Span(day, day), 0)
    assert moved_span(moved_span(begun, count), -count) == begun


TASKS = (
    Task("a", Span(date(2026, 11, 2), date(2026, 11, 6)), "klar"),
    Task("b", Span(date(2026, 11, 9), date(2026, 11, 13)), "pagar", 50_00, ("a",)),
    Task("c", Span(date(2026, 11, 23), date(2026, 11, 27)), "", None, ("b",)),
    Task("d", Span(date(2026, 11, 30), date(2026, 12, 4)), "ej_paborjad", None, ("c", "a")),
    Task("e", Span(date(2026, 11, 2), date(2026, 11, 6)), "avbruten"),
)


def test_what_is_over_stays_and_what_is_begun_keeps_its_first_day() -> None:
    assert moved_tasks(TASKS, 5) == {
        "b": Span(date(2026, 11, 9), date(2026, 11, 20)),
        "c": Span(date(2026, 11, 30), date(2026, 12, 4)),
        "d": Span(date(2026, 12, 7), date(2026, 12, 11)),
    }


def test_decided_phases_stay_and_the_one_under_way_only_gets_longer() -> None:
    stages = (
        Stage(Span(date(2026, 10, 1), date(2026, 10, 30)), "BP1", date(2026, 10, 29)),
        Stage(Span(date(2026, 11, 2), date(2026, 11, 27)), "BP2"),
        Stage(Span(date(2026, 11, 30), date(2026, 12, 11)), "BP3"),
    )
    assert moved_stages(stages, 5, TODAY) == [
        stages[0].span,
        Span(date(2026, 11, 2), date(2026, 12, 4)),
        Span(date(2026, 12, 7), date(2026, 12, 18)),
    ]


@pytest.mark.parametrize(("key", "found"), [("a", "bcd"), ("b", "cd"), ("c", "d"), ("d", ""), ("e", "")])
def test_what_waits_for_what(key: str, found: str) -> None:
    assert followers(TASKS, key) == set(found)


def test_those_that_wait_in_a_ring_are_found_once() -> None:
    ring = (Task("a", Span(None, None), waits_for=("b",)), Task("b", Span(None, None), waits_for=("a",)))
    assert followers(ring, "a") == {"b"}


def test_how_far_a_plan_has_come() -> None:
    stages = (
        Stage(Span(None, date(2026, 10, 30)), "BP1", date(2026, 10, 29)),
        Stage(Span(None, date(2026, 11, 20)), "BP2"),
        Stage(Span(None, date(2026, 11, 20))),
        Stage(Span(None, date(2026, 12, 11)), "BP3"),
    )
    come = progress(TASKS, stages, TODAY)
    assert (come.total, come.done, come.share) == (4, 1, 37_50)
    assert [TASKS[place].key for place in come.late] == ["b"]
    assert come.next_decision == 1
    assert come.overdue == (1,)


def test_a_plan_without_anything_has_come_nowhere() -> None:
    come = progress((), (), TODAY)
    assert (come.total, come.share, come.next_decision, come.late, come.overdue) == (0, None, None, (), ())


def test_an_activity_is_late_the_day_after_its_last() -> None:
    task = Task("a", Span(None, TODAY), "forsenad")
    assert not task.is_late(TODAY)
    assert task.is_late(TODAY + timedelta(days=1))
