import hashlib
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
    for title, agreement in (("PUB-avtal Lifecare", "pub_avtal"), ("Samverkansavtal Lifecare", "samverkansavtal")):
        done("add", "agreements", filled, f"title={title}", f"kind={agreement}")
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
    assert first.startswith("Driftavtal görs inte som färdig handling medan ")
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


def card(path: Path, out: Path, *more: object) -> list[object]:
    return ["document", "system_card", path, "--record", "Lifecare", "--out", out, *more]


def test_stored_a_paper_is_numbered_registered_and_kept(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "kort.pdf"
    answer = done(*card(filled, out, "--store"))
    assert answer.out == f"Dokumentet är sparat i {out} och registrerat som handling 2026-0001.\n"
    paper = done("show", "papers", filled, "2026-0001", "--format", "json").json
    assert paper["digest"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (paper["paper_type"], paper["about_register"], paper["status"]) == (
        "system_card",
        "systems",
        "fardig",
    )
    assert [row["purpose"] for row in paper["attachments"]] == ["handling", "uppgifter"]
    assert done("check", filled).status == 0


def test_stored_again_it_is_another_version_with_another_number(done: Any, filled: Path, tmp_path: Path) -> None:
    for _time in range(2):
        done(*card(filled, tmp_path / "kort.pdf", "--store"))
    rows = done("list", "papers", filled, "--format", "json").json
    assert [(row["number"], row["version"], row["status"]) for row in rows] == [
        ("2026-0001", 1, "ersatt"),
        ("2026-0002", 2, "fardig"),
    ]
    done("undo", filled)
    done("undo", filled)
    done(*card(filled, tmp_path / "kort.pdf", "--store"))
    assert [row["number"] for row in done("list", "papers", filled, "--format", "json").json] == ["2026-0003"]


def test_without_store_nothing_is_numbered_and_the_bytes_are_the_same(done: Any, filled: Path, tmp_path: Path) -> None:
    plain, stored, again = (tmp_path / f"{name}.pdf" for name in "abc")
    before = filled.read_bytes()
    done(*card(filled, plain))
    assert filled.read_bytes() == before
    done(*card(filled, stored, "--store"))
    done(*card(filled, again))
    assert plain.read_bytes() == again.read_bytes() != stored.read_bytes()


@pytest.mark.parametrize("other", [["--draft"], ["--as-of", "2026-01-01"]])
def test_only_a_finished_paper_of_today_is_stored(cli: Any, filled: Path, tmp_path: Path, other: list[str]) -> None:
    answer = cli(*card(filled, tmp_path / "x.pdf", "--store", *other))
    assert (answer.status, answer.raw) == (2, b"")
    assert answer.error == (f"Med --store registreras en färdig handling av det som gäller nu. Ta bort {other[0]}.\n")


def test_what_cannot_be_stored_or_written_leaves_all_as_it_was(
    cli: Any, done: Any, filled: Path, tmp_path: Path
) -> None:
    former = tmp_path / "avtal.pdf"
    former.write_bytes(b"det gamla")
    words = [word for word in draft(filled, former) if word != "--draft"]
    answer = cli(*words, "--store")
    assert answer.status == 3
    assert answer.error.startswith("Driftavtal görs inte som färdig handling medan ")
    for out in (filled, tmp_path, filled / "x.pdf"):
        answer = cli(*card(filled, out, "--store"))
        assert (answer.status, answer.raw, answer.error.count("\n")) == (3, b"", 1)
    store = filled.with_suffix(".bilagor")
    store.unlink(missing_ok=True)
    store.write_bytes(b"ingen bilagefil")
    answer = cli(*card(filled, former, "--store"))
    assert (answer.status, answer.error) == (
        3,
        f"Filen {store.name} är ingen bilagefil från itadmin. Flytta den och försök igen.\n",
    )
    assert former.read_bytes() == b"det gamla"
    assert done("list", "papers", filled, "--format", "json").json == []
