"""Sentences bend with their numbers."""

import pytest

from itadmin.ui import texts_document as texts
from itadmin.ui.widgets.prose import plain_text


@pytest.mark.parametrize(("count", "begins"), [(1, "1 uppgift saknas."), (2, "2 uppgifter saknas.")])
def test_what_is_missing_is_counted(count: int, begins: str) -> None:
    assert plain_text(texts.lacking(count)).startswith(begins)
    assert begins[:-1] in plain_text(texts.refused(count))
    assert plain_text(texts.untold(count)).startswith(begins)


def test_pages_are_counted_from_one_and_none_are_not_told() -> None:
    assert texts.page_of(0, 13) == "Sida 1 av 13"
    assert texts.page_of(0, 0) == ""


def test_a_zoom_is_a_whole_percentage_that_does_not_break() -> None:
    assert texts.percent(0.667) == "67\u00a0%"
