import pytest

from itadmin.services.progress import CancelledError, Progress


def test_it_counts_from_nothing_to_all() -> None:
    progress = Progress()
    assert (progress.done, progress.total) == (0, 0)
    progress.begin(3)
    progress.advance()
    progress.advance(2)
    assert (progress.done, progress.total) == (3, 3)
    progress.begin(5)
    assert (progress.done, progress.total) == (0, 5)


def test_it_stops_at_the_next_part_once_asked() -> None:
    progress = Progress()
    progress.begin(3)
    progress.cancel()
    with pytest.raises(CancelledError, match="Inget är ändrat"):
        progress.advance()
