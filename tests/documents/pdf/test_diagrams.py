"""Figures of boxes and arrows on paper: what is drawn, what is said, and that any of them finds room on a page."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
import pytest

from itadmin.documents.content import Arrow, Diagram, Heading, Node, Paper, Paragraph
from itadmin.documents.pdf.render import render
from itadmin.documents.pdf.style import FRAME_BOTTOM, MM

Maker = Callable[..., Paper]
NODES = (
    Node("own", "Kvarnen", 0, weight="own"),
    Node("pay", "Lönesystemet", -1, "Verksamhetskritisk", "strong"),
    Node("tax", "Skatteverket", -2, "Extern part", "loose"),
    Node("sum", "Beslutsstöd", 1),
)
ARROWS = (Arrow("tax", "pay"), Arrow("pay", "own"), Arrow("own", "sum", both=True), Arrow("tax", "own"))


def figure(nodes: tuple[Node, ...] = NODES, arrows: tuple[Arrow, ...] = ARROWS) -> Diagram:
    return Diagram(nodes, arrows, "Beroenden", "Kvarnen beror på lönesystemet")


def drawn(data: bytes) -> str:
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in pypdf.PdfReader(BytesIO(data)).pages)


def figures(data: bytes) -> list[Any]:
    kids = pypdf.PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    return [kid.get_object() for kid in kids if kid.get_object()["/S"] == "/Figure"]


def test_a_diagram_keeps_both_standards(make_paper: Maker, assert_conforms: Callable[[bytes], None]) -> None:
    assert_conforms(render(make_paper(body=(Heading("Beroenden"), Paragraph("Se figuren."), figure()))))


def test_it_has_its_alternative_its_place_and_its_caption(
    make_paper: Maker, page_texts: Callable[[bytes], list[str]]
) -> None:
    data = render(make_paper(body=(figure(),)))
    (element,) = figures(data)
    assert str(element["/Alt"]) == "Kvarnen beror på lönesystemet"
    left, _, right, _ = (float(side) for side in element["/A"]["/BBox"])
    assert left == pytest.approx(25 * MM, abs=0.1)
    assert right < 185 * MM + 0.1
    text = page_texts(data)[0]
    assert re.search(r"Figur\s1\s+Beroenden", text)
    for node in NODES:
        assert node.text in text
        assert node.note in text


def test_weights_are_told_by_edges_and_heads_by_arrows(make_paper: Maker) -> None:
    operators = drawn(render(make_paper(body=(figure(),))))
    assert operators.count("re S") == len(NODES)
    assert len(re.findall(r" 1\.8 w [\d. -]+ re S", operators)) == 1
    assert operators.count("[2.4 1.8] 0 d") == 1
    heads = re.findall(r"m [\d. -]+ l [\d. -]+ l h f\*", operators)
    assert len(heads) == len(ARROWS) + 1


@pytest.mark.parametrize("number", [1, 7, 200])
def test_any_number_of_boxes_finds_room_on_a_page(
    make_paper: Maker, assert_conforms: Callable[[bytes], None], number: int
) -> None:
    nodes = tuple(Node(str(i), f"System {i}", i % 9 if number > 1 else 0, "Not") for i in range(number))
    arrows = tuple(Arrow(str(i), str((i * 7 + 1) % number)) for i in range(number))
    data = render(make_paper(body=(Paragraph("Före"), figure(nodes, arrows))))
    assert_conforms(data)
    (element,) = figures(data)
    left, bottom, right, _ = (float(side) for side in element["/A"]["/BBox"])
    assert bottom >= FRAME_BOTTOM - 0.1
    assert right - left <= 160 * MM + 0.1


def test_a_diagram_must_hang_together() -> None:
    with pytest.raises(ValueError, match="same key"):
        figure((*NODES, NODES[0]))
    with pytest.raises(ValueError, match="between boxes"):
        figure(NODES[:2])
