"""The command line understands and says a kommun's own words, and still understands the program's."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]


@pytest.fixture
def worded(done: Cli, register: Path) -> Path:
    """A register with an own category, one relabelled, and a system of each."""
    words = (("1460.e_arkiv", "E-arkiv"), ("e_tjanst", "Webbtjänst"))
    for code, name in words:
        done("add", "value_words", register, f"name={name}", "value_list=systemkategori", f"code={code}")
    done("add", "systems", register, "name=Arkivet", "category=e-arkiv")
    done("add", "systems", register, "name=Bokningen", "category=webbtjänst")
    return register


@pytest.mark.parametrize(
    ("said", "found"),
    [("E-arkiv", "Arkivet"), ("1460.e_arkiv", "Arkivet"), ("Webbtjänst", "Bokningen"), ("E-tjänst", "Bokningen")],
)
def test_records_are_picked_by_word_and_code(done: Cli, worded: Path, said: str, found: str) -> None:
    records = done("list", "systems", worded, "--where", f"category={said}", "--format", "json").json
    assert [record["name"] for record in records] == [found]


def test_records_are_told_with_code_and_word(done: Cli, worded: Path) -> None:
    records = done("list", "systems", worded, "--format", "json").json
    assert [(record["category"], record["category_label"]) for record in records] == [
        ("1460.e_arkiv", "E-arkiv"),
        ("e_tjanst", "Webbtjänst"),
    ]
    assert "Webbtjänst" in done("show", "systems", worded, "Bokningen", "--format", "text").out


def test_a_word_that_is_none_is_refused_with_those_there_are(cli: Cli, worded: Path) -> None:
    answer = cli("set", "systems", worded, "Arkivet", "category=Arkivv")
    assert answer.status != 0
    assert "E-arkiv" in answer.error
    assert "Webbtjänst" in answer.error
