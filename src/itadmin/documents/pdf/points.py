"""Lists as strips: points after a dash or a number, with points below them further in. Knows nothing of clauses."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from itadmin.documents.content import BulletList, Inline, Item, NumberedList
from itadmin.documents.pdf.colours import MUTED
from itadmin.documents.pdf.flow import Strip
from itadmin.documents.pdf.prose import Label, labelled, text_strips
from itadmin.documents.pdf.style import BULLET_INDENT, ITEM, LAST_ITEM_AFTER, MM, Area
from itadmin.documents.pdf.tagged import Element, clause_element, list_element
from itadmin.documents.pdf.typesetter import Typesetter

DASH = "–"
_DEEPEST_INDENT = 6 * BULLET_INDENT
_NUMBER_GAP = 2 * MM
_LETTERS = 26
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def letters(number: int) -> str:
    """`number` from 1 as a, b … z, aa, ab …; what comes before 1 in figures."""
    if number < 1:
        return str(number)
    found = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        found = chr(ord("a") + rest) + found
    return found


def roman(number: int) -> str:
    """`number` from 1 as i, ii, iii, iv …; what comes before 1 in figures."""
    if number < 1:
        return str(number)
    found = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        found += sign * times
    return found


_KINDS: Sequence[tuple[str, Callable[[int], str]]] = (("Decimal", str), ("LowerAlpha", letters), ("LowerRoman", roman))
"""What numbered lists within each other are numbered by: their kind in the structure, and how a number is written."""


@dataclass(frozen=True, slots=True)
class _List:
    """Where a list stands and how its points are introduced; `numbered_above` counts numbered lists it lies within."""

    area: Area
    parent: Element
    numbered: bool
    start: int = 1
    indent: float = 0
    numbered_above: int = 0

    @property
    def kind(self) -> tuple[str, Callable[[int], str]]:
        return _KINDS[self.numbered_above % len(_KINDS)]

    def labels(self) -> Iterator[str]:
        """What introduces each point."""
        write = self.kind[1]
        return (f"{write(number)}." if self.numbered else DASH for number in count(self.start))

    def below(self, parent: Element, indent: float, *, numbered: bool) -> "_List":
        """A list within a point of this one."""
        return replace(
            self,
            parent=parent,
            numbered=numbered,
            start=1,
            indent=min(indent, _DEEPEST_INDENT),
            numbered_above=self.numbered_above + self.numbered,
        )


def points(setter: Typesetter, block: BulletList | NumberedList, area: Area, parent: Element) -> list[Strip]:
    """A list of points, with points below them further in."""
    if isinstance(block, NumberedList):
        strips = _points(setter, block.items, _List(area, parent, numbered=True, start=block.start))
    else:
        strips = _points(setter, block.items, _List(area, parent, numbered=False))
    if strips:
        strips[-1].after = LAST_ITEM_AFTER
    return strips


def _points(setter: Typesetter, items: Sequence[Inline | Item], of: _List) -> list[Strip]:
    if not items:
        return []
    strips: list[Strip] = []
    group = list_element(of.parent, of.kind[0] if of.numbered else "None")
    labels = [label for label, _ in zip(of.labels(), items, strict=False)]
    face, x = setter.fonts.sans, of.area.text_x + of.indent
    inner = of.indent + max(BULLET_INDENT, face.width(max(labels, key=len), ITEM.size) + _NUMBER_GAP)
    for shown, item in zip(labels, items, strict=True):
        label, body, text = clause_element(group)
        inline = item.text if isinstance(item, Item) else item
        lines = setter.noted_lines(inline, ITEM, of.area.text_width - inner, prose=True)
        sign = Label(shown, x, face, MUTED, label)
        strips += labelled(text_strips(lines, ITEM, of.area.text_x + inner, text), sign, ITEM)
        if isinstance(item, Item):
            strips += _points(setter, item.items, of.below(body, inner, numbered=item.numbered))
    return strips
