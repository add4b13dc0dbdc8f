"""The cover: whose paper it is, its title, the parties and the facts that identify it.

It has no header or footer but counts as page 1. Texts of any length are fitted: set smaller, broken or shortened.
"""

from collections.abc import Sequence
from dataclasses import replace

from itadmin.documents.content import Cover, CoverParty, Field, Inline, Paper, Profile
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import HAIR, INK, MUTED, Colour
from itadmin.documents.pdf.columns import column_widths
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.logotype import logotype_figure, logotype_height, logotype_width
from itadmin.documents.pdf.page import boxes_width, draw_boxes, mark_boxes
from itadmin.documents.pdf.style import (
    COVER_SUBTITLE,
    COVER_TITLE,
    HEAVY_RULE,
    LEFT,
    MM,
    PORTRAIT,
    RIGHT,
    SMALL,
    TextStyle,
)
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.typesetter import Typesetter, draw_line

_TOP = PORTRAIT.height
_WIDTH = PORTRAIT.frame_width

_LOGOTYPE_TOP = _TOP - 19 * MM
_LOGOTYPE_HEIGHT = 14 * MM
_LOGOTYPE_WIDEST = 60 * MM
_AFTER_LOGOTYPE = 4.5 * MM
_NAME = TextStyle("semibold", 13, 16)
_NAME_BASELINE = _TOP - 24.5 * MM
_UNIT = TextStyle("sans", 10, 13)
_UNIT_BASELINE = _TOP - 30 * MM
_ADDRESS_BELOW_UNIT = 13.5
_ADDRESS_LINES = 5
_BOXES_BASELINE = _TOP - 25 * MM

_BAR = (LEFT, _TOP - 92 * MM, 26 * MM, 2.2)
_TITLE_BASELINE = _TOP - 110 * MM
_TITLE_SIZES = (44, 38, 32, 26)
_TITLE_LINES = 3
_TITLE_OUTDENT = 1.5
_SUBTITLE_BELOW = 11 * MM
_SUBTITLE_LINES = 2

_PARTIES_TOP = _TOP - 166 * MM
_PARTY_WIDTH = 74 * MM
_PARTY_STEP = 86 * MM
_PARTY_RULE_ABOVE = 16
_ROLE = TextStyle("sans", 9, 12)
_PARTY = TextStyle("semibold", 14, 17)
_PARTY_UNIT = TextStyle("sans", 10.5, 14)
_PARTY_LINES = 2
_PARTY_GAP = 5
_PARTIES_ABREAST = 2
_PARTIES_ROW = 26 * MM

_STEPS_BOTTOM = 62 * MM
_LOWEST_STEP, _STEP_RISE = 13 * MM, 9 * MM
_STEP_SEAM, _STEP_EDGE = 1.0, 1.6

_FACTS_BASELINE = 46 * MM
_FACTS_RULE_ABOVE = 14
_FACT_WIDTHS = (43 * MM, 43 * MM, 29 * MM, 45 * MM)
_FACT_GAP = 5 * MM
_FACT = TextStyle("semibold", 10.5, 13.5)
_FACT_VALUE_BELOW = 14.5
_FACT_LINES = 3
_FACTS_ROW = 22 * MM
_FACT_RULE = 0.6
_NOTE_BASELINE = 20 * MM
_NOTE_LINES = 2


def draw_cover(canvas: Canvas, setter: Typesetter, paper: Paper, cover: Cover, parent: Element) -> None:
    """Draws the cover's texts as elements below `parent`, in reading order."""
    page = _CoverPage(canvas, setter, parent)
    page.draw_sender(paper)
    page.draw_title(paper)
    if cover.steps and not cover.parties:
        page.draw_steps(len(cover.facts))
    page.draw_parties(cover.parties)
    page.draw_facts(cover.facts)
    page.draw_note(cover.note)


