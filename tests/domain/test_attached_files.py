"""Names of attached files are harmless wherever they are written, and only what is looked at can be opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.attached_files import can_be_opened, clean_file_name, size_text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Driftdokumentation.pdf", "Driftdokumentation.pdf"),
        ("Åtgärder 2026.docx", "Åtgärder 2026.docx"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Windows\system32\cmd.exe", "cmd.exe"),
        ("rapport\u202efdp.exe", "rapportfdp.exe"),
        ("a\x00b\n.txt", "ab .txt"),
        ('vad?"<>|*.txt', "vad.txt"),
        ("CON.txt", "_CON.txt"),
        ("nul", "_nul"),
        ("fil.exe. . ", "fil.exe"),
        (" ..", "fil"),
        ("", "fil"),
    ],
)
def test_a_name_is_only_a_name(name: str, kept: str) -> None:
    assert clean_file_name(name) == kept


@given(st.text(max_size=400))
def test_any_name_can_be_kept_and_stays_as_it_is(name: str) -> None:
    kept = clean_file_name(name)
    assert 0 < len(kept) <= 150
    assert not set(kept) & set('/\\<>:"|?*\x00\n\r')
    assert clean_file_name(kept) == kept


def test_a_long_name_keeps_its_kind() -> None:
    assert clean_file_name("å" * 400 + ".pdf").endswith("å.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF", "b.docx", "bild.jpeg", "lista.xlsx", "brev.msg"])
def test_what_is_looked_at_can_be_opened(name: str) -> None:
    assert can_be_opened(name)


@pytest.mark.parametrize(
    "name",
    [
        "a.exe",
        "a.pdf.exe",
        "a.EXE ",
        "a.docm",
        "a.xlsm",
        "a.lnk",
        "a.js",
        "a.html",
        "a.svg",
        "a",
        "a.zip",
        "a.pdf.",
        ".pdf/x",
    ],
)
def test_whatever_may_run_cannot(name: str) -> None:
    assert can_be_opened(name) is (name == "a.pdf.")


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0\u00a0byte"), (999, "999\u00a0byte"), (12_400, "12\u00a0kB"), (3_449_000, "3,4\u00a0MB")]
)
def test_a_size_is_read(size: int, text: str) -> None:
    assert size_text(size) == text
