"""What the names in a table refer to: records that are there, and people and organisations met for the first time.

A name that is met again means the same record. What is made here counts only if a row that is taken in refers to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.spelling import spelling_key
from itadmin.domain.changes import Change, Plain
from itadmin.domain.entry import filled_in
from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.identity import MADE_WHEN_MET, PASSED_ON, PEOPLE, TOLD_APART, VERSIONS
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import errors
from itadmin.domain.record import to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line
from itadmin.domain.validation import check
from itadmin.services.first_values import first_values
from itadmin.services.importing.naming import forms_of, naming_fields, short_names
from itadmin.services.importing.person_text import Function, Person, read_person
from itadmin.services.importing.recognition import key_fields, normal
from itadmin.services.reading import Reading

_LONGEST_SHOWN = 60
_SEVERAL = 2


class Targets:
    """Finds and makes what the fields of `register` refer to."""

    def __init__(self, reading: Reading, register: Register, new_id: Callable[[], UUID]) -> None:
        self._reading = reading
        self._register = register
        self._new_id = new_id
        self._named: dict[str, dict[str, list[tuple[UUID, bool]]]] = {}
        self._by_id: dict[str, set[UUID]] = {}
        self._made: dict[UUID, Change] = {}
        self._emails: dict[UUID, str] = {}
        self._empty: dict[str, Plain] = {}
        self._said: dict[tuple[str, str], dict[UUID, Any]] = {}
        self._spelled: dict[str, list[UUID]] = defaultdict(list)
        self._found: dict[tuple[str, str, bool], UUID] = {}
        self._holders: dict[tuple[str, str], tuple[str | Plain, str]] = {}
        self.labels: dict[UUID, str] = {}

    def load(self, names: Iterable[str]) -> None:
        """Read what the fields with these names refer to, so that everything there has its label."""
        for name in names:
            field = self._register.fields.get(name)
            if isinstance(field, (Reference, References, Held)):
                self._index(REGISTERS[field.to])
            if isinstance(field, Held):
                for _name, unit in self._unit_fields(name):
                    self._index(REGISTERS[unit.to])

    def one(self, name: str, text: str, beside: Plain | None = None) -> str:
        """The id of what a text names in a field; `beside` are values of the row, which may part records of one name.

        Raises ValueError with a Swedish sentence.
        """
        to = self._target(name)
        apart = TOLD_APART.get((self._register.name, name))
        found = self._told_apart(to, text, apart[0], (beside or {}).get(apart[1])) if apart else None
        found = found or self._find(to, text)
        if found is None:
            found = self._met(name, to, text)
        return str(found)

    def knows(self, name: str, text: str) -> bool:
        """Whether a text names anything in a field."""
        return bool(self._named_so(self._target(name), text, loosely=True))

    def pass_on(self, values: Plain) -> None:
        """Let what is made here because a row names it have what the row says of it too."""
        for (register, name), fields in PASSED_ON.items():
            change = (
                self._made.get(UUID(values[name])) if register == self._register.name and values.get(name) else None
            )
            if change is not None and change.after is not None:
                more = {theirs: values[own] for own, theirs in fields.items() if values.get(own)}
                after = {**change.after, **{key: value for key, value in more.items() if not change.after[key]}}
                self._made[change.record_id] = Change(change.register, change.record_id, None, after)

    def several(self, name: str, text: str) -> list[str]:
        """The ids of what a text names: one name that may hold commas itself, else names parted by signs or lines."""
        to = self._target(name)
        whole = self._find(to, text)
        if whole is not None:
            return [str(whole)]
        rough = [part for part in text.replace("\n", ";").split(";") if part.strip()]
        parts = rough if len(rough) > 1 else [part for part in text.split(",") if part.strip()]
        return list(dict.fromkeys(self.one(name, part) for part in parts))

    def holder(self, name: str, text: str) -> tuple[str | Plain, str]:
        """Who a text says holds a role, as an id or as values of the role record, and a note on how it was read.

        Raises ValueError with a Swedish sentence.
        """
        if (name, text) not in self._holders:
            self._holders[name, text] = self._holder(name, self._target(name), text)
        return self._holders[name, text]

    def _holder(self, name: str, to: Register, text: str) -> tuple[str | Plain, str]:
        found = self._find(to, text)
        if found is not None:
            return str(found), ""
        for field in self._unit_fields(name):
            unit = self._find(REGISTERS[field[1].to], text, loosely=False)
            if unit is not None:
                return {field[0]: str(unit)}, "enheten får rollen"
        who = read_person(text)
        if isinstance(who, Function):
            return _function_values(who), "tolkas som en funktion"
        return str(self._person(name, to, who)), ""

    def note_own(self, record_id: UUID, plain: Plain) -> None:
        """Let a record that the import makes itself be referred to by its name."""
        self._index(self._register)
        self._remember(self._register, record_id, label_from_plain(self._register, plain), plain, own=True)

    def told_new(self, value: object) -> str:
        """A note that what a plain value refers to is made here: "ny person"; "" when nothing is."""
        ids = value if isinstance(value, list) else [value]
        made = [self._made[UUID(each)] for each in ids if isinstance(each, str) and UUID(each) in self._made]
        return f"ny {REGISTERS[made[0].register].singular}" if made else ""

    def added(self, register: str, values: Plain) -> Change:
        """The change that adds a record of another register with these values, as for a role."""
        if register not in self._empty:
            self._empty[register] = to_plain(REGISTERS[register].record())
        return Change(register, self._new_id(), None, {**self._empty[register], **values})

    def made(self, used: Iterable[str]) -> list[Change]:
        """The changes that make those of the used records that are new, and what they refer to."""
        wanted = {UUID(each) for each in used}
        return [change for record_id, change in self._made.items() if record_id in wanted]

    def _target(self, name: str) -> Register:
        field = self._register.fields[name]
        return REGISTERS[field.to] if isinstance(field, (Reference, References, Held)) else self._register

    def _unit_fields(self, name: str) -> list[tuple[str, Reference]]:
        """The references of the register behind a held field that may stand for its holder."""
        field = self._register.fields[name]
        if not isinstance(field, Held):
            return []
        fields = REGISTERS[field.through].fields.items()
        return [
            (key, item) for key, item in fields if isinstance(item, Reference) and item.to in MADE_WHEN_MET - {field.to}
        ]

    def _find(self, to: Register, text: str, *, loosely: bool = True) -> UUID | None:
        """The record that a text names; one's own before others'. Raises ValueError when several may be meant."""
        asked = (to.name, text, loosely)
        known = self._found.get(asked)
        if known is None:
            known = self._searched(to, text, loosely=loosely)
            if known is not None:
                self._found[asked] = known
        return known

    def _searched(self, to: Register, text: str, *, loosely: bool) -> UUID | None:
        self._index(to)
        try:
            record_id = UUID(text.strip())
        except ValueError:
            pass
        else:
            return record_id if record_id in self._by_id[to.name] else None
        own = self._newest(to, self._named_so(to, text, loosely=loosely))
        if len(own) > 1:
            raise ValueError(
                f"{len(own)} {to.plural.lower()} heter ”{_shown(text)}”. Skriv id eller något annat som skiljer."
            )
        return own[0] if own else None

    def _named_so(self, to: Register, text: str, *, loosely: bool) -> list[UUID]:
        """The records that a text names; only one's own where there are any."""
        index = self._index(to)
        found = next((index[form] for form in forms_of(to, text, loosely=loosely) if index.get(form)), [])
        own = [record_id for record_id, is_own in found if is_own] or [record_id for record_id, _ in found]
        return list(dict.fromkeys(own))

    def _newest(self, to: Register, found: list[UUID]) -> list[UUID]:
        """The newest of versions of one and the same, where they are that; else all that were found."""
        if len(found) < _SEVERAL or to.name not in VERSIONS:
            return found
        firsts = self._values(to, VERSIONS[to.name])
        return found[-1:] if len({firsts.get(each) or str(each) for each in found}) == 1 else found

    def _told_apart(self, to: Register, text: str, field: str, value: object) -> UUID | None:
        """The one of several of a name that says a value in a field; None when that does not part them."""
        found = self._named_so(to, text, loosely=True)
        if len(found) < _SEVERAL or value is None:
            return None
        says = self._values(to, field)
        alike = [each for each in found if says.get(each) == value]
        return alike[0] if len(alike) == 1 else None

    def _values(self, to: Register, field: str) -> Mapping[UUID, Any]:
        """What the records of a register say in a field."""
        if (to.name, field) not in self._said:
            known = self._reading.existing().known(to, (field,))
            self._said[to.name, field] = {each.record_id: each.values[0] for each in known}
        return self._said[to.name, field]

    def _met(self, name: str, to: Register, text: str) -> UUID:
        """A record for a name that is not known. Raises ValueError where none is made of a name alone."""
        if to.name not in MADE_WHEN_MET:
            raise ValueError(f"”{_shown(text)}” finns inte bland {to.plural.lower()}. Lägg till posten först.")
        if to.name == PEOPLE:
            who = read_person(text)
            if isinstance(who, Function):
                raise ValueError(f"”{_shown(text)}” är en funktion. Skriv för- och efternamn.")
            return self._person(name, to, who)
        return self._make(name, to, clean_line(text), {})

    def _person(self, name: str, to: Register, who: Person) -> UUID:
        """The person by e-mail, else by name unless the address is another one; a new one with what the cell says."""
        said = {"email": who.email, "phone": who.phone, "title": who.title}
        by_email = self._find(to, who.email) if who.email else None
        found = by_email or self._find(to, who.name)
        if found is None and name in key_fields(self._register):
            self._ask_about(who)
        if found is None or (not by_email and self._emails.get(found, normal(who.email)) != normal(who.email) != ""):
            return self._make(name, to, who.name, said)
        self._learn(to, found, said)
        return found

    def _ask_about(self, who: Person) -> None:
        """Raise ValueError where somebody is there already who may be meant: a record about a person is about one."""
        for other in self._spelled[spelling_key(who.name)]:
            address = self._emails.get(other, "")
            if not (who.email and address and address != normal(who.email)):
                raise ValueError(
                    f"”{_shown(who.name)}” kan vara {self.labels[other]}, som redan finns. Skriv namnet så, eller lägg "
                    "först till personen om det är någon annan."
                )

    def _learn(self, to: Register, record_id: UUID, said: Mapping[str, str]) -> None:
        """Let a person that is made here have what a later cell says of it."""
        change = self._made.get(record_id)
        if change is not None and change.after is not None:
            more = {key: value for key, value in said.items() if value and not change.after[key]}
            self._made[record_id] = Change(change.register, record_id, None, {**change.after, **more})
            if more:
                self._remember(to, record_id, self.labels[record_id], more, own=True)

    def _make(self, name: str, to: Register, label: str, more: Mapping[str, str]) -> UUID:
        begun = first_values(self._reading, self._register.name, name, label)
        values = {**begun, **{key: value for key, value in more.items() if value}, to.title_fields[0]: label}
        record_id = self._new_id()
        record = filled_in(to.record(id=record_id), values)
        wrong = errors(check(to, record))
        if wrong:
            raise ValueError(wrong[0].text)
        self._made[record_id] = Change(to.name, record_id, None, to_plain(record))
        self._remember(to, record_id, label, values, own=True)
        return record_id

    def _index(self, to: Register) -> dict[str, list[tuple[UUID, bool]]]:
        """The records of a register by what may name them, read the first time it is asked for.

        What can be made here is not taken from neighbours.
        """
        if to.name not in self._named:
            self._named[to.name] = defaultdict(list)
            self._by_id[to.name] = set()
            fields = naming_fields(to)
            for known in self._reading.existing().known(to, fields):
                if known.theirs and to.name in MADE_WHEN_MET:
                    continue
                values = dict(zip(fields, known.values, strict=True))
                self._remember(to, known.record_id, known.label, values, own=known.own)
        return self._named[to.name]

    def _remember(self, to: Register, record_id: UUID, label: str, values: Plain, *, own: bool) -> None:
        self.labels[record_id] = label
        if values.get("email"):
            self._emails[record_id] = normal(values["email"])
        if to.name == PEOPLE:
            self._spelled[spelling_key(label)].append(record_id)
        self._by_id[to.name].add(record_id)
        names = {normal(values[name]) for name in naming_fields(to) if values.get(name)}
        for name in names:
            self._named[to.name][name].append((record_id, own))
        for short in short_names(label) - names:
            self._named[to.name][f"~{short}"].append((record_id, own))


def _function_values(who: Function) -> Plain:
    values = {"function": who.title, "email": who.email, "phone": who.phone}
    return {name: value for name, value in values.items() if value}


def _shown(text: str) -> str:
    return clean_line(text)[:_LONGEST_SHOWN]
