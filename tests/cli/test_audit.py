"""The pack for an auditor, from the command line."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import page
import pytest


def test_the_pack_is_written_and_the_register_is_not(done: Any, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    out = tmp_path / "revision" / "paket.zip"
    answer = done("audit-pack", filled, "--out", out)
    assert answer.out == f"Revisionspaketet är sparat i {out}.\n"
    assert filled.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == ["paket.zip"]
    with ZipFile(out) as made:
        paper = made.read("systemforteckning.pdf")
        assert len(made.namelist()) == 7
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(paper, profile=profile).failures == []


def test_the_same_day_gives_the_same_bytes(done: Any, filled: Path, tmp_path: Path) -> None:
    first, second, other = (tmp_path / f"{name}.zip" for name in "abc")
    for out, day in ((first, "2026-02-01"), (second, "2026-02-01"), (other, "2031-02-01")):
        done("audit-pack", filled, "--out", out, "--on", day)
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() != other.read_bytes()
    with ZipFile(other) as made:
        assert "andringar-2031.xlsx" in made.namelist()


def test_an_earlier_pack_is_replaced(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "paket.zip"
    out.write_bytes(b"gammalt")
    done("audit-pack", filled, "--out", out)
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["paket", "paket.pdf", "paket.itadmin"])
def test_another_ending_is_wrong_usage(name: str, cli: Any, filled: Path, tmp_path: Path) -> None:
    answer = cli("audit-pack", filled, "--out", tmp_path / name)
    assert (answer.status, answer.raw) == (2, b"")
    assert "Ge filen ändelsen .zip" in answer.error
    assert not (tmp_path / name).exists()


def test_it_never_takes_the_place_of_a_register_or_a_folder(cli: Any, filled: Path, tmp_path: Path) -> None:
    register = filled.rename(tmp_path / "register.zip")
    before = register.read_bytes()
    (tmp_path / "mapp.zip").mkdir()
    for out, reason in ((register, "är en registerfil och skrivs inte över"), (tmp_path / "mapp.zip", "är en mapp")):
        answer = cli("audit-pack", register, "--out", out)
        assert (answer.status, answer.raw) == (3, b"")
        assert reason in answer.error
    assert register.read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_sentence(cli: Any, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")
    answer = cli("audit-pack", filled, "--out", tmp_path / "fil" / "paket.zip")
    assert (answer.status, answer.raw) == (3, b"")
    assert len(answer.error.splitlines()) == 1
    missing = cli("audit-pack", tmp_path / "finns-inte.itadmin", "--out", tmp_path / "paket.zip")
    assert missing.status == 3
    assert not (tmp_path / "paket.zip").exists()
