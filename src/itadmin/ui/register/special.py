"""What a register may add to its record page by hand: panels in sections, chips in the header, one main action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.services.reading import Read
from itadmin.ui.completing_line import Offers
from itadmin.ui.register.picker import Choices
from itadmin.ui.session import Session
from itadmin.ui.widgets.prose import Prose

Related = Mapping[tuple[str, str], Sequence[Read]]
"""The records that refer to the one that is shown, by register and field."""


Beside = Callable[[str], Any]
"""What another field of the same record says, as it is written now; None for nothing and for what cannot be read."""


class Panel(QWidget):
    """A part of the record page written by hand.

    Stands first (or last) in the section with the key `section`, or, where the register has none, alone under `title`;
    then `shown_changed` shows or hides it all and `link_changed` gives the words of the link beside the title.
    `asked` gives the section of another panel that is to begin filling in, and what is told there of why.
    `takes` are what refers here, by register and field, that the panel tells of, so that no block of links does.
    """

    section: str = ""
    title: str = ""
    is_last: bool = False
    takes: tuple[tuple[str, str], ...] = ()

    missing_changed = Signal(int)
    shown_changed = Signal(bool)
    link_changed = Signal(str)
    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)  # gives way, so that its height is asked for at the width it is given

    def missing_count(self) -> int:
        """How many values the panel tells are missing; said by `missing_changed` when it is another number."""
        return 0

    def show_read(self, read: Read) -> None:
        """Show what the panel has to say of a record; hide when it has nothing."""
        raise NotImplementedError

    def show_related(self, read: Read, related: Related) -> None:
        """Show the records that the panel takes; said after `show_read`."""

    def follow_link(self) -> None:
        """Do what the link beside the title says."""

    def begin(self, told: str) -> None:
        """Begin filling in what another panel has asked for, and tell why."""

    def takes_files(self) -> bool:
        """Whether files that are dropped on the page are the panel's now."""
        return False

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take files that are dropped on the page."""


def no_signs(_session: Session, _read: Read, _related: Related) -> Sequence[QWidget]:
    """Show no more in the header than what is described."""
    return ()


def no_words(_session: Session, _read: Read, _related: Related) -> Prose:
    """Tell no more under the name than what is described."""
    return ()


@dataclass(frozen=True)
class Consequence:
    """What choosing a value fills in beside itself, in the same step: plain values of a record and what was chosen.

    `sentence` is said when it has been done.
    """

    values: Callable[[Any, Any], Mapping[str, Any]]
    sentence: str


@dataclass(frozen=True)
class NewNames:
    """Names offered for a new record: `offers` for what has been typed, `make` a record of what an offer means.

    `make` writes one step and gives the record's id. Raises KnownError.
    """

    offers: Offers
    make: Callable[[Any], UUID]


@dataclass(frozen=True)
class Head:
    """What the top of the page shows as the name and beside it.

    `names`: fields that stand large in place of what a record is called, where that is only how something stands.
    `chips`: choice fields shown as chips; `classing`: the three fields shown as K, R and T; `signs`: what stands after
    them. `tells`: fields told in the line under the name; `told`: what is told last in it.
    """

    names: tuple[str, ...] = ()
    chips: tuple[str, ...] = ()
    classing: tuple[str, ...] = ()
    signs: Callable[[Session, Read, Related], Sequence[QWidget]] = no_signs
    tells: tuple[str, ...] = ()
    told: Callable[[Session, Read, Related], Prose] = no_words


@dataclass(frozen=True)
class Parts:
    """What stands under the head, and in which order.

    `panels`: parts written by hand. `order`: keys of sections, panels and what refers here ("register.field"), from
    the top; those that are not named stand as they come. `left_out`: fields that their section does not show, as a
    panel does, or as nobody reads them.
    """

    panels: tuple[Callable[[Session], Panel], ...] = ()
    order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Action:
    """The filled button at the head: its word, or what says it of each, and what it does; that raises KnownError.

    One that `only_shows` something is offered for what cannot be changed too. `is_for` says of a record whether it
    is for it, where its paper is for more.
    """

    word: str | Callable[[Any], str]
    carry_out: Callable[[Session, UUID], None]
    icon: str = "document_add"
    only_shows: bool = False
    is_for: Callable[[Any], bool] = field(default=lambda _record: True)

    def word_for(self, record: Any) -> str:
        """Its word for a record."""
        return self.word if isinstance(self.word, str) else self.word(record)


@dataclass(frozen=True)
class Papers:
    """What can be made of a record: `paper` is the document type that Ctrl+P opens, "" for none, or says it of each.

    `is_for` says of a record whether both it and the action are for it.
    """

    paper: str | Callable[[Any], str] = ""
    action: Action | None = None
    is_for: Callable[[Any], bool] = field(default=lambda _record: True)

    def action_for(self, record: Any) -> Action | None:
        """The action that is for a record, if any."""
        return self.action if self.action is not None and self.action.is_for(record) and self.is_for(record) else None

    def type_for(self, record: Any) -> str:
        """The document type that can be made of a record; "" for none."""
        if not self.is_for(record):
            return ""
        return self.paper if isinstance(self.paper, str) else self.paper(record)


@dataclass(frozen=True)
class Instead:
    """Another way to a new record than to fill it in: the words of its button, and what opens it over a window."""

    words: str
    open: Callable[[Session, QWidget | None], None]


@dataclass(frozen=True)
class Writing:
    """Help in writing: `names` are offered where a new record is named, `words` in fields, by field.

    Words may follow from what stands beside them. `follows` are the fields whose values fill in others. `instead` is
    offered where a new record is begun. `among` are the records that a field refers to one of, where not any will do;
    no new ones are made there.
    """

    names: Callable[[Session], NewNames] | None = None
    words: Mapping[str, Callable[[Session, Beside], Offers]] = field(default_factory=dict)
    follows: Mapping[str, Consequence] = field(default_factory=dict)
    instead: Instead | None = None
    among: Mapping[str, Callable[[Session, Beside], Choices]] = field(default_factory=dict)


@dataclass(frozen=True)
class Special:
    """What is special of one register's record page, by where it is met.

    `windows`: what commands open on a record in a window of its own, by the command's key.
    """

    head: Head = Head()
    parts: Parts = Parts()
    papers: Papers = Papers()
    writing: Writing = field(default_factory=Writing)
    windows: Mapping[str, Callable[[Session, UUID], QWidget]] = field(default_factory=dict)


PLAIN = Special()
"""A register with nothing special."""
