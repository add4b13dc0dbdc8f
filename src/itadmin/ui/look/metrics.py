"""Measures by name, in logical pixels, computed from the height of the text.

Heights are a line of text plus a constant and widths follow the size of the letters, so that everything grows with
the text. Pure arithmetic, no Qt; widgets name measures and hold no pixel sizes of their own.
"""

from dataclasses import dataclass
from enum import Enum

_TEXT_PIXELS = 13  # the size of text that the widths below are given for
_WIDE = 1400
_MIDDLE = 1100


class WidthStep(Enum):
    """How much of a window fits beside each other."""

    WIDE = "wide"  # all panes
    MIDDLE = "middle"  # navigation as icons, the jump list as a button, fewer columns
    NARROW = "narrow"  # the record replaces the list, side panels go below


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures for text whose lines are `line` and `second_line` high and whose letters are `text_pixels` high.

    `text_factor` is the user's setting for text size; it makes a window count as narrower.
    """

    line: int
    second_line: int
    text_pixels: float
    text_factor: float

    tight: int = 4
    gap: int = 8
    block: int = 12
    section_gap: int = 16
    margin: int = 24
    heading_gap: int = 6
    hairline: int = 1
    ring: int = 2
    bar: int = 3
    radius_chip: int = 4
    radius_field: int = 5
    radius_button: int = 6
    radius_panel: int = 8
    cell_left: int = 10
    cell_right: int = 8
    link_pad: int = 4

    def px(self, width: float) -> int:
        """Scale a width that is given for text of 13 pixels."""
        return round(width * self.text_pixels / _TEXT_PIXELS)

    def icon(self, nominal: int) -> int:
        """Give the drawn size of an icon of 16, 20 or 32: never smaller than that, larger with larger text."""
        return max(nominal, self.px(nominal))

    def step(self, window_width: float) -> WidthStep:
        """Say how much fits in a window of this width, in logical pixels."""
        width = window_width / self.text_factor
        if width >= _WIDE:
            return WidthStep.WIDE
        return WidthStep.MIDDLE if width >= _MIDDLE else WidthStep.NARROW

    @property
    def row(self) -> int:
        """Height of a list row."""
        return self.line + 16

    @property
    def row_compact(self) -> int:
        """Height of a row in a compact list."""
        return self.line + 12

    @property
    def row_airy(self) -> int:
        """Height of a row in an airy list."""
        return self.line + 20

    @property
    def row_two_lines(self) -> int:
        """Height of a row with a second line."""
        return self.line + self.second_line + 15

    @property
    def header(self) -> int:
        """Height of a table's header."""
        return self.second_line + 17

    @property
    def nav_row(self) -> int:
        """Height of a row in the navigation."""
        return self.line + 18

    @property
    def saved_view(self) -> int:
        """Height of a saved view under its register, and of a line in a jump list."""
        return self.second_line + 13

    @property
    def form_read(self) -> int:
        """Height of a line that is read in a record."""
        return self.line + 7

    @property
    def button(self) -> int:
        """Height of a button or a field."""
        return self.line + 14

    @property
    def button_small(self) -> int:
        """Height of a small button."""
        return self.line + 8

    @property
    def chip(self) -> int:
        """Height of a chip, a class cell or a level cell."""
        return self.second_line + 5

    @property
    def filter_chip(self) -> int:
        """Height of a condition in the filter sentence."""
        return self.second_line + 11

    @property
    def top_row(self) -> int:
        """Height of the row with menus and search."""
        return self.line + 26

    @property
    def status(self) -> int:
        """Height of the status line, with room for the icon buttons that may stand in it."""
        return max(self.second_line + 13, self.icon(16) + 12)

    @property
    def section_head(self) -> int:
        """Height of a section's heading with its hairline."""
        return self.line + 18

    @property
    def nav(self) -> int:
        """Width of the navigation."""
        return self.px(232)

    @property
    def nav_narrow(self) -> int:
        """Width of the navigation as icons only."""
        return self.icon(20) + 32

    @property
    def list_min(self) -> int:
        """Least width of a list beside a record."""
        return self.px(340)

    @property
    def list_max(self) -> int:
        """Greatest width of a list beside a record, at first."""
        return self.px(530)

    @property
    def jump_list(self) -> int:
        """Width of the list of sections beside a record."""
        return self.px(150)

    @property
    def label(self) -> int:
        """Width of the labels in a record."""
        return self.px(152)

    @property
    def record_max(self) -> int:
        """Greatest width of the text column of a record."""
        return self.px(640)
