"""Measures and type of the papers: sheets, columns, fonts' sizes and the space around texts. All in points.

Only numbers; colours stand in `colours`, and nothing here knows any block.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

MM = 72 / 25.4

LEFT = 25 * MM
RIGHT = 25 * MM
FRAME_TOP = 30 * MM
FRAME_BOTTOM = 23 * MM
HEADER_BASELINE = 17 * MM
HEADER_RULE = 20 * MM
FOOTER_BASELINE = 13.5 * MM
NUMBER_COLUMN = 17 * MM
TEXT_SHORT_OF_TABLES = 5 * MM

HEAVY_RULE = 0.9
MEDIUM_RULE = 0.5
HAIRLINE = 0.35

FaceName: TypeAlias = Literal["sans", "semibold", "heading", "display"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, in points."""

    width: float
    height: float

    @property
    def frame_height(self) -> float:
        """The height texts may take."""
        return self.height - FRAME_TOP - FRAME_BOTTOM

    @property
    def frame_width(self) -> float:
        """The width between the margins."""
        return self.width - LEFT - RIGHT


PORTRAIT = Sheet(210 * MM, 297 * MM)
LANDSCAPE = Sheet(297 * MM, 210 * MM)
LARGE_PORTRAIT = Sheet(297 * MM, 420 * MM)
LARGE_LANDSCAPE = Sheet(420 * MM, 297 * MM)


def sheet_of(*, landscape: bool, large: bool) -> Sheet:
    """The sheet that lies or stands: A3 when it is `large`, else A4."""
    if large:
        return LARGE_LANDSCAPE if landscape else LARGE_PORTRAIT
    return LANDSCAPE if landscape else PORTRAIT


@dataclass(frozen=True, slots=True)
class Area:
    """Where texts and tables begin and how wide they are, on a sheet's frame."""

    text_x: float
    text_width: float
    table_x: float
    table_width: float
    full_width: float


def body_area() -> Area:
    """Numbered text: a column for the numbers, text beside it, tables 5 mm wider than the text."""
    full = PORTRAIT.frame_width
    inner = full - NUMBER_COLUMN
    return Area(LEFT + NUMBER_COLUMN, inner - TEXT_SHORT_OF_TABLES, LEFT + NUMBER_COLUMN, inner, full)


def plain_area(sheet: Sheet) -> Area:
    """Text without numbers: all begins at the margin; lines never grow longer than on a standing sheet."""
    measure = PORTRAIT.frame_width - TEXT_SHORT_OF_TABLES
    return Area(LEFT, measure, LEFT, sheet.frame_width, sheet.frame_width)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face, its size and leading, and the space before and after."""

    face: FaceName
    size: float
    leading: float
    before: float = 0
    after: float = 0


COVER_TITLE = TextStyle("display", 44, 50)
COVER_SUBTITLE = TextStyle("sans", 18, 23)
TITLE = TextStyle("heading", 20, 25, 0, 2)
SUBTITLE = TextStyle("sans", 12.5, 18, 0, 11)
SECTION = TextStyle("heading", 15, 19, 17, 6)
UNNUMBERED_SECTION = TextStyle("heading", 15, 19, 17, 8)
SUBSECTION = TextStyle("semibold", 11.5, 15, 11, 3)
SMALL_HEADING = TextStyle("semibold", 10.5, 15, 8, 1)
APPENDIX_LABEL = TextStyle("semibold", 9.5, 13, 0, 1)
APPENDIX_TITLE = TextStyle("heading", 20, 25, 0, 13)
BODY = TextStyle("sans", 10.5, 15, 0, 5)
LEAD = TextStyle("sans", 12.5, 18, 0, 9)
NOTE = TextStyle("sans", 8.5, 11.5, 4, 8)
FOOTNOTE = TextStyle("sans", 8.5, 11.5, 0, 1.5)
ITEM = TextStyle("sans", 10.5, 15, 0, 2.5)
CAPTION = TextStyle("sans", 9.25, 12.5, 7, 4)
CELL = TextStyle("sans", 9.25, 12.25)
STRONG_CELL = TextStyle("semibold", 9.25, 12.25)
HEAD = TextStyle("semibold", 8.9, 11.75)
FIELD = TextStyle("sans", 9.5, 12.6)
CONTENTS = TextStyle("sans", 10, 12.6)
FURNITURE = TextStyle("sans", 8.5, 11.5)
SMALL = TextStyle("sans", 8.5, 11.5)

LAST_ITEM_AFTER = 7
BEFORE_TABLE = 4
AFTER_TABLE = 9
AFTER_FIGURE = 12

BULLET_INDENT = 5 * MM
CELL_TOP = 2.6
CELL_BOTTOM = 3.7
CELL_SIDE = 2.2 * MM
GRID_EXTRA = 1.4
GRID_RULE = 1.6

TABLE_KEPT_WHOLE_ROWS = 14
TABLE_KEPT_WHOLE_SHARE = 0.6
