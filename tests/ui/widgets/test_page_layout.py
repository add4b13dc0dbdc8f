"""Pages lie below each other and are found again by height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.ui.widgets.page_layout import PagePlace, PageSize, pixels, stack, zoom_to_fit

A4 = PageSize(595.28, 841.89)
LYING = PageSize(841.89, 595.28)


@pytest.mark.parametrize(("points", "zoom", "result"), [(72, 1.0, 96), (72, 1.5, 144), (595.28, 1.0, 794), (0, 1, 0)])
def test_paper_has_its_size_at_zoom_one(points: float, zoom: float, result: int) -> None:
    assert pixels(points, zoom) == result


def test_pages_are_centred_and_apart() -> None:
    made = stack((A4, LYING), 1.0, 1_400, 24)
    first, second = made.places
    assert first == PagePlace(303, 24, 794, 1_123)
    assert second.top == first.bottom + 24
    assert second.left == (1_400 - second.width) // 2
    assert made.height == second.bottom + 24
    assert made.width == 1_400


def test_a_stack_is_as_wide_as_its_widest_page() -> None:
    assert stack((A4, LYING), 1.0, 800, 24).width == 1_123 + 48
    assert stack((), 1.0, 800, 24).places == ()


def test_wide_pages_shrink_when_asked() -> None:
    made = stack((A4, LYING), 1.0, 842, 24, shrink=True)
    assert [place.width for place in made.places] == [794, 794]
    assert made.places[1].height == pytest.approx(794 / 841.89 * 595.28, abs=1)
    assert made.width == 842


def test_fitting_goes_by_the_usual_page() -> None:
    zoom = zoom_to_fit((A4, A4, LYING), 842, 24)
    assert pixels(A4.width, zoom) == 794
    assert zoom_to_fit((), 842, 24) == 1.0
    assert zoom_to_fit((A4,), 10, 24) > 0


@pytest.mark.parametrize(
    ("height", "page"), [(0, 0), (24, 0), (1_146, 0), (1_160, 0), (1_171, 1), (2_293, 1), (9_999, 2), (-50, 0)]
)
def test_a_page_is_found_by_height(height: float, page: int) -> None:
    assert stack((A4, A4, A4), 1.0, 900, 24).page_at(height) == page


@pytest.mark.parametrize(
    ("top", "bottom", "pages"),
    [
        (0, 600, [0]),
        (1_100, 1_200, [0, 1]),
        (1_150, 1_165, []),
        (1_150, 1_200, [1]),
        (0, 9_999, [0, 1, 2]),
        (9_000, 9_999, []),
    ],
)
def test_pages_in_view(top: float, bottom: float, pages: list[int]) -> None:
    assert list(stack((A4, A4, A4), 1.0, 900, 24).between(top, bottom)) == pages


@given(
    st.lists(st.sampled_from([A4, LYING]), min_size=1, max_size=40),
    st.floats(0.25, 4),
    st.integers(50, 3_000),
    st.booleans(),
)
def test_pages_never_overlap(sizes: list[PageSize], zoom: float, room: int, shrink: bool) -> None:
    made = stack(tuple(sizes), zoom, room, 24, shrink=shrink)
    assert all(one.bottom + 24 == other.top for one, other in zip(made.places, made.places[1:], strict=False))
    assert all(place.left >= 0 and place.left + place.width <= made.width for place in made.places)
    assert list(made.between(0, made.height)) == list(range(len(sizes)))
