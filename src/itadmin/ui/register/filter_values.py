"""Which editor asks for the values of a condition, by the field and the test, and what it holds as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Field,
    Held,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.filters import MOST_MONTHS, Test, asks_months
from itadmin.domain.words import Words
from itadmin.services.condition_words import field_kind
from itadmin.ui.look.look import Look
from itadmin.ui.register.checks_editor import ChecksEditor
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.editors import LineEditor
from itadmin.ui.register.picker import Choices, NewRecord
from itadmin.ui.register.reference_editors import ReferencesEditor

NOTHING = "Inget värde"
_YES_NO = {True: "Ja", False: "Nej"}
_VALUELESS = ("empty", "filled")


def values_editor(look: Look, field: Field, test: Test, choices: Choices, known: Words) -> Editor | None:
    """Make the editor of a condition's values; None for a test that takes none.

    `choices` are of what it refers to, `known` the words of value lists: hidden ones too, as records may have them.
    """
    kind = field_kind(field)
    if test in _VALUELESS:
        return None
    if asks_months(test):
        return LineEditor(look, Whole(field.label, field.exposure, unit="månader", maximum=MOST_MONTHS))
    if isinstance(field, (Choice, YesNo)) or kind in (Choice, YesNo):
        words: dict[Any, str] = dict(_YES_NO) if kind is YesNo else dict(known.all_of(_values_of(field)))
        return ChecksEditor(look, field.label, {**words, None: NOTHING})
    if isinstance(field, (Reference, References, Held)):
        label = References(field.label, field.exposure, to=field.to)
        return ReferencesEditor(look, label, choices, only_known=True)
    return LineEditor(look, _asked(field, kind))


def values_in(editor: Editor | None) -> tuple[Any, ...]:
    """What an editor holds as the values of a condition. Raises ValueError with a Swedish sentence."""
    if editor is None:
        return ()
    plain = editor.plain()
    values = tuple(plain) if isinstance(plain, list) else (plain,)
    if isinstance(editor, LineEditor) and plain is None:
        raise ValueError("Skriv vad det ska jämföras med.")
    if not values:
        raise ValueError("Välj minst ett värde.")
    if any(isinstance(value, NewRecord) for value in values):
        raise ValueError("Det finns ingen post som heter så. Välj i listan.")
    return values


def show_values(editor: Editor, values: tuple[Any, ...], names: Mapping[str, str]) -> None:
    """Show the values of a condition for editing; `names` are those of records by id as text."""
    if isinstance(editor, ReferencesEditor):
        editor.show_named_all([(value, names.get(str(value), "") or NOTHING) for value in values])
    elif isinstance(editor, ChecksEditor):
        editor.show_plain(values)
    else:
        editor.show_plain(values[0])


def _values_of(field: Field) -> str:
    return str(getattr(field, "values", ""))


def _asked(field: Field, kind: type[Field]) -> Field:
    """The field as it is asked: a day may be a year or a month, a long text is asked for some of its words."""
    if kind in (Day, ApproximateDay):
        return ApproximateDay(field.label, field.exposure)
    if kind in (Text, LongText):
        return Text(field.label, field.exposure)
    if kind in (Money, Percent, Whole):
        return field if isinstance(field, (Money, Percent, Whole)) else kind(field.label, field.exposure)
    raise TypeError(f"{kind.__name__} has no values to ask for")
