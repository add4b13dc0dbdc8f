"""Papers of many records from the command line."""

from pathlib import Path
from typing import Any

import pypdf
import pytest


def files(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(".pdf").split("_")[1] for path in folder.iterdir())


def test_a_folder_gets_a_file_for_each_record(done: Any, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    answer = done("document", "system_card", filled, "--out-dir", tmp_path / "kort")
    assert answer.out == f"3 dokument är sparade i {tmp_path / 'kort'}.\n"
    assert files(tmp_path / "kort") == ["Ale", "Arendehanteraren", "Lifecare"]
    assert filled.read_bytes() == before


def test_conditions_pick_the_records(done: Any, filled: Path, tmp_path: Path) -> None:
    words = ("--where", "lifecycle=i_drift", "--where", "lifecycle=Planerad")
    done("document", "system_card", filled, *words, "--out-dir", tmp_path / "kort")
    assert files(tmp_path / "kort") == ["Arendehanteraren", "Lifecare"]


def test_all_in_one_file(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "alla.pdf"
    answer = done("document", "system_card", filled, "--where", "lifecycle=i_drift", "--out", out)
    assert answer.out == f"1 dokument är sparat i {out}.\n"
    assert pypdf.PdfReader(out).metadata["/Title"] == "Systemkort, flera"


def test_a_record_the_kind_is_not_for_is_not_asked_for(done: Any, filled: Path, tmp_path: Path) -> None:
    done("add", "agreements", filled, "title=Support", "kind=supportavtal")
    out = tmp_path / "avtal"
    answer = done("document", "operations_agreement", filled, "--out-dir", out, "--draft")
    assert answer.out == f"1 dokument är sparat i {out}.\n"


def test_what_lacks_something_is_told_and_the_status_says_so(cli: Any, filled: Path, tmp_path: Path) -> None:
    answer = cli("document", "operations_agreement", filled, "--out-dir", tmp_path / "avtal")
    assert (answer.status, answer.out) == (1, "")
    assert answer.error.startswith("Driftavtal Lifecare: ")
    assert answer.error.endswith(" till.\n")
    assert not (tmp_path / "avtal").exists()


def test_nothing_to_make_of_is_refused(cli: Any, filled: Path, tmp_path: Path) -> None:
    answer = cli("document", "system_card", filled, "--where", "lifecycle=inforande", "--out-dir", tmp_path / "kort")
    assert answer.status == 3
    assert answer.error == "Det finns inga poster i systems att göra Systemkort av. Ändra --where.\n"


@pytest.mark.parametrize(
    ("kind", "words", "sentence"),
    [
        ("system_register", ["--out-dir", "OUT"], "Systemförteckning handlar om hela filen."),
        ("system_card", ["--where", "name=Ale", "--record", "Ale", "--out", "OUT"], "Ange --record för ett dokument,"),
        ("system_card", ["--where", "name=Ale"], "Ange --out-dir MAPP för en fil var,"),
        ("system_card", ["--out", "OUT", "--out-dir", "OUT"], "Ange --out-dir MAPP för en fil var,"),
        ("system_card", ["--store", "--out-dir", "OUT"], "Handlingar numreras en i taget."),
    ],
)
def test_what_cannot_be_asked_for_together(
    cli: Any, filled: Path, tmp_path: Path, kind: str, words: list[str], sentence: str
) -> None:
    answer = cli("document", kind, filled, *(tmp_path / "ut" if word == "OUT" else word for word in words))
    assert (answer.status, answer.raw) == (2, b"")
    assert answer.error.startswith(sentence)


def test_the_register_itself_is_never_written_over(cli: Any, filled: Path) -> None:
    answer = cli("document", "system_card", filled, "--where", "name=Ale", "--out", filled)
    assert (answer.status, "är registerfilen" in answer.error) == (3, True)
