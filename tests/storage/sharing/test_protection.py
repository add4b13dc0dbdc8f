"""Share files with a password."""

import pytest
from pyrage import passphrase

from itadmin.storage.sharing import protection
from itadmin.storage.sharing.protection import WrongPasswordError, is_protected, protect, unprotect
from itadmin.storage.sharing.refused import RefusedError

PHRASE = "sol ek bäck tåg moln sten"
CONTENT = b"PK\x03\x04 hemligt"


def test_a_protected_file_opens_with_its_password_and_no_other() -> None:
    protected = protect(CONTENT, PHRASE)
    assert is_protected(protected)
    assert not is_protected(CONTENT)
    assert not is_protected(b"age-encryption.org/v1\n-> X25519 jqn00gyh0KPYbS0RPTbg5qBSvgpFSkzvGlTHDSM3B3Q\n")
    assert b"hemligt" not in protected
    assert passphrase.decrypt(protected, PHRASE) == CONTENT
    assert unprotect(protected, f"  {PHRASE.replace(' ', '  ')}\n") == CONTENT
    with pytest.raises(WrongPasswordError):
        unprotect(protected, "sol ek bäck tåg moln skog")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        CONTENT,
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v1\n-> X25519 jqn00gyh0KPYbS0RPTbg5qBSvgpFSkzvGlTHDSM3B3Q\n",
        b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw 21\nkC4zjzi7LRutdBfOlGHCgox8SXgfYxRYhWM1qPs0ca8\n",
        b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw 99\nkC4zjzi7LRutdBfOlGHCgox8SXgfYxRYhWM1qPs0ca8\n",
        b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw 018\nkC4zjzi7LRutdBfOlGHCgox8SXgfYxRYhWM1qPs0ca8\n",
        b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw 118\nkC4zjzi7LRutdBfOlGHCgox8SXgfYxRYhWM1qPs0ca8\n",
    ],
)
def test_what_is_not_protected_or_costs_too_much_is_not_tried(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection.passphrase, "decrypt", lambda *_: pytest.fail("it was tried"))
    with pytest.raises(RefusedError):
        unprotect(content, PHRASE)


@pytest.mark.parametrize(("measured", "left"), [((18, 21), 1), ((21, 22, 20, 18), 1), ((21,) * 6, 1)])
def test_more_work_than_is_ever_tried_is_measured_again(
    measured: tuple[int, ...], left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = iter(measured)
    monkeypatch.setattr(
        protection.passphrase,
        "encrypt",
        lambda *_: b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw %d\n" % next(works),
    )
    protect(CONTENT, PHRASE)
    assert len(list(works)) == left


def test_a_file_that_is_too_large_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "LARGEST", -64 * 1024)
    with pytest.raises(RefusedError, match="64 MiB"):
        unprotect(b"age-encryption.org/v1\n", PHRASE)


def test_a_damaged_file_is_told_of_as_a_wrong_password() -> None:
    cheap = b"age-encryption.org/v1\n-> scrypt GixTkc7+InSPLzPNGU6cFw 1\nkC4zjzi7LRutdBfOlGHCgox8SXgfYxRYhWM1qPs0ca8\n"
    with pytest.raises(WrongPasswordError):
        unprotect(cheap, PHRASE)
