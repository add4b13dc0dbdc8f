"""Gemensam utbildningsplan för IT-personal: what is known and needed, what is done about it, and what that saves.

Made of the whole region as far as the file knows it, with names or without; and the heat map by itself on A3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.competence_blocks import (
    actions_table,
    depth_chart,
    heat_tables,
    needs_table,
    sums_table,
    trouble_table,
)
from itadmin.documents.content import Block, Column, DataTable, Heading, Paper, Paragraph, Row
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import Prepared
from itadmin.domain.money import format_kronor
from itadmin.domain.registers.competence_actions import CompetenceAction
from itadmin.domain.registers.networks import Network
from itadmin.domain.states import DROPPED
from itadmin.domain.text import file_name
from itadmin.services.competence.actions import actions_in, sums_by_topic_and_year, total
from itadmin.services.competence.depth import DepthLine, depth_of, troubles
from itadmin.services.competence.ground import AREAS, SYSTEMS, Ground, ground_of
from itadmin.services.competence.heat_map import Asked, Columns, HeatMap, heat_map
from itadmin.services.competence.network import network_of
from itadmin.services.reading import Read, Reading

TYPE, NAME = "competence_plan", "Gemensam utbildningsplan för IT-personal"
TYPE_WITHOUT_NAMES, NAME_WITHOUT_NAMES = "competence_plan_without_names", f"{NAME}, utan namn"

_ACROSS, _ACROSS_LARGE = 12, 16
_PURPOSE = (
    "Planen samordnar utbildningen av IT-personalen i kommunerna. Den ska sänka kostnaden och bygga nätverk av "
    "specialister som stödjer varandra. Ett område eller system är sårbart när färre än två personer i hela regionen "
    "behärskar det."
)
_NOBODY = "Ingen kompetens är bedömd i registret."
_NOTHING_DONE = "Inga åtgärder är planerade."
_ALL_KEPT = "Inget system i registret har svårt att hålla sin kompetens."
_SECRECY = "Planen är ett internt underlag. Pröva sekretessen innan den lämnas ut."
_ABOUT_PEOPLE = "Den innehåller uppgifter om enskilda medarbetare. Visa den bara för dem som behöver den i arbetet."
_NAMELESS = "Personerna står utan namn och kommun, ordnade efter vad de kan."


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The plan with names; it is about the whole file, whatever `record_id`."""
    del record_id
    return _plan(reading, draft=draft, names=True)


