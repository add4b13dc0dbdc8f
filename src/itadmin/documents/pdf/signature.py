"""The signature block: lines to write on, one column a party, and never a printed name.

Lines are decoration, labels are text. Up to three signatories a party stand below each other, the parties two by two
side by side; with more, the parties stand below each other, two signatories abreast. Where that takes them from one
page to two, they stand closer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from itadmin.documents.content import Inline, Signatory, SignatureBlock, SignatureParty
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, MUTED, Colour
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, Span, break_lines, going_on
from itadmin.documents.pdf.prose import text_strips
from itadmin.documents.pdf.scene import Scene
from itadmin.documents.pdf.style import BODY, HEAVY_RULE, LEFT, MM, PORTRAIT, SMALL, Area, TextStyle
from itadmin.documents.pdf.tagged import Element
from itadmin.documents.pdf.typesetter import Typesetter, draw_line

DRAFT_WARNING = "Utkast. Får inte skrivas under."

_GUTTER = 14 * MM
_COLUMN = (PORTRAIT.frame_width - _GUTTER) / 2
_ABREAST = 2
_SIDE_BY_SIDE = 3

_HEAD_TOP = 4.5
_ROLE = TextStyle("semibold", 10.5, 15)
_NAME = TextStyle("semibold", 10.5, 13.5)
_DETAILS = TextStyle("sans", 9.25, 12.25)

_WRITING_LINES = ((9 * MM, "Ort och datum"), (28 * MM, "Underskrift"), (42 * MM, "Namnförtydligande"))
_WRITING_LINE = 0.6
_LABEL_BELOW = 1
_PRINTED_BELOW = 48.2 * MM
_TITLE = TextStyle("semibold", 9.25, 12)


_WORDS_ABOVE = 20 * MM
"""What is left of the page for the words that signatures stand with."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How high a head and a place to sign are at least, and the space below their words and above each row."""

    head: float
    head_below: float
    slot: float
    slot_below: float
    before: float

    def height(self, rows: int, slots: int) -> float:
        """What rows of parties take, each with so many places to sign below each other."""
        return rows * (self.before + self.head + slots * self.slot)


_ROOMY = _Room(25 * MM, 14, 64 * MM, 3 * MM, 8 * MM)
_CROWDED = _Room(25 * MM, 14, 58 * MM, 3 * MM, 8 * MM)
_CLOSE = _Room(15 * MM, 10, 53 * MM, 0, 6 * MM)


@dataclass(frozen=True, slots=True)
class _Text:
    """Set lines whose top is `depth` below the cell's, and how they look."""

    depth: float
    lines: Sequence[Line]
    style: TextStyle
    colour: Colour
    element: Element

    @property
    def end(self) -> float:
        return self.depth + self.style.leading * len(self.lines)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one column: a party's head, or the place where one signatory signs."""

    x: float
    least: float
    rules: tuple[tuple[float, float], ...]
    texts: tuple[_Text, ...]
    margin: float

    @property
    def height(self) -> float:
        return max(self.least, max((text.end for text in self.texts), default=0) + self.margin)


def signature_block(scene: Scene, block: SignatureBlock, area: Area) -> list[Strip]:
    """The block, never parted from what stands before it; a draft says that it must not be signed."""
    setter = scene.setter
    strips = _draft_warning(setter, area, scene.document) if scene.draft else []
    most = max((len(party.signatories) for party in block.parties), default=0)
    if most <= _SIDE_BY_SIDE:
        room = _room(len(block.parties), most)
        for first in range(0, len(block.parties), _ABREAST):
            strips += _abreast(scene, block.parties[first : first + _ABREAST], room)
        return strips
    for party in block.parties:
        section = Element("Sect", scene.document)
        head = _head(scene, party, 0, section, _ROOMY)
        slots = _slots(setter, party, range(_ABREAST), section, _ROOMY)
        rows = [tuple(slots[first : first + _ABREAST]) for first in range(0, len(slots), _ABREAST)]
        strips += _row_strips([(head,), *rows], _ROOMY)
    return strips


