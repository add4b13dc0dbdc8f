"""Three kinds of trouble: what stops saving, what the world does, and the sentences they carry."""

import pytest

from itadmin.domain.problems import (
    InvalidRecordError,
    KnownError,
    NotFoundError,
    Problem,
    ReadOnlyError,
    StaleRecordError,
    errors,
)

WRONG = Problem("name", "Namn måste fyllas i.")
ODD = Problem("email", "E-post ser konstig ut.", "anmarkning")


def test_only_errors_stop_saving() -> None:
    assert errors([ODD, WRONG]) == (WRONG,)


def test_a_known_error_is_its_sentence() -> None:
    error = KnownError("Disken är full.", details="SQLITE_FULL")
    assert (str(error), error.sentence, error.details) == ("Disken är full.", "Disken är full.", "SQLITE_FULL")


def test_a_refused_record_says_its_errors_and_carries_all_problems() -> None:
    error = InvalidRecordError([ODD, WRONG])
    assert error.sentence == "Namn måste fyllas i."
    assert error.problems == (ODD, WRONG)


@pytest.mark.parametrize("kind", [StaleRecordError, NotFoundError, ReadOnlyError])
def test_all_that_the_world_does_is_known(kind: type[KnownError]) -> None:
    assert isinstance(kind("Något."), KnownError)
