"""The part of the systemkort that tells of integrations: each one, the drawing, and the same as an indented list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal
from uuid import UUID

from itadmin.documents.content import (
    Arrow,
    Block,
    BulletList,
    Cell,
    Column,
    DataTable,
    Diagram,
    Heading,
    Item,
    Node,
    Paragraph,
)
from itadmin.domain.calculations.dependencies import Side
from itadmin.domain.registers import REGISTERS
from itadmin.services.dependencies import Dependencies, dependencies
from itadmin.services.dependency_picture import OUTSIDE, Box, ListLine, Picture, Weight, draw, listed
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading

_REGISTER = REGISTERS["integrations"]
_DEPTH = 2
_MOST_IN_A_LAYER = 8
_KEY = "beroenden"
_HEADINGS = {Side.GIVERS: "Systemet beror på", Side.RECEIVERS: "Beroende av systemet"}
_WEIGHTS: Mapping[Weight, Literal["own", "strong", "loose"]] = {
    Weight.OWN: "own",
    Weight.CRITICAL: "strong",
    Weight.OUTSIDE: "loose",
}
_COLUMNS = (
    ("name", "Integration", 36),
    ("source", "Från", 28),
    ("target", "Till", 28),
    ("kind", "Slag", 26),
    ("data", "Uppgifter", 36),
    ("frequency", "Hur ofta", 22),
)


def dependency_blocks(reading: Reading, system_id: UUID) -> Iterator[Block]:
    """What is told of a system's integrations and dependencies; nothing when it has none."""
    found = dependencies(reading, system_id, _DEPTH)
    if not found.flows:
        return
    yield Heading("Integrationer", numbered=False)
    yield _table(found)
    yield Heading("Beroenden", level=2, numbered=False)
    yield _diagram(draw(found, _DEPTH, most=_MOST_IN_A_LAYER))
    for side, heading in _HEADINGS.items():
        lines = listed(found, _DEPTH, side)
        if lines:
            yield Paragraph(f"{heading}:")
            yield BulletList(tuple(_items(lines)))


def _table(found: Dependencies) -> DataTable:
    """The integrations that begin or end in the system itself, by name."""
    direct: dict[UUID, Read] = {}
    for flow, items in found.carried.items():
        if found.centre in (flow.giver, flow.receiver):
            direct |= {item.record.id: item for item in items}
    rows = sorted((_row(read) for read in direct.values()), key=lambda row: row[0])
    columns = tuple(Column(title, weight=weight) for _, title, weight in _COLUMNS)
    return DataTable(columns, tuple((Cell(row[0], strong=True), *row[1:]) for row in rows), wide=True)


def _row(read: Read) -> tuple[str, ...]:
    """An integration as it is read; who is outside stands at the end that no system has."""
    told = {name: field_text(_REGISTER, read, name) for name, _, _ in _COLUMNS}
    outside = field_text(_REGISTER, read, "external_party")
    for end in ("source", "target"):
        told[end] = told[end] or outside
    if getattr(read.record, "both_ways", None):
        told["target"] += ", åt båda håll"
    return tuple(told.values())


def _diagram(picture: Picture) -> Diagram:
    nodes = tuple(_node(box) for box in picture.boxes.values())
    arrows = tuple(
        Arrow(tie.first, tie.second, both=tie.back) if tie.forth else Arrow(tie.second, tie.first)
        for tie in picture.ties
    )
    said = " ".join(box.words for box in picture.boxes.values() if box.weight is not Weight.MORE)
    caption = "Till vänster det som systemet beror på, till höger det som beror på systemet"
    return Diagram(nodes, arrows, caption, f"{picture.sentence} {said}", key=_KEY)


def _node(box: Box) -> Node:
    note = "" if box.weight is Weight.MORE else box.note
    return Node(box.key, box.title, box.layer, note, _WEIGHTS.get(box.weight, "plain"))


def _items(lines: Sequence[ListLine]) -> Iterator[Item]:
    """Lines as points with points below them."""
    tops = [place for place, line in enumerate(lines) if line.level == lines[0].level]
    for begin, end in zip(tops, [*tops[1:], len(lines)], strict=True):
        yield Item(_told(lines[begin]), tuple(_items(lines[begin + 1 : end])) if end > begin + 1 else ())


def _told(line: ListLine) -> str:
    note = OUTSIDE.lower() if line.part.record_id is None else line.part.criticality.lower()
    words = f"{line.part.label} ({note})" if note else line.part.label
    return f"{words}: {line.through}" if not line.is_repeated else f"{words}, se ovan eller nedan"
