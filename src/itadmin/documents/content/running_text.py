"""Text within a block: runs that are plain, heavier, missing, explained in a note, or lead elsewhere. Raw, as typed."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Strong:
    """A stretch of text that is printed heavier."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A value the paper needs and does not have; printed as a marked `[Uppgift saknas: RTO]`.

    `in_place` is for where the paper says beside it what is missing; then it is printed as `[Uppgift saknas]`.
    """

    label: str
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to the block, section or appendix whose `key` is `target`.

    Without `text` it prints how the target is numbered: "avsnitt 8", "punkt 8.1", "tabell 4", "figur 1" or
    "bilaga 2". A target that is not in the paper prints `text` alone.
    """

    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page; a small raised number stands in its place, so no space goes before it.

    Notes are numbered through the paper. Where there is no foot to put it at – the cover, facts in large type, lines
    to sign on – the note stands in parentheses instead.
    """

    text: str


Run: TypeAlias = str | Strong | Missing | Link | Footnote
Inline: TypeAlias = str | tuple[Run, ...]
"""Running text: one plain string, or several runs. A line feed is a line break."""
