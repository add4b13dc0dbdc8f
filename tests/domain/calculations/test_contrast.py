import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.contrast import colour, contrast_on_white, readable, written


@pytest.mark.parametrize(
    ("hexadecimal", "contrast"), [("#17212B", 16.3), ("#4A5863", 7.3), ("#000000", 21), ("#FFFFFF", 1)]
)
def test_contrast_on_white(hexadecimal: str, contrast: float) -> None:
    assert contrast_on_white(colour(hexadecimal)) == pytest.approx(contrast, abs=0.05)


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_a_neighbour_that_can_be_read(number: int) -> None:
    wanted = colour(f"#{number:06X}")
    assert contrast_on_white(readable(wanted)) >= 4.49
    if contrast_on_white(wanted) >= 4.5:
        assert readable(wanted) == wanted


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_is_written_as_it_is_read(number: int) -> None:
    assert written(colour(f"#{number:06X}")) == f"#{number:06X}"


@pytest.mark.parametrize("text", ["", "röd", "#FFF", "#GGGGGG", "FFFFFF", "#FFFFFF "])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        colour(text)
