"""What differs between two texts is told by words, and both texts can be read out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.text_changes import Piece, paragraphs, text_changes

SAME, ADDED, REMOVED = "same", "added", "removed"
TEXTS = st.lists(
    st.sampled_from(["Alla", "system", "ska", "ha", "en", "ägare.", "\n\n", "\n", " ", "- ett", "| a |"])
).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("Lika", "Lika", [(SAME, "Lika")]),
        ("", "Nytt", [(ADDED, "Nytt")]),
        ("Gammalt", "", [(REMOVED, "Gammalt")]),
        (
            "Varje system ska ha en ägare.",
            "Varje system ska ha en systemägare.",
            [(SAME, "Varje system ska ha en "), (REMOVED, "ägare."), (ADDED, "systemägare.")],
        ),
        (
            "Ett stycke om en sak.\n\nEtt till om en annan.",
            "Ett stycke om en sak.\n\nNytt emellan dem båda.\n\nEtt till om en annan.",
            [
                (SAME, "Ett stycke om en sak.\n\n"),
                (ADDED, "Nytt emellan dem båda.\n\n"),
                (SAME, "Ett till om en annan."),
            ],
        ),
        (
            "Helt olika ord här",
            "Ingenting alls gemensamt",
            [(REMOVED, "Helt olika ord här"), (ADDED, "Ingenting alls gemensamt")],
        ),
    ],
)
def test_what_differs(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in text_changes(before, after)] == pieces


@given(before=TEXTS | st.text(), after=TEXTS | st.text())
def test_both_texts_stand_in_it(before: str, after: str) -> None:
    pieces = text_changes(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind != REMOVED) == after
    assert all(piece.text for piece in pieces)


@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert text_changes(text, text) == ((Piece("same", text),) if text else ())


def test_paragraphs_keep_what_differs_in_each() -> None:
    pieces = text_changes("Ett.\n\nTvå gamla ord.\n\nTre.", "Ett.\n\nTvå nya ord.\n\nTre.\n\nFyra.")
    kinds = [tuple((piece.kind, piece.text) for piece in paragraph) for paragraph in paragraphs(pieces)]
    assert kinds == [
        (("same", "Ett."),),
        (("same", "Två "), ("removed", "gamla "), ("added", "nya "), ("same", "ord.")),
        (("same", "Tre."),),
        (("added", "Fyra."),),
    ]


@given(before=TEXTS, after=TEXTS)
def test_paragraphs_lose_nothing_but_space(before: str, after: str) -> None:
    pieces = text_changes(before, after)
    kept = [piece for paragraph in paragraphs(pieces) for piece in paragraph]
    for kind in (SAME, ADDED, REMOVED):
        texts = ("".join(piece.text for piece in found if piece.kind == kind) for found in (kept, pieces))
        assert len({"".join(text.split()) for text in texts}) == 1
