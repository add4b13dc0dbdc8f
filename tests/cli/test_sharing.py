import sqlite3
from pathlib import Path
from typing import Any

import pytest

from itadmin.storage.sharing.envelope import opened
from itadmin.storage.sharing.protection import is_protected, unprotect

PHRASE = "abborre adress affisch agenda akvarium album"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "bengtsfors.itdelning"


def test_share_makes_a_file_and_says_what_goes_out(done: Any, filled: Path, out: Path) -> None:
    first, counts, fingerprint = done("share", filled, "--out", out).out.splitlines()
    assert first == f"Delningsfilen {out} är gjord: nummer 1, Grannar."
    assert counts.startswith("Med följer: system 3, ")
    assert fingerprint.rpartition(": ")[2].replace(" ", "").isdigit()
    assert opened(out.read_bytes()).manifest.sender.code == "1460"


def test_what_is_sent_has_the_digest_that_digest_tells(done: Any, filled: Path, out: Path) -> None:
    done("share", filled, "--out", out, "--profile", "itchefsgruppen")
    told = done("digest", filled, "--owner", "1460", "--profile", "itchefsgruppen").out.strip()
    assert opened(out.read_bytes()).manifest.version.digest == told
    assert done("digest", filled, "--profile", "itchefsgruppen").out != done("digest", filled).out


def test_nothing_new_is_said_and_the_file_made_all_the_same(done: Any, filled: Path, out: Path) -> None:
    done("share", filled, "--out", out)
    out.unlink()
    assert "Inget nytt sedan 20" in done("share", filled, "--out", out).out
    assert opened(out.read_bytes()).manifest.number == 2


@pytest.mark.parametrize("content", [b"", b"Kvartalsrapport", b"PK\x03\x04 ett kalkylblad", b"%PDF-1.7"])
def test_no_other_file_is_written_over(cli: Any, filled: Path, out: Path, content: bytes) -> None:
    out.write_bytes(content)
    before = filled.read_bytes()
    answer = cli("share", filled, "--out", out)
    assert (answer.status, answer.raw) == (3, b"")
    assert answer.error.strip() == (
        f"{out} finns redan och är ingen delningsfil. Den skrivs inte över. Ange ett annat namn."
    )
    assert (out.read_bytes(), filled.read_bytes()) == (content, before)


def test_a_share_file_is_written_over_whether_or_not_it_has_a_password(
    done: Any, filled: Path, out: Path, tmp_path: Path
) -> None:
    password = tmp_path / "lösen.txt"
    password.write_text(PHRASE, encoding="utf-8")
    for number, given in enumerate(([], ["--password-file", password], []), start=1):
        assert f"nummer {number}," in done("share", filled, "--out", out, *given).out


def test_a_narrower_profile_says_what_it_takes_away(cli: Any, done: Any, filled: Path, out: Path) -> None:
    done("share", filled, "--out", out)
    answer = cli("share", filled, "--out", out, "--profile", "grannar_utan_personer")
    assert answer.status == 0
    (remark,) = answer.error.splitlines()
    assert remark.startswith("Profilen släpper ut mindre än förra filen (Grannar). Hos mottagarna försvinner alla ")
    assert "alla personer" in remark
    assert "Dessutom töms fält: avtal – " in remark
    assert "; roller – person" in remark
    assert opened(out.read_bytes()).manifest.profile_name == "Grannar utan personer"


def test_an_own_profile_is_named_by_its_name(done: Any, filled: Path, out: Path) -> None:
    done("add", "share_profiles", filled, "name=Till Säffle", "base=grannar_utan_personer")
    assert "Till Säffle." in done("share", filled, "--out", out, "--profile", "till säffle").out


def test_a_password_is_the_first_line_of_a_file(done: Any, filled: Path, out: Path, tmp_path: Path) -> None:
    password = tmp_path / "lösen.txt"
    password.write_bytes(f"\ufeff{PHRASE.title()}\r\nnågot annat".encode())
    done("share", filled, "--out", out, "--password-file", password)
    assert is_protected(out.read_bytes())
    assert opened(unprotect(out.read_bytes(), PHRASE)).manifest.number == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "är tom"), (b" \nord", "är tom"), (b"\xff\xfe\x00", "är ingen textfil i UTF-8"), (None, "finns inte")],
)
def test_a_password_file_that_says_nothing_is_refused(
    content: bytes | None, sentence: str, cli: Any, filled: Path, out: Path, tmp_path: Path
) -> None:
    password = tmp_path / "lösen.txt"
    if content is not None:
        password.write_bytes(content)
    before = filled.read_bytes()
    answer = cli("share", filled, "--out", out, "--password-file", password)
    assert (answer.status, answer.raw) == (3, b"")
    assert sentence in answer.error
    assert not out.exists()
    assert filled.read_bytes() == before


def test_what_there_is_not_is_told_of_and_changes_nothing(cli: Any, filled: Path, out: Path, tmp_path: Path) -> None:
    for words in (
        ("share", filled, "--out", filled),
        ("share", filled, "--out", tmp_path),
        ("share", tmp_path / "finns-inte", "--out", out),
    ):
        answer = cli(*words)
        assert (answer.status, answer.raw, answer.error.count("\n")) == (3, b"", 1)
    assert not out.exists()


@pytest.mark.parametrize("profile", ["alla", "", " "])
def test_a_profile_that_there_is_not_is_wrong_usage(cli: Any, filled: Path, out: Path, profile: str) -> None:
    for words in (("share", filled, "--out", out), ("digest", filled)):
        answer = cli(*words, "--profile", profile)
        assert (answer.status, answer.raw) == (2, b"")
        assert "grannar_utan_personer" in answer.error
    assert not out.exists()
    assert cli("share", filled).status == 2


def test_the_file_must_be_free(cli: Any, filled: Path, out: Path) -> None:
    holder = sqlite3.connect(filled, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    answer = cli("share", filled, "--out", out)
    holder.close()
    assert (answer.status, answer.raw) == (3, b"")
    assert "redan öppen" in answer.error
