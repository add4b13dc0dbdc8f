"""The structure of a tagged file: which text is a heading, a list item, a cell, and in what order it is read.

Elements are made while the paper is composed, in reading order; drawing then adds what stands on which page to them,
so a paragraph that crosses a page, or a column drawn beside another, is still read as one. Knows how a structure is
written, nothing of layout.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from itadmin.documents.pdf.file import PdfFile, text_string


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a page's content; `page` counts from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's place on a page: the object `number` of its annotation."""

    page: int
    number: int


Kid: TypeAlias = "Element | Mark | Annotation"


class Element:
    """An element of the structure; `attributes` are entries of its dictionary, ready to be written."""

    __slots__ = ("attributes", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Kid] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)


def heading_cell(parent: Element, scope: str) -> Element:
    """A table's heading cell; `scope` is "Column" or "Row"."""
    return Element("TH", parent, f"/A<</O/Table/Scope/{scope}>>")


def list_element(parent: Element, numbering: str) -> Element:
    """A list; `numbering` is "None" for points, else "Decimal", "LowerAlpha" or "LowerRoman"."""
    return Element("L", parent, f"/A<</O/List/ListNumbering/{numbering}>>")


def figure_element(parent: Element, alternative: str) -> Element:
    """A figure with its text alternative; `place_figure` must tell where it landed."""
    return Element("Figure", parent, f"/Alt{text_string(alternative)}")


def place_figure(figure: Element, box: tuple[float, float, float, float]) -> None:
    """Tells where on its page a figure stands: left, bottom, right, top."""
    sides = " ".join(f"{side:.1f}" for side in box)
    figure.attributes += f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>"


def clause_element(parent: Element) -> tuple[Element, Element, Element]:
    """A numbered or dashed item of a list: its Lbl, its LBody and the paragraph within it."""
    item = Element("LI", parent)
    label = Element("Lbl", item)
    body = Element("LBody", item)
    return label, body, Element("P", body)


class HeadingLevels:
    """Gives headings their levels without skipping one, whatever a paper leaves out; `last` stands before the first."""

    def __init__(self, last: int) -> None:
        self._last = last

    def element(self, parent: Element, level: int) -> Element:
        """A heading of `level`, or of the deepest level that may stand here."""
        self._last = min(level, self._last + 1)
        return Element(f"H{self._last}", parent)


class Structure:
    """The structure of one file and the marks on its pages."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self._marks: list[list[Element]] = []
        self._links: list[Element] = []
        self._page_count = 0

    def begin_pages(self, count: int) -> None:
        """Makes room for the marks of `count` pages."""
        self._page_count = count
        self._marks = [[] for _ in range(count)]

    def mark(self, element: Element, page: int) -> int:
        """The number of a new stretch of content on `page` that belongs to `element`."""
        marks = self._marks[page]
        number = len(marks)
        marks.append(element)
        element.kids.append(Mark(page, number))
        return number

    def link(self, element: Element, page: int, annotation: int) -> int:
        """Ties the annotation object to `element`; returns its key among the structure's parents."""
        element.kids.append(Annotation(page, annotation))
        self._links.append(element)
        return self._page_count + len(self._links) - 1

    def write(self, file: PdfFile, pages: list[int]) -> int:
        """Writes all elements; `pages` are the page objects. Returns the number of the structure's root."""
        root = file.reserve()
        elements = list(_descend(self.document))
        identities = _identify(elements)
        for element in elements:
            element.number = file.reserve()
        for element in elements:
            parent = root if element.parent is None else element.parent.number
            file.set(element.number, _element(element, parent, pages))
        parents = [_references(marks) for marks in self._marks]
        keys = [f"{page} {file.add(references)} 0 R" for page, references in enumerate(parents)]
        keys += [f"{self._page_count + i} {element.number} 0 R" for i, element in enumerate(self._links)]
        tree = file.add(f"<</Nums[{' '.join(keys)}]>>")
        trees = f"/K {self.document.number} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {len(keys)}"
        if identities:
            names = " ".join(f"{name} {element.number} 0 R" for name, element in identities)
            trees += f"/IDTree {file.add(f'<</Names[{names}]>>')} 0 R"
        file.set(root, f"<</Type/StructTreeRoot{trees}>>")
        return root


def _descend(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _descend(kid)


def _identify(elements: list[Element]) -> list[tuple[str, Element]]:
    """Gives each note the identity it must have; returns identities in the order a name tree wants."""
    notes = [element for element in elements if element.tag == "Note"]
    identities = [(text_string(f"not-{number:06}"), note) for number, note in enumerate(notes, 1)]
    for name, note in identities:
        note.attributes += f"/ID{name}"
    return identities


def _element(element: Element, parent: int, pages: list[int]) -> str:
    home = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    page = "" if home is None else f"/Pg {pages[home]} 0 R"
    kids = " ".join(_kid(kid, home, pages) for kid in element.kids)
    return f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{page}/K[{kids}]{element.attributes}>>"


def _kid(kid: Kid, home: int | None, pages: list[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>"
    if kid.page == home:
        return str(kid.number)
    return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.number}>>"


def _references(elements: list[Element]) -> str:
    return f"[{' '.join(f'{element.number} 0 R' for element in elements)}]"
