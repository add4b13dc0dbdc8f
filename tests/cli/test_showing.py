from pathlib import Path
from typing import Any

import pytest

from itadmin.cli.output import Output


@pytest.fixture
def on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output as a terminal."""
    monkeypatch.setattr(Output, "for_reader", True)


def test_one_record_is_one_object(done: Any, filled: Path) -> None:
    (row,) = done("list", "systems", filled, "--where", "name=Lifecare", "--format", "json").json
    assert done("show", "systems", filled, row["id"]).json == row
    assert done("show", "systems", filled, "lifecare", "--format", "json").json == row


@pytest.mark.usefixtures("on_screen")
def test_on_a_screen_it_is_text(done: Any, filled: Path) -> None:
    done("set", "systems", filled, "Lifecare", "purpose=Omsorg\nom äldre")
    lines = done("show", "systems", filled, "Lifecare").out.splitlines()
    assert lines[0] == "Lifecare"
    assert "  Läge                          I drift" in lines
    assert "  Kostnad                       412\u00a0000\u00a0kr per år" in lines
    place = lines.index("  Syfte                         Omsorg")
    assert lines[place + 1] == " " * 32 + "om äldre"
    assert not any("Anteckning" in line for line in lines)
    agreement = done("show", "agreements", filled, "Driftavtal Lifecare").out
    assert "Systemägaren · Socialchef" in agreement


def test_text_and_json_can_be_asked_for(done: Any, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert done("show", "systems", filled, "Ale", "--format", "text").out.startswith("Ale\n")
    monkeypatch.setattr(Output, "for_reader", True)
    assert done("show", "systems", filled, "Ale", "--format", "json").json["name"] == "Ale"


def test_history_tells_every_change_newest_first(done: Any, filled: Path) -> None:
    done("set", "systems", filled, "Ale", "supplier=Ömse Data AB", "lifecycle=i_drift")
    newest, first = done("show", "systems", filled, "Ale", "--history").json
    supplier = done("list", "systems", filled, "--where", "name=Ale", "--format", "json").json[0]["supplier_id"]
    assert newest["title"] == "Ändrade Ale"
    assert newest["before"] == {
        "lifecycle": "avvecklad", "lifecycle_label": "Avvecklad", "supplier_id": None, "supplier": None,
    }  # fmt: skip
    assert newest["after"] == {
        "lifecycle": "i_drift", "lifecycle_label": "I drift", "supplier_id": supplier, "supplier": "Ömse Data AB",
    }  # fmt: skip
    assert (first["title"], first["before"], first["after"]["name"]) == ("La till Ale", None, "Ale")
    assert first["at"].endswith("+00:00")
    assert {"at", "who", "kind", "title", "before", "after"} == set(first)


def test_history_as_text(done: Any, filled: Path) -> None:
    answer = done("show", "agreements", filled, "Driftavtal Lifecare", "--history", "--format", "text").out
    assert "  System: – → Lifecare\n" in answer


def test_history_in_words(done: Any, filled: Path) -> None:
    done("set", "systems", filled, "Ale", "supplier=Ömse Data AB", "lifecycle=i_drift", "note=")
    text = done("show", "systems", filled, "Ale", "--history", "--format", "text").out
    assert "Ändrade Ale\n" in text
    assert "  Läge: Avvecklad → I drift\n" in text
    assert "  Leverantör: – → Ömse Data AB\n" in text


def test_history_in_words_tells_who_held_the_roles_too(done: Any, filled: Path) -> None:
    done("set", "systems", filled, "Ale", "system_owner=Åsa Öberg")
    text = done("show", "systems", filled, "Ale", "--history", "--format", "text").out
    assert "  Systemägare: – → Åsa Öberg" in text


def test_a_record_in_the_bin_is_shown_and_said_to_be_there(cli: Any, done: Any, filled: Path) -> None:
    (row,) = done("list", "systems", filled, "--where", "name=Ale", "--format", "json").json
    done("delete", "systems", filled, "Ale")
    answer = cli("show", "systems", filled, row["id"])
    assert (answer.status, answer.json["name"]) == (0, "Ale")
    assert answer.error == "Ale ligger i papperskorgen.\n"
    assert cli("show", "systems", filled, "Ale").status == 3


@pytest.mark.parametrize(
    "wanted", ["Finns inte", "00000000-0000-0000-0000-000000000000", "01a201c2-0345-7bfd-8dd8-0ce4bbbdccec"]
)
def test_a_record_that_is_not_there_is_told(wanted: str, cli: Any, filled: Path) -> None:
    answer = cli("show", "systems", filled, wanted)
    assert (answer.status, answer.raw) == (3, b"")
    assert wanted in answer.error
    assert answer.error.count("\n") == 1


def test_a_name_that_several_bear_is_told(cli: Any, done: Any, filled: Path) -> None:
    done("add", "systems", filled, "name=Ale")
    answer = cli("show", "systems", filled, "Ale")
    assert answer.status == 3
    assert "Ange id" in answer.error
