"""Which record a row is about: by id, else by the register's keys, the surest first, regardless of case and spaces.

New records take their place as they are met, so that a second row of the same key is told from the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.identity import Key, keys_of
from itadmin.domain.register import Register
from itadmin.domain.text import clean_line
from itadmin.services.importing.existing import Known


@dataclass(slots=True)
class Candidate:
    """A record that rows may be about. `row` is the first row that is, 0 while none is."""

    record_id: UUID
    own: bool
    is_new: bool
    values: Mapping[str, Any]
    row: int = 0


class AmbiguousError(ValueError):
    """Several records answer to the same key."""


def key_fields(register: Register) -> tuple[str, ...]:
    """Every field that takes part in a key."""
    return tuple(dict.fromkeys(name for key in keys_of(register) for name in (*key.fields, *key.apart)))


class Recognition:
    """The records of a register by what they are known by; those of neighbours by their ids alone."""

    def __init__(self, register: Register, known: Iterable[Known]) -> None:
        self._keys = keys_of(register)
        self._fields = key_fields(register)
        self._by_id: dict[UUID, Candidate] = {}
        self._by_key: list[dict[tuple[Any, ...], list[Candidate]]] = [defaultdict(list) for _ in self._keys]
        for each in known:
            values = dict(zip(self._fields, each.values, strict=True))
            candidate = Candidate(each.record_id, each.own, is_new=False, values=values)
            if each.theirs:
                self._by_id[candidate.record_id] = candidate
            else:
                self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        """Let rows be about one more record."""
        self._by_id[candidate.record_id] = candidate
        for key, found in zip(self._keys, self._by_key, strict=True):
            exact = _exact(key, candidate.values)
            if exact is not None:
                found[exact].append(candidate)

    def by_id(self, text: str) -> Candidate | None:
        """The record of an id as text."""
        key = id_in(text)
        return self._by_id.get(key) if key is not None else None

    def by_values(self, values: Mapping[str, Any]) -> Candidate | None:
        """The record that plain values name. Raises AmbiguousError when several may be meant."""
        surer: list[Key] = []
        for key, found in zip(self._keys, self._by_key, strict=True):
            exact = _exact(key, values)
            if exact is not None:
                candidates = [each for each in found.get(exact, ()) if _may_be(each, values, key, surer)]
                if candidates:
                    return _the_one(candidates, values, key)
            surer.append(key)
        return None


def id_in(text: str) -> UUID | None:
    """The id that a text is; None for what has not the form of one, as the numbers of other programs."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None


def normal(value: Any) -> Any:
    """A plain value as keys are compared."""
    return clean_line(value).casefold() if isinstance(value, str) else value


def _exact(key: Key, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """What a record says in a key's fields; None when the key says nothing of it."""
    found = tuple(normal(values.get(name)) for name in key.fields)
    return found if found[0] not in (None, "") else None


def _may_be(candidate: Candidate, values: Mapping[str, Any], key: Key, surer: Iterable[Key]) -> bool:
    """Whether nothing parts the two: neither the key's own other fields nor a surer key that both have."""
    parting = (*key.apart, *(each.fields[0] for each in surer))
    return not any(_differ(candidate.values.get(name), values.get(name)) for name in parting)


def _differ(mine: Any, theirs: Any) -> bool:
    return mine not in (None, "") and theirs not in (None, "") and normal(mine) != normal(theirs)


def _the_one(candidates: list[Candidate], values: Mapping[str, Any], key: Key) -> Candidate:
    """The one that is meant: one's own before others', one that agrees in everything before one that says less."""
    left = [each for each in candidates if each.own] or candidates
    alike = [each for each in left if all(normal(each.values.get(n)) == normal(values.get(n)) for n in key.apart)]
    left = alike or left
    if len(left) > 1:
        raise AmbiguousError(f"{len(left)} poster svarar mot raden.")
    return left[0]
