"""Answering questions about pairs: which is put now, writing each answer as a step, and taking the last one back.

Knows no widgets; what comes of it, its owner shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from itadmin.services.matching import Asking, Groups, Question, verdict_step
from itadmin.services.matching.cards import Card, card
from itadmin.ui.session import Session

if TYPE_CHECKING:
    from itadmin.services.matching.proposing import Proposals


class Answering:
    """The questions that are left, and what has been said to them here. `writer` is who steps are announced by."""

    def __init__(self, session: Session, writer: object) -> None:
        self._session = session
        self._writer = writer
        self._groups: Groups | None = None
        self._steps: list[str] = []
        self.asking: Asking | None = None
        self.has_more = False
        self.is_taking_back = False

    @property
    def has_neighbours(self) -> bool:
        """Whether there are systems of more than one kommun."""
        return self._groups is not None and len(set(self._groups.owners.values())) > 1

    @property
    def may_take_back(self) -> bool:
        """Whether something has been said that can be taken back here."""
        return bool(self._steps)

    def begin(self, found: Proposals) -> None:
        """Ask what was found now; the question that was put stays, and what was said here is not asked again."""
        before = self.asking
        self._groups, self.has_more = found.groups, found.more
        self.asking = Asking(found.groups, found.questions, before.answers if before else ())
        if before is not None and before.current is not None:
            self.asking.begin_with(before.current.pair)
        self._steps.clear()

    def put(self) -> tuple[Question, Card, Card] | None:
        """The question that is put, with both cards; None when none is left. What is no longer here is put off."""
        asking, groups = self.asking, self._groups
        if asking is None or groups is None:
            return None
        reading = self._session.reading()
        for question in asking.left():
            one, other = (card(reading, groups, system) for system in question.pair)
            if one is not None and other is not None:
                asking.begin_with(question.pair)
                return question, one, other
        return None

    def answer(self, *, same: bool) -> str:
        """Say what the two that are asked about are, as one step; gives its title. Raises KnownError."""
        asking = self._asked()
        if asking.current is None:
            raise RuntimeError("no question is put")
        one, other = (UUID(bytes=system) for system in asking.current.pair)
        workspace = self._session.workspace
        step = verdict_step(workspace.records, workspace.reading(), one, other, same=same)
        if step.changes:
            workspace.records.apply(step, initiator=self._writer)
        asking.answer(same=same)
        self._steps.append(step.title if step.changes else "")
        return step.title

    def put_off(self) -> None:
        """Let the question come last."""
        self._asked().put_off()
        self._steps.append("")

    def take_back(self) -> bool:
        """Put the last question again and undo what was answered; not when something else has been done since."""
        if not self._steps:
            return False
        undo, title = self._session.workspace.undo, self._steps[-1]
        if title and undo.state().undo != title:
            return False
        self._steps.pop()
        self._asked().take_back()
        if title:
            self.is_taking_back = True
            try:
                undo.undo()
            finally:
                self.is_taking_back = False
        return True

    def _asked(self) -> Asking:
        if self.asking is None:
            raise RuntimeError("nothing is asked")
        return self.asking
