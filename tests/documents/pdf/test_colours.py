import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents.pdf.colours import INK, LEVEL_LUMINANCES, WHITE, Colour, palette
from itadmin.domain.calculations.contrast import contrast_on_white, luminance, written


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_standard_accent_gives_the_levels_of_the_papers() -> None:
    colours = palette("#0F4C5C")
    assert written(colours.accent) == "#0F4C5C"
    assert [written(fill.colour) for fill in colours.levels] == ["#EBF2F4", "#CBDDE2", "#9EC0C8", "#3F7786", "#0F4C5C"]
    assert [fill.ink for fill in colours.levels] == [INK, INK, INK, WHITE, WHITE]
    assert colours.fill(0) is None
    assert colours.fill(5) is colours.levels[4]


@given(st.integers(0, 0xFFFFFF))
def test_every_accent_can_be_read_and_its_levels_fall_at_every_step(accent: int) -> None:
    colours = palette(f"#{accent:06X}")
    assert contrast_on_white(colours.accent) >= 4.49
    assert [luminance(fill.colour) for fill in colours.levels] == pytest.approx(LEVEL_LUMINANCES, abs=0.01)
    assert all(contrast(fill.colour, fill.ink) >= 4.5 for fill in colours.levels)
