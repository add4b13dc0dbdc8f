"""The templates that utbildningsplaner are begun from, one for each kind of system: plain texts that ship as TOML.

The only word that is exchanged in them is the system's name. Nothing in a template is run.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from itadmin.assets import asset
from itadmin.domain.problems import KnownError

_FOLDER = ("resources", "templates", "training")
_SYSTEM = "{{system}}"
_USUAL = "verksamhetssystem"
"""What a system of no category, or of one without a template of its own, is taken for."""


@dataclass(frozen=True, slots=True)
class AudienceTemplate:
    """A målgrupp, how well it must know the system, and a word about it: codes of the value lists."""

    audience: str
    level: str
    note: str


@dataclass(frozen=True, slots=True)
class ModuleTemplate:
    """A moment. `demands` are codes by målgrupp; `prerequisites` codes of moment that stand before it."""

    code: str
    title: str
    content: str
    form: str
    minutes: int
    level: str
    demands: Mapping[str, str]
    prerequisites: Sequence[str]
    valid_months: int | None


@dataclass(frozen=True, slots=True)
class DutyTemplate:
    """What a function answers for."""

    function: str
    task: str


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A whole plan to begin from.

    `about` says in a sentence when it suits, `kind` what it is about (a code), `categories` are those of systems it is
    the usual one of. `target_percent` is in hundredths.
    """

    key: str
    place: int
    name: str
    about: str
    kind: str
    categories: Sequence[str]
    all_staff: bool
    title: str
    responsible_function: str
    target_percent: int
    purpose: str
    follow_up: str
    audiences: Sequence[AudienceTemplate]
    modules: Sequence[ModuleTemplate]
    duties: Sequence[DutyTemplate]


def templates() -> tuple[PlanTemplate, ...]:
    """All templates, the most used first."""
    return _templates(asset(*_FOLDER))


def template(key: str) -> PlanTemplate:
    """The template of a key. Raises KnownError when there is none."""
    found = next((each for each in templates() if each.key == key), None)
    if found is None:
        raise KnownError(f"Det finns ingen mall ”{key}”. Välj bland {', '.join(each.key for each in templates())}.")
    return found


def usual_template(category: str) -> PlanTemplate:
    """The template that systems of a category usually begin from."""
    found = next((each for each in templates() if category in each.categories), None)
    return found or template(_USUAL)


def with_system(text: str, name: str) -> str:
    """A text of a template about a system of a name."""
    return text.replace(_SYSTEM, name)


@cache
def _templates(folder: Path) -> tuple[PlanTemplate, ...]:
    read = (_template(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in folder.glob("*.toml"))
    return tuple(sorted(read, key=lambda each: (each.place, each.key)))


def _template(key: str, values: Mapping[str, Any]) -> PlanTemplate:
    return PlanTemplate(
        key=key,
        place=values["place"],
        name=values["name"],
        about=values["about"],
        kind=values["kind"],
        categories=tuple(values.get("categories", ())),
        all_staff=values.get("all_staff", False),
        title=values["title"],
        responsible_function=values["responsible_function"],
        target_percent=values["target_percent"] * 100,
        purpose=_prose(values["purpose"]),
        follow_up=_prose(values["follow_up"]),
        audiences=tuple(
            AudienceTemplate(row["audience"], row["level"], row.get("note", "")) for row in values["audiences"]
        ),
        modules=tuple(_module(row) for row in values["modules"]),
        duties=tuple(DutyTemplate(row["function"], row["task"]) for row in values["duties"]),
    )


def _module(values: Mapping[str, Any]) -> ModuleTemplate:
    return ModuleTemplate(
        code=values["code"],
        title=values["title"],
        content=_prose(values["content"]),
        form=values["form"],
        minutes=values["minutes"],
        level=values["level"],
        demands=dict(values["demands"]),
        prerequisites=tuple(values.get("prerequisites", ())),
        valid_months=values.get("valid_months"),
    )


def _prose(text: str) -> str:
    """A text whose lines are broken for the file: paragraphs stay, lines within one are joined."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
