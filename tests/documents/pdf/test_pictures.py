"""Logotypes from files: what is read, and what is refused before it is decoded."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from itadmin.documents.content import Logotype
from itadmin.documents.pdf.pictures import MOST_BYTES, read_logotype
from itadmin.documents.pdf.unusable import UnusablePictureError


def file(mode: str = "RGB", size: tuple[int, int] = (60, 40), kind: str = "PNG", **options: object) -> bytes:
    made = BytesIO()
    Image.new(mode, size, options.pop("colour", "red")).save(made, kind, **options)
    return made.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims a size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def svg(inside: str, head: str = 'viewBox="0 0 100 50"') -> bytes:
    return f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def first_pixel(logotype: Logotype) -> tuple[int, ...]:
    assert logotype.pixels is not None
    rows = zlib.decompress(logotype.pixels.deflated)
    assert len(rows) == logotype.pixels.width * logotype.pixels.height * 3
    return tuple(rows[:3])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(("mode", "colour"), [("RGB", "#FF0000"), ("L", 90), ("1", 1)])
def test_pictures_are_read(kind: str, mode: str, colour: object) -> None:
    logotype = read_logotype(file(mode, kind=kind, colour=colour), "Vapen")
    assert (logotype.alt, logotype.width, logotype.height) == ("Vapen", 60, 40)
    assert len(first_pixel(logotype)) == 3


def test_what_can_be_seen_through_is_white() -> None:
    assert first_pixel(read_logotype(file("RGBA", colour=(255, 0, 0, 0)), "Vapen")) == (255, 255, 255)
    assert first_pixel(read_logotype(file("RGBA", colour=(0, 0, 0, 127)), "Vapen")) == (128, 128, 128)
    assert first_pixel(read_logotype(file("P", colour=3), "Vapen")) != (255, 255, 255)


def test_a_large_picture_is_made_as_large_as_it_is_printed_sharply() -> None:
    logotype = read_logotype(file(size=(4000, 4000)), "Vapen")
    assert (logotype.width, logotype.height) == (500, 500)


def test_equal_files_give_equal_pictures() -> None:
    content = file(size=(3000, 900))
    assert read_logotype(content, "Vapen") == read_logotype(content, "Vapen")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "ingen bild"),
        (b"GIF89a" + b"\0" * 40, "ingen bild"),
        (b"%PDF-1.7", "ingen bild"),
        (b"\x89PNG\r\n\x1a\n", "skadad"),
        (b"\xff\xd8\xff", "skadad"),
        (file(size=(300, 300), colour="blue")[:150], "skadad"),
        (file(kind="JPEG", size=(300, 300))[:500], "skadad"),
        (png_that_says(60, 40), "skadad"),
        (png_that_says(20_000, 10_000), "200 miljoner bildpunkter"),
        (png_that_says(60_000, 60_000), "3600 miljoner bildpunkter"),
        (png_that_says(4000, 10), "för smal"),
        (file("CMYK", kind="JPEG", colour=0), "CMYK"),
        (file(save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")]), "rörlig"),
        (file() + b"\0" * MOST_BYTES, "större än 10 MB"),
    ],
)
def test_what_cannot_stand_in_a_paper_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnusablePictureError) as caught:
        read_logotype(content, "Vapen")
    assert reason in caught.value.reason
    assert not caught.value.reason.endswith(".")


@pytest.mark.parametrize(
    ("inside", "path", "fill"),
    [
        ('<path d="M0 0H10V10Z" fill="#0f4c5c"/>', "M0.000 0.000 L10.000 0.000 L10.000 10.000 Z", "#0f4c5c"),
        ('<path d="m1 2 3 4h-2v1z"/>', "M1.000 2.000 L4.000 6.000 L2.000 6.000 L2.000 7.000 Z", "#000000"),
        (
            '<path d="M0 0c1 1 2 2 3 3s1 1 2 2"/>',
            "M0.000 0.000 C1.000 1.000 2.000 2.000 3.000 3.000 C4.000 4.000 4.000 4.000 5.000 5.000",
            "#000000",
        ),
        (
            '<path d="M0 0q3 0 3 3t3 3"/>',
            "M0.000 0.000 C2.000 0.000 3.000 1.000 3.000 3.000 C3.000 5.000 4.000 6.000 6.000 6.000",
            "#000000",
        ),
        (
            '<rect x="1" y="2" width="3" height="4" style="fill:red"/>',
            "M1.000 2.000 L4.000 2.000 L4.000 6.000 L1.000 6.000 Z",
            "#FF0000",
        ),
        ('<polygon points="0,0 4,0 2,3" fill="rgb(1,2,300)"/>', "M0.000 0.000 L4.000 0.000 L2.000 3.000 Z", "#0102FF"),
        (
            '<g transform="translate(10 5) scale(2)" fill="#abc"><path d="M1 1H2" transform="translate(1)"/></g>',
            "M14.000 7.000 L16.000 7.000",
            "#aabbcc",
        ),
        ('<path transform="matrix(2 0 0 2 1 0)" d="M1 1H2"/>', "M3.000 2.000 L5.000 2.000", "#000000"),
        ('<g transform="rotate(90)"><path d="M1 0H2"/></g>', "M0.000 1.000 L0.000 2.000", "#000000"),
        ('<g transform="rotate(90 1 1)"><path d="M1 0H2"/></g>', "M2.000 1.000 L2.000 2.000", "#000000"),
    ],
)
def test_drawings_become_outlines(inside: str, path: str, fill: str) -> None:
    logotype = read_logotype(svg(inside), "Vapen")
    assert [(shape.path, shape.fill) for shape in logotype.shapes] == [(path, fill)]
    assert (logotype.width, logotype.height) == (100, 50)


def test_a_circle_goes_round() -> None:
    (shape,) = read_logotype(svg('<circle cx="50" cy="25" r="10"/>'), "Vapen").shapes
    for point in ("M60.000 25.000", "50.000 35.000", "40.000 25.000", "50.000 15.000", "60.000 25.000 Z"):
        assert point in shape.path


def test_a_drawing_is_moved_to_its_corner_and_may_have_its_size_in_pixels() -> None:
    moved = read_logotype(svg('<path d="M10 20H30"/>', 'viewBox="10 20 100 50"'), "Vapen")
    assert moved.shapes[0].path == "M0.000 0.000 L20.000 0.000"
    sized = read_logotype(svg('<path d="M0 0H1"/>', 'width="30px" height="40"'), "Vapen")
    assert (sized.width, sized.height) == (30, 40)


def test_what_is_not_shown_is_left_out() -> None:
    inside = (
        "<title>Vapen</title><metadata><x:y xmlns:x='urn:x'/></metadata><defs><path id='p' d='M0 0'/></defs>"
        "<g display='none'><path d='M0 0H9'/></g><path fill='none' d='M0 0H8'/><path d='M0 0H7'/>"
    )
    assert len(read_logotype(svg(inside), "Vapen").shapes) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("<script>alert(1)</script>"), "utanför sig själv"),
        (svg('<path d="M0 0H1" onclick="alert(1)"/>'), "utanför sig själv"),
        (svg('<image href="http://example.invalid/a.png"/>'), "utanför sig själv"),
        (svg('<use href="#p"/>'), "utanför sig själv"),
        (svg('<path d="M0 0H1" style="fill:url(http://example.invalid/#p)"/>'), "utanför sig själv"),
        (svg("<text>Mellerud</text>"), "konturer"),
        (svg('<path d="M0 0H1" stroke="red"/>'), "linjer"),
        (svg('<g opacity="0.5"><path d="M0 0H1"/></g>'), "genomskinlighet"),
        (svg('<path d="M0 0H1" fill="url(#p)"/>'), "former"),
        (svg('<path d="M0 0A1 1 0 0 1 2 2"/>'), "former"),
        (svg('<path d="M0 0 1"/>'), "former"),
        (svg('<path d="M0 0L1e999 1"/>'), "former"),
        (svg('<rect rx="2" width="3" height="4"/>'), "former"),
        (svg('<path transform="skewX(3)" d="M0 0H1"/>'), "former"),
        (svg("<style>path{fill:red}</style>"), "former"),
        (svg(""), "utan något att rita"),
        (svg("<path/>"), "utan något att rita"),
        (svg('<path d="M0 0H1"/>', ""), "storlek"),
        (svg('<path d="M0 0H1"/>', 'viewBox="0 0 1000 2"'), "storlek"),
        (svg('<path d="M0 0H1"/>', 'viewBox="0 0 nan 2"'), "former"),
        (b"<html><svg/></html>", "ingen SVG"),
        (svg("<g>")[:-6], "skadad"),
        (svg("<g>" * 99 + "</g>" * 99), "invecklad"),
        (svg('<path d="M0 0H1"/>' * 3001), "invecklad"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaa">]>' + svg("&a;")[21:], "definitioner"),
        (svg("<!--" + "x" * 2_000_000 + "-->"), "för stor"),
    ],
)
def test_drawings_with_what_has_no_place_in_a_paper_are_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnusablePictureError) as caught:
        read_logotype(content, "Vapen")
    assert reason in caught.value.reason


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([file(), file("RGBA"), file(kind="JPEG"), svg('<g fill="red"><path d="M0 0H1Z"/></g>')])
    )
    first = data.draw(st.integers(0, len(whole)))
    last = data.draw(st.integers(first, min(first + 20, len(whole))))
    damaged = whole[:first] + data.draw(st.binary(max_size=8)) + whole[last:]
    with suppress(UnusablePictureError):
        assert read_logotype(damaged, "Vapen").width > 0
