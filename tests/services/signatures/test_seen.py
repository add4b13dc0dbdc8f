"""What is told of a signature, in Swedish."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from itadmin.services.signatures.seen import (
    STATES,
    SignatureSeen,
    moment,
    sentences,
    signer,
)

ZONE = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 22, 14, 5, tzinfo=ZONE)
SEEN = SignatureSeen(
    "underskrift",
    "hel",
    name="Åsa Öberg",
    organisation="Melleruds kommun",
    issuer="Kommunernas CA",
    claimed_at=AT,
    valid_from=AT - timedelta(days=10),
    valid_to=AT + timedelta(days=10),
)


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ({}, "Åsa Öberg, Melleruds kommun"),
        ({"organisation": ""}, "Åsa Öberg"),
        ({"organisation": "Åsa Öberg"}, "Åsa Öberg"),
        ({"name": ""}, "Melleruds kommun"),
        ({"name": "", "organisation": ""}, "Okänd undertecknare"),
    ],
)
def test_who_signed_is_told(told: dict[str, Any], who: str) -> None:
    assert signer(replace(SEEN, **told)) == who


def test_when_is_told_by_whose_word_it_is() -> None:
    local = AT.astimezone()
    assert moment(SEEN) == f"{local:%Y-%m-%d %H:%M} enligt undertecknarens dator"
    stamped = replace(SEEN, stamped_at=AT + timedelta(hours=1))
    assert moment(stamped) == f"{local + timedelta(hours=1):%Y-%m-%d %H:%M} enligt en tidsstämplingstjänst"
    assert moment(replace(SEEN, claimed_at=None)) == "tidpunkt saknas"


def test_a_whole_signature_says_so_and_by_whom_it_is_vouched_for() -> None:
    assert sentences(SEEN) == (
        "Det som skrevs under är oförändrat.",
        "Den omfattar hela filen.",
        "Certifikatet är utfärdat av Kommunernas CA.",
    )


@pytest.mark.parametrize(
    ("told", "is_own_word"),
    [
        ({"issuer": "Åsa Öberg"}, True),
        ({"issuer": "Melleruds kommun"}, False),
        ({"issuer": "Melleruds kommun", "name": ""}, True),
        ({"issuer": ""}, False),
        ({"issuer": "", "name": "", "organisation": ""}, False),
    ],
)
def test_one_that_nobody_else_vouches_for_says_so(told: dict[str, Any], is_own_word: bool) -> None:
    seen = replace(SEEN, **told)
    assert seen.is_own_word is is_own_word
    assert ("ingen annan intygar vem det är" in sentences(seen)[-1]) is is_own_word


@pytest.mark.parametrize("state", sorted(STATES.keys() - {"hel"}))
def test_what_is_not_whole_says_only_that_and_what_to_do(state: Any) -> None:
    first, *rest = sentences(replace(SEEN, state=state, later="andringar", issuer=""))
    assert first != "Det som skrevs under är oförändrat."
    assert rest == []


@pytest.mark.parametrize(
    ("told", "in_time"),
    [
        ({}, True),
        ({"valid_to": AT}, True),
        ({"valid_to": AT - timedelta(seconds=1)}, False),
        ({"valid_from": AT + timedelta(seconds=1)}, False),
        ({"valid_from": None}, None),
        ({"claimed_at": None}, None),
        ({"stamped_at": AT + timedelta(days=11)}, False),
    ],
)
def test_a_certificate_is_asked_whether_it_was_valid_then(told: dict[str, Any], in_time: bool | None) -> None:
    seen = replace(SEEN, **told)
    assert seen.in_time is in_time
    assert any("alltså inte när" in sentence for sentence in sentences(seen)) is (in_time is False)
