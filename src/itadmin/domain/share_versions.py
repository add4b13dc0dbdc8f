"""Versions of share files: a hybrid logical clock, so that each file of a sender is newer than the one before.

A version is milliseconds since 1970 times 65,536, and a counter in what that leaves. Right order does not rest on any
clock: it rests on what the sender has sent and seen. Time is handed in.
"""

from __future__ import annotations

from collections.abc import Iterable

LARGEST_VERSION = 2**62 - 1
_COUNTER_BITS = 16
_DAY = 24 * 60 * 60 * 1000


def version_at(ms: int) -> int:
    """The first version of a millisecond."""
    return ms << _COUNTER_BITS


def next_version(now_ms: int, own: Iterable[int], others: Iterable[int] = ()) -> int:
    """The version of a sender's next file, from what is known of its own files and of other senders'.

    Its own always count. Those of others do unless their clock is more than a day ahead of ours: nobody may drive
    another's clock to its end. Raises ValueError when ours has come there.
    """
    believed = (version for version in others if version <= version_at(now_ms + _DAY))
    found = max((version_at(now_ms), *(version + 1 for version in (*own, *believed))))
    if found > LARGEST_VERSION:
        raise ValueError("there is no version after the last one")
    return found
