from io import BytesIO
from zlib import compress

import pypdf

from itadmin.documents.content import Pixels
from itadmin.documents.pdf.canvas import Canvas, Destination, Drawing
from itadmin.documents.pdf.colours import INK, WHITE
from itadmin.documents.pdf.file import PdfFile
from itadmin.documents.pdf.fonts import FontSet
from itadmin.documents.pdf.style import PORTRAIT
from itadmin.documents.pdf.tagged import Element, Structure


class Sheet:
    """A page to draw on, and what was drawn."""

    def __init__(self) -> None:
        self.file = PdfFile()
        self.structure = Structure()
        self.structure.begin_pages(1)
        self.page = self.file.reserve()
        destinations = {"här": Destination(0, 700)}
        self.canvas = Canvas(Drawing(self.file, self.structure, [self.page], destinations), 0, PORTRAIT)

    def read(self) -> pypdf.PageObject:
        tree = self.file.reserve()
        self.canvas.finish(tree, self.file.add("<<>>"))
        self.file.set(tree, f"<</Type/Pages/Kids[{self.page} 0 R]/Count 1>>")
        catalog = self.file.add(f"<</Type/Catalog/Pages {tree} 0 R>>")
        return pypdf.PdfReader(BytesIO(self.file.to_bytes(catalog, self.file.add("<<>>")))).pages[0]

    def drawn(self) -> list[str]:
        return self.read().get_contents().get_data().decode("ascii").split("\n")


def test_colour_and_face_are_set_only_when_they_change(fonts: FontSet) -> None:
    sheet = Sheet()
    for baseline in (20, 10):
        sheet.canvas.text(5, baseline, "a", fonts.sans, 9.25, INK)
    assert sheet.drawn() == [
        "0.090 0.129 0.169 rg",
        "BT /F1 9.25 Tf 5.00 20.00 Td <0001> Tj ET",
        "BT 5.00 10.00 Td <0001> Tj ET",
    ]


def test_what_was_set_in_another_system_of_coordinates_is_forgotten(fonts: FontSet) -> None:
    sheet = Sheet()
    with sheet.canvas.placed((1, 0, 0, 1, 0, 0)):
        sheet.canvas.text(1, 1, "a", fonts.sans, 9, WHITE)
    sheet.canvas.text(1, 1, "a", fonts.sans, 9, WHITE)
    lines = sheet.drawn()
    after = lines[lines.index("Q") + 1 :]
    assert after == ["1.000 1.000 1.000 rg", "BT /F1 9 Tf 1.00 1.00 Td <0001> Tj ET"]


def test_content_belongs_to_one_element_or_is_decoration() -> None:
    sheet = Sheet()
    paragraph = Element("P", sheet.structure.document)
    sheet.canvas.element(paragraph)
    sheet.canvas.element(paragraph)
    sheet.canvas.artifact()
    sheet.canvas.artifact()
    with sheet.canvas.furniture("Footer"):
        sheet.canvas.artifact()
    sheet.canvas.element(paragraph)
    assert sheet.drawn() == [
        "/P <</MCID 0>> BDC",
        "EMC",
        "/Artifact BMC",
        "EMC",
        "/Artifact <</Type/Pagination/Subtype/Footer>> BDC",
        "EMC",
        "/P <</MCID 1>> BDC",
        "EMC",
    ]


def test_a_link_says_where_it_leads() -> None:
    sheet = Sheet()
    link = Element("Link", sheet.structure.document)
    assert sheet.canvas.can_reach("här")
    assert not sheet.canvas.can_reach("där")
    assert sheet.canvas.page_of("här") == 1
    sheet.canvas.link(link, (1, 2, 3, 4), "här", "Gå till avsnitt 1")
    note = sheet.read()["/Annots"][0].get_object()
    assert note["/Contents"] == "Gå till avsnitt 1"
    assert note["/F"] == 4
    assert note["/Dest"][1:] == ["/XYZ", 0, 700.0, 0]
    assert [float(side) for side in note["/Rect"]] == [1, 2, 3, 4]


def test_nothing_is_written_for_an_empty_text(fonts: FontSet) -> None:
    sheet = Sheet()
    sheet.canvas.text(1, 1, "", fonts.sans, 9, INK)
    assert sheet.drawn() == [""]


def test_a_picture_is_kept_once_however_often_it_is_drawn() -> None:
    drawing = Drawing(PdfFile(), Structure(), [], {})
    red, blue = (Pixels(1, 1, compress(colour)) for colour in (b"\xff\0\0", b"\0\0\xff"))
    names = [drawing.picture(pixels) for pixels in (red, blue, red)]
    assert names[0] == names[2] != names[1]
    assert drawing.resources().count(" 0 R") == 2


def test_a_picture_fills_its_rectangle() -> None:
    sheet = Sheet()
    sheet.canvas.picture(Pixels(1, 1, compress(b"abc")), (5, 10, 20, 30))
    (drawn,) = sheet.drawn()
    assert drawn.startswith("q 20.00 0 0 30.00 5.00 10.00 cm /P")
    assert drawn.endswith(" Do Q")
