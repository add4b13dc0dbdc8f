"""How far each kommun has come with a system as the region sees it: whose word counts, and how it has changed.

A kommun's own word counts from the day that it begins; until then, and for kommuner that have said nothing, the newest
word of anybody else. Days are ISO text, "" where they are not known; ids are as the file has them. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from itadmin.domain.calculations.cooperation import joint_level
from itadmin.domain.keys import Key


class Word(NamedTuple):
    """What `by` says of how far a kommun has come with a system during a span of time, and where it wants to go.

    `starts_on` "" is before all that is known, `ends_on` "" until further notice. `key` is the record that says it.
    """

    system: Key
    kommun: Key
    by: Key
    level: int | None
    target: int | None
    target_on: str
    starts_on: str
    ends_on: str
    key: Key

    @property
    def is_own(self) -> bool:
        """Whether the kommun says it of itself."""
        return self.by == self.kommun

    def holds(self, day: str) -> bool:
        """Whether it holds on a day."""
        return self.starts_on <= day and (not self.ends_on or day <= self.ends_on)


class Heard(NamedTuple):
    """The word that counts on a day, and those of others that say another level."""

    word: Word
    differing: tuple[Word, ...] = ()


class Step(NamedTuple):
    """From a day on, "" for always: a level, None where none is known any more."""

    day: str
    level: int | None


def heard(words: Sequence[Word], day: str) -> Heard | None:
    """What counts of the words about one kommun and system on a day; None when none holds.

    What others say counts no more once the kommun has spoken itself, also when its own word has ended.
    """
    if len(words) == 1:
        return Heard(words[0]) if words[0].holds(day) else None
    holding = [word for word in words if word.holds(day)]
    if not holding:
        return None
    own = [word for word in holding if word.is_own]
    if not own and any(word.is_own and word.starts_on <= day for word in words):
        return None
    chosen = max(own or holding, key=_weight)
    return Heard(chosen, tuple(_differing(chosen, holding)))


def heard_of_each(words: Sequence[Word], day: str) -> Iterator[tuple[Key, Word, tuple[Word, ...]]]:
    """The kommuner that words about one system are about, each with the word that counts on a day and what differs."""
    alone = {word.kommun: word for word in words}
    if len(alone) == len(words):
        for kommun, word in alone.items():
            if word.starts_on <= day and (not word.ends_on or day <= word.ends_on):
                yield kommun, word, ()
        return
    for kommun, said in grouped(words).items():
        found = heard(said, day)
        if found is not None:
            yield kommun, *found


def _weight(word: Word) -> tuple[bool, str, int, Key]:
    level = -1 if word.level is None else word.level
    return word.level is not None, word.starts_on, level, word.key


def _differing(chosen: Word, holding: Iterable[Word]) -> Iterable[Word]:
    """The newest word of each of the others, where it says another level."""
    newest: dict[Key, Word] = {}
    for word in sorted(holding, key=_weight):
        if word.by != chosen.by and word.level is not None:
            newest[word.by] = word
    return [newest[by] for by in sorted(newest) if newest[by].level != chosen.level]


def steps(words: Sequence[Word]) -> tuple[Step, ...]:
    """The level of one kommun over time, from what counts on each day; what does not change makes no step."""
    return _steps((day, _level_on(words, day)) for day in _turning_days(words))


def joint_steps(words: Iterable[Word], members: Collection[Key]) -> tuple[Step, ...]:
    """The level of the whole over time, of what is said of all kommuner with a system; all but members are guests."""
    by_kommun = grouped(words)
    days = sorted({day for found in by_kommun.values() for day in _turning_days(found)})
    return _steps((day, _joint_on(by_kommun, members, day)) for day in days)


def joint_of(levels: Mapping[Key, int], members: Collection[Key]) -> int:
    """The level of the whole, of the level of each kommun; others than members are guests."""
    inside = [level for kommun, level in levels.items() if kommun in members]
    return joint_level(inside, (level for kommun, level in levels.items() if kommun not in members))


def grouped(words: Iterable[Word]) -> Mapping[Key, list[Word]]:
    """Words by the kommun that they are about."""
    found: dict[Key, list[Word]] = {}
    for word in words:
        found.setdefault(word.kommun, []).append(word)
    return found


def _level_on(words: Sequence[Word], day: str) -> int | None:
    found = heard(words, day)
    return None if found is None else found.word.level


def _joint_on(by_kommun: Mapping[Key, Sequence[Word]], members: Collection[Key], day: str) -> int | None:
    found = {kommun: level for kommun, words in by_kommun.items() if (level := _level_on(words, day)) is not None}
    return joint_of(found, members) if found else None


def _turning_days(words: Iterable[Word]) -> list[str]:
    """The days on which something begins to hold, and those after something has ceased to."""
    begun = {word.starts_on for word in words}
    ceased = {_day_after(word.ends_on) for word in words if word.ends_on and word.ends_on != date.max.isoformat()}
    return sorted(begun | ceased)


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _steps(levels: Iterable[tuple[str, int | None]]) -> tuple[Step, ...]:
    turned = (next(run) for _level, run in groupby(levels, key=lambda found: found[1]))
    found = [Step(day, level) for day, level in turned]
    return tuple(found[1:] if found and found[0].level is None else found)
