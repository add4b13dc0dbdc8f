from pathlib import Path
from typing import Any

import pytest

from itadmin.documents.catalogue import TYPES
from itadmin.domain.registers import REGISTERS


def draft(path: Path, out: Path, *more: str) -> list[object]:
    return ["document", "operations_agreement", path, "--record", "Driftavtal Lifecare", "--out", out, "--draft", *more]


def test_the_types_are_listed(done: Any) -> None:
    found = {row["type"]: row for row in done("document", "--list", "--format", "json").json}
    assert found.keys() == TYPES.keys()
    assert found["operations_agreement"] == {
        "type": "operations_agreement", "name": "Driftavtal", "register": "agreements",
        "where": ["kind=driftavtal", "kind=driftoverenskommelse"],
    }  # fmt: skip
    text = done("document", "--list").out
    assert "slag är Driftavtal eller Driftöverenskommelse\n" in text


@pytest.mark.parametrize("name", TYPES)
def test_what_a_type_asks_of_records_can_be_asked_of_the_list(name: str, done: Any, filled: Path) -> None:
    kind = TYPES[name]
    done("add", "agreements", filled, "title=PUB-avtal Lifecare", "kind=pub_avtal")
    assert kind.register is None or kind.register in REGISTERS
    if kind.register:
        flags = [word for condition in kind.where for word in ("--where", condition)]
        assert len(done("list", kind.register, filled, *flags, "--format", "json").json) > 0


def test_a_draft_is_made_with_its_gaps(cli: Any, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    out = tmp_path / "papper" / "utkast.pdf"
    answer = cli(*draft(filled, out))
    assert (answer.status, answer.out) == (0, f"Dokumentet är sparat i {out}.\n")
    assert "saknas och är märkta i utkastet." in answer.error
    assert out.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in out.parent.iterdir()] == ["utkast.pdf"]
    assert filled.read_bytes() == before


def test_file_record_and_day_give_the_same_bytes(cli: Any, filled: Path, tmp_path: Path) -> None:
    first, second, other = (tmp_path / f"{name}.pdf" for name in "abc")
    cli(*draft(filled, first, "--on", "2026-02-01"))
    cli(*draft(filled, second, "--on", "2026-02-01"))
    cli(*draft(filled, other, "--on", "2027-02-01"))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() != other.read_bytes()


def test_for_signature_something_missing_stops_it_with_a_list(cli: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "avtal.pdf"
    words = [word for word in draft(filled, out) if word != "--draft"]
    answer = cli(*words)
    assert (answer.status, answer.raw) == (3, b"")
    first, *gaps = answer.error.splitlines()
    assert first.startswith("Driftavtal görs inte för underskrift medan ")
    assert len(gaps) == int(first.split("medan ")[1].split("\u00a0")[0])
    assert all(gap.endswith(")") for gap in gaps)
    assert not out.exists()


def test_what_is_not_known_is_told_when_the_paper_may_be_made_without_it(
    cli: Any, done: Any, filled: Path, tmp_path: Path
) -> None:
    done("add", "systems", filled, "name=Ekot", "lifecycle=i_drift", "personal_data=ja")
    out = tmp_path / "register.pdf"
    answer = cli("document", "processing_register", filled, "--out", out)
    assert (answer.status, out.exists()) == (0, True)
    assert answer.error == "9\u00a0uppgifter saknas, och det står så i dokumentet.\n"


def test_a_file_of_that_name_is_replaced(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "kort.pdf"
    out.write_text("gammalt", encoding="utf-8")
    done("document", "system_card", filled, "--record", "Lifecare", "--out", out)
    assert out.read_bytes().startswith(b"%PDF-")


def test_options_may_come_first(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "kort.pdf"
    done("document", "--out", out, "system_card", "--record", "Lifecare", filled)
    assert out.exists()


def test_a_paper_about_what_was_stored_then(cli: Any, filled: Path, tmp_path: Path) -> None:
    words = ["document", "system_card", filled, "--record", "Lifecare", "--out", tmp_path / "x.pdf", "--draft"]
    assert cli(*words, "--as-of", "2020-01-01").status == 3
    assert cli(*words, "--as-of", "2999-01-01").status == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Ange också TYP."),
        (["operations_agreement"], "Ange också FIL."),
        (["operations_agreement", "FILE"], "Ange också --out PDF."),
        (["operations_agreement", "FILE", "--out", "OUT"], "Ange också --record ID: posten i agreements"),
        (["brev", "FILE", "--out", "OUT"], "Dokumentet brev finns inte. De som finns är: operations_agreement,"),
    ],
)
def test_what_is_left_out_is_asked_for(
    arguments: list[str], sentence: str, cli: Any, filled: Path, tmp_path: Path
) -> None:
    places = {"FILE": filled, "OUT": tmp_path / "x.pdf"}
    answer = cli("document", *(places.get(word, word) for word in arguments))
    assert (answer.status, answer.raw) == (2, b"")
    assert answer.error.startswith(sentence)


def test_a_record_of_another_kind_is_refused(done: Any, cli: Any, filled: Path, tmp_path: Path) -> None:
    done("add", "agreements", filled, "title=Support", "kind=supportavtal")
    words = ["operations_agreement", filled, "--record", "Support", "--out", tmp_path / "x.pdf", "--draft"]
    answer = cli("document", *words)
    assert answer.status == 3
    assert answer.error == (
        "Driftavtal görs inte av Support, bara där slag är Driftavtal eller Driftöverenskommelse.\n"
    )
    assert not (tmp_path / "x.pdf").exists()


def test_nothing_is_written_where_it_would_do_harm(cli: Any, done: Any, filled: Path, tmp_path: Path) -> None:
    done("new", tmp_path / "annan.itadmin", "--organisation", "1438")
    link = tmp_path / "lank.pdf"
    link.symlink_to(filled)
    before = filled.read_bytes()
    for out, sentence in (
        (filled, "är registerfilen"),
        (link, "är registerfilen"),
        (tmp_path / "annan.itadmin", "är en registerfil"),
        (tmp_path, "är en mapp"),
        (filled / "x.pdf", "kunde inte skrivas"),
    ):
        answer = cli("document", "system_card", filled, "--record", "Lifecare", "--out", out)
        assert (answer.status, answer.raw) == (3, b"")
        assert sentence in answer.error
        assert answer.error.count("\n") == 1
    assert filled.read_bytes() == before
