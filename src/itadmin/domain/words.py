"""The words of the value lists as one register has them: the built-in labels with a kommun's own words over them.

A code is permanent, its word is not: it may be relabelled, hidden from choosing, or be a code of one's own. Handed to
whoever turns codes into words or words into codes; knows no storage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from itadmin.domain.values import ALIASES, LISTS, PROPOSED_LISTS


class OwnWord(Protocol):
    """One own word: the record of the register of words, or anything that says the same."""

    @property
    def name(self) -> str:
        """The label."""

    @property
    def value_list(self) -> str:
        """The list's key."""

    @property
    def code(self) -> str:
        """The code that the label is for."""

    @property
    def hidden(self) -> bool | None:
        """Whether it is left out where one chooses."""

    @property
    def ordinal(self) -> int | None:
        """Where it stands in its list; after the others when not told."""

    @property
    def adopted_on(self) -> object | None:
        """When the word was adopted; None when it is not."""


@dataclass(frozen=True, slots=True)
class Words:
    """Labels by code and list, in the order they are shown; what is hidden and what is adopted as (list, code)."""

    lists: Mapping[str, Mapping[str, str]]
    hidden: frozenset[tuple[str, str]] = frozenset()
    adopted: frozenset[tuple[str, str]] = frozenset()

    def all_of(self, values: str) -> Mapping[str, str]:
        """Every code of a list with its label."""
        return self.lists[values]

    def offered(self, values: str, chosen: str = "") -> dict[str, str]:
        """The codes that can be chosen, with their labels; `chosen` too, as it is the value now, whatever it is."""
        shown = self.lists[values].items()
        offered = {code: label for code, label in shown if code == chosen or (values, code) not in self.hidden}
        return {**offered, chosen: self.label_of(values, chosen)} if chosen else offered

    def label_of(self, values: str, code: str) -> str:
        """The label of a code; an unknown code shows itself."""
        return self.lists[values].get(code, code)

    def code_from(self, values: str, text: str) -> str | None:
        """The code that `text` means, as code, label or built-in label in any case; None when it means none."""
        wanted = text.strip().casefold()
        for known in (self.lists[values], LISTS[values]):
            for code, label in known.items():
                if wanted in (code.casefold(), label.casefold()):
                    return code
        return ALIASES.get(values, {}).get(wanted)

    def is_adopted(self, values: str, code: str) -> bool:
        """Whether a word has been adopted; built-in ones have not."""
        return (values, code) in self.adopted

    def is_proposed(self, values: str, code: str) -> bool:
        """Whether a word is a proposal that nobody has adopted yet."""
        return values in PROPOSED_LISTS and bool(code) and not self.is_adopted(values, code)


BUILT_IN = Words(LISTS)
"""The words of a register that has none of its own."""


def words_of(own: Iterable[OwnWord]) -> Words:
    """The words of a register with these of its own; of several for the same code the first holds."""
    first: dict[str, dict[str, OwnWord]] = {}
    for word in own:
        if word.value_list in LISTS and word.code and word.name:
            first.setdefault(word.value_list, {}).setdefault(word.code, word)
    if not first:
        return BUILT_IN
    keys = {(values, code): word for values, words in first.items() for code, word in words.items()}
    return Words(
        {**LISTS, **{values: _labels(values, words) for values, words in first.items()}},
        frozenset(key for key, word in keys.items() if word.hidden),
        frozenset(key for key, word in keys.items() if word.adopted_on is not None),
    )


def _labels(values: str, words: Mapping[str, OwnWord]) -> Mapping[str, str]:
    labels = {**LISTS[values], **{code: word.name for code, word in words.items()}}
    places = {code: place for place, code in enumerate(labels)}
    order = {code: word.ordinal for code, word in words.items() if word.ordinal is not None}
    return {
        code: labels[code] for code in sorted(labels, key=lambda code: (order.get(code, places[code]), places[code]))
    }
