"""Only addresses that show something are opened; whatever would run something, or pretends, is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.addresses import Target, target_of


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://exempel.se/a?b=c", Target("webb", "https://exempel.se/a?b=c", "exempel.se")),
        ("HTTP://exempel.se", Target("webb", "HTTP://exempel.se", "exempel.se")),
        ("www.exempel.se", Target("webb", "https://www.exempel.se", "www.exempel.se")),
        ("intranat.kommun.se:8080/sida", Target("webb", "https://intranat.kommun.se:8080/sida", "intranat.kommun.se")),
        ("https://bank.se@luring.example/x", Target("webb", "https://bank.se@luring.example/x", "luring.example")),
        ("anna.ek@exempel.se", Target("epost", "mailto:anna.ek@exempel.se", "anna.ek@exempel.se")),
        ("mailto:anna.ek@exempel.se", Target("epost", "mailto:anna.ek@exempel.se", "anna.ek@exempel.se")),
        (r"G:\IT\Drift", Target("mapp", r"G:\IT\Drift", r"G:\IT\Drift")),
        (r"\\server\it\drift.pdf", Target("fil", r"\\server\it\drift.pdf", "//server/it")),
        ("/home/it/avtal.docx", Target("fil", "/home/it/avtal.docx", "/home/it")),
    ],
)
def test_what_can_be_opened(text: str, target: Target) -> None:
    assert target_of(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ms-msdt:/id",
        "ftp://exempel.se",
        "mailto:a@b.se?attach=/etc/passwd",
        r"C:\Windows\system32\cmd.exe",
        r"\\server\it\start.lnk",
        "https://",
        "https://a b",
        "https://exempel.se\\@luring",
        "http://[::1",
        "Handboken i hyllan",
        "",
    ],
)
def test_what_cannot(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        target_of(text)


@given(st.text())
def test_any_text_is_a_target_or_a_sentence(text: str) -> None:
    try:
        target = target_of(text)
    except ValueError as error:
        said = str(error)
    else:
        said = f"{target.address}."
    assert said.endswith(".")
    assert not any(sign in said for sign in "\n\r\x00")
