"""What införande- and avvecklingsplaner are begun from: files of phases, activities and a checklist for each kind.

A template is data and nothing in it is executed; `{{system}}` stands for the name of the system.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from itadmin.assets import asset
from itadmin.domain.calculations.implementation import Length, Piece
from itadmin.domain.problems import KnownError

_SYSTEM = "{{system}}"
_NAMELESS = "systemet"


@dataclass(frozen=True, slots=True)
class TemplatePhase:
    """A phase: how long it takes, the decision that ends it, what must be ready for that, and whose it is."""

    phase: str
    weeks: int
    decision: str
    criteria: str
    responsible: str


@dataclass(frozen=True, slots=True)
class TemplateActivity:
    """An activity: on which arbetsdag of its phase it begins (from 0), how many it takes, and the codes it awaits."""

    code: str
    phase: str
    title: str
    day: int
    days: int
    responsible: str
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImplementationTemplate:
    """A kind of plan. `kind` is a code of `inforandeslag`; what is awaited stands before what awaits it."""

    key: str
    name: str
    kind: str
    about: str
    title: str
    purpose: str
    responsible: str
    steering_group: str
    phases: tuple[TemplatePhase, ...]
    activities: tuple[TemplateActivity, ...]
    checklist: tuple[str, ...]

    @property
    def lengths(self) -> tuple[Length, ...]:
        """How long each phase takes."""
        return tuple(Length(phase.phase, phase.weeks) for phase in self.phases)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Where each activity lies in its phase."""
        return tuple(Piece(each.code, each.phase, each.day, each.days) for each in self.activities)

    @property
    def weeks(self) -> int:
        """How many weeks it takes in all."""
        return sum(phase.weeks for phase in self.phases)

    def title_for(self, system: str) -> str:
        """What a plan is called for a system; "" where its name is not known."""
        return self.title.replace(_SYSTEM, system or _NAMELESS)

    def purpose_for(self, system: str) -> str:
        """What a plan says that it is for."""
        return self.purpose.replace(_SYSTEM, system or _NAMELESS)


@cache
def templates() -> Mapping[str, ImplementationTemplate]:
    """The templates that come with the program, by key: those for bringing in first, by length."""
    found = [read_template(path) for path in sorted(asset("resources", "templates", "implementation").glob("*.toml"))]
    order = ("inforande", "byte", "avveckling")
    return {each.key: each for each in sorted(found, key=lambda each: (order.index(each.kind), each.weeks, each.key))}


def template_kinds() -> tuple[str, ...]:
    """The kinds of plans that there are templates for, in their order."""
    return tuple(dict.fromkeys(each.kind for each in templates().values()))


def template_of(key: str) -> ImplementationTemplate:
    """The template of a key. Raises KnownError."""
    if key not in templates():
        raise KnownError(f"Det finns ingen mall som heter ”{key}”. Välj någon av: {', '.join(templates())}.")
    return templates()[key]


def read_template(path: Path) -> ImplementationTemplate:
    """Read a template from its file. Raises KnownError when it is not one."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return ImplementationTemplate(
            key=path.stem,
            phases=tuple(TemplatePhase(**row) for row in values.pop("phases")),
            activities=tuple(_activity(row) for row in values.pop("activities")),
            checklist=tuple(values.pop("checklist")),
            **{**values, "purpose": values["purpose"].strip()},
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise KnownError(
            f"Mallen {path.name} går inte att läsa. Rätta eller ta bort den.", details=str(error)
        ) from error


def _activity(row: Mapping[str, Any]) -> TemplateActivity:
    return TemplateActivity(**{**row, "waits_for": tuple(row.get("waits_for", ()))})
