from collections.abc import Callable
from io import BytesIO
from zlib import compress

import pypdf
import pytest

from itadmin.documents.content import Cover, Logotype, Paper, Paragraph, Pixels, Profile, Shape
from itadmin.documents.pdf.logotype import logotype_width, path_operators
from itadmin.documents.pdf.render import render


@pytest.mark.parametrize(
    ("path", "operators"),
    [
        ("", ""),
        ("M 0 0 L 10 5 Z", "0.000 0.000 m 10.000 5.000 l h"),
        ("M1,2H5V-3", "1.000 2.000 m 5.000 2.000 l 5.000 -3.000 l"),
        ("M 0 0 L 1 1 2 2", "0.000 0.000 m 1.000 1.000 l 2.000 2.000 l"),
        ("M0 0C1 2 3 4 5 6V9", "0.000 0.000 m 1.000 2.000 3.000 4.000 5.000 6.000 c 5.000 9.000 l"),
        ("M-.5 1.25Z", "-0.500 1.250 m h"),
    ],
)
def test_outlines_are_drawn(path: str, operators: str) -> None:
    assert path_operators(path) == operators


@pytest.mark.parametrize("path", ["M 0", "A 1 1 0 0 0 1 1", "m 0 0", "Z 5", "1 2", "M 0 0 Q 1 1 2 2"])
def test_an_outline_that_cannot_be_read_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="outline"):
        path_operators(path)


def test_a_logotype_keeps_its_proportions() -> None:
    assert logotype_width(Logotype("Vapen", 100, 120, ()), 14) == pytest.approx(11.667, abs=0.001)


def test_a_bad_logotype_is_found_when_the_paper_is_made(example: Callable[..., Paper]) -> None:
    profile = Profile("K", logotype=Logotype("Vapen", 1, 1, (Shape("Q 1 1", "#000000"),)))
    with pytest.raises(ValueError, match="outline"):
        render(example(profile=profile))


PICTURE = Logotype("Kommunens vapen", 2, 1, pixels=Pixels(2, 1, compress(bytes((255, 0, 0, 0, 0, 255)))))
PROFILE = Profile(
    "Åmåls kommun", "IT-enheten", logotype=PICTURE, address="Kungsgatan 1\n662 31 Åmål", footer="Org.nr 000000-0000"
)


def drawn_pictures(data: bytes) -> list[int]:
    """How many pictures are drawn on each page."""
    return [page.get_contents().get_data().count(b" Do") for page in pypdf.PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("cover", [None, Cover()], ids=["bare", "cover"])
def test_a_picture_stands_on_the_first_page_and_is_kept_once(
    cover: Cover | None, make_paper: Callable[..., Paper], assert_conforms: Callable[[bytes], None]
) -> None:
    body = tuple(Paragraph("Text. " * 300) for _ in range(4))
    data = render(make_paper(profile=PROFILE, cover=cover, body=body))
    assert_conforms(data)
    first, *others = drawn_pictures(data)
    assert first == 1
    assert set(others) == {0}
    images = pypdf.PdfReader(BytesIO(data)).pages[0].images
    assert [image.image.size for image in images] == [(2, 1)]


def test_the_cover_tells_the_picture_and_the_address(
    make_paper: Callable[..., Paper], read_aloud: Callable[[bytes], list[tuple[str, str]]]
) -> None:
    data = render(make_paper(profile=PROFILE, cover=Cover()))
    assert ("Sect/P", "Kungsgatan 1 662 31 Åmål") in read_aloud(data)
    reader = pypdf.PdfReader(BytesIO(data))
    alternatives = [
        found["/Alt"]
        for number in range(1, reader.trailer["/Size"] - 1)
        if isinstance(found := reader.get_object(number), dict) and "/Alt" in found
    ]
    assert alternatives == ["Kommunens vapen"]


def test_the_line_of_the_foot_stands_on_every_page_but_the_cover(
    make_paper: Callable[..., Paper], page_texts: Callable[[bytes], list[str]]
) -> None:
    texts = page_texts(render(make_paper(profile=PROFILE, cover=Cover(), body=(Paragraph("Text. " * 2000),))))
    assert ["Org.nr" in text for text in texts] == [False] + [True] * (len(texts) - 1)


def test_outlines_may_be_filled_where_they_cross(make_paper: Callable[..., Paper]) -> None:
    shapes = (Shape("M 0 0 L 1 1 Z", "#000000", even_odd=False), Shape("M 0 0 L 1 1 Z", "#000000"))
    data = render(make_paper(profile=Profile("K", logotype=Logotype("Vapen", 1, 1, shapes)), cover=Cover()))
    content = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents().get_data()
    assert content.count(b" h f\n") == content.count(b" h f*\n") == 1
