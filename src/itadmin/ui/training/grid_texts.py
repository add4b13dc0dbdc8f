"""What stands in the cells of a moment in the table of a utbildningsplan, and what is meant by what is typed."""

from __future__ import annotations

from typing import Any

from itadmin.domain.durations import duration_text, parse_duration
from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Choice, Field
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.words import BUILT_IN
from itadmin.ui.training.plan_read import PlanRead
from itadmin.ui.widgets.marks import DASH

CODE, TITLE, FORM, MINUTES, BEFORE, VALID = "code", "title", "form", "minutes", "prerequisites", "valid_months"
_HOUR = 60


def hours_text(minutes: int) -> str:
    """A time in hours with at most one decimal: "3,8 tim"; a dash for none."""
    hours = f"{minutes / _HOUR:.1f}".replace(".", ",").removesuffix(",0")
    return f"{hours} tim" if minutes else DASH


def shown_text(read: PlanRead, module: TrainingModule, key: str) -> str:
    """A field of a moment as its cell shows it."""
    if key == MINUTES:
        return duration_text(module.minutes)
    if key == VALID:
        return f"{module.valid_months} mån" if module.valid_months else ""
    if key == BEFORE:
        return ", ".join(read.name_of(each) or "?" for each in module.prerequisites)
    if key == FORM:
        return read.words.label_of("utbildningsform", module.form) if module.form else ""
    return str(getattr(module, key))


def plain_of(key: str, field: Field, value: Any) -> Any:
    """The plain value of what was typed or chosen. Raises ValueError with a sentence."""
    if isinstance(field, Choice):
        return value or None
    text = value or ""
    if key == MINUTES:
        return parse_duration(text)
    if key == VALID:
        text = text.casefold().removesuffix("månader").removesuffix("mån")
    return plain_from_text(field, text, BUILT_IN)
