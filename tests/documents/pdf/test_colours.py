import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents.pdf.colours import (
    INK,
    LEVEL_LUMINANCES,
    WHITE,
    Colour,
    colour,
    contrast_on_white,
    luminance,
    palette,
)


def written(of: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in of)


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


@pytest.mark.parametrize(
    ("written", "contrast"), [("#17212B", 16.3), ("#4A5863", 7.3), ("#000000", 21), ("#FFFFFF", 1)]
)
def test_contrast_on_white(written: str, contrast: float) -> None:
    assert contrast_on_white(colour(written)) == pytest.approx(contrast, abs=0.05)


@given(st.integers(0, 0xFFFFFF))
def test_every_accent_can_be_read_and_its_levels_fall_at_every_step(accent: int) -> None:
    colours = palette(f"#{accent:06X}")
    assert contrast_on_white(colours.accent) >= 4.49
    assert [luminance(fill.colour) for fill in colours.levels] == pytest.approx(LEVEL_LUMINANCES, abs=0.01)
    assert all(contrast(fill.colour, fill.ink) >= 4.5 for fill in colours.levels)


@pytest.mark.parametrize("text", ["", "röd", "#FFF", "#GGGGGG", "FFFFFF", "#FFFFFF "])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        colour(text)