def _room(parties: int, most: int) -> _Room:
    """The room of parties side by side: closer where that takes them from two pages to one."""
    rows, page = -(-parties // _ABREAST), PORTRAIT.frame_height - _WORDS_ABOVE
    usual = _CROWDED if most == _SIDE_BY_SIDE else _ROOMY
    return _CLOSE if _CLOSE.height(rows, most) <= page < usual.height(rows, most) else usual


def _abreast(scene: Scene, parties: Sequence[SignatureParty], room: _Room) -> list[Strip]:
    """Parties side by side, each with its signatories below each other."""
    columns = []
    for column, party in enumerate(parties):
        section = Element("Sect", scene.document)
        head = _head(scene, party, column, section, room)
        columns.append([head, *_slots(scene.setter, party, (column,), section, room)])
    return _row_strips(list(zip_longest(*columns)), room)


def _draft_warning(setter: Typesetter, area: Area, parent: Element) -> list[Strip]:
    spans = [Span(DRAFT_WARNING, setter.fonts.semibold, marked=True)]
    strips = text_strips(break_lines(spans, BODY.size, area.text_width), BODY, area.text_x, Element("P", parent))
    hold_together(strips, Hold.NEVER)
    return strips


def _row_strips(rows: Sequence[tuple[_Cell | None, ...]], room: _Room) -> list[Strip]:
    strips = []
    for row in rows:
        cells = [cell for cell in row if cell is not None]
        strips.append(Strip(max(cell.height for cell in cells), partial(_draw_cells, cells=cells)))
    if strips:
        strips[0].before = room.before
    hold_together(strips[:-1], Hold.NEVER)
    return strips


def _column_x(column: int) -> float:
    return LEFT + column * (_COLUMN + _GUTTER)


def _head(scene: Scene, party: SignatureParty, column: int, section: Element, room: _Room) -> _Cell:
    """For whom it is signed; a name that is the role is said once."""
    setter = scene.setter
    role = setter.lines(setter.line(f"För {party.role}"), _ROLE, _COLUMN)
    title = _Text(_HEAD_TOP, role, _ROLE, setter.palette.accent, scene.headings.element(section, 3))
    name = "" if party.name == party.role else party.name
    said = ((name, _NAME, INK), (party.details, _DETAILS, INK))
    texts = (title, *_texts(setter, said, title.end, Element("P", section)))
    return _Cell(_column_x(column), room.head, ((0, HEAVY_RULE),), texts, room.head_below)


def _slots(
    setter: Typesetter, party: SignatureParty, columns: Sequence[int], section: Element, room: _Room
) -> list[_Cell]:
    """A place to sign for each signatory, in the columns by turns; one without print when none is known."""
    signatories = party.signatories or (Signatory(""),)
    return [
        _slot(setter, signatory, _column_x(columns[index % len(columns)]), section, room)
        for index, signatory in enumerate(signatories)
    ]


def _slot(setter: Typesetter, signatory: Signatory, x: float, section: Element, room: _Room) -> _Cell:
    labels = [
        _Text(depth + _LABEL_BELOW, setter.lines(label, SMALL, _COLUMN), SMALL, MUTED, Element("P", section))
        for depth, label in _WRITING_LINES
    ]
    said = ((signatory.title, _TITLE, INK), (signatory.authority, SMALL, MUTED))
    printed = _texts(setter, said, _PRINTED_BELOW, Element("P", section))
    rules = tuple((depth, _WRITING_LINE) for depth, _ in _WRITING_LINES)
    return _Cell(x, room.slot, rules, (*labels, *printed), room.slot_below)


def _texts(
    setter: Typesetter, said: Sequence[tuple[Inline, TextStyle, Colour]], depth: float, element: Element
) -> list[_Text]:
    """Texts of one element below each other; empty ones take no room."""
    texts: list[_Text] = []
    for inline, style, colour in said:
        if inline:
            texts.append(_Text(depth, going_on(setter.lines(inline, style, _COLUMN)), style, colour, element))
            depth = texts[-1].end
    return texts


def _draw_cells(canvas: Canvas, top: float, *, cells: Sequence[_Cell]) -> None:
    for cell in cells:
        canvas.artifact()
        for depth, thickness in cell.rules:
            canvas.rule(cell.x, top - depth, _COLUMN, thickness, INK)
        for text in cell.texts:
            baseline = top - text.depth - text.style.size
            for line in text.lines:
                draw_line(canvas, line, (cell.x, baseline), text.style, text.colour, text.element)
                baseline -= text.style.leading
