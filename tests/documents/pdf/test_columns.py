import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents.pdf.columns import column_widths


@pytest.mark.parametrize(
    ("weights", "least", "widths"),
    [
        ([1, 1], [0, 0], [50, 50]),
        ([3, 1], [10, 10], [75, 25]),
        ([9, 1], [10, 30], [70, 30]),
        ([8, 1, 1], [10, 20, 20], [60, 20, 20]),
        ([1, 1], [90, 10], [50, 50]),
        ([1, 3], [90, 10], [40, 60]),
        ([1, 1, 1], [40, 40, 40], [100 / 3] * 3),
        ([1, 1, 1, 1], [40, 40, 15, 20], [32.5, 32.5, 15, 20]),
    ],
)
def test_widths_follow_weights_and_longest_words(weights: list[float], least: list[float], widths: list[float]) -> None:
    assert column_widths(weights, least, 100) == pytest.approx(widths)


@given(st.lists(st.tuples(st.floats(0.1, 100), st.floats(1, 500)), min_size=1, max_size=12))
def test_widths_always_fill_the_table(columns: list[tuple[float, float]]) -> None:
    widths = column_widths([weight for weight, _ in columns], [least for _, least in columns], 400)
    assert sum(widths) == pytest.approx(400)
    assert min(widths) > 0
