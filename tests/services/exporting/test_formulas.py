import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.services.exporting.formulas import guarded, unguarded

RISKY = [
    "=1+1",
    "+46 70",
    "-x",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\n=1",
    "\r=1",
    "\0=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "\tx",
    "\rx",
]
HARMLESS = ["", "Lifecare", "-5", "+5", "-5,5", "12.50", "a=b", "1-2", "'", "'hej", "–5"]

_STARTS = st.sampled_from(["'", "''", "=", "-", "@", " ", "\t", "\n", "\0", "＝", "1", "a", ",", "."])


@pytest.mark.parametrize("text", RISKY)
def test_what_may_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_and_plain_numbers_are_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.lists(_STARTS, max_size=5).map("".join) | st.text(max_size=8))
def test_the_guard_comes_off_as_it_went_on(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(_STARTS, max_size=5).map("".join))
def test_guarded_text_begins_with_no_sign_of_a_formula(text: str) -> None:
    kept = guarded(text)
    assert not re.match(r"[\s\0]*[=+@＝＋－＠]", kept) or re.fullmatch(r"\+[0-9]+([.,][0-9]+)?", kept)


def test_payloads_that_others_have_collected() -> None:
    corpora = os.environ.get("ITADMIN_CORPORA")
    if not corpora:
        pytest.skip("ITADMIN_CORPORA is not set")
    file = Path(corpora) / "csv-injection" / "csv-payload.txt"
    payloads = file.read_text(encoding="utf-8", errors="replace").splitlines()
    assert payloads
    for payload in payloads:
        assert not re.match(r"\s*[=+\-@]", guarded(payload))
        assert unguarded(guarded(payload)) == payload
