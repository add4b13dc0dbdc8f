import io
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from itadmin.__main__ import main
from itadmin.documents.catalogue import TYPES, DocumentType, prepare
from itadmin.documents.suitable import suitable
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading

CODES = ["1438", "1439", "1460", "1461", "1492"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The sample region, and what was said when it was made."""
    folder, said = tmp_path_factory.mktemp("demo") / "ny", io.StringIO()
    with redirect_stdout(said):
        assert main(["demo", str(folder)]) == 0
    return folder, said.getvalue()


def test_five_registers_and_some_papers_are_made(demo: tuple[Path, str]) -> None:
    folder, _said = demo
    files = [f"{code}.{ending}" for code in CODES for ending in ("bilagor", "itadmin")]
    assert sorted(path.name for path in folder.iterdir()) == [*files, "delat", "dokument"]
    papers = sorted((folder / "dokument").iterdir())
    assert {path.name[:4] for path in papers} == set(CODES)
    assert all(path.suffix == ".pdf" and path.read_bytes().startswith(b"%PDF-") for path in papers)


def test_each_kommun_has_heard_from_all_others(demo: tuple[Path, str], done: Any) -> None:
    folder, _said = demo
    assert sorted(path.name for path in (folder / "delat").iterdir()) == [f"{code}.itdelning" for code in CODES]
    for code in CODES[1:]:
        told = done("digest", folder / f"{code}.itadmin", "--profile", "grannar").out
        assert done("digest", folder / "1438.itadmin", "--owner", code).out == told


def test_the_first_kommun_shows_a_paper_of_every_kind(demo: tuple[Path, str]) -> None:
    names = [path.name for path in (demo[0] / "dokument").glob("1438-*")]
    for word in (
        "IT-policy",
        "IT-instruktion",
        "Riktlinje",
        "Uppsagning",
        "Uppdragsbrev",
        "Behorighetsbeslut",
        "Arshjul",
    ):
        assert any(name.startswith(f"1438-{word}") for name in names), word
    assert len(names) >= len(TYPES)


def test_it_tells_what_it_made(demo: tuple[Path, str]) -> None:
    folder, said = demo
    head, *files = said.splitlines()
    assert "påhittat" in head
    assert {Path(line.strip()) for line in files} == {path for path in folder.rglob("*") if path.is_file()}


def test_it_is_not_made_twice_in_one_place(demo: tuple[Path, str], cli: Any) -> None:
    folder, _said = demo
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    answer = cli("demo", folder)
    assert (answer.status, answer.raw) == (3, b"")
    assert "finns redan" in answer.error
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_every_kind_of_paper_has_a_record_to_be_made_of(
    demo: tuple[Path, str], done: Any, cli: Any, tmp_path: Path
) -> None:
    register = demo[0] / "1460.itadmin"
    for kind in done("document", "--list", "--format", "json").json:
        flags = [word for condition in kind["where"] for word in ("--where", condition)]
        about = []
        if kind["register"]:
            about = ["--record", done("list", kind["register"], register, *flags, "--format", "json").json[0]["id"]]
        out = tmp_path / f"{kind['type']}.pdf"
        assert cli("document", kind["type"], register, *about, "--out", out, "--draft").status == 0
        assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", [kind for kind in TYPES.values() if kind.register], ids=lambda kind: kind.type)
def test_every_kind_of_paper_can_be_finished_of_some_record(demo: tuple[Path, str], kind: DocumentType) -> None:
    reading = open_reading(demo[0] / "1460.itadmin", SAMPLE_DAY)
    keys = reading.keys(str(kind.register), suitable(kind))
    assert any(not prepare(kind.type, reading, key, draft=False).missing for key in keys)
    reading.close()


def test_agreements_in_force_can_be_printed_for_signature(demo: tuple[Path, str], done: Any, tmp_path: Path) -> None:
    register = demo[0] / "1461.itadmin"
    where = ["--where", "kind=driftavtal", "--where", "status=gallande"]
    record = done("list", "agreements", register, *where, "--format", "json").json[0]["id"]
    final, draft = tmp_path / "avtal.pdf", tmp_path / "utkast.pdf"
    done("document", "operations_agreement", register, "--record", record, "--out", final)
    done("document", "operations_agreement", register, "--record", record, "--out", draft, "--draft")
    assert final.read_bytes() != draft.read_bytes()
