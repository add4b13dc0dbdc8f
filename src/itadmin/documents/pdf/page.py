"""What stands on every page: header, footer, mark boxes, the paper's number and the watermark of a draft.

All of it is decoration to who listens to the paper; what it says is said in the paper too, and the number is text on
the first page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from itadmin.documents.content import Paper
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import (
    DRAFT_MARK,
    HEADER_RULE,
    INK,
    MUTED,
    WATERMARK_FILL,
    WATERMARK_LINE,
    WHITE,
    Colour,
)
from itadmin.documents.pdf.lines import Line
from itadmin.documents.pdf.logotype import draw_logotype, logotype_height, logotype_width
from itadmin.documents.pdf.style import (
    FOOTER_BASELINE,
    FURNITURE,
    HEADER_BASELINE,
    LEFT,
    MEDIUM_RULE,
    MM,
    RIGHT,
    TextStyle,
)
from itadmin.documents.pdf.style import HEADER_RULE as HEADER_RULE_DEPTH
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.typesetter import Typesetter, draw_line

DRAFT_BOX = "UTKAST"

_ORGANISATION = TextStyle("semibold", 8.5, 11.5)
_BOX_TEXT = TextStyle("semibold", 7.5, 10)
_BOX_WIDEST = 45 * MM
_BOX_SIDE = 4.5
_BOX_BELOW = 3.4
_BOX_HEIGHT = 12
_BOX_LINE = 0.7
_BOX_GAP = 4
_AFTER_BOXES = 7
_SPACE = 10
_WIDEST_NUMBER = 50 * MM
_LOGOTYPE_HEIGHT = 9 * MM
_LOGOTYPE_WIDEST = 40 * MM
_LOGOTYPE_BELOW = 1.2 * MM
_AFTER_LOGOTYPE = 3 * MM
_ORGANISATION_SHARE = 0.45

_WATERMARK_SIZE = 150
_WATERMARK_LINE = 0.7
_WATERMARK_ANGLES = (52, 32)
_WATERMARK_TRACKING = 0.06


@dataclass(frozen=True, slots=True)
class Box:
    """A boxed word: "UTKAST", "ÖVNINGSDATA"."""

    line: Line
    fill: Colour

    @property
    def width(self) -> float:
        """The box's width with its padding."""
        return self.line.width + 2 * _BOX_SIDE


def mark_boxes(setter: Typesetter, paper: Paper) -> list[Box]:
    """The paper's mark boxes from left to right; a draft's own stands last."""
    names = [name for name in paper.marks if name != DRAFT_BOX]
    boxes = [Box(setter.fitted(name, _BOX_TEXT, _BOX_WIDEST)[0], WHITE) for name in names]
    if paper.draft or DRAFT_BOX in paper.marks:
        boxes.append(Box(setter.fitted(DRAFT_BOX, _BOX_TEXT, _BOX_WIDEST)[0], DRAFT_MARK))
    return boxes


def boxes_width(boxes: Sequence[Box]) -> float:
    """The room the boxes take beside each other."""
    return sum(box.width for box in boxes) + _BOX_GAP * max(len(boxes) - 1, 0)


def draw_boxes(
    canvas: Canvas, boxes: Sequence[Box], start: tuple[float, float], element: Element | None = None
) -> None:
    """Draws the boxes from `start` (x and baseline) on, as text of `element` or as decoration."""
    x, baseline = start
    for box in boxes:
        canvas.artifact()
        canvas.framed_box((x, baseline - _BOX_BELOW, box.width, _BOX_HEIGHT), box.fill, INK, _BOX_LINE)
        draw_line(canvas, box.line, (x + _BOX_SIDE, baseline), _BOX_TEXT, INK, element)
        x += box.width + _BOX_GAP


