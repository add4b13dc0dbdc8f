"""The prose of papers, read from files that a kommun may replace: sections of passages with places for values.

A passage is plain text in which `{{name}}` stands for a value; nothing in a template is executed. Which passages a
paper takes, and in what order, is decided by its document type. Knows nothing of what the values mean.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from itadmin.assets import asset
from itadmin.documents.content import Inline, Run
from itadmin.domain.problems import KnownError

Words = Mapping[str, Inline]
"""Values by the name of their place."""

_PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_SPACE = re.compile("[ \t\n]+")
_GLOSSARY = "terms"
_Value = TypeVar("_Value")


class TemplateError(KnownError):
    """A template does not hold what its paper needs, or asks for a value that does not exist."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with places for values, and the run-in title that may open it."""

    text: str
    title: str = ""


@dataclass(frozen=True)
class Template:
    """The prose of one kind of paper: headings by section, passages by "section.passage", and glossaries."""

    name: str
    headings: Mapping[str, str]
    passages: Mapping[str, Passage]
    glossaries: Mapping[str, tuple[tuple[str, str], ...]]

    def heading(self, section: str) -> str:
        """The heading of a section. Raises TemplateError."""
        return _found(self.headings, section, self.name)

    def glossary(self, section: str) -> tuple[tuple[str, str], ...]:
        """The terms a section explains, each with its explanation. Raises TemplateError."""
        return _found(self.glossaries, section, self.name)

    def title(self, passage: str) -> str:
        """The run-in title of a passage, "" when it has none. Raises TemplateError."""
        return _found(self.passages, passage, self.name).title

    def text(self, words: Words, *passages: str) -> Inline:
        """One or more passages after each other with their values filled in. Raises TemplateError."""
        written = " ".join(_found(self.passages, passage, self.name).text for passage in passages)
        return fill(written, words, self.name)


def places(text: str) -> frozenset[str]:
    """The names of the values that a text asks for."""
    return frozenset(_PLACE.findall(text))


def fill(text: str, words: Words, template: str = "") -> Inline:
    """Text with its values in place. Raises TemplateError when it asks for one that does not exist."""
    runs: list[Run] = []
    for number, part in enumerate(_PLACE.split(text)):
        if number % 2 == 0:
            runs.append(part)
        elif part in words:
            runs.extend(runs_of(words[part]))
        else:
            raise TemplateError(f"Mallen {template} frågar efter {{{{{part}}}}}, som inte finns. Rätta mallen.")
    return joined(*runs)


def runs_of(text: Inline) -> tuple[Run, ...]:
    """Running text as its runs."""
    return (text,) if isinstance(text, str) else text


def joined(*runs: Run) -> Inline:
    """Runs as one text: neighbouring plain strings become one, and nothing but plain strings becomes a string."""
    found: list[Run] = []
    for run in runs:
        if isinstance(run, str) and found and isinstance(found[-1], str):
            found[-1] += run
        elif run != "":
            found.append(run)
    if all(isinstance(run, str) for run in found):
        return "".join(run for run in found if isinstance(run, str))
    return tuple(found)


@cache
def shipped_template(name: str) -> Template:
    """The template that ships with the program under a name, such as "operations_agreement"."""
    return read_template(asset("resources", "templates", f"{name}.toml"))


def read_template(path: Path) -> Template:
    """Read a template from its file. Raises TemplateError when it is not one."""
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(
            f"Mallen {path.name} går inte att läsa. Rätta eller ta bort den.", details=str(error)
        ) from error
    headings: dict[str, str] = {}
    passages: dict[str, Passage] = {}
    glossaries: dict[str, tuple[tuple[str, str], ...]] = {}
    for section, content in sections.items():
        for key, value in _table(content, path).items():
            if key == _GLOSSARY:
                glossaries[section] = tuple((term, _line(text, path)) for term, text in _table(value, path).items())
            elif isinstance(value, str):
                headings[section] = _line(value, path)
            else:
                passage = _table(value, path)
                passages[f"{section}.{key}"] = Passage(
                    _line(passage.get("text"), path), _line(passage.get("title", ""), path)
                )
    return Template(path.stem, headings, passages, glossaries)


def _found(known: Mapping[str, _Value], key: str, template: str) -> _Value:
    if key not in known:
        raise TemplateError(f"Mallen {template} saknar stycket {key}. Lägg till det.")
    return known[key]


def _table(value: object, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TemplateError(f"Mallen {path.name} är inte uppställd i avsnitt och stycken. Rätta den.")
    return value


def _line(value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise TemplateError(f"Mallen {path.name} har ett stycke utan text. Rätta den.")
    return _SPACE.sub(" ", value).strip()
