"""How conditions of a list read: "läge I drift", "slutar före 2027-01-01", "utan systemägare".

Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.entry import text_from_plain
from itadmin.domain.fields import Choice, Computed, Field, Held, Reference, References, YesNo
from itadmin.domain.filters import Condition, Test
from itadmin.domain.text import small_initial
from itadmin.domain.words import BUILT_IN, Words

TEST_WORDS: Mapping[Test, str] = {
    "one_of": "är",
    "none_of": "är inte",
    "empty": "saknas",
    "filled": "finns",
    "contains": "innehåller",
    "before": "före",
    "after": "efter",
    "within_months": "inom",
    "by_months": "inom eller tidigare",
    "at_least": "minst",
    "at_most": "högst",
}
"""What is asked, as it stands between a field and a value."""

_GONE = "borttagen post"
_NOTHING = "inget värde"


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A condition as read: what it is about, and the part that stands out."""

    lead: str
    value: str

    @property
    def sentence(self) -> str:
        """Both together."""
        return f"{self.lead} {self.value}".strip()


def condition_words(
    field: Field, condition: Condition, names: Mapping[str, str], words: Words = BUILT_IN
) -> ConditionWords:
    """How a condition on a field reads; `names` are those of records by id as text."""
    label = small_initial(field.label)
    if condition.test == "empty":
        return ConditionWords("utan", label)
    if condition.test == "filled":
        return ConditionWords("med", label)
    if condition.test == "within_months":
        return ConditionWords(f"{label} inom", months_in_words(condition.values[0]))
    if condition.test == "by_months":
        (months,) = condition.values
        when = f"inom {months_in_words(months)}" if months else "i dag"
        return ConditionWords(label, f"{when} eller tidigare")
    values = " eller ".join(value_text(field, value, names, words) for value in condition.values)
    between = {"one_of": "", "none_of": "inte"}.get(condition.test, TEST_WORDS[condition.test])
    return ConditionWords(f"{label} {between}".strip(), f"”{values}”" if condition.test == "contains" else values)


def value_text(field: Field, value: Any, names: Mapping[str, str], words: Words) -> str:
    """One value of a condition as it reads."""
    if value is None:
        return _NOTHING
    if isinstance(field, (Reference, References, Held)):
        return names.get(str(value)) or _GONE
    if field_kind(field) is YesNo:
        return "ja" if value else "nej"
    return text_from_plain(field, value, words)


def field_kind(field: Field) -> type[Field]:
    """The kind of value that a field is asked about: a computed one's is the kind it is shown as."""
    if isinstance(field, Computed):
        return Choice if field.values else field.kind
    return type(field)


def sentence(parts: Iterable[str]) -> str:
    """What a list shows, as one line: "System · läge I drift · utan systemägare"."""
    return " · ".join(parts)
