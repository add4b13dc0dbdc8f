"""A ZIP in which every byte is accounted for."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.storage.sharing import container
from itadmin.storage.sharing.container import Members, pack, unpack
from itadmin.storage.sharing.refused import RefusedError

MEMBERS = Members(b'{"format":1}\n', b"SQLite format 3\x00" * 4, b"{}\n")


@given(st.binary(max_size=200), st.binary(max_size=200), st.binary(max_size=200))
def test_what_is_packed_comes_out_again(one: bytes, two: bytes, three: bytes) -> None:
    members = Members(one, two, three)
    assert unpack(pack(members)) == members


def test_ordinary_programs_can_open_it() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(MEMBERS))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["manifest.json", "register.sqlite", "signature.json"]
        assert {item.compress_type for item in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("register.sqlite") == MEMBERS.register


def test_each_bit_that_is_not_of_a_member_is_guarded() -> None:
    content = pack(MEMBERS)
    for place in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(RefusedError):
            unpack(bytes(flipped))


@pytest.mark.parametrize("cut", [0, 1, 30, 43, 60, 200, -1])
def test_what_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(RefusedError):
        unpack(pack(MEMBERS)[:cut])


@pytest.mark.parametrize("more", [b"\x00", b"PK", pack(MEMBERS)])
def test_nothing_may_lie_before_or_after(more: bytes) -> None:
    for content in (more + pack(MEMBERS), pack(MEMBERS) + more):
        with pytest.raises(RefusedError):
            unpack(content)


def test_a_zip_of_another_kind_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in zip(("manifest.json", "register.sqlite", "signature.json"), MEMBERS, strict=True):
            archive.writestr(name, content * 100)
    with pytest.raises(RefusedError):
        unpack(written.getvalue())


def test_there_is_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    content = pack(MEMBERS)
    monkeypatch.setattr(container, "LARGEST", len(content))
    assert unpack(content) == MEMBERS
    monkeypatch.setattr(container, "LARGEST", len(content) - 1)
    with pytest.raises(RefusedError):
        unpack(content)
    with pytest.raises(ValueError, match="64 MiB"):
        pack(MEMBERS)
