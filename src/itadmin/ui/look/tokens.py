"""The colours by name, light and dark: the only place where hex values stand.

Pure values, no Qt. Contrast: every ink reaches 4.5:1 on every ground it may stand on (computed in the tests), except
`disabled`. `line` and `line2` are decoration and never the only edge of something one must find; `ctl` is.
"""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """What a colour says. A tone never stands alone: a word and a shape go before it."""

    RED = "red"  # too late, error, today
    AMBER = "amber"  # soon, missing, notice window, conflict
    GREEN = "green"  # in force, signed, new
    BLUE = "blue"  # planned, sent, information
    VIOLET = "violet"  # another municipality's data
    GREY = "grey"  # draft, ended, replaced


class Ink(Enum):
    """A colour to write with, by name, for parts that must follow a change of scheme."""

    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    DISABLED = "disabled"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class Family:
    """The three colours of a tone: `ink` for text and signs, `fill` behind it, `line` around it."""

    ink: str
    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the level scale: ground and the ink that is readable on it."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality's colour in drawings: `edge` is seen on a surface, `fill` carries text."""

    edge: str
    fill: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one scheme as `#RRGGBB`.

    `contrast` is set when the system asks for strong contrast: fills are then the plain ground, chips get an outline,
    and only words, shapes and patterns tell things apart.
    """

    dark: bool
    contrast: bool
    window: str
    surface: str
    sunken: str
    backdrop: str
    raised: str
    paper: str
    line: str
    line2: str
    ctl: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    sel: str
    sel_off: str
    hover: str
    nav_sel: str
    nav_hover: str
    counter: str
    flap: str
    red: Family
    amber: Family
    green: Family
    blue: Family
    violet: Family
    grey: Family
    levels: tuple[Level, ...]
    areas: tuple[Area, ...]

    def tone(self, tone: Tone) -> Family:
        """Give the three colours of `tone`."""
        families = {
            Tone.RED: self.red,
            Tone.AMBER: self.amber,
            Tone.GREEN: self.green,
            Tone.BLUE: self.blue,
            Tone.VIOLET: self.violet,
            Tone.GREY: self.grey,
        }
        return families[tone]

    def ink(self, ink: Ink) -> str:
        """Give the colour that `ink` names."""
        inks = {
            Ink.TEXT: self.text,
            Ink.TEXT2: self.text2,
            Ink.TEXT3: self.text3,
            Ink.DISABLED: self.disabled,
            Ink.ACCENT: self.accent,
            Ink.ON_ACCENT: self.on_accent,
            Ink.RED: self.red.ink,
            Ink.AMBER: self.amber.ink,
            Ink.GREEN: self.green.ink,
            Ink.BLUE: self.blue.ink,
            Ink.VIOLET: self.violet.ink,
        }
        return inks[ink]


def mix(one: str, other: str, share: float) -> str:
    """Give the colour that lies `share` (0–1) of the way from `one` to `other`, all as `#RRGGBB`."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


LIGHT = Tokens(
    dark=False,
    contrast=False,
    window="#F1F4F4",
    surface="#FFFFFF",
    sunken="#F7F9F9",
    backdrop="#E4E9EA",
    raised="#FFFFFF",
    paper="#FFFFFF",
    line="#E2E7E8",
    line2="#CBD3D5",
    ctl="#7C888B",
    text="#182124",
    text2="#4C595D",
    text3="#5A686C",
    disabled="#98A3A6",
    accent="#0E6478",
    accent_hover="#0B5466",
    accent_press="#094654",
    on_accent="#FFFFFF",
    sel="#DDEEF2",
    sel_off="#EAEEEF",
    hover="#F2F5F6",
    nav_sel="#DFE8EA",
    nav_hover="#E8EDEE",
    counter="#D9E0E1",
    flap="#E08A00",
    red=Family("#A3262B", "#FBE8E7", "#E3A5A3"),
    amber=Family("#7D4E00", "#FDF0D5", "#DDB973"),
    green=Family("#1C683C", "#E3F3E8", "#9CCBAD"),
    blue=Family("#1F4F96", "#E5EDFA", "#A6BFE6"),
    violet=Family("#64418F", "#F0EAF8", "#C6B3E0"),
    grey=Family("#4C595D", "#EBEFF0", "#C3CCCE"),
    levels=(
        Level("#F7F9F9", "#5A686C"),
        Level("#DFEEF1", "#182124"),
        Level("#BCDDE4", "#182124"),
        Level("#8DC3CF", "#0C2A32"),
        Level("#2C7C90", "#FFFFFF"),
        Level("#0B5365", "#FFFFFF"),
    ),
    areas=(
        Area("#2F7186", "#CFE3E9"),
        Area("#BF8124", "#F6E3C0"),
        Area("#6D8F4E", "#DCE8CE"),
        Area("#7A67A8", "#E2DBF0"),
        Area("#B5655A", "#F3D9D4"),
    ),
)

DARK = Tokens(
    dark=True,
    contrast=False,
    window="#191C1D",
    surface="#212526",
    sunken="#1D2122",
    backdrop="#141617",
    raised="#2B3032",
    paper="#FFFFFF",
    line="#343A3C",
    line2="#465053",
    ctl="#849195",
    text="#E8EDEE",
    text2="#B4BFC2",
    text3="#9CA9AD",
    disabled="#667074",
    accent="#6CC5D8",
    accent_hover="#84D1E1",
    accent_press="#57B3C7",
    on_accent="#06232B",
    sel="#1E4049",
    sel_off="#2E3436",
    hover="#282D2F",
    nav_sel="#2A3235",
    nav_hover="#23292B",
    counter="#465053",
    flap="#FFC04D",
    red=Family("#FF9F9B", "#452526", "#7D4443"),
    amber=Family("#F1C067", "#3E3117", "#77602F"),
    green=Family("#86D09E", "#1E3828", "#3F6B50"),
    blue=Family("#A0C4FF", "#22324C", "#455F8C"),
    violet=Family("#C9B2EE", "#352A47", "#63517F"),
    grey=Family("#B4BFC2", "#31383A", "#4E585B"),
    levels=(
        Level("#1D2122", "#9CA9AD"),
        Level("#22373D", "#E8EDEE"),
        Level("#235059", "#E8EDEE"),
        Level("#266A79", "#FFFFFF"),
        Level("#55AEC2", "#06232B"),
        Level("#9ADEEC", "#06232B"),
    ),
    areas=(
        Area("#6CB4C9", "#24434C"),
        Area("#E0AE5C", "#4A3B1F"),
        Area("#9DBE80", "#34432A"),
        Area("#AC9AD6", "#3A3350"),
        Area("#DB968C", "#4C322E"),
    ),
)
