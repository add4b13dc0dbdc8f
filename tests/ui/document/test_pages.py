"""Pages of a PDF become pictures of the width that is asked for."""

from datetime import UTC, datetime

import pytest

from itadmin.documents.content import Appendix, Heading, PageBreak, Paper, Paragraph, Profile
from itadmin.documents.pdf.render import render
from itadmin.ui.document.pages import PdfPages


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(
        Paper(
            title="Prov",
            created=datetime(2026, 11, 22, tzinfo=UTC),
            profile=Profile("Bengtsfors kommun"),
            body=(Heading("Första"), Paragraph("Text."), PageBreak(), Heading("Andra  delen"), Paragraph("Mer.")),
            appendices=(Appendix("Bilaga 1", "Tabell", (Paragraph("Liggande."),), landscape=True),),
        )
    )


def test_sizes_are_those_of_the_paper(content: bytes) -> None:
    pages = PdfPages(content)
    standing, _, lying = pages.sizes
    assert (round(standing.width), round(standing.height)) == (595, 842)
    assert (round(lying.width), round(lying.height)) == (842, 595)


@pytest.mark.parametrize("width", [84, 600, 1201])
def test_a_picture_has_the_width_asked_for_and_something_on_it(content: bytes, width: int) -> None:
    picture = PdfPages(content).image(0, width)
    assert abs(picture.width() - width) <= 1
    assert abs(picture.height() / picture.width() - 842 / 595) < 0.02
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    assert 0xFFFFFFFF in colours
    assert len(colours) > 1


def test_the_header_is_dark_on_white_in_the_right_channels(content: bytes) -> None:
    picture = PdfPages(content).image(0, 600)
    darkest = min((picture.pixelColor(x, y) for x in range(600) for y in range(200)), key=lambda colour: colour.value())
    assert darkest.blue() >= darkest.red()  # the ink of papers is blue-black, not brown


def test_a_closed_pdf_gives_null_pictures(content: bytes) -> None:
    pages = PdfPages(content)
    pages.close()
    assert pages.image(0, 300).isNull()


@pytest.mark.parametrize(("heading", "page"), [("Första", 0), ("Andra  delen", 1), ("Tabell", 2), ("Ingen", None)])
def test_a_section_is_found_by_its_heading(content: bytes, heading: str, page: int | None) -> None:
    pages = PdfPages(content)
    assert pages.page_of(heading) == page
    pages.close()
    assert pages.page_of("Första") is None
