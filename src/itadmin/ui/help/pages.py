"""The pages of help as they lie among the program's files: their names, titles and text."""

from __future__ import annotations

from dataclasses import dataclass

from itadmin.assets import asset

PAGES = (
    "kom-igang",
    "system",
    "avtal",
    "driftavtal",
    "personer-och-organisationer",
    "soka",
    "angra-och-historik",
    "filen-och-sakerhetskopior",
    "kommandoraden",
    "kortkommandon",
)
"""Every page, in reading order; the first is where help opens."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name in links, its title, and its text with the title first."""

    name: str
    title: str
    text: str


def read_page(name: str) -> Page:
    """Read a page. Raises FileNotFoundError for a name that is none."""
    text = asset("resources", "help", f"{name}.md").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Page(name, title, text)
