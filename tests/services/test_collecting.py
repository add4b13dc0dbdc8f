"""Collecting stands still within a block, and is afterwards as it was."""

import gc
from collections.abc import Iterator

import pytest

from itadmin.services.collecting import nothing_collected


@pytest.fixture(autouse=True)
def _collecting_again() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("before", [True, False])
def test_it_is_as_it_was_afterwards(before: bool) -> None:
    (gc.enable if before else gc.disable)()
    with nothing_collected():
        assert not gc.isenabled()
    assert gc.isenabled() is before


def test_it_is_as_it_was_after_an_error_too() -> None:
    with pytest.raises(ValueError, match="fel"), nothing_collected():
        raise ValueError("fel")
    assert gc.isenabled()
