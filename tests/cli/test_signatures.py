"""`signatures`: what scripts and readers are told of a signed PDF. How it is found out is tested with the service."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from itadmin.cli import signatures as command
from itadmin.services.signatures import SignatureSeen

SEEN = SignatureSeen(
    "underskrift",
    "hel",
    name="Åsa Öberg",
    organisation="Melleruds kommun",
    issuer="Kommunernas CA",
    claimed_at=datetime(2026, 11, 22, 13, 5, tzinfo=UTC),
    reason="Avtal ingås",
)
CHANGED = SignatureSeen("underskrift", "andrad", "andringar", name="Örjan Ek")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "avtal.pdf"
    file.write_bytes(b"%PDF-1.7")
    return file


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[SignatureSeen]:
    """The signatures that are found in any file."""
    seen: list[SignatureSeen] = []
    monkeypatch.setattr(command, "signatures_of", lambda _content: tuple(seen))
    return seen


def test_a_reader_is_told_who_and_what_it_is_worth(done: Any, pdf: Path, found: list[SignatureSeen]) -> None:
    found.append(SEEN)
    first, *told = done("signatures", pdf).out.splitlines()
    assert first.startswith("Åsa Öberg, Melleruds kommun · 2026-11-22 ")
    assert first.endswith(" · Hel")
    assert told[0] == "  Det som skrevs under är oförändrat."
    assert told[-1].endswith("kan inte kontrolleras utan nät.")


def test_a_changed_file_is_told_by_the_status(cli: Any, pdf: Path, found: list[SignatureSeen]) -> None:
    found += [CHANGED, SEEN]
    answer = cli("signatures", pdf)
    assert answer.status == 1
    assert "Ändrad efteråt" in answer.out


def test_scripts_get_exactly_what_they_are_promised(done: Any, pdf: Path, found: list[SignatureSeen]) -> None:
    found.append(SEEN)
    assert done("signatures", pdf, "--format", "json").json == [
        {
            "kind": "underskrift",
            "name": "Åsa Öberg",
            "organisation": "Melleruds kommun",
            "issuer": "Kommunernas CA",
            "signed_at": "2026-11-22T13:05:00+00:00",
            "stamped_at": None,
            "valid_from": None,
            "valid_to": None,
            "reason": "Avtal ingås",
            "place": None,
            "state": "hel",
            "later": "inget",
            "told": [
                "Det som skrevs under är oförändrat.",
                "Den omfattar hela filen.",
                "Certifikatet är utfärdat av Kommunernas CA.",
            ],
        }
    ]


def test_a_file_that_nobody_has_signed(done: Any, pdf: Path) -> None:
    assert done("signatures", pdf).out == "Filen har inga elektroniska underskrifter.\n"
    assert done("signatures", pdf, "--format", "json").json == []


@pytest.mark.parametrize("content", [None, b"PK\x03\x04", b""])
def test_what_cannot_be_read_is_told_in_one_sentence(cli: Any, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "avtal.pdf"
    if content is not None:
        file.write_bytes(content)
    answer = cli("signatures", file)
    assert (answer.status, answer.out) == (3, "")
    assert len(answer.error.splitlines()) == 1
