"""A page while it is drawn: text, rules and fills, each belonging to an element of the structure or to none.

Coordinates are points from the lower left corner. What belongs to no element (rules, fills, headers) is marked as an
artifact. Knows nothing of blocks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from itadmin.documents.content import Pixels
from itadmin.documents.pdf.colours import Colour
from itadmin.documents.pdf.embedding import FontUse
from itadmin.documents.pdf.file import PdfFile, text_string
from itadmin.documents.pdf.fonts import Face
from itadmin.documents.pdf.style import Sheet
from itadmin.documents.pdf.tagged import Element, Structure

Furniture: TypeAlias = Literal["Header", "Footer", "Watermark"]


_DECORATION = ("Artifact", "Header", "Footer", "Watermark")


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go to: page (from 0) and height on it."""

    page: int
    top: float


@dataclass(slots=True)
class Drawing:
    """What all pages of one file share while they are drawn."""

    file: PdfFile
    structure: Structure
    pages: list[int]
    destinations: dict[str, Destination]
    fonts: dict[str, FontUse] = field(default_factory=dict)
    pictures: dict[Pixels, int] = field(default_factory=dict)

    def font(self, face: Face) -> FontUse:
        """The face as this file uses it."""
        use = self.fonts.get(face.name)
        if use is None:
            use = self.fonts[face.name] = FontUse(face, f"/F{len(self.fonts) + 1}")
        return use

    def picture(self, pixels: Pixels) -> str:
        """The name of a picture, which is written once however often it is drawn."""
        number = self.pictures.get(pixels)
        if number is None:
            entries = (
                f"/Type/XObject/Subtype/Image/Width {pixels.width}/Height {pixels.height}"
                "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
            )
            number = self.pictures[pixels] = self.file.add_stream(pixels.deflated, entries, compressed=False)
        return f"/P{number}"

    def resources(self) -> str:
        """The dictionary of all faces and pictures that have been drawn with."""
        fonts = "".join(f"{use.name} {use.write(self.file)} 0 R" for use in self.fonts.values())
        pictures = "".join(f"{self.picture(pixels)} {number} 0 R" for pixels, number in self.pictures.items())
        return f"<</Font<<{fonts}>>{f'/XObject<<{pictures}>>' if pictures else ''}>>"

    def destination(self, key: str) -> str:
        """Where a link to `key` goes, as an explicit destination."""
        place = self.destinations[key]
        return f"[{self.pages[place.page]} 0 R/XYZ 0 {place.top:.1f} 0]"


