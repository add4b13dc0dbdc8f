"""What the buttons and keys of the editor do with a text: [ and ] are the selection, | a cursor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.ui.steering.marks import (
    Passage,
    continued,
    headed,
    indented,
    listed,
    strong,
    with_table,
    with_words,
)


def passage(shown: str) -> Passage:
    if "¦" in shown:
        place = shown.index("¦")
        return Passage(shown.replace("¦", ""), place, place)
    start, end = shown.index("["), shown.index("]") - 1
    return Passage(shown.replace("[", "").replace("]", ""), start, end)


def shown(made: Passage | None) -> str | None:
    if made is None:
        return None
    if made.start == made.end:
        return f"{made.text[: made.start]}¦{made.text[made.start :]}"
    return f"{made.text[: made.start]}[{made.text[made.start : made.end]}]{made.text[made.end :]}"


@pytest.mark.parametrize(
    ("work", "before", "after"),
    [
        (lambda p: headed(p, 2), "En ¦rubrik", "## En ¦rubrik"),
        (lambda p: headed(p, 2), "## En ¦rubrik", "En ¦rubrik"),
        (lambda p: headed(p, 3), "## En ¦rubrik", "### En ¦rubrik"),
        (lambda p: headed(p, 2), "- En ¦punkt", "## En ¦punkt"),
        (lambda p: headed(p, 2), "¦", "## ¦"),
        (lambda p: headed(p, 2), "a\n¦b\nc", "a\n## ¦b\nc"),
        (lambda p: listed(p, numbered=False), "[a\nb]", "[- a\n- b]"),
        (lambda p: listed(p, numbered=False), "[- a\n- b]", "[a\nb]"),
        (lambda p: listed(p, numbered=False), "[1. a\n2. b]", "[- a\n- b]"),
        (lambda p: listed(p, numbered=True), "[a\n\nb]", "[1. a\n\n2. b]"),
        (lambda p: listed(p, numbered=True), "[1. a\n2. b]", "[a\nb]"),
        (lambda p: listed(p, numbered=True), "x\na¦", "x\n1. a¦"),
        (strong, "a [b] c", "a **[b]** c"),
        (strong, "a **[b]** c", "a [b] c"),
        (strong, "a ¦", "a **¦**"),
        (strong, "[b]", "**[b]**"),
        (lambda p: with_words(p, "{{x}}"), "a [b] c", "a {{x}}¦ c"),
        (continued, "- a¦", "- a\n- ¦"),
        (continued, "  - a¦b", "  - a\n  - ¦b"),
        (continued, "9. a¦", "9. a\n10. ¦"),
        (continued, "- a\n- ¦", "- a\n¦"),
        (continued, "text¦", None),
        (continued, "¦- a", None),
        (lambda p: indented(p, outwards=False), "- a\n- ¦b", "- a\n  - ¦b"),
        (lambda p: indented(p, outwards=True), "- a\n  - ¦b", "- a\n- ¦b"),
        (lambda p: indented(p, outwards=True), "¦- b", "¦- b"),
        (lambda p: indented(p, outwards=False), "text¦", None),
    ],
)
def test_what_is_done_with_a_text(work: Callable[[Passage], Passage | None], before: str, after: str | None) -> None:
    assert shown(work(passage(before))) == after


@pytest.mark.parametrize(
    ("before", "above", "below"),
    [("¦", "", "\n"), ("Text¦\n\nmer", "Text\n\n", "\n\nmer"), ("Te¦xt\nmer", "Text\n\n", "\n\nmer")],
)
def test_a_table_stands_on_lines_of_its_own(before: str, above: str, below: str) -> None:
    made = with_table(passage(before))
    assert made.text.startswith(f"{above}| Rubrik | Rubrik |\n|---|---|\n")
    assert made.text.endswith(f"| text | text |{below}")
    assert made.text[made.start : made.end] == "Rubrik"


@given(st.text(alphabet="a#-1. *\n|", max_size=30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 7))
def test_the_selection_is_always_within_the_text(text: str, one: int, other: int, which: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    works: list[Callable[[Passage], Passage | None]] = [
        lambda p: headed(p, 2),
        lambda p: listed(p, numbered=False),
        lambda p: listed(p, numbered=True),
        strong,
        with_table,
        continued,
        lambda p: indented(p, outwards=True),
        lambda p: indented(p, outwards=False),
    ]
    made = works[which](Passage(text, start, end))
    assert made is None or 0 <= made.start <= made.end <= len(made.text)
