"""The functions that roles are held by: those that are known already are offered, so that each is written one way."""

from __future__ import annotations

from functools import cached_property

from itadmin.domain.fields import Held
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold
from itadmin.services.reading import Reading
from itadmin.storage.queries import texts


class KnownFunctions:
    """The functions behind a held field, read when they are first asked for."""

    def __init__(self, reading: Reading, field: Held) -> None:
        self._reading = reading
        self._through = REGISTERS[field.through]

    def beginning(self, words: str) -> list[str]:
        """Those with these words at the beginning, or at that of a word in them, case and accents aside.

        The most used first; one that is written in several ways as it is mostly written.
        """
        wanted = fold(words)
        found = (name for folded, name in self._known.items() if f" {wanted}" in f" {folded}")
        return sorted(found, key=lambda name: not fold(name).startswith(wanted))

    @cached_property
    def _known(self) -> dict[str, str]:
        with self._reading.file.reading() as connection:
            names = texts.texts(connection, self._through, self._through.title_fields[0])
        known: dict[str, str] = {}
        for name in names:
            known.setdefault(fold(name), name)
        return known
