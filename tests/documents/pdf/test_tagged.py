from io import BytesIO

import pypdf

from itadmin.documents.pdf.file import PdfFile
from itadmin.documents.pdf.tagged import (
    Element,
    HeadingLevels,
    Structure,
    clause_element,
    figure_element,
    heading_cell,
    list_element,
    place_figure,
)


def written(structure: Structure, pages: int) -> tuple[pypdf.PdfReader, pypdf.generic.DictionaryObject]:
    file = PdfFile()
    numbers = [file.add("<<>>") for _ in range(pages)]
    root = structure.write(file, numbers)
    reader = pypdf.PdfReader(BytesIO(file.to_bytes(root, root)))
    return reader, reader.trailer["/Root"]


def test_an_element_on_two_pages_is_one_element() -> None:
    structure = Structure()
    structure.begin_pages(2)
    paragraph = Element("P", structure.document)
    assert structure.mark(paragraph, 0) == 0
    assert structure.mark(Element("P", structure.document), 1) == 0
    assert structure.mark(paragraph, 1) == 1
    reader, root = written(structure, 2)
    element = root["/K"]["/K"][0].get_object()
    pages = [reader.get_object(1).indirect_reference.idnum, reader.get_object(2).indirect_reference.idnum]
    assert element["/S"] == "/P"
    assert element.raw_get("/Pg").idnum == pages[0]
    assert element["/K"][0] == 0
    assert element["/K"][1]["/MCID"] == 1
    assert element["/K"][1].raw_get("/Pg").idnum == pages[1]


def test_pages_and_links_lead_back_to_their_elements() -> None:
    structure = Structure()
    structure.begin_pages(1)
    link = Element("Link", Element("P", structure.document))
    structure.mark(link, 0)
    key = structure.link(link, 0, 1)
    _, root = written(structure, 1)
    numbers = root["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert key == 1
    assert parents[0].get_object()[0].get_object()["/S"] == "/Link"
    assert parents[1].get_object()["/S"] == "/Link"
    assert root["/ParentTreeNextKey"] == 2
    kids = parents[1].get_object()["/K"]
    assert kids[0] == 0
    assert kids[1]["/Type"] == "/OBJR"


def test_what_elements_say_of_themselves() -> None:
    structure = Structure()
    structure.begin_pages(1)
    table = Element("Table", structure.document)
    heading_cell(Element("TR", table), "Column")
    label, body, text = clause_element(list_element(structure.document, "Decimal"))
    figure = figure_element(structure.document, "Staplar: Åmål 1 kr")
    place_figure(figure, (1, 2, 3.25, 4))
    assert [each.tag for each in (label, body, text)] == ["Lbl", "LBody", "P"]
    _, root = written(structure, 1)
    table_read, list_read, figure_read = (kid.get_object() for kid in root["/K"]["/K"])
    assert table_read["/K"][0].get_object()["/K"][0].get_object()["/A"] == {"/O": "/Table", "/Scope": "/Column"}
    assert list_read["/A"]["/ListNumbering"] == "/Decimal"
    assert figure_read["/Alt"] == "Staplar: Åmål 1 kr"
    assert [float(side) for side in figure_read["/A"]["/BBox"]] == [1, 2, 3.2, 4]


def test_heading_levels_never_skip_one() -> None:
    levels = HeadingLevels(1)
    document = Element("Document")
    assert [levels.element(document, level).tag for level in (3, 4, 2, 4, 3, 1, 3)] == [
        "H2", "H3", "H2", "H3", "H3", "H1", "H2",
    ]  # fmt: skip