class Furniture:
    """The header, footer and watermark of one paper, set once and drawn on each page."""

    def __init__(self, setter: Typesetter, paper: Paper, number_element: Element | None) -> None:
        self._setter = setter
        self._number_element = number_element
        self._draft = paper.draft
        self._boxes = mark_boxes(setter, paper)
        self._paper = paper
        numbers = setter.fitted(f"Handling{NBSP}{paper.number}", FURNITURE, _WIDEST_NUMBER) if paper.number else []
        self._number = numbers[0] if numbers else None

    def draw_watermark(self, canvas: Canvas) -> None:
        """UTKAST across the sheet, under all else."""
        if not self._draft:
            return
        sheet, face = canvas.sheet, self._setter.fonts.semibold
        size = _WATERMARK_SIZE
        angle = radians(_WATERMARK_ANGLES[sheet.width > sheet.height])
        spread = face.width(DRAFT_BOX, size) + size * _WATERMARK_TRACKING * (len(DRAFT_BOX) - 1)
        back, down = spread / 2, face.cap_height * size / 2000
        x = sheet.width / 2 - back * cos(angle) + down * sin(angle)
        y = sheet.height / 2 - back * sin(angle) - down * cos(angle)
        turned = (cos(angle), sin(angle), -sin(angle), cos(angle), x, y)
        with canvas.furniture("Watermark"), canvas.placed(turned):
            canvas.outlined_text(DRAFT_BOX, face, size, (WATERMARK_FILL, WATERMARK_LINE), _WATERMARK_LINE)

    def draw(self, canvas: Canvas) -> None:
        """The header and footer."""
        with canvas.furniture("Header"):
            self._draw_header(canvas)
        end = canvas.sheet.width - RIGHT - self._setter.fonts.sans.width(_page_number(canvas), FURNITURE.size) - _SPACE
        with canvas.furniture("Footer"):
            self._draw_footer(canvas, end)
        self._draw_number(canvas, end)

    def draw_cover(self, canvas: Canvas) -> None:
        """What stands on a cover too: the paper's number."""
        self._draw_number(canvas, canvas.sheet.width - RIGHT)

    def _draw_number(self, canvas: Canvas, end: float) -> None:
        if self._number is None:
            return
        start = (end - self._number.width, FOOTER_BASELINE)
        if canvas.page == 0:
            draw_line(canvas, self._number, start, FURNITURE, INK, self._number_element)
        else:
            with canvas.furniture("Footer"):
                draw_line(canvas, self._number, start, FURNITURE, INK, None)

    def _draw_header(self, canvas: Canvas) -> None:
        baseline = canvas.sheet.height - HEADER_BASELINE
        width = canvas.sheet.frame_width
        boxes_start = canvas.sheet.width - RIGHT - boxes_width(self._boxes)
        right = boxes_start - (_AFTER_BOXES if self._boxes else 0)
        x = self._draw_logotype(canvas, baseline) if canvas.page == 0 else LEFT
        name = self._setter.fitted(self._paper.profile.organisation, _ORGANISATION, width * _ORGANISATION_SHARE)[0]
        draw_line(canvas, name, (x, baseline), _ORGANISATION, INK, None)
        room = right - x - name.width - _SPACE
        about = self._setter.fitted(self._paper.header_right, FURNITURE, room)[0]
        draw_line(canvas, about, (right - about.width, baseline), FURNITURE, MUTED, None)
        draw_boxes(canvas, self._boxes, (boxes_start, baseline))
        canvas.rule(LEFT, canvas.sheet.height - HEADER_RULE_DEPTH, width, MEDIUM_RULE, HEADER_RULE)

    def _draw_logotype(self, canvas: Canvas, baseline: float) -> float:
        """The logotype of a paper without a cover; returns where the name begins after it."""
        logotype = self._paper.profile.logotype
        if logotype is None:
            return LEFT
        height = logotype_height(logotype, _LOGOTYPE_HEIGHT, _LOGOTYPE_WIDEST)
        draw_logotype(canvas, logotype, (LEFT, baseline - _LOGOTYPE_BELOW + height), height)
        return LEFT + logotype_width(logotype, height) + _AFTER_LOGOTYPE

    def _draw_footer(self, canvas: Canvas, end: float) -> None:
        """The page number, and up to `end` what the paper says of itself."""
        if self._number is not None:
            end -= self._number.width + _SPACE
        left = self._setter.fitted(self._paper.footer_left, FURNITURE, end - LEFT)[0]
        draw_line(canvas, left, (LEFT, FOOTER_BASELINE), FURNITURE, MUTED, None)
        shown, face = _page_number(canvas), self._setter.fonts.sans
        x = canvas.sheet.width - RIGHT - face.width(shown, FURNITURE.size)
        canvas.text(x, FOOTER_BASELINE, shown, face, FURNITURE.size, INK)
        if self._paper.profile.footer:
            width = canvas.sheet.frame_width
            line = self._setter.fitted(self._paper.profile.footer, FURNITURE, width)[0]
            draw_line(canvas, line, (LEFT, FOOTER_BASELINE - FURNITURE.leading), FURNITURE, MUTED, None)


def _page_number(canvas: Canvas) -> str:
    return f"Sida {canvas.page + 1} av {canvas.page_count}"
