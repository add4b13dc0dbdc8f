"""What comes with the records of a share file: names of what they refer to elsewhere, and words of the codes they use.

Runs in the process that reads share files. Needs no database library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line, clean_text
from itadmin.domain.values import LISTS
from itadmin.storage.sharing.foreign import rows_of
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import ShareTable
from itadmin.storage.sharing.values import identifier

_LONGEST_WORD, _LONGEST_NAME = 300, 200_000

SentWords = Mapping[tuple[str, str], str]
"""Words by list and code."""


def read_refs(
    raw: sqlite3.Connection,
    table: ShareTable | None,
    targets: Mapping[str, set[bytes]],
    ids: Mapping[str, set[bytes]],
) -> list[tuple[bytes, str, bytes, str]]:
    """What is referred to outside the file: record, register, owner and name.

    `targets` are all that is referred to and `ids` the records of the file, by register. Raises RefusedError when a
    reference leads nowhere, or a record of the file is said not to be in it.
    """
    outside: dict[str, dict[bytes, tuple[bytes, str]]] = {}
    for row in rows_of(raw, table) if table else ():
        outside.setdefault(row[0], {})[identifier(row[1])] = identifier(row[2]), record_name(row[3])
    for register, wanted in targets.items():
        inside, named = ids.get(register, set()), outside.get(register, {})
        if wanted - inside - named.keys():
            raise RefusedError("a reference leads nowhere")
        if wanted & inside & named.keys():
            raise RefusedError("a record in the file is said not to be in it")
    return [
        (record, register, owner, name)
        for register, named in outside.items()
        if register in REGISTERS
        for record, (owner, name) in named.items()
        if record in targets.get(register, ())
    ]


def read_words(raw: sqlite3.Connection, table: ShareTable | None) -> SentWords:
    """The words that came with the file for codes that are not built in, of lists that are known here."""
    rows = rows_of(raw, table) if table else ()
    words = {(str(row[0]), _line(row[1])): _line(row[2]) for row in rows}
    return {(name, code): word for (name, code), word in words.items() if name in LISTS and code not in LISTS[name]}


def extended(lists: Mapping[str, Mapping[str, str]], sent: SentWords) -> Mapping[str, Mapping[str, str]]:
    """The receiver's words, and those that came for codes it has none for."""
    found: dict[str, dict[str, str]] = {}
    for (values, code), word in sent.items():
        if code not in lists[values]:
            found.setdefault(values, dict(lists[values]))[code] = word
    return {**lists, **found}


def record_name(value: Any) -> str:
    """What a record is called, which may be a long text. Raises RefusedError for what no version writes."""
    if not isinstance(value, str) or not value or len(value) > _LONGEST_NAME or clean_text(value) != value:
        raise RefusedError("a name that no version writes")
    return value


def _line(value: Any) -> str:
    """A code or its word."""
    if not isinstance(value, str) or not value or len(value) > _LONGEST_WORD or clean_line(value) != value:
        raise RefusedError("a word that no version writes")
    return value
