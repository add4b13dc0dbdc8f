"""Writes the passages of a driftavtal: the template's prose with the facts' values in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from itadmin.documents.content import BulletList, Clause, Heading, Inline, Paragraph
from itadmin.documents.operations_agreement_facts import AgreementFacts
from itadmin.documents.operations_agreement_words import words
from itadmin.documents.templates import Template, Words
from itadmin.domain.typed_lists import points_of

NO_WORDS: Words = {}


@dataclass(frozen=True)
class Writer:
    """The facts of one agreement and the template they are told by."""

    facts: AgreementFacts
    template: Template

    @cached_property
    def words(self) -> Words:
        """Every value that the template may ask for."""
        return words(self.facts)

    def heading(self, section: str, key: str = "") -> Heading:
        """The heading of a section."""
        return Heading(self.template.heading(section), key=key)

    def clause(self, *passages: str, more: Words = NO_WORDS, key: str = "") -> Clause:
        """A clause of one or more passages, opened by the title of the first. `more` are values of this clause."""
        return Clause(self.text(*passages, more=more), self.template.title(passages[0]), key=key)

    def text(self, *passages: str, more: Words = NO_WORDS) -> Inline:
        """Passages as running text."""
        return self.template.text({**self.words, **more}, *passages)

    def note(self, passage: str) -> Paragraph:
        """A passage in small print."""
        return Paragraph(self.text(passage), "note")

    def listing(self, passage: str, points: str) -> tuple[Clause | BulletList, ...]:
        """A clause with the points of a typed text below it; nothing when there are none."""
        found = points_of(points)
        return (self.clause(passage), BulletList(found)) if found else ()