class Canvas:
    """One page. `page` counts from 0."""

    def __init__(self, drawing: Drawing, page: int, sheet: Sheet) -> None:
        self.page = page
        self.sheet = sheet
        self._drawing = drawing
        self._operators: list[str] = []
        self._annotations: list[int] = []
        self._open: Element | str = ""
        self._fill: Colour | None = None
        self._font = ""

    def element(self, element: Element) -> None:
        """What is drawn next belongs to `element`."""
        if self._open is not element:
            self._close()
            number = self._drawing.structure.mark(element, self.page)
            self._operators.append(f"/{element.tag} <</MCID {number}>> BDC")
            self._open = element

    def artifact(self) -> None:
        """What is drawn next is decoration."""
        if self._open not in _DECORATION:
            self._close()
            self._operators.append("/Artifact BMC")
            self._open = "Artifact"

    @contextmanager
    def furniture(self, kind: Furniture) -> Iterator[None]:
        """What is drawn within stands on every page: a header, a footer or a watermark."""
        self._close()
        self._operators.append(f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC")
        self._open = kind
        yield
        self._close()

    def text(self, x: float, baseline: float, text: str, face: Face, size: float, colour: Colour) -> None:
        """One line of text from `x` on. `text` must have been cleaned."""
        if not text:
            return
        font = self._drawing.font(face)
        self._fill_colour(colour)
        setting = f"{font.name} {size:g} Tf "
        chosen = "" if setting == self._font else setting
        self._font = setting
        self._operators.append(f"BT {chosen}{x:.2f} {baseline:.2f} Td <{font.encode(text)}> Tj ET")

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A horizontal rule, a filled bar whose middle is at `y`."""
        self.box((x, y - thickness / 2, width, thickness), colour)

    def upright_rule(self, x: float, bottom: float, height: float, thickness: float, colour: Colour) -> None:
        """A vertical rule whose middle is at `x`."""
        self.box((x - thickness / 2, bottom, thickness, height), colour)

    def box(self, box: tuple[float, float, float, float], colour: Colour) -> None:
        """A filled rectangle: left, bottom, width, height."""
        self._fill_colour(colour)
        self._operators.append("{:.2f} {:.2f} {:.2f} {:.2f} re f".format(*box))

    def framed_box(self, box: tuple[float, float, float, float], fill: Colour, line: Colour, thickness: float) -> None:
        """A filled rectangle with an outline."""
        self._fill_colour(fill)
        edge = "{:.3f} {:.3f} {:.3f}".format(*line)
        self._operators.append(f"{edge} RG {thickness} w " + "{:.2f} {:.2f} {:.2f} {:.2f} re B".format(*box))

    def path(self, operators: str, colour: Colour, *, even_odd: bool = True) -> None:
        """A filled outline given as path operators."""
        self._fill_colour(colour)
        self._operators.append(f"{operators} {'f*' if even_odd else 'f'}")

    def picture(self, pixels: Pixels, box: tuple[float, float, float, float]) -> None:
        """A picture that fills a rectangle: left, bottom, width, height."""
        left, bottom, width, height = box
        name = self._drawing.picture(pixels)
        self._operators.append(f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm {name} Do Q")

    def line(self, operators: str, thickness: float, colour: Colour, dashes: tuple[float, float] | None = None) -> None:
        """A line along path operators; `dashes` are the lengths of stroke and gap."""
        edge = "{:.3f} {:.3f} {:.3f}".format(*colour)
        pattern = f"[{dashes[0]:g} {dashes[1]:g}] 0 d " if dashes else ""
        self._operators.append(f"{pattern}{edge} RG {thickness:g} w {operators} S{' [] 0 d' if dashes else ''}")

    def outlined_text(
        self, text: str, face: Face, size: float, colours: tuple[Colour, Colour], thickness: float
    ) -> None:
        """Large text from the origin, filled and outlined (`colours`), letters set 6 % apart."""
        font = self._drawing.font(face)
        self._fill_colour(colours[0])
        edge = "{:.3f} {:.3f} {:.3f}".format(*colours[1])
        self._font = ""
        self._operators.append(
            f"{edge} RG {thickness} w BT 2 Tr {size * 0.06:g} Tc {font.name} {size:g} Tf 0 0 Td"
            f" <{font.encode(text)}> Tj ET"
        )

    @contextmanager
    def placed(self, matrix: tuple[float, float, float, float, float, float]) -> Iterator[None]:
        """Draws within another system of coordinates."""
        self._operators.append("q " + "{:.4f} {:.4f} {:.4f} {:.4f} {:.2f} {:.2f} cm".format(*matrix))
        yield
        self._operators.append("Q")
        self._fill, self._font = None, ""

    def link(self, element: Element, box: tuple[float, float, float, float], key: str, contents: str) -> None:
        """Makes a rectangle (left, bottom, right, top) lead to `key`; `contents` says in words where."""
        drawing = self._drawing
        annotation = drawing.file.reserve()
        parent = drawing.structure.link(element, self.page, annotation)
        sides = "{:.2f} {:.2f} {:.2f} {:.2f}".format(*box)
        drawing.file.set(
            annotation,
            f"<</Type/Annot/Subtype/Link/Rect[{sides}]/Border[0 0 0]/F 4/P {drawing.pages[self.page]} 0 R"
            f"/StructParent {parent}/Contents{text_string(contents)}/Dest{drawing.destination(key)}>>",
        )
        self._annotations.append(annotation)

    def can_reach(self, key: str) -> bool:
        """Whether there is a place to go to under `key`."""
        return key in self._drawing.destinations

    def page_of(self, key: str) -> int:
        """The page number, from 1, where `key` stands."""
        return self._drawing.destinations[key].page + 1

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self._drawing.pages)

    def finish(self, parent: int, resources: int) -> None:
        """Writes the page; `parent` and `resources` are object numbers."""
        self._close()
        drawing = self._drawing
        content = drawing.file.add_stream("\n".join(self._operators).encode("ascii"))
        links = f"/Annots[{' '.join(f'{number} 0 R' for number in self._annotations)}]" if self._annotations else ""
        drawing.file.set(
            drawing.pages[self.page],
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {self.sheet.width:.2f} {self.sheet.height:.2f}]"
            f"/Resources {resources} 0 R/Contents {content} 0 R/StructParents {self.page}/Tabs/S{links}>>",
        )

    def _close(self) -> None:
        if self._open != "":
            self._operators.append("EMC")
            self._open = ""

    def _fill_colour(self, colour: Colour) -> None:
        if colour != self._fill:
            self._operators.append("{:.3f} {:.3f} {:.3f} rg".format(*colour))
            self._fill = colour
