"""JSON that is written in one way only."""

import json

import pytest

from itadmin.storage.sharing.canonical import canonical, parsed
from itadmin.storage.sharing.refused import RefusedError


def test_keys_stand_in_order_and_letters_as_they_are() -> None:
    assert canonical({"ö": [1, None, True], "a": "å"}) == '{"a":"å","ö":[1,null,true]}\n'.encode()
    assert parsed(canonical({"b": 1, "a": {"c": []}})) == {"b": 1, "a": {"c": []}}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"{}\n\n",
        b'{"a": 1}\n',
        b'{"b":1,"a":1}\n',
        b'{"a":1,"a":1}\n',
        b'{"a":"\\u00e5"}\n',
        b'{"a":"\\ud800"}\n',
        b'{"a":"\xff"}\n',
        b'{"a":NaN}\n',
        b'{"a":1e3}\n',
        b'{"a":' + b"9" * 5000 + b"}\n",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[]\n",
        b"1\n",
    ],
)
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(RefusedError):
        parsed(content)


def test_what_json_cannot_hold_is_not_written() -> None:
    for value in (float("nan"), float("inf"), "\ud800"):
        with pytest.raises(ValueError, match=r".+"):
            canonical({"a": value})
    assert json.loads(canonical({"a": 1})) == {"a": 1}
