"""Long lists of ids come in portions and none is lost."""

from uuid import UUID

import pytest

from itadmin.storage.chunks import chunks


@pytest.mark.parametrize(
    ("number", "sizes"), [(0, []), (1, [1]), (5000, [5000]), (5001, [5000, 1]), (12_000, [5000, 5000, 2000])]
)
def test_portions(number: int, sizes: list[int]) -> None:
    ids = [UUID(int=value) for value in range(number)]
    found = list(chunks(iter(ids)))
    assert [len(chunk) for chunk in found] == sizes
    assert [item for chunk in found for item in chunk] == ids
