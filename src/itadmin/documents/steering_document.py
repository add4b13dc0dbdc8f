"""Styrande dokument whose text is written in the program: IT-instruktioner, and others that a kommun writes itself.

Cover, facts about the document, contents, and its chapters with the values of the kommun whose file it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.chapters import Chapter
from itadmin.documents.content import Block, Heading, Missing, Paper, Paragraph
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.markup import Marked, blocks_of
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.proposals import PROPOSAL_STATUS, marked_as
from itadmin.documents.steering_document_facts import (
    INSTRUCTIONS,
    OWN_TEXT,
    REGISTER,
    SteeringFacts,
    gather,
)
from itadmin.documents.steering_document_front import LABELS, cover, front, gaps_told
from itadmin.documents.variables import as_told, lacking, target_of, words_of
from itadmin.domain.money import NBSP
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading

__all__ = ["INSTRUCTIONS", "INSTRUCTION_NAME", "INSTRUCTION_TYPE", "NAME", "OWN_TEXT", "TYPE", "prepare"]

INSTRUCTION_TYPE, INSTRUCTION_NAME = "it_instruction", "IT-instruktion"
TYPE, NAME = "steering_document", "Styrdokument"

_NO_CHAPTERS = "kapitel"
_LONGEST_LEAD = 450
_LONGEST_NAME_PART = 60


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one document. Raises KnownError when there is none, or its text is not written in the program."""
    facts = gather(reading, record_id)
    marked = [(chapter, blocks_of(chapter.text, words_of(facts.values))) for chapter in facts.chapters]
    whole = _paper(reading, facts, tuple(_body(marked)))
    missing = missing_values(whole, _targets(facts, marked))
    if draft:
        whole = replace(whole, draft=True, front=front(facts, gaps_told(missing)))
    return Prepared(whole, missing, _file_name(reading, facts), values=as_told(facts.used))


def _paper(reading: Reading, facts: SteeringFacts, body: tuple[Block, ...]) -> Paper:
    document = facts.document
    number = f"dnr{NBSP}{document.registry_number}" if document.registry_number else ""
    version = f"Version{NBSP}{document.version}" if document.version else ""
    plain = dated_paper(reading, document.title, body, internal=False)
    status = (PROPOSAL_STATUS.lower(),) if facts.is_proposal else ()
    return replace(
        plain,
        subtitle=facts.own.name,
        header_right=" · ".join(part for part in (document.title, number) if part),
        footer_left=" · ".join(part for part in (document.title, version, *status, reading.day.isoformat()) if part),
        marks=marked_as(plain.marks, is_proposal=facts.is_proposal),
        cover=cover(facts, is_sample=reading.is_sample),
        front=front(facts),
    )


def _body(marked: list[tuple[Chapter, Marked]]) -> Iterator[Block]:
    if not marked:
        yield Paragraph((Missing(_NO_CHAPTERS),))
    for place, (chapter, text) in enumerate(marked):
        yield Heading(chapter.heading, key=f"kapitel-{chapter.key}")
        yield from text.blocks if place else _begun(text.blocks)


def _begun(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first chapter's blocks; a short paragraph that begins the paper leads it."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and isinstance(first.text, str) and len(first.text) <= _LONGEST_LEAD:
        return (replace(first, style="lead"), *blocks[1:])
    return blocks


def _targets(facts: SteeringFacts, marked: list[tuple[Chapter, Marked]]) -> dict[str, Target]:
    """Where what may be missing is filled in, by what it is called in the paper."""
    document, kommun = facts.document, facts.municipality_id
    begun = (("document", str(document.id)), ("manner", "ersatter"))
    targets = {label: Target(REGISTER, document.id, field) for field, label in LABELS.items()}
    targets[_NO_CHAPTERS] = Target("steering_chapters", None, "heading", begun)
    for value in facts.used:
        targets[lacking(value)] = target_of(value.variable.name, value, kommun)
    for name in (name for _chapter, text in marked for name in text.unknown):
        targets[name] = target_of(name, None, kommun)
    return targets


def _file_name(reading: Reading, facts: SteeringFacts) -> str:
    parts = [facts.document.title[:_LONGEST_NAME_PART], facts.own.name[:_LONGEST_NAME_PART], reading.day.isoformat()]
    version = facts.document.version
    return file_name("_".join([*parts, *([f"v{version}"] if version else [])]) + ".pdf")
