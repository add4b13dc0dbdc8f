"""The values that a chapter asks for, as needs to be filled in beside it: known ones, and those nobody knows. No Qt."""

from __future__ import annotations

from collections.abc import Container, Mapping
from uuid import UUID

from itadmin.documents.markup import values_in
from itadmin.documents.phrases import raised
from itadmin.documents.variables import OWN_NAME, REGISTER, Value, target_of, values_of
from itadmin.documents.worked_out import worked_out
from itadmin.services.workspace import Workspace
from itadmin.ui.document.needs import Need, NeedGroup
from itadmin.ui.steering.chapters_read import Level

UNKNOWN, LACKING, OURS, PROPOSED = "Okända namn", "Värden som saknas", "Våra värden", "Programmets förslag"
_FIELD = "value"
_OWN_VALUES, _FROM_REGISTER = "Egna värden", "Ur registret"


class ChapterValues:
    """The values of one document's chapters, as they were when `groups` was last asked for."""

    def __init__(self, workspace: Workspace, template: str) -> None:
        self._workspace = workspace
        self._values: Mapping[str, Value] = {}
        self._worked_out = worked_out(template)

    @property
    def known(self) -> frozenset[str]:
        """The names that stand for something, also those that the document itself works out."""
        return frozenset(self._worked_out) | self._values.keys()

    def groups(self, text: str, level: Level) -> tuple[NeedGroup, ...]:
        """The values that a text asks for on a level."""
        self._values = values_of(self._workspace.reading(), level)
        return value_groups(text, self._values, level, self._worked_out)

    def offered(self) -> dict[str, Mapping[str, str]]:
        """Names to put in a text with what they are called, by submenu; "" is the menu itself."""
        found: dict[str, dict[str, str]] = {"": {}}
        for name, value in self._values.items():
            title = "" if name == OWN_NAME else value.variable.group or _OWN_VALUES
            found.setdefault(title, {})[name] = value.variable.label
        from_register = {name: raised(label) for name, label in self._worked_out.items()}
        return {**found, _FROM_REGISTER: from_register}


def value_groups(
    text: str, values: Mapping[str, Value], level: UUID | None, beside: Container[str]
) -> tuple[NeedGroup, ...]:
    """The values of a text on a level; what stands for something else is `beside` them."""
    asked = [name for name in values_in(text) if name not in beside and name != OWN_NAME]
    groups: dict[str, list[Need]] = {title: [] for title in (UNKNOWN, LACKING, OURS, PROPOSED)}
    for name in asked:
        value = values.get(name) or values.get(name.lower())
        if value is None:
            groups[UNKNOWN].append(_unknown(name, level))
        else:
            groups[_title(value)].append(_need(value, level))
    return tuple(NeedGroup(title, tuple(needs)) for title, needs in groups.items() if needs)


def _title(value: Value) -> str:
    """The heading that a value stands under: missing, as we have said, or as the program proposes."""
    if not value.text:
        return LACKING
    return PROPOSED if value.origin == "shipped" else OURS


def _need(value: Value, level: UUID | None) -> Need:
    """A value on a level: changed in its record there, or in a new one."""
    own = value if value.is_local == (level is not None) else None
    target = target_of(value.variable.name, own, level)
    return Need(value.variable.label, value.text, value.text, "", REGISTER, target.record_id, _FIELD, target.begun)


def _unknown(name: str, level: UUID | None) -> Need:
    target = target_of(name, None, level)
    return Need(name, "", None, "", REGISTER, target.record_id, _FIELD, target.begun)
