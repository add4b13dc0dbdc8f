"""Which handling a file is that comes back is told by what it prints, else by its name; otherwise one is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.services.papers import Issued, Match, is_unlike, match, scan_at, scan_of, withdraw
from itadmin.services.workspace import Workspace

Make = Callable[..., Issued]


def told(found: Match) -> tuple[str, int, str]:
    return (found.paper.number if found.paper else "", len(found.choices), found.remark)


@pytest.fixture
def two_out(workspace: Workspace, make_paper: Make) -> Workspace:
    make_paper()
    make_paper("notice_letter")
    return workspace


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("scan0001.pdf", "2026-0002", "2026-0002"),
        ("2026-0001_Driftavtal.pdf", "2026-0002", "2026-0002"),
        ("2026-0001_Driftavtal.pdf", "", "2026-0001"),
        ("Handling 2026-0002 påskriven.tif", "", "2026-0002"),
        ("2026-0001 och 2026-0002.pdf", "", ""),
        ("12026-0001.pdf", "", ""),
        ("scan.pdf", "", ""),
    ],
)
def test_the_number_tells(two_out: Workspace, name: str, number: str, expected: str) -> None:
    assert told(match(two_out.reading(), name, number)) == (expected, 2, "")


@pytest.mark.parametrize(
    ("number", "remark"),
    [
        ("2026-0099", "I filen står Handling 2026-0099, som inte finns i registret."),
        ("2026-0001", "I filen står Handling 2026-0001, som har läget Makulerat."),
    ],
)
def test_a_number_that_is_of_no_use_is_told(two_out: Workspace, make_paper: Make, number: str, remark: str) -> None:
    make_paper("system_register", None)
    first = match(two_out.reading(), "", "2026-0001").paper
    assert first is not None
    withdraw(two_out, first.id)
    found = match(two_out.reading(), "", number)
    assert found.paper is None
    assert found.remark.startswith(remark)


def test_two_handlingar_of_one_number_are_asked_about(two_out: Workspace) -> None:
    two_out.records.add("papers", {"number": "2026-0001", "status": "skickat"})
    found = match(two_out.reading(), "", "2026-0001")
    assert (found.paper, len(found.choices)) == (None, 3)
    assert "som flera handlingar heter" in found.remark


def test_a_paper_of_the_same_number_from_elsewhere_is_unlike() -> None:
    ours = " ".join(f"bestämmelse{number}" for number in range(60))
    other = " ".join(f"överenskommelse{number}" for number in range(60))
    assert is_unlike(other, ours)
    assert not is_unlike(f"Påskrivet {ours}", ours)
    assert not is_unlike("", ours)
    assert not is_unlike(other, "")


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("avtal.pdf", b"%PDF-1.4", "avtal.pdf"),
        ("avtal.PDF", b"%PDF-1.4", "avtal.PDF"),
        ("avtal.exe", b"%PDF-1.4", "avtal.exe.pdf"),
        ("bild.jpeg", b"\xff\xd8\xff\xe0", "bild.jpeg"),
        ("bild", b"\x89PNG\r\n\x1a\n", "bild.png"),
        ("../../fax", b"II*\x00", "fax.tif"),
    ],
)
def test_a_scan_is_named_as_what_it_is(name: str, content: bytes, kept: str) -> None:
    assert scan_of(name, content).name == kept


@given(st.binary(max_size=40))
def test_what_is_no_scan_is_told(content: bytes) -> None:
    with pytest.raises(KnownError, match="PDF, PNG, JPEG eller TIFF"):
        scan_of("fil.pdf", b"-" + content)
    assert scan_of("fil.pdf", b"%PDF-" + content).content == b"%PDF-" + content


def test_a_scan_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "skannat.pdf"
    with huge.open("wb") as stream:
        stream.write(b"%PDF-1.4")
        stream.truncate(30 * 1024 * 1024)
    with pytest.raises(KnownError, match=r"skannat\.pdf är 31,5.MB, men får vara högst 26,2.MB\. Skanna med lägre"):
        scan_at(huge)


@pytest.mark.parametrize("name", ["finns-inte.pdf", "."])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError):
        scan_at(tmp_path / name)