class _CoverPage:
    """The cover while it is drawn."""

    def __init__(self, canvas: Canvas, setter: Typesetter, parent: Element) -> None:
        self._canvas = canvas
        self._setter = setter
        self._parent = parent

    def draw_sender(self, paper: Paper) -> None:
        """Arms, organisation and unit to the left, the mark boxes to the right."""
        profile, x = paper.profile, LEFT
        if profile.logotype is not None:
            logotype = profile.logotype
            height = logotype_height(logotype, _LOGOTYPE_HEIGHT, _LOGOTYPE_WIDEST)
            said = self._setter.line(logotype.alt)
            logotype_figure(self._canvas, logotype, said, (LEFT, _LOGOTYPE_TOP), height, self._parent)
            x += logotype_width(logotype, height) + _AFTER_LOGOTYPE
        boxes = mark_boxes(self._setter, paper)
        right = PORTRAIT.width - RIGHT - boxes_width(boxes)
        sender = Element("P", self._parent)
        self._write(profile.organisation, _NAME, (x, _NAME_BASELINE), INK, sender, (right - x - _AFTER_LOGOTYPE, 1))
        self._write(profile.unit, _UNIT, (x, _UNIT_BASELINE), MUTED, sender, (right - x - _AFTER_LOGOTYPE, 1))
        self._draw_address(profile, x)
        if boxes:
            draw_boxes(self._canvas, boxes, (right, _BOXES_BASELINE), Element("P", self._parent))

    def _draw_address(self, profile: Profile, x: float) -> None:
        if not profile.address.strip():
            return
        lines = self._setter.lines(profile.address.strip(), SMALL, PORTRAIT.width - RIGHT - x)[:_ADDRESS_LINES]
        element = Element("P", self._parent)
        baseline = _UNIT_BASELINE - (_ADDRESS_BELOW_UNIT if profile.unit else 0)
        for line in lines:
            draw_line(self._canvas, line, (x, baseline), SMALL, MUTED, element)
            baseline -= SMALL.leading

    def draw_title(self, paper: Paper) -> None:
        """The title as large as it fits, with the subtitle below."""
        self._canvas.artifact()
        self._canvas.box(_BAR, self._setter.palette.accent)
        style = self._title_style(self._setter.line(paper.title))
        start = (LEFT - _TITLE_OUTDENT, _TITLE_BASELINE)
        title = Element("H1", self._parent)
        below = self._write(paper.title, style, start, INK, title, (_WIDTH, _TITLE_LINES)) + style.leading
        if paper.subtitle:
            start = (LEFT, below - _SUBTITLE_BELOW)
            subtitle = Element("P", self._parent)
            self._write(paper.subtitle, COVER_SUBTITLE, start, MUTED, subtitle, (_WIDTH, _SUBTITLE_LINES))

    def _title_style(self, title: str) -> TextStyle:
        face = self._setter.fonts.face(COVER_TITLE.face, title)
        size = next((size for size in _TITLE_SIZES if face.width(title, size) <= _WIDTH), _TITLE_SIZES[-1])
        return replace(COVER_TITLE, size=size, leading=COVER_TITLE.leading * size / COVER_TITLE.size)

    def draw_steps(self, facts: int) -> None:
        """The five levels as steps above so many facts; they are decoration."""
        palette = self._setter.palette
        bottom = _STEPS_BOTTOM + max(facts - 1, 0) // len(_FACT_WIDTHS) * _FACTS_ROW
        width = _WIDTH / len(palette.levels)
        self._canvas.artifact()
        for index, fill in enumerate(palette.levels):
            x, height = LEFT + index * width, _LOWEST_STEP + index * _STEP_RISE
            self._canvas.box((x, bottom, width - _STEP_SEAM, height), fill.colour)
            self._canvas.box((x, bottom + height - _STEP_EDGE, width - _STEP_SEAM, _STEP_EDGE), palette.accent)

    def draw_parties(self, parties: Sequence[CoverParty]) -> None:
        """Two parties abreast under a rule each."""
        for index, party in enumerate(parties):
            row, column = divmod(index, _PARTIES_ABREAST)
            x, y = LEFT + column * _PARTY_STEP, _PARTIES_TOP - row * _PARTIES_ROW
            self._canvas.artifact()
            self._canvas.rule(x, y + _PARTY_RULE_ABOVE, _PARTY_WIDTH, HEAVY_RULE, INK)
            element = Element("P", self._parent)
            y = self._write(party.role, _ROLE, (x, y), MUTED, element, (_PARTY_WIDTH, 1))
            y = self._write(party.name, _PARTY, (x, y - _PARTY_GAP), INK, element, (_PARTY_WIDTH, _PARTY_LINES))
            self._write(party.unit, _PARTY_UNIT, (x, y), INK, element, (_PARTY_WIDTH, _PARTY_LINES))

    def draw_facts(self, facts: Sequence[Field]) -> None:
        """The facts in rows of four at the foot, the last row lowest."""
        abreast = len(_FACT_WIDTHS)
        rows = [facts[first : first + abreast] for first in range(0, len(facts), abreast)]
        for below, row in enumerate(rows):
            baseline = _FACTS_BASELINE + (len(rows) - 1 - below) * _FACTS_ROW
            self._canvas.artifact()
            self._canvas.rule(LEFT, baseline + _FACTS_RULE_ABOVE, _WIDTH, _FACT_RULE, HAIR)
            x = LEFT
            for fact, width in zip(row, self._fact_widths(row), strict=False):
                element = Element("P", self._parent)
                self._write(fact.label, SMALL, (x, baseline), MUTED, element, (width - _FACT_GAP, 1))
                value = (x, baseline - _FACT_VALUE_BELOW)
                self._write(fact.value, _FACT, value, INK, element, (width - _FACT_GAP, _FACT_LINES))
                x += width

    def _fact_widths(self, row: Sequence[Field]) -> list[float]:
        """The usual widths, unless a value needs more not to be broken."""
        least = [self._setter.longest_word(fact.value, _FACT) + _FACT_GAP for fact in row]
        least += [0.0] * (len(_FACT_WIDTHS) - len(row))
        return column_widths(_FACT_WIDTHS, least, _WIDTH)

    def draw_note(self, note: str) -> None:
        """Small print at the foot."""
        if note:
            element = Element("P", self._parent)
            self._write(note, SMALL, (LEFT, _NOTE_BASELINE), MUTED, element, (_WIDTH, _NOTE_LINES))

    def _write(
        self,
        text: Inline,
        style: TextStyle,
        start: tuple[float, float],
        colour: Colour,
        element: Element,
        room: tuple[float, int],
    ) -> float:
        """Writes `text` from a baseline on within a width and a number of lines; returns the next baseline."""
        x, baseline = start
        lines = self._lines(text, style, room)
        for line in going_on(lines) if lines else []:
            draw_line(self._canvas, line, (x, baseline), style, colour, element)
            baseline -= style.leading
        return baseline

    def _lines(self, text: Inline, style: TextStyle, room: tuple[float, int]) -> list[Line]:
        width, most = room
        if not text:
            return []
        if isinstance(text, str):
            return self._setter.fitted(text, style, width, most)
        return self._setter.lines(text, style, width)[:most]