def prepare_without_names(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The plan without names; it is about the whole file, whatever `record_id`."""
    del record_id
    return _plan(reading, draft=draft, names=False)


def prepare_map(reading: Reading, asked: Asked) -> Prepared:
    """The heat map as it is asked for, and the depth, on large pages."""
    ground = ground_of(reading).open_part
    heat = heat_map(reading, ground, asked)
    lines = _judged_lines(reading, ground)
    body: list[Block] = [Paragraph(heat.sentence, "lead"), *heat_tables(heat, _ACROSS_LARGE)]
    if lines:
        body += [Heading("Djup i hela regionen", 2, numbered=False), depth_chart(lines, "Så många behärskar")]
    body.append(Paragraph(_secrecy(asked.names), "note"))
    paper = replace(dated_paper(reading, heat.title, tuple(body)), landscape=True, large=True)
    return _prepared(reading, paper, heat.title)


def _plan(reading: Reading, *, draft: bool, names: bool) -> Prepared:
    paper = replace(dated_paper(reading, NAME, tuple(_body(reading, names=names))), draft=draft, landscape=True)
    return _prepared(reading, paper, NAME if names else NAME_WITHOUT_NAMES)


def _prepared(reading: Reading, paper: Paper, name: str) -> Prepared:
    return Prepared(paper, (), file_name(f"{name}_{paper.profile.organisation[:60]}_{reading.day.isoformat()}.pdf"))


def _body(reading: Reading, *, names: bool) -> Iterator[Block]:
    ground = ground_of(reading).open_part
    heat = heat_map(reading, ground, Asked(Columns.BOTH, names=names))
    actions = [read for read in actions_in(reading) if getattr(read.record, "status", "") != DROPPED]
    yield Paragraph(_PURPOSE, "lead")
    yield from _levels(heat, names=names)
    yield from _depth(reading, ground)
    yield from _actions(actions, ground, names=names)
    yield from _networks(reading, ground, names=names)
    yield Paragraph(_secrecy(names), "note")


def _levels(heat: HeatMap, *, names: bool) -> Iterator[Block]:
    yield Heading("Kompetens nu och önskad", 2, numbered=False)
    if not heat.rows or not heat.columns:
        yield Paragraph(_NOBODY)
        return
    yield Paragraph(heat.sentence if names else f"{heat.sentence} {_NAMELESS}")
    yield from heat_tables(heat, _ACROSS)
    yield Heading("Behov per område och system", 2, numbered=False)
    yield needs_table(heat)


def _depth(reading: Reading, ground: Ground) -> Iterator[Block]:
    lines = _judged_lines(reading, ground)
    yield Heading("Djup och sårbarhet", 2, numbered=False)
    for register, caption in ((AREAS, "Så många behärskar områdena"), (SYSTEMS, "Så många behärskar systemen")):
        told = [line for line in lines if line.register == register]
        if told:
            yield depth_chart(told, caption)
    yield Heading("System där kompetensen är svår att hålla", 2, numbered=False)
    found = sorted((each for each in troubles(reading) if not each.protected), key=lambda each: -len(each.reasons))
    yield trouble_table(found) if found else Paragraph(_ALL_KEPT)


def _judged_lines(reading: Reading, ground: Ground) -> list[DepthLine]:
    """The areas, and the systems that people are judged in; a number that is told alone has no people to show."""
    return [line for line in depth_of(reading, ground) if line.judged is not None]


def _actions(reads: list[Read], ground: Ground, *, names: bool) -> Iterator[Block]:
    yield Heading("Åtgärder och kostnader", 2, numbered=False)
    if not reads:
        yield Paragraph(_NOTHING_DONE)
        return
    whole = total(read.record for read in reads if isinstance(read.record, CompetenceAction))
    alone, together, saved = (format_kronor(each, whole=True) for each in (whole.alone, whole.together, whole.saving))
    told = f"{counted(len(reads), 'åtgärd', 'åtgärder')} kostar {alone} enskilt och {together} samordnat. "
    told += f"Besparingen är {saved}."
    if whole.unknown:
        told += f" För {counted(whole.unknown, 'åtgärd', 'åtgärder')} är någon av kostnaderna okänd."
    yield Paragraph(told)
    people = {who.id: who.name for who in ground.people.values()}
    yield actions_table(reads, people if names else None)
    yield Heading("Kostnad per område och år", 2, numbered=False)
    yield sums_table(sums_by_topic_and_year(reads), whole)


def _networks(reading: Reading, ground: Ground, *, names: bool) -> Iterator[Block]:
    rows = tuple(_network_rows(reading, ground, names=names))
    if not rows:
        return
    yield Heading("Kompetensnätverk", 2, numbered=False)
    heads = ("Område", "Sammankallande", *(("Kontaktperson",) if names else ()), "Medlemmar", "Nästa möte")
    weights = (50, 60, *((50,) if names else ()), 24, 26)
    columns = tuple(Column(head, weight=weight) for head, weight in zip(heads, weights, strict=True))
    yield DataTable(columns, rows, wide=True)


def _network_rows(reading: Reading, ground: Ground, *, names: bool) -> Iterator[Row]:
    for read in reading.many(AREAS, reading.keys(AREAS)).values():
        area = read.record
        if not isinstance(area, Network) or not (area.members or area.contact or area.contact_organisation):
            continue
        network = network_of(reading, ground, area)
        convener = read.labels.get(area.contact_organisation, "") if area.contact_organisation else ""
        contact = read.labels.get(area.contact, "") if area.contact else ""
        coming = network.coming.isoformat() if network.coming else "Inte bestämt"
        yield (read.label, convener, *((contact,) if names else ()), str(len(area.members)), coming)


def _secrecy(names: bool) -> str:
    return f"{_SECRECY} {_ABOUT_PEOPLE}" if names else _SECRECY
