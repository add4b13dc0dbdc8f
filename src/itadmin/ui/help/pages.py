"""The pages of help as they lie among the program's files: their names, titles and texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadmin.assets import asset
from itadmin.domain.text import fold

PAGES: Mapping[str, str] = {
    "kom-igang": "home",
    "kraver-atgard": "clock",
    "startlistan": "checkmark_circle",
    "system": "apps",
    "bilagor": "document_add",
    "roller": "people_team",
    "avtal": "document_text",
    "avtalsatgarder": "signature",
    "avtalskalendern": "calendar",
    "arshjulet": "calendar",
    "driftavtal": "document_pdf",
    "skapa-handlingar": "document_pdf",
    "fran-utkast-till-paskrivet": "signature",
    "utseende-pa-handlingar": "color",
    "e-underskrift": "signature",
    "styrande-dokument": "book",
    "it-policyn": "document_pdf",
    "mal": "target",
    "utbildningsplaner": "hat_graduation",
    "utbildningstillfallen": "calendar_person",
    "inforande": "rocket",
    "gantt": "rocket",
    "plattformsandringar": "megaphone",
    "kompetens": "brain",
    "gemensamma-kurser": "people_community",
    "kostnader": "calculator",
    "kostnadsfordelning": "calculator",
    "beroenden": "link",
    "dela-och-ta-emot": "share",
    "matcha-system": "link",
    "samverkan": "handshake",
    "samverkansarenden": "handshake",
    "regionoversikt": "people_team",
    "moteslage": "gavel",
    "leverantorsincident": "error_circle",
    "granskning": "clock",
    "behorigheter": "lock_closed",
    "personer-och-organisationer": "people",
    "gallring": "broom",
    "soka": "search",
    "listor": "filter",
    "kvalitet": "warning",
    "vardelistor": "settings",
    "importera": "document_add",
    "exportera": "save",
    "angra-och-historik": "history",
    "filen-och-sakerhetskopior": "database",
    "utseende": "settings",
    "kommandoraden": "server",
    "kortkommandon": "edit",
}
"""Every page with its icon, in reading order; help opens on the first."""
FIRST = next(iter(PAGES))
ENDING = ".md"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name in links, its title, and its text in Markdown with the title first."""

    name: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Whether all words stand somewhere in the page, without regard to case and accents."""
        text = fold(self.text)
        return all(word in text for word in fold(words).split())


def read_page(name: str) -> Page:
    """Read a page. Raises FileNotFoundError for a name that is none."""
    text = asset("resources", "help", f"{name}{ENDING}").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Page(name, title, text)
