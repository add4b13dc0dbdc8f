"""What a record that is made is called, what is said of it, and whether a name alone is enough to make one."""

from __future__ import annotations

from itadmin.domain.fields import Reference, References, Text
from itadmin.domain.record import stored_fields
from itadmin.domain.register import Register
from itadmin.domain.text import fold

_LAST_AND_FIRST = 2
_SMALL_WORDS = frozenset({"af", "av", "de", "van", "von"})


def needs_only_a_name(register: Register) -> bool:
    """Whether a record can be begun with its name; a role cannot, as it is nothing without system and kind.

    Nor can what the program makes.
    """
    name = register.title_fields[0]
    return (
        not register.made_by_program
        and isinstance(register.fields[name], Text)
        and not any(field.required for other, field in stored_fields(register.record).items() if other != name)
    )


def can_be_begun(register: Register) -> bool:
    """Whether a record can be begun from its list: with its name, or with what it asks for, if that ties nothing."""
    needed = {name for name, field in stored_fields(register.record).items() if field.required}
    is_asked = {register.title_fields[0], *needed} <= set(register.begun_with)
    ties = any(isinstance(register.fields[name], (Reference, References)) for name in register.begun_with)
    return needs_only_a_name(register) or (is_asked and not ties and not register.made_by_program)


def new_words(register: Register) -> str:
    """What a button says that makes a new record; three dots where more than a name is asked for first."""
    return f"{register.new_label}…" if register.begun_with else register.new_label


def first_name(register: Register, of: str) -> str:
    """What a new record is called at first when it is about one called `of`: "Avtal Lifecare"."""
    return f"{register.singular.capitalize()} {of}"


def added_words(register: Register) -> str:
    """That one more has been added: "Avtal tillagt.", "Integration tillagd."."""
    is_neuter = register.new_label.startswith("Nytt ")
    return f"{register.singular.capitalize()} {'tillagt' if is_neuter else 'tillagd'}."


def begins_with(label: str, typed: str) -> bool:
    """Whether a name, or what follows a word in it, begins with what is typed: "personec" begins Personec P."""
    said, wanted = f" {fold(label)}", f" {fold(typed)}"
    return wanted in said


def names_a_person(text: str) -> bool:
    """Whether a name is more likely a person's than a function's: several words, each with a capital letter."""
    words = [word for word in text.split() if word not in _SMALL_WORDS]
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def first_name_first(text: str) -> str:
    """A name that is written as in a list, "Ek, Anna", as it is said; what has not one comma stays as it is."""
    parts = [part.strip() for part in text.split(",")]
    return f"{parts[1]} {parts[0]}" if len(parts) == _LAST_AND_FIRST and all(parts) else text
