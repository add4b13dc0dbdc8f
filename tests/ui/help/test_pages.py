"""The pages of help hold together: every file is a page, every link leads to one, every key named exists."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from itadmin.assets import asset
from itadmin.ui.commands import COMMANDS
from itadmin.ui.help.pages import ENDING, PAGES, Page, read_page

_KEYS = {
    "Skift": "Shift",
    "Vänsterpil": "Left",
    "Högerpil": "Right",
    "Vänster": "Left",
    "Höger": "Right",
    "Delete": "Del",
    "−": "-",
}
_ELSEWHERE = {"F1", "Ctrl+P", "Ctrl+S", "Ctrl+Z", "Ctrl+Y", "Ctrl+0", "Ctrl++", "Ctrl+-"}


def test_every_file_is_a_page() -> None:
    files = {path.stem for path in Path(asset("resources", "help")).iterdir() if path.suffix == ENDING}
    assert files == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_its_title_and_has_something_to_say(name: str) -> None:
    page = read_page(name)
    assert page.text.startswith(f"# {page.title}\n")
    assert len(page.text) > 300
    assert page.text.count("\n# ") == 0


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_pages(name: str) -> None:
    links = re.findall(r"\]\(([^)]*)\)", read_page(name).text)
    assert all(link.endswith(ENDING) and link.removesuffix(ENDING) in PAGES for link in links)


@pytest.mark.parametrize("name", PAGES)
def test_shortcuts_are_those_of_the_commands(name: str) -> None:
    known = {part for command in COMMANDS for part in command.shortcut.split("; ")} | _ELSEWHERE
    for keys in re.findall(r"\*\*((?:Ctrl|Alt)\+[^*]+|F\d+)\*\*", read_page(name).text):
        parts = [_KEYS.get(part, part) for part in re.split(r"(?<=.)\+", keys)]
        assert "+".join(parts) in known, keys
        assert not QKeySequence("+".join(parts)).isEmpty()


def test_every_shortcut_of_a_command_is_told() -> None:
    named = re.findall(r"\*\*([^*]+)\*\*", read_page("kortkommandon").text)
    told = {"+".join(_KEYS.get(part, part) for part in re.split(r"(?<=.)\+", keys)) for keys in named}
    assert {command.shortcut.split("; ")[0] for command in COMMANDS if command.shortcut} <= told


@pytest.mark.parametrize(
    ("words", "found"),
    [("åmål", True), ("AMAL", True), ("mellerud åmål", False), ("amal dals", True), ("", True)],
)
def test_a_page_is_found_by_its_words(words: str, found: bool) -> None:
    assert Page("p", "P", "# P\n\nÅmål och Dals-Ed.").holds(words) is found


@pytest.mark.parametrize("name", PAGES)
def test_there_is_no_markup_that_could_fetch_anything(name: str) -> None:
    text = read_page(name).text
    assert "![" not in text
    assert not re.search(r"<[a-zA-Z/]", text)
