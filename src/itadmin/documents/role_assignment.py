"""Uppdragsbrev: the letter that appoints somebody to a role in a system, with what the role demands.

For signature by the one who appoints and the one who takes the role. It is about a role as it is registered: which
days, which system and who. What belongs to each role stands in the template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import (
    Block,
    BulletList,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import day_in_words, in_sentence, lowered
from itadmin.documents.prepared import MissingValue, Prepared, Target, missing_values
from itadmin.documents.role_assignment_facts import KINDS, REGISTER, Assignment, gather
from itadmin.documents.templates import Template, Words, shipped_template
from itadmin.domain.text import file_name
from itadmin.services.organisations import Belonging
from itadmin.services.reading import Reading

__all__ = ["KINDS", "NAME", "TYPE", "prepare"]

TYPE = "role_assignment"
NAME = "Uppdragsbrev"

_LONGEST_NAME_PART = 50
_SYSTEM, _HOLDER, _FROM = "system", "vem som får uppdraget", "från och med"
_OWNER = "systemägare som utser"
_BY_DELEGATION = "Behörig enligt delegationsordningen"
_LABELS = 50


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The letter of one role. Raises KnownError when there is none, or it is of a kind nobody is appointed to."""
    found = gather(reading, record_id)
    system = found.system.name if found.system else ""
    subtitle = f"{found.holding.word} för {system}" if system else found.holding.word
    body = tuple(_body(reading, found))
    paper = replace(
        dated_paper(reading, NAME, body, internal=False),
        subtitle=subtitle,
        subject=f"{NAME}: {subtitle}",
        draft=draft,
    )
    parts = (NAME, found.holding.word, system or "system")
    name = "_".join(part[:_LONGEST_NAME_PART] for part in parts)
    return Prepared(paper, _missing(paper, found), file_name(f"{name}_{reading.day.isoformat()}.pdf"))


def _missing(paper: Paper, found: Assignment) -> tuple[MissingValue, ...]:
    role = found.role
    return missing_values(
        paper,
        {
            _SYSTEM: Target(REGISTER, role.id, "system"),
            _HOLDER: Target(REGISTER, role.id, "person"),
            _FROM: Target(REGISTER, role.id, "starts_on"),
            _OWNER: Target("systems", role.system, "system_owner"),
        },
    )


def _body(reading: Reading, found: Assignment) -> Iterator[Block]:
    template, words = shipped_template(TYPE), _words(found)
    yield Paragraph(template.text(words, *_appointment(reading, found)), "lead")
    told = tuple(_system(reading, found))
    if told:
        yield FieldTable(told, label_width=_LABELS)
    yield Heading(template.heading("duties"), numbered=False)
    yield BulletList(tuple(template.text(words, key) for key in _passages(template, found.role.kind)))
    yield Paragraph(template.text(words, *_passages(template, "common")))
    yield SignatureBlock((_appointing(found), _appointed(found)))


def _appointment(reading: Reading, found: Assignment) -> Iterator[str]:
    yield "appointment.running"
    last = found.role.ends_on
    if last is None:
        yield "appointment.open"
    else:
        yield "appointment.over" if last < reading.day else "appointment.until"


def _passages(template: Template, section: str) -> list[str]:
    """The passages of a section in the order of the template."""
    return [key for key in template.passages if key.startswith(f"{section}.")]


def _words(found: Assignment) -> Words:
    role, system = found.role, found.system
    return {
        "utser": _appointer(found),
        "innehavare": (_holder(found),),
        "roll": lowered(in_sentence(found.holding.word)),
        "system": in_sentence(system.name) if system else (Missing(_SYSTEM),),
        "fran": (Strong(day_in_words(role.starts_on)) if role.starts_on else Missing(_FROM),),
        "till": day_in_words(role.ends_on) if role.ends_on else "",
    }


def _holder(found: Assignment) -> Strong | Missing:
    name = in_sentence(found.holding.name)
    return Strong(name) if name else Missing(_HOLDER)


def _appointer(found: Assignment) -> Inline:
    """Who appoints, as it begins the sentence: the nämnd, or the systemägare by position and name."""
    if found.is_from_board:
        return in_sentence(found.appointing_unit.full_name) if found.appointing_unit else ""
    return f"Systemägaren, {in_sentence(found.owner.name)}," if found.owner else (Missing(_OWNER),)


def _legal(unit: Belonging | None) -> str:
    return unit.legal.name if unit else ""


def _system(reading: Reading, found: Assignment) -> Iterator[Field]:
    """What is told of the system beside its name, and who else has roles in it; not again who appoints."""
    system = found.system
    if system is not None:
        if system.purpose:
            yield Field("Används till", system.purpose)
        unit = reading.label("organisations", system.operating_unit) if system.operating_unit else ""
        if unit:
            yield Field("Driftas av", unit)
    for other in found.others:
        if other.name and (found.is_from_board or other is not found.owner):
            yield Field(other.word, other.name)


def _appointing(found: Assignment) -> SignatureParty:
    unit = found.appointing_unit
    title: Inline = _BY_DELEGATION
    if not found.is_from_board:
        owner = found.owner
        title = (owner.position or owner.word) if owner else (Missing(_OWNER),)
    return SignatureParty("den som utser", _legal(unit), unit.unit_names if unit else "", (Signatory(title),))


def _appointed(found: Assignment) -> SignatureParty:
    holding = found.holding
    unit = holding.unit
    title = holding.position or holding.word
    return SignatureParty(
        "den som får uppdraget", _legal(unit) or _legal(found.own), unit.unit_names if unit else "", (Signatory(title),)
    )
