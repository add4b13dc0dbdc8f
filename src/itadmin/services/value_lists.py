"""Wording value lists one's own way: relabel, hide, describe, order and add words, each as one step that can be undone.

What is changed are records of the register of words; a built-in word has one only when something is said of it.
Received words of neighbours are shown where there is no own one, and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.fields import Choice
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import OWNERS, REGISTERS, WORDS
from itadmin.domain.registers.value_words import ValueWord
from itadmin.domain.text import clean_line, fold
from itadmin.domain.values import LIST_NAMES, LISTS, OPEN_LISTS
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records

_LONGEST_CODE = 40
_NOT_IN_CODES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class WordLine:
    """A code of a list: its word, the one it has by itself ("" for an own code), and what else is said of it.

    `is_changed` tells that something of one's own is said of it.
    """

    code: str
    name: str
    default: str
    hidden: bool = False
    description: str = ""
    source: str = ""
    adopted_on: date | None = None
    is_changed: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the code is a kommun's own, and not one that comes with the program."""
        return not self.default


class ValueLists:
    """The value lists of an open register file; nothing is kept between calls."""

    def __init__(self, records: Records, reading: Reading) -> None:
        self._records = records
        self._reading = reading

    def lines(self, values: str) -> list[WordLine]:
        """The words of a list in their order, hidden ones too."""
        own, others = self._words(values)
        known = {word.code: word for word in (*reversed(others), *own.values())}
        return [
            _line(code, name, LISTS[values].get(code, ""), known.get(code), is_changed=code in own)
            for code, name in self._reading.words.all_of(values).items()
        ]

    def change(self, values: str, code: str, said: Plain) -> ChangeSet:
        """Say something of a word: fields of its record. Raises KnownError for a word that is taken or not accepted."""
        before = self._line_of(values, code)
        if "name" in said:
            said = {**said, "name": self._free_name(values, str(said["name"] or ""), code)}
        title = f"Ändrade {before.name} i {LIST_NAMES[values]}"
        return self._apply(title, self._changes(values, {code: said}))

    def add(self, values: str, name: str) -> ChangeSet:
        """Add a word of one's own. Raises KnownError for a word that is taken or not accepted."""
        if values not in OPEN_LISTS:
            raise KnownError(f"{LIST_NAMES[values]} kan byta namn men inte bli fler. Ändra ett av orden i stället.")
        free = self._free_name(values, name)
        code = self._free_code(values, free)
        return self._apply(f"La till {free} i {LIST_NAMES[values]}", self._changes(values, {code: {"name": free}}))

    def move(self, values: str, code: str, by: int) -> ChangeSet:
        """Move a word up (-1) or down (1) among the others; at the end of the list nothing is changed."""
        codes = [line.code for line in self.lines(values)]
        place = codes.index(code)
        target = min(max(place + by, 0), len(codes) - 1)
        codes.insert(target, codes.pop(place))
        own, _others = self._words(values)
        built_in = list(LISTS[values])
        said = {
            each: {"ordinal": ordinal}
            for ordinal, each in enumerate(codes)
            if each in own or each not in built_in or built_in.index(each) != ordinal
        }
        return self._apply(f"Ändrade ordningen i {LIST_NAMES[values]}", self._changes(values, said))

    def reset(self, values: str, code: str) -> ChangeSet:
        """Let a built-in word be as it was, or take an own one away. Raises KnownError for one that records have."""
        line = self._line_of(values, code)
        used = self._number_of_uses(values, code) if line.is_own else 0
        if used:
            where = "en post" if used == 1 else f"{used} poster"
            raise KnownError(f"{line.name} används på {where}. Dölj ordet i stället, så kan ingen välja det längre.")
        own, _others = self._words(values)
        title = f"{'Tog bort' if line.is_own else 'Återställde'} {line.name} i {LIST_NAMES[values]}"
        return self._apply(title, _binned([own[code]] if code in own else []))

    def reset_all(self, values: str) -> ChangeSet:
        """Let all built-in words of a list be as they were; own words stay, after them."""
        own, _others = self._words(values)
        built_in = [word for code, word in own.items() if code in LISTS[values]]
        moved = {code: {"ordinal": None} for code in own if code not in LISTS[values]}
        changes = (*_binned(built_in), *self._changes(values, moved))
        return self._apply(f"Återställde {LIST_NAMES[values]}", changes)

    def _words(self, values: str) -> tuple[dict[str, ValueWord], list[ValueWord]]:
        """The records of a list: own ones by code, the first of several, and those of others."""
        query = ListQuery(where={"value_list": [values]}, all_owners=True)
        found = self._reading.many(WORDS.name, self._reading.keys(WORDS.name, query)).values()
        words = [read.record for read in found if isinstance(read.record, ValueWord) and read.record.code]
        own: dict[str, ValueWord] = {}
        for word in words:
            if word.owner == self._reading.organisation_id:
                own.setdefault(word.code, word)
        return own, [word for word in words if word.owner != self._reading.organisation_id]

    def _line_of(self, values: str, code: str) -> WordLine:
        line = next((line for line in self.lines(values) if line.code == code), None)
        if line is None:
            raise KnownError("Ordet finns inte längre i listan. Läs om listan.")
        return line

    def _changes(self, values: str, said: Mapping[str, Plain]) -> tuple[Change, ...]:
        """The changes that say this of codes: of records that are there, and new ones. Raises KnownError."""
        own, _others = self._words(values)
        words = self._reading.words
        changes: list[Change] = []
        for code, fields in said.items():
            if code not in own:
                name = words.label_of(values, code)
                new = {"name": name, "value_list": values, "code": code, **fields}
                changes.append(self._records.addition(WORDS.name, new))
                continue
            found, refused = self._records.changes_of_save(WORDS.name, [own[code].id], fields)
            if refused:
                raise KnownError(refused[0].reason)
            changes += found.get(own[code].id, ())
        return tuple(changes)

    def _apply(self, title: str, changes: Sequence[Change]) -> ChangeSet:
        made = ChangeSet(title, tuple(changes))
        if made.changes:
            self._records.apply(made)
        return made

    def _free_name(self, values: str, text: str, code: str = "") -> str:
        """A name that no other word of the list has or had. Raises KnownError."""
        name = clean_line(text)
        if not name:
            raise KnownError("Skriv ett ord. Vill du ha tillbaka programmets ord väljer du Återställ ordet.")
        other = self._reading.words.code_from(values, name)
        if other not in (None, code):
            raise KnownError(f"”{name[:60]}” finns redan i listan. Välj ett annat ord.")
        return name

    def _free_code(self, values: str, name: str) -> str:
        """A code of one's own for a word: "1460.e_arkiv". Raises KnownError when nobody knows whose it is."""
        owner = self._reading.organisation().record
        number = next((found for key in OWNERS.keys if (found := str(getattr(owner, key) or "")).isdecimal()), "")
        if not number:
            raise KnownError("Ange först kommunkod eller organisationsnummer på er egen organisation.")
        word = _NOT_IN_CODES.sub("_", fold(name)).strip("_")[:_LONGEST_CODE].strip("_") or "ord"
        known = self._reading.words.all_of(values)
        codes = (f"{number}.{word}{ending}" for ending in ("", *(f"_{place}" for place in range(2, len(known) + 3))))
        return next(code for code in codes if code not in known)

    def _number_of_uses(self, values: str, code: str) -> int:
        """How many records have a code, those in the bin too."""
        ids: set[UUID] = set()
        for register in REGISTERS.values():
            for name, field in register.fields.items():
                if isinstance(field, Choice) and field.values == values:
                    for deleted in (False, True):
                        query = ListQuery(where={name: [code]}, deleted=deleted, all_owners=True)
                        ids.update(self._reading.keys(register.name, query))
        return len(ids)


def _line(code: str, name: str, default: str, word: ValueWord | None, *, is_changed: bool) -> WordLine:
    if word is None:
        return WordLine(code, name, default)
    said: dict[str, Any] = {"description": word.description, "source": word.source, "adopted_on": word.adopted_on}
    return WordLine(code, name, default, bool(word.hidden), **said, is_changed=is_changed)


def _binned(words: Iterable[ValueWord]) -> tuple[Change, ...]:
    return tuple(Change(WORDS.name, word.id, {"deleted": False}, {"deleted": True}) for word in words)
