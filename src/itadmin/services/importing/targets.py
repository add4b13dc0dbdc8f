"""What the names in a table refer to: records that are there, and people and organisations met for the first time.

A name that is met again means the same record. What is made here counts only if a row that is taken in refers to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.entry import filled_in, plain_from_text
from itadmin.domain.fields import Field, Held, Reference, References
from itadmin.domain.identity import MADE_WHEN_MET, PEOPLE
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import errors
from itadmin.domain.record import to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line
from itadmin.domain.validation import check
from itadmin.services.first_values import first_values
from itadmin.services.importing.person_text import Function, Person, read_person
from itadmin.services.importing.recognition import normal
from itadmin.services.reading import Reading

_LONGEST_SHOWN = 60
_MUNICIPALITY = " kommun"


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

    def one(self, name: str, text: str) -> str:
        """The id of what a text names in a field. Raises ValueError with a Swedish sentence."""
        to = self._target(name)
        found = self._find(to, text)
        if found is None:
            found = self._met(name, to, text)
        return str(found)

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
        index = self._index(to)
        try:
            record_id = UUID(text.strip())
        except ValueError:
            pass
        else:
            return record_id if record_id in self._by_id[to.name] else None
        found = next((index[form] for form in _forms(to, text, loosely=loosely) if index.get(form)), [])
        own = [record_id for record_id, is_own in found if is_own] or [record_id for record_id, _ in found]
        if len(set(own)) > 1:
            raise ValueError(
                f"{len(set(own))} {to.plural.lower()} heter ”{_shown(text)}”. Skriv id eller något annat som skiljer."
            )
        return own[0] if own else None

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
        if found is None or (not by_email and self._emails.get(found, normal(who.email)) != normal(who.email) != ""):
            return self._make(name, to, who.name, said)
        self._learn(to, found, said)
        return found

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
        """The records of a register by what may name them, read the first time it is asked for."""
        if to.name not in self._named:
            self._named[to.name] = defaultdict(list)
            self._by_id[to.name] = set()
            fields = _naming_fields(to)
            for known in self._reading.existing().known(to, fields):
                values = dict(zip(fields, known.values, strict=True))
                self._remember(to, known.record_id, known.label, values, own=known.own)
        return self._named[to.name]

    def _remember(self, to: Register, record_id: UUID, label: str, values: Plain, *, own: bool) -> None:
        self.labels[record_id] = label
        if values.get("email"):
            self._emails[record_id] = normal(values["email"])
        self._by_id[to.name].add(record_id)
        names = {normal(values[name]) for name in _naming_fields(to) if values.get(name)}
        for name in names:
            self._named[to.name][name].append((record_id, own))
        for short in _short_names(label) - names:
            self._named[to.name][f"~{short}"].append((record_id, own))


def _naming_fields(to: Register) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*to.keys, to.title_fields[0])))


def _forms(to: Register, text: str, *, loosely: bool) -> list[str]:
    """What a text may be in the index: as it stands, as each naming field would keep it, and as a short name."""
    forms = [normal(text), *(_as_kept(to.fields[name], text) for name in to.keys)]
    return [*dict.fromkeys(forms), *([f"~{normal(text)}"] if loosely else [])]


def _as_kept(field: Field, text: str) -> str:
    try:
        return str(normal(plain_from_text(field, text)))
    except ValueError:
        return ""


def _short_names(label: str) -> set[str]:
    """What a kommun is also called: "Melleruds" and "Mellerud" of "Melleruds kommun"."""
    if not label.endswith(_MUNICIPALITY):
        return set()
    base = normal(label.removesuffix(_MUNICIPALITY))
    return {base, base.removesuffix("s")}


def _function_values(who: Function) -> Plain:
    values = {"function": who.title, "email": who.email, "phone": who.phone}
    return {name: value for name, value in values.items() if value}


def _shown(text: str) -> str:
    return clean_line(text)[:_LONGEST_SHOWN]
