"""IT-policy med strategier: what the kommuner want with their IT, who does what, and how far they have come.

The text is chapters that a kommun may write anew; what is worked out from the register stands in their places. The
paper can be made for decision as soon as nothing obligatory is missing, whether or not anybody has decided yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents import it_policy_front as front
from itadmin.documents.chapters import Chapter
from itadmin.documents.content import Block, Heading, Missing, Paper, Paragraph
from itadmin.documents.it_policy_appendices import appendices
from itadmin.documents.it_policy_beside import steering_documents
from itadmin.documents.it_policy_candidates import candidate_blocks
from itadmin.documents.it_policy_decisions import how_many
from itadmin.documents.it_policy_facts import REGISTER, TEMPLATE, PolicyFacts, gather
from itadmin.documents.it_policy_figures import ladder, levels_table, matrix
from itadmin.documents.it_policy_requirements import NO_CHAPTERS, field_mark, targets
from itadmin.documents.it_policy_sharing import sharing
from itadmin.documents.it_policy_tables import (
    competence,
    goals_table,
    present_state,
    responsibility,
)
from itadmin.documents.markup import Marked, Places, blocks_of
from itadmin.documents.phrases import day_in_words, lowered
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.proposals import PROPOSAL_STATUS, marked_as
from itadmin.documents.steering_document_front import gaps_told
from itadmin.documents.templates import Words, joined
from itadmin.documents.variables import as_told, target_of, used_values, words_of
from itadmin.documents.variables import lacking as value_lacking
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading

__all__ = ["NAME", "REGISTER", "TEMPLATE", "TYPE", "prepare"]

TYPE = "it_policy"
NAME = "IT-policy med strategier"
_LONGEST_NAME_PART = 60


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one policy as things are on the day of the reading. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    words, places = {**words_of(facts.values), **_words(facts)}, _places(facts)
    marked = [(chapter, blocks_of(chapter.text, words, places)) for chapter in facts.chapters]
    paper = _paper(reading, facts, tuple(_body(marked)), draft=draft)
    missing = missing_values(paper, {**_value_targets(facts, marked), **targets(facts)})
    if draft:
        paper = replace(paper, front=(*gaps_told(missing), *paper.front))
    used = used_values((chapter.text for chapter in facts.chapters), facts.values)
    return Prepared(paper, missing, _suggested_name(facts), values=as_told(used))


def _suggested_name(facts: PolicyFacts) -> str:
    version = facts.document.version or "utan-nummer"
    parts = (facts.document.title, front.untold_years(facts), f"v{version}")
    return file_name("_".join(part[:_LONGEST_NAME_PART] for part in parts if part) + ".pdf")


def _paper(reading: Reading, facts: PolicyFacts, body: tuple[Block, ...], *, draft: bool) -> Paper:
    document, title = facts.document, facts.document.title
    version = f"Version {document.version}" if document.version else ""
    status = lowered(PROPOSAL_STATUS if facts.is_proposal else how_many(facts)) if facts.kommuner else ""
    number = f"Dnr {document.registry_number}" if document.registry_number else ""
    return Paper(
        title=title,
        subtitle=front.subtitle(facts),
        subject=f"{title} – {front.subtitle(facts)}".rstrip(" –"),
        keywords=tuple(word for word in (title, front.years(facts), document.registry_number) if word),
        created=datetime.combine(facts.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right=" · ".join(part for part in (f"{title} {front.untold_years(facts)}".strip(), number) if part),
        footer_left=" · ".join(
            part for part in (version, status, facts.day.isoformat(), front.SAMPLE if facts.is_sample else "") if part
        ),
        marks=marked_as((front.SAMPLE.upper(),) if facts.is_sample else (), is_proposal=facts.is_proposal),
        draft=draft,
        cover=front.cover(facts),
        front=front.front(facts),
        body=body,
        appendices=appendices(facts),
    )


def _body(marked: Sequence[tuple[Chapter, Marked]]) -> Iterator[Block]:
    """The chapters; the first paragraph of all opens the paper."""
    if not marked:
        yield Paragraph((Missing(NO_CHAPTERS),))
    for place, (chapter, text) in enumerate(marked):
        yield Heading(chapter.heading, key=f"kapitel-{chapter.key}")
        opening = text.blocks[0] if place == 0 and text.blocks else None
        if isinstance(opening, Paragraph):
            yield replace(opening, style="lead")
        yield from text.blocks[1:] if isinstance(opening, Paragraph) else text.blocks


def _words(facts: PolicyFacts) -> Words:
    """The values of the policy itself that its chapters may ask for."""
    return {
        "kommuner": joined(front.towns(facts) or field_mark("municipalities")),
        "period": front.period(facts),
        "register": facts.register,
        "lagesdag": day_in_words(facts.day),
    }


def _places(facts: PolicyFacts) -> Places:
    """What is worked out from the register, by the name of its place in the chapters."""
    return {
        "nulage": present_state(facts),
        "styrande_dokument": steering_documents(facts),
        "mal": goals_table(facts),
        "ansvar": responsibility(facts),
        "nivaer": levels_table(facts),
        "trappa": ladder(facts),
        "matris": matrix(facts),
        "kandidater": candidate_blocks(facts.listed, facts.source),
        "kompetenslage": competence(facts),
        "fordelning": sharing(facts),
    }


def _value_targets(facts: PolicyFacts, marked: Sequence[tuple[Chapter, Marked]]) -> Mapping[str, Target]:
    """Where the values that the chapters ask for are filled in, by what they are called where they are missing."""
    kommun = facts.municipality_id
    known = {value_lacking(value): target_of(name, value, kommun) for name, value in facts.values.items()}
    unknown = {name for _chapter, text in marked for name in text.unknown}
    return {**known, **{name: target_of(name, None, kommun) for name in unknown}}
