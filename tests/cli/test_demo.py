from pathlib import Path
from typing import Any

import pytest

from itadmin.__main__ import main


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample region."""
    folder = tmp_path_factory.mktemp("demo") / "ny"
    assert main(["demo", str(folder)]) == 0
    return folder


def test_five_registers_and_some_papers_are_made(demo: Path) -> None:
    assert sorted(path.name for path in demo.iterdir()) == [
        "1438.itadmin", "1439.itadmin", "1460.itadmin", "1461.itadmin", "1492.itadmin", "dokument",
    ]  # fmt: skip
    papers = sorted((demo / "dokument").iterdir())
    assert {path.name[:4] for path in papers} == {"1438", "1439", "1460", "1461", "1492"}
    assert all(path.suffix == ".pdf" and path.read_bytes().startswith(b"%PDF-") for path in papers)


def test_it_is_not_made_twice_in_one_place(demo: Path, cli: Any) -> None:
    before = {path: path.stat().st_mtime_ns for path in demo.rglob("*")}
    answer = cli("demo", demo)
    assert (answer.status, answer.raw) == (3, b"")
    assert "finns redan" in answer.error
    assert {path: path.stat().st_mtime_ns for path in demo.rglob("*")} == before


def test_it_tells_what_it_made(cli: Any, tmp_path: Path) -> None:
    answer = cli("demo", tmp_path / "demo")
    assert (answer.status, answer.error) == (0, "")
    head, *files = answer.out.splitlines()
    assert "påhittat" in head
    assert {Path(line.strip()) for line in files} == {path for path in (tmp_path / "demo").rglob("*") if path.is_file()}


def test_what_is_made_is_the_same_each_time(demo: Path, done: Any, tmp_path: Path) -> None:
    done("demo", tmp_path / "demo")
    for name in ("1460.itadmin", "1492.itadmin"):
        assert done("digest", demo / name).out == done("digest", tmp_path / "demo" / name).out


def test_every_kind_of_paper_has_a_record_to_be_made_of(demo: Path, done: Any, cli: Any, tmp_path: Path) -> None:
    for kind in done("document", "--list", "--format", "json").json:
        flags = [word for condition in kind["where"] for word in ("--where", condition)]
        record = done("list", kind["register"], demo / "1460.itadmin", *flags, "--format", "json").json[0]["id"]
        out = tmp_path / f"{kind['type']}.pdf"
        assert (
            cli("document", kind["type"], demo / "1460.itadmin", "--record", record, "--out", out, "--draft").status
            == 0
        )
        assert out.read_bytes().startswith(b"%PDF-")
