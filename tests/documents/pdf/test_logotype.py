from collections.abc import Callable

import pytest

from itadmin.documents.content import Logotype, Paper, Profile, Shape
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
